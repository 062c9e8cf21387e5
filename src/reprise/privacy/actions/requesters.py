"""Who has asked: forgotten in two steps after the answer, so that the request names nobody; and an
address that was proposed for an order, when nobody can decide it any more."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import QuerySet

from reprise.law.fr.personal_data import evidence_may_be_over, evidence_until
from reprise.privacy.models import Proposal, Requester
from reprise.privacy.states import ProposalState

# To write once more to whoever was answered.
ADDRESS: Final = timedelta(days=30)
# A proposed address waits so long for a second one of the staff; the operator's rule.
WAITS: Final = timedelta(days=30)


def forget_stale(now: datetime) -> int:
    """Delete the addresses of those who were answered long ago, and later what they were recognised
    by; how many of both, and of the proposed addresses that have waited too long.  The request
    itself stays."""
    today = now.date()
    closed = Requester.objects.filter(open=False)
    without = closed.exclude(email="").filter(request__closed_at__lt=now - ADDRESS)
    number = without.update(email="")
    number += _lapse(Proposal.objects.filter(proposed_at__lt=now - WAITS), now)
    old = closed.filter(request__closed_at__date__lt=evidence_may_be_over(today))
    answered = old.values_list("pk", "request__closed_at")
    over = [pk for pk, at in answered if at and today > evidence_until(at.date())]
    return number + Requester.objects.filter(pk__in=over).delete()[0]


def lapse(request_id: UUID, now: datetime) -> None:
    """What was proposed for the order of a request that is confirmed or has ended is decided by
    nobody, and the address leaves."""
    _lapse(Proposal.objects.filter(request_id=request_id), now)


def _lapse(found: QuerySet[Proposal], now: datetime) -> int:
    waiting = found.filter(state=ProposalState.WAITING.value)
    return waiting.update(state=ProposalState.LAPSED.value, email="", decided_at=now)
