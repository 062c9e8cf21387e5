"""What the contract calls a device: whole, in the buyer's language, and no sister's name."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from reprise.catalog.words import _VALUES
from reprise.checkout.queries import title
from reprise.checkout.rules import Device, Model
from reprise.demo import catalogue
from reprise.demo.load import _names
from reprise.kernel.ids import new_id

FOUND = catalogue.load()


def device(product: catalogue.Product, spec: catalogue.VariantSpec) -> Device:
    names = ("processor", "case_mm", "case_material", "connectivity", "keyboard", "sim")
    attributes: dict[str, Any] = {
        name: value if isinstance(value, int) else str(value)
        for name in names
        if (value := getattr(spec, name)) is not None
    }
    return Device(
        id=new_id(),
        product=Model(product.slug, product.name, product.form),
        slug=spec.slug,
        storage_gb=spec.storage_gb,
        memory_gb=spec.memory_gb,
        colour=spec.colour.key if spec.colour else "",
        colour_hex="",
        colour_names=_names(spec.colour.names) if spec.colour else {},
        attributes=attributes,
    )


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_no_two_devices_of_the_catalogue_share_a_title(language: str) -> None:
    for product in FOUND.products:
        titles = Counter(title(device(product, spec), language) for spec in product.variants())
        assert titles.most_common(1)[0][1] == 1, titles.most_common(1)


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_no_title_holds_a_code(language: str) -> None:
    codes = {code for code in _VALUES if "-" in code or "+" in code}
    for product in FOUND.products:
        for spec in product.variants():
            parts = set(title(device(product, spec), language).split(", "))
            assert not parts & codes


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "QWERTY, US"), ("fr", "QWERTY américain"), ("nl", "QWERTY, VS"), ("de", "QWERTY, US")],
)
def test_a_keyboard_is_named_in_the_language_of_the_order(language: str, words: str) -> None:
    laptop, spec = next(
        (product, spec)
        for product in FOUND.products
        for spec in product.variants()
        if str(spec.keyboard) == "qwerty-us"
    )
    assert words in title(device(laptop, spec), language)
