"""Value added tax on second-hand goods sold through a platform (Directive 2006/112/EC)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from reprise.kernel.money import Money, half_up
from reprise.kernel.rate import Rate
from reprise.law.eu import vat_words as say
from reprise.law.eu.vat_rates import OLDER, READ, STANDARD
from reprise.law.instruments import REG_2026_382, VAT
from reprise.law.provision import (
    Basis,
    Because,
    Decision,
    NotInForce,
    Sentence,
    Source,
    in_force,
    provision,
)

ELIGIBLE: Final = Basis(VAT, "art. 314", Source.OFFICIAL)
MARGIN: Final = Basis(VAT, "art. 315", Source.OFFICIAL)
PRICE: Final = Basis(VAT, "art. 312", Source.MEMORY)
INVOICE: Final = Basis(VAT, "art. 325", Source.MEMORY)
IMPORTED: Final = Basis(VAT, "art. 316", Source.MEMORY)
OPTION: Final = Basis(VAT, "art. 319", Source.MEMORY)
DEEMED_IMPORT: Final = Basis(VAT, "art. 14a(1)", Source.SECONDARY, "S80")
DEEMED_UNION: Final = Basis(VAT, "art. 14a(2)", Source.SECONDARY, "S80")
DEEMED_NO_MARGIN: Final = Basis(
    VAT, "art. 14a", Source.MEMORY, "S80", open="margin scheme beside a deemed supplier"
)
OUTSIDE_DISTANCE: Final = Basis(
    VAT, "art. 35", Source.MEMORY, open="whether Directive (EU) 2025/516 deletes it"
)
DISTANCE: Final = Basis(VAT, "art. 59c", Source.MEMORY)
FLAT_DUTY: Final = Basis(
    REG_2026_382, "", Source.SECONDARY, open="whether it reaches consignments outside IOSS"
)

SMALL_CONSIGNMENT: Final = Money(150_00, "EUR")
DISTANCE_LIMIT: Final = Money(10_000_00, "EUR")
DUTY_EACH: Final = Money(3_00, "EUR")
DUTY_SINCE: Final = date(2026, 7, 1)
DUTY_UNTIL: Final = date(2028, 7, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RateAsked:
    """``country`` is an ISO code, "GR" for Greece."""

    country: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RateDecision(Decision):
    rate: Rate


@provision("eu.vat.rate", say.RATE, READ, OLDER, since=date(2016, 1, 1))
def rate(asked: RateAsked) -> RateDecision:
    """The standard rate of a Member State on a day.

    Raises NotInForce for a day before 2016 and for a country that is no Member State.
    """
    if asked.country not in STANDARD:
        raise NotInForce(f"{asked.country!r} is no Member State")
    row = in_force(STANDARD[asked.country], asked.on)
    return RateDecision(
        basis=(row.basis,),
        because=(say.RATE_IS(on=asked.on, country=asked.country, rate=row.value, since=row.since),),
        rate=row.value,
    )


class Provenance(Enum):
    """From whom the dealer bought a unit."""

    EU_CONSUMER = "eu_consumer"  # somebody who is not a taxable person
    EU_EXEMPT = "eu_exempt"  # a supply exempt under art. 136
    EU_SME_CAPITAL = "eu_sme_capital"  # capital goods of an exempt small business
    EU_MARGIN_DEALER = "eu_margin_dealer"  # another dealer, under the margin scheme
    EU_VAT_INVOICE = "eu_vat_invoice"  # with VAT that can be deducted
    IMPORT = "import"  # from outside the Community


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One device: where the dealer had it from, the scheme that the dealer prefers for this
    supply, and who supplies it to the buyer."""

    provenance: Provenance
    normal_preferred: bool
    platform_supplies: bool


class Scheme(Enum):
    MARGIN = "margin"
    NORMAL = "normal"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeDecision(Decision):
    scheme: Scheme


@provision("eu.vat.scheme", say.SCHEME, ELIGIBLE, IMPORTED, OPTION, DEEMED_NO_MARGIN)
def scheme(unit: Unit) -> SchemeDecision:
    """The margin scheme is for units bought within the Community from a person who is not taxable,
    an exempt supplier, an exempt small business or another margin dealer (art. 314); the dealer
    may choose the normal scheme for any supply (art. 319)."""
    if unit.platform_supplies:
        return _normal(DEEMED_NO_MARGIN, say.PLATFORM_SUPPLIES)
    if unit.provenance is Provenance.IMPORT:
        return _normal(IMPORTED, say.IMPORTED)
    if unit.provenance is Provenance.EU_VAT_INVOICE:
        return _normal(ELIGIBLE, say.BOUGHT_WITH_VAT)
    if unit.normal_preferred:
        return _normal(OPTION, say.OPTED_OUT)
    return SchemeDecision(
        basis=(ELIGIBLE,), because=(say.BOUGHT_WITHOUT_VAT(),), scheme=Scheme.MARGIN
    )


