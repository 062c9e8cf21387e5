"""What an older log's first step commits to is committed to once more, so that a part of it can
leave and the rest is still compared (decision 0053)."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from reprise import rows
from reprise.orders import chain, log
from reprise.orders.agreed import facts_of, number, say, told_by
from reprise.orders.models import Line, Order, SellerOrder, Step
from reprise.orders.states import LogState, LogVerb
from reprise.sellers.models import Trader

# Why a step that restates commits to nothing: what the rows said then was not what was agreed.
NOT_AGREED: Final = "not_agreed"

_OLD: Final = """
SELECT c.order_id FROM sellers_trader t
  JOIN orders_sellerorder c ON c.seller_id = t.seller_id AND c.trader_id = t.id
  JOIN orders_step f ON f.order_id = c.order_id AND f.seq = 1 AND f.format < %(parted)s
 WHERE t.id = %(trader)s
   AND NOT EXISTS (
     SELECT FROM orders_step r WHERE r.order_id = c.order_id AND r.verb = 'restate')
 ORDER BY c.order_id
"""


def restate(order_id: UUID, now: datetime) -> bool:
    """Compare what the rows say with what an older log's first step commits to, for the last time
    whole, and append the step by which each part can leave for itself.

    What does not fit is restated without a digest: nothing fits it, so the books name it for good.
    False where there is nothing to do: no such order, or its log has such a step or needs none.
    """
    with transaction.atomic():
        order = rows.first(Order, id=order_id, lock=True)
        if order is None or not is_old(order_id):
            return False
        contracts = rows.find(SellerOrder, order_id=order_id)
        lines = rows.find(Line, order_id=order_id)
        first = rows.get(Step, order_id=order_id, seq=1)
        traders = rows.find(Trader, id__in=[each.trader_id for each in contracts])
        number(order)
        rows.update(order, ["number_salt", "number_digest"])
        told = told_by({each.id: each for each in traders}, say(traders))
        try:
            agreed = facts_of(first.format, order, contracts, told, lines) == first.facts_hash
        except KeyError:
            agreed = False
        entry = log.Entry(
            "log",
            LogVerb.RESTATE,
            None,
            LogState.RESTATED,
            reason="" if agreed else NOT_AGREED,
            facts_hash=facts_of(chain.FORMAT, order, contracts, told, lines) if agreed else "",
        )
        # A night dates all that it does by when it began; steps were taken since.
        last = Step.objects.filter(order_id=order_id).latest("seq")
        log.append(order_id, [entry], log.CLOCK, max(now, last.at))
    return True


def is_old(order_id: UUID) -> bool:
    """Whether a log commits to what was agreed as a whole, so that no part can leave."""
    steps = Step.objects.filter(order_id=order_id)
    if steps.filter(verb=LogVerb.RESTATE.value).exists():
        return False
    return steps.filter(seq=1, format__lt=chain.PARTED).exists()


def old_of(trader_id: UUID) -> list[UUID]:
    """The orders that name a version of a trader and whose logs commit to all of it as a whole."""
    with connection.cursor() as cursor:
        cursor.execute(_OLD, {"trader": trader_id, "parted": chain.PARTED})
        return [order_id for (order_id,) in cursor.fetchall()]


def forget_number(order_id: UUID) -> None:
    """The salt of a number that has left leaves with it."""
    Order.objects.filter(id=order_id).update(number_salt="")


def forget_said(trader_id: UUID, *, identity: bool) -> None:
    """The salt of how a trader was reached leaves with it; with ``identity`` that of who it was.
    PostgreSQL looks whether they have left (decision 0062)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT orders_forget_said(%s, %s)", [trader_id, identity])
