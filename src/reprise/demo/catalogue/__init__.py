"""The demo catalogue: real models in the configurations their makers sold.

``load()`` reads the TOML files beside this module and returns one frozen ``Catalogue``.
Anything inconsistent raises ``ValueError`` with the file and the product at fault.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from reprise.demo.catalogue.facts import (
    LANGUAGES,
    Block,
    CaseMaterial,
    Catalogue,
    Category,
    Colour,
    Connectivity,
    Keyboard,
    Names,
    Product,
    Sim,
    VariantSpec,
)

__all__ = [
    "FOLDER",
    "LANGUAGES",
    "Block",
    "CaseMaterial",
    "Catalogue",
    "Category",
    "Colour",
    "Connectivity",
    "Keyboard",
    "Names",
    "Product",
    "Sim",
    "VariantSpec",
    "load",
]

FOLDER = Path(__file__).parent

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HEX = re.compile(r"#[0-9a-f]{6}")
_MONTH = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])")
_FORM_ROW = re.compile(r"^\| `([a-z0-9-]+)` \|", re.MULTILINE)


def load(folder: Path = FOLDER) -> Catalogue:
    """Read ``folder``: ``categories.toml``, ``colours-*.toml``, ``FORMS.md``, the product files.

    Raises ``ValueError``, naming file and entry, for unreadable TOML, a missing, unknown or
    mistyped key, a missing language, a colour, category or form that is not defined, a colour
    that is not ``#rrggbb``, and a product or variant that appears twice.
    """
    categories = _categories(folder / "categories.toml")
    colours = {
        colour.key: colour
        for path in sorted(folder.glob("colours-*.toml"))
        for colour in _palette(path)
    }
    shelves = {c.slug for c in categories if c.parent is not None}
    forms = set(_FORM_ROW.findall((folder / "FORMS.md").read_text(encoding="utf-8")))
    products: dict[str, Product] = {}
    variants: set[str] = set()
    for path in sorted(folder.glob("*.toml")):
        if path.name == "categories.toml" or path.name.startswith("colours-"):
            continue
        for product in _products(path, shelves, forms, colours):
            _require(product.slug not in products, path, product.slug, "duplicate product slug")
            products[product.slug] = product
            for variant in product.variants():
                fresh = variant.slug not in variants
                _require(fresh, path, product.slug, f"duplicate variant slug {variant.slug!r}")
                variants.add(variant.slug)
    return Catalogue(categories, tuple(colours.values()), tuple(products.values()))


_Member = TypeVar("_Member", bound=StrEnum)

_REQUIRED = {"slug", "name", "brand", "category", "released", "form"}
_PRICES = {"launch_price_eur", "estimated_launch_price_eur"}
_OPTIONAL = {"weight_g", "screen_in", "palette", "configs"}
_AXES = {
    "storage_gb",
    "memory_gb",
    "processor",
    "case_mm",
    "case_material",
    "connectivity",
    "colours",
    "keyboard",
    "sim",
}


def _categories(path: Path) -> tuple[Category, ...]:
    found: dict[str, Category] = {}
    for row in _tables(_read(path), "category", path):
        slug = _text(row, "slug", path, "a category")
        _require(bool(_SLUG.fullmatch(slug)), path, slug, "not a slug")
        _require(slug not in found, path, slug, "duplicate category slug")
        _only(row, {"slug", "parent", "position", "names"}, path, slug)
        parent = row.get("parent")
        known = parent is None or (parent in found and found[parent].parent is None)
        _require(known, path, slug, f"unknown parent category {parent!r}")
        position = _whole(row.get("position"), "position", path, slug)
        found[slug] = Category(slug, parent, position, _names(row.get("names"), path, slug))
    return tuple(found.values())


def _palette(path: Path) -> Iterator[Colour]:
    palette = path.stem.removeprefix("colours-")
    for name, row in _read(path).items():
        key = f"{palette}-{name}"
        _require(isinstance(row, dict), path, key, "a colour is a table")
        hex_code = row.pop("hex", None)
        good = isinstance(hex_code, str) and bool(_HEX.fullmatch(hex_code))
        _require(good, path, key, f"colour {hex_code!r} is not #rrggbb in lower case")
        yield Colour(key, hex_code, _names(row, path, key))


def _products(
    path: Path, shelves: set[str], forms: set[str], colours: Mapping[str, Colour]
) -> Iterator[Product]:
    document = _read(path)
    _only(document, {"defaults", "product"}, path, "the file")
    defaults = document.get("defaults", {})
    _require(isinstance(defaults, dict), path, "the file", "[defaults] is not a table")
    for own in _tables(document, "product", path):
        row = {**defaults, **own}
        slug = _text(row, "slug", path, "a product")
        _only(row, _REQUIRED | _PRICES | _OPTIONAL | _AXES, path, slug)
        texts = {key: _text(row, key, path, slug) for key in _REQUIRED}
        _require(bool(_SLUG.fullmatch(slug)), path, slug, "not a slug")
        _require(texts["category"] in shelves, path, slug, f"unknown category {row['category']!r}")
        _require(texts["form"] in forms, path, slug, f"form {row['form']!r} is not in FORMS.md")
        _require(bool(_MONTH.fullmatch(texts["released"])), path, slug, "released is not YYYY-MM")
        prices = _PRICES & row.keys()
        _require(len(prices) == 1, path, slug, "needs one launch price, known or estimated")
        price = prices.pop()
        weight, screen = row.get("weight_g"), row.get("screen_in")
        _require(
            screen is None or (isinstance(screen, Decimal | int) and not isinstance(screen, bool)),
            path,
            slug,
            "screen_in is not a number",
        )
        yield Product(
            **texts,
            weight_g=None if weight is None else _whole(weight, "weight_g", path, slug),
            screen_in=None if screen is None else Decimal(screen),
            launch_price_eur=_whole(row[price], price, path, slug),
            launch_price_estimated=price == "estimated_launch_price_eur",
            blocks=_blocks(row, path, slug, colours),
        )


def _blocks(
    row: Mapping[str, Any], path: Path, slug: str, colours: Mapping[str, Colour]
) -> tuple[Block, ...]:
    shared = {axis: row[axis] for axis in _AXES & row.keys()}
    configs = row.get("configs", [{}])
    tables = isinstance(configs, list) and all(isinstance(config, dict) for config in configs)
    _require(tables and bool(configs), path, slug, "configs is not a list of tables")
    blocks = []
    for config in configs:
        _only(config, _AXES, path, slug)
        blocks.append(_block({**shared, **config}, row.get("palette"), path, slug, colours))
    return tuple(blocks)


def _block(
    axes: Mapping[str, Any],
    palette: str | None,
    path: Path,
    slug: str,
    colours: Mapping[str, Colour],
) -> Block:
    def values(axis: str) -> list[Any]:
        found = axes.get(axis, [None])
        found = found if isinstance(found, list) else [found]
        plain = not any(isinstance(value, list | dict) for value in found)
        distinct = bool(found) and plain and len(set(found)) == len(found)
        _require(distinct, path, slug, f"{axis} is empty or repeats a value")
        return found

    def numbers(axis: str) -> tuple[int | None, ...]:
        return tuple(v if v is None else _whole(v, axis, path, slug) for v in values(axis))

    def members(axis: str, kind: type[_Member]) -> tuple[_Member | None, ...]:
        for value in values(axis):
            known = value is None or value in [m.value for m in kind]
            _require(known, path, slug, f"unknown {axis} {value!r}")
        return tuple(v if v is None else kind(v) for v in values(axis))

    def finishes() -> tuple[Colour | None, ...]:
        for name in values("colours"):
            known = name is None or f"{palette}-{name}" in colours
            _require(known, path, slug, f"unknown colour {name!r} in palette {palette!r}")
        return tuple(n if n is None else colours[f"{palette}-{n}"] for n in values("colours"))

    for processor in values("processor"):
        _require(processor is None or isinstance(processor, str), path, slug, "processor")
    return Block(
        storage_gb=numbers("storage_gb"),
        memory_gb=numbers("memory_gb"),
        processor=tuple(values("processor")),
        case_mm=numbers("case_mm"),
        case_material=members("case_material", CaseMaterial),
        connectivity=members("connectivity", Connectivity),
        colour=finishes(),
        keyboard=members("keyboard", Keyboard),
        sim=members("sim", Sim),
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path.name}: not valid TOML: {error}") from error


def _tables(document: Mapping[str, Any], key: str, path: Path) -> list[dict[str, Any]]:
    rows = document.get(key, [])
    good = isinstance(rows, list) and all(isinstance(row, dict) for row in rows)
    _require(good and bool(rows), path, "the file", f"has no [[{key}]]")
    return list(rows)


def _names(row: Any, path: Path, entry: str) -> Names:
    good = isinstance(row, dict) and row.keys() == set(LANGUAGES)
    _require(good, path, entry, f"needs a name in exactly {', '.join(LANGUAGES)}")
    return Names(**{language: _text(row, language, path, entry) for language in LANGUAGES})


def _text(row: Mapping[str, Any], key: str, path: Path, entry: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{path.name}: {entry}: {key} is missing or not a text")
    return value


def _whole(value: Any, key: str, path: Path, entry: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
        raise ValueError(f"{path.name}: {entry}: {key} is not a positive whole number")
    return value


def _only(row: Mapping[str, Any], keys: Collection[str], path: Path, entry: str) -> None:
    unknown = sorted(row.keys() - set(keys))
    _require(not unknown, path, entry, f"unknown key {', '.join(unknown)}")


def _require(condition: bool, path: Path, entry: str, fault: str) -> None:
    if not condition:
        raise ValueError(f"{path.name}: {entry}: {fault}")
