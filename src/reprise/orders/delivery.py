"""Until when a seller promises to deliver."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.conf import settings

from reprise.law.calendars import Calendar
from reprise.law.terms.dispatch import Payment, dispatch


def latest_start(now: datetime) -> datetime:
    """When the time to dispatch begins at the latest, for an order paid now: at the end of the
    seller's time to accept (decision 0002)."""
    return now + timedelta(hours=settings.ACCEPTANCE_HOURS)


def arrival_by(paid_at: datetime, dispatch_country: str, country: str, days: int) -> date:
    """The last day of delivery: dispatched on the last day allowed, ``days`` working days away.

    Transit counts the working days of the country it goes to.
    """
    leaves = dispatch(Payment(received=paid_at, calendar=Calendar(dispatch_country)))
    return arrival_after(leaves.ship_by, country, days)


def arrival_after(shipped_at: datetime, country: str, days: int) -> date:
    """``days`` working days of ``country`` after the day of ``shipped_at`` there."""
    calendar = Calendar(country)
    return calendar.working_days_after(calendar.day_of(shipped_at), days)
