"""The orders' logs: no past step was changed, nor what was agreed, nor a device that was sent.
What has left in its time is all that is not compared (decision 0053)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db import connection

from reprise.books.checks import Finding
from reprise.orders import chain, log
from reprise.orders.agreed import facts_of, told_by
from reprise.orders.models import Order, Said, Step
from reprise.orders.states import LineVerb, LogVerb
from reprise.sellers.models import Trader

NAME: Final = "hash chains"
# What an act of the log of acts tells of, by the ground on which it left.  Whoever has the running
# role can add an act, so one that was not due yet is not believed: an order's when somebody is
# still named for it or its money moved in the last ten years, as the ledger says; a trader's within
# six months of its contract, or all of it while the accounts still need who it was.
_LEFT: Final = """
WITH told AS (
    SELECT holding, subject, basis, (least(at, now()) AT TIME ZONE 'UTC')::date AS day
      FROM privacy_act WHERE verb = 'erased' AND holding IN ('sale', 'trader')),
accounts (order_id, seller_id, trader_id, until) AS NOT MATERIALIZED (
    SELECT c.order_id, c.seller_id, c.trader_id,
           (SELECT max(extract(year FROM x.at AT TIME ZONE 'UTC')) + 10 FROM ledger_transfer x
             WHERE x.seller_id = c.seller_id AND x.reference = c.id AND x.phase = 'posted'
               AND x.payment_id IS NOT NULL)
      FROM orders_sellerorder c)
SELECT t.subject, t.basis FROM told t
 WHERE t.holding = 'sale'
   AND NOT EXISTS (SELECT FROM orders_contact n WHERE n.order_id = t.subject)
   AND NOT EXISTS (SELECT FROM privacy_archived n WHERE n.order_id = t.subject)
   AND NOT EXISTS (SELECT FROM accounts a
                    WHERE a.order_id = t.subject AND a.until >= extract(year FROM t.day))
UNION ALL
SELECT t.subject, t.basis
  FROM told t JOIN sellers_trader v ON v.id = t.subject JOIN sellers_seller s ON s.id = v.seller_id
 WHERE t.holding = 'trader' AND s.ended_on + interval '6 months' < t.day
   AND (t.basis <> 'over'
        OR NOT EXISTS (SELECT FROM accounts a
                        WHERE a.seller_id = s.id AND a.trader_id = t.subject
                          AND a.until >= extract(year FROM t.day)))
"""
_GROUNDS: Final = {"contact": {"accounts", "over"}, "identity": {"over"}, "number": {"over"}}
_Acts = Mapping[UUID, set[str]]


@dataclass(frozen=True, slots=True)
class _Traders:
    """What each version says, by its id; ``parted`` are those of which something has left."""

    told: Mapping[UUID, Mapping[str, Any]]
    parted: frozenset[UUID]


def broken() -> Iterator[Finding]:
    acts = _acts()
    known = told_by(Trader.objects.in_bulk(), Said.objects.in_bulk())
    for trader_id, told in known.items():
        if "identity_digest" in told and not _right(trader_id, told, chain.OF_TRADER, acts):
            yield Finding(NAME, f"trader {trader_id}: not what it said to be")
    parted = {key for key, told in known.items() if not all(_salts(told, chain.OF_TRADER))}
    traders = _Traders(known, frozenset(parted))
    found = Order.objects.prefetch_related("seller_orders", "lines__devices")
    for order in found.iterator(500):
        steps = list(Step.objects.filter(order_id=order.id).order_by("seq"))
        at = log.broken_in(steps)
        if at is not None:
            yield Finding(NAME, f"order {order.reference}: step {at} does not fit")
        if not _is_as_agreed(order, steps, traders, acts):
            yield Finding(NAME, f"order {order.reference}: not what was agreed")
        for line_id in _other_devices(order, steps):
            yield Finding(NAME, f"line {line_id}: not the device that was sent")


def _is_as_agreed(order: Order, steps: Sequence[Step], traders: _Traders, acts: _Acts) -> bool:
    """Whether every step of its log that commits to what was agreed fits what the rows say.

    The first step of an older log commits to all of it at once: where a part has left, a later step
    has to, which was written before (`orders.restate`).
    """
    if not steps:
        return False
    first = steps[0]
    restated = [step for step in steps if step.verb == LogVerb.RESTATE.value]
    by_parts = first.format >= chain.PARTED or bool(restated)
    if by_parts and not _right(order.id, vars(order), chain.OF_ORDER, acts):
        return False
    commit = [first, *restated]
    if first.format < chain.PARTED and _has_parted(order, traders):
        commit = restated
    return bool(commit) and all(
        step.facts_hash == _agreed(step.format, order, traders) for step in commit
    )


def _other_devices(order: Order, steps: Sequence[Step]) -> Iterator[UUID]:
    """The lines of which a device is not the one that its step commits to, round by round; one
    whose number has left in its time says nothing."""
    sent: dict[UUID | None, list[str]] = defaultdict(list)
    for step in steps:
        if step.verb == LineVerb.SHIP.value:
            sent[step.line_id].append(step.facts_hash)
    for line in order.lines.all():
        rounds = sent[line.id]
        for device in line.devices.all():
            known = rounds[device.round - 1 : device.round]
            if known != [chain.device_hash(vars(device))]:
                yield line.id


def _has_parted(order: Order, traders: _Traders) -> bool:
    names = {each.trader_id for each in order.seller_orders.all()}
    return not all(_salts(vars(order), chain.OF_ORDER)) or bool(names & traders.parted)


def _right(subject: UUID, told: Mapping[str, Any], parts: Mapping[str, Any], acts: _Acts) -> bool:
    """Whether each part fits its digest, or has left and an act tells of that."""
    return all(
        chain.part_fits(told, part) and (told[part[1][0]] or acts[subject] & _GROUNDS[name])
        for name, part in parts.items()
    )


def _salts(told: Mapping[str, Any], parts: Mapping[str, Any]) -> list[Any]:
    """Of each part its salt; one that has no digest yet has not left."""
    return [told[names[0]] for column, names in parts.values() if told.get(column)]


def _agreed(format_: int, order: Order, traders: _Traders) -> str:
    """What a step must commit to; nothing where that cannot be told any more."""
    contracts, lines = list(order.seller_orders.all()), list(order.lines.all())
    try:
        return facts_of(format_, order, contracts, traders.told, lines)
    except KeyError:
        return "nothing"


def _acts() -> _Acts:
    found: dict[UUID, set[str]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(_LEFT)
        for subject, ground in cursor.fetchall():
            found[subject].add(ground)
    return found
