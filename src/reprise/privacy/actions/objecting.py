"""What an agreed objection stops (Regulation (EU) 2016/679, art. 21(1)), and that it is remembered.

An account remembers it as long as it is there; of somebody without one the answered request does,
by the address, until who asked is forgotten.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection

from reprise.accounts.actions import leave_uncounted
from reprise.accounts.models import User
from reprise.discovery import actions as discovery
from reprise.discovery.models import Sale
from reprise.keys import MissingKey
from reprise.orders.models import Contact
from reprise.privacy.access import Person, orders_of, owner
from reprise.privacy.actions.acting import Actor, Done
from reprise.privacy.holdings import COUNTS
from reprise.privacy.models import Request, Requester
from reprise.privacy.people import person
from reprise.privacy.queries import owners_of
from reprise.privacy.states import Outcome, RequestKind, Verb

log = logging.getLogger(__name__)

# An arbitrary, constant number.  Whoever counts an order shares it, who stops counting has it
# alone: no order is counted by somebody who has not seen that its person objected.
COUNTING: Final = 7_361_045
# An act of it is about whoever is remembered: the account, or of a guest the request.
FROM_NOW_ON: Final = "from_now_on"


@dataclass(frozen=True, slots=True)
class Stopped:
    """What agreeing would stop: the orders that count in a list now.  ``user_id`` is the account
    that remembers it; None: the address is remembered."""

    orders: tuple[UUID, ...]
    user_id: UUID | None


def asker_of(request: Request) -> Person:
    """Who has asked: the account that did, or that has proven the address now; or whoever reads
    the mail of the address."""
    asked = Requester.objects.get(request=request)
    user = User.objects.filter(id=asked.user_id).first() if asked.user_id else None
    if user is None:
        user = User.objects.with_email(asked.email).filter(verified_at__isnull=False).first()
    return owner(user) if user else Person(None, asked.email)


def what_stops(request: Request) -> Stopped:
    """What :func:`stop` would stop now.  An order that somebody's account has and that bears the
    asker's address is among them: being left out harms nobody.  Not so where an account has never
    proven the address."""
    who = asker_of(request)
    known = set(orders_of(who))
    if who.user_id is None or who.email:
        with_it = Contact.objects.filter(email__iexact=request.requester.email)
        known |= set(with_it.values_list("order_id", flat=True))
    counted = Sale.objects.filter(order_id__in=known).values_list("order_id", flat=True)
    return Stopped(tuple(sorted(set(counted))), who.user_id)


def stop(request: Request, actor: Actor, now: datetime) -> list[Done]:
    """Stop it, inside the transaction that closes the request, which is locked; the acts that tell
    of it, for the caller to note when all is done."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [COUNTING])
    stops = what_stops(request)
    discovery.forget_sales_of(stops.orders)
    remembered = request.id
    if stops.user_id is not None and leave_uncounted(stops.user_id, now):
        remembered = stops.user_id

    def done(subject: UUID, reason: str = "") -> Done:
        return Done(
            holding=COUNTS.key, subject=subject, verb=Verb.ERASED, actor=actor,
            request_id=request.id, reason=reason,
        )  # fmt: skip

    return [*map(done, stops.orders), done(remembered, FROM_NOW_ON)]


def stop_again(subject: UUID, at: datetime, reason: str) -> None:
    """Do one of these acts again, after a backup was put back.  Of a guest the address is lost."""
    if reason != FROM_NOW_ON:
        discovery.forget_sales_of([subject])
    elif not leave_uncounted(subject, at):
        log.error("An objection of a guest, of %s, is lost: enter it again.", at)


def is_uncounted(order_id: UUID) -> bool:
    """Whether whoever ordered has objected to being counted; stays so until the caller's
    transaction ends.  Without the key by which a guest's address is known, it counts for
    nobody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [COUNTING])
    contact = Contact.objects.filter(order_id=order_id).first()
    if contact is None:
        return False
    account = owners_of([contact]).get(order_id)
    if account and User.objects.filter(id=account, uncounted_since__isnull=False).exists():
        return True
    agreed = Requester.objects.filter(
        kind=RequestKind.OBJECTION.value, request__outcome=Outcome.STOPPED.value
    )
    if not agreed.exists():
        return False
    try:
        return agreed.filter(person=person(contact.email)).exists()
    except MissingKey:
        log.exception("nobody can tell whether order %s is to be counted; it is not", order_id)
        return True
