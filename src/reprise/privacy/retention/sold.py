"""Orders of which nobody needs the numbers any more: the provider's, and their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from reprise.law.calendars import Calendar
from reprise.markets.queries import MARKETS
from reprise.orders import actions as orders
from reprise.orders.models import Order
from reprise.privacy.actions import ending
from reprise.privacy.actions.acting import note
from reprise.privacy.actions.contacts import nobody_holds_back
from reprise.privacy.ending import SaleFacts, sale_until
from reprise.privacy.queries import busy
from reprise.privacy.retention.base import Due, erased, erased_after

_BATCH: Final = 500
# Nothing that was ever paid for ends sooner; the exact day is the law's function's.
_LONG: Final = timedelta(days=365)
# Nobody is named for it, what holds it was lifted, and something of it leads to it from outside.
_LEFT: Final = """
SELECT o.id, o.reference, o.market, max(greatest(p.state_at, i.answered_at)) AS tried,
       greatest(max(greatest(p.state_at, i.answered_at)) FILTER (WHERE p.captured > 0),
                max(m.at)) AS collected,
       (SELECT max(h.holds_until) FROM privacy_hold h WHERE h.order_id = o.id) AS held
  FROM orders_order o JOIN payments_payment p ON p.reference = o.id
  LEFT JOIN payments_instruction i ON i.payment_id = p.id
  LEFT JOIN LATERAL (SELECT max(x.at) AS at FROM ledger_transfer x
                      WHERE x.payment_id = p.id AND x.phase = 'posted') m ON true
 WHERE o.id > %(after)s AND o.placed_at < %(before)s
   AND (%(one)s::uuid IS NULL OR o.id = %(one)s::uuid)
   AND (o.reference NOT LIKE 'N-%%' OR p.provider_ref IS NOT NULL)
   AND NOT EXISTS (SELECT FROM orders_contact c WHERE c.order_id = o.id)
   AND NOT EXISTS (SELECT FROM privacy_archived a WHERE a.order_id = o.id)
   AND NOT EXISTS (SELECT FROM privacy_hold h WHERE h.order_id = o.id AND h.holds_until IS NULL)
 GROUP BY o.id ORDER BY o.id LIMIT %(batch)s
"""
_Found = tuple[UUID, str, str, datetime, datetime | None, datetime | None]


class Sales:
    holding = ending.SALE

    def number(self) -> int:
        return Order.objects.count()

    def due(self, now: datetime, nights: int = 0) -> Iterator[Due]:
        for batch in _left(now + timedelta(days=nights)):
            kept_back = busy([order_id for order_id, *_ in batch])
            for found in batch:
                order_id, name, *_ = found
                if order_id not in kept_back:
                    until = _until(found)
                    held = found[-1]
                    yield from erased_after(until, self.holding, order_id, name, now, nights, held)

    def carry_out(self, due: Due, now: datetime) -> bool:
        with transaction.atomic():
            nobody_holds_back()
            orders.lock(due.subject)
            found = next(iter(_page(now, UUID(int=0), due.subject)), None)
            if found is None or busy([due.subject]) or now.date() <= _until(found):
                return False
            # PostgreSQL looks at what holds it once more, by its own clock.
            if not ending.end_order(due.subject, now):
                return False
            note([erased(self.holding, due.subject)], now)
        return True


def _until(found: _Found) -> date:
    _, _, market, tried, collected, _ = found
    calendar = Calendar(MARKETS[market].country)
    moved = None if collected is None else calendar.day_of(collected)
    return sale_until(SaleFacts(tried=calendar.day_of(tried), collected=moved)).day


def _left(before: datetime) -> Iterator[list[_Found]]:
    after = UUID(int=0)
    while True:
        batch = _page(before, after)
        if batch:
            yield batch
        if len(batch) < _BATCH:
            return
        after = batch[-1][0]


def _page(before: datetime, after: UUID, one: UUID | None = None) -> list[_Found]:
    with connection.cursor() as cursor:
        cursor.execute(
            _LEFT, {"before": before - _LONG, "after": after, "one": one, "batch": _BATCH}
        )
        return list(cursor.fetchall())


SALES: Final = Sales()
