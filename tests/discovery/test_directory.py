"""A walk through everything on sale, from any place, in one order."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reprise.discovery import actions
from reprise.discovery.queries import Entry, directory
from tests.discovery.shop import a_category, a_product, a_shop_seller, a_stocked_offer, a_variant
from tests.moment import now

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def shelves() -> None:
    seller = a_shop_seller(shipping=490)
    for name, category in (
        ("Galaxy S21", "galaxy"), ("Galaxy S21 Ultra", "galaxy"), ("Galaxy Tab", "tablets"),
        ("iPhone 13", "iphone"),
    ):  # fmt: skip
        product = a_product(name, a_category(category))
        for size, price in ((128, 20_000), (256, 19_000)):
            a_stocked_offer(seller, a_variant(product, size), price)
    actions.rebuild(now())


def walk(text: str = "", limit: int = 1, category: str | None = None) -> list[Entry]:
    found: list[Entry] = []
    for _ in range(20):
        after = found[-1].position if found else None
        page, _ = directory("fr", category, text, limit, after)
        if not page:
            break
        found += page
    return found


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
@pytest.mark.parametrize("text", ["", "galaxy", "galaxy s21", "galaxie"])
def test_steps_of_any_length_make_the_same_walk(text: str, limit: int) -> None:
    whole, _ = directory("fr", None, text)
    assert walk(text, limit) == list(whole)
    assert len({entry.slug for entry in whole}) == len(whole) > 1


def test_without_a_text_the_address_decides() -> None:
    slugs = ["galaxy-s21", "galaxy-s21-ultra", "galaxy-tab", "iphone-13"]
    assert [entry.slug for entry in walk()] == slugs
    assert [entry.slug for entry in walk(category="galaxy")] == slugs[:2]
    assert walk(category="none") == []
    assert directory("de") == ((), None)


def test_with_a_text_the_best_match_comes_first() -> None:
    entries, understood = directory("fr", None, "galaxy s21 zzzz")
    assert entries[0].slug == "galaxy-s21"
    assert understood is not None
    assert understood.unknown == ("zzzz",)
    assert directory("fr", None, "zzzz")[0] == ()


def test_each_has_its_cheapest_total() -> None:
    found = walk()
    assert found
    for entry in found:
        assert (entry.price.minor, entry.shipping.minor) == (19_000, 490)
        assert "-256-" in entry.variant_slug


def test_its_statements() -> None:
    for text, count in (("", 1), ("galaxy", 2), ("zzzz", 1)):
        with CaptureQueriesContext(connection) as statements:
            directory("fr", None, text)
        assert len(statements) == count
