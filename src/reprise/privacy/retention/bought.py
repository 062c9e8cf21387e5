"""Names and addresses of orders: into the archive, or erased."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import connection

from reprise.law.calendars import Calendar
from reprise.law.provision import Contradiction
from reprise.orders.models import Contact
from reprise.privacy.actions import contacts
from reprise.privacy.actions.acting import CLOCK
from reprise.privacy.leaving import Decided, Fate, Ground, by_clock
from reprise.privacy.queries import facts, held_orders
from reprise.privacy.retention.base import Due, first_night
from reprise.privacy.rules import OrderFacts

log = logging.getLogger(__name__)

_BATCH: Final = 500
# No order leaves sooner after it was placed, and none that was delivered sooner after that: the
# shortest legal guarantee is a year.
_YOUNG: Final = timedelta(days=30)
_FRESH: Final = timedelta(days=360)
# By its key, so that a night reads each contact once and sorts nothing.
_OLD: Final = """
SELECT c.order_id, o.reference
  FROM orders_contact c JOIN orders_order o ON o.id = c.order_id
 WHERE c.order_id > %(after)s AND o.placed_at < %(placed)s
   AND NOT EXISTS (SELECT FROM orders_line l WHERE l.order_id = c.order_id
                    AND l.state = 'delivered' AND l.state_at > %(delivered)s)
 ORDER BY c.order_id LIMIT %(batch)s
"""


class Contacts:
    holding = contacts.HOLDING

    def number(self) -> int:
        return Contact.objects.count()

    def due(self, now: datetime, nights: int = 0) -> Iterator[Due]:
        last = now + timedelta(days=nights)
        for batch in _old(last):
            known, kept_back = facts(batch), held_orders(batch, now)
            for order_id, reference in batch.items():
                free = first_night(kept_back.get(order_id), now, nights)
                if free is None or order_id not in known:
                    continue
                try:
                    found = _night(order_id, known[order_id], now, range(free, nights + 1))
                except Contradiction as wrong:
                    # One date that was moved keeps nobody else's name.
                    log.error("%s %s (%s) waits: %s", self.holding, order_id, reference, wrong)
                    yield Due(
                        holding=self.holding, subject=order_id, name=reference, night=now.date(),
                        fate=Fate.KEPT, ground=Ground.CONTRADICTED,
                    )  # fmt: skip
                    continue
                if found is not None:
                    night, decided = found
                    yield Due(
                        holding=self.holding, subject=order_id, name=reference,
                        night=(now + timedelta(days=night)).date(), fate=decided.fate,
                        ground=decided.ground, until=decided.until,
                    )  # fmt: skip

    def carry_out(self, due: Due, now: datetime) -> bool:
        return contacts.take_out(due.subject, by_clock, CLOCK, now).fate in {
            Fate.ARCHIVED,
            Fate.ERASED,
        }


def _night(
    order_id: UUID, order: OrderFacts, now: datetime, nights: range
) -> tuple[int, Decided] | None:
    """The first of these nights in which it leaves, and how; None: in none of them."""
    calendar = Calendar(order.country)

    def decided(night: int) -> Decided:
        return by_clock(order_id, order, calendar.day_of(now + timedelta(days=night)))

    # Whatever is over stays over: most orders are looked at once.
    if decided(nights[-1]).fate is Fate.KEPT:
        return None
    return next((night, each) for night in nights if (each := decided(night)).fate is not Fate.KEPT)


def _old(now: datetime) -> Iterator[dict[UUID, str]]:
    after = UUID(int=0)
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                _OLD,
                {
                    "after": after, "placed": now - _YOUNG, "delivered": now - _FRESH,
                    "batch": _BATCH,
                },
            )  # fmt: skip
            batch = dict(cursor.fetchall())
        if batch:
            yield batch
        if len(batch) < _BATCH:
            return
        after = max(batch)


CONTACTS: Final = Contacts()
