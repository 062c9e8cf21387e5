"""Who has asked: forgotten in two steps after the answer, so that the request names nobody."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from reprise.law.fr.personal_data import evidence_may_be_over, evidence_until
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
    old = closed.filter(request__closed_at__date__lt=evidence_may_be_over(today))
    answered = old.values_list("pk", "request__closed_at")
    over = [pk for pk, at in answered if at and today > evidence_until(at.date())]
    return number + Requester.objects.filter(pk__in=over).delete()[0]
