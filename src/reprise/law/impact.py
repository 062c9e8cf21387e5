"""What a device's production weighs on the climate: published figures, never claims of our own.

A figure is shown with its unit, its baseline, its source and its date (Directive 2005/29/EC art.
6 and 7, as changed by Directive (EU) 2024/825).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final


@dataclass(frozen=True, slots=True)
class Impact:
    """Kilograms of CO2 equivalent to produce one device, new and refurbished.

    ``grams`` is the weight of the device of the study.  ``verified`` is False as long as the
    study was read through a report about it.
    """

    new_kg: Decimal
    refurbished_kg: Decimal
    grams: int
    source: str
    year: int
    verified: bool

    @property
    def less_kg(self) -> Decimal:
        return self.new_kg - self.refurbished_kg


# Absolute figures were found for smartphones only.  The study's figures by year of use say the
# same over about three years: never add the two.
SMARTPHONE: Final = Impact(
    new_kg=Decimal("84.4"),
    refurbished_kg=Decimal("7.09"),
    grams=140,
    source="ADEME",
    year=2022,
    verified=False,
)
