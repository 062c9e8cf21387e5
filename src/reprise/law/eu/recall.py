"""What buyers are owed once a product that was sold turns out unlawful or dangerous.

Regulation (EU) 2022/2065, art. 32, speaks of any unlawful product; Regulation (EU) 2023/988 of the
recall of a dangerous one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final

from reprise.law.calendars import Calendar, plus_months
from reprise.law.checklist import Checklist, Item
from reprise.law.eu import recall_words as say
from reprise.law.eu.platform import SECTION_4
from reprise.law.instruments import DSA, GPSR
from reprise.law.provision import Basis, Decision, NotInForce, Source, provision

SINCE: Final = date(2024, 12, 13)
BACK_MONTHS: Final = 6
LEAST_REMEDIES: Final = 2

INFORM: Final = Basis(DSA, "art. 32", Source.MEMORY)
TOLD: Final = Basis(GPSR, "", Source.MEMORY)
REMEDY: Final = Basis(
    GPSR, "art. 37", Source.MEMORY, open="whether one remedy is enough where the others cannot be"
)


class Point(Enum):
    """What buyers of an unlawful product are told."""

    ILLEGALITY = "illegality"
    TRADER = "trader"
    REDRESS = "redress"


_POINTS: Final = Checklist(
    say.POINTS,
    {
        Point.ILLEGALITY: Item(say.ILLEGALITY, INFORM),
        Point.TRADER: Item(say.TRADER, INFORM),
        Point.REDRESS: Item(say.REDRESS, INFORM),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlawful:
    """A product that the platform learned to be unlawful on ``learned``, one buyer of it, and what
    was said to this buyer, or to everybody where the platform cannot reach them.  ``calendar`` is
    the buyer's."""

    calendar: Calendar
    learned: date
    bought: date
    reachable: bool
    said: frozenset[Point] = frozenset()
    small_platform: bool = False


class Duty(Enum):
    """How the buyer learns of it."""

    TELL = "tell"
    PUBLISH = "publish"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Decision):
    """``since`` is the first second, where the buyer is, of the purchases that count."""

    duty: Duty
    since: datetime
    missing: tuple[Point, ...]


@provision("eu.recall.unlawful", say.UNLAWFUL, INFORM, SECTION_4)
def unlawful(facts: Unlawful) -> Told:
    """Whoever bought the product in the six months before the platform learned that it was unlawful
    is told of that, of who the trader is, and of the means of redress; the same is published where
    the buyers cannot be reached (art. 32).  A small platform is spared (art. 29)."""
    since = plus_months(facts.learned, -BACK_MONTHS)
    first = facts.calendar.start_of(since)
    if facts.small_platform:
        return Told(
            basis=(SECTION_4,), because=(say.SPARED(),), duty=Duty.NONE, since=first, missing=()
        )
    if facts.bought < since:
        return Told(
            basis=(INFORM,),
            because=(say.TOO_LONG_AGO(months=BACK_MONTHS, since=since),),
            duty=Duty.NONE,
            since=first,
            missing=(),
        )
    missing = _POINTS.missing(facts.said)
    reached = say.TELL if facts.reachable else say.PUBLISH
    return Told(
        basis=(INFORM,),
        because=(reached(months=BACK_MONTHS, since=since), _POINTS.lacks(missing)),
        duty=Duty.TELL if facts.reachable else Duty.PUBLISH,
        since=first,
        missing=missing,
    )


class Remedy(Enum):
    """What a buyer of a recalled product is offered, free of charge."""

    REPAIR = "repair"
    REPLACEMENT = "replacement"
    REFUND = "refund"


class Fault(Enum):
    """What a recall lacks."""

    NOT_TOLD = "not_told"
    NOT_PUBLISHED = "not_published"
    TOO_FEW = "too_few"


_RECALL: Final = Checklist(
    say.RECALL,
    {
        Fault.NOT_TOLD: Item(say.NOT_TOLD, TOLD),
        Fault.NOT_PUBLISHED: Item(say.NOT_PUBLISHED, TOLD),
        Fault.TOO_FEW: Item(say.TOO_FEW, REMEDY),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """A recall on ``day``: who was told, and what is offered for the product."""

    day: date
    buyers_told: bool
    published: bool
    offered: frozenset[Remedy]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallCheck(Decision):
    faults: tuple[Fault, ...]


@provision("eu.recall.remedy", say.RECALL, TOLD, REMEDY, since=SINCE)
def recall(facts: Recall) -> RecallCheck:
    """The buyers are told directly, the recall is published, and the buyer chooses between at least
    two of repair, replacement and refund (art. 37).

    Raises NotInForce before 13 December 2024.
    """
    if facts.day < SINCE:
        raise NotInForce(f"not in force on {facts.day}: recalls are regulated so from {SINCE}")
    faults = {
        Fault.NOT_TOLD: not facts.buyers_told,
        Fault.NOT_PUBLISHED: not facts.published,
        Fault.TOO_FEW: len(facts.offered) < LEAST_REMEDIES,
    }
    found = _RECALL.found([fault for fault, met in faults.items() if met])
    return RecallCheck(basis=_RECALL.basis, because=(_RECALL.breaks(found),), faults=found)
