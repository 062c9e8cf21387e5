"""For how long durability is guaranteed, by statement and advertising (art. 1649septies, § 1)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from reprise.law.be.conformity.commercial import Advantage, Promise
from reprise.law.durations import Duration, longest

_NOTHING: Final = Promise()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasting:
    """For how long the device lasts by the statement, by the advertising, and by both together;
    None: nothing is said of it.  ``certain`` is the longest of the times that have an end;
    ``longer_unsaid``: it lasts so long by a statement that does not say so, and less by advertising
    that does."""

    declared: Duration | None
    advertised: Duration | None
    together: Duration | None
    certain: Duration | None
    longer_unsaid: bool


def lasting(first: date, declared: Promise | None, advertising: Promise | None) -> Lasting:
    """Where a statement does not say how long, the device lasts as long as its longest service, and
    advertising takes nothing from that; where advertising does not, it adds its own longest service
    to a statement that does not either.  All run from ``first``."""
    times = _times(first, declared or _NOTHING, advertising or _NOTHING)
    together = longest(first, *times)
    says = advertising is not None and advertising.durability is not None
    silent = declared is not None and declared.durability is None
    return Lasting(
        declared=times[0],
        advertised=times[1],
        together=together,
        certain=longest(first, *(each for each in times if each and not each.endless)),
        longer_unsaid=says and silent and longest(first, times[1], times[0]) != times[1],
    )


def _times(
    first: date, declared: Promise, advertised: Promise
) -> tuple[Duration | None, Duration | None]:
    served = _served(first, declared)
    by_statement = declared.durability or served or declared.other
    if declared.durability or advertised.durability:
        return by_statement, advertised.durability
    return by_statement, _served(first, advertised) or (None if served else advertised.other)


def _served(first: date, promise: Promise) -> Duration | None:
    return longest(first, promise.refund, promise.replacement, promise.repair)


def for_all(promise: Promise, lasts: Duration | None, first: date) -> Promise:
    """With both repair and replacement for as long as the device lasts: ``lasts``, or longer where
    it says so itself."""
    durability = longest(first, lasts, promise.durability)
    return replace(
        promise,
        durability=durability,
        replacement=longest(first, promise.replacement, durability),
        repair=longest(first, promise.repair, durability),
    )


def free(promise: Promise) -> Promise:
    """Without what is to be paid, and with carriage."""
    advantages = promise.advantages | {Advantage.CARRIAGE}
    return replace(promise, excess=None, advantages=advantages)


_BEYOND: Final = frozenset({Advantage.ACCIDENTS, Advantage.AT_HOME, Advantage.LOAN})


def goes_beyond(best: Promise, first: date) -> bool:
    """Whether more is promised than repair and replacement of what does not last."""
    if best.refund or best.other or best.further or best.advantages & _BEYOND:
        return True
    return outlasts(best, best.durability, first)


def outlasts(promise: Promise, lasts: Duration | None, first: date) -> bool:
    """Whether repair or replacement is promised for longer than ``lasts``."""
    return longest(first, lasts, promise.replacement, promise.repair) != lasts
