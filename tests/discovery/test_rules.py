"""The contest: exact, explainable, and its price to win proved by holding it again."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from uuid import UUID

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reprise.discovery.configuration import (
    CONFIGURATIONS,
    configuration,
    configuration_on,
    how_we_rank,
)
from reprise.discovery.rules import (
    CRITERIA,
    PPM,
    SCORE_SCALE,
    Candidate,
    RankingConfig,
    Rates,
    Tally,
    explain,
    factor,
    price_to_win,
    ranked,
    score,
    smoothed,
)
from reprise.discovery.states import Criterion

CONFIG = CONFIGURATIONS[0]
FIRST = configuration("2026-01")
AVERAGE = CONFIG.means


def a_candidate(number: int, price: int, shipping: int = 0, rates: Rates = AVERAGE) -> Candidate:
    return Candidate(UUID(int=number), UUID(int=1000 + number), price, shipping, rates)


# Small ranges and few distinct rates, so that equal scores really happen.
rates = st.tuples(*[st.sampled_from([0, 10_000, 20_000, 500_000, PPM])] * 5)
some = st.lists(
    st.tuples(st.integers(1, 400), st.integers(0, 60), rates), min_size=1, max_size=6
).map(lambda rows: [a_candidate(n, *row) for n, row in enumerate(rows)])
tallies = st.tuples(st.integers(0, 5000), st.integers(0, 5000)).map(
    lambda pair: Tally(max(pair), min(pair))
)


# As sellers come: prices close together, rates from counts, few of them.
records = st.lists(
    st.tuples(
        st.integers(29_000, 31_000),
        st.sampled_from([0, 490]),
        st.lists(st.tuples(st.integers(0, 300), st.integers(0, 12)), min_size=5, max_size=5),
    ),
    min_size=2,
    max_size=5,
)


def of_records(
    rows: list[tuple[int, int, list[tuple[int, int]]]], config: RankingConfig
) -> list[Candidate]:
    found = []
    for number, (price, shipping, counts) in enumerate(rows):
        tallies = {
            c: Tally(orders, min(orders, faults))
            for c, (orders, faults) in zip(CRITERIA, counts, strict=True)
        }
        found.append(a_candidate(number, price, shipping, smoothed(tallies, config)))
    return found


def wins(
    candidate: Candidate, at: int, field: list[Candidate], config: RankingConfig = CONFIG
) -> bool:
    moved = replace(candidate, price=at)
    others = [other for other in field if other.offer_id != candidate.offer_id]
    return ranked([*others, moved], config)[0].offer_id == candidate.offer_id


class TestTheFormula:
    def test_the_seed_s_order_of_importance(self) -> None:
        assert [c.value for c in CRITERIA] == [
            "aesthetic_defect",
            "wrong_product",
            "defective_product",
            "wrong_accessories",
            "late_delivery",
        ]

    def test_by_hand(self) -> None:
        """(300.00 + 4.90) x (1 + 3x2 % + 2.5x1 % + 2x3 % + 1.5x0 + 1x4 %) = 304.90 x 1.185."""
        one = a_candidate(1, 30_000, 490, (20_000, 10_000, 30_000, 0, 40_000))
        assert factor(one.rates, CONFIG) == 1_185_000_000
        assert score(one, CONFIG) == 30_490 * 1_185_000_000
        (told,) = explain([one], "EUR", CONFIG)
        assert told.landed == 30_490
        assert told.factor == Decimal("1.185000")
        assert told.score == Decimal("361.31")
        assert (told.terms[0].rate, told.terms[0].weight) == (20_000, 3_000)

    @given(some)
    def test_an_explanation_adds_up_exactly(self, field: list[Candidate]) -> None:
        for told in explain(ranked(field, CONFIG), "EUR", CONFIG):
            assert told.points == told.landed * (SCORE_SCALE + sum(t.share for t in told.terms))

    def test_a_fault_weighs_less_down_the_list(self) -> None:
        """The same fault in a more important criterion always costs more."""
        scores = []
        for place in range(5):
            faulty = list(AVERAGE)
            faulty[place] += 10_000
            scores.append(score(a_candidate(1, 10_000, 0, tuple(faulty)), CONFIG))
        assert scores == sorted(scores, reverse=True)
        assert len(set(scores)) == 5

    @given(some)
    def test_shipping_counts_like_price(self, field: list[Candidate]) -> None:
        moved = [replace(c, price=c.price + c.shipping, shipping=0) for c in field]
        assert [c.offer_id for c in ranked(moved, CONFIG)] == [
            c.offer_id for c in ranked(field, CONFIG)
        ]

    @given(some)
    def test_one_winner_whatever_the_order_of_arrival(self, field: list[Candidate]) -> None:
        orders = {ranked(order, CONFIG) for order in permutations(field[:4])}
        assert len(orders) == 1

    @given(some)
    def test_nobody_wins_by_being_dearer_or_worse(self, field: list[Candidate]) -> None:
        order = ranked(field, CONFIG)
        assume(len(order) > 1)
        loser = order[1]
        worse = tuple(min(PPM, rate + 1) for rate in loser.rates)
        for moved in (replace(loser, price=loser.price + 1), replace(loser, rates=worse)):
            rest = [c for c in order if c is not loser]
            assert ranked([*rest, moved], CONFIG)[0] is order[0]

    def test_a_candidate_has_no_room_for_money_paid_to_us(self) -> None:
        assert [field.name for field in fields(Candidate)] == [
            "offer_id",
            "seller_id",
            "price",
            "shipping",
            "rates",
        ]


class TestTies:
    def test_the_lower_landed_price(self) -> None:
        """110 x 1.0 and 100 x 1.1 are equal; 100 is shown."""
        dear = a_candidate(1, 110, 0, (0, 0, 0, 0, 0))
        cheap = a_candidate(2, 100, 0, (0, 0, 50_000, 0, 0))
        assert score(dear, CONFIG) == score(cheap, CONFIG)
        assert ranked([dear, cheap], CONFIG)[0] is cheap

    def test_then_fewer_late_deliveries(self) -> None:
        late = a_candidate(1, 100, 0, (0, 0, 0, 0, 30_000))
        ugly = a_candidate(2, 100, 0, (10_000, 0, 0, 0, 0))
        assert score(late, CONFIG) == score(ugly, CONFIG)
        assert ranked([late, ugly], CONFIG)[0] is ugly

    def test_then_the_offer_listed_longer(self) -> None:
        old, new = a_candidate(1, 100), a_candidate(2, 100)
        assert ranked([new, old], CONFIG)[0] is old


class TestPriceToWin:
    @settings(max_examples=400)
    @given(some)
    def test_at_it_the_candidate_wins_and_one_unit_above_it_does_not(
        self, field: list[Candidate]
    ) -> None:
        order = ranked(field, CONFIG)
        for candidate in field:
            bar = price_to_win(candidate, order, CONFIG)
            if len(field) == 1:
                assert (bar.minor, bar.rival) == (None, None)
            elif bar.minor is None:
                assert bar.rival is not None
                assert not wins(candidate, 1, field)
            else:
                assert wins(candidate, bar.minor, field)
                assert not wins(candidate, bar.minor + 1, field)

    @pytest.mark.parametrize("config", CONFIGURATIONS, ids=lambda config: config.version)
    @given(records)
    def test_it_is_exact_with_rates_as_they_are_counted(
        self, config: RankingConfig, rows: list[tuple[int, int, list[tuple[int, int]]]]
    ) -> None:
        field = of_records(rows, config)
        order = ranked(field, config)
        for candidate in field:
            bar = price_to_win(candidate, order, config).minor
            assert bar is not None
            assert wins(candidate, bar, field, config)
            assert not wins(candidate, bar + 1, field, config)

    @given(some)
    def test_the_winner_s_bar_is_at_least_its_price_and_a_loser_s_below(
        self, field: list[Candidate]
    ) -> None:
        assume(len(field) > 1)
        winner, *losers = explain(ranked(field, CONFIG), "EUR", CONFIG)
        assert winner.price_to_win.minor is not None
        assert winner.price_to_win.minor >= winner.candidate.price
        for loser in losers:
            bar = loser.price_to_win.minor
            assert bar is None or bar < loser.candidate.price

    @pytest.mark.parametrize(("number", "bar"), [(1, 100), (3, 99)])
    def test_a_tie_is_won_by_the_older_offer_only(self, number: int, bar: int) -> None:
        rival, other = a_candidate(2, 100), a_candidate(number, 500)
        assert price_to_win(other, ranked([rival, other], CONFIG), CONFIG).minor == bar

    def test_shipping_alone_may_lose(self) -> None:
        rival, other = a_candidate(1, 100), a_candidate(2, 1, 100)
        bar = price_to_win(other, ranked([rival, other], CONFIG), CONFIG)
        assert (bar.minor, bar.rival) == (None, rival.offer_id)


class TestSmoothing:
    def test_a_new_seller_has_the_platform_s_means(self) -> None:
        """In whole steps of half a point: 0.8 % is nearest to 1 %."""
        assert smoothed({}, FIRST) == FIRST.means
        assert smoothed({}, CONFIG) == (20_000, 10_000, 30_000, 10_000, 40_000)

    @given(tallies)
    def test_a_rate_lies_between_the_seller_s_own_and_the_mean(self, tally: Tally) -> None:
        for config in CONFIGURATIONS:
            all_alike = smoothed(dict.fromkeys(CRITERIA, tally), config)
            for criterion, mean, rate in zip(CRITERIA, config.means, all_alike, strict=True):
                own = Fraction(tally.faults * PPM, tally.orders) if tally.orders else Fraction(mean)
                half = Fraction(config.step, 2)
                assert min(own, mean) - half <= rate <= max(own, mean) + half, criterion

    def test_by_hand_half_up(self) -> None:
        """(1 + 50 x 0.02) / (150 + 50) = 1 %; (0 + 50 x 0.02) / 3 more rounds half up."""
        rates = smoothed({Criterion.AESTHETIC_DEFECT: Tally(150, 1)}, FIRST)
        assert rates == (10_000, *FIRST.means[1:])
        half = replace(FIRST, prior=1, means=(1, 0, 0, 0, 0))
        assert smoothed({Criterion.AESTHETIC_DEFECT: Tally(1, 0)}, half)[0] == 1  # 0.5 ppm

    @pytest.mark.parametrize(
        ("tally", "rate"),
        [
            (Tally(200, 7), 30_000),  # (7 + 4) / 400 = 2.75 %: a half goes up
            (Tally(200, 6), 25_000),  # 2.5 %
            (Tally(199, 7), 30_000),  # a little above 2.75 %
            (Tally(201, 7), 25_000),  # a little below it
            (Tally(0, 0), 20_000),
            (Tally(10**6, 10**6), PPM),  # 99.98 %, and never more than all
        ],
    )
    def test_by_hand_in_steps_of_half_a_point(self, tally: Tally, rate: int) -> None:
        assert smoothed({Criterion.AESTHETIC_DEFECT: tally}, CONFIG)[0] == rate

    def test_rounded_once_from_the_exact_fraction(self) -> None:
        """(136 + 4) / 5,091 is 2.74995 %: 2.5 %, though 27,500 millionths would be 3.0 %."""
        tally = Tally(4_891, 136)
        assert smoothed({Criterion.AESTHETIC_DEFECT: tally}, CONFIG)[0] == 25_000

    def test_the_prior_weighs_less_with_every_order(self) -> None:
        perfect = [
            smoothed({Criterion.LATE_DELIVERY: Tally(n, 0)}, CONFIG)[4]
            for n in (0, 10, 100, 10_000)
        ]
        assert perfect == sorted(perfect, reverse=True)
        assert perfect[0] == CONFIG.means[4]
        assert perfect[-1] == 0  # 8 / 10,200 is 0.08 %

    def test_a_tally_cannot_have_more_faults_than_orders(self) -> None:
        with pytest.raises(ValueError, match="at most"):
            Tally(1, 2)


class TestConfiguration:
    @pytest.mark.parametrize(
        "wrong",
        [
            {"weights": (5, 4, 3, 2, 2)},
            {"weights": (5, 4, 3, 2, 0)},
            {"weights": (4, 5, 3, 2, 1)},
            {"weights": (5, 4, 3, 2)},
            {"means": (0, 0, 0, 0, PPM + 1)},
            {"prior": 0},
            {"step": 0},
            {"step": 3_000},
            {"window_days": 0},
            {"top_share": 0},
            {"top_minimum": 0},
        ],
    )
    def test_numbers_that_break_the_seed_do_not_start(self, wrong: dict[str, object]) -> None:
        with pytest.raises(ValueError, match=r"\w"):
            replace(CONFIG, **wrong)

    def test_versions_are_distinct_and_newest_first(self) -> None:
        days = [config.since for config in CONFIGURATIONS]
        assert days == sorted(days, reverse=True)
        assert len({config.version for config in CONFIGURATIONS}) == len(CONFIGURATIONS)

    def test_a_day_and_a_version_find_it(self) -> None:
        assert configuration_on(date(2026, 1, 1)).version == "2026-01"
        assert configuration_on(date(2026, 11, 26)).version == "2026-01"
        assert configuration_on(date(2026, 11, 27)).version == "2026-11"
        assert configuration("2026-01").since == date(2026, 1, 1)
        with pytest.raises(LookupError):
            configuration_on(date(2025, 12, 31))
        with pytest.raises(LookupError):
            configuration("2020-01")

    @given(st.lists(st.integers(1, 9_000), min_size=5, max_size=5, unique=True))
    def test_the_published_description_follows_the_numbers(self, weights: list[int]) -> None:
        config: RankingConfig = replace(CONFIG, weights=tuple(sorted(weights, reverse=True)))
        told = how_we_rank(config)
        assert [int(c.weight * 1000) for c in told.criteria] == list(config.weights)
        assert [int(c.mean_percent * 10_000) for c in told.criteria] == list(config.means)
        assert [c.criterion for c in told.criteria] == list(CRITERIA)
        assert (told.prior_orders, told.window_days) == (config.prior, config.window_days)
        assert str(told.top_percent) == "10"
        assert told.paid_placement is False

    def test_the_step_is_published_as_it_rounds(self) -> None:
        assert str(how_we_rank(CONFIG).step_percent) == "0.5"
        assert str(how_we_rank(FIRST).step_percent) == "0.0001"
        assert str(how_we_rank(replace(CONFIG, step=10_000)).step_percent) == "1"

    def test_a_version_that_was_in_force_is_never_edited(self) -> None:
        """To the last number, as decisions were made by it."""
        assert (
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
            )
            == FIRST
        )

    def test_its_tie_break_is_the_one_that_ranks(self) -> None:
        """Each published code, taken as the only difference, decides."""
        base = a_candidate(5, 110, 0, (0, 0, 0, 0, 30_000))
        better = {
            "landed_price": a_candidate(9, 103, 0, (0, 0, 0, 0, 100_000)),
            "late_delivery_rate": replace(base, offer_id=UUID(int=9), rates=(10_000, 0, 0, 0, 0)),
            "listed_longer": replace(base, offer_id=UUID(int=4)),
        }
        assert tuple(better) == how_we_rank(CONFIG).tie_break
        for code, other in better.items():
            assert score(other, CONFIG) == score(base, CONFIG), code
            assert ranked([base, other], CONFIG)[0] is other, code
