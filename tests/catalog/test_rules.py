"""Which number a device bears."""

from __future__ import annotations

from typing import Any

import pytest

from reprise.catalog.models import Category, Product, Variant
from reprise.catalog.queries import with_imei
from reprise.catalog.rules import has_imei
from tests.cast import a_variant


@pytest.mark.parametrize(
    ("attributes", "categories", "bears"),
    [
        ({}, ("iphone", "smartphones"), True),
        ({"sim": "esim"}, ("handheld-pc", "consoles"), True),
        ({"connectivity": "wifi+cellular"}, ("ipad", "tablets"), True),
        ({"connectivity": "wifi+cellular", "case_mm": 44}, ("apple-watch", "watches"), True),
        ({"connectivity": "wifi"}, ("ipad", "tablets"), False),
        ({"connectivity": "wifi"}, ("apple-watch", "watches"), False),
        ({}, ("airpods", "audio"), False),
        ({"processor": "M2"}, ("macbook", "laptops"), False),
    ],
)
def test_what_speaks_to_a_mobile_network_bears_an_imei(
    attributes: dict[str, Any], categories: tuple[str, ...], bears: bool
) -> None:
    assert has_imei(attributes, categories) is bears


@pytest.mark.django_db
def test_a_phone_is_one_in_a_category_below_the_department_too(
    django_assert_num_queries: Any,
) -> None:
    phone = a_variant()
    below = Category.objects.create(slug="iphone", parent=phone.product.category, names={})
    Product.objects.filter(id=phone.product_id).update(category=below)
    earphones = Variant.objects.create(
        slug="airpods-white",
        product=Product.objects.create(
            category=Category.objects.create(slug="audio", names={}), slug="airpods",
            name="AirPods", brand="Apple", form="earbuds",
        ),
    )  # fmt: skip
    with django_assert_num_queries(1):
        assert with_imei([phone.id, earphones.id]) == {phone.id}
