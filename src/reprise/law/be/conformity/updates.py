"""Updates of devices with digital elements (art. 1649ter, § 5 and § 6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import criteria_words as say
from reprise.law.be.conformity.departures import Deviation, Measure, deviation
from reprise.law.calendars import Calendar
from reprise.law.provision import Basis, Because, Contradiction, Decision, provision


class Supply(Enum):
    """How the contract provides for the digital content or service."""

    ONCE = "once"
    CONTINUOUS = "continuous"


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One update, security updates included, as it was needed on a day.

    ``expected_until`` is how long the consumer may reasonably expect updates, with regard to the
    type and purpose of the device and its digital elements, the circumstances and the contract.
    ``liable_until`` is the last day of the period of art. 1649quater, § 1, al. 2: the day of
    ``digital_until`` in `be.guarantee.timeline`, which counts two years from delivery, or the whole
    time of supply where that is longer, an agreed shorter period that reaches the digital elements
    (al. 4), and the days on which either was suspended (al. 3); None where there is none: supplied
    once, or ``digital_open``, while a supply of which the contract names no end lasts.
    ``calendar`` is the consumer's.
    """

    calendar: Calendar
    supply: Supply
    expected_until: date
    liable_until: date | None
    day: date
    needed: bool = True  # to keep the device conforming
    told: bool
    supplied: bool
    deviation: Deviation | None = None

    def __post_init__(self) -> None:
        if self.deviation is not None and self.deviation.measure is Measure.NORMAL:
            raise Contradiction("what was accepted of an update departs from § 5", "deviation")


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateDue(Decision):
    """Until when updates are owed, to the last second where the consumer is (None: as long as they
    are supplied), whether this one is, and whether its absence is a lack of conformity."""

    until: datetime | None
    owed: bool
    lacking: bool


@provision("be.conformity.updates", say.UPDATES, art.UPDATES, art.UPDATES_OPEN, art.DEVIATION)
def updates(facts: Update) -> UpdateDue:
    """The seller sees to it that the consumer is told of, and receives, the updates that are needed
    to keep the device conforming (art. 1649ter, § 5): as long as can reasonably be expected where
    the content is supplied once (1°), for the period of liability where it is continuous (2°)."""
    until, basis, reasons = _kept_up(facts)
    owed, lacking = facts.needed and (until is None or facts.day <= until), False
    if not facts.needed:
        reasons.append(say.UPDATE_NOT_NEEDED())
    elif not owed:
        reasons.append(say.UPDATE_OVER(on=facts.day))
    elif facts.told and facts.supplied:
        reasons.append(say.UPDATE_GIVEN())
    else:
        reasons.append(say.UPDATE_MISSING())
        lacking = True
        if facts.deviation is not None:
            excuse = deviation(facts.deviation)
            basis.extend(excuse.basis)
            reasons.extend(excuse.because)
            lacking = not excuse.excused
    return UpdateDue(
        basis=tuple(basis),
        because=tuple(reasons),
        until=facts.calendar.end_if_any(until),
        owed=owed,
        lacking=lacking,
    )


def _kept_up(facts: Update) -> tuple[date | None, list[Basis], list[Because]]:
    """The last day for updates, None while no end is known, what that rests on and why."""
    if facts.supply is Supply.ONCE:
        until = facts.expected_until
        return until, [art.UPDATES], [say.EXPECTED_UNTIL(until=until)]
    if facts.liable_until is None:
        return None, [art.UPDATES_OPEN], [say.LIABLE_OPEN()]
    return facts.liable_until, [art.UPDATES], [say.LIABLE_UNTIL(until=facts.liable_until)]


class Still(Enum):
    """Why the seller answers although an update was not installed."""

    TIME_LEFT = "time_left"
    OTHER_CAUSE = "other_cause"
    UNTOLD = "untold"
    CONSEQUENCES_UNTOLD = "consequences_untold"
    POOR_INSTRUCTIONS = "poor_instructions"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotInstalled:
    """An update that was supplied and that the consumer did not install, or installed wrongly.

    ``day`` is the day asked; ``reasonable_until`` is the last day of a reasonable time for
    installing it.
    """

    day: date
    reasonable_until: date
    only_cause: bool  # the defect results from nothing else
    told_available: bool
    told_consequences: bool
    poor_instructions: bool  # the cause is a shortcoming of the instructions


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerable(Decision):
    """``why`` is empty where the seller is free."""

    seller_liable: bool
    why: tuple[Still, ...]


@provision("be.conformity.not_installed", say.NOT_INSTALLED, art.NOT_INSTALLED)
def not_installed(facts: NotInstalled) -> Answerable:
    """Not installed within a reasonable time: the seller is free of a defect that results only from
    that, if the consumer was told of the update and of the consequences, and if shortcomings of the
    instructions are not the cause (art. 1649ter, § 6)."""
    why = tuple(_still(facts))
    if why:
        reason = say.STILL_ON_SELLER(why=tuple(say.WHY_STILL[each.value] for each in why))
    else:
        reason = say.ON_CONSUMER()
    return Answerable(
        basis=(art.NOT_INSTALLED,), because=(reason,), seller_liable=bool(why), why=why
    )


def _still(facts: NotInstalled) -> Iterator[Still]:
    if facts.day <= facts.reasonable_until:
        yield Still.TIME_LEFT
    if not facts.only_cause:
        yield Still.OTHER_CAUSE
    if not facts.told_available:
        yield Still.UNTOLD
    if not facts.told_consequences:
        yield Still.CONSEQUENCES_UNTOLD
    if facts.poor_instructions:
        yield Still.POOR_INSTRUCTIONS
