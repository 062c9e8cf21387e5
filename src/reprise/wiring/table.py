"""Every listener of the house."""

from __future__ import annotations

from datetime import datetime

from reprise.catalog.models import Variant
from reprise.discovery import actions as discovery
from reprise.discovery import stored_pages
from reprise.discovery.events import BuyBoxChanged, ShelvesArranged
from reprise.notifications.actions import write
from reprise.offers.events import OfferChanged
from reprise.orders import actions as orders
from reprise.orders.events import (
    LinesDelivered,
    LinesRefused,
    LinesShipped,
    OrderCancelled,
    OrderExpired,
    OrderPaid,
    SaleFinal,
)
from reprise.orders.models import Line, SellerOrder
from reprise.orders.states import LineState
from reprise.outbox.actions import listen
from reprise.payments import queries as payments
from reprise.payments.events import (
    CaptureRefused,
    PaymentAuthorized,
    PaymentCaptured,
    PaymentReleased,
)
from reprise.shipping.events import ParcelDelivered


def take_the_order_in(event: PaymentAuthorized, now: datetime) -> None:
    orders.take_in(event.reference, event.payment_id, now)


def make_the_sale_final(event: PaymentCaptured, now: datetime) -> None:
    orders.finish(event.reference, now)


def undo_what_was_not_collected(event: CaptureRefused, now: datetime) -> None:
    orders.cancel(event.reference, event.payment_id, now)


def undo_what_was_let_go(event: PaymentReleased, now: datetime) -> None:
    orders.cancel(event.reference, event.payment_id, now)


def keep_the_buy_box(event: OfferChanged, now: datetime) -> None:
    discovery.refresh(event.variant_id, event.grade, now)
    product_id = Variant.objects.values_list("product_id", flat=True).get(id=event.variant_id)
    stored_pages.product_changed(product_id, lists=False)


def renew_the_lists(event: BuyBoxChanged, now: datetime) -> None:
    stored_pages.product_changed(event.product_id, lists=True)


def renew_every_page(event: ShelvesArranged, now: datetime) -> None:
    stored_pages.everything_changed()


def count_the_sale(event: SaleFinal, now: datetime) -> None:
    kept = [state.value for state in (LineState.SOLD, LineState.SHIPPED, LineState.DELIVERED)]
    lines = Line.objects.filter(order_id=event.order_id, state__in=kept)
    sold = list(lines.order_by("position").values_list("market", "variant_id"))
    if sold:
        market = sold[0][0]
        discovery.note_sale(event.order_id, market, [variant for _, variant in sold], now)


def note_delivery(event: ParcelDelivered, now: datetime) -> None:
    orders.deliver(event.shipment_id, event.seller_id, event.reference, now)


def tell_of_a_paid_order(event: OrderPaid, now: datetime) -> None:
    write("order_paid", event.order_id, now)
    contracts = SellerOrder.objects.filter(order_id=event.order_id).values_list("id", flat=True)
    for contract in contracts.order_by("seller_id"):
        write("new_order", event.order_id, now, seller_order_id=contract, to_seller=True)


def tell_of_an_expired_order(event: OrderExpired, now: datetime) -> None:
    # Nobody who has never been at the payment page is written to: the address may be a stranger's.
    if payments.was_started(event.order_id):
        write("order_expired", event.order_id, now)


def tell_of_refused_devices(event: LinesRefused, now: datetime) -> None:
    write("lines_refused", event.order_id, now, seller_order_id=event.seller_order_id)


def tell_of_a_final_sale(event: SaleFinal, now: datetime) -> None:
    write("sale_final", event.order_id, now)


def tell_of_a_cancelled_order(event: OrderCancelled, now: datetime) -> None:
    write("order_cancelled", event.order_id, now)


def tell_of_a_parcel(event: LinesShipped, now: datetime) -> None:
    write(
        "shipped",
        event.order_id,
        now,
        seller_order_id=event.seller_order_id,
        subject=event.shipment_id,
    )


def tell_of_a_delivery(event: LinesDelivered, now: datetime) -> None:
    write(
        "delivered",
        event.order_id,
        now,
        seller_order_id=event.seller_order_id,
        subject=event.shipment_id,
    )


def connect() -> None:
    """Fill the table; called once, when Django has loaded every context."""
    listen(PaymentAuthorized, take_the_order_in)
    listen(PaymentCaptured, make_the_sale_final)
    listen(CaptureRefused, undo_what_was_not_collected)
    listen(PaymentReleased, undo_what_was_let_go)
    listen(ParcelDelivered, note_delivery)
    listen(OfferChanged, keep_the_buy_box)
    listen(BuyBoxChanged, renew_the_lists)
    listen(ShelvesArranged, renew_every_page)
    listen(SaleFinal, count_the_sale)
    listen(OrderPaid, tell_of_a_paid_order)
    listen(OrderExpired, tell_of_an_expired_order)
    listen(LinesRefused, tell_of_refused_devices)
    listen(SaleFinal, tell_of_a_final_sale)
    listen(OrderCancelled, tell_of_a_cancelled_order)
    listen(LinesShipped, tell_of_a_parcel)
    listen(LinesDelivered, tell_of_a_delivery)
