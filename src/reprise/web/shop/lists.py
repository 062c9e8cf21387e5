"""A list as its page shows it: facets in words, and addresses that keep what was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from reprise.discovery.queries import Filters
from reprise.discovery.states import Sort
from reprise.discovery.views import Facets, FacetValue, Listing
from reprise.kernel.money import Money
from reprise.markets import formats
from reprise.markets.phrases import gettext
from reprise.web import words
from reprise.web.place import Place

# Facet, as the address calls it, to the field of `Filters` that holds it.
FIELDS: Final = {
    "line": "lines",
    "brand": "brands",
    "model": "models",
    "storage": "storages",
    "colour": "colours",
    "grade": "grades",
}
_OPEN: Final = frozenset({"line", "brand", "storage", "grade"})
_AROUND: Final = 1


@dataclass(frozen=True, slots=True)
class Address:
    """Where a list is and what is chosen there; made again with one thing changed."""

    path: str
    filters: Filters
    sort: Sort
    default: Sort
    currency: str
    words: str = ""

    def to(self, *, page: int = 1, sort: Sort | None = None, filters: Filters | None = None) -> str:
        wanted = sort or self.sort
        query = _query(self.words, self.filters if filters is None else filters, self.currency)
        # In the order in which a page is stored (`stored`).
        query += f"&page={page}" if page > 1 else ""
        query += f"&sort={wanted.value}" if wanted is not self.default else ""
        return f"{self.path}?{query[1:]}" if query else self.path


class Box(NamedTuple):
    """A value to tick, of a ``number`` of products.  ``colour`` is that of its swatch, or empty."""

    value: str
    text: str
    number: int
    chosen: bool
    colour: str


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    name: str
    boxes: list[Box]
    open: bool


@dataclass(frozen=True, slots=True)
class Prices:
    """``low`` and ``high`` as typed, empty if not; ``least`` and ``most`` of what there is."""

    low: str
    high: str
    least: Money | None
    most: Money | None


@dataclass(frozen=True, slots=True)
class Step:
    """A link; ``here`` when it leads to what is shown."""

    text: str
    href: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the template of a list reads beside the tiles."""

    groups: tuple[Group, ...]
    prices: Prices
    chosen: tuple[Step, ...]
    without: str
    sorts: tuple[Step, ...]
    pages: tuple[Step | None, ...]
    before: str
    after: str
    hidden: tuple[tuple[str, str], ...]


def shown(listing: Listing, address: Address, at: Place) -> Shown:
    """``pages`` has None where numbers are left out; ``hidden`` is what the form keeps."""
    groups = tuple(
        group
        for field, name in words.FACETS.items()
        if (group := _group(field, gettext(name), listing.facets, address.filters, at))
    )
    hidden = [("q", address.words)] if address.words else []
    if address.sort is not address.default:
        hidden.append(("sort", address.sort.value))
    return Shown(
        groups=groups,
        prices=_prices(listing.facets, address),
        chosen=_chosen(groups, address, at),
        without=address.to(filters=Filters()),
        sorts=tuple(
            Step(words.said(words.SORTS, sort.value), address.to(sort=sort), sort is address.sort)
            for sort in (address.default, Sort.POPULAR, Sort.PRICE_ASC, Sort.PRICE_DESC)[
                address.default is Sort.POPULAR :
            ]
        ),
        pages=_pages(listing, address),
        before=address.to(page=listing.page - 1) if listing.page > 1 else "",
        after=address.to(page=listing.page + 1) if listing.page < listing.pages else "",
        hidden=tuple(hidden),
    )


@lru_cache(maxsize=1024)
def _query(asked: str, filters: Filters, currency: str) -> str:
    """``&brand=...&grade=...``: what narrows a list, as each of its addresses has it."""
    pairs = [("q", asked)] if asked else []
    pairs += [
        (field, str(value)) for field, name in FIELDS.items() for value in getattr(filters, name)
    ]
    for name, minor in (("price_min", filters.price_min), ("price_max", filters.price_max)):
        if minor is not None:
            pairs.append((name, _amount(minor, currency)))
    return f"&{urlencode(pairs)}" if pairs else ""


def _amount(minor: int | None, currency: str) -> str:
    """``312`` or ``312.50``; empty for None."""
    if minor is None:
        return ""
    return str(Money(minor, currency).decimal).removesuffix(".00")


def _group(field: str, name: str, facets: Facets, filters: Filters, at: Place) -> Group | None:
    """A facet with at least two values, or with a chosen one."""
    values: Sequence[FacetValue] = getattr(facets, field)
    chosen = getattr(filters, FIELDS[field])
    if chosen:
        known = {value.value for value in values}
        lost = (str(each) for each in chosen if str(each) not in known)
        values = [*values, *(FacetValue(each, 0, True) for each in lost)]
    elif len(values) < 2:
        return None
    return Group(field, name, _boxes(field, values, at.language), bool(chosen) or field in _OPEN)


def _boxes(field: str, values: Sequence[FacetValue], language: str) -> list[Box]:
    if field == "colour":
        return [
            Box(value, gettext(words.COLOURS[value].name), number, chosen, words.COLOURS[value].hex)
            for value, number, chosen, *_ in values
        ]
    if field == "storage":
        return [Box(each.value, words.size(int(each.value)), *each[1:3], "") for each in values]
    if field == "grade":
        return [Box(each.value, words.grade(each.value), *each[1:3], "") for each in values]
    return [
        Box(value, words.named(names, language) or name or value, number, chosen, "")
        for value, number, chosen, name, names in values
    ]


def _prices(facets: Facets, address: Address) -> Prices:
    least, most = facets.price or (None, None)
    return Prices(
        _amount(address.filters.price_min, address.currency),
        _amount(address.filters.price_max, address.currency),
        least,
        most,
    )


def _chosen(groups: Sequence[Group], address: Address, at: Place) -> tuple[Step, ...]:
    """What narrows the list, each with the address of the list without it."""
    steps = []
    for group in groups:
        name = FIELDS[group.key]
        now = getattr(address.filters, name)
        for box in group.boxes:
            if box.chosen:
                change: dict[str, Any] = {name: tuple(v for v in now if str(v) != box.value)}
                left = replace(address.filters, **change)
                steps.append(Step(box.text, address.to(filters=left)))
    for name, says, minor in (
        ("price_min", gettext("from %(price)s"), address.filters.price_min),
        ("price_max", gettext("up to %(price)s"), address.filters.price_max),
    ):
        if minor is not None:
            price = formats.short_money(Money(minor, address.currency), at.language, at.market)
            dropped: dict[str, Any] = {name: None}
            left = replace(address.filters, **dropped)
            steps.append(Step(says % {"price": price}, address.to(filters=left)))
    return tuple(steps)


def _pages(listing: Listing, address: Address) -> tuple[Step | None, ...]:
    """The first, the last and those around the one shown."""
    here, last = listing.page, listing.pages
    numbers = sorted({1, last, *range(max(1, here - _AROUND), min(last, here + _AROUND) + 1)})
    steps: list[Step | None] = []
    for number in numbers if last > 1 else ():
        if steps and number - 1 not in numbers:
            steps.append(None)
        steps.append(Step(str(number), address.to(page=number), number == here))
    return tuple(steps)
