"""Erasures that are carried out, and those whose month ends before."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from reprise.privacy.actions import asking, erasing
from reprise.privacy.actions.asking import CALENDAR, RequestClosed, StillWaits
from reprise.privacy.models import Duty, Request
from reprise.privacy.states import Outcome, RequestKind, RequestState

# What has to wait is told so long before the law's last day.
BEFORE: Final = timedelta(days=3)


def close_erasure(request_id: UUID, now: datetime) -> None:
    """All of it is carried out; told again, nothing happens."""
    try:
        asking.answer(request_id, Outcome.ERASED, now)
    except (RequestClosed, StillWaits):
        # With more that was confirmed since, this is told again.
        return


def answer_in_time(now: datetime) -> int:
    """Answer erasures of which something still waits when their month ends: what is erased, what is
    not and why.  What waits is carried out all the same.  How many were answered.

    One that nobody has confirmed yet is not answered by a clock: nothing of it was done.
    """
    last = CALENDAR.day_of(now) + BEFORE
    begun = Exists(Duty.objects.filter(request_id=OuterRef("id")))
    due = Request.objects.filter(
        Q(state=RequestState.WORKING.value) | begun,
        kind=RequestKind.ERASURE.value,
        closed_at__isnull=True,
        answer_by__lte=last,
    )
    answered = 0
    for request_id in due.values_list("id", flat=True):
        try:
            rest = erasing.left(request_id)
            asking.answer(request_id, Outcome.REST_KEPT if rest else Outcome.ERASED, now)
        except (RequestClosed, StillWaits):
            continue
        answered += 1
    return answered
