"""The log of what was done to what is held of somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import connection
from django.db.models import Max

from reprise import rows
from reprise.audit.actions import badge_of
from reprise.privacy.models import Act
from reprise.privacy.states import By, Verb

# An arbitrary, constant number: one act is numbered at a time, until its transaction ends.  The
# function `privacy_open` takes the same lock.
NUMBERING: Final = 7_361_039


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts; ``staff_id`` exactly for staff."""

    kind: By
    staff_id: UUID | None = None

    def __post_init__(self) -> None:
        if (self.kind is By.STAFF) is (self.staff_id is None):
            raise ValueError("staff act under their own account, and nobody else does")


PERSON: Final = Actor(By.PERSON)
CLOCK: Final = Actor(By.CLOCK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """An act before it has its number.  ``basis`` and ``reason`` are codes."""

    holding: str
    subject: UUID
    verb: Verb
    actor: Actor = field(default=CLOCK)
    request_id: UUID | None = None
    basis: str = ""
    reason: str = ""
    until: date | None = None
    hold_id: UUID | None = None


def note(done: Sequence[Done], now: datetime) -> None:
    """Write acts into the log, inside the transaction that makes them true.

    It waits for whoever numbers at the moment, so it is the last thing that a transaction does.
    """
    badges = {
        each.actor.staff_id: badge_of(each.actor.staff_id, now)
        for each in done
        if each.actor.staff_id
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [NUMBERING])
    last = Act.objects.aggregate(last=Max("seq"))["last"] or 0
    rows.insert(
        [
            Act(
                seq=last + place,
                request_id=each.request_id,
                holding=each.holding,
                subject=each.subject,
                hold_id=each.hold_id,
                verb=each.verb.value,
                basis=each.basis,
                until=each.until,
                actor_kind=each.actor.kind.value,
                staff_id=each.actor.staff_id,
                badge=badges[each.actor.staff_id] if each.actor.staff_id else "",
                reason=each.reason,
                at=now,
            )
            for place, each in enumerate(done, 1)
        ]
    )