def _normal(basis: Basis, reason: Sentence) -> SchemeDecision:
    return SchemeDecision(basis=(basis,), because=(reason(),), scheme=Scheme.NORMAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resale:
    """``sold`` is what the buyer pays for the unit, VAT and the transport that the dealer charges
    included (art. 312); ``bought`` what the dealer paid for it.  Repair does not count."""

    sold: Money
    bought: Money
    rate: Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginVat(Decision):
    """``margin`` contains ``vat``; ``taxable`` is the rest of it."""

    margin: Money
    vat: Money
    taxable: Money


@provision("eu.vat.margin", say.MARGIN, MARGIN, PRICE, INVOICE)
def margin_vat(resale: Resale) -> MarginVat:
    """Selling price less purchase price, less the VAT in it (art. 315), rounded half up to the
    minor unit; never below zero, a loss staying with its unit."""
    zero = Money.zero(resale.sold.currency)
    margin = max(resale.sold - resale.bought, zero)
    contained = resale.rate.fraction / (1 + resale.rate.fraction)
    vat = Money(half_up(margin.minor * contained), margin.currency)
    return MarginVat(
        basis=(MARGIN, PRICE, INVOICE),
        because=(
            say.MARGIN_IS(sold=resale.sold, bought=resale.bought, margin=margin),
            say.MARGIN_VAT(rate=resale.rate, vat=vat) if margin else say.NO_MARGIN(),
        ),
        margin=margin,
        vat=vat,
        taxable=margin - vat,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """A sale through the platform.  ``imported`` says that the goods come from outside the Union in
    the consignment whose intrinsic value is ``consignment``."""

    buyer_is_consumer: bool
    imported: bool
    consignment: Money
    seller_established_in_union: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierDecision(Decision):
    platform_supplies: bool


@provision("eu.vat.deemed_supplier", say.SUPPLIER, DEEMED_IMPORT, DEEMED_UNION)
def deemed_supplier(supply: Supply) -> SupplierDecision:
    """The platform supplies consumers where goods of at most 150 euros are imported (art. 14a(1))
    and, at any value, where goods within the Union are sold by a seller who is not established
    there (art. 14a(2))."""
    values = {"value": supply.consignment, "limit": SMALL_CONSIGNMENT}
    if not supply.buyer_is_consumer:
        return _supplier(False, DEEMED_UNION, say.TAXABLE_BUYER())
    if supply.imported:
        small = supply.consignment <= SMALL_CONSIGNMENT
        sentence = say.SMALL_IMPORT if small else say.LARGE_IMPORT
        return _supplier(small, DEEMED_IMPORT, sentence(**values))
    if supply.seller_established_in_union:
        return _supplier(False, DEEMED_UNION, say.UNION_SELLER())
    return _supplier(True, DEEMED_UNION, say.FOREIGN_SELLER())


def _supplier(platform: bool, basis: Basis, reason: Because) -> SupplierDecision:
    return SupplierDecision(basis=(basis,), because=(reason,), platform_supplies=platform)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A sale to a consumer.  ``cross_border_sales`` is what the seller sold to consumers of other
    Member States in this year, this sale included, and not less than in the year before."""

    scheme: Scheme
    origin: str
    destination: str
    cross_border_sales: Money
    destination_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDecision(Decision):
    """``country`` is the one whose rate applies."""

    country: str


@provision("eu.vat.place", say.PLACE, OUTSIDE_DISTANCE, DISTANCE)
def place(route: Route) -> PlaceDecision:
    """Margin sales are taxed where they leave (art. 35); others where they arrive once the seller's
    sales to consumers of other Member States exceed 10,000 euros a year or the seller chooses so
    (art. 59c)."""
    if route.scheme is Scheme.MARGIN:
        return _place(OUTSIDE_DISTANCE, route.origin, say.AT_ORIGIN_MARGIN(country=route.origin))
    if route.origin == route.destination:
        return _place(DISTANCE, route.origin, say.DOMESTIC(country=route.origin))
    if route.destination_chosen or route.cross_border_sales > DISTANCE_LIMIT:
        there = say.AT_DESTINATION(limit=DISTANCE_LIMIT, country=route.destination)
        return _place(DISTANCE, route.destination, there)
    here = say.AT_ORIGIN(limit=DISTANCE_LIMIT, country=route.origin)
    return _place(DISTANCE, route.origin, here)


def _place(basis: Basis, country: str, reason: Because) -> PlaceDecision:
    return PlaceDecision(basis=(basis,), because=(reason,), country=country)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consignment:
    """An imported parcel; ``sub_headings`` is how many tariff sub-headings its items fall under."""

    on: date
    value: Money
    sub_headings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyDecision(Decision):
    """``duty`` is None where the ordinary tariff decides."""

    duty: Money | None


@provision("eu.customs.small", say.DUTY, FLAT_DUTY, since=DUTY_SINCE, until=DUTY_UNTIL)
def small_duty(consignment: Consignment) -> DutyDecision:
    """From 1 July 2026 to 1 July 2028: three euros for each tariff sub-heading in a consignment of
    at most 150 euros, whatever the VAT regime.  Raises NotInForce outside these dates."""
    if not DUTY_SINCE <= consignment.on < DUTY_UNTIL:
        raise NotInForce(f"the flat duty applies from {DUTY_SINCE} until {DUTY_UNTIL}")
    if consignment.value > SMALL_CONSIGNMENT:
        return DutyDecision(
            basis=(FLAT_DUTY,),
            because=(say.NO_FLAT_DUTY(value=consignment.value, limit=SMALL_CONSIGNMENT),),
            duty=None,
        )
    duty = DUTY_EACH * consignment.sub_headings
    return DutyDecision(
        basis=(FLAT_DUTY,),
        because=(
            say.DUTY_IS(
                value=consignment.value,
                limit=SMALL_CONSIGNMENT,
                each=DUTY_EACH,
                headings=consignment.sub_headings,
                amount=duty,
            ),
        ),
        duty=duty,
    )
