"""Facts that make no sense are refused where they are written down."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reprise.kernel.money import Money
from reprise.law.eu.requests import Months
from reprise.law.terms.fees import Refunded

NOTHING, EURO, TWO = (Money(cents, "EUR") for cents in (0, 100, 200))


@pytest.mark.parametrize(
    ("base", "refunded"), [(EURO, TWO), (EURO, Money(-1, "EUR")), (NOTHING, NOTHING)]
)
def test_no_more_comes_back_than_was_paid(base: Money, refunded: Money) -> None:
    with pytest.raises(ValueError, match="between nothing and what was paid"):
        Refunded(base=base, commission=NOTHING, refunded=refunded)


@pytest.mark.parametrize("refunded", [NOTHING, EURO])
def test_nothing_and_everything_may_come_back(refunded: Money) -> None:
    assert Refunded(base=EURO, commission=NOTHING, refunded=refunded).refunded == refunded


@pytest.mark.parametrize("months", [5, 7])
def test_an_average_is_over_six_months(months: int) -> None:
    with pytest.raises(ValueError, match="over 6 months"):
        Months(recipients=(1,) * months, published=datetime(2026, 8, 17, tzinfo=UTC))
