"""What a person does by themselves: have everything erased, have it left alone, object.

Who they are was proven before: by an account that signed in just now, or by a letter's link.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from reprise.accounts.actions.letters import use
from reprise.accounts.models import Letter
from reprise.orders.contact import BuyerErased
from reprise.orders.models import Contact
from reprise.privacy import people
from reprise.privacy.access import Person, orders_of
from reprise.privacy.actions import asking, erasing
from reprise.privacy.actions.acting import PERSON
from reprise.privacy.actions.asking import RequestClosed
from reprise.privacy.actions.holding import NoSuchHold, Subject, hold, lift
from reprise.privacy.events import RequestReceived
from reprise.privacy.leaving import Decided
from reprise.privacy.models import Hold, Request
from reprise.privacy.states import By, HoldKind, Lift, Outcome, RequestKind

# Staff look at a restriction again after a year.
REVIEWED_AFTER: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, and in which language they are written to.  ``letter`` is what proves somebody
    without an account."""

    person: Person
    email: str
    locale: str
    letter: Letter | None = None


@dataclass(frozen=True, slots=True)
class Erasure:
    """What was decided for each order; ``waiting`` is how much has still to be done."""

    request: Request
    decided: tuple[Decided, ...]
    waiting: int


def erase(asker: Asker, digest: str, now: datetime) -> Erasure:
    """Erase what may be erased of a person's orders, and the account with them.

    ``digest`` is the plan's that was shown.  A letter's link is used up by it.  Must not run inside
    a transaction.  Raises PlanChanged, LinkOver, SellerAccount, StaffAccount, HeldAccount: nothing
    was done, and the link is as it was.
    """
    orders = orders_of(asker.person)
    with transaction.atomic(durable=True):
        if asker.letter is not None:
            use(asker.letter, now)
        request = asking.receive(RequestKind.ERASURE, asker.email, asker.locale, now)
        erasing.note(request.id, orders, PERSON, digest, now, asker.person.user_id)
    decided = erasing.carry_out(request.id, now)
    waiting = erasing.left(request.id)
    if waiting:
        try:
            asking.begin(request.id, now)
        except RequestClosed:
            # What had to wait was carried out in this very moment.
            waiting = erasing.left(request.id)
    return Erasure(request, decided, waiting)


def restrict(asker: Asker, now: datetime) -> Request:
    """Nothing but keeping happens to a person's orders from now on (art. 18).

    Must not run inside a transaction.
    """
    request = asking.receive(RequestKind.RESTRICTION, asker.email, asker.locale, now)
    review = now.date() + REVIEWED_AFTER
    for order_id in orders_of(asker.person):
        hold(Subject(order_id=order_id), HoldKind.RESTRICTION, review, PERSON, now, request.id)
    # What is ordered later with this address, too.
    everything = Subject(person=people.person(asker.email))
    hold(everything, HoldKind.RESTRICTION, review, PERSON, now, request.id)
    return _answered(request, Outcome.RESTRICTED, now)


def unrestrict(asker: Asker, now: datetime) -> None:
    """The person ends what they have asked for; what staff hold stays."""
    for held in restrictions_of(asker.person, asker.email):
        try:
            lift(held.id, Lift.WITHDRAWN, PERSON, now)
        except NoSuchHold:
            continue


def restrictions_of(person: Person, email: str) -> list[Hold]:
    """The restrictions that a person has asked for, and not ended."""
    own = Hold.objects.filter(by=By.PERSON.value, lifted_at__isnull=True)
    orders = orders_of(person)
    return [*own.filter(order_id__in=orders), *own.filter(person=people.person(email))]


def object_to(asker: Asker, now: datetime) -> Request:
    """What rests on our interest alone is looked at by staff within a month (art. 21)."""
    return asking.receive(
        RequestKind.OBJECTION, asker.email, asker.locale, now, told=RequestReceived
    )


def have_corrected(asker: Asker, order_id: UUID, now: datetime) -> Request:
    """Something in an order is wrong (art. 16): staff look at it, before it is sent.

    It runs under the order's own address, and is answered there: whoever wants a parcel led
    elsewhere cannot do it unseen.  Raises BuyerErased, AnotherOrderFirst.
    """
    contact = Contact.objects.filter(asker.person.own(), order_id=order_id).first()
    if contact is None:
        raise BuyerErased
    return asking.receive(
        RequestKind.RECTIFICATION, contact.email, asker.locale, now, order_id=order_id,
        told=RequestReceived,
    )  # fmt: skip


def given(asker: Asker, kind: RequestKind, now: datetime) -> None:
    """The person has downloaded what somebody entered a request for; without one nothing is
    noted."""
    open_one = asking.open_request(asker.email, kind)
    if open_one is not None:
        _answered(open_one, Outcome.GIVEN, now)


def _answered(request: Request, outcome: Outcome, now: datetime) -> Request:
    """Done; in another tab perhaps a moment before."""
    try:
        return asking.answer(request.id, outcome, now)
    except RequestClosed:
        return request
