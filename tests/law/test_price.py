"""No history of prices makes a reduction look larger than it is."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.kernel.money import Money
from reprise.law.eu.price import PriceSince, Reduction, lowest, reduction

START = date(2026, 11, 27)
AMOUNTS = st.integers(1, 200_000)
HISTORY = st.lists(
    st.builds(
        lambda days, cents: PriceSince(
            since=START - timedelta(days=days), price=Money(cents, "EUR")
        ),
        st.integers(1, 90),
        AMOUNTS,
    ),
    max_size=8,
    unique_by=lambda each: each.since,
)


def _asked_on(history: list[PriceSince], day: date) -> Money | None:
    before = [each for each in history if each.since <= day]
    return max(before, key=lambda each: each.since).price if before else None


@settings(deadline=None)
@given(HISTORY)
def test_the_prior_price_is_the_lowest_of_each_single_day(history: list[PriceSince]) -> None:
    days = [_asked_on(history, START - timedelta(days=back)) for back in range(1, 31)]
    each_day = [price.minor for price in days if price is not None]
    found = lowest(history, START)
    assert (found.minor if found else None) == min(each_day, default=None)


@settings(deadline=None)
@given(HISTORY, AMOUNTS, st.integers(1, 30), AMOUNTS)
def test_a_cheaper_day_never_makes_the_reduction_larger(
    history: list[PriceSince], price: int, back: int, cheap: int
) -> None:
    def percent(asked: list[PriceSince]) -> int:
        return reduction(
            Reduction(
                starts=START,
                price=Money(price, "EUR"),
                announced_prior=None,
                announced_percent=None,
                history=tuple(asked),
            )
        ).percent

    day = START - timedelta(days=back)
    usual = _asked_on(history, day)
    if usual is None or usual.minor < cheap:
        return
    one_day = [each for each in history if each.since != day]
    one_day.append(PriceSince(since=day, price=Money(cheap, "EUR")))
    if all(each.since != day + timedelta(days=1) for each in history):
        one_day.append(PriceSince(since=day + timedelta(days=1), price=usual))
    assert percent(one_day) <= percent(history)


@settings(deadline=None)
@given(HISTORY, AMOUNTS)
def test_the_percentage_is_never_more_than_what_is_saved(
    history: list[PriceSince], price: int
) -> None:
    decision = reduction(
        Reduction(
            starts=START,
            price=Money(price, "EUR"),
            announced_prior=None,
            announced_percent=None,
            history=tuple(history),
        )
    )
    if decision.prior is not None:
        saved = max(decision.prior.minor - price, 0)
        assert decision.percent * decision.prior.minor <= saved * 100
