"""Rows of the archive whose last day is over, and the numbers of devices and parcels with them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from django.db import connection, transaction

from reprise.privacy.actions.acting import note
from reprise.privacy.actions.contacts import forget_numbers, nobody_holds_back
from reprise.privacy.models import Archived
from reprise.privacy.queries import held_back, references
from reprise.privacy.retention.base import Due, erased, erased_after, first_night

_BATCH: Final = 500


class Archive:
    holding = "archive"

    def number(self) -> int:
        return Archived.objects.count()

    def due(self, now: datetime, nights: int = 0) -> Iterator[Due]:
        """Days are those of UTC here, as `privacy_drop` counts them."""
        over = Archived.objects.filter(until__lt=(now + timedelta(days=nights)).date())
        on = held_back(now)
        free = [
            (row, until)
            for row in over.order_by("until", "order_id").iterator(chunk_size=_BATCH)
            if first_night(until := on.until_of_row(row), now, nights) is not None
        ]
        for start in range(0, len(free), _BATCH):
            batch = free[start : start + _BATCH]
            named = references(row.order_id for row, _ in batch)
            for row, held in batch:
                name = named.get(row.order_id, str(row.order_id))
                yield from erased_after(
                    row.until, self.holding, row.order_id, name, now, nights, held
                )

    def carry_out(self, due: Due, now: datetime) -> bool:
        with transaction.atomic():
            nobody_holds_back()
            row = Archived.objects.filter(order_id=due.subject).first()
            # PostgreSQL cannot tell the account that a hold names by the key that a row has.
            if row is None or held_back(now).until_of_row(row):
                return False
            with connection.cursor() as cursor:
                cursor.execute("SELECT privacy_drop(%s, %s)", [due.subject, now.date()])
                (dropped,) = cursor.fetchone()
            if dropped:
                forget_numbers(due.subject)
                note([erased(self.holding, due.subject)], now)
        return bool(dropped)


ARCHIVE: Final = Archive()
