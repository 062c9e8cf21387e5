"""When a parcel must leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

import holidays

DISPATCH_WORKING_DAYS: Final = 3
ZONES: Final = {
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


@dataclass(frozen=True, slots=True)
class DispatchDecision:
    """The last instant at which the parcel leaves in time, and why."""

    ship_by: datetime
    calendar: str
    basis: str


@lru_cache(maxsize=64)
def _closed(country: str, year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays(country, years=year))


def is_working_day(day: date, country: str) -> bool:
    """Monday to Friday and no public holiday of the whole country."""
    return day.weekday() < 5 and day not in _closed(country, day.year)


def dispatch_by(paid_at: datetime, country: str) -> DispatchDecision:
    """Three working days of the place of dispatch after the day of payment (rule S46).

    The seed says 72 business hours from receipt of payment; they are counted as three whole
    working days, the day of payment excluded, until 23:59:59 of the third.  ``country`` is the
    place of dispatch, whose calendar counts.  Raises KeyError for a country without a calendar
    here.
    """
    zone = ZoneInfo(ZONES[country])
    day = paid_at.astimezone(zone).date()
    left = DISPATCH_WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= is_working_day(day, country)
    return DispatchDecision(datetime.combine(day, time(23, 59, 59), zone), country, "S46")
