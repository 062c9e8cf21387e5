"""Who is shown for a market x variant x grade, and why: pure and exact (S13-S15).

    score = (item + cheapest shipping) x (1 + sum of weight x rate over the five criteria)

The lowest score wins.  Amounts are integers in the currency's minor unit, rates are integers in
millionths (ppm), weights integers in thousandths, so a score is an integer number of billionths
of a minor unit and whoever has the published inputs gets the same score to the last digit.  A rate
is rounded before it is weighed, so that nobody can count a seller's orders from it (0019).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final, TypeAlias
from uuid import UUID

from reprise.discovery.states import Criterion
from reprise.kernel.money import MINOR_UNITS, half_up, quantized

CRITERIA: Final = tuple(Criterion)
PPM: Final = 1_000_000
WEIGHT_SCALE: Final = 1_000
SCORE_SCALE: Final = PPM * WEIGHT_SCALE

Rates: TypeAlias = tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class RankingConfig:
    """Every number that ranks, with the day from which it does.

    ``weights`` are thousandths, ``means`` ppm, both in the order of `CRITERIA`; ``prior`` is a
    number of orders; rates are multiples of ``step`` ppm.  ``window_days`` is the length of the
    count of orders (S11); the label of a best seller goes to the first ``top_share`` ppm of a
    sub-category's products that have at least ``top_minimum`` orders.  Raises ValueError for
    numbers that break S14.
    """

    version: str
    since: date
    weights: Rates
    means: Rates
    prior: int
    step: int
    window_days: int
    top_share: int
    top_minimum: int

    def __post_init__(self) -> None:
        if len(self.weights) != len(CRITERIA) or len(self.means) != len(CRITERIA):
            raise ValueError(f"{len(CRITERIA)} criteria need as many weights and means")
        falling = all(a > b for a, b in pairwise(self.weights))
        if not falling or self.weights[-1] <= 0:
            raise ValueError("weights fall strictly in the order of the criteria and are positive")
        if any(not 0 <= mean <= PPM for mean in self.means):
            raise ValueError("a mean is a rate")
        if self.prior <= 0 or self.window_days <= 0 or self.top_minimum <= 0:
            raise ValueError("the prior, the window and the minimum are positive")
        if self.step <= 0 or PPM % self.step:
            raise ValueError("a hundred per cent is a whole number of steps")
        if not 0 < self.top_share <= PPM:
            raise ValueError("the share of best sellers is a rate above zero")


@dataclass(frozen=True, slots=True)
class Tally:
    """``faults`` in ``orders`` of one seller."""

    orders: int
    faults: int

    def __post_init__(self) -> None:
        if not 0 <= self.faults <= self.orders:
            raise ValueError("there are at most as many faults as orders")


NO_ORDERS: Final = Tally(0, 0)


@dataclass(frozen=True, slots=True)
class Candidate:
    """All that may decide.  There is no room for a fee, a plan or a commission (S15).

    ``price`` and ``shipping`` are minor units of the market's currency, ``rates`` smoothed ppm in
    the order of `CRITERIA`.  Offer ids are UUIDv7: the smaller one has been listed longer.
    """

    offer_id: UUID
    seller_id: UUID
    price: int
    shipping: int
    rates: Rates

    @property
    def landed(self) -> int:
        """Item and cheapest shipping."""
        return self.price + self.shipping


@dataclass(frozen=True, slots=True)
class PriceToWin:
    """The largest item price (minor units) at which a candidate wins or keeps winning.

    ``minor`` is None when no positive price wins; with no rival there is no limit, and ``rival``
    is None as well.  ``rival`` is the offer that sets the limit.
    """

    minor: int | None
    rival: UUID | None


@dataclass(frozen=True, slots=True)
class Term:
    """One criterion's share of the factor: ``weight`` x ``rate``, here in billionths."""

    criterion: Criterion
    rate: int
    weight: int
    share: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a candidate stands where it stands.

    ``rank`` counts from 1; ``factor`` has six decimals; ``score`` is in the currency's major unit
    with two decimals, for the eye: ties are decided on the exact ``points``.
    """

    candidate: Candidate
    rank: int
    landed: int
    terms: tuple[Term, ...]
    factor: Decimal
    score: Decimal
    points: int
    price_to_win: PriceToWin


def smoothed(tallies: Mapping[Criterion, Tally], config: RankingConfig) -> Rates:
    """A seller's five rates in ppm, drawn towards the platform's means, in whole steps.

    rate = (faults + prior x mean) / (orders + prior), rounded half up to a multiple of the step,
    once and from the exact fraction.  A seller without orders has the mean, and the prior weighs
    like that many average orders.
    """
    rates = [
        config.step
        * half_up(
            Fraction(
                tally.faults * PPM + config.prior * mean,
                (tally.orders + config.prior) * config.step,
            )
        )
        for tally, mean in zip(
            (tallies.get(criterion, NO_ORDERS) for criterion in CRITERIA),
            config.means,
            strict=True,
        )
    ]
    return (rates[0], rates[1], rates[2], rates[3], rates[4])


def factor(rates: Rates, config: RankingConfig) -> int:
    """1 + the weighted rates, in billionths."""
    return SCORE_SCALE + sum(w * r for w, r in zip(config.weights, rates, strict=True))


def score(candidate: Candidate, config: RankingConfig) -> int:
    """Landed price x factor, in billionths of a minor unit."""
    return candidate.landed * factor(candidate.rates, config)


def _key(candidate: Candidate, config: RankingConfig) -> tuple[int, int, int, UUID]:
    """Lowest first: score, landed price, late deliveries, then the offer listed longer."""
    return (
        score(candidate, config),
        candidate.landed,
        candidate.rates[CRITERIA.index(Criterion.LATE_DELIVERY)],
        candidate.offer_id,
    )


def ranked(candidates: Sequence[Candidate], config: RankingConfig) -> tuple[Candidate, ...]:
    """The candidates, the winner first; their order of arrival does not matter."""
    return tuple(sorted(candidates, key=lambda candidate: _key(candidate, config)))


def price_to_win(
    candidate: Candidate, order: Sequence[Candidate], config: RankingConfig
) -> PriceToWin:
    """The bar for ``candidate`` against the others in ``order`` (as `ranked` gives it).

    The best of the others sets it.  Its score divided by the candidate's factor, rounded down, is
    the highest landed price that does not lose on the score; where the division leaves no rest
    the scores are equal and the tie-break decides whether one minor unit less is needed.
    """
    rival = next((other for other in order if other.offer_id != candidate.offer_id), None)
    if rival is None:
        return PriceToWin(None, None)
    bar = _key(rival, config)
    landed, rest = divmod(bar[0], factor(candidate.rates, config))
    late = candidate.rates[CRITERIA.index(Criterion.LATE_DELIVERY)]
    if not rest and (landed, late, candidate.offer_id) >= bar[1:]:
        landed -= 1
    price = landed - candidate.shipping
    return PriceToWin(price if price > 0 else None, rival.offer_id)


def explanation(
    order: Sequence[Candidate], place: int, currency: str, config: RankingConfig
) -> Explanation:
    """The score of the candidate at an index of ``order`` (as `ranked` gives it), taken apart."""
    candidate = order[place]
    points = score(candidate, config)
    major = Decimal(points) / SCORE_SCALE / 10 ** MINOR_UNITS[currency]
    return Explanation(
        candidate=candidate,
        rank=place + 1,
        landed=candidate.landed,
        terms=tuple(
            Term(criterion, rate, weight, rate * weight)
            for criterion, rate, weight in zip(
                CRITERIA, candidate.rates, config.weights, strict=True
            )
        ),
        factor=quantized(Decimal(factor(candidate.rates, config)) / SCORE_SCALE, 6),
        score=quantized(major, 2),
        points=points,
        price_to_win=price_to_win(candidate, order, config),
    )


def explain(
    order: Sequence[Candidate], currency: str, config: RankingConfig
) -> tuple[Explanation, ...]:
    """Each candidate's score taken apart, in the given order (as `ranked` gives it)."""
    return tuple(explanation(order, place, currency, config) for place in range(len(order)))


@dataclass(frozen=True, slots=True)
class Gap:
    """How far one score is above another, and what of that each thing makes.

    Billionths of a minor unit, negative where it speaks for the one: ``price`` + ``shipping`` +
    the five ``terms`` is the difference of the scores, to the last digit.
    """

    price: int
    shipping: int
    terms: Rates

    @property
    def total(self) -> int:
        return self.price + self.shipping + sum(self.terms)


def gap(one: Candidate, other: Candidate, config: RankingConfig) -> Gap:
    """Amounts are compared at the other's quality, then rates at the one's own landed price."""
    quality = factor(other.rates, config)
    terms = [
        one.landed * weight * (mine - theirs)
        for weight, mine, theirs in zip(config.weights, one.rates, other.rates, strict=True)
    ]
    return Gap(
        price=(one.price - other.price) * quality,
        shipping=(one.shipping - other.shipping) * quality,
        terms=(terms[0], terms[1], terms[2], terms[3], terms[4]),
    )
