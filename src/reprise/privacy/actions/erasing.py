"""Erasure that a person asks for (Regulation (EU) 2016/679, art. 17), order by order."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from reprise import rows
from reprise.kernel.refusal import Refusal
from reprise.keys import MissingKey
from reprise.law.calendars import Calendar
from reprise.outbox.actions import publish
from reprise.privacy.actions import accounts, contacts
from reprise.privacy.actions.acting import Actor
from reprise.privacy.actions.telling import ask_sellers
from reprise.privacy.events import ErasureCarriedOut
from reprise.privacy.leaving import Decided, Fate, held_back, locked_out, on_request, there
from reprise.privacy.models import Duty, Request
from reprise.privacy.queries import facts, held_orders
from reprise.privacy.states import By

log = logging.getLogger(__name__)

# So many duties are looked at in one run that comes every ten minutes.
MOST_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be done, in the order of the ids.  ``digest`` (64 hex) stands for exactly that:
    it is put into the form that confirms."""

    decided: tuple[Decided, ...]
    digest: str


class PlanChanged(Refusal):
    """What was shown is not what would be done now: it is shown again."""

    code = "erasure_plan_changed"
    message = (
        "Something has changed since this page was shown. Nothing was erased: "
        "please read again what would be done, and confirm it then."
    )


def plan(order_ids: Collection[UUID], now: datetime, gives_up: Collection[UUID] = ()) -> Plan:
    """What :func:`carry_out` would do with each of these orders.  Reads alone; takes no lock.

    The caller has found the orders of the person: those with a contact, and archived ones.
    ``gives_up`` are the holds that the person ends by confirming it.
    """
    ids = sorted(set(order_ids))
    known, kept_back = facts(ids), held_orders(ids, now, gives_up)
    archived, named = contacts.rows_archived(ids), contacts.named(ids)
    decided = []
    for order_id in ids:
        if order_id not in named:
            row = archived.get(order_id)
            decided.append(there(order_id, row.until if row else None))
        else:
            order = known[order_id]
            asked = on_request(order_id, order, Calendar(order.country).day_of(now))
            decided.append(held_back(asked) if order_id in kept_back else asked)
    return Plan(tuple(decided), _digest(decided, ends=bool(gives_up)))


def _digest(decided: Collection[Decided], *, ends: bool) -> str:
    told: list[object] = [
        (
            str(each.order_id), each.fate.value, each.ground.value, str(each.until or ""),
            sorted(cause.value for cause in each.busy),
        )
        for each in decided
    ]  # fmt: skip
    if ends:
        # Nobody ends a restriction who was not told of it.
        told.append("ends a restriction")
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def note(
    request_id: UUID,
    order_ids: Collection[UUID],
    actor: Actor,
    digest: str,
    now: datetime,
    account_id: UUID | None = None,
    gives_up: Collection[UUID] = (),
) -> None:
    """Note what a request for erasure has to carry out (`Duty`), inside the caller's transaction:
    from its commit on it is carried out, by :func:`carry_out` or by the sweep.

    The request's own state is the caller's: this reads and writes none of it.  Nor does it lift
    the holds that the person ``gives_up``: the caller does, in the same transaction.  Raises
    PlanChanged when ``digest`` is not that of the plan of now, for an account SellerAccount,
    StaffAccount and HeldAccount, and Request.DoesNotExist: roll back.
    """
    rows.get(Request, id=request_id, lock=True)
    shown = plan(order_ids, now, gives_up)
    if shown.digest != digest:
        raise PlanChanged
    subjects = [(contacts.HOLDING, each.order_id) for each in shown.decided]
    if account_id is not None:
        accounts.may_be_erased(account_id, now, gives_up)
        subjects.append((accounts.HOLDING, account_id))
    _note_duties(request_id, subjects, actor, now)
    _finish(request_id, now)


