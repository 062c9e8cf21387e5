"""Lists: the right order, honest facets, few statements."""

from __future__ import annotations

import random
from datetime import timedelta
from itertools import product as cartesian
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reprise.catalog.models import Variant
from reprise.discovery import actions
from reprise.discovery.colours import FAMILIES, family
from reprise.discovery.models import BuyBox, Option, Shelf
from reprise.discovery.queries import (
    PER_PAGE,
    Filters,
    listing,
    search,
)
from reprise.discovery.queries.filters import parse_page, parse_sort
from reprise.discovery.states import Sort
from reprise.kernel.ids import new_id
from reprise.kernel.money import Money
from tests.discovery.shop import (
    a_category,
    a_product,
    a_shop_seller,
    a_stocked_offer,
    a_variant,
)
from tests.moment import now

SIZES = (64, 128, 256)
BLACK, RED = "#232a31", "#ba0c2e"
GRADES = ("fair", "good", "premium")


def a_stocked_shop(seed: int = 7, products: int = 30) -> None:
    rng = random.Random(seed)
    phones, laptops = a_category("smartphones"), a_category("laptops")
    lines = [
        (a_category("iphone", phones), "Apple"),
        (a_category("galaxy", phones), "Samsung"),
        (a_category("macbook", laptops), "Apple"),
    ]
    seller = a_shop_seller("fr", "be", shipping=490)
    for number in range(products):
        line, brand = rng.choice(lines)
        made = a_product(f"{brand} {number:02}", line, brand, f"20{10 + number % 3}-01")
        for size, colour, grade in cartesian(SIZES, (BLACK, RED), GRADES):
            if rng.random() < 0.3:
                variant = Variant.objects.filter(
                    product=made, storage_gb=size, colour_hex=colour
                ).first() or a_variant(made, size, colour)
                a_stocked_offer(seller, variant, rng.randrange(10_000, 20_000, 1_000), grade)
        for _ in range(rng.choice([0, 0, 1, 2, 6])):
            variant_id = made.variants.values_list("id", flat=True).first()
            if variant_id:
                actions.note_sale(new_id(), "fr", [variant_id], now() - timedelta(days=1))
    actions.rebuild(now())


class Oracle:
    """The list as a person would make it: every way to have a product, one by one."""

    def __init__(self, category: str | None) -> None:
        shelves = {s.product_id: s for s in Shelf.objects.filter(market="fr")}
        self.ways = [
            (shelves[box.product_id], box)
            for box in BuyBox.objects.filter(market="fr")
            if category is None or category in shelves[box.product_id].categories
        ]

    @staticmethod
    def holds(facet: str, filters: Filters, shelf: Shelf, box: BuyBox) -> bool:
        total = box.price_minor + box.shipping_minor
        return {
            "brand": not filters.brands or shelf.brand in filters.brands,
            "line": not filters.lines or shelf.category in filters.lines,
            "model": not filters.models or shelf.slug in filters.models,
            "storage": not filters.storages or box.storage_gb in filters.storages,
            "colour": not filters.colours or box.colour in filters.colours,
            "grade": not filters.grades or box.grade in filters.grades,
            "price": (filters.price_min is None or total >= filters.price_min)
            and (filters.price_max is None or total <= filters.price_max),
        }[facet]

    FACETS = ("brand", "line", "model", "storage", "colour", "grade", "price")

    def left(self, filters: Filters, but: str = "") -> list[tuple[Shelf, BuyBox]]:
        return [
            way for way in self.ways
            if all(self.holds(f, filters, *way) for f in self.FACETS if f != but)
        ]  # fmt: skip

    def tiles(self, filters: Filters, sort: Sort) -> list[tuple[str, int]]:
        cheapest: dict[Any, tuple[Shelf, int]] = {}
        for shelf, box in self.left(filters):
            total = box.price_minor + box.shipping_minor
            _, known = cheapest.get(shelf.product_id, (shelf, total))
            cheapest[shelf.product_id] = (shelf, min(known, total))
        rows = sorted(cheapest.values(), key=lambda row: row[0].slug)
        rows.sort(key=lambda row: row[0].released, reverse=True)
        rows.sort(key=lambda row: -row[0].orders_30d)
        if sort is not Sort.POPULAR:
            sign = 1 if sort is Sort.PRICE_ASC else -1
            rows.sort(key=lambda row: sign * row[1])
        return [(shelf.slug, total) for shelf, total in rows]

    def counts(self, facet: str, filters: Filters) -> dict[str, int]:
        values: dict[str, set[Any]] = {}
        for shelf, box in self.left(filters, facet):
            value = {
                "brand": shelf.brand, "line": shelf.category, "model": shelf.slug,
                "storage": str(box.storage_gb), "colour": box.colour, "grade": box.grade,
            }[facet]  # fmt: skip
            values.setdefault(value, set()).add(shelf.product_id)
        return {value: len(products) for value, products in values.items()}


