"""The levy for private copying (Code de la propriété intellectuelle), told before the sale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Final

from reprise.kernel.money import Money
from reprise.law.fr import private_copy_words as say
from reprise.law.instruments import COPY_DECISION_23, CPI
from reprise.law.provision import (
    Basis,
    Because,
    Contradiction,
    Dated,
    Decision,
    Source,
    in_force,
    provision,
)

# The scale of decision 22, annulled with effect from 1 February 2023, was put back by decision 23.
SCALE: Final = Basis(
    COPY_DECISION_23,
    "",
    Source.SECONDARY,
    "S33",
    open="the outcome of Conseil d'État 472346 (9 February 2024), and any later scale",
)
SHOWN: Final = Basis(CPI, "art. L311-4-1", Source.OFFICIAL, "S33")
EXEMPT: Final = Basis(CPI, "art. L311-8", Source.SECONDARY, "S33")


class Medium(Enum):
    """A device that the scale names."""

    PHONE = "phone"
    TABLET = "tablet"


Bands = tuple[tuple[int | None, int], ...]

# (capacity in MB up to and including, euro cents without VAT); the last band has no bound.
TARIFFS: Final[tuple[Dated[dict[Medium, Bands]], ...]] = (
    Dated(
        date(2023, 2, 1),
        {
            Medium.PHONE: (
                (135, 30), (537, 90), (2_000, 150), (8_000, 240),
                (16_000, 480), (32_000, 600), (64_000, 720), (None, 840),
            ),
            Medium.TABLET: ((16_000, 520), (32_000, 650), (64_000, 780), (None, 910)),
        },
        SCALE,
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """One refurbished device: its nominal capacity in GB, where it goes, and when it is sold.

    Raises ValueError for a capacity that is not positive.
    """

    medium: Medium
    storage_gb: int
    country: str
    on: date
    professional: bool = False

    def __post_init__(self) -> None:
        if self.storage_gb <= 0:
            raise Contradiction("a capacity is positive", "storage_gb")


@dataclass(frozen=True, slots=True, kw_only=True)
class Levy(Decision):
    """``amount`` is without VAT and zero where nothing is owed."""

    amount: Money


@lru_cache(maxsize=4096)
@provision("fr.private_copy.levy", say.LEVY, SCALE, SHOWN, EXEMPT, since=TARIFFS[0].since)
def levy(device: Device) -> Levy:
    """By medium and nominal capacity, for devices delivered to private users in France.

    Raises NotInForce before the first scale.
    """
    scale = in_force(TARIFFS, device.on)
    if device.country != "FR":
        return _levy(0, EXEMPT, say.ELSEWHERE())
    if device.professional:
        return _levy(0, EXEMPT, say.PROFESSIONAL())
    size = device.storage_gb * 1_000
    cents = next(
        cents for bound, cents in scale.value[device.medium] if bound is None or size <= bound
    )
    amount = Money(cents, "EUR")
    return Levy(
        basis=(scale.basis, SHOWN),
        because=(say.OWED(storage=device.storage_gb, amount=amount),),
        amount=amount,
    )


def _levy(cents: int, basis: Basis, reason: Because) -> Levy:
    return Levy(basis=(basis,), because=(reason,), amount=Money(cents, "EUR"))
