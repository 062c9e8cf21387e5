from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reprise.catalog.models import Variant
from reprise.discovery import actions
from reprise.offers.models import Offer
from tests.discovery.shop import a_category, a_product, a_shop_seller, a_stocked_offer, a_variant
from tests.moment import now

BUDGET = 3


@dataclass(frozen=True)
class Shop:
    """iPhone 13 in two variants, the first offered by three sellers and by one in another grade."""

    variant: Variant
    other: Variant
    offers: list[Offer]


@pytest.fixture
def shop(db: None) -> Shop:
    phones = a_category("smartphones", fr="Smartphones", en="Smartphones")
    product = a_product("iPhone 13", a_category("iphone", phones), released="2021-09")
    variant, other = a_variant(product), a_variant(product, 256)
    offers = [
        a_stocked_offer(a_shop_seller(shipping=shipping, faults=faults), variant, price)
        for price, shipping, faults in ((31_200, 490, 0), (29_900, 0, 12), (30_500, 0, None))
    ]
    offers.append(a_stocked_offer(a_shop_seller(), variant, 27_000, grade="fair"))
    Offer.objects.filter(id=offers[0].id).update(battery_min=85, accessories=["cable"])
    for number in range(3):
        another = a_variant(a_product(f"Galaxy S2{number}", a_category("galaxy", phones)))
        a_stocked_offer(a_shop_seller(), another, 20_000 + number)
    actions.rebuild(now())
    return Shop(variant, other, offers)


class Reader:
    """A client that asserts the budget of SQL statements on every request."""

    def __init__(self) -> None:
        self.client = Client()
        self.statements = 0

    def ask(self, path: str, method: str = "get", **how: Any) -> Any:
        whole = path if path.startswith("/") else f"/api/v1/{path}"
        with CaptureQueriesContext(connection) as statements:
            response = getattr(self.client, method)(whole, **how)
        self.statements = len(statements)
        assert self.statements <= BUDGET, [each["sql"] for each in statements]
        return response

    def read(self, path: str) -> Any:
        response = self.ask(path)
        assert response.status_code == 200, response.content
        assert response["Content-Type"].startswith("application/json")
        return response.json()

    def refused(self, path: str, status: int, code: str, **how: Any) -> Any:
        response = self.ask(path, **how)
        content = response.json()
        assert (response.status_code, content["code"]) == (status, code)
        assert response["Content-Type"] == "application/problem+json"
        assert response["Cache-Control"] == "no-store"
        assert response["Access-Control-Allow-Origin"] == "*"
        assert content["status"] == status
        assert set(content) == {"type", "title", "status", "code", "detail", "errors"}
        return content


@pytest.fixture
def reader(db: None) -> Reader:
    return Reader()
