"""The French levy for private copying (rule S33)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from reprise.kernel.money import Money


class Medium(Enum):
    """A refurbished device that the tariff names."""

    PHONE = "phone"
    TABLET = "tablet"


@dataclass(frozen=True, slots=True)
class Tariff:
    """``bands`` are (capacity in MB up to and including, euro cents without VAT), rising; the last
    bound is None.  ``verified`` is False until somebody has read the source itself."""

    since: date
    bands: dict[Medium, tuple[tuple[int | None, int], ...]]
    basis: str
    verified: bool


@dataclass(frozen=True, slots=True)
class LevyDecision:
    """``amount`` is without VAT and zero where nothing is owed."""

    amount: Money
    basis: str
    verified: bool


# Newest first.  Decision 22 was annulled (Conseil d'Etat, 19 December 2022) with effect from 1
# February 2023; decision 23 put the same scale in its place.  What became of the challenge to it
# (CE 472346, 9 February 2024) has not been read, nor a later scale: ask Copie France.
TARIFFS: Final = (
    Tariff(
        since=date(2023, 2, 1),
        bands={
            Medium.PHONE: (
                (135, 30), (537, 90), (2_000, 150), (8_000, 240),
                (16_000, 480), (32_000, 600), (64_000, 720), (None, 840),
            ),
            Medium.TABLET: ((16_000, 520), (32_000, 650), (64_000, 780), (None, 910)),
        },
        basis="CPI art. L311-4, décision n° 23 du 12 janvier 2023 (L311-5)",
        verified=False,
    ),
)  # fmt: skip


def private_copy(medium: Medium, storage_gb: int, country: str, on: date) -> LevyDecision:
    """What is owed for one refurbished device delivered to a consumer in ``country``.

    ``storage_gb`` is the nominal capacity.  Another country than France owes nothing here.
    Raises LookupError before the first tariff, ValueError for a capacity that is not positive.
    """
    if storage_gb <= 0:
        raise ValueError("a capacity is positive")
    tariff = next((each for each in TARIFFS if each.since <= on), None)
    if tariff is None:
        raise LookupError(f"no tariff on {on}")
    if country != "FR":
        return LevyDecision(Money(0, "EUR"), tariff.basis, tariff.verified)
    cents = next(
        cents
        for bound, cents in tariff.bands[medium]
        if bound is None or storage_gb * 1_000 <= bound
    )
    return LevyDecision(Money(cents, "EUR"), tariff.basis, tariff.verified)
