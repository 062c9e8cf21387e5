"""How much a first visit loads, counted as it goes over the wire.

Counted: the page, both sheets, the font and the icon, and every drawing that is not lazy; a
drawing used twice is loaded once.  Lazy drawings are loaded when they come near the window; they
are counted apart, and with all of them a page stays below the same limit.
"""

from __future__ import annotations

import re

import pytest
from django.test import Client

from reprise.catalog.drawings import FORMS
from reprise.catalog.models import Product, Variant
from tests.cast import a_variant, an_offer
from tests.web.shop.conftest import shelve

pytestmark = pytest.mark.django_db
LIMIT = 60_000


def sent(client: Client, path: str) -> bytes:
    answer = client.get(path, headers={"accept-encoding": "gzip"})
    assert answer.status_code == 200, path
    return bytes(answer.content)


def first_load(client: Client, path: str) -> tuple[int, int]:
    """(bytes of a first visit, bytes of its lazy drawings)."""
    html = client.get(path).content.decode()
    heads = set(re.findall(r'<link rel="(?:stylesheet|preload|icon)"[^>]*? href="([^"]+)"', html))
    assert len(heads) == 4
    drawings = re.findall(r'<img src="([^"]+)"[^>]*?( loading="lazy")?>', html)
    eager = {address for address, lazy in drawings if not lazy}
    lazy = {address for address, lazy in drawings} - eager
    assert eager
    weight = len(sent(client, path)) + sum(len(sent(client, each)) for each in heads | eager)
    return weight, sum(len(sent(client, each)) for each in lazy)


def full_shelves() -> Variant:
    """More models than a page shows, each in a drawing of its own, with rivals for one."""
    for number, form in enumerate(sorted(FORMS)[:26]):
        variant = a_variant(f"Model {number}", storage=2 ** (number % 5 + 5))
        Product.objects.filter(id=variant.product_id).update(form=form, brand=f"Maker {number}")
        Variant.objects.filter(id=variant.id).update(colour_hex=f"#{number * 600000 + 4096:06x}")
        an_offer(variant=variant, price=30000 + number)
    for price in range(31000, 31008):
        an_offer(variant=variant, price=price)
    shelve()
    return variant


def test_a_first_visit_is_light(client: Client) -> None:
    variant = full_shelves()
    product = f"/fr-fr/products/{variant.product.slug}/"
    for path in ("/fr-fr/", "/fr-fr/categories/smartphones/", "/fr-fr/search/?q=maker", product):
        eager, lazy = first_load(client, path)
        assert eager < LIMIT, f"{path}: {eager}"
        assert eager + lazy < LIMIT, f"{path}: {eager} + {lazy} lazy"
