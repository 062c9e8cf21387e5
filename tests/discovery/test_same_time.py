"""Several writers on real connections: the last one to write has seen the newest offers."""

from __future__ import annotations

import random
import threading
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from reprise.discovery import actions
from reprise.discovery.actions import contest
from reprise.discovery.models import Shelf
from tests.discovery.shop import (
    a_category,
    a_contest,
    a_product,
    a_shop_seller,
    a_stocked_offer,
    a_variant,
    projections,
    reprice,
    shown,
)
from tests.moment import now

pytestmark = pytest.mark.django_db(transaction=True)


def later() -> datetime:
    return now() + timedelta(minutes=1)


class TestAtTheSameTime:
    def run(self, *jobs: Any) -> list[threading.Thread]:
        def closing(job: Any) -> None:
            try:
                job()
            finally:
                connection.close()

        threads = [threading.Thread(target=closing, args=[job]) for job in jobs]
        for thread in threads:
            thread.start()
        return threads

    def test_the_last_to_write_has_seen_the_newest_price(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """One has read the old price and is slow to write; another must not be overwritten."""
        variant, (offer,) = a_contest(30_000)
        read, write = threading.Event(), threading.Event()
        straight = contest._before

        def slowly(scope: Any) -> Any:
            if threading.current_thread() is slow:
                read.set()
                write.wait(10)
            return straight(scope)

        monkeypatch.setattr(contest, "_before", slowly)
        reprice(offer, 29_000)
        slow = threading.Thread(
            target=lambda: (actions.refresh(variant.id, "good", now()), connection.close())
        )
        slow.start()
        assert read.wait(10)
        reprice(offer, 28_000)
        (fast,) = self.run(lambda: actions.refresh(variant.id, "good", later()))
        fast.join(0.5)
        write.set()
        slow.join(10)
        fast.join(10)
        assert shown()[variant.id, "good"] == (offer.id, 28_000)
        assert Shelf.objects.get().price_minor == 28_000

    def test_many_writers_end_where_a_rebuild_would(self) -> None:
        product = a_product("iPhone 13", a_category("iphone"))
        variants = [a_variant(product, size) for size in (128, 256)]
        sellers = [a_shop_seller("fr", "be") for _ in range(3)]
        made = [a_stocked_offer(s, v, 30_000, m, k) for s in sellers for v in variants
                for m, k in (("good", "fr"), ("fair", "be"))]  # fmt: skip
        failures: list[Exception] = []

        def work(seed: int) -> None:
            rng = random.Random(seed)
            try:
                for _ in range(12):
                    offer = rng.choice(made)
                    reprice(offer, rng.randint(20_000, 30_000))
                    actions.refresh(offer.variant_id, offer.grade, now())
                    if rng.random() < 0.3:
                        actions.refresh_seller(offer.seller_id, now())
                    if rng.random() < 0.3:
                        actions.recount(now())
            except Exception as failure:
                failures.append(failure)

        for thread in self.run(*(lambda seed=seed: work(seed) for seed in range(5))):
            thread.join(60)
        assert failures == []
        kept = projections()
        assert actions.rebuild(later()) == 0
        assert projections() == kept
