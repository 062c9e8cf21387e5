"""Every listener of the house."""

from __future__ import annotations

from datetime import datetime

from reprise import rows
from reprise.accounts.events import AccountDeleted, AccountSecured, LetterAsked, SignedOut
from reprise.accounts.models import Letter, User
from reprise.catalog.models import Variant
from reprise.discovery import actions as discovery
from reprise.discovery import stored_pages
from reprise.discovery.events import BuyBoxChanged, ShelvesArranged
from reprise.notifications import actions as mail
from reprise.notifications import seller_letters
from reprise.notifications.account_letters import write_link, write_notice
from reprise.offers.events import OfferChanged
from reprise.orders import actions as orders
from reprise.orders import buyers
from reprise.orders.events import (
    NO_ORDER,
    LinesCalledOff,
    LinesCameBack,
    LinesDelivered,
    LinesRefused,
    LinesShipped,
    OrderCancelled,
    OrderExpired,
    OrderLinkAsked,
    OrderPaid,
    ParcelRenumbered,
    SaleFinal,
)
from reprise.orders.models import Contact, Line, SellerOrder
from reprise.orders.states import LineState
from reprise.outbox.actions import listen
from reprise.outbox.jobs import enqueue
from reprise.payments import queries as payments
from reprise.payments.events import (
    CaptureRefused,
    PaymentAuthorized,
    PaymentCaptured,
    PaymentReleased,
)
from reprise.privacy.access import archived_of, owner
from reprise.privacy.actions.closing import close_erasure
from reprise.privacy.actions.objecting import is_uncounted
from reprise.privacy.actions.telling import ask_sellers
from reprise.privacy.events import (
    AccountUnused,
    ContactLeft,
    ContractEnded,
    ErasureCarriedOut,
    FormerSellerAsked,
    HeldAgain,
    HoldLifted,
    HoldStays,
    HoldToBeLifted,
    HoldToSettle,
    HoldUntold,
    OrderReaddressed,
    RequestAnswered,
    RequestBegun,
    RequestEntered,
    RequestExtended,
    RequestReceived,
    RequestRefused,
)
from reprise.sellers.events import (
    PaymentAccountEntered,
    PaymentAccountStopped,
    StandingChanged,
)
from reprise.shipping.events import ParcelDelivered, ParcelReturned, ParcelWaiting
from reprise.wiring import copy_letters, end_letters, hold_letters, request_letters


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


def show_who_sells(event: StandingChanged, now: datetime) -> None:
    discovery.refresh_seller(event.seller_id, now)
    stored_pages.everything_changed()


def renew_the_lists(event: BuyBoxChanged, now: datetime) -> None:
    stored_pages.product_changed(event.product_id, lists=True)


def renew_every_page(event: ShelvesArranged, now: datetime) -> None:
    stored_pages.everything_changed()


def count_the_sale(event: SaleFinal, now: datetime) -> None:
    kept = [state.value for state in (LineState.SOLD, LineState.SHIPPED, LineState.DELIVERED)]
    lines = Line.objects.filter(order_id=event.order_id, state__in=kept)
    sold = list(lines.order_by("position").values_list("market", "variant_id"))
    if sold and not is_uncounted(event.order_id):
        market = sold[0][0]
        discovery.note_sale(event.order_id, market, [variant for _, variant in sold], now)


def note_delivery(event: ParcelDelivered, now: datetime) -> None:
    orders.deliver(event.shipment_id, event.seller_id, event.reference, now)


def note_return(event: ParcelReturned, now: datetime) -> None:
    orders.come_back(event.shipment_id, event.seller_id, event.reference, now)


def tell_of_a_paid_order(event: OrderPaid, now: datetime) -> None:
    letters = [mail.Letter("order_paid", event.order_id)]
    letters += [
        mail.Letter("new_order", event.order_id, contract.id, to_seller=True)
        for contract in rows.find(SellerOrder, order_id=event.order_id)
    ]
    mail.write(letters, now)


def tell_of_an_expired_order(event: OrderExpired, now: datetime) -> None:
    # Nobody who has not tried to pay is written to: the address may be a stranger's.
    if payments.was_tried(event.order_id):
        mail.write([mail.Letter("order_expired", event.order_id)], now)


