"""What a page or the API gets to show: frozen, in one market, no rule left to decide."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final, NamedTuple
from uuid import UUID

from reprise.discovery.rules import Explanation, Gap
from reprise.discovery.states import Sort
from reprise.kernel.money import Money

NO_NAMES: Final[Mapping[str, str]] = MappingProxyType({})


class Tile(NamedTuple):
    """A product in a list, with the cheapest way to have it under the filters.

    ``total`` is item and shipping: lists are sorted and filtered by it.  ``colour_json`` has the
    colour's name by language.
    """

    slug: str
    name: str
    brand: str
    category: str
    form: str
    variant_slug: str
    storage_gb: int | None
    colour_hex: str
    colour_json: str
    grade: str
    price_minor: int
    shipping_minor: int
    orders_30d: int
    top_seller: bool
    currency: str

    @property
    def price(self) -> Money:
        return Money(self.price_minor, self.currency)

    @property
    def shipping(self) -> Money:
        return Money(self.shipping_minor, self.currency)

    @property
    def total(self) -> Money:
        return self.price + self.shipping

    @property
    def colour_names(self) -> Mapping[str, str]:
        names: dict[str, str] = json.loads(self.colour_json)
        return names


class FacetValue(NamedTuple):
    """``number`` products have ``value`` under all filters of the other facets.

    A model has its ``name``, a line its heading by language in ``names``; other values are codes,
    numbers of gigabytes or brands.
    """

    value: str
    number: int
    chosen: bool
    name: str = ""
    names: Mapping[str, str] = NO_NAMES


@dataclass(frozen=True, slots=True)
class Facets:
    """``price`` is the (lowest, highest) total under the other filters, None when nothing fits."""

    brand: tuple[FacetValue, ...]
    line: tuple[FacetValue, ...]
    model: tuple[FacetValue, ...]
    storage: tuple[FacetValue, ...]
    colour: tuple[FacetValue, ...]
    grade: tuple[FacetValue, ...]
    price: tuple[Money, Money] | None


@dataclass(frozen=True, slots=True)
class Understood:
    """How a search was read.

    ``words`` are the words searched for, typos mended; ``unknown`` those that mean nothing here;
    ``storages`` the sizes (GB) that choose the variant shown; ``partial`` says that no product
    has all the words.
    """

    text: str
    words: tuple[str, ...]
    unknown: tuple[str, ...]
    storages: tuple[int, ...]
    mended: bool
    partial: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list; ``sort`` says how it is ordered (DSA art. 27)."""

    tiles: tuple[Tile, ...]
    facets: Facets
    total: int
    page: int
    pages: int
    sort: Sort
    understood: Understood | None = None

    @property
    def ordered(self) -> bool:
        """Whether any of what is shown was ordered lately."""
        return any(tile.orders_30d for tile in self.tiles)

    @property
    def labelled(self) -> bool:
        """Whether any of what is shown is a top seller."""
        return any(tile.top_seller for tile in self.tiles)


class SellerView(NamedTuple):
    """A seller's name, and where it sends from."""

    name: str
    town: str
    country: str


class TraderView(NamedTuple):
    """Who a seller is in law (DSA art. 30)."""

    legal_name: str
    address: str
    email: str
    phone: str
    register: str
    register_number: str
    vat_id: str
    certified_on: date


@dataclass(frozen=True, slots=True)
class OfferView:
    """One offer on a product's page that can be bought now, with why it stands where it stands."""

    offer_id: UUID
    price: Money
    shipping: Money
    days_min: int
    days_max: int
    warranty_months: int
    vat_scheme: str
    battery_min: int | None
    accessories: tuple[str, ...]
    seller: SellerView
    trader: TraderView
    why: Explanation

    @property
    def total(self) -> Money:
        """Price and shipping of one device."""
        return self.price + self.shipping


@dataclass(frozen=True, slots=True)
class GradeBox:
    """A grade of the chosen variant: the one offer shown, then the others; empty when sold out.
    What was sold out since they were ranked is left out.

    ``version`` names the configuration that ranked them; it is empty as well when sold out.
    """

    grade: str
    version: str
    offers: tuple[OfferView, ...]


@dataclass(frozen=True, slots=True)
class VariantView:
    """A configuration with its total price by grade (only grades that can be bought)."""

    id: UUID
    slug: str
    storage_gb: int | None
    memory_gb: int | None
    colour: str
    colour_hex: str
    colour_names: Mapping[str, str]
    attributes: Mapping[str, object]
    totals: Mapping[str, Money]

    def value(self, name: str) -> Any:
        """``storage_gb``, ``memory_gb``, ``colour``, or what the attribute of that name is."""
        if name in {"storage_gb", "memory_gb", "colour"}:
            return getattr(self, name)
        return self.attributes.get(name)

    @property
    def cheapest(self) -> Money | None:
        return min(self.totals.values(), key=lambda money: money.minor, default=None)


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of one property: where it leads, and from what total price."""

    value: int | str
    variant: VariantView
    chosen: bool


@dataclass(frozen=True, slots=True)
class CategoryView:
    slug: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ProductPage:
    """A product with one variant and one grade chosen.  ``path`` is the way down to its
    sub-category, ``box`` what the variant is sold for in the grade."""

    id: UUID
    slug: str
    name: str
    brand: str
    form: str
    released: str
    weight_g: int | None
    attributes: Mapping[str, object]
    path: tuple[CategoryView, ...]
    orders_30d: int
    top_seller: bool
    variant: VariantView
    variants: tuple[VariantView, ...]
    box: GradeBox

    def choices(self, name: str) -> tuple[Choice, ...]:
        """The values that the variants have of `VariantView.value`.

        Each leads to the variant most like the chosen one that has it, one that can be bought
        before one that cannot, then the cheapest.
        """
        values = {variant.value(name) for variant in self.variants} - {None, ""}
        here = self.variant.value(name)
        return tuple(
            Choice(value, self._nearest(name, value), value == here)
            for value in sorted(values, key=lambda value: (isinstance(value, str), value))
        )

    def _nearest(self, name: str, value: int | str) -> VariantView:
        if self.variant.value(name) == value:
            return self.variant

        def far(other: VariantView) -> tuple[bool, int, int, str]:
            alike = sum(
                getattr(other, field) == getattr(self.variant, field)
                for field in ("storage_gb", "memory_gb", "colour")
            ) + sum(other.attributes.get(k) == v for k, v in self.variant.attributes.items())
            price = other.cheapest
            return price is None, -alike, price.minor if price else 0, other.slug

        return min((v for v in self.variants if v.value(name) == value), key=far)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a seller's own offer stands in a market; of others only what every buyer sees.

    ``rival`` is the best of the others: the one shown, or who comes next after this offer; None
    without others.  ``gap`` is how far this offer's score is above the rival's.
    """

    offer_id: UUID
    market: str
    own: Explanation
    candidates: int
    winner_price: Money
    winner_shipping: Money
    rival: Explanation | None
    gap: Gap | None

    @property
    def wins(self) -> bool:
        return self.own.rank == 1

    @property
    def winner_total(self) -> Money:
        return self.winner_price + self.winner_shipping
