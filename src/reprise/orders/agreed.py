"""What was agreed, as an order's log commits to it; and what of it can leave before the rest
(decision 0053)."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from reprise import rows
from reprise.orders import chain
from reprise.orders.models import Line, Order, Said, SellerOrder
from reprise.sellers.models import Trader

Facts = Mapping[str, Any]
_BYTES: Final = 16


def facts_of(
    format_: int,
    order: Order,
    contracts: Sequence[SellerOrder],
    traders: Mapping[UUID, Facts],
    lines: Sequence[Line],
) -> str:
    """The digest of everything that was agreed: the first step of the log commits to it.

    ``traders`` is what :func:`told_by` tells.  Raises KeyError for a contract whose trader is not
    among them (since format 2), or has no digests (since format 4).
    """
    contracts = sorted(contracts, key=lambda row: row.seller_id)
    return chain.agreed_hash(
        format_,
        vars(order),
        [vars(row) for row in contracts],
        [traders[row.trader_id] for row in contracts] if format_ > 1 else (),
        [vars(row) for row in sorted(lines, key=lambda row: row.position)],
        insured(order, lines),
    )


def told_by(traders: Mapping[UUID, Trader], said: Mapping[UUID, Said]) -> dict[UUID, Facts]:
    """What each version of a trader says, with the digests and salts of its parts."""
    return {
        each.id: vars(each) | (vars(said[each.id]) if each.id in said else {})
        for each in traders.values()
    }


def number(order: Order) -> None:
    """Give an order the digest of its number, for the caller to write."""
    order.number_salt = secrets.token_hex(_BYTES)
    order.number_digest = chain.part_hash(vars(order), chain.NUMBER)


def say(traders: Collection[Trader]) -> dict[UUID, Said]:
    """The digests of these versions, written where nobody has done so yet.

    Whoever does it at the same moment is waited for.
    """
    made = [_said(each) for each in sorted(traders, key=lambda each: each.id)]
    rows.insert(made, known="ignore")
    found = rows.find(Said, trader_id__in=[each.id for each in traders])
    return {each.trader_id: each for each in found}


def _said(trader: Trader) -> Said:
    salts = {
        "identity_salt": secrets.token_hex(_BYTES),
        "contact_salt": secrets.token_hex(_BYTES),
    }
    facts = vars(trader) | salts
    digests = {column: chain.part_hash(facts, names) for column, names in chain.OF_TRADER.values()}
    return Said(trader_id=trader.id, seller_id=trader.seller_id, **salts, **digests)


def insured(order: Order, lines: Sequence[Line]) -> dict[str, Any] | None:
    """What was agreed of insurance; None where there is none.

    Without it an order has the digest that it had before insurance could be had (decision 0021).
    """
    covered = [line for line in lines if line.premium or line.cover is not None]
    if not order.insurance and not covered:
        return None
    return {
        "total": order.insurance,
        "lines": [vars(line) for line in sorted(covered, key=lambda line: line.position)],
    }
