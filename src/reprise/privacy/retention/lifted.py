"""Holds that were lifted: kept as proof of why something stayed, and no longer than that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from reprise.law.fr.personal_data import evidence_may_be_over, evidence_until
from reprise.privacy.actions.acting import note
from reprise.privacy.holdings import HOLDS
from reprise.privacy.models import Hold
from reprise.privacy.queries import references
from reprise.privacy.retention.base import Due, erased, erased_after


def kept_until(lifted_on: date) -> date:
    """The last day of a hold that was lifted, whoever asked for it.  Days are those of UTC, as
    `privacy_forget_hold` counts them."""
    return evidence_until(lifted_on)


class Lifted:
    holding = HOLDS.key

    def number(self) -> int:
        return Hold.objects.count()

    def due(self, now: datetime, nights: int = 0) -> Iterator[Due]:
        last = (now + timedelta(days=nights)).date()
        old = Hold.objects.filter(lifted_at__date__lt=evidence_may_be_over(last))
        holds = list(old.order_by("lifted_at", "id"))
        named = references(each.order_id for each in holds if each.order_id)
        for each in holds:
            assert each.lifted_at is not None  # noqa: S101  as asked for
            until = kept_until(each.lifted_at.date())
            name = named.get(each.order_id, "") if each.order_id else ""
            yield from erased_after(until, self.holding, each.id, name, now, nights)

    def carry_out(self, due: Due, now: datetime) -> bool:
        with transaction.atomic():
            gone = forget(due.subject, now.date())
            if gone:
                note([erased(self.holding, due.subject)], now)
        return gone


def forget(hold_id: UUID, today: date) -> bool:
    """Delete a hold whose time is over; False where it is not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT privacy_forget_hold(%s, %s)", [hold_id, today])
        return bool(cursor.fetchone()[0])


LIFTED: Final = Lifted()