def carry_out(request_id: UUID, now: datetime) -> tuple[Decided, ...]:
    """Do what a request has noted, each order in a transaction of its own and the account last;
    what was decided for each order under its lock.

    What is KEPT stays a duty until nothing stands against it, and so does an account that may not
    be erased any more since the request was noted.  With the last one the event
    ErasureCarriedOut(request_id) is published, here or by the sweep.  Must not run inside a
    transaction.
    """
    result = []
    for duty in _duties(request_id):
        try:
            result.append(_carry_out(duty, now))
        except Refusal as refusal:
            log.warning("the %s of request %s waits: %s", duty.holding, request_id, refusal)
    return tuple(each for each in result if each is not None)


def left(request_id: UUID) -> int:
    """How many duties a request still has; 0: all of it is carried out."""
    return Duty.objects.filter(request_id=request_id).count()


def is_noted(request_id: UUID, account_id: UUID) -> bool:
    """Whether a request has confirmed already that an account goes, and it is still there."""
    noted = Duty.objects.filter(request_id=request_id, holding=accounts.HOLDING)
    return noted.filter(subject=account_id).exists()


def go_on(now: datetime) -> int:
    """Carry out what requests have left: after a kill, or since something is no longer busy.

    How many duties were done.  One that fails is logged, and stops no other.
    """
    done = 0
    for duty in Duty.objects.order_by("asked_at", "id")[:MOST_AT_ONCE]:
        try:
            decided = _carry_out(duty, now)
        except Refusal as refusal:
            log.warning("the %s of request %s waits: %s", duty.holding, duty.request_id, refusal)
            continue
        except Exception:
            log.exception("the %s of request %s waits", duty.holding, duty.request_id)
            continue
        done += decided is None or decided.fate is not Fate.KEPT
    return done


def _duties(request_id: UUID) -> list[Duty]:
    """Orders first, then the account: without it nobody could be told any more."""
    found = Duty.objects.filter(request_id=request_id)
    return sorted(found, key=lambda duty: (duty.holding == accounts.HOLDING, duty.subject))


def _note_duties(
    request_id: UUID, subjects: Collection[tuple[str, UUID]], actor: Actor, now: datetime
) -> None:
    duties = [
        Duty(
            request_id=request_id, holding=holding, subject=subject, by=actor.kind.value,
            staff_id=actor.staff_id, asked_at=now,
        )
        for holding, subject in subjects
    ]  # fmt: skip
    if duties:
        rows.insert(duties, known="ignore")


def _carry_out(duty: Duty, now: datetime) -> Decided | None:
    """One duty in one transaction; None for an account.  The request's row is locked first: who
    does its last duty sees that nothing is left."""
    actor = Actor(By(duty.by), duty.staff_id)
    if duty.holding == accounts.HOLDING:
        with transaction.atomic(durable=True):
            rows.get(Request, id=duty.request_id, lock=True)
            accounts.erase(duty.subject, actor, now, duty.request_id)
            _done(duty, now)
        return None

    def once() -> Decided:
        with transaction.atomic(durable=True):
            rows.get(Request, id=duty.request_id, lock=True)
            decided = contacts.take(duty.subject, on_request, actor, now, duty.request_id)
            if decided.fate is Fate.DONE:
                # Archived by a restriction, it was nobody else's to delete yet.
                ask_sellers(duty.subject, now)
            if decided.fate is not Fate.KEPT:
                _done(duty, now)
            return decided

    try:
        return contacts.unless_claimed(once)
    except MissingKey:
        log.exception("order %s cannot be archived; it waits", duty.subject)
        return locked_out(duty.subject)


def _done(duty: Duty, now: datetime) -> None:
    """Take a duty off the request; whoever finds that another has done it tells of nothing."""
    if rows.delete(Duty, id=duty.id):
        _finish(duty.request_id, now)


def _finish(request_id: UUID, now: datetime) -> None:
    if not Duty.objects.filter(request_id=request_id).exists():
        publish([ErasureCarriedOut(request_id)], at=now)
