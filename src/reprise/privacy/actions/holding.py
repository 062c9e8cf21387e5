"""Leaving something alone because somebody needs it to be there (art. 18; claims; authorities)."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from reprise import rows
from reprise.kernel.refusal import Refusal
from reprise.keys import MissingKey
from reprise.privacy.actions.acting import Actor, Done, note
from reprise.privacy.actions.contacts import HOLDING, HOLDING_BACK, take_out
from reprise.privacy.leaving import restricted
from reprise.privacy.models import Hold
from reprise.privacy.states import HoldKind, Verb

log = logging.getLogger(__name__)

# What an act about all of a person is about: the hold itself, since nobody is named.
OF_A_PERSON: Final = "hold"


@dataclass(frozen=True, slots=True)
class Subject:
    """One order, or all that an address leads to (`people.person`): exactly one of the two."""

    order_id: UUID | None = None
    person: bytes | None = None

    def __post_init__(self) -> None:
        if (self.order_id is None) is (self.person is None):
            raise ValueError("a hold is about an order or about a person")


class NoSuchHold(Refusal):
    code = "no_such_hold"
    message = "This hold was lifted already. Nothing was changed."


def hold(
    subject: Subject,
    kind: HoldKind,
    review_on: date,
    actor: Actor,
    now: datetime,
    request_id: UUID | None = None,
) -> Hold:
    """Nothing of the subject is archived or deleted until this is lifted, whoever asks.

    The same kind twice is the first one (its ``review_on`` moves).  A restriction of an order that
    could be archived puts its contact into the archive first: there nothing but storage happens to
    it.  Where a key is missing it stays where it is, and is held all the same.  With
    ``request_id`` the acts name the request that they answer.  Must not run inside a transaction.
    """
    if kind is HoldKind.RESTRICTION and subject.order_id is not None:
        try:
            take_out(subject.order_id, restricted, actor, now, request_id)
        except MissingKey:
            log.exception("order %s cannot be archived; it is held in the shop", subject.order_id)
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            # Waits for whoever is taking something out, and stops the next one.
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [HOLDING_BACK])
        known = Hold.objects.filter(
            order_id=subject.order_id, person=subject.person, kind=kind.value, lifted_at=None
        ).first()
        if known is not None:
            known.review_on = review_on
            rows.update(known, ["review_on"])
            return known
        made = Hold(
            order_id=subject.order_id, person=subject.person, kind=kind.value, since=now,
            review_on=review_on, staff_id=actor.staff_id,
        )  # fmt: skip
        rows.insert([made])
        _note(made, Verb.HELD, actor, now, request_id)
        return made


def lift(hold_id: UUID, actor: Actor, now: datetime, request_id: UUID | None = None) -> None:
    """The subject is treated like any other again, from the next night on; ``request_id`` is the
    request that ends it.  Raises NoSuchHold."""
    with transaction.atomic():
        known = rows.first(Hold, id=hold_id, lock=True)
        if known is None or known.lifted_at is not None:
            raise NoSuchHold
        known.lifted_at = now
        rows.update(known, ["lifted_at"])
        _note(known, Verb.UNHELD, actor, now, request_id)


def _note(
    known: Hold, verb: Verb, actor: Actor, now: datetime, request_id: UUID | None = None
) -> None:
    about = (HOLDING, known.order_id) if known.order_id else (OF_A_PERSON, known.id)
    holding, subject = about
    done = Done(
        holding=holding, subject=subject, verb=verb, actor=actor, request_id=request_id,
        reason=known.kind, until=known.review_on if verb is Verb.HELD else None,
    )  # fmt: skip
    note([done], now)
