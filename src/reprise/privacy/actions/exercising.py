"""What a person does by themselves: have everything erased, have it left alone, object.

Who they are was proven before: by an account that signed in just now, or by a letter's link.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from reprise.accounts.actions import AccountGone
from reprise.accounts.actions.letters import use
from reprise.accounts.models import Letter, User
from reprise.accounts.queries import alone_with
from reprise.orders.contact import BuyerErased
from reprise.orders.models import Contact
from reprise.privacy import people
from reprise.privacy.access import Person, orders_of
from reprise.privacy.actions import asking, contacts, erasing
from reprise.privacy.actions.acting import PERSON
from reprise.privacy.actions.asking import RequestClosed
from reprise.privacy.actions.erasing import PlanChanged
from reprise.privacy.actions.holding import NoSuchHold, Subject, hold
from reprise.privacy.actions.lifting import lift
from reprise.privacy.events import RequestReceived
from reprise.privacy.leaving import Decided
from reprise.privacy.models import Hold, Request, Requester
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
    """What was decided for each order; ``waiting`` is how much has still to be done, ``closed``
    whether the account is gone that has asked."""

    request: Request
    decided: tuple[Decided, ...]
    waiting: int
    closed: bool


def plan(asker: Asker, now: datetime) -> erasing.Plan:
    """What :func:`erase` would do: to be shown, and confirmed by its digest."""
    given_up = [each.id for each in restrictions_of(asker.person)]
    return erasing.plan(orders_of(asker.person), now, given_up)


def left_to_nobody(person: Person) -> set[UUID]:
    """The orders in the archive that none of the person's addresses will find once their account
    is gone: only by staff, whom they ask."""
    user = User.objects.filter(id=person.user_id).first() if person.user_id else None
    return contacts.left_to_nobody(user) if user else set()


def erase(asker: Asker, digest: str, now: datetime) -> Erasure:
    """Erase what may be erased of a person's orders, and the account with them.  That their data is
    left alone because they have asked for it ends with it, and what staff hold does not.

    ``digest`` is the plan's that was shown.  A letter's link is used up by it.  The same form sent
    again, when its account is gone, is the same erasure.  Must not run inside a transaction.
    Raises PlanChanged, LinkOver, SellerAccount, StaffAccount, HeldAccount, RequestClosed,
    AccountGone: nothing was done, and the link is as it was.
    """
    try:
        request = _noted(asker, digest, now)
    except AccountGone:
        return _done_already(asker)
    decided = erasing.carry_out(request.id, now)
    waiting = erasing.left(request.id)
    if waiting:
        try:
            asking.begin(request.id, now)
        except RequestClosed:
            # What had to wait was carried out in this very moment.
            waiting = erasing.left(request.id)
    return Erasure(request, decided, waiting, _is_gone(asker.person.user_id))


@transaction.atomic(durable=True)
def _noted(asker: Asker, digest: str, now: datetime) -> Request:
    """File the request and note what it has to carry out.

    Its row is locked first, as by whoever carries it out.  Then nothing is ordered or claimed with
    the account, so that all its orders are in the plan that was shown, or it has changed.
    """
    if asker.letter is not None:
        use(asker.letter, now)
    request = asking.receive(RequestKind.ERASURE, asker.email, asker.locale, now)
    asking.locked(request.id)
    account = asker.person.user_id
    if account is not None and alone_with(account) is None:
        raise AccountGone
    given_up = [each.id for each in restrictions_of(asker.person)]
    try:
        erasing.note(request.id, orders_of(asker.person), PERSON, digest, now, account, given_up)
    except PlanChanged:
        # Sent twice, the plan has changed because it is being carried out.
        if account is None or not erasing.is_noted(request.id, account):
            raise
    else:
        _end(given_up, now, request.id)
    return request


def _done_already(asker: Asker) -> Erasure:
    """What an account has asked for that is gone by now.  Raises AccountGone where it did not ask:
    nobody had used it for long."""
    who = people.person(asker.email)
    asked = Requester.objects.filter(person=who, kind=RequestKind.ERASURE.value)
    last = asked.select_related("request").order_by("-request__received_on", "-request_id").first()
    if last is None:
        raise AccountGone
    return Erasure(last.request, (), erasing.left(last.request_id), closed=True)


def _is_gone(user_id: UUID | None) -> bool:
    return user_id is not None and not User.objects.filter(id=user_id).exists()


def restrict(asker: Asker, now: datetime) -> Request:
    """Nothing but keeping happens to a person's orders from now on (art. 18).

    Must not run inside a transaction.
    """
    request = asking.receive(RequestKind.RESTRICTION, asker.email, asker.locale, now)
    review = now.date() + REVIEWED_AFTER
    for order_id in orders_of(asker.person):
        hold(Subject(order_id=order_id), HoldKind.RESTRICTION, review, PERSON, now, request.id)
    # What is ordered later, too: with this account, or by a guest with this address.
    account = asker.person.user_id
    everything = Subject(user_id=account) if account else Subject(person=people.person(asker.email))
    hold(everything, HoldKind.RESTRICTION, review, PERSON, now, request.id)
    return _answered(request, Outcome.RESTRICTED, now)


def unrestrict(asker: Asker, now: datetime) -> None:
    """The person ends what they have asked for; what staff hold stays."""
    _end([each.id for each in restrictions_of(asker.person)], now)


def _end(hold_ids: Sequence[UUID], now: datetime, request_id: UUID | None = None) -> None:
    for hold_id in sorted(hold_ids):
        try:
            lift(hold_id, Lift.WITHDRAWN, PERSON, now, request_id)
        except NoSuchHold:
            continue


def restrictions_of(person: Person) -> list[Hold]:
    """The restrictions that a person has asked for, and not ended."""
    own = Hold.objects.filter(by=By.PERSON.value, lifted_at__isnull=True)
    of = Q(order_id__in=orders_of(person))
    if person.email:
        of |= Q(person=person.index)
    if person.user_id is not None:
        of |= Q(user_id=person.user_id)
    return list(own.filter(of))


def object_to(asker: Asker, now: datetime) -> Request:
    """What rests on our interest alone is looked at by staff within a month (art. 21)."""
    return asking.receive(
        RequestKind.OBJECTION, asker.email, asker.locale, now, told=RequestReceived,
        user_id=asker.person.user_id,
    )  # fmt: skip


def have_corrected(asker: Asker, order_id: UUID, now: datetime) -> Request:
    """Something in an order is wrong (art. 16): staff look at it, before it is sent.

    It runs under the order's own address, and is answered there: whoever wants a parcel led
    elsewhere cannot do it unseen.  Who asks is proven where that is the address that the asker has
    proven, or where the asker's account has bought it: with a mistyped address, perhaps.  Raises
    BuyerErased.
    """
    contact = Contact.objects.filter(asker.person.own(), order_id=order_id).first()
    if contact is None:
        raise BuyerErased
    by_buyer = contact.buyer_id is not None and contact.buyer_id == asker.person.user_id
    return asking.receive(
        RequestKind.RECTIFICATION, contact.email, asker.locale, now, order_id=order_id,
        told=RequestReceived,
        proven=by_buyer or people.person(contact.email) == people.person(asker.email),
    )  # fmt: skip


def given(asker: Asker, kind: RequestKind, now: datetime) -> None:
    """The person has downloaded what somebody entered a request for; without one nothing is
    noted."""
    open_one = asking.open_request(asker.email, kind)
    if open_one is not None and asking.prove(open_one, now):
        _answered(open_one, Outcome.GIVEN, now)


def _answered(request: Request, outcome: Outcome, now: datetime) -> Request:
    """Done; in another tab perhaps a moment before."""
    try:
        return asking.answer(request.id, outcome, now)
    except RequestClosed:
        return request
