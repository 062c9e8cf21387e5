"""Who has asked: forgotten in two steps after the answer, so that the request names nobody."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from reprise.law.calendars import plus_months
from reprise.law.fr.personal_data import Kept, Kind, retention
from reprise.privacy.models import Requester

# To write once more to whoever was answered.
ADDRESS: Final = timedelta(days=30)


def forget_stale(now: datetime) -> int:
    """Delete the addresses of those who were answered long ago, and later what they were recognised
    by; how many of both.  The request itself stays."""
    today = now.date()
    closed = Requester.objects.filter(open=False)
    without = closed.exclude(email="").filter(request__closed_at__lt=now - ADDRESS)
    number = without.update(email="")
    # Nearly five years; the exact day is the law's function's.
    old = closed.filter(request__closed_at__date__lt=plus_months(today, -59)).select_related(
        "request"
    )
    over = [each.pk for each in old if _is_over(each, now)]
    return number + Requester.objects.filter(pk__in=over).delete()[0]


def _is_over(requester: Requester, now: datetime) -> bool:
    closed_at = requester.request.closed_at
    if closed_at is None:
        return False
    until = retention(Kept(kind=Kind.EVIDENCE, event=closed_at.date())).until
    return until is not None and now.date() > until
