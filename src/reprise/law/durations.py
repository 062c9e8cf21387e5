"""How long something was promised: days, months, years, or for life."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

from reprise.law.calendars import plus_months
from reprise.law.provision import Contradiction

CENTURY: Final = 100


class Unit(Enum):
    """In what a duration is counted."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    LIFE = "life"  # without an end, and without a number


_MONTHS: Final = {Unit.MONTH: 1, Unit.YEAR: 12}
_MOST: Final = {
    Unit.DAY: CENTURY * 365,
    Unit.MONTH: CENTURY * 12,
    Unit.YEAR: CENTURY,
}


@dataclass(frozen=True, slots=True)
class Duration:
    """``number`` of ``unit``, written "30 days", "24 months", "1 year"; `FOR_LIFE` has none.

    Raises ValueError for less than one, or more than a hundred years.
    """

    number: int
    unit: Unit

    @classmethod
    def days(cls, number: int) -> Duration:
        return cls(number, Unit.DAY)

    @classmethod
    def months(cls, number: int) -> Duration:
        return cls(number, Unit.MONTH)

    @classmethod
    def years(cls, number: int) -> Duration:
        return cls(number, Unit.YEAR)

    def __post_init__(self) -> None:
        if self.unit is Unit.LIFE:
            if self.number:
                raise Contradiction("a life is not counted", "number", "unit")
        elif not 1 <= self.number <= _MOST[self.unit]:
            raise Contradiction("from one to a hundred years", "number", "unit")

    @property
    def endless(self) -> bool:
        return self.unit is Unit.LIFE

    def last_day(self, first: date) -> date:
        """The last day of it where it runs from ``first``, which is not counted; date.max for what
        has no end."""
        if self.endless:
            return date.max
        if self.unit is Unit.DAY:
            return first + timedelta(days=self.number)
        return plus_months(first, self.number * _MONTHS[self.unit])

    def ends(self, first: date) -> date | None:
        """The same; None for what has no end."""
        return None if self.endless else self.last_day(first)

    def lacks_date(self, first: date) -> bool:
        """Whether its last month lacks the date of ``first``, so that it is a question on which day
        it ends."""
        return self.unit in _MONTHS and self.last_day(first).day != first.day

    def __str__(self) -> str:
        if self.endless:
            return "for life"
        return f"{self.number} {self.unit.value}{'' if self.number == 1 else 's'}"


FOR_LIFE: Final = Duration(0, Unit.LIFE)


def named(text: str) -> Duration:
    """The one that is written so.  Raises ValueError for anything else."""
    if text == str(FOR_LIFE):
        return FOR_LIFE
    number, _, unit = text.partition(" ")
    found = Duration(int(number), Unit(unit.removesuffix("s")))
    if str(found) != text:
        raise ValueError(f"it is written {found}")
    return found


def longest(first: date, *durations: Duration | None) -> Duration | None:
    """The one that ends last where all run from ``first``, of equals the first; None of none."""
    given = [each for each in durations if each is not None]
    return max(given, key=lambda each: each.last_day(first), default=None)


def refuse_endless(**durations: Duration | None) -> None:
    """Contradiction, by its name, for a time without an end where one is needed."""
    for name, each in durations.items():
        if each is not None and each.endless:
            raise Contradiction("such a time has an end", name)
