"""Public pages come from the store, and from nowhere else when they have changed."""

from __future__ import annotations

import gzip
import re

import pytest
from django.test import Client

from reprise.discovery.actions import rebuild
from reprise.discovery.models import Page
from reprise.offers import actions as offers
from tests.cast import an_offer
from tests.moment import now
from tests.work import drain

pytestmark = pytest.mark.django_db


def test_a_page_is_kept_and_served_to_the_next_visitor() -> None:
    case = an_offer(stock=2, price=31200)
    rebuild(now())
    path = f"/fr-fr/products/{case.offer.variant.product.slug}/"
    first = Client().get(path)
    assert Page.objects.filter(path=path).exists()
    second = Client().get(path)
    assert first.content == second.content
    assert "312,00" in second.content.decode()
    assert not second.cookies
    packed = Client().get(path, headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(packed.content) == first.content
    again = Client().get(path, headers={"If-None-Match": second.headers["ETag"]})
    assert again.status_code == 304


def test_a_page_that_was_asked_for_by_head_is_the_same_for_whoever_gets_it() -> None:
    case = an_offer(stock=2)
    rebuild(now())
    path = f"/fr-fr/categories/{case.offer.variant.product.category.slug}/?sort=price_asc"
    made = Client().get(path).content
    Page.objects.all().delete()
    Client().head(path)
    assert Page.objects.filter(path=path).exists()
    assert Client().get(path).content == made


def test_a_price_change_is_on_the_page_as_soon_as_the_worker_has_heard() -> None:
    case = an_offer(stock=2, price=31200)
    rebuild(now())
    drain()
    product = case.offer.variant.product
    page = f"/fr-fr/products/{product.slug}/"
    shelf = f"/fr-fr/categories/{product.category.slug}/"
    for path in (page, shelf):
        assert re.search(r"\b312\b", Client().get(path).content.decode())
    offers.set_price(case.seller.id, case.id, "fr", 29900, now())
    drain()
    for path in (page, shelf):
        text = Client().get(path).content.decode()
        assert re.search(r"\b299\b", text)
        assert not re.search(r"\b312\b", text)


@pytest.mark.parametrize(
    "query",
    [
        "?x=1", "?grade=good&grade=fair", "?grade=good&page=1&", "?sort=a%20b", "?page=1&grade=x",
        "?grade=", "?grade=mint", "?grade=GOOD", "?grade=good%20", "?page=1", "?page=01",
        "?page=-2", "?page=1000000", "?page=%D9%A2", "?sort=", "?sort=popular", "?sort=match",
        "?sort=price",
    ],
)  # fmt: skip
def test_an_invented_address_is_not_kept(query: str) -> None:
    """Or anybody could fill the store, a row an invention."""
    case = an_offer(stock=2)
    rebuild(now())
    product = case.offer.variant.product
    for path in ("", f"products/{product.slug}/", f"categories/{product.category.slug}/"):
        Client().get(f"/fr-fr/{path}{query}")
    assert not Page.objects.exists()


def test_what_the_shop_itself_links_to_is_kept() -> None:
    case = an_offer(stock=2)
    seller = case.seller
    for _ in range(24):
        an_offer(seller=seller)
    rebuild(now())
    product = case.offer.variant.product
    shelf = f"/fr-fr/categories/{product.category.slug}/"
    wanted = {
        "/fr-fr/",
        shelf,
        f"{shelf}?page=2",
        f"{shelf}?sort=price_asc",
        f"{shelf}?page=2&sort=price_desc",
        f"/fr-fr/products/{product.slug}/?grade=fair",
    }
    for path in sorted(wanted):
        assert Client().get(path).status_code == 200
    assert set(Page.objects.values_list("path", flat=True)) == wanted
    dearest = Client().get(f"{shelf}?sort=price_desc").content.decode()
    assert f'href="{shelf}?page=2&amp;sort=price_desc"' in dearest


def test_no_kind_of_page_is_kept_under_what_only_another_kind_knows() -> None:
    case = an_offer(stock=2)
    rebuild(now())
    product = case.offer.variant.product
    for path in (
        "/fr-fr/?page=2",
        "/fr-fr/?grade=good",
        f"/fr-fr/categories/{product.category.slug}/?grade=good",
        f"/fr-fr/products/{product.slug}/?page=2",
        f"/fr-fr/products/{product.slug}/?sort=price_asc",
    ):
        Client().get(path)
    assert not Page.objects.exists()
