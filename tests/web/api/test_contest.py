"""Anyone can recompute who is shown from what the API says, and learns no counts from it."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from reprise.discovery import actions, configuration
from reprise.discovery.models import Decision
from reprise.discovery.states import Criterion
from reprise.offers.models import Offer
from reprise.sellers.models import QualityRate, Seller, ShippingMethod
from reprise.web.api import views
from tests.discovery.shop import (
    a_category,
    a_product,
    a_shop_seller,
    a_stocked_offer,
    a_variant,
    reprice,
)
from tests.moment import now
from tests.web.api.conftest import Reader, Shop


def order(contest: dict[str, Any]) -> list[tuple[int, str]]:
    """(score, offer), the winner first: nothing but the published formula, in plain Python."""
    weights = contest["ranking"]["weights_thousandths"]

    def key(one: dict[str, Any]) -> tuple[int, int, int, str]:
        landed = one["price"]["minor"] + one["shipping"]["minor"]
        factor = 10**9 + sum(weights[name] * rate for name, rate in one["rates_ppm"].items())
        return landed * factor, landed, one["rates_ppm"]["late_delivery"], one["offer_id"]

    return [(key(one)[0], one["offer_id"]) for one in sorted(contest["candidates"], key=key)]


# Faults in fifty orders by criterion.  The first three weigh the same (6 + 5 + 4.5, 7.5 + 5 + 3 and
# 4.5 + 8 + 3 per cent, and what all have), the first is late more often; the last is random.  No
# record at all is the mean.
RECORDS = ((1, 0, 0, 0, 3), (2, 0, 0, 0, 0), (0, 0, 4, 0, 0), None, ())


def random_sellers(chance: random.Random, number: int) -> list[Seller]:
    sellers = []
    for record in [chance.choice(RECORDS) for _ in range(number)]:
        seller = a_shop_seller(shipping=chance.choice((0, 490)))
        faults = [chance.randint(0, 8) for _ in Criterion] if record == () else record or []
        for criterion, count in zip(Criterion, faults, strict=False):
            QualityRate.objects.create(
                seller=seller, criterion=criterion.value, orders=50, faults=count
            )
        sellers.append(seller)
    return sellers


def test_the_winner_follows_from_the_json_alone(reader: Reader) -> None:
    chance = random.Random(20_261_121)
    sellers = random_sellers(chance, 12)
    category = a_category("iphone")
    ties = late = 0
    for number in range(40):
        variant = a_variant(a_product(f"Phone {number}", category))
        # Few prices and few records: equal scores are common.
        for seller in chance.sample(sellers, chance.randint(1, 12)):
            a_stocked_offer(seller, variant, 30_000 + 490 * chance.randint(0, 2))
        actions.refresh(variant.id, "good", now())
        contest = reader.read(f"markets/fr/variants/{variant.id}/grades/good/buybox")
        assert reader.statements == 2
        again = order(contest)
        assert contest["winner"] == again[0][1]
        assert [(int(c["score"]), c["offer_id"]) for c in contest["candidates"]] == again
        assert [c["rank"] for c in contest["candidates"]] == list(range(1, len(again) + 1))
        if len(again) > 1 and again[0][0] == again[1][0]:
            ties += 1
            one, two = contest["candidates"][:2]
            late += one["rates_ppm"]["late_delivery"] != two["rates_ppm"]["late_delivery"]
    assert ties > 5
    assert late > 2


def test_every_number_of_it_is_said(reader: Reader, shop: Shop) -> None:
    path = f"markets/fr/variants/{shop.variant.id}/grades/good/buybox"
    contest = reader.read(path)
    ranking = contest["ranking"]
    assert ranking["weights_thousandths"] == {
        "aesthetic_defect": 3_000, "wrong_product": 2_500, "defective_product": 2_000,
        "wrong_accessories": 1_500, "late_delivery": 1_000,
    }  # fmt: skip
    assert ranking["url"] == f"http://127.0.0.1:8000/api/v1/ranking/{ranking['version']}"
    assert len(contest["candidates"]) == 3
    perfect = next(c for c in contest["candidates"] if c["offer_id"] == str(shop.offers[0].id))
    # 200 x mean / 300: 1.33, 0.53, 2.00, 0.67 and 2.67 per cent, in steps of half a point.
    assert perfect["rates_ppm"] == {
        "aesthetic_defect": 15_000, "wrong_product": 5_000, "defective_product": 20_000,
        "wrong_accessories": 5_000, "late_delivery": 25_000,
    }  # fmt: skip
    decision = Decision.objects.filter(market="fr", variant_id=shop.variant.id, grade="good").get()
    assert contest["since"] == decision.at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", contest["since"])


def test_counts_are_not_said(reader: Reader, shop: Shop) -> None:
    QualityRate.objects.update(orders=1_987_654_321, faults=123_456_789)
    for offer in shop.offers:
        actions.refresh_seller(offer.seller_id, now())
    path = f"markets/fr/variants/{shop.variant.id}/grades/good/buybox"
    text = reader.ask(path).text
    assert "1987654321" not in text
    assert "123456789" not in text
    for forbidden in ("tallies", "orders", "faults", "available", "stock"):
        assert forbidden not in text


def test_it_is_the_contest_of_this_moment(reader: Reader, shop: Shop) -> None:
    path = f"markets/fr/variants/{shop.variant.id}/grades/good/buybox"
    before = reader.read(path)
    reprice(shop.offers[1], 10_000)
    actions.refresh(shop.variant.id, "good", now() + timedelta(minutes=1))
    after = reader.read(path)
    assert before["since"] < after["since"]
    assert before["winner"] != after["winner"] == str(shop.offers[1].id)


def test_nobody_to_show(reader: Reader, shop: Shop) -> None:
    never = reader.read(f"markets/fr/variants/{shop.variant.id}/grades/premium/buybox")
    assert (never["winner"], never["since"], never["candidates"]) == (None, None, [])
    Offer.objects.update(available=0)
    actions.refresh(shop.variant.id, "fair", now())
    gone = reader.read(f"markets/fr/variants/{shop.variant.id}/grades/fair/buybox")
    assert (gone["winner"], gone["candidates"]) == (None, [])
    assert gone["since"] is not None


def test_the_ranking_in_force(reader: Reader, shop: Shop) -> None:
    ranking = reader.read("ranking")
    assert reader.statements == 0
    assert ranking == reader.read(f"ranking/{ranking['version']}")
    contest = reader.read(f"markets/fr/variants/{shop.variant.id}/grades/good/buybox")
    assert {c["criterion"]: c["weight_thousandths"] for c in ranking["criteria"]} == contest[
        "ranking"
    ]["weights_thousandths"]
    assert ranking["tie_break"] == contest["ranking"]["tie_break"]
    assert ranking["criteria"][0] == {
        "criterion": "aesthetic_defect",
        "weight": "3",
        "weight_thousandths": 3_000,
        "mean_percent": "2",
        "mean_ppm": 20_000,
    }
    assert ranking["prior_orders"] == 200
    assert (ranking["rate_step_percent"], ranking["rate_step_ppm"]) == ("0.5", 5_000)
    assert "rounded half up to a multiple of rate_step_ppm" in ranking["rate_formula"]
    assert ranking["sorts"] == ["popular", "price_asc", "price_desc"]
    assert ranking["top_seller"] == {
        "share_percent": "10", "minimum_orders": 5, "window_days": 30
    }  # fmt: skip
    assert ranking["paid_placement"] is False
    assert ranking["since"] == "2026-11-27"


def test_a_contest_says_under_which_version_it_was_held(
    reader: Reader, shop: Shop, monkeypatch: Any
) -> None:
    old = configuration.CONFIGURATIONS[0]
    new = replace(old, version="2026-12", weights=(9_000, 8_000, 7_000, 6_000, 5_000))
    for module in (configuration, views):
        monkeypatch.setattr(module, "CONFIGURATIONS", (new, old))
    path = f"markets/fr/variants/{shop.variant.id}/grades/good/buybox"
    contest = reader.read(path)
    assert contest["ranking"]["version"] == old.version
    assert contest["ranking"]["weights_thousandths"]["aesthetic_defect"] == 3_000
    assert (int(contest["candidates"][0]["score"]), contest["winner"]) == order(contest)[0]
    ranking = reader.read("ranking")
    assert (ranking["version"], ranking["versions"]) == ("2026-12", ["2026-12", "2026-11"])
    assert reader.read("ranking/2026-11")["criteria"][0]["weight"] == "3"
    actions.rebuild(now())
    contest = reader.read(path)
    assert contest["ranking"]["version"] == "2026-12"
    assert (int(contest["candidates"][0]["score"]), contest["winner"]) == order(contest)[0]


@pytest.mark.parametrize("kind", ["point", "home"])
def test_shipping_is_the_cheapest_to_the_door_in_both_answers(
    reader: Reader, shop: Shop, kind: str
) -> None:
    offer = shop.offers[0]
    ShippingMethod.objects.create(
        seller=offer.seller, market="fr", code="second", carrier="sandbox", kind=kind,
        price_minor=190, currency="EUR", days_min=1, days_max=2,
    )  # fmt: skip
    actions.refresh_seller(offer.seller_id, now())
    path = f"markets/fr/variants/{shop.variant.id}"
    listed = reader.read(f"{path}/offers")["offers"][0]["shipping"]["minor"]
    contest = reader.read(f"{path}/grades/good/buybox")
    (weighed,) = (
        c["shipping"]["minor"] for c in contest["candidates"] if c["offer_id"] == str(offer.id)
    )
    assert listed == weighed == (190 if kind == "home" else 490)
