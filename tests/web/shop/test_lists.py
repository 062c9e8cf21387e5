"""Lists and search: ordered as said, narrowed by a plain form, addresses that can be shared."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reprise.catalog.models import Category, Product, Variant
from reprise.discovery import actions as discovery
from reprise.kernel.ids import new_id
from reprise.web import limit
from reprise.web.shop.lists import Address, shown
from reprise.web.shop.views import home
from tests.cast import OfferCase, a_variant, an_offer
from tests.moment import now
from tests.web.shop.conftest import on_the_shelf, plain, shelve

pytestmark = pytest.mark.django_db
LIST = "/fr-fr/categories/smartphones/"


def page(client: Client, path: str = LIST, **asked: Any) -> str:
    answer = client.get(f"{path}?{urlencode(asked, doseq=True)}" if asked else path)
    assert answer.status_code == 200, path
    return plain(answer.content.decode())


def names(html: str) -> list[str]:
    return re.findall(r'<li class="tile">.*?<h3><a [^>]*>([^<]*)</a>', html, re.DOTALL)


def links(html: str, inside: str) -> list[tuple[str, str]]:
    """(address, text) of the links in the element with that class."""
    part = html.split(f'class="{inside}"')[1].split("</ul>")[0]
    found = re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', part)
    return [(href.replace("&amp;", "&"), re.sub(r"<[^>]*>", "", text)) for href, text in found]


def three() -> dict[str, OfferCase]:
    made = {
        name: an_offer(variant=a_variant(name, storage=storage), price=price, shipping=490)
        for name, storage, price in (
            ("Alpha", 64, 30000),
            ("Beta", 128, 20000),
            ("Gamma", 256, 10000),
        )
    }
    shelve()
    return made


def sell(case: OfferCase, times: int) -> None:
    for _ in range(times):
        discovery.note_sale(new_id(), "fr", [case.offer.variant_id], now() - timedelta(days=1))
    discovery.recount(now())


class TestOrder:
    def test_without_orders_the_sentence_says_what_comes_first(self, client: Client) -> None:
        three()
        for path in (LIST, "/fr-fr/"):
            html = page(client, path)
            # An order counts when its sale is final and the night has counted it: until then
            # nobody may say that nothing was ordered.
            assert "Aucune vente définitive de ces 30 derniers jours n’a encore été comptée" in html
            assert "Rien n’a été commandé" not in html
            assert "Personne ne peut payer pour une place." in html
            assert "/fr-fr/how-we-rank/" in html

    def test_orders_of_thirty_days_come_first_and_earn_the_label(self, client: Client) -> None:
        made = three()
        sell(made["Beta"], 5)
        sell(made["Gamma"], 1)
        for path in (LIST, "/fr-fr/"):
            html = page(client, path)
            assert names(html) == ["Beta", "Gamma", "Alpha"]
            assert "Classés par nombre de commandes des 30 derniers jours" in html
            assert html.count('class="top"') == 1
            assert "parmi les premiers 10 % de sa gamme" in html
        assert "Les plus commandés" in page(client, "/fr-fr/")

    def test_a_price_sorts_with_its_delivery(self, client: Client) -> None:
        three()
        assert names(page(client, sort="price_asc")) == ["Gamma", "Beta", "Alpha"]
        assert names(page(client, sort="price_desc")) == ["Alpha", "Beta", "Gamma"]
        assert "Classés par prix livré, du plus bas" in page(client, sort="price_asc")

    def test_the_control_stands_beside_the_results(self, client: Client) -> None:
        three()
        html = page(client, sort="price_asc", storage=[64, 128])
        results = html.split('class="results"')[1]
        assert [href.partition("?")[2] for href, _ in links(results, "opts")] == [
            "storage=64&storage=128",
            "storage=64&storage=128&sort=price_asc",
            "storage=64&storage=128&sort=price_desc",
        ]
        assert html.count('aria-current="true"') == 2  # this sort, this language

    def test_a_sort_that_does_not_exist_is_ignored(self, client: Client) -> None:
        three()
        for sort in ("match", "paid", ""):
            assert len(names(page(client, sort=sort))) == 3


def test_a_tile_shows_the_price_with_delivery_and_says_so(client: Client) -> None:
    on_the_shelf(price=31200, shipping=490)
    html = page(client)
    assert "316,90 €" in html
    assert "livraison comprise" in html
    assert "Des frais de service de 3,99 € s’ajoutent une fois par commande." in html


class TestFilters:
    def test_a_form_without_script(self, client: Client) -> None:
        three()
        html = page(client, storage=128, sort="price_asc")
        form = html.split('class="filters"')[1].split("</form>")[0]
        assert f'<form action="{LIST}">' in form
        assert form.count("<button") == 1
        assert '<input type="hidden" name="sort" value="price_asc">' in form
        assert re.findall(r'name="storage" value="(\d+)"( checked)?', form) == [
            ("64", ""),
            ("128", " checked"),
            ("256", ""),
        ]
        assert names(html) == ["Beta"]

    def test_counts_stand_beside_the_words(self, client: Client) -> None:
        three()
        an_offer(variant=a_variant("Delta", storage=64), price=5000)
        shelve()
        html = page(client)
        assert re.search(r'value="64"><span>64 Go</span> <small>2</small>', html)
        assert '<fieldset class="facet prices">' in html

    def test_a_colour_has_its_swatch(self, client: Client) -> None:
        three()
        red = a_variant("Red")
        Variant.objects.filter(id=red.id).update(colour_hex="#c0202a")
        an_offer(variant=red)
        shelve()
        html = page(client)
        assert re.search(r'value="red"><svg class="swatch".*?fill="#b3262f".*?<span>Rouge', html)
        assert names(page(client, colour="red")) == ["Red"]

    def test_each_choice_can_be_taken_back(self, client: Client) -> None:
        three()
        html = page(client, storage=[64, 128], grade="good", price_max=400)
        chosen = {text: href for href, text in links(html, "chosen")}
        keys = ["64 Go", "128 Go", "Bon", "jusqu’à 400 €"]
        assert [key for key in chosen if key] == [
            *(f"Retirer le filtre {key} ×" for key in keys),
            "Retirer tous les filtres",
        ]
        less = chosen["Retirer le filtre 64 Go ×"]
        assert less == f"{LIST}?storage=128&grade=good&price_max=400"
        assert names(page(client, less)) == ["Beta"]
        assert chosen["Retirer tous les filtres"] == LIST

    def test_prices_are_totals(self, client: Client) -> None:
        three()
        assert names(page(client, price_min="204,90", price_max=205)) == ["Beta"]
        html = page(client, price_min="204,90")
        assert 'name="price_min" value="204.90"' in html

    def test_what_finds_nothing_can_still_be_taken_back(self, client: Client) -> None:
        three()
        html = page(client, brand="Nobody", price_max=1)
        assert "Aucun appareil ne répond à tous ces filtres" in html
        assert 'value="Nobody" checked' in html
        assert len(links(html, "chosen")) == 3

    @pytest.mark.parametrize(
        "asked",
        [
            {"storage": "x", "colour": "mauve", "grade": "new", "price_min": "1e99", "page": "-1"},
            {"brand": '"><script>', "line": "\x01", "model": "a" * 500, "storage": 999999},
            {"sort": ["x"], "brand": [str(n) for n in range(99)]},
        ],
    )
    def test_what_anybody_can_type_is_no_error(self, client: Client, asked: Any) -> None:
        three()
        assert "<script>" not in page(client, **asked)


class TestAddresses:
    def test_a_narrowed_list_is_not_for_search_engines(self, client: Client) -> None:
        three()
        whole = page(client)
        canonical = f'<link rel="canonical" href="http://127.0.0.1:8000{LIST}">'
        assert "noindex" not in whole
        assert canonical.split("8000")[1] in whole
        narrowed = page(client, storage=64)
        assert '<meta name="robots" content="noindex">' in narrowed
        assert canonical.split("8000")[1] in narrowed
        assert canonical.split("8000")[1] in page(client, sort="price_asc")

    def test_pages_have_links_and_their_own_address(self, client: Client) -> None:
        for number in range(25):
            an_offer(variant=a_variant(f"Model {number:02}"))
        shelve()
        one, two = page(client), page(client, page=2)
        assert len(names(one)) == 24
        assert len(names(two)) == 1
        assert not set(names(one)) & set(names(two))
        assert f'href="{LIST}?page=2" rel="next"' in one
        assert f'href="{LIST}" rel="prev"' in two
        assert f'{LIST}?page=2">' in two.split('rel="canonical"')[1][:200]
        assert client.get(f"{LIST}?page=3").status_code == 404
        assert len(names(page(client, page="x"))) == 24

    def test_long_lists_leave_numbers_out(self) -> None:
        from reprise.discovery.queries import Filters, listing
        from reprise.discovery.states import Sort
        from reprise.web.place import place

        at = place("fr-fr")
        found = listing("fr")
        long = type(found)((), found.facets, 240, 5, 10, Sort.POPULAR)
        address = Address("/x/", Filters(), Sort.POPULAR, Sort.POPULAR, "EUR")
        steps = shown(long, address, at).pages
        assert [step and step.text for step in steps] == ["1", None, "4", "5", "6", None, "10"]

    def test_a_sub_category_lists_its_own(self, client: Client) -> None:
        three()
        parent = Category.objects.get(slug="smartphones")
        below = Category.objects.create(slug="iphone", parent=parent, names={"fr": "iPhone"})
        Product.objects.filter(name="Beta").update(category=below)
        shelve()
        assert names(page(client, "/fr-fr/categories/iphone/")) == ["Beta"]
        html = page(client)
        assert len(names(html)) == 3
        assert 'href="/fr-fr/categories/iphone/">iPhone</a>' in html
        assert names(page(client, line="iphone")) == ["Beta"]


class TestSearch:
    def test_nothing_of_another_market(self, client: Client) -> None:
        on_the_shelf(market="de")
        assert not names(page(client, "/fr-fr/search/", q="iphone"))
        assert names(page(client, "/de-de/search/", q="iphone")) == ["iPhone 13"]

    def test_typing_errors_are_mended_and_told(self, client: Client) -> None:
        on_the_shelf()
        html = page(client, "/fr-fr/search/", q="ipohne 13")
        assert names(html) == ["iPhone 13"]
        assert "Résultats pour « iphone 13 »" in html
        assert "Vous avez saisi « ipohne 13 »" in html
        assert 'value="ipohne 13"' in html

    def test_words_that_mean_nothing_are_named(self, client: Client) -> None:
        on_the_shelf()
        html = page(client, "/fr-fr/search/", q="iphone bazooka")
        assert names(html) == ["iPhone 13"]
        assert "Rien ici ne s’appelle « bazooka » : ce mot" in html

    def test_no_result_says_what_to_do(self, client: Client) -> None:
        html = page(client, "/fr-fr/search/", q="zzz")
        assert "Essayez avec moins de mots" in html
        assert 'class="filters"' not in html

    def test_it_sorts_and_filters_like_a_list(self, client: Client) -> None:
        three()
        html = page(client, "/fr-fr/search/", q="apple", storage=64)
        assert names(html) == ["Alpha"]
        assert "Classés selon la correspondance avec vos mots" in html
        assert '<input type="hidden" name="q" value="apple">' in html
        assert [text for _, text in links(html.split('class="results"')[1], "opts")] == [
            "Plus pertinents",
            "Les plus commandés",
            "Prix croissant",
            "Prix décroissant",
        ]
        assert names(page(client, "/fr-fr/search/", q="apple", sort="price_asc")) == [
            "Gamma",
            "Beta",
            "Alpha",
        ]
        assert "noindex" in html


class TestCost:
    def test_few_statements_whatever_is_asked(
        self, client: Client, django_assert_max_num_queries: Any
    ) -> None:
        made = three()
        sell(made["Beta"], 5)
        for most, path in (
            # the store is asked, the list made, the page kept; then it is one statement
            (1 + 2 + 1 + 1, "/fr-fr/"),
            (1, "/fr-fr/"),
            (1 + 2 + 1 + 1, LIST),
            (1, LIST),
            (3, f"{LIST}?storage=64&colour=black&price_max=900&sort=price_desc"),
            (3, "/fr-fr/search/?q=ipohne+13+64+bazooka"),
            (0, "/fr-fr/search/"),
            (0, "/fr-fr/how-we-rank/"),
        ):
            with django_assert_max_num_queries(most):
                answer = client.get(path)
            assert answer.status_code == 200
            assert not answer.cookies


def test_who_searches_without_end_is_told_when_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    few = limit.Limit("search", 3)
    monkeypatch.setattr(home, "SEARCH", few)
    client = Client()
    asked = [client.get("/en-fr/search/?q=phone", REMOTE_ADDR="192.0.2.1") for _ in range(4)]
    assert [answer.status_code for answer in asked] == [200, 200, 200, 429]
    assert asked[-1]["Retry-After"] == "20"
    assert "no-store" in asked[-1]["Cache-Control"]
    html = asked[-1].content.decode()
    assert "Too many searches" in html
    assert "try again in 20 s" in " ".join(html.split())
    assert client.get("/en-fr/search/", REMOTE_ADDR="192.0.2.1").status_code == 200, "no search"
    assert client.get("/en-fr/", REMOTE_ADDR="192.0.2.1").status_code == 200
    assert client.get("/en-fr/search/?q=phone", REMOTE_ADDR="192.0.2.2").status_code == 200


def test_a_search_that_is_refused_asks_nothing_of_the_database(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(home, "SEARCH", limit.Limit("search", 1))
    client = Client()
    client.get("/en-fr/search/?q=phone")
    with CaptureQueriesContext(connection) as statements:
        assert client.get("/en-fr/search/?q=phone").status_code == 429
    assert len(statements) == 0
