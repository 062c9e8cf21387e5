"""Which payment account of a seller counts, and when another one begins to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

# The operator's rule, no statute's: over a weekend somebody reads the letter.  Whoever has taken an
# account over changes where the money goes first.
COOLING: Final = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Entered:
    """One entry: who said when where the money is to go, and from when on that counts."""

    id: UUID
    entered_at: datetime
    effective_at: datetime
    stopped_at: datetime | None = None


def counts_from(before: Iterable[Entered], now: datetime) -> datetime:
    """From when on an account that is entered now counts: at once if there was none before."""
    return now + COOLING if any(each.stopped_at is None for each in before) else now


def in_effect(entries: Iterable[Entered], at: datetime) -> Entered | None:
    """The entry that said, at this moment, where the money goes; the later one of two."""
    counting = [each for each in entries if each.stopped_at is None and each.effective_at <= at]
    return max(counting, key=lambda each: (each.effective_at, each.entered_at), default=None)


def waiting(entries: Iterable[Entered], at: datetime) -> Entered | None:
    """The entry that will count later."""
    return next(
        (each for each in entries if each.stopped_at is None and each.effective_at > at), None
    )
