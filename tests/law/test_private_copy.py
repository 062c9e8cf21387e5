"""The scale of the levy for private copying: every band, and its form."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from reprise.law.fr.private_copy import TARIFFS, Bands, Device, Medium, levy
from reprise.law.provision import Dated

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
    device = Device(medium=medium, storage_gb=storage, country="FR", on=TODAY)
    assert levy(device).amount.minor == cents


@pytest.mark.parametrize("tariff", TARIFFS, ids=lambda tariff: str(tariff.since))
@pytest.mark.parametrize("medium", Medium)
def test_bands_rise_and_the_last_has_no_bound(
    tariff: Dated[dict[Medium, Bands]], medium: Medium
) -> None:
    bands = tariff.value[medium]
    assert all(one[0] < other[0] for one, other in pairwise(bands[:-1]))  # type: ignore[operator]
    assert all(one[1] < other[1] for one, other in pairwise(bands))
    assert bands[-1][0] is None


@pytest.mark.parametrize("storage", [0, -1])
def test_a_capacity_is_positive(storage: int) -> None:
    with pytest.raises(ValueError, match="positive"):
        Device(medium=Medium.PHONE, storage_gb=storage, country="FR", on=TODAY)
