"""What a refurbished device spares the climate: published figures, never claims of our own.

A figure is shown with its unit, its baseline, its functional unit, its source and its date, without
an adjective (Directive (EU) 2024/825).  Two sets of figures exist, one a device and one a year of
use; they say the same over about three years and are never added.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from reprise.law.eu import impact_words as say
from reprise.law.instruments import ADEME, EMPCO
from reprise.law.provision import Basis, Because, Decision, Sentence, Source, provision

STUDY: Final = Basis(ADEME, "", Source.TERMS, open="the study was read through minutes only")
YEARLY: Final = Basis(ADEME, "", Source.SECONDARY, open="one secondary page, of September 2022")
CLAIMS: Final = Basis(EMPCO, "", Source.SECONDARY)


class Product(Enum):
    """A kind of device."""

    SMARTPHONE = "smartphone"
    TABLET = "tablet"
    LAPTOP = "laptop"
    DESKTOP = "desktop"


class Scenario(Enum):
    """Which of the two sets is shown."""

    ONE_DEVICE = "one_device"
    YEARS_OF_USE = "years_of_use"


# Grams of CO2 equivalent: producing one new, refurbishing one; the weight of the study's device.
NEW_G: Final = 84_400
REFURBISHED_G: Final = 7_090
WEIGHT_G: Final = 140
STUDY_YEAR: Final = 2022
# Grams of CO2 equivalent spared a year of use.
A_YEAR_G: Final = {Product.SMARTPHONE: 24_600, Product.LAPTOP: 27_000}
_NAMES: Final[dict[Product, Sentence]] = {
    Product.SMARTPHONE: say.SMARTPHONE,
    Product.LAPTOP: say.LAPTOP,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Refurbished:
    """One device.  ``parts_g`` is what the parts replaced in it emitted, in grams of CO2
    equivalent; ``years`` of use count in that scenario only."""

    product: Product
    scenario: Scenario
    parts_g: int = 0
    years: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact(Decision):
    """``spared_g`` grams of CO2 equivalent, None where nothing may be said; ``new_g`` and
    ``refurbished_g`` (parts replaced included) what it is the difference of, for one device."""

    spared_g: int | None
    new_g: int | None = None
    refurbished_g: int | None = None


@provision("eu.impact.shown", say.SHOWN, STUDY, YEARLY, CLAIMS)
def impact(device: Refurbished) -> Impact:
    """The difference that the study gives for this device and scenario, less the parts replaced;
    nothing where no figure was published or nothing is spared."""
    if device.scenario is Scenario.ONE_DEVICE:
        if device.product is not Product.SMARTPHONE:
            return _nothing(CLAIMS, say.NO_FIGURE())
        spared, basis = NEW_G - REFURBISHED_G - device.parts_g, STUDY
    else:
        if device.product not in A_YEAR_G:
            return _nothing(CLAIMS, say.NO_FIGURE())
        spared, basis = A_YEAR_G[device.product] * device.years - device.parts_g, YEARLY
    if spared <= 0:
        return _nothing(basis, say.NOTHING_SPARED())
    one = device.scenario is Scenario.ONE_DEVICE
    return Impact(
        basis=(basis, CLAIMS),
        because=(_said(device, spared),),
        spared_g=spared,
        new_g=NEW_G if one else None,
        refurbished_g=REFURBISHED_G + device.parts_g if one else None,
    )


def _said(device: Refurbished, spared: int) -> Because:
    if device.scenario is Scenario.ONE_DEVICE:
        return say.DEVICE(
            grams=WEIGHT_G,
            new=_mass(NEW_G),
            refurbished=_mass(REFURBISHED_G),
            parts=_mass(device.parts_g),
            spared=_mass(spared),
            source=ADEME,
            year=str(STUDY_YEAR),
        )
    return say.YEARLY(
        years=device.years,
        device=_NAMES[device.product],
        each=_mass(A_YEAR_G[device.product]),
        parts=_mass(device.parts_g),
        spared=_mass(spared),
        source=ADEME,
        year=str(STUDY_YEAR),
    )


def _nothing(basis: Basis, reason: Because) -> Impact:
    return Impact(basis=(basis,), because=(reason,), spared_g=None)


def _mass(grams: int) -> Because:
    return say.MASS(kg=Decimal(grams) / 1000)
