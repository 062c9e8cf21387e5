"""Leaving something alone because somebody needs it to be there (art. 18; claims; authorities)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from reprise.kernel.refusal import Refusal
from reprise.privacy.actions.acting import Actor
from reprise.privacy.models import Hold
from reprise.privacy.states import HoldKind


@dataclass(frozen=True, slots=True)
class Subject:
    """One order, or all that an address leads to (`people.person`): exactly one of the two."""

    order_id: UUID | None = None
    person: bytes | None = None


class NoSuchHold(Refusal):
    code = "no_such_hold"
    message = "This hold was lifted already. Nothing was changed."


def hold(subject: Subject, kind: HoldKind, review_on: date, actor: Actor, now: datetime) -> Hold:
    """Nothing of the subject is archived or deleted until this is lifted, whoever asks.

    The same kind twice is the first one (its ``review_on`` moves).  A restriction of an order that
    is not busy puts its contact into the archive first: there nothing but storage happens to it.
    """
    raise NotImplementedError


def lift(hold_id: UUID, actor: Actor, now: datetime) -> None:
    """The subject is treated like any other again, from the next night on.  Raises NoSuchHold."""
    raise NotImplementedError
