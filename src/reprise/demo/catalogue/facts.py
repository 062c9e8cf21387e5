"""The shapes of the demo catalogue: frozen facts, and the variants that follow from them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import product as cartesian

LANGUAGES = ("fr", "nl", "de", "en")


class Keyboard(StrEnum):
    """A printed layout; ``QWERTY_INT`` is the international English one with a tall Enter key."""

    AZERTY_FR = "azerty-fr"
    AZERTY_BE = "azerty-be"
    QWERTZ_DE = "qwertz-de"
    QWERTY_US = "qwerty-us"
    QWERTY_INT = "qwerty-int"


class Sim(StrEnum):
    """What a phone takes; ``DUAL_NANO`` also stands for two cards in a hybrid tray."""

    NANO = "nano"
    DUAL_NANO = "dual-nano"
    NANO_ESIM = "nano+esim"
    DUAL_NANO_ESIM = "dual-nano+esim"
    ESIM = "esim"


class Connectivity(StrEnum):
    """Of a tablet or a watch: without or with a mobile line of its own."""

    WIFI = "wifi"
    WIFI_CELLULAR = "wifi+cellular"


class CaseMaterial(StrEnum):
    """Of a watch case."""

    ALUMINIUM = "aluminium"
    STEEL = "steel"
    TITANIUM = "titanium"
    POLYMER = "polymer"


@dataclass(frozen=True, slots=True)
class Names:
    """One name in the four languages of the shop."""

    fr: str
    nl: str
    de: str
    en: str

    def in_language(self, language: str) -> str:
        """The name in ``language``, one of ``LANGUAGES``; ``KeyError`` for any other."""
        return {"fr": self.fr, "nl": self.nl, "de": self.de, "en": self.en}[language]


@dataclass(frozen=True, slots=True)
class Category:
    """A shop heading; ``parent`` is the slug of its department, ``None`` for a department."""

    slug: str
    parent: str | None
    position: int
    names: Names


@dataclass(frozen=True, slots=True)
class Colour:
    """A finish as its maker calls it; ``key`` is ``palette-name``, ``hex`` is ``#rrggbb``."""

    key: str
    hex: str
    names: Names


@dataclass(frozen=True, slots=True)
class VariantSpec:
    """One buyable configuration; an attribute that does not apply is ``None``.

    ``storage_gb`` and ``memory_gb`` are gigabytes as printed on the box, a terabyte counted as
    1024; ``case_mm`` is the height or diameter of a watch case.  ``slug`` is unique in the
    catalogue and never depends on the order of the data.
    """

    slug: str
    product: str
    storage_gb: int | None
    memory_gb: int | None
    processor: str | None
    case_mm: int | None
    case_material: CaseMaterial | None
    connectivity: Connectivity | None
    colour: Colour | None
    keyboard: Keyboard | None
    sim: Sim | None


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of the grid: every combination of its values was sold.

    Each field holds at least one value; ``(None,)`` says that the attribute does not apply.
    """

    storage_gb: tuple[int | None, ...]
    memory_gb: tuple[int | None, ...]
    processor: tuple[str | None, ...]
    case_mm: tuple[int | None, ...]
    case_material: tuple[CaseMaterial | None, ...]
    connectivity: tuple[Connectivity | None, ...]
    colour: tuple[Colour | None, ...]
    keyboard: tuple[Keyboard | None, ...]
    sim: tuple[Sim | None, ...]


@dataclass(frozen=True, slots=True)
class Product:
    """A model's page.

    ``released`` is ``YYYY-MM``; ``weight_g`` is grams and ``screen_in`` the diagonal in inches,
    both of the smallest configuration; ``launch_price_eur`` is whole euros, tax included, of the
    cheapest configuration at launch, and ``launch_price_estimated`` says when it is a guess.
    """

    slug: str
    name: str
    brand: str
    category: str
    released: str
    form: str
    weight_g: int | None
    screen_in: Decimal | None
    launch_price_eur: int
    launch_price_estimated: bool
    blocks: tuple[Block, ...]

    def variants(self) -> tuple[VariantSpec, ...]:
        """Every configuration sold, in the order of the file."""
        return tuple(self._specs())

    def _specs(self) -> Iterator[VariantSpec]:
        several_sims = len({sim for block in self.blocks for sim in block.sim}) > 1
        for b in self.blocks:
            for processor, memory, storage, material, size, line, colour, keys, sim in cartesian(
                b.processor,
                b.memory_gb,
                b.storage_gb,
                b.case_material,
                b.case_mm,
                b.connectivity,
                b.colour,
                b.keyboard,
                b.sim,
            ):
                words = (
                    processor,
                    storage and _capacity(storage),
                    memory and f"{memory}gb",
                    size and f"{size}mm",
                    material,
                    line and line.removeprefix("wifi+"),
                    colour and colour.names.en,
                    keys,
                    sim if several_sims else None,
                )
                yield VariantSpec(
                    slug="-".join([self.slug, *(_slugify(w) for w in words if w)]),
                    product=self.slug,
                    storage_gb=storage,
                    memory_gb=memory,
                    processor=processor,
                    case_mm=size,
                    case_material=material,
                    connectivity=line,
                    colour=colour,
                    keyboard=keys,
                    sim=sim,
                )


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All of it, each tuple in the order of the files (file names sorted)."""

    categories: tuple[Category, ...]
    colours: tuple[Colour, ...]
    products: tuple[Product, ...]

    def departments(self) -> tuple[Category, ...]:
        """The headings without a parent, by position."""
        roots = (c for c in self.categories if c.parent is None)
        return tuple(sorted(roots, key=lambda c: c.position))

    def product(self, slug: str) -> Product:
        """The product with that slug; ``KeyError`` if there is none."""
        for product in self.products:
            if product.slug == slug:
                return product
        raise KeyError(slug)

    def variants(self) -> tuple[VariantSpec, ...]:
        """The variants of every product."""
        return tuple(v for p in self.products for v in p.variants())


def _capacity(gigabytes: int) -> str:
    terabytes, rest = divmod(gigabytes, 1024)
    return f"{terabytes}tb" if terabytes and not rest else str(gigabytes)


def _slugify(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
