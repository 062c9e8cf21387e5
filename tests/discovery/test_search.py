"""What people type finds what they mean, first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reprise.demo.catalogue import LANGUAGES, load
from reprise.discovery import actions
from reprise.discovery.models import Shelf
from reprise.discovery.queries import Filters, search
from reprise.discovery.queries.search import typos
from reprise.discovery.states import Sort
from reprise.discovery.words import index, plain, query_words, size_word, vector, words
from reprise.kernel.ids import new_id
from tests.discovery.shop import a_category, a_product, a_shop_seller, a_stocked_offer, a_variant
from tests.moment import now


def a_real_shop() -> None:
    """The demo catalogue's models, two storages each, and a shelf of televisions."""
    catalogue = load()
    categories = {}
    for each in catalogue.categories:
        names = {language: each.names.in_language(language) for language in LANGUAGES}
        categories[each.slug] = a_category(
            each.slug, categories.get(each.parent) if each.parent else None, **names
        )
    seller = a_shop_seller()
    for model in catalogue.products:
        product = a_product(model.name, categories[model.category], model.brand, model.released)
        sizes = sorted({v.storage_gb or 0 for v in model.variants()})
        for number, size in enumerate(sizes):
            a_stocked_offer(seller, a_variant(product, size or None), 20_000 + 1_000 * number)
    televisions = a_category(
        "televisions", fr="Téléviseurs", nl="Televisies", de="Fernseher", en="Televisions"
    )
    for name, brand in (("QLED 55 Q60", "Samsung"), ("OLED 48 C2", "LG")):
        a_stocked_offer(seller, a_variant(a_product(name, televisions, brand), None), 30_000)
    actions.rebuild(now())


FIRST = [
    # typed, what comes first, its storage (None: any)
    ("ipone 13 128", "iPhone 13", 128),
    ("iphone 13 pro max 256 go", "iPhone 13 Pro Max", 256),
    ("iphone13", "iPhone 13", None),
    ("iPhone 13 mini", "iPhone 13 mini", None),
    ("l'iphone 12 d'occasion 64", "iPhone 12", 64),
    ("iphnoe 14", "iPhone 14", None),
    ("i phone 14", "iPhone 14", None),
    ("macbok air m1", "MacBook Air 13 (M1)", None),
    ("mac book air m2 15", "MacBook Air 15 (M2)", None),
    ("gallaxy s22", "Galaxy S22", None),
    ("samsung s22 ultra 512gb", "Galaxy S22 Ultra", 512),
    ("s22+", "Galaxy S22+", None),
    ("tele samsung", "QLED 55 Q60", None),
    ("télé lg", "OLED 48 C2", None),
    ("fernseher samsung", "QLED 55 Q60", None),
    ("ps5", "PlayStation 5", None),
    ("playstation 5 pro 2 to", "PlayStation 5 Pro", 2048),
    ("nintendo swich oled", "Nintendo Switch OLED", None),
    ("fenix 7", "fēnix 7", None),
    ("sony wh-1000xm4", "Sony WH-1000XM4", None),
    ("de longhi dedica", "De'Longhi Dedica EC 685", None),
    ("Thinkpad T480", "ThinkPad T480", None),
    ("fairphone 5", "Fairphone 5", None),
]
KINDS = [
    # typed, the sub-category of everything on the first page
    ("airpod", {"airpods"}),
    ("airpods", {"airpods"}),
    ("téléviseur", {"televisions"}),
    ("smartphone samsung", {"galaxy"}),
    ("handy samsung", {"galaxy"}),
    ("téléphone pixel", {"pixel"}),
    ("casque bose", {"headphones"}),
    ("koptelefoon", {"headphones"}),
    ("staubsauger", {"vacuum-cleaners"}),
    ("machine à café", {"coffee-machines"}),
    ("Écouteurs sony", {"earbuds"}),
    ("apple watch", {"apple-watch"}),
]


