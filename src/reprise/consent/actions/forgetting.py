"""What has proven long enough leaves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from reprise.consent import models, queries
from reprise.consent.actions.changing import begin_change
from reprise.consent.configuration import day_of, offer_on
from reprise.consent.rules import ends_on
from reprise.consent.states import ReceiptKind
from reprise.law.calendars import plus_months
from reprise.law.fr.personal_data import evidence_until
from reprise.law.fr.trackers import DATA_MONTHS, MEMORY_MONTHS


@transaction.atomic
def forget(now: datetime) -> int:
    """Delete receipts five years after they were withdrawn or had ended by themselves, counts after
    25 months, and notices that prove nothing any more; how many rows."""
    today = day_of(now)
    gone = 0
    for before in _ended_receipts(now):
        gone += models.Receipt.objects.filter(withdraws=before).delete()[0]
        gone += models.Receipt.objects.filter(id=before).delete()[0]
    gone += models.Count.objects.filter(day__lt=plus_months(today, -DATA_MONTHS)).delete()[0]
    gone += _forget_partners(now)
    return gone + _forget_notices(now)


def _forget_notices(now: datetime) -> int:
    """Those that no receipt names and that were followed by another one a year ago: browsers
    remember refusals of them for six months."""
    current = offer_on(queries.configuration(), day_of(now))
    old = models.Notice.objects.filter(at__date__lt=plus_months(day_of(now), -12))
    return (
        old.filter(
            Exists(old.filter(at__gt=OuterRef("at"))),
            ~Exists(models.Receipt.objects.filter(notice=OuterRef("id"))),
        )
        .exclude(text=current.text if current else "")
        .delete()[0]
    )


def _forget_partners(now: datetime) -> int:
    """Those that were killed so long ago that no receipt can name them any more."""
    last = plus_months(plus_months(day_of(now), -60), -MEMORY_MONTHS)
    gone = models.Partner.objects.filter(killed_at__date__lt=last)
    if not gone.exists():
        return 0
    begin_change()
    models.Use.objects.filter(partner__in=gone).delete()
    return gone.delete()[0]


def _ended_receipts(now: datetime, most: int = 1_000) -> Sequence[UUID]:
    today = day_of(now)
    ends = models.Receipt.objects.filter(withdraws=OuterRef("id")).values("at")[:1]
    old = (
        models.Receipt.objects.filter(
            kind=ReceiptKind.ACCEPTED.value, at__date__lte=plus_months(today, -60)
        )
        .annotate(ended=ends)
        .order_by("at")[:most]
    )
    return [each.id for each in old if _proves_until(each) < today]


def _proves_until(receipt: Any) -> date:
    ended = ends_on(day_of(receipt.at))
    if receipt.ended is not None:
        ended = min(ended, day_of(receipt.ended))
    return evidence_until(ended)
