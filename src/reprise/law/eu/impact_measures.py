"""Water, raw material and waste; ranges a year; several devices: the other figures on impact.

The rules of `impact` hold for these too: a published figure with its source or none, the parts
replaced taken off, and never a figure a device added to one a year of use.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from reprise.law.eu import impact_measures_words as say
from reprise.law.eu.impact import (
    CLAIMS,
    STUDY,
    STUDY_YEAR,
    WEIGHT_G,
    YEARLY,
    Product,
    Refurbished,
    Scenario,
    impact,
)
from reprise.law.eu.impact_words import MASS
from reprise.law.instruments import ADEME
from reprise.law.provision import Basis, Because, Contradiction, Decision, Source, provision

COMPUTER: Final = Basis(
    ADEME,
    "",
    Source.SECONDARY,
    open="the line on raw material says computer, not laptop; one page, of September 2022",
)
RANGE: Final = Basis(ADEME, "", Source.SECONDARY, open="the date of the page was not noted")
DESKTOP_RANGE: Final = Basis(
    ADEME, "", Source.SECONDARY, open="another page says 36 to 99 per cent for desktop computers"
)
FALLS: Final = Basis(
    ADEME, "", Source.OFFICIAL, open="which benefit the factor of 2 to 11 divides was not noted"
)
LEAST_FACTOR: Final = 2
MOST_FACTOR: Final = 11
SECOND_LIFE_YEARS: Final = 2


class Resource(Enum):
    """What is spared; water counts in litres, the others in grams."""

    WATER = "water"
    RAW_MATERIAL = "raw_material"
    ELECTRONIC_WASTE = "electronic_waste"


@dataclass(frozen=True, slots=True)
class Device:
    """One new device and one refurbished, None where only the difference was published."""

    new: int | None
    refurbished: int | None
    spared: int


_DEVICE: Final = {
    (Product.SMARTPHONE, Resource.WATER): Device(89_100, 12_100, 77_000),
    (Product.SMARTPHONE, Resource.RAW_MATERIAL): Device(266_000, 23_100, 242_900),
    (Product.SMARTPHONE, Resource.ELECTRONIC_WASTE): Device(None, None, 178),
}
_A_YEAR: Final = {
    (Product.SMARTPHONE, Resource.RAW_MATERIAL): (76_900, YEARLY),
    (Product.LAPTOP, Resource.RAW_MATERIAL): (127_000, COMPUTER),
    (Product.LAPTOP, Resource.ELECTRONIC_WASTE): (314, YEARLY),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """One refurbished device.  ``parts`` is what the parts replaced in it took or became, in the
    resource's unit; ``years`` of use count in that scenario only.

    Raises Contradiction for parts below nothing or for no year at all.
    """

    product: Product
    resource: Resource
    scenario: Scenario
    parts: int = 0
    years: int = 1

    def __post_init__(self) -> None:
        if self.parts < 0 or self.years < 1:
            raise Contradiction(
                "parts take something or nothing, and a use lasts a year or more", "parts", "years"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Spared(Decision):
    """``spared`` in the resource's unit, None where nothing may be said; ``new`` and
    ``refurbished`` (parts replaced included) what it is the difference of, where both were
    published."""

    spared: int | None
    new: int | None = None
    refurbished: int | None = None


@provision("eu.impact.resource", say.RESOURCE, STUDY, YEARLY, COMPUTER, CLAIMS)
def resource(device: Used) -> Spared:
    """The difference that the study gives for this device, resource and scenario, less the parts
    replaced; nothing where no figure was published or nothing is spared."""
    what = device.product, device.resource
    if device.scenario is Scenario.ONE_DEVICE:
        one = _DEVICE.get(what)
        return _nothing(CLAIMS, say.NO_FIGURE()) if one is None else _one(device, one)
    yearly = _A_YEAR.get(what)
    if yearly is None:
        return _nothing(CLAIMS, say.NO_FIGURE())
    each, basis = yearly
    spared = each * device.years - device.parts
    if spared <= 0:
        return _nothing(basis, say.NOTHING_SPARED())
    said = say.YEARLY(
        what=say.RESOURCES[device.resource.value],
        device=say.PRODUCTS[device.product.value],
        each=_amount(device, each),
        years=device.years,
        parts=_amount(device, device.parts),
        spared=_amount(device, spared),
        source=ADEME,
        year=str(STUDY_YEAR),
    )
    return Spared(basis=(basis, CLAIMS), because=(said,), spared=spared)


def _one(device: Used, one: Device) -> Spared:
    spared = one.spared - device.parts
    if spared <= 0:
        return _nothing(STUDY, say.NOTHING_SPARED())
    common = {
        "what": say.RESOURCES[device.resource.value],
        "grams": WEIGHT_G,
        "parts": _amount(device, device.parts),
        "spared": _amount(device, spared),
        "source": ADEME,
        "year": str(STUDY_YEAR),
    }
    if one.new is None or one.refurbished is None:
        said = say.AVOIDED(**common, each=_amount(device, one.spared))
        return Spared(basis=(STUDY, CLAIMS), because=(said,), spared=spared)
    said = say.DEVICE(
        **common, new=_amount(device, one.new), refurbished=_amount(device, one.refurbished)
    )
    return Spared(
        basis=(STUDY, CLAIMS),
        because=(said,),
        spared=spared,
        new=one.new,
        refurbished=one.refurbished + device.parts,
    )


def _nothing(basis: Basis, reason: Because) -> Spared:
    return Spared(basis=(basis,), because=(reason,), spared=None)


def _amount(device: Used, number: int) -> Because:
    if device.resource is Resource.WATER:
        return say.LITRES(litres=number)
    return say.KILOGRAMS(kg=Decimal(number) / 1000)


# Per cent of a year's impact that is avoided: the lowest and the highest of the scenarios.
_RANGES: Final = {
    Product.SMARTPHONE: (64, 87, RANGE),
    Product.TABLET: (46, 80, RANGE),
    Product.LAPTOP: (43, 97, RANGE),
    Product.DESKTOP: (43, 97, DESKTOP_RANGE),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A refurbished device, and what makes less of its benefit: many parts replaced, accessories
    that are new, a refurbishing far away."""

    product: Product
    many_parts: bool = False
    new_accessories: bool = False
    far_away: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Range(Decision):
    """``low`` and ``high`` per cent of a year's impact, None where nothing may be said."""

    low: int | None
    high: int | None


