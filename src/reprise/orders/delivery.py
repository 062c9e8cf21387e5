"""Until when a seller promises to deliver."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from reprise.law.dispatch import ZONES, dispatch_by, is_working_day


def latest_start(now: datetime) -> datetime:
    """When the time to dispatch begins at the latest, for an order paid now: at the end of the
    seller's time to accept (decision 0002)."""
    return now + timedelta(hours=settings.ACCEPTANCE_HOURS)


def arrival_by(paid_at: datetime, dispatch_country: str, country: str, days: int) -> date:
    """The last day of delivery: dispatched on the last day allowed, ``days`` working days away.

    Transit counts the working days of the country it goes to.
    """
    ship_by = dispatch_by(paid_at, dispatch_country).ship_by
    return arrival_after(ship_by, country, days)


def arrival_after(shipped_at: datetime, country: str, days: int) -> date:
    """``days`` working days of ``country`` after the day of ``shipped_at`` there."""
    day = shipped_at.astimezone(ZoneInfo(ZONES[country])).date()
    while days > 0:
        day += timedelta(days=1)
        days -= is_working_day(day, country)
    return day
