"""The tree of categories, and products by words."""

from __future__ import annotations

import pytest

from reprise.catalog.models import Category, Product, Variant
from reprise.catalog.queries import products, tree

pytestmark = pytest.mark.django_db


def category(slug: str, position: int, parent: Category | None = None) -> Category:
    names = {"en": slug.title(), "de": f"{slug.title()} auf Deutsch"}
    return Category.objects.create(slug=slug, position=position, parent=parent, names=names)


@pytest.fixture(autouse=True)
def shelves() -> None:
    phones = category("phones", 1)
    category("tablets", 2)
    apple, other = category("iphones", 2, phones), category("android", 1, phones)
    for slug, name, brand, where in (
        ("iphone-13", "iPhone 13", "Apple", apple),
        ("iphone-14", "iPhone 14", "Apple", apple),
        ("pixel-7", "Pixel 7 100%", "Google", other),
        ("brick", "Brick", "Nokia", phones),
    ):
        Product.objects.create(slug=slug, name=name, brand=brand, form="x", category=where)


def test_a_category_counts_what_is_below_it() -> None:
    assert [(each.category.slug, each.depth, each.products) for each in tree()] == [
        ("phones", 0, 4), ("android", 1, 1), ("iphones", 1, 2), ("tablets", 0, 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "where", "found"),
    [
        ("", "", ["brick", "iphone-13", "iphone-14", "pixel-7"]),
        ("", "phones", ["brick", "iphone-13", "iphone-14", "pixel-7"]),
        ("", "iphones", ["iphone-13", "iphone-14"]),
        ("13 APPLE", "", ["iphone-13"]),
        ("13", "android", []),
        ("%", "", ["pixel-7"]),
        ("_", "", []),
        ("iphone google", "", []),
    ],
)
def test_every_word_must_be_there(text: str, where: str, found: list[str]) -> None:
    branch = next((each for each in tree() if each.category.slug == where), None)
    assert [product.slug for product in products(text, branch)] == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("mitternacht", "de", ["iphone-13"]),
        ("iphone mitternacht 128", "de", ["iphone-13"]),
        ("mitternacht", "fr", []),
        ("minuit", "fr", ["iphone-13"]),
        ("midnight", "de", ["iphone-13"]),
        ("midnight 14", "de", []),
        ("deutsch 7", "de", ["pixel-7"]),
        ("deutsch 7", "en", []),
    ],
)
def test_words_are_found_as_the_reader_says_them_and_as_they_are_stored(
    text: str, language: str, found: list[str]
) -> None:
    Variant.objects.create(
        product=Product.objects.get(slug="iphone-13"), slug="iphone-13-128gb-midnight",
        storage_gb=128, colour="apple-midnight",
        colour_names={"en": "Midnight", "fr": "Minuit", "de": "Mitternacht"},
    )  # fmt: skip
    rows = products(text, None, language)
    assert [product.slug for product in rows] == found
    assert all(product.number == product.variants.count() for product in rows)
