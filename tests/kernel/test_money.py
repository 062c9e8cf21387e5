from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.kernel.money import MINOR_UNITS, CurrencyMismatch, Money, down, half_up, up
from reprise.kernel.rate import Rate

amounts = st.integers(-(10**12), 10**12)
currencies = st.sampled_from(sorted(MINOR_UNITS))


@given(amounts, currencies, st.lists(st.integers(0, 10**6), min_size=1, max_size=30))
def test_a_split_loses_nothing_and_is_fair(minor: int, currency: str, weights: list[int]) -> None:
    parts = Money(minor, currency).split(weights)
    assert sum(part.minor for part in parts) == minor
    shares = weights if any(weights) else [1] * len(weights)
    for part, weight in zip(parts, shares, strict=True):
        assert abs(Fraction(part.minor) - Fraction(minor * weight, sum(shares))) < 1


def test_the_left_over_cent_goes_to_the_largest_remainder_then_the_first() -> None:
    # 100 over 3: 33.33 each, one cent left, all remainders equal, so the first gets it.
    assert [part.minor for part in Money(100, "EUR").split([1, 1, 1])] == [34, 33, 33]
    # 10 over 1:2: exact shares 3.33 and 6.67; the second has the larger remainder.
    assert [part.minor for part in Money(10, "EUR").split([1, 2])] == [3, 7]


@pytest.mark.parametrize("weights", [[], [1, -1]])
def test_a_split_needs_weights(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="weights"):
        Money(1, "EUR").split(weights)


@pytest.mark.parametrize(
    ("value", "rounded"),
    [(Fraction(1, 2), 1), (Fraction(-1, 2), -1), (Fraction(49, 100), 0), (Fraction(5, 2), 3)],
)
def test_a_half_goes_away_from_zero(value: Fraction, rounded: int) -> None:
    assert half_up(value) == rounded


@pytest.mark.parametrize(
    ("value", "below", "above"),
    [(Fraction(1, 100), 0, 1), (Fraction(99, 100), 0, 1), (Fraction(2), 2, 2)],
)
def test_a_part_goes_to_whoever_is_to_lose_nothing(value: Fraction, below: int, above: int) -> None:
    assert (down(value), up(value)) == (below, above)


def test_commission_is_rounded_half_up_to_the_cent() -> None:
    # 10 % of 312.05 is 31.205, a half cent: 31.21.
    assert Money(31205, "EUR").share(Rate.percent("10")) == Money(3121, "EUR")


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("312.00", "EUR", 31200),
        ("312,5", "EUR", 31250),
        ("5000", "JPY", 5000),
        ("1.234", "KWD", 1234),
    ],
)
def test_reading_an_amount(text: str, currency: str, minor: int) -> None:
    assert Money.parse(text, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("1.005", "EUR"),
        ("0.5", "JPY"),
        ("abc", "EUR"),
        ("", "EUR"),
        ("NaN", "EUR"),
        ("Infinity", "EUR"),
        ("1e999990", "EUR"),
        ("1_000", "EUR"),
        ("٣", "EUR"),
        ("9" * 13, "EUR"),
    ],
)
def test_an_amount_that_cannot_be_is_refused(text: str, currency: str) -> None:
    with pytest.raises(ValueError, match=r"amount|decimals"):
        Money.parse(text, currency)


def test_currencies_do_not_mix() -> None:
    with pytest.raises(CurrencyMismatch):
        Money(1, "EUR") + Money(1, "GBP")
    with pytest.raises(CurrencyMismatch):
        _ = Money(1, "EUR") < Money(1, "GBP")


@pytest.mark.parametrize("minor", [1.0, True, "1"])
def test_only_whole_minor_units(minor: object) -> None:
    with pytest.raises(TypeError):
        Money(minor, "EUR")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [(5, "EUR", "0.05 EUR"), (5, "JPY", "5 JPY"), (5, "KWD", "0.005 KWD")],
)
def test_minor_units_follow_the_currency(minor: int, currency: str, text: str) -> None:
    assert str(Money(minor, currency)) == text
