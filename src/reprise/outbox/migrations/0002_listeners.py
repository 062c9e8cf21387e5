"""Who listens since the first day; from here on every change of the table is an operation."""

from django.db import migrations

from reprise.outbox.listening import Listen, Past


class Migration(migrations.Migration):

    dependencies = [
        ("outbox", "0001_initial"),
    ]

    operations = [
        Listen("payments.PaymentAuthorized", "wiring.table.take_the_order_in", Past.TOLD),
        Listen("payments.PaymentCaptured", "wiring.table.make_the_sale_final", Past.TOLD),
        Listen("payments.CaptureRefused", "wiring.table.undo_what_was_not_collected", Past.TOLD),
        Listen("payments.PaymentReleased", "wiring.table.undo_what_was_let_go", Past.TOLD),
        Listen("shipping.ParcelDelivered", "wiring.table.note_delivery", Past.TOLD),
        Listen("shipping.ParcelReturned", "wiring.table.note_return", Past.TOLD),
        Listen("orders.SaleFinal", "wiring.table.count_the_sale", Past.TOLD),
        Listen("orders.SaleFinal", "wiring.table.tell_of_a_final_sale", Past.TOLD),
        Listen("orders.OrderPaid", "wiring.table.tell_of_a_paid_order", Past.TOLD),
        Listen("orders.OrderExpired", "wiring.table.tell_of_an_expired_order", Past.TOLD),
        Listen("orders.OrderLinkAsked", "wiring.table.send_a_link_to_an_order", Past.TOLD),
        Listen("orders.LinesRefused", "wiring.table.tell_of_refused_devices", Past.TOLD),
        Listen("orders.OrderCancelled", "wiring.table.tell_of_a_cancelled_order", Past.TOLD),
        Listen("orders.LinesShipped", "wiring.table.tell_of_a_parcel", Past.TOLD),
        Listen("orders.LinesDelivered", "wiring.table.tell_of_a_delivery", Past.TOLD),
        Listen("shipping.ParcelWaiting", "wiring.table.tell_of_a_waiting_parcel", Past.TOLD),
        Listen("orders.LinesCameBack", "wiring.table.tell_of_what_came_back", Past.TOLD),
        Listen("orders.LinesCalledOff", "wiring.table.tell_of_what_was_called_off", Past.TOLD),
        Listen("accounts.LetterAsked", "wiring.table.send_a_link", Past.TOLD),
        Listen("accounts.AccountSecured", "wiring.table.tell_of_another_way_in", Past.TOLD),
        Listen("accounts.AccountDeleted", "wiring.table.leave_the_orders", Past.TOLD),
        Listen("offers.OfferChanged", "wiring.table.keep_the_buy_box", Past.TOLD),
        Listen("discovery.BuyBoxChanged", "wiring.table.renew_the_lists", Past.TOLD),
        Listen("discovery.ShelvesArranged", "wiring.table.renew_every_page", Past.TOLD),
    ]
