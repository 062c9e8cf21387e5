"""Decisions replayed, and where a seller stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from reprise.discovery.configuration import configuration
from reprise.discovery.models import BuyBox, Decision
from reprise.discovery.rules import (
    CRITERIA,
    Candidate,
    RankingConfig,
    Tally,
    explain,
    ranked,
    score,
    smoothed,
)
from reprise.discovery.stored import candidate
from reprise.discovery.views import Standing
from reprise.kernel.money import Money
from reprise.markets.queries import market as market_of
from reprise.offers.models import Offer


@dataclass(frozen=True, slots=True)
class Replay:
    """A decision made again from its stored inputs: ``same`` when the result is the stored one."""

    decision_id: UUID
    winner: UUID | None
    scores: tuple[int, ...]
    same: bool


def replay(decision: Decision) -> Replay:
    """Compute the rates, the scores and the order again, with the version it names.

    Raises LookupError when that version is not known any more.
    """
    config = configuration(decision.config_version)
    stored = [candidate(one) for one in decision.inputs]
    again = ranked(
        [
            replace(one, rates=_rates(raw, config))
            for one, raw in zip(stored, decision.inputs, strict=True)
        ],
        config,
    )
    winner = again[0].offer_id if again else None
    scores = tuple(score(one, config) for one in again)
    result = {"winner": str(winner) if winner else None, "scores": list(scores)}
    same = list(again) == stored and result == decision.result
    return Replay(decision.id, winner, scores, same)


def _rates(stored: dict[str, Any], config: RankingConfig) -> tuple[int, int, int, int, int]:
    return smoothed(
        {c: Tally(*pair) for c, pair in zip(CRITERIA, stored["tallies"], strict=True)}, config
    )


def standings(seller_id: UUID, market: str, offer_ids: Sequence[UUID]) -> dict[UUID, Standing]:
    """Where these offers of a seller stand; without what cannot be bought."""
    return {
        offer_id: _standing(offer_id, market, field, config)
        for offer_id, (field, config) in _fields(seller_id, market, offer_ids).items()
    }


def dry_run(seller_id: UUID, offer_id: UUID, market: str, price_minor: int) -> Standing | None:
    """Where an offer would stand at another item price; nothing is changed (S5).

    None for an offer that is not the seller's or cannot be bought; ValueError for a price that
    is not positive.
    """
    if price_minor <= 0:
        raise ValueError("a price is positive")
    for field, config in _fields(seller_id, market, [offer_id]).values():
        moved = [
            replace(one, price=price_minor) if one.offer_id == offer_id else one for one in field
        ]
        return _standing(offer_id, market, ranked(moved, config), config)
    return None


def _fields(
    seller_id: UUID, market: str, offer_ids: Sequence[UUID]
) -> dict[UUID, tuple[Sequence[Candidate], RankingConfig]]:
    """The contests that a seller's offers take part in, by offer."""
    offers = {
        (offer.variant_id, offer.grade): offer.id
        for offer in Offer.objects.filter(seller_id=seller_id, id__in=offer_ids)
    }
    rows = BuyBox.objects.filter(market=market, variant_id__in={v for v, _ in offers})
    fields: dict[UUID, tuple[Sequence[Candidate], RankingConfig]] = {}
    for row in rows:
        offer_id = offers.get((row.variant_id, row.grade))
        if offer_id is not None and any(one["offer"] == str(offer_id) for one in row.candidates):
            fields[offer_id] = (
                [candidate(one) for one in row.candidates],
                configuration(row.config_version),
            )
    return fields


def _standing(
    offer_id: UUID, market: str, field: Sequence[Candidate], config: RankingConfig
) -> Standing:
    currency = market_of(market).currency
    return Standing(
        offer_id=offer_id,
        market=market,
        own=next(w for w in explain(field, currency, config) if w.candidate.offer_id == offer_id),
        candidates=len(field),
        winner_price=Money(field[0].price, currency),
        winner_shipping=Money(field[0].shipping, currency),
    )
