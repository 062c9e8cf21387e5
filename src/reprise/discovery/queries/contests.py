"""Decisions replayed, and where a seller stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from reprise.discovery.configuration import configuration
from reprise.discovery.models import BuyBox, Decision
from reprise.discovery.rules import (
    CRITERIA,
    Candidate,
    RankingConfig,
    Tally,
    explanation,
    gap,
    ranked,
    score,
    smoothed,
)
from reprise.discovery.stored import candidate, loaded
from reprise.discovery.views import Standing
from reprise.kernel.money import Money
from reprise.markets.queries import MARKETS
from reprise.markets.queries import market as market_of
from reprise.offers.models import MarketOffer, Offer

# A variant has a contest a grade and market; only those of the offers asked about are read.
_CONTESTS: Final = """
SELECT b.market, b.variant_id, b.grade, b.candidates, b.config_version
  FROM unnest(%(variants)s::uuid[], %(grades)s::text[]) AS k (variant_id, grade)
 CROSS JOIN unnest(%(markets)s::text[]) AS m (market)
  JOIN discovery_buybox b USING (market, variant_id, grade)
"""


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


def standings(
    seller_id: UUID, offer_ids: Sequence[UUID], market: str = ""
) -> dict[tuple[UUID, str], Standing]:
    """Where these offers of a seller stand, by offer and market (or in one market), in two
    statements; without what cannot be bought."""
    return {
        (offer_id, code): _standing(offer_id, code, field, config)
        for (offer_id, code), (field, config) in _fields(seller_id, offer_ids, market).items()
    }


def dry_run(seller_id: UUID, offer_id: UUID, market: str, price_minor: int) -> Standing | None:
    """Where an offer would stand at another item price; nothing is changed (S5).

    None for an offer that is not the seller's or cannot be bought; ValueError for a price that
    is not positive.
    """
    if price_minor <= 0:
        raise ValueError("a price is positive")
    for field, config in _fields(seller_id, [offer_id], market).values():
        moved = [
            replace(one, price=price_minor) if one.offer_id == offer_id else one for one in field
        ]
        return _standing(offer_id, market, ranked(moved, config), config)
    return None


def not_shown(offers: QuerySet[Offer], market: str = "") -> QuerySet[Offer]:
    """Of these offers, the ones that are on sale in a market (or in this one) whose buyers are
    shown another seller's, or nobody's, first."""
    priced = MarketOffer.objects.filter(
        seller_id=OuterRef("seller_id"), offer_id=OuterRef("id"), active=True
    )
    if market:
        priced = priced.filter(market=market)
    shown = BuyBox.objects.filter(
        market=OuterRef("market"),
        variant_id=OuterRef("offer__variant_id"),
        grade=OuterRef("offer__grade"),
        offer_id=OuterRef("offer_id"),
    )
    return offers.filter(Exists(priced.filter(~Exists(shown))), active=True, available__gt=0)


def _fields(
    seller_id: UUID, offer_ids: Sequence[UUID], market: str
) -> dict[tuple[UUID, str], tuple[Sequence[Candidate], RankingConfig]]:
    """The contests that a seller's offers take part in, by offer and market."""
    offers = {
        (variant_id, grade): offer_id
        for offer_id, variant_id, grade in Offer.objects.filter(
            seller_id=seller_id, id__in=offer_ids
        ).values_list("id", "variant_id", "grade")
    }
    if not offers:
        return {}
    fields: dict[tuple[UUID, str], tuple[Sequence[Candidate], RankingConfig]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            _CONTESTS,
            {
                "variants": [variant for variant, _ in offers],
                "grades": [grade for _, grade in offers],
                "markets": [market] if market else list(MARKETS),
            },
        )
        for code, variant_id, grade, candidates, version in cursor.fetchall():
            offer_id = offers[variant_id, grade]
            field = [candidate(one) for one in loaded(candidates)]
            if any(one.offer_id == offer_id for one in field):
                fields[offer_id, code] = (field, configuration(version))
    return fields


def _standing(
    offer_id: UUID, market: str, field: Sequence[Candidate], config: RankingConfig
) -> Standing:
    currency = market_of(market).currency
    place = next(index for index, one in enumerate(field) if one.offer_id == offer_id)
    against = 1 if place == 0 else 0
    rival = field[against] if len(field) > 1 else None
    return Standing(
        offer_id=offer_id,
        market=market,
        own=explanation(field, place, currency, config),
        candidates=len(field),
        winner_price=Money(field[0].price, currency),
        winner_shipping=Money(field[0].shipping, currency),
        rival=explanation(field, against, currency, config) if rival else None,
        gap=gap(field[place], rival, config) if rival else None,
    )