@provision("eu.impact.range", say.RANGE, RANGE, DESKTOP_RANGE, FALLS, CLAIMS)
def avoided_a_year(use: Use) -> Range:
    """The share of a year's impact that is avoided over a first life of three years (computers:
    four to five) and a second of two.  The benefit falls, by a factor of 2 to 11, where many parts
    are replaced, accessories are new or the refurbishing is far away: then no share is claimed."""
    if use.many_parts or use.new_accessories or use.far_away:
        return Range(
            basis=(FALLS,),
            because=(say.LESS(least=LEAST_FACTOR, most=MOST_FACTOR),),
            low=None,
            high=None,
        )
    low, high, basis = _RANGES[use.product]
    computer = use.product in (Product.LAPTOP, Product.DESKTOP)
    said = (say.RANGE_OF_COMPUTER if computer else say.RANGE_OF_MOBILE)(
        device=say.PRODUCTS[use.product.value],
        low=low,
        high=high,
        second=SECOND_LIFE_YEARS,
        source=ADEME,
    )
    return Range(basis=(basis, CLAIMS), because=(said,), low=low, high=high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """The devices of an order or a fleet.  Raises Contradiction for none."""

    devices: tuple[Refurbished, ...]

    def __post_init__(self) -> None:
        if not self.devices:
            raise Contradiction("there is at least one device", "devices")


@dataclass(frozen=True, slots=True, kw_only=True)
class Together(Decision):
    """``spared_g`` grams of CO2 equivalent over the ``counted`` devices that have a figure; None
    where nothing may be said."""

    spared_g: int | None
    counted: int


@provision("eu.impact.together", say.TOGETHER, STUDY, YEARLY, CLAIMS)
def together(several: Several) -> Together:
    """The sum of what the study gives for each device.  Figures a device and figures a year of use
    say the same twice and are never added; a device without a figure adds nothing; and where the
    parts of one outweigh what it spares, no sum hides it."""
    if len({each.scenario for each in several.devices}) > 1:
        return _no_sum(say.TWO_SETS(), STUDY, YEARLY)
    found = [impact(each) for each in several.devices]
    basis = tuple(dict.fromkeys(basis for each in found for basis in each.basis))
    # Nothing said for want of a figure rests on the claims alone.
    if any(each.spared_g is None and each.basis != (CLAIMS,) for each in found):
        return _no_sum(say.NOTHING_SPARED(), *basis)
    spared = [each.spared_g for each in found if each.spared_g is not None]
    if not spared:
        return _no_sum(say.NO_FIGURE(), *basis)
    said = say.SUM(
        count=len(spared),
        all=len(found),
        spared=MASS(kg=Decimal(sum(spared)) / 1000),
        source=ADEME,
        year=str(STUDY_YEAR),
    )
    return Together(basis=basis, because=(said,), spared_g=sum(spared), counted=len(spared))


def _no_sum(reason: Because, *basis: Basis) -> Together:
    return Together(basis=basis, because=(reason,), spared_g=None, counted=0)
