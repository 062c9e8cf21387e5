"""What every holding with an end says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol
from uuid import UUID

from reprise.privacy.actions.acting import Done
from reprise.privacy.leaving import Fate, Ground
from reprise.privacy.states import Verb


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One line of what the nights will do.  ``name`` is for people: an order's reference."""

    holding: str
    subject: UUID
    name: str
    night: date
    fate: Fate
    ground: Ground
    until: date | None = None


class Run(Protocol):
    """A holding whose rows leave by the clock."""

    holding: str

    def number(self) -> int:
        """How many rows it has in all."""

    def due(self, now: datetime, nights: int = 0) -> Iterator[Due]:
        """What leaves in the night of ``now`` and the ``nights`` after it, each once, as things
        stand.  The night itself asks with 0 and does exactly what is listed.

        What is KEPT among it stays because nobody can say when it leaves (CONTRADICTED).
        """

    def carry_out(self, due: Due, now: datetime) -> bool:
        """Decide it again under its locks and do it; False where it is no longer due."""


def first_night(held: datetime | None, now: datetime, nights: int) -> int | None:
    """The first of these nights in which something is not held any more, 0: this one; None: it is
    in all of them.  ``held`` is until when, None: it is not."""
    free = (night for night in range(nights + 1) if is_free(held, now + timedelta(days=night)))
    return next(free, None)


def is_free(held: datetime | None, at: datetime) -> bool:
    """Whether something is not held at a moment."""
    return held is None or held <= at


def erased_after(
    until: date, holding: str, subject: UUID, name: str, now: datetime, nights: int,
    held: datetime | None = None,
) -> Iterator[Due]:  # fmt: skip
    """What is erased on the day after its last one and when it is not ``held`` any more, if that is
    one of these nights or was before.  Days are those of UTC."""
    free = first_night(held, now, nights)
    if free is not None and (now + timedelta(days=nights)).date() > until:
        night = max(until + timedelta(days=1), (now + timedelta(days=free)).date())
        yield Due(holding=holding, subject=subject, name=name, night=night, fate=Fate.ERASED,
                  ground=Ground.OVER)  # fmt: skip


def erased(holding: str, subject: UUID, ground: Ground = Ground.OVER) -> Done:
    """The act of a night that has erased something."""
    return Done(holding=holding, subject=subject, verb=Verb.ERASED, basis=ground.value)
