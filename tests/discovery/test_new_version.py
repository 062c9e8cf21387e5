"""A new configuration ranks from the day on which it comes into force; the old one is kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from reprise.catalog.models import Variant
from reprise.discovery import actions, queries
from reprise.discovery.actions import projections as made
from reprise.discovery.models import BuyBox, Decision, Page, Shelf
from reprise.discovery.stored_pages import product_subject
from reprise.discovery.tasks import rank_anew as every_minute
from reprise.offers.models import Offer
from reprise.outbox.models import Event
from tests.cast import a_seller
from tests.discovery.shop import (
    a_category,
    a_product,
    a_shop_seller,
    a_stocked_offer,
    a_variant,
    projections,
    shown,
)
from tests.work import drain

pytestmark = pytest.mark.django_db
# The last second of 2026-01 and the first instant of 2026-11.
EVE = datetime(2026, 11, 26, 23, 59, 59, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 27, tzinfo=UTC)


def a_close_contest(name: str = "iPhone 13") -> tuple[Variant, Offer, Offer]:
    """One seller with three faults of each kind in a hundred orders at 304.90 with shipping, and
    one without orders at 320.00.

    By 2026-01 the rates of the first are (3 + 50 x mean) / 150, its factor is 1.265001 and its
    score 385.70; by the means the second has 1.195 and 382.40.  By 2026-11 the first has 2.5, 1.5,
    3.0, 1.5 and 3.5 per cent, 1.23 and 375.03; the second 1.20 and 384.00.
    """
    variant = a_variant(a_product(name, a_category("iphone")))
    known = a_stocked_offer(a_shop_seller(shipping=490, faults=3), variant, 30_000)
    fresh = a_stocked_offer(a_shop_seller(), variant, 32_000)
    actions.refresh(variant.id, "good", EVE)
    return variant, known, fresh


def test_it_ranks_from_its_first_day() -> None:
    variant, known, fresh = a_close_contest()
    assert shown()[variant.id, "good"] == (fresh.id, 32_000)
    assert actions.rank_anew(EVE) == 0
    assert shown()[variant.id, "good"] == (fresh.id, 32_000)
    assert actions.rank_anew(MIDNIGHT) == 1
    assert shown()[variant.id, "good"] == (known.id, 30_000)
    box = BuyBox.objects.get()
    assert (box.config_version, box.score) == ("2026-11", 30_490 * 1_230_000_000)
    assert Shelf.objects.get().price_minor == 30_000
    first, second = Decision.objects.order_by("id")
    assert (first.config_version, second.config_version) == ("2026-01", "2026-11")
    assert (second.at, second.result["winner"]) == (MIDNIGHT, str(known.id))
    kept = projections()
    assert actions.rebuild(MIDNIGHT) == 0
    assert projections() == kept


def test_a_decision_of_the_version_before_replays_to_the_last_digit() -> None:
    """Written by hand as 2026-01 wrote it."""
    _, known, fresh = a_close_contest()
    before = Decision.objects.get()
    assert before.inputs[1]["tallies"] == [[100, 3]] * 5
    assert before.inputs[1]["rates"] == [26_667, 22_667, 30_000, 23_333, 33_333]
    assert before.inputs[0]["rates"] == [20_000, 8_000, 30_000, 10_000, 40_000]
    assert before.result == {
        "winner": str(fresh.id),
        "scores": [32_000 * 1_195_000_000, 30_490 * 1_265_001_000],
    }
    actions.rank_anew(MIDNIGHT)
    for decision, winner in zip(Decision.objects.order_by("id"), (fresh.id, known.id), strict=True):
        again = queries.replay(decision)
        assert (again.same, again.winner) == (True, winner)
    before.config_version = "2026-11"
    assert not queries.replay(before).same


def test_what_was_decided_by_the_version_in_force_is_left_alone() -> None:
    a_close_contest()
    actions.rank_anew(MIDNIGHT)
    decisions, events = Decision.objects.count(), Event.objects.count()
    assert actions.rank_anew(MIDNIGHT + timedelta(minutes=1)) == 0
    assert (Decision.objects.count(), Event.objects.count()) == (decisions, events)


def test_killed_halfway_it_goes_on_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        a_close_contest(f"iPhone {number}")
    monkeypatch.setattr(made, "BATCH", 1)
    straight, calls = made.arrange, []

    def dies(products: Any) -> None:
        calls.append(products)
        if len(calls) == 3:
            raise KeyboardInterrupt
        straight(products)

    monkeypatch.setattr(made, "arrange", dies)
    with pytest.raises(KeyboardInterrupt):
        actions.rank_anew(MIDNIGHT)
    versions = sorted(BuyBox.objects.values_list("config_version", flat=True))
    assert versions == ["2026-01", "2026-01", "2026-11", "2026-11"]
    assert actions.rank_anew(MIDNIGHT) == 2
    assert set(BuyBox.objects.values_list("config_version", flat=True)) == {"2026-11"}
    assert Decision.objects.filter(config_version="2026-11").count() == 4


def test_what_cannot_be_bought_any_more_goes() -> None:
    a_close_contest()
    Offer.objects.update(available=0)
    assert actions.rank_anew(MIDNIGHT) == 1
    assert not BuyBox.objects.exists()
    assert not Shelf.objects.exists()


def test_every_minute_looks_into_an_index_only() -> None:
    from procrastinate.contrib.django import app

    crons = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}
    assert crons[every_minute.name] == "* * * * *"
    assert every_minute.lock == every_minute.queueing_lock != ""
    with connection.cursor() as cursor:
        # Of an empty table any index will do, read from end to end; a bitmap needs one that fits.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_indexscan = off")
        cursor.execute(f"EXPLAIN {made._OUTDATED}", {"version": "2026-11"})
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "discovery_buybox_version" in plan
    assert "Seq Scan" not in plan


def test_the_pages_that_were_stored_go_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The product's page names the new winner and its rounded rates."""
    from reprise.kernel import clock

    variant = a_variant(a_product("iPhone 13", a_category("iphone")))
    known, fresh = a_seller("Known"), a_seller("Fresh")
    for seller, price, shipping in ((known, 30_000, 490), (fresh, 32_000, 0)):
        seller.shipping_methods.create(
            market="fr", code="home", carrier="sandbox", kind="home", price_minor=shipping,
            currency="EUR", days_min=1, days_max=2,
        )  # fmt: skip
        a_stocked_offer(seller, variant, price)
    for criterion in queries.contests.CRITERIA:
        known.rates.create(criterion=criterion.value, orders=100, faults=3)
    actions.refresh(variant.id, "good", EVE)
    drain()
    path = "/en-fr/products/iphone-13/"
    monkeypatch.setattr(clock, "now", lambda: EVE)
    page = Client().get(path).content.decode()
    assert "Fresh <small>shown first" in page
    assert "0,0001 percentage points" in page
    assert Page.objects.filter(subject=product_subject("fr", "iphone-13")).exists()
    monkeypatch.setattr(clock, "now", lambda: MIDNIGHT)
    every_minute.func(0)
    drain()
    page = Client().get(path).content.decode()
    assert "Known <small>shown first" in page
    assert "a multiple of 0,5 percentage points" in page
    for rate, adds in (("2,50", "0,0750"), ("1,50", "0,0375"), ("3,50", "0,0350")):
        assert f'<td class="num">{rate} %</td>' in page
        assert f'<td class="num">{adds}</td>' in page
    for factor in ("× 1,2300", "1,2300"):
        assert f'<td class="num">{factor}</td>' in page
