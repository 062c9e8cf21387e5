"""What every action on a placed order does first: lock it; and last: move lines and log it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from reprise import rows
from reprise.kernel.money import Money
from reprise.offers.actions import Reservation, release, reservation_rounds
from reprise.orders import log
from reprise.orders.models import Line, Order
from reprise.orders.states import LINE, LineState, LineVerb


def locked(order_id: UUID) -> Order:
    """The order, locked until the transaction ends.  Raises Order.DoesNotExist."""
    return rows.get(Order, id=order_id, lock=True)


def lock(order_id: UUID) -> bool:
    """Hold the order until the transaction ends; False where there is none."""
    return rows.first(Order, id=order_id, lock=True) is not None


def lines_of(order: Order, seller_id: UUID | None = None) -> list[Line]:
    whose: dict[str, Any] = {} if seller_id is None else {"seller_id": seller_id}
    return rows.find(Line, order_id=order.id, **whose, order=["seller_id", "position"])


def in_state(lines: Sequence[Line], *states: LineState) -> list[Line]:
    wanted = {state.value for state in states}
    return [line for line in lines if line.state in wanted]


def by_part(lines: Sequence[Line]) -> dict[UUID, Money]:
    """What the buyer pays for these lines, by the reference of its part of the payment: the seller
    order for price and shipping, the line itself for its premium (decision 0021)."""
    result: dict[UUID, Money] = {}
    for line in lines:
        zero = Money.zero(line.currency)
        result[line.seller_order_id] = result.get(line.seller_order_id, zero) + line.due
        if line.premium:
            result[line.id] = Money(line.premium, line.currency)
    return result


def advance(
    order: Order,
    lines: Sequence[Line],
    verb: LineVerb,
    actor: log.Actor,
    now: datetime,
    *,
    reason: str = "",
    basis: str = "",
    facts: dict[UUID, str] | None = None,
) -> None:
    """Take ``verb`` on each line and log it.  Raises IllegalStep before anything is written."""
    entries = []
    for line in lines:
        before = LineState(line.state)
        after = LINE.next(before, verb)
        entries.append(
            log.Entry(
                "line",
                verb,
                before,
                after,
                line.seller_id,
                line.id,
                reason,
                basis,
                (facts or {}).get(line.id, ""),
            )
        )
        line.state, line.state_at = after.value, now
    if not entries:
        return
    alike: dict[tuple[str, datetime | None], list[UUID]] = {}
    for line in lines:
        alike.setdefault((line.state, line.ship_by), []).append(line.id)
    for (state, ship_by), ids in alike.items():
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE orders_line SET state = %s, state_at = %s, ship_by = %s WHERE id = ANY(%s)",
                [state, now, ship_by, ids],
            )
    log.append(order.id, entries, actor, now)


def give_stock_back(lines: Sequence[Line], now: datetime) -> None:
    """Release the reservation of each line."""
    rounds = reservation_rounds({line.id: line.seller_id for line in lines})
    release(
        [Reservation(line.seller_id, line.offer_id, line.id, rounds[line.id]) for line in lines],
        now,
    )
