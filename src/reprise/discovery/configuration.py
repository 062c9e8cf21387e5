"""The numbers that rank, dated, and the text that is generated from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from reprise.discovery.rules import CRITERIA, PPM, WEIGHT_SCALE, RankingConfig
from reprise.discovery.states import Criterion, Sort

# Newest first; a version in use is never edited, because decisions name it.  A weight of 3 says:
# one percentage point more of this fault counts like three per cent on the price.  The means are
# the platform's own rates when the version was written; until there are any, an assumption.  The
# step times the prior is one order: less would let volumes be counted from the rates (0019).
CONFIGURATIONS: Final[tuple[RankingConfig, ...]] = (
    RankingConfig(
        version="2026-11",
        since=date(2026, 11, 27),
        weights=(3_000, 2_500, 2_000, 1_500, 1_000),
        means=(20_000, 8_000, 30_000, 10_000, 40_000),
        prior=200,
        step=5_000,
        window_days=30,
        top_share=100_000,
        top_minimum=5,
    ),
    RankingConfig(
        version="2026-01",
        since=date(2026, 1, 1),
        weights=(3_000, 2_500, 2_000, 1_500, 1_000),
        means=(20_000, 8_000, 30_000, 10_000, 40_000),
        prior=50,
        step=1,
        window_days=30,
        top_share=100_000,
        top_minimum=5,
    ),
)


def configuration_on(day: date) -> RankingConfig:
    """The configuration in force.  Raises LookupError before the first one."""
    for config in CONFIGURATIONS:
        if config.since <= day:
            return config
    raise LookupError(f"nothing ranks on {day}")


def configuration(version: str) -> RankingConfig:
    """The configuration that a decision names.  Raises LookupError."""
    for config in CONFIGURATIONS:
        if config.version == version:
            return config
    raise LookupError(f"no ranking configuration {version!r}")


@dataclass(frozen=True, slots=True)
class CriterionInWords:
    """A criterion with its weight (a plain number) and the platform's mean (per cent)."""

    criterion: Criterion
    weight: Decimal
    mean_percent: Decimal


@dataclass(frozen=True, slots=True)
class HowWeRank:
    """What a page or the API prints about the ranking, without a word of any language.

    ``criteria`` stand in the order of importance.  Rates are multiples of ``step_percent``, in
    percentage points.  ``tie_break`` and ``list_tie_break`` are codes
    in the order in which they are asked, ``search_order`` those of a search before them.
    """

    version: str
    since: date
    price: tuple[str, ...]
    criteria: tuple[CriterionInWords, ...]
    prior_orders: int
    step_percent: Decimal
    tie_break: tuple[str, ...]
    sorts: tuple[Sort, ...]
    default_sort: Sort
    search_sort: Sort
    search_order: tuple[str, ...]
    list_tie_break: tuple[str, ...]
    window_days: int
    top_percent: Decimal
    top_minimum: int
    paid_placement: bool


# The order of the buy box when scores are equal (`rules._key`) and of lists (`queries.ORDERS`).
TIE_BREAK: Final = ("landed_price", "late_delivery_rate", "listed_longer")
SEARCH_ORDER: Final = ("words_found", "closeness_of_words", "whole_name")
LIST_TIE_BREAK: Final = ("orders", "released_later", "address")


@cache
def how_we_rank(config: RankingConfig) -> HowWeRank:
    """The published description of ``config`` (P2B art. 5, DSA art. 27)."""
    return HowWeRank(
        version=config.version,
        since=config.since,
        price=("item", "cheapest_shipping"),
        criteria=tuple(
            CriterionInWords(criterion, _plain(weight, WEIGHT_SCALE), _plain(mean * 100, PPM))
            for criterion, weight, mean in zip(CRITERIA, config.weights, config.means, strict=True)
        ),
        prior_orders=config.prior,
        step_percent=_plain(config.step * 100, PPM),
        tie_break=TIE_BREAK,
        sorts=(Sort.POPULAR, Sort.PRICE_ASC, Sort.PRICE_DESC),
        default_sort=Sort.POPULAR,
        search_sort=Sort.MATCH,
        search_order=SEARCH_ORDER,
        list_tie_break=LIST_TIE_BREAK,
        window_days=config.window_days,
        top_percent=_plain(config.top_share * 100, PPM),
        top_minimum=config.top_minimum,
        paid_placement=False,
    )


def _plain(number: int, scale: int) -> Decimal:
    """``number`` / ``scale`` without trailing zeros and without an exponent."""
    value = (Decimal(number) / scale).normalize()
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
