"""What a visitor may narrow a list by, read from an address that anybody can type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from reprise.catalog.states import Grade
from reprise.discovery.colours import FAMILIES
from reprise.discovery.states import Sort
from reprise.kernel.money import Money

MOST: Final = 20
_GRADES: Final = frozenset(grade.value for grade in Grade)
_HIGHEST: Final = 10**12
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Filters:
    """Values of one facet widen the list, facets narrow it.

    ``lines`` are slugs of sub-categories, ``models`` of products; ``storages`` gigabytes;
    ``price_min`` and ``price_max`` are minor units of the total (item and shipping).
    """

    brands: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    storages: tuple[int, ...] = ()
    colours: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    price_min: int | None = None
    price_max: int | None = None

    @classmethod
    def parse(cls, given: Mapping[str, Sequence[str]], currency: str) -> Filters:
        """From ``brand``, ``line``, ``model``, ``storage``, ``colour``, ``grade``, ``price_min``,
        ``price_max`` (whole or decimal amounts).  What makes no sense is ignored."""
        low = _first(given.get("price_min", ()), currency)
        high = _first(given.get("price_max", ()), currency)
        return cls(
            brands=_all(given.get("brand", ()), _text),
            lines=_all(given.get("line", ()), _text),
            models=_all(given.get("model", ()), _text),
            storages=_all(given.get("storage", ()), _gigabytes),
            colours=_all(given.get("colour", ()), lambda v: v if v in FAMILIES else None),
            grades=_all(given.get("grade", ()), lambda v: v if v in _GRADES else None),
            price_min=low,
            price_max=high,
        )

    @property
    def narrow_options(self) -> bool:
        """True when some ways to have a product are out, not only some products."""
        prices = self.price_min is not None or self.price_max is not None
        return bool(self.storages or self.colours or self.grades) or prices


def parse_sort(text: str, default: Sort) -> Sort:
    """The sort of that name; ``default`` for any other text, and for `Sort.MATCH`."""
    return next((sort for sort in Sort if sort.value == text and sort is not Sort.MATCH), default)


def parse_page(text: str) -> int:
    """A page number from 1 on; 1 for anything else."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else 1
    return number if 1 <= number <= 10_000 else 1


def _all(values: Sequence[str], read: Callable[[str], _T | None]) -> tuple[_T, ...]:
    found: dict[Any, None] = {}
    for value in values[:MOST]:
        meant = read(value)
        if meant is not None:
            found[meant] = None
    return tuple(found)


def _text(value: str) -> str | None:
    """Printable and short; PostgreSQL has no NUL, UTF-8 no lone surrogate."""
    return value if 0 < len(value) <= 120 and value.isprintable() else None


def _gigabytes(value: str) -> int | None:
    return int(value) if len(value) <= 6 and value.isascii() and value.isdigit() else None


def _first(values: Sequence[str], currency: str) -> int | None:
    for value in values[:MOST]:
        try:
            minor = Money.parse(value[:20], currency).minor
        except ValueError:
            continue
        if 0 <= minor <= _HIGHEST:
            return minor
    return None
