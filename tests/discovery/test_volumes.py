"""Whoever has the published rates cannot count a seller's orders from them (decision 0019)."""

from __future__ import annotations

import random
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.discovery.configuration import CONFIGURATIONS, configuration
from reprise.discovery.rules import CRITERIA, PPM, SCORE_SCALE, Candidate, factor, score
from tests.discovery.volumes import (
    MIDDLING,
    a_history,
    faults_behind,
    possible_in_the_end,
    possible_orders,
    published,
)

BEFORE, NOW = configuration("2026-01"), CONFIGURATIONS[0]
SIZES = (3, 10, 30, 100, 300, 1000, 3000)

orders_and_faults = st.integers(0, 20_000).flatmap(
    lambda orders: st.tuples(st.just(orders), *[st.integers(0, orders)] * len(CRITERIA))
)


def sellers(seed: int, orders: int, number: int = 12) -> list[tuple[int, ...]]:
    """Faults by criterion of that many random sellers."""
    chance = random.Random(seed)
    made = []
    for _ in range(number):
        care = chance.uniform(0.5, 1.7)
        made.append(
            tuple(sum(chance.random() < m * care / 1000 for _ in range(orders)) for m in MIDDLING)
        )
    return made


def near(orders: int) -> range:
    """From half to double."""
    return range(orders // 2, 2 * orders + 1)


class TestOneLook:
    @pytest.mark.parametrize("orders", SIZES)
    def test_exact_rates_gave_the_number_away(self, orders: int) -> None:
        for faults in sellers(orders, orders):
            rates = published(orders, faults, BEFORE)
            found = possible_orders(rates, BEFORE, 2 * orders)
            assert [n for n in found if n in near(orders)] == [orders]

    @pytest.mark.parametrize("orders", SIZES)
    def test_rounded_ones_leave_most_numbers_from_half_to_double(self, orders: int) -> None:
        shares = []
        for faults in sellers(orders, orders):
            found = possible_orders(published(orders, faults, NOW), NOW, 2 * orders)
            shares.append(sum(n in near(orders) for n in found) / len(near(orders)))
        assert min(shares) >= 0.5
        assert sorted(shares)[len(shares) // 2] >= 0.75

    def test_rounding_alone_would_not_hide_the_small(self) -> None:
        """The step of now with the prior of before: sellers with thirty orders are found."""
        half = replace(BEFORE, step=NOW.step)
        found = [possible_orders(published(30, f, half), half, 60) for f in sellers(30, 30)]
        assert max(len([n for n in each if n in near(30)]) for each in found) < 20

    @given(st.integers(0, 10**6), st.integers(0, 4), st.data())
    def test_every_number_of_orders_publishes_every_rate_in_its_reach(
        self, orders: int, place: int, data: st.DataObject
    ) -> None:
        """What the step and the prior guarantee: within the bounds that no faults and nothing but
        faults set, no rate tells one number of orders from another."""
        least = published(orders, [0] * 5, NOW)[place]
        most = published(orders, [orders] * 5, NOW)[place]
        rate = data.draw(st.integers(least // NOW.step, most // NOW.step)) * NOW.step
        low, high = faults_behind(orders, place, rate, NOW)
        assert low <= high
        for faults in (low, high):
            assert published(orders, [faults] * 5, NOW)[place] == rate

    def test_the_configuration_in_force_keeps_to_it(self) -> None:
        assert NOW.step * NOW.prior >= PPM


class TestManyLooks:
    """Published every day while orders come in.  What is found is a lower bound: there are
    further histories that nobody has guessed."""

    @pytest.mark.parametrize("orders", [10, 30, 100, 300, 1000])
    def test_exact_rates_leave_nothing(self, orders: int) -> None:
        chance = random.Random(orders)
        seen = a_history(chance, orders, orders / 120, 30)
        series = [published(*each, BEFORE) for each in seen]
        end = seen[-1][0]
        found = possible_in_the_end(series, end, BEFORE, chance)
        assert {n for n in found if n in near(end)} <= {end}

    @pytest.mark.parametrize("orders", [10, 30, 100, 300, 1000])
    def test_rounded_ones_leave_sellers_of_other_sizes(self, orders: int) -> None:
        chance = random.Random(orders)
        for _ in range(3):
            seen = a_history(chance, orders, orders / 120, 30)
            series = [published(*each, NOW) for each in seen]
            end = seen[-1][0]
            found = possible_in_the_end(series, end, NOW, chance)
            assert len(found) >= min(end // 2, 30)
            assert max(found) >= 1.25 * end


class TestTheRoundedFormula:
    @given(orders_and_faults, st.integers(0, 4))
    def test_fewer_faults_are_never_worse(self, seller: tuple[int, ...], place: int) -> None:
        orders, *faults = seller
        better = [max(0, n - (i == place)) for i, n in enumerate(faults)]
        for config in CONFIGURATIONS:
            mine, theirs = (published(orders, each, config) for each in (better, faults))
            assert all(a <= b for a, b in zip(mine, theirs, strict=True))
            assert factor(mine, config) <= factor(theirs, config)

    @given(orders_and_faults)
    def test_one_more_order_without_fault_is_never_worse(self, seller: tuple[int, ...]) -> None:
        orders, *faults = seller
        for config in CONFIGURATIONS:
            more = published(orders + 1, faults, config)
            assert factor(more, config) <= factor(published(orders, faults, config), config)

    @given(orders_and_faults)
    def test_one_order_moves_a_rate_by_one_step_at_most(self, seller: tuple[int, ...]) -> None:
        """No cliff: whatever becomes of one order, more than a step is not to be gained."""
        orders, *faults = seller
        before = published(orders, faults, NOW)
        for more in (0, 1):
            after = published(orders + 1, [n + more for n in faults], NOW)
            for a, b in zip(before, after, strict=True):
                assert abs(a - b) <= NOW.step

    @given(orders_and_faults)
    def test_a_rate_is_the_nearest_multiple_of_the_step_a_half_upwards(
        self, seller: tuple[int, ...]
    ) -> None:
        """Half a step above the exact one at most, and less than half a step below it."""
        orders, *faults = seller
        for config in CONFIGURATIONS:
            for place, rate in enumerate(published(orders, faults, config)):
                assert rate % config.step == 0
                weight = orders + config.prior
                exact = faults[place] * PPM + config.prior * config.means[place]
                over = 2 * (rate * weight - exact)
                assert -config.step * weight < over <= config.step * weight


@pytest.mark.parametrize(("step", "prior"), [(0, 200), (-5_000, 200), (3_000, 200)])
def test_a_step_that_does_not_divide_the_whole_does_not_start(step: int, prior: int) -> None:
    with pytest.raises(ValueError, match="steps"):
        replace(NOW, step=step, prior=prior)


def test_what_a_step_is_worth_at_300_euros() -> None:
    """Half a point of the first fault is 1.5 % of the price, of the last 0.5 %."""
    worth = []
    for place in range(len(CRITERIA)):
        rates = [NOW.step * (each == place) for each in range(len(CRITERIA))]
        one = Candidate(UUID(int=1), UUID(int=2), 30_000, 0, tuple(rates))  # type: ignore[arg-type]
        worth.append(score(one, NOW) // SCORE_SCALE - 30_000)
    assert worth == [450, 375, 300, 225, 150]
