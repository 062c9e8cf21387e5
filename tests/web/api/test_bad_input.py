"""Whatever anybody types: an answer or a problem that names the parameter, never a failure."""

from __future__ import annotations

import json
from typing import cast
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import resolve

from tests.web.api.conftest import Reader, Shop

VARIANT = UUID(int=1)
PRODUCTS = "markets/fr/products"
OFFERS = f"markets/fr/variants/{VARIANT}/offers"


def direct(path: str) -> HttpResponse:
    """The API's own answer, without what stands before it."""
    request = RequestFactory().get(f"/api/v1/{path}")
    found = resolve(request.path)
    return cast(HttpResponse, found.func(request, *found.args, **found.kwargs))


@pytest.mark.parametrize(
    ("path", "place", "name"),
    [
        (f"{PRODUCTS}?limit=0", "query", "limit"),
        (f"{PRODUCTS}?limit=-1", "query", "limit"),
        (f"{PRODUCTS}?limit=101", "query", "limit"),
        (f"{PRODUCTS}?limit=1e9", "query", "limit"),
        (f"{PRODUCTS}?limit=", "query", "limit"),
        (f"{PRODUCTS}?limit=ten", "query", "limit"),
        (f"{PRODUCTS}?limit={'9' * 5000}", "query", "limit"),
        (f"{PRODUCTS}?cursor=x", "query", "cursor"),
        (f"{PRODUCTS}?cursor=-1~a", "query", "cursor"),
        (f"{PRODUCTS}?cursor=0~", "query", "cursor"),
        (f"{PRODUCTS}?cursor=0~a%0A", "query", "cursor"),
        (f"{PRODUCTS}?cursor=9999999999999999999~a", "query", "cursor"),
        (f"{PRODUCTS}?cursor=%D9%A1~a", "query", "cursor"),
        (f"{PRODUCTS}?category=a'b", "query", "category"),
        (f"{PRODUCTS}?category={'a' * 61}", "query", "category"),
        (f"{PRODUCTS}?text={'a' * 201}", "query", "text"),
        (f"{PRODUCTS}?categroy=phones", "query", "categroy"),
        ("markets/FR/products", "path", "market"),
        ("markets/france/products", "path", "market"),
        (f"{PRODUCTS}/a%0Ab", "path", "slug"),
        (f"{PRODUCTS}/{'a' * 161}", "path", "slug"),
        (f"{PRODUCTS}/%FF%FE", "path", "slug"),
        ("markets/fr/variants/none/offers", "path", "variant_id"),
        (f"{OFFERS}?cursor=none", "query", "cursor"),
        (f"{OFFERS}?limit=1000", "query", "limit"),
        (f"markets/fr/variants/{VARIANT}/grades/mint/buybox", "path", "grade"),
        (f"markets/fr/variants/{VARIANT}/grades/GOOD/buybox", "path", "grade"),
        (f"ranking/{'1' * 99}", "path", "version"),
    ],
)
def test_what_cannot_be_understood_is_named(
    reader: Reader, path: str, place: str, name: str
) -> None:
    content = reader.refused(path, 422, "bad_input")
    assert [(each["place"], each["name"]) for each in content["errors"]] == [(place, name)]
    assert reader.statements == 0


@pytest.mark.parametrize(
    ("path", "place", "name"),
    [
        (f"{PRODUCTS}?cursor=0~a%00", "query", "cursor"),
        (f"{PRODUCTS}?category=%00", "query", "category"),
        (f"{PRODUCTS}?%00=1", "query", "\x00"),
        ("markets/%00%00/products", "path", "market"),
        (f"{PRODUCTS}/a%00b", "path", "slug"),
        ("markets/fr/variants/%00/offers", "path", "variant_id"),
        ("ranking/%00", "path", "version"),
    ],
)
def test_a_nul_is_not_understood_wherever_it_stands(
    reader: Reader, path: str, place: str, name: str
) -> None:
    """By the API itself; before it, the house may refuse such an address with 400."""
    assert reader.ask(path).status_code in {400, 422}
    content = json.loads(direct(path).content)
    assert (content["status"], content["code"]) == (422, "bad_input")
    assert [(each["place"], each["name"]) for each in content["errors"]] == [(place, name)]


@pytest.mark.parametrize("text", ["%00", "iphone%00", "%00iphone+13"])
def test_a_nul_in_a_text_is_no_word(shop: Shop, text: str) -> None:
    response = direct(f"{PRODUCTS}?text={text}")
    assert response.status_code == 200
    assert bool(json.loads(response.content)["products"]) == ("iphone" in text)


@pytest.mark.parametrize(
    "text", ["%FF", "%ED%A0%80", "%27%3B--", "'!:*|", "%25", "\\", "%E2%80%8B"]
)
def test_a_text_is_understood_or_finds_nothing(reader: Reader, shop: Shop, text: str) -> None:
    assert reader.read(f"{PRODUCTS}?text={text}")["products"] == []
    found = reader.read(f"{PRODUCTS}?text=iphone+{text}")["products"]
    assert "iphone-13" in {product["slug"] for product in found}


def test_a_cursor_may_be_anywhere(reader: Reader, shop: Shop) -> None:
    for cursor, count in (("0~a", 4), ("0~zzz", 0), ("999999~a", 4), ("0~iphone-12", 1)):
        assert len(reader.read(f"{PRODUCTS}?cursor={cursor}")["products"]) == count
    path = f"markets/fr/variants/{shop.variant.id}/offers"
    assert reader.read(f"{path}?cursor={UUID(int=2**128 - 1)}")["offers"] == []


@pytest.mark.parametrize(
    "path", ["markets/%0A", "markets/fr/products/a/b", "a" * 5000, "%FF", "../healthz"]
)
def test_other_addresses_are_unknown(reader: Reader, path: str) -> None:
    reader.refused(path, 404, "unknown_address")


def test_thousands_of_parameters(reader: Reader) -> None:
    query = "&".join(f"p{number}=1" for number in range(2_000))
    reader.refused(f"{PRODUCTS}?{query}", 422, "bad_input")
