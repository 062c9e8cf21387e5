"""A tile that was rendered before is shown again exactly when it would say the same."""

from __future__ import annotations

import json

import pytest

from reprise.discovery.views import Tile
from reprise.kernel.money import Money
from reprise.web.place import place
from reprise.web.shop.tiles import AT_ONCE, tiles

TILE = Tile(
    slug="iphone-13",
    name="iPhone 13",
    brand="Apple",
    category="iphone",
    form="iphone-13",
    variant_slug="iphone-13-128-midnight",
    storage_gb=128,
    colour_hex="#232a31",
    colour_json=json.dumps({"en": "Midnight", "fr": "Minuit", "de": "Mitternacht"}),
    grade="good",
    price_minor=31200,
    shipping_minor=490,
    orders_30d=0,
    top_seller=False,
    currency="EUR",
)
HERE = place("fr-fr")
FEE = Money(399, "EUR")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"price_minor": 31300}, "317,90"),
        ({"shipping_minor": 590}, "317,90"),
        ({"grade": "premium"}, "?grade=premium"),
        ({"top_seller": True}, "Top vente"),
        ({"name": "iPhone 13 <mini>"}, "iPhone 13 &lt;mini&gt;"),
        ({"variant_slug": "iphone-13-128-blue"}, "/iphone-13-128-blue/"),
        ({"slug": "iphone-13b"}, "/iphone-13b/"),
        ({"storage_gb": 256}, "256"),
        ({"colour_hex": "#b7c9d8"}, "b7c9d8.svg"),
        ({"colour_json": '{"fr": "Bleu"}'}, "Bleu"),
        ({"form": "iphone-14"}, "/iphone-14-"),
    ],
)
def test_what_changes_is_shown_changed(change: dict[str, object], says: str) -> None:
    before = str(tiles([TILE], HERE, FEE))
    after = str(tiles([TILE._replace(**change)], HERE, FEE))  # type: ignore[arg-type]
    assert says not in before
    assert says in after
    assert str(tiles([TILE], HERE, FEE)) == before


def test_each_place_has_its_language_and_its_addresses() -> None:
    for locale, word in (("fr-fr", "Minuit"), ("fr-be", "Minuit"), ("de-de", "Mitternacht")):
        html = str(tiles([TILE], place(locale), FEE))
        assert word in html
        assert f'href="/{locale}/products/' in html


def test_only_the_first_row_is_drawn_at_once() -> None:
    html = str(tiles([TILE] * (AT_ONCE + 2), HERE, FEE))
    assert html.count("<li") == AT_ONCE + 2
    assert html.count('loading="lazy"') == 2


def test_the_fee_of_an_order_stands_beside_each_price() -> None:
    """It cannot be avoided, so no price is told without it (S6)."""
    assert "livraison comprise, + 3,99\xa0€ de frais de service par commande" in str(
        tiles([TILE], HERE, FEE)
    )
    assert "frais de service" not in str(tiles([TILE], HERE, Money(0, "EUR")))
