"""What staff do for somebody who has asked: never on a caller's word."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from reprise.accounts.actions.letters import send
from reprise.kernel.refusal import Refusal
from reprise.orders import actions as orders
from reprise.orders.access import locale_of
from reprise.orders.models import Contact, Order
from reprise.privacy.actions import asking
from reprise.privacy.actions.asking import NotAnAnswer
from reprise.privacy.events import RequestEntered
from reprise.privacy.models import Request
from reprise.privacy.states import Outcome, RequestKind


class NoAddress(Refusal):
    code = "privacy_request_no_address"
    message = (
        "Name and address of this order are no longer in the shop, so nobody can be written to."
        " Nothing was entered. Send the person to the page “Your data without an account”: its"
        " letter finds the archive by their own address."
    )


class UnknownOrder(Refusal):
    code = "privacy_request_unknown_order"
    message = "There is no order with this number. Nothing was entered; check the number."
    status = 422


def enter(
    kind: RequestKind, reference: str, received_on: date, staff_id: UUID, now: datetime
) -> Request:
    """A request that came by post or telephone.  Its clock runs from the day on which it came; a
    link goes to the order's own address, and whoever opens it does what was asked for.

    Raises UnknownOrder, NoAddress, InTheFuture.
    """
    order = Order.objects.filter(reference=reference).first()
    if order is None:
        raise UnknownOrder
    contact = Contact.objects.filter(order_id=order.id).first()
    if contact is None:
        raise NoAddress
    locale = locale_of(order)
    with transaction.atomic():
        request = asking.receive(
            kind, contact.email, locale, now, received_on=received_on,
            order_id=order.id if kind is RequestKind.RECTIFICATION else None,
            told=RequestEntered, proven=False, staff_id=staff_id,
        )  # fmt: skip
        send("rights", contact.email, locale, now)
    return request


@transaction.atomic
def correct(request_id: UUID, values: Mapping[str, str], staff_id: UUID, now: datetime) -> Request:
    """Correct the order that a request is about, and tell the address that stood in it before.

    Raises RequestClosed, NotAnAnswer, AlreadySent, BuyerErased.
    """
    request = Request.objects.get(id=request_id)
    if request.kind != RequestKind.RECTIFICATION.value or request.order_id is None:
        raise NotAnAnswer
    orders.correct(request.order_id, values)
    return asking.answer(request_id, Outcome.CORRECTED, now, staff_id)