@pytest.mark.django_db
class TestAList:
    def test_tiles_and_facets_are_those_of_a_count_by_hand(self) -> None:
        a_stocked_shop()
        rng = random.Random(1)
        slugs = list(Shelf.objects.values_list("slug", flat=True))
        for _ in range(120):
            category = rng.choice([None, "smartphones", "iphone", "laptops"])
            some = lambda values: tuple(  # noqa: E731
                rng.sample(values, rng.choice([0, 0, 0, 1, 2]))
            )
            filters = Filters(
                brands=some(["Apple", "Samsung"]),
                lines=some(["iphone", "galaxy", "macbook"]),
                models=some(slugs) if rng.random() < 0.1 else (),
                storages=some(list(SIZES)),
                colours=some(["black", "red"]),
                grades=some(list(GRADES)),
                price_min=rng.choice([None, None, 12_490]),
                price_max=rng.choice([None, None, 15_490]),
            )
            sort = rng.choice([Sort.POPULAR, Sort.PRICE_ASC, Sort.PRICE_DESC])
            oracle, got = Oracle(category), listing("fr", category, filters, sort)
            expected = oracle.tiles(filters, sort)
            assert [(t.slug, t.total.minor) for t in got.tiles] == expected[:PER_PAGE]
            assert got.total == len(expected)
            for facet in Oracle.FACETS[:-1]:
                values = getattr(got.facets, facet)
                assert {v.value: v.number for v in values} == oracle.counts(facet, filters), facet
            totals = [b.price_minor + b.shipping_minor for _, b in oracle.left(filters, "price")]
            bounds = (min(totals), max(totals)) if totals else None
            price = got.facets.price
            assert (price and (price[0].minor, price[1].minor)) == bounds

    def test_a_tile_leads_to_the_variant_that_fits_the_filters(self) -> None:
        line = a_category("iphone")
        phone, seller = a_product("iPhone 13", line), a_shop_seller(shipping=490)
        small, large = a_variant(phone, 128), a_variant(phone, 256, RED)
        a_stocked_offer(seller, small, 20_000, "good")
        a_stocked_offer(seller, large, 25_000, "fair")
        actions.rebuild(now())
        (tile,) = listing("fr", "iphone").tiles
        assert (tile.variant_slug, tile.grade) == (small.slug, "good")
        assert (tile.price, tile.shipping, tile.total) == (
            Money(20_000, "EUR"), Money(490, "EUR"), Money(20_490, "EUR"),
        )  # fmt: skip
        (tile,) = listing("fr", "iphone", Filters(storages=(256,))).tiles
        assert (tile.variant_slug, tile.grade, tile.price.minor) == (large.slug, "fair", 25_000)
        # 256 GB exists, "good" exists, but not both in one device.
        assert listing("fr", "iphone", Filters(storages=(256,), grades=("good",))).tiles == ()

    @pytest.mark.parametrize(
        "filters",
        [Filters(), Filters(storages=(128,), colours=("black",), grades=("good",), price_max=9**9)],
    )
    def test_two_statements_that_never_touch_an_offer(self, filters: Filters) -> None:
        a_stocked_shop(products=5)
        with CaptureQueriesContext(connection) as captured:
            assert listing("fr", "smartphones", filters, Sort.PRICE_ASC).total
        assert len(captured) == 2
        for query in captured.captured_queries:
            assert "offers_" not in query["sql"]
            assert "discovery_buybox" not in query["sql"]

    def test_the_number_of_offers_does_not_change_what_is_read(self) -> None:
        a_stocked_shop(products=5)
        shelves, options = Shelf.objects.count(), Option.objects.count()
        for box in BuyBox.objects.all():
            for _ in range(3):
                a_stocked_offer(a_shop_seller(), Variant.objects.get(id=box.variant_id),
                                30_000, box.grade)  # fmt: skip
        actions.rebuild(now())
        assert (Shelf.objects.count(), Option.objects.count()) == (shelves, options)

    def test_pages_share_no_tile_and_leave_none_out(self) -> None:
        a_stocked_shop(products=60)
        first = listing("fr")
        assert first.pages == 3
        slugs = [t.slug for page in (1, 2, 3) for t in listing("fr", page=page).tiles]
        assert len(slugs) == len(set(slugs)) == first.total
        assert listing("fr", page=4).tiles == ()
        assert listing("fr", page=4).total == first.total
        assert listing("fr", page=-3).page == 1

    def test_another_market_has_shelves_of_its_own(self) -> None:
        a_stocked_shop(products=3)
        assert listing("be").total == 0
        assert listing("fr").total > 0


