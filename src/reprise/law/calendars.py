"""Counting days as the law does, by the calendar of a place.

Regulation (EEC, Euratom) No 1182/71: the day of the event is not counted; a period ends with the
last hour of its last day; a period in months ends on the same date, or on the month's last day
where there is no such date; where the last day is a public holiday, a Sunday or a Saturday, the
period ends with the last hour of the following working day.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

import holidays

from reprise.law import calendars_words as say
from reprise.law.instruments import REG_1182
from reprise.law.provision import Basis, Because, Source

COUNTING: Final = Basis(REG_1182, "", Source.MEMORY)

_ZONES: Final = {
    "FR": "Europe/Paris",
    "BE": "Europe/Brussels",
    "NL": "Europe/Amsterdam",
    "DE": "Europe/Berlin",
    "ES": "Europe/Madrid",
    "IT": "Europe/Rome",
    "PT": "Europe/Lisbon",
    "AT": "Europe/Vienna",
    "PL": "Europe/Warsaw",
}
# Regions whose clocks differ from their country's.
_REGION_ZONES: Final = {
    "ES-CN": "Atlantic/Canary",
    "PT-20": "Atlantic/Azores",
    "PT-30": "Atlantic/Madeira",
    "FR-971": "America/Guadeloupe",
    "FR-972": "America/Martinique",
    "FR-973": "America/Cayenne",
    "FR-974": "Indian/Reunion",
    "FR-976": "Indian/Mayotte",
    "FR-BL": "America/St_Barthelemy",
    "FR-MF": "America/Marigot",
    "FR-NC": "Pacific/Noumea",
    "FR-PF": "Pacific/Tahiti",
    "FR-PM": "America/Miquelon",
    "FR-TF": "Indian/Kerguelen",
    "FR-WF": "Pacific/Wallis",
}
_LAST: Final = time(23, 59, 59)
_DAY: Final = timedelta(days=1)
_SECOND: Final = timedelta(seconds=1)


class UnknownCalendar(LookupError):
    """No calendar is kept for a place."""


@lru_cache(maxsize=512)
def _closed(country: str, region: str, year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays(country, subdiv=region or None, years=year))


@lru_cache(maxsize=64)
def _zone(country: str, region: str) -> ZoneInfo:
    return ZoneInfo(_REGION_ZONES.get(f"{country}-{region}", _ZONES[country]))


def zone_of(instant: datetime) -> tzinfo:
    """Its time zone.  Raises ValueError for an instant without one."""
    if instant.tzinfo is None:
        raise ValueError("an instant has a time zone")
    return instant.tzinfo


def end_of(day: date, zone: tzinfo) -> datetime:
    """The last second of ``day`` by the clocks of ``zone``."""
    return datetime.combine(day, _LAST, zone)


def in_time(at: datetime, until: datetime) -> bool:
    """Whether ``at`` is not after ``until``, which is named to its second: the whole of that second
    still counts, so that nothing lies between the end of a day and the start of the next."""
    return at < until + _SECOND


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days and the clock of ``country`` (ISO code), and of ``region`` where it has holidays of
    its own ("57" and "6AE" are Moselle and Alsace, "BY" is Bavaria, "CT" is Catalonia).

    Raises UnknownCalendar for a place that is not known.
    """

    country: str
    region: str = ""

    def __post_init__(self) -> None:
        if self.country not in _ZONES:
            raise UnknownCalendar(f"no calendar for {self.country!r}")
        if self.region and self.region not in _regions(self.country):
            raise UnknownCalendar(f"{self.country} has no region {self.region!r}")

    @classmethod
    def named(cls, name: str) -> Calendar:
        """``Calendar.named("FR-57")``, ``Calendar.named("BE")``."""
        country, _, region = name.partition("-")
        return cls(country, region)

    def __str__(self) -> str:
        return f"{self.country}-{self.region}" if self.region else self.country

    @property
    def zone(self) -> ZoneInfo:
        return _zone(self.country, self.region)

    def is_working_day(self, day: date) -> bool:
        """Monday to Friday, and no public holiday here."""
        return day.weekday() < 5 and day not in _closed(self.country, self.region, day.year)

    def day_of(self, instant: datetime) -> date:
        """The day that it was here.  Raises ValueError for an instant without a time zone."""
        return self.here(instant).date()

    def here(self, instant: datetime) -> datetime:
        """The same instant by the clocks here, as a reader here writes it.

        Raises ValueError for an instant without a time zone.
        """
        zone_of(instant)
        return instant.astimezone(self.zone)

    def moved(self, day: date) -> tuple[Because, ...]:
        """The sentence that says why a period which would end on ``day`` ends later; none where it
        does not."""
        until = self.working_day_from(day)
        return () if until == day else (say.MOVED(day=day, calendar=self, until=until),)

    def end_of(self, day: date) -> datetime:
        """The last second of ``day`` here."""
        return end_of(day, self.zone)

    def end_if_any(self, day: date | None) -> datetime | None:
        """The same; None where there is no day."""
        return None if day is None else self.end_of(day)

    def start_of(self, day: date) -> datetime:
        """The first second of ``day`` here."""
        return datetime.combine(day, time.min, self.zone)

    def working_day_from(self, day: date) -> date:
        """``day`` itself, or the next working day where it is none."""
        while not self.is_working_day(day):
            day += _DAY
        return day

    def days_after(self, event: date, days: int) -> date:
        """The last day of a period of ``days`` calendar days that ``event`` starts."""
        return self.working_day_from(event + timedelta(days=days))

    def clear_days_after(self, event: date, days: int) -> date:
        """The last useful day of ``days`` jours francs: neither the first nor the last day counts,
        so 30 of them leave day 31."""
        return self.working_day_from(event + timedelta(days=days + 1))

    def months_after(self, event: date, months: int) -> date:
        """The last day of a period of calendar months that ``event`` starts."""
        return self.working_day_from(plus_months(event, months))

    def working_days_after(self, event: date, days: int) -> date:
        """The ``days``-th working day after ``event``."""
        day = event
        while days:
            day += _DAY
            days -= self.is_working_day(day)
        return day


@lru_cache(maxsize=64)
def _regions(country: str) -> frozenset[str]:
    return frozenset(holidays.country_holidays(country).subdivisions)


def plus_months(day: date, months: int) -> date:
    """The same date ``months`` later, or the last day of that month where it has no such date."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_before(moment: datetime, months: int) -> datetime:
    """The same time of day on the same date ``months`` earlier, as :func:`plus_months` counts."""
    return datetime.combine(plus_months(moment.date(), -months), moment.timetz())


def union_of_days(stretches: Iterable[tuple[date, date]]) -> int:
    """How many days at least one of ``stretches`` covers; (first, last), both included.

    Raises ValueError for one that ends before it starts.
    """
    covered, reached = 0, date.min
    for first, last in sorted(stretches):
        if last < first:
            raise ValueError(f"a stretch ends before it starts: {first} to {last}")
        start = max(first, reached + _DAY) if reached > date.min else first
        if last >= start:
            covered += (last - start).days + 1
            reached = last
    return covered
