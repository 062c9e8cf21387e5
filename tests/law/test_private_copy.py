"""The levy for private copying: the published bands, France only."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from reprise.kernel.money import Money
from reprise.law.private_copy import TARIFFS, Medium, Tariff, private_copy

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("medium", "storage", "cents"),
    [
        (Medium.PHONE, 1, 150),
        (Medium.PHONE, 2, 150),
        (Medium.PHONE, 8, 240),
        (Medium.PHONE, 16, 480),
        (Medium.PHONE, 32, 600),
        (Medium.PHONE, 64, 720),
        (Medium.PHONE, 65, 840),
        (Medium.PHONE, 128, 840),
        (Medium.PHONE, 2048, 840),
        (Medium.TABLET, 8, 520),
        (Medium.TABLET, 16, 520),
        (Medium.TABLET, 32, 650),
        (Medium.TABLET, 64, 780),
        (Medium.TABLET, 128, 910),
    ],
)
def test_the_bands_of_the_decision(medium: Medium, storage: int, cents: int) -> None:
    assert private_copy(medium, storage, "FR", TODAY).amount == Money(cents, "EUR")


@pytest.mark.parametrize("country", ["BE", "NL", "DE", "ES"])
def test_nothing_is_owed_elsewhere(country: str) -> None:
    assert not private_copy(Medium.PHONE, 128, country, TODAY).amount.minor


@pytest.mark.parametrize("tariff", TARIFFS, ids=lambda tariff: str(tariff.since))
@pytest.mark.parametrize("medium", Medium)
def test_bands_rise_and_the_last_has_no_bound(tariff: Tariff, medium: Medium) -> None:
    bands = tariff.bands[medium]
    assert all(one[0] < other[0] for one, other in pairwise(bands[:-1]))  # type: ignore[operator]
    assert all(one[1] < other[1] for one, other in pairwise(bands))
    assert bands[-1][0] is None


def test_it_names_its_basis_and_says_that_nobody_has_checked_it() -> None:
    decision = private_copy(Medium.PHONE, 128, "FR", TODAY)
    assert "n° 23" in decision.basis
    assert not decision.verified


def test_no_tariff_and_no_capacity_are_refused() -> None:
    with pytest.raises(LookupError):
        private_copy(Medium.PHONE, 128, "FR", date(2023, 1, 31))
    assert private_copy(Medium.PHONE, 128, "FR", date(2023, 2, 1)).amount.minor == 840
    for storage in (0, -1):
        with pytest.raises(ValueError, match="positive"):
            private_copy(Medium.PHONE, storage, "FR", TODAY)
