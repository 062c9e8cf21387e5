"""Updates of devices with digital elements (art. 1649ter, § 5 and § 6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final

from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import updates_words as say
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

    ``digital_elements``: the device is a good with such elements, as `be.conformity.digital` says.
    ``expected_until``, asked of a single supply, is how long the consumer may reasonably expect
    updates, with regard to the type and purpose of the device and its digital elements, the
    circumstances and the contract.  ``liable_until``, asked of a continuous supply, is the last
    day of the period of art. 1649quater, § 1, al. 2, two years from the delivery or the whole time
    of supply where that is longer, and of the days on which it was suspended (al. 3), which
    ``suspended`` says that there were: ``digital_until`` in `be.guarantee.timeline` where nothing
    shorter is agreed for the digital elements; None where ``digital_open``, while a supply of
    which the contract names no end lasts.
    ``agreed_until`` is the last day of what is validly agreed for them (al. 4), ``digital_until``
    then; it counts for a continuous supply.
    ``calendar`` is the consumer's.
    """

    calendar: Calendar
    digital_elements: bool
    supply: Supply
    expected_until: date | None = None
    liable_until: date | None = None
    digital_open: bool = False
    suspended: bool = False
    agreed_until: date | None = None
    day: date
    needed: bool = True  # to keep the device conforming
    told: bool
    supplied: bool
    deviation: Deviation | None = None

    def __post_init__(self) -> None:
        if self.deviation is not None and self.deviation.measure is Measure.NORMAL:
            raise Contradiction("what was accepted of an update departs from § 5", "deviation")
        if self.supply is Supply.ONCE and self.expected_until is None:
            raise Contradiction(
                "what is supplied once is kept up as long as can be expected",
                "supply",
                "expected_until",
            )
        if self.supply is Supply.CONTINUOUS and self.digital_open is (
            self.liable_until is not None
        ):
            raise Contradiction(
                "a continuous supply has either a last day or none that is known",
                "liable_until",
                "digital_open",
            )
        if self.suspended and self.liable_until is None:
            raise Contradiction(
                "what has no last day is not made longer", "suspended", "liable_until"
            )
        ends = (self.agreed_until, self.liable_until)
        if ends[0] is not None and ends[1] is not None and ends[0] >= ends[1]:
            raise Contradiction(
                "a shorter period ends before the longer", "agreed_until", "liable_until"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateDue(Decision):
    """Until when updates are owed, to the last second where the consumer is (None: as long as they
    are supplied, or the device is none with digital elements), whether this one is, and whether its
    absence is a lack of conformity."""

    until: datetime | None
    owed: bool
    lacking: bool


@provision(
    "be.conformity.updates", say.UPDATES, art.UPDATES, art.UPDATES_EXPECTED, art.UPDATES_OPEN,
    art.UPDATES_SUSPENDED, art.UPDATES_AGREED, art.DEVIATION,
)  # fmt: skip
def updates(facts: Update) -> UpdateDue:
    """The seller sees to it that the consumer is told of, and receives, the updates that are needed
    to keep a device with digital elements conforming (art. 1649ter, § 5): as long as can reasonably
    be expected where the content is supplied once (1°), which is an estimate, for the period of
    liability where it is continuous (2°).  A shorter period that was agreed is not read into 2°, in
    the consumer's favour, and is open; so is that days of suspension are."""
    if not facts.digital_elements:
        return UpdateDue(
            basis=(art.UPDATES,),
            because=(say.NO_DIGITAL_ELEMENTS(),),
            until=None,
            owed=False,
            lacking=False,
        )
    until, basis, reasons = _kept_up(facts)
    owed, lacking = facts.needed and (until is None or facts.day <= until), False
    if not facts.needed:
        reasons.append(say.UPDATE_NOT_NEEDED())
    elif not owed:
        reasons.append(say.UPDATE_OVER(on=facts.day))
    elif facts.told and facts.supplied:
        reasons.append(say.UPDATE_GIVEN())
    else:
        reasons.append(say.UPDATE_MISSING(lacking=_missing(facts)))
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


def _missing(facts: Update) -> Because:
    """What the seller did not see to."""
    if facts.told:
        return say.UPDATE_NOT_RECEIVED()
    return say.UPDATE_UNTOLD() if facts.supplied else say.UPDATE_NEITHER()


def _kept_up(facts: Update) -> tuple[date | None, list[Basis], list[Because]]:
    """The last day for updates, None while no end is known, what that rests on and why."""
    if facts.supply is Supply.ONCE:
        expected = facts.expected_until
        reasons = [say.EXPECTED_UNTIL(until=expected), say.EXPECTED_ESTIMATED(until=expected)]
        return expected, [art.UPDATES, art.UPDATES_EXPECTED], reasons
    until, agreed = facts.liable_until, facts.agreed_until
    basis = [art.UPDATES_OPEN if until is None else art.UPDATES]
    reasons = [say.LIABLE_OPEN() if until is None else say.LIABLE_UNTIL(until=until)]
    if facts.suspended:
        basis.append(art.UPDATES_SUSPENDED)
        reasons.append(say.UPDATES_SUSPENDED())
    if agreed is not None:
        basis.append(art.UPDATES_AGREED)
        reasons.append(say.UPDATES_AGREED(until=agreed))
    return until, basis, reasons


class Teller(Enum):
    """Who told the consumer."""

    SELLER = "seller"  # or somebody in the seller's name or on the seller's behalf
    OTHER = "other"  # the producer, the device itself, a newspaper
    NOBODY = "nobody"


class Still(Enum):
    """Why the seller answers although an update was not installed."""

    BEYOND = "beyond"  # the update is none of § 5
    TIME_LEFT = "time_left"
    AROSE_BEFORE = "arose_before"
    OTHER_CAUSE = "other_cause"
    UNTOLD = "untold"
    CONSEQUENCES_UNTOLD = "consequences_untold"
    TOLD_BY_ANOTHER = "told_by_another"
    TOLD_LATE = "told_late"
    POOR_INSTRUCTIONS = "poor_instructions"
    UNGUIDED = "unguided"
    WRONGLY = "wrongly"  # it was installed, though wrongly


# What keeps the seller answering by an estimate, or in doubt for the consumer, and the question
# that it leaves.
_OPEN: Final = {
    Still.BEYOND: art.NOT_INSTALLED_BEYOND,
    Still.TIME_LEFT: art.NOT_INSTALLED_TIME,
    Still.AROSE_BEFORE: art.NOT_INSTALLED_BEFORE,
    Still.TOLD_BY_ANOTHER: art.NOT_INSTALLED_TOLD,
    Still.TOLD_LATE: art.NOT_INSTALLED_TOLD_LATE,
    Still.UNGUIDED: art.NOT_INSTALLED_UNGUIDED,
    Still.WRONGLY: art.NOT_INSTALLED_WRONGLY,
}
INSTALLING: Final = (art.NOT_INSTALLED, *_OPEN.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class NotInstalled:
    """An update that was supplied and that the consumer did not install, or installed ``wrongly``.

    ``arose`` is the day on which the defect arose, ``day`` the day asked; ``reasonable_until`` is
    the last day of a reasonable time for installing it, and counts whole; that time does not run
    before the consumer could know of the update.
    ``beyond``: § 5 does not ask for the update, as it is given by the contract alone, to a device
    without digital elements or after the period of § 5.  ``told_late``: the seller told of the
    update, or of the consequences, only when the defect had arisen.
    """

    arose: date
    day: date
    reasonable_until: date
    only_cause: bool  # the defect results from nothing else
    told_available: Teller
    told_consequences: Teller
    poor_instructions: bool  # the cause is a shortcoming of the instructions
    unguided: bool = False  # the cause is that there were none
    wrongly: bool = False
    beyond: bool = False
    told_late: bool = False

    def __post_init__(self) -> None:
        if self.arose > self.day:
            raise Contradiction("a defect has not arisen yet after the day asked", "arose", "day")
        if self.poor_instructions and self.unguided:
            raise Contradiction(
                "there were instructions or there were none", "poor_instructions", "unguided"
            )
        tellers = (self.told_available, self.told_consequences)
        if self.told_late and Teller.SELLER not in tellers:
            raise Contradiction(
                "who told late has told", "told_late", "told_available", "told_consequences"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerable(Decision):
    """``why`` is empty where the seller is free."""

    seller_liable: bool
    why: tuple[Still, ...]


@provision("be.conformity.not_installed", say.NOT_INSTALLED, *INSTALLING)
def not_installed(facts: NotInstalled) -> Answerable:
    """Not installed within a reasonable time: the seller is free of a defect that results only from
    that, if the seller told the consumer of the update and of the consequences, and if shortcomings
    of the instructions are not the cause (art. 1649ter, § 6).  Where another told, or the seller
    only when the defect had arisen, where that arose while there was time, where there were no
    instructions or the update was installed and only wrongly, and where § 5 did not ask for it, the
    seller keeps answering, and that is open.  The article gives the reasonable time no length
    and no first day: where it decides, its last day is somebody's estimate."""
    why = tuple(_still(facts))
    basis = _rests_on(why)
    if why:
        still = say.STILL_THOUGH_WRONGLY if facts.wrongly else say.STILL_ON_SELLER
        reason = still(why=tuple(say.WHY_STILL[each.value] for each in why))
    else:
        reason = say.ON_CONSUMER()
    reasons = [reason]
    if art.NOT_INSTALLED_TIME in basis:
        reasons.append(say.TIME_ESTIMATED(until=facts.reasonable_until))
    return Answerable(basis=basis, because=tuple(reasons), seller_liable=bool(why), why=why)


def _rests_on(why: tuple[Still, ...]) -> tuple[Basis, ...]:
    """Nothing is open where one of the reasons stands by the words of the article."""
    if not all(each in _OPEN for each in why):
        return (art.NOT_INSTALLED,)
    timed = not why or Still.AROSE_BEFORE in why
    time = (art.NOT_INSTALLED_TIME,) if timed else ()
    return (art.NOT_INSTALLED, *time, *(_OPEN[each] for each in why))


def _still(facts: NotInstalled) -> Iterator[Still]:
    if facts.beyond:
        yield Still.BEYOND
    if facts.day <= facts.reasonable_until:
        yield Still.TIME_LEFT
    elif facts.arose <= facts.reasonable_until:
        yield Still.AROSE_BEFORE
    if not facts.only_cause:
        yield Still.OTHER_CAUSE
    if facts.told_available is Teller.NOBODY:
        yield Still.UNTOLD
    if facts.told_consequences is Teller.NOBODY:
        yield Still.CONSEQUENCES_UNTOLD
    if Teller.OTHER in (facts.told_available, facts.told_consequences):
        yield Still.TOLD_BY_ANOTHER
    if facts.told_late:
        yield Still.TOLD_LATE
    if facts.poor_instructions:
        yield Still.POOR_INSTRUCTIONS
    if facts.unguided:
        yield Still.UNGUIDED
    if facts.wrongly:
        yield Still.WRONGLY