def tell_of_refused_devices(event: LinesRefused, now: datetime) -> None:
    mail.write([mail.Letter("lines_refused", event.order_id, event.seller_order_id)], now)


def send_a_link_to_an_order(event: OrderLinkAsked, now: datetime) -> None:
    if event.order_id == NO_ORDER:
        return
    mail.write([mail.Letter("order_link", event.order_id, subject=event.letter_id)], now)


def tell_of_a_final_sale(event: SaleFinal, now: datetime) -> None:
    mail.write([mail.Letter("sale_final", event.order_id)], now)


def tell_of_a_cancelled_order(event: OrderCancelled, now: datetime) -> None:
    mail.write([mail.Letter("order_cancelled", event.order_id)], now)


def tell_of_a_parcel(event: LinesShipped, now: datetime) -> None:
    letter = mail.Letter("shipped", event.order_id, event.seller_order_id, event.shipment_id)
    mail.write([letter], now)


def tell_of_another_number(event: ParcelRenumbered, now: datetime) -> None:
    about = (event.order_id, event.seller_order_id, event.shipment_id, event.number_id)
    letters = [mail.Letter("parcel_number", *about)]
    if event.by == "staff":
        letters.append(mail.Letter("number_taken", *about, to_seller=True))
    mail.write(letters, now)


def tell_of_a_delivery(event: LinesDelivered, now: datetime) -> None:
    letter = mail.Letter("delivered", event.order_id, event.seller_order_id, event.shipment_id)
    mail.write([letter], now)


def tell_of_a_waiting_parcel(event: ParcelWaiting, now: datetime) -> None:
    order_id = SellerOrder.objects.values_list("order_id", flat=True).get(id=event.reference)
    mail.write([mail.Letter("waiting", order_id, event.reference, event.shipment_id)], now)


def tell_of_what_came_back(event: LinesCameBack, now: datetime) -> None:
    letter = mail.Letter("came_back", event.order_id, event.seller_order_id, event.shipment_id)
    mail.write([letter], now)


def tell_of_what_was_called_off(event: LinesCalledOff, now: datetime) -> None:
    letter = mail.Letter(
        "refund", event.order_id, event.seller_order_id, subject=event.first_line_id
    )
    mail.write([letter], now)


def send_a_link(event: LetterAsked, now: datetime) -> None:
    write_link(event.letter_id)
    letter = Letter.objects.select_related("user").filter(id=event.letter_id).first()
    if letter and letter.user and letter.user.email != letter.email:
        write_notice(letter.user.id, "address")


def tell_of_another_way_in(event: AccountSecured, now: datetime) -> None:
    write_notice(event.user_id, event.what)


def end_the_links(event: SignedOut, now: datetime) -> None:
    """Whoever was signed in has perhaps taken links to orders along."""
    for user in User.objects.filter(id=event.user_id):
        theirs = Contact.objects.filter(owner(user).own())
        orders.end_links(list(theirs.values_list("order_id", flat=True)))


def end_the_links_to_the_archived(event: SignedOut, now: datetime) -> None:
    """By itself, because it takes a key of the archive."""
    for user in User.objects.filter(id=event.user_id):
        stored = archived_of(owner(user))
        orders.end_links(list(stored.values_list("order_id", flat=True)))


def warn_of_an_unused_account(event: AccountUnused, now: datetime) -> None:
    from reprise.wiring.tasks import send_warning

    enqueue(send_warning, user_id=str(event.user_id))


def tell_of_a_payment_account(event: PaymentAccountEntered, now: datetime) -> None:
    seller_letters.write(event.seller_id, event.entry_id, "entered")


def tell_of_a_stopped_account(event: PaymentAccountStopped, now: datetime) -> None:
    seller_letters.write(event.seller_id, event.entry_id, "stopped")


def leave_the_orders(event: AccountDeleted, now: datetime) -> None:
    buyers.forget_buyer(event.user_id)


def tell_of_a_request(
    event: RequestReceived
    | RequestEntered
    | RequestBegun
    | RequestExtended
    | RequestAnswered
    | RequestRefused,
    now: datetime,
) -> None:
    request_letters.write(event.request_id, request_letters.TEMPLATES[type(event)])


def tell_of_another_address(event: OrderReaddressed, now: datetime) -> None:
    letter = mail.Letter("order_readdressed", event.order_id, subject=event.request_id)
    mail.write([letter], now)


