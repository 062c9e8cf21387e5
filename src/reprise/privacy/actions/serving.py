"""What staff do for somebody who has asked: never on a caller's word."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Min

from reprise.accounts.actions.letters import send
from reprise.kernel.refusal import Refusal
from reprise.orders import actions as orders
from reprise.orders.access import locale_of
from reprise.orders.models import Contact, Order
from reprise.privacy.actions import asking, following
from reprise.privacy.actions.acting import Actor, Done, note
from reprise.privacy.actions.asking import NotAnAnswer, StillWaits
from reprise.privacy.actions.contacts import HOLDING, nobody_holds_back
from reprise.privacy.actions.erasing import left
from reprise.privacy.answers import true_of
from reprise.privacy.events import RequestEntered
from reprise.privacy.models import Hold, Request
from reprise.privacy.queries import held_orders
from reprise.privacy.states import OUTCOMES, By, Late, Outcome, RequestKind, Verb


class NoAddress(Refusal):
    code = "privacy_request_no_address"
    message = (
        "Name and address of this order are no longer in the shop, so nobody can be written to."
        " Nothing was entered. Send the person to the page “Your data without an account”: its"
        " letter finds the archive by their own address."
    )


class BeforeTheShop(Refusal):
    code = "privacy_request_before_shop"
    message = (
        "There was no order here yet on that day, so nobody can have asked about one. Nothing was"
        " entered; correct the day."
    )
    status = 422


class BeforeTheOrder(Refusal):
    code = "privacy_request_before_order"
    message = (
        "This order was placed after that day, so nobody can have asked for its correction yet."
        " Nothing was entered; correct the day or the number."
    )
    status = 422


class NothingCorrected(Refusal):
    code = "privacy_request_nothing_corrected"
    message = (
        "This is what stands there already, so nothing was changed and nobody was written to."
        " Correct what is wrong, or refuse the request because it is correct."
    )
    status = 422


class UnknownOrder(Refusal):
    code = "privacy_request_unknown_order"
    message = "There is no order with this number. Nothing was entered; check the number."
    status = 422


def enter(
    kind: RequestKind,
    reference: str,
    received_on: date,
    staff_id: UUID,
    now: datetime,
    late: Late | None = None,
) -> Request:
    """A request that came by post or telephone.  Its clock runs from the day on which it came, and
    when it was entered stands beside that; a link goes to the order's own address, and whoever
    opens it does what was asked for.  ``late`` is why it is entered after its month.

    Raises UnknownOrder, NoAddress, InTheFuture, BeforeTheShop, BeforeTheOrder, WhyLate.
    """
    order = Order.objects.filter(reference=reference).first()
    if order is None:
        raise UnknownOrder
    contact = Contact.objects.filter(order_id=order.id).first()
    if contact is None:
        raise NoAddress
    about = order if kind is RequestKind.RECTIFICATION else None
    _could_come(received_on, about)
    locale = locale_of(order)
    with transaction.atomic():
        request = asking.receive(
            kind, contact.email, locale, now, received_on=received_on,
            order_id=about.id if about else None, told=RequestEntered, proven=False,
            staff_id=staff_id,
        )  # fmt: skip
        request = asking.enter(request.id, received_on, staff_id, late, now)
        send("rights", contact.email, locale, now)
    return request


def began_on() -> date | None:
    """The day of the first order that was placed here."""
    first = Order.objects.aggregate(first=Min("placed_at"))["first"]
    return asking.CALENDAR.day_of(first) if first else None


def _could_come(received_on: date, about: Order | None) -> None:
    first = began_on()
    if first is not None and received_on < first:
        raise BeforeTheShop
    if about is not None and received_on < asking.CALENDAR.day_of(about.placed_at):
        raise BeforeTheOrder


class SomethingHeld(Refusal):
    code = "privacy_request_something_held"
    message = (
        "An order, an account, a seller or a row of the archive has the address of who asks, so it"
        " is not true that nothing is held. Nothing was answered; choose another answer."
    )
    basis = "eu.personal_data.answer"


class NotDone(Refusal):
    code = "privacy_request_not_done"
    message = (
        "That was not done, so nobody is written to that it was. What the person does by their link"
        " or in their account closes the request by itself. Nothing was answered."
    )
    basis = "eu.personal_data.answer"


@transaction.atomic
def answer(request_id: UUID, outcome: Outcome, staff_id: UUID, now: datetime) -> Request:
    """Staff answer a request by what is true of it (`answers.true_of`), and the person is told.

    Raises RequestClosed, NotAnAnswer, StillWaits, SomethingHeld, NotDone.
    """
    request = asking.locked(request_id)
    if outcome not in OUTCOMES[RequestKind(request.kind)]:
        raise NotAnAnswer
    if outcome not in true_of(request):
        if left(request_id):
            raise StillWaits
        raise SomethingHeld if outcome is Outcome.NOTHING_HELD else NotDone
    return asking.answer(request_id, outcome, now, staff_id)


class NotConfirmed(Refusal):
    code = "privacy_request_not_confirmed"
    message = (
        "Nobody has confirmed this request, so it may be somebody who wants the parcel. Nothing was"
        " changed; wait until it is confirmed, or refuse it because nobody did."
    )
    basis = "eu.personal_data.answer"


class NeededAsItIs(Refusal):
    code = "privacy_request_needed_as_it_is"
    message = (
        "A claim or an authority needs this order as it is. Nothing was changed: extend the"
        " request, or have the hold lifted by two of the staff first."
    )


@transaction.atomic
def correct(request_id: UUID, values: Mapping[str, str], staff_id: UUID, now: datetime) -> Request:
    """Correct the order that a request is about, and tell the address that stood in it before; on
    a caller's word alone nothing of it, because a street leads a parcel elsewhere as an address
    does.  Each field that has changed is an act: which, and neither what stood there nor what does.
    What held the order by the address that stood there holds the order itself from now on.

    Raises RequestClosed, NotAnAnswer, NotConfirmed, NeededAsItIs, AlreadySent, BuyerErased,
    NothingCorrected, MissingKey.
    """
    request = asking.locked(request_id)
    if request.kind != RequestKind.RECTIFICATION.value or request.order_id is None:
        raise NotAnAnswer
    if not request.proven:
        raise NotConfirmed
    nobody_holds_back()
    if is_needed(request.order_id, now):
        raise NeededAsItIs
    holding_it = following.of_buyer(request.order_id, now)
    changed = orders.correct(request.order_id, values)
    if not changed:
        raise NothingCorrected
    following.stay(holding_it, request.order_id, staff_id, now, request_id)
    answered = asking.answer(request_id, Outcome.CORRECTED, now, staff_id)
    actor = Actor(By.STAFF, staff_id)
    note(
        [
            Done(holding=HOLDING, subject=request.order_id, verb=Verb.AMENDED, actor=actor,
                 request_id=request_id, reason=name)
            for name in changed
        ],
        now,
    )  # fmt: skip
    return answered


def is_needed(order_id: UUID, now: datetime) -> bool:
    """Whether something holds it that one of the staff alone does not lift: it says in which words
    the order is to stay."""
    others = [each.id for each in Hold.objects.holding(now) if not each.by_two]
    return bool(held_orders([order_id], now, others))