@pytest.mark.django_db
class TestFinding:
    def test_the_right_thing_comes_first(self) -> None:
        a_real_shop()
        wrong = {}
        for typed, name, storage in FIRST:
            found = search("fr", typed)
            tile = found.tiles[0] if found.tiles else None
            if tile is None or tile.name != name or storage not in (None, tile.storage_gb):
                wrong[typed] = tile and (tile.name, tile.storage_gb)
        for typed, categories in KINDS:
            got = {tile.category for tile in search("fr", typed).tiles}
            if got != categories:
                wrong[typed] = got
        # "télé" may be the beginning of "téléphone" as well, but it is a television first.
        television = {tile.category for tile in search("fr", "télé").tiles[:2]}
        assert (wrong, television) == ({}, {"televisions"})

    def test_text_first_then_popularity_and_the_result_says_so(self) -> None:
        a_real_shop()
        for slug, times in (("iphone-13-pro", 3), ("iphone-13-mini", 2), ("iphone-12", 9)):
            variant = Shelf.objects.get(slug=slug, market="fr").variant_id
            for _ in range(times):
                actions.note_sale(new_id(), "fr", [variant], now() - timedelta(days=1))
        actions.recount(now())
        found = search("fr", "iphone 13")
        assert found.sort is Sort.MATCH
        assert [tile.name for tile in found.tiles[:4]] == [
            "iPhone 13",  # its whole name was said
            "iPhone 13 Pro",
            "iPhone 13 mini",
            "iPhone 13 Pro Max",
        ]
        assert search("fr", "iphone").tiles[0].name == "iPhone 12", "equal text: popularity"

    def test_it_says_how_it_read_the_text(self) -> None:
        a_real_shop()
        read = search("fr", "Ipone 13 128 zzzz").understood
        assert read is not None
        assert read.words == ("iphone", "13", "128 GB")
        assert (read.unknown, read.storages) == (("zzzz",), (128,))
        assert read.mended
        assert read.partial
        whole = search("fr", "iphone 13 128").understood
        assert whole is not None
        assert not whole.mended
        assert not whole.partial
        never_sold = search("fr", "iphone 13 2048").understood
        assert never_sold is not None
        assert never_sold.partial, "no iPhone 13 has 2 TB"

    def test_a_model_number_is_not_mended_into_another(self) -> None:
        a_real_shop()
        assert "Galaxy S21" not in {t.name for t in search("fr", "galaxy s29").tiles[:1]}
        read = search("fr", "galaxy s29").understood
        assert read is not None
        assert read.unknown == ("s29",)

    def test_filters_sorts_and_facets_work_as_in_a_list(self) -> None:
        a_real_shop()
        found = search("fr", "iphone", Filters(storages=(512,)), Sort.PRICE_DESC)
        assert {tile.storage_gb for tile in found.tiles} == {512}
        totals = [tile.total.minor for tile in found.tiles]
        assert totals == sorted(totals, reverse=True)
        assert {value.value for value in found.facets.brand} == {"Apple"}
        assert search("fr", "samsung", category="galaxy-tab").total == sum(
            "galaxy-tab" in shelf.categories for shelf in Shelf.objects.filter(market="fr")
        )

    def test_three_statements_at_most(self) -> None:
        a_real_shop()
        for typed, number in (("ipone 13 128", 3), ("zzzzzz", 1), ("", 0)):
            with CaptureQueriesContext(connection) as captured:
                search("fr", typed)
            assert len(captured) == number
            assert not any("offers_" in query["sql"] for query in captured.captured_queries)


# The first text that is drawn builds a table of Unicode; that is not our slowness.
drawn = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


class TestWords:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("Téléviseur", "televiseur"), ("Kopfhörer", "kopfhorer"), ("Größe", "grosse"),
            ("fēnix", "fenix"), ("S22+", "s22 plus "),
        ],
    )  # fmt: skip
    def test_plain(self, text: str, found: str) -> None:
        assert plain(text) == found

    def test_a_size_is_one_word(self) -> None:
        assert query_words("128 Go") == query_words("128gb") == ("128gb",)
        assert query_words("1 TB") == query_words("1to") == (size_word(1024),)
        assert query_words("Surface Go 2") == ("surface", "go", "2")

    @drawn
    @given(st.text(max_size=400))
    def test_whatever_is_typed_becomes_a_few_plain_words(self, text: str) -> None:
        found = query_words(text)
        assert len(found) <= 8
        assert all(word.isascii() and word.isalnum() and len(word) <= 40 for word in found)

    def test_neighbours_are_one_word_too(self) -> None:
        _, fields = index("PlayStation 5 Pro", "Sony", [{"de": "Spielkonsolen"}])
        assert fields["ps5"] == fields["playstation5"] == fields["5pro"] == "A"
        assert (fields["sony"], fields["spielkonsolen"], fields["konsole"]) == ("B", "C", "C")
        assert "'ps5':1A" in vector(fields)

    @drawn
    @given(st.text(max_size=60), st.text(max_size=60))
    def test_a_vector_never_holds_a_quote(self, name: str, brand: str) -> None:
        _, fields = index(name, brand, [])
        assert all(word.isalnum() and word.isascii() for word in fields)
        assert set(words(name)) <= {*fields} or any(len(word) > 40 for word in words(name))

    @pytest.mark.parametrize(
        ("one", "other", "number"),
        [("ipone", "iphone", 1), ("iphnoe", "iphone", 1), ("macbok", "macbook", 1),
         ("gallaxy", "galaxy", 1), ("samsung", "samsung", 0), ("pixel", "xperia", 5)],
    )  # fmt: skip
    def test_typing_errors(self, one: str, other: str, number: int) -> None:
        assert typos(one, other) == typos(other, one) == number