def tell_of_a_lifting(event: HoldToBeLifted, now: datetime) -> None:
    hold_letters.write(event.hold_id, "asked", event.by)


def tell_of_a_lifted_hold(event: HoldLifted, now: datetime) -> None:
    hold_letters.write(event.hold_id, "lifted", event.by)


def tell_of_an_untold_hold(event: HoldUntold, now: datetime) -> None:
    hold_letters.write(event.hold_id, "untold", event.by)


def tell_of_a_hold_to_settle(event: HoldToSettle, now: datetime) -> None:
    hold_letters.remind(event.hold_id)


def tell_of_a_hold_that_stays(event: HoldStays, now: datetime) -> None:
    hold_letters.write(event.hold_id, "stays", event.by, event.asked_by)


def tell_of_what_is_held_again(event: HeldAgain, now: datetime) -> None:
    hold_letters.write_again(event.hold_id, event.by, event.lifted_id)


def answer_what_is_erased(event: ErasureCarriedOut, now: datetime) -> None:
    close_erasure(event.request_id, now)


def ask_for_copies_to_be_deleted(event: ContactLeft, now: datetime) -> None:
    ask_sellers(event.order_id, now)


def write_to_a_former_seller(event: FormerSellerAsked, now: datetime) -> None:
    copy_letters.write(event.copy_id)


def confirm_the_end(event: ContractEnded, now: datetime) -> None:
    end_letters.write(event.seller_id)


def connect() -> None:
    """Fill the table; called once, when Django has loaded every context.

    In the order of urgency: what was left untold is told in the order of these lines.
    """
    # What moves money and goods.
    listen(PaymentAuthorized, take_the_order_in)
    listen(PaymentCaptured, make_the_sale_final)
    listen(CaptureRefused, undo_what_was_not_collected)
    listen(PaymentReleased, undo_what_was_let_go)
    listen(ParcelDelivered, note_delivery)
    listen(ParcelReturned, note_return)
    # What follows from it, and what people are told.
    listen(SaleFinal, count_the_sale)
    listen(OrderPaid, tell_of_a_paid_order)
    listen(OrderExpired, tell_of_an_expired_order)
    listen(OrderLinkAsked, send_a_link_to_an_order)
    listen(LinesRefused, tell_of_refused_devices)
    listen(SaleFinal, tell_of_a_final_sale)
    listen(OrderCancelled, tell_of_a_cancelled_order)
    listen(LinesShipped, tell_of_a_parcel)
    listen(ParcelRenumbered, tell_of_another_number)
    listen(LinesDelivered, tell_of_a_delivery)
    listen(ParcelWaiting, tell_of_a_waiting_parcel)
    listen(LinesCameBack, tell_of_what_came_back)
    listen(LinesCalledOff, tell_of_what_was_called_off)
    listen(LetterAsked, send_a_link)
    listen(AccountSecured, tell_of_another_way_in)
    listen(SignedOut, end_the_links)
    listen(SignedOut, end_the_links_to_the_archived)
    listen(PaymentAccountEntered, tell_of_a_payment_account)
    listen(PaymentAccountStopped, tell_of_a_stopped_account)
    listen(AccountDeleted, leave_the_orders)
    listen(AccountUnused, warn_of_an_unused_account)
    listen(ContactLeft, ask_for_copies_to_be_deleted)
    listen(FormerSellerAsked, write_to_a_former_seller)
    listen(ContractEnded, confirm_the_end)
    listen(ErasureCarriedOut, answer_what_is_erased)
    listen(HoldToBeLifted, tell_of_a_lifting)
    listen(HoldLifted, tell_of_a_lifted_hold)
    listen(HoldUntold, tell_of_an_untold_hold)
    listen(HoldToSettle, tell_of_a_hold_to_settle)
    listen(HoldStays, tell_of_a_hold_that_stays)
    listen(HeldAgain, tell_of_what_is_held_again)
    listen(OrderReaddressed, tell_of_another_address)
    for told in request_letters.TEMPLATES:
        listen(told, tell_of_a_request)
    # What shows: any later event of the same offer shows it again.
    listen(OfferChanged, keep_the_buy_box)
    listen(StandingChanged, show_who_sells)
    listen(BuyBoxChanged, renew_the_lists)
    listen(ShelvesArranged, renew_every_page)
