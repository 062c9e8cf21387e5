"""The order's log: a hash chain that shows each later change of a past step (S49c)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from django.db import connection

from reprise import rows
from reprise.kernel import evidence
from reprise.orders import chain
from reprise.orders.models import Step

digest = evidence.digest


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it: ``kind`` is buyer, seller, staff, provider, carrier or clock.

    A buyer has no ``id`` here: the order leads to them for as long as their data is kept.
    """

    kind: str
    id: UUID | None = None

    def __post_init__(self) -> None:
        if self.kind == chain.BUYER and self.id is not None:
            raise ValueError("a log names no buyer's account")


BUYER = Actor(chain.BUYER)
CLOCK = Actor("clock")
PROVIDER = Actor("provider")
CARRIER = Actor("carrier")


@dataclass(frozen=True, slots=True)
class Entry:
    """A step before it is chained."""

    concern: str
    verb: Enum
    from_state: Enum | None
    to_state: Enum
    seller_id: UUID | None = None
    line_id: UUID | None = None
    reason: str = ""
    basis: str = ""
    facts_hash: str = ""


def told(step: Step) -> dict[str, Any]:
    """A step's fields as they are hashed and handed out, without its own hash."""
    return {
        "format": step.format,
        "order_id": str(step.order_id),
        "seq": step.seq,
        "seller_id": str(step.seller_id or ""),
        "line_id": str(step.line_id or ""),
        "concern": step.concern,
        "from_state": step.from_state,
        "to_state": step.to_state,
        "verb": step.verb,
        "actor_kind": step.actor_kind,
        "actor_id": str(step.actor_id or ""),
        "reason": step.reason,
        "basis": step.basis,
        "facts_hash": step.facts_hash,
        "at": step.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "previous": step.previous,
    }


def step_hash(step: Step) -> str:
    """What ``step.hash`` must be."""
    return chain.step_hash(told(step))


def begun(order_id: UUID, entries: Sequence[Entry], actor: Actor, now: datetime) -> list[Step]:
    """The first steps of a new order's log, for the caller to write with the order."""
    return _chained(order_id, 0, "", entries, actor, now)


def append(order_id: UUID, entries: Sequence[Entry], actor: Actor, now: datetime) -> None:
    """Chain ``entries`` to the order's log.  The caller holds the order's lock."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT seq, hash FROM orders_step WHERE order_id = %s ORDER BY seq DESC LIMIT 1",
            [order_id],
        )
        seq, previous = cursor.fetchone() or (0, "")
    rows.insert(_chained(order_id, seq, previous, entries, actor, now))


def _chained(
    order_id: UUID,
    seq: int,
    previous: str,
    entries: Sequence[Entry],
    actor: Actor,
    now: datetime,
) -> list[Step]:
    steps = []
    for entry in entries:
        seq += 1
        row = Step(
            order_id=order_id,
            seq=seq,
            seller_id=entry.seller_id,
            line_id=entry.line_id,
            concern=entry.concern,
            from_state=entry.from_state.value if entry.from_state else "",
            to_state=entry.to_state.value,
            verb=entry.verb.value,
            actor_kind=actor.kind,
            actor_id=actor.id,
            reason=entry.reason,
            basis=entry.basis,
            facts_hash=entry.facts_hash,
            at=now,
            format=chain.FORMAT,
            previous=previous,
        )
        row.hash = previous = step_hash(row)
        steps.append(row)
    return steps


def broken_at(order_id: UUID) -> int | None:
    """The first step number that does not fit the chain; None when the log is whole."""
    return broken_in(Step.objects.filter(order_id=order_id).order_by("seq"))


def broken_in(steps: Iterable[Step]) -> int | None:
    """The same, of an order's steps in their order."""
    previous = ""
    for number, step in enumerate(steps, start=1):
        if step.seq != number or step.previous != previous or step.hash != step_hash(step):
            return number
        previous = step.hash
    return None