# The first text that is drawn builds a table of Unicode; that is not our slowness.
drawn = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


class TestWhatAnybodyCanType:
    JUNK = st.text(max_size=20) | st.sampled_from(["9" * 400, "\x00", "\ud800", "-1", "1e9", "²"])

    @drawn
    @given(st.dictionaries(
        st.sampled_from(["brand", "line", "model", "storage", "colour", "grade", "price_min",
                         "price_max", "x"]), st.lists(JUNK, max_size=3)))  # fmt: skip
    def test_is_ignored_or_understood_never_an_error(self, given_: dict[str, list[str]]) -> None:
        filters = Filters.parse(given_, "EUR")
        assert all(0 <= size < 10**6 for size in filters.storages)
        assert set(filters.grades) <= {"fair", "good", "very_good", "premium"}
        assert set(filters.colours) <= set(FAMILIES)
        for text in (*filters.brands, *filters.lines, *filters.models):
            assert "\x00" not in text
            text.encode()

    @drawn
    @given(JUNK)
    def test_a_page_and_a_sort_too(self, text: str) -> None:
        assert 1 <= parse_page(text) <= 10_000
        assert parse_sort(text, Sort.MATCH) in Sort

    @pytest.mark.parametrize(
        "text", ["10001", "000001" + "9" * 30, "000001" + "9" * 5_000, "9" * 5_000, "1" * 20]
    )
    def test_a_page_beyond_all_pages_is_the_first(self, text: str) -> None:
        """PostgreSQL has no such offset, and Python reads no such number."""
        assert parse_page(text) == 1

    def test_what_makes_sense_is_read(self) -> None:
        filters = Filters.parse(
            {
                "brand": ["Apple", "Apple"], "storage": ["128", "x"], "colour": ["black", "#000"],
                "grade": ["good", "perfect"], "price_min": ["", "99,90"], "price_max": ["500"],
            },
            "EUR",
        )  # fmt: skip
        assert filters == Filters(
            brands=("Apple",), storages=(128,), colours=("black",), grades=("good",),
            price_min=9_990, price_max=50_000,
        )  # fmt: skip
        assert parse_page("3") == parse_page("003") == 3
        assert parse_page("10000") == 10_000
        assert parse_sort("price_desc", Sort.POPULAR) is Sort.PRICE_DESC
        assert parse_sort("match", Sort.POPULAR) is Sort.POPULAR

    @pytest.mark.django_db
    @pytest.mark.parametrize(
        "text",
        ["", "   ", "\x00", "\ud800", "'", "a:*&|!<>", "%_\\", "x" * 9999, "1 " * 500, "İ",
         "iphone'); DROP TABLE"],
    )  # fmt: skip
    def test_a_search_too(self, text: str) -> None:
        a_stocked_shop(products=2)
        found = search("fr", text)
        assert found.total >= 0
        junk = Filters.parse({"brand": ["x'"], "line": ["%"], "storage": ["999999"]}, "EUR")
        assert listing("fr", "no-such-category", junk, page=10_000).total == 0


class TestColours:
    @pytest.mark.parametrize(
        ("hex_colour", "name"),
        [
            ("#232a31", "black"), ("#6e6f73", "grey"), ("#e3e4e5", "silver"), ("#f4f3ef", "white"),
            ("#ba0c2e", "red"), ("#f9ddd6", "pink"), ("#215e7c", "blue"), ("#394c38", "green"),
            ("#b8afe6", "purple"), ("#f7d64a", "yellow"), ("#f2d8bd", "gold"),
            ("#f77e2d", "orange"), ("#6d4a35", "brown"), ("", ""),
        ],
    )  # fmt: skip
    def test_as_people_call_them(self, hex_colour: str, name: str) -> None:
        assert family(hex_colour) == name

    @given(st.integers(0, 0xFFFFFF))
    def test_every_colour_has_a_family(self, number: int) -> None:
        assert family(f"#{number:06x}") in FAMILIES
