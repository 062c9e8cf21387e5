"""For how long a device is guaranteed to last (art. 1649septies, § 1; art. 1649bis, § 1, 12°)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reprise.law.be.conformity.commercial import Promise
from reprise.law.durations import Duration, longest


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasting:
    """``lasts``: for how long by statement and advertising together, in doubt for the consumer.
    ``settled``: for how long one of them says so or, where neither does, repairs or replaces.
    ``certain``: the longest time that has an end.  None: nothing says so."""

    lasts: Duration | None
    settled: Duration | None
    certain: Duration | None


def lasting(first: date, *papers: Promise | None) -> Lasting:
    """A guarantee that does not say how long the device lasts runs as long as anything that it
    gives; of two that differ the longer counts.  All run from ``first``."""
    made = [each for each in papers if each is not None]
    said = longest(first, *(each.durability for each in made))
    worked = longest(first, *(time for each in made for time in (each.replacement, each.repair)))
    settled = said or worked
    named = [time for each in made for time in (each.durability, *_times(each)) if time]
    return Lasting(
        lasts=longest(first, settled, *(_alone(first, each) for each in made)),
        settled=settled,
        certain=longest(first, *(time for time in named if not time.endless)),
    )


def _alone(first: date, promise: Promise) -> Duration | None:
    return promise.durability or longest(first, *_times(promise))


def _times(promise: Promise) -> tuple[Duration, ...]:
    return tuple(lasts for _, lasts in promise.services)
