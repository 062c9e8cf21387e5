"""The buy box as buyers see it: right after every event, replayable, deaf to money paid to us."""

from __future__ import annotations

import random
import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection, models, transaction
from django.db.utils import ProgrammingError
from django.test.utils import CaptureQueriesContext

from reprise.checkout import rules as checkout_rules
from reprise.discovery import actions, queries
from reprise.discovery.models import BuyBox, Decision, Option, Shelf
from reprise.kernel.rate import Rate
from reprise.offers import actions as offers
from reprise.offers.events import OfferChanged
from reprise.offers.models import MarketOffer, Offer
from reprise.outbox import actions as outbox
from reprise.outbox.models import Event
from reprise.sellers.models import QualityRate, Seller, ShippingMethod
from tests.cast import a_variant as a_cast_variant
from tests.cast import an_offer
from tests.database import as_owner
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

pytestmark = pytest.mark.django_db


def later() -> datetime:
    return now() + timedelta(minutes=1)


class TestTheOneOfferShown:
    def test_the_lowest_score_is_shown_and_the_others_stay_reachable(self) -> None:
        variant, (dear, cheap) = a_contest(30_000, 29_000)
        assert shown() == {(variant.id, "good"): (cheap.id, 29_000)}
        box = BuyBox.objects.get()
        assert [one["offer"] for one in box.candidates] == [str(cheap.id), str(dear.id)]

    def test_quality_beats_a_lower_price(self) -> None:
        variant = a_variant(a_product("iPhone 13", a_category("iphone")))
        good = a_stocked_offer(a_shop_seller(faults=0), variant, 30_000)
        a_stocked_offer(a_shop_seller(faults=10), variant, 29_000)
        actions.refresh(variant.id, "good", now())
        assert shown()[variant.id, "good"] == (good.id, 30_000)

    def test_shipping_is_part_of_the_price(self) -> None:
        variant = a_variant(a_product("iPhone 13", a_category("iphone")))
        a_stocked_offer(a_shop_seller(shipping=990), variant, 29_500)
        free = a_stocked_offer(a_shop_seller(), variant, 30_000)
        actions.refresh(variant.id, "good", now())
        assert shown()[variant.id, "good"] == (free.id, 30_000)

    def test_the_shipping_is_the_one_that_a_quote_charges(self) -> None:
        """The cheapest way to the door; a cheaper pick-up point or a pause does not count."""
        a_contest(30_000, shipping=500)
        seller = Seller.objects.get()
        for code, kind, price, active in (
            ("point", "point", 100, True),
            ("old", "home", 0, False),
            ("slow", "home", 300, True),
        ):
            ShippingMethod.objects.create(
                seller=seller, market="fr", code=code, carrier="c", kind=kind, price_minor=price,
                currency="EUR", days_min=3, days_max=5, active=active,
            )  # fmt: skip
        actions.refresh_seller(seller.id, now())
        box = BuyBox.objects.get()
        assert (box.shipping_minor, box.days_max) == (300, 5)

    @pytest.mark.parametrize(
        ("model", "change"),
        [
            (Offer, {"available": 0}),
            (Offer, {"active": False}),
            (MarketOffer, {"active": False}),
            (MarketOffer, {"currency": "GBP"}),
            (MarketOffer, {"market": "de"}),
            (Seller, {"active": False}),
            (ShippingMethod, {"active": False}),
            (ShippingMethod, {"kind": "point"}),
        ],
    )
    def test_what_cannot_be_bought_is_not_shown(
        self, model: type[models.Model], change: dict[str, Any]
    ) -> None:
        _, (only,) = a_contest(30_000)
        assert shown()
        model.objects.update(**change)  # type: ignore[attr-defined]
        actions.refresh_seller(only.seller_id, later())
        assert not shown()
        assert not Shelf.objects.exists()
        assert not Option.objects.exists()
        assert Decision.objects.latest("id").result == {"winner": None, "scores": []}

    def test_each_market_has_its_own(self) -> None:
        variant = a_variant(a_product("iPhone 13", a_category("iphone")))
        french = a_stocked_offer(a_shop_seller("fr"), variant, 30_000, market="fr")
        belgian = a_stocked_offer(a_shop_seller("be"), variant, 20_000, market="be")
        actions.refresh(variant.id, "good", now())
        assert shown("fr")[variant.id, "good"][0] == french.id
        assert shown("be")[variant.id, "good"][0] == belgian.id

    def test_a_refresh_names_what_changed_and_a_second_one_nothing(self) -> None:
        variant, (offer,) = a_contest(30_000)
        told = Event.objects.filter(kind="discovery.BuyBoxChanged")
        assert told.count() == 1
        before = projections()
        actions.refresh(variant.id, "good", later())
        assert (told.count(), projections()) == (1, before)
        reprice(offer, 29_000)
        actions.refresh(variant.id, "good", later())
        assert told.count() == 2

    def test_changed_rates_move_all_that_the_seller_offers(self) -> None:
        product = a_product("iPhone 13", a_category("iphone"))
        worse, better = a_shop_seller(faults=5), a_shop_seller(faults=5)
        variants = [a_variant(product, size) for size in (128, 256, 512)]
        for variant in variants:
            a_stocked_offer(worse, variant, 29_900)
            a_stocked_offer(better, variant, 30_000)
            actions.refresh(variant.id, "good", now())
        assert {price for _, price in shown().values()} == {29_900}
        QualityRate.objects.filter(seller=worse).update(faults=9)
        actions.refresh_seller(worse.id, later())
        assert {price for _, price in shown().values()} == {30_000}


class TestFromTheOfferToTheBuyer:
    def test_a_price_an_offer_sold_out_and_one_come_back(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Through the outbox, as wired: the event names the offer, the state found decides."""

        def keep_the_buy_box(event: OfferChanged, now: Any) -> None:
            actions.refresh(event.variant_id, event.grade, now)

        monkeypatch.setattr(outbox, "_listeners", {})
        outbox.listen(OfferChanged, keep_the_buy_box)
        variant = a_cast_variant()
        one = an_offer(variant=variant, price=30_000, stock=2)
        other = an_offer(variant=variant, price=31_000, stock=2)
        self.deliver()
        assert shown()[variant.id, "good"] == (one.id, 30_000)
        offers.set_price(other.seller.id, other.id, "fr", 29_000, now())
        self.deliver()
        assert shown()[variant.id, "good"] == (other.id, 29_000)
        offers.set_available(other.seller.id, other.id, expected=2, wanted=0, now=now())
        self.deliver()
        assert shown()[variant.id, "good"] == (one.id, 30_000)
        offers.set_available(other.seller.id, other.id, expected=0, wanted=1, now=now())
        self.deliver()
        assert shown()[variant.id, "good"] == (other.id, 29_000)

    def deliver(self) -> None:
        """Every event, twice, the newest first: neither number nor order may matter."""
        for event in list(Event.objects.filter(kind=OfferChanged.kind).order_by("-id")) * 2:
            outbox.deliver([event.id], later())

    def test_kept_by_events_and_rebuilt_are_the_same(self) -> None:
        rng = random.Random(13)
        category = a_category("iphone", a_category("smartphones"))
        sellers = [a_shop_seller("fr", "be", shipping=rng.choice([0, 490]), faults=n)
                   for n in range(4)]  # fmt: skip
        made = [
            a_stocked_offer(seller, variant, rng.randint(20_000, 30_000), grade, market)
            for product in (a_product(f"iPhone {n}", category) for n in range(4))
            for variant in (a_variant(product, size, hex_) for size, hex_ in
                            ((64, "#232a31"), (64, "#2b2c2e"), (128, "#ba0c2e")))
            for grade in ("fair", "good")
            for seller in rng.sample(sellers, rng.randint(0, 3))
            for market in (rng.choice(["fr", "be"]),)
        ]  # fmt: skip
        assert actions.rebuild(now()) > 0
        for _ in range(60):
            offer = rng.choice(made)
            what = rng.randrange(4)
            if what == 0:
                reprice(offer, rng.randint(20_000, 30_000))
            elif what == 1:
                Offer.objects.filter(id=offer.id).update(available=rng.choice([0, 1]))
            elif what == 2:
                MarketOffer.objects.filter(offer=offer).update(active=rng.random() < 0.6)
            else:
                QualityRate.objects.filter(seller=offer.seller).update(faults=rng.randint(0, 20))
                actions.refresh_seller(offer.seller_id, later())
            actions.refresh(offer.variant_id, offer.grade, later())
        kept = projections()
        assert actions.rebuild(later()) == 0
        assert projections() == kept
        Shelf.objects.all().delete()
        Option.objects.all().delete()
        BuyBox.objects.all().delete()
        actions.rebuild(later())
        assert projections() == kept

    def test_a_rebuild_forgets_a_market_that_is_gone(self) -> None:
        a_contest(30_000)
        for table in ("buybox", "option", "shelf"):
            with connection.cursor() as cursor:
                cursor.execute(f"UPDATE discovery_{table} SET market = 'xx'")  # noqa: S608
        actions.rebuild(now())
        assert {box.market for box in BuyBox.objects.all()} == {"fr"}
        assert {shelf.market for shelf in Shelf.objects.all()} == {"fr"}


class TestDecisions:
    def test_written_when_the_winner_or_the_order_changes_and_only_then(self) -> None:
        variant, (one, two, three) = a_contest(30_000, 31_000, 32_000)
        assert Decision.objects.count() == 1
        for offer, price, number in (
            (one, 30_500, 1),  # nobody passes anybody
            (three, 30_900, 2),  # the order changes behind the winner
            (three, 30_000, 3),  # the winner changes
        ):
            reprice(offer, price)
            actions.refresh(variant.id, "good", later())
            assert Decision.objects.count() == number
        assert [one["offer"] for one in Decision.objects.latest("id").inputs] == [
            str(offer.id) for offer in (three, one, two)
        ]

    def test_each_can_be_made_again_from_its_inputs(self) -> None:
        variant = a_variant(a_product("iPhone 13", a_category("iphone")))
        made = [
            a_stocked_offer(a_shop_seller(faults=n, shipping=n * 100), variant, 30_000 - 97 * n)
            for n in range(5)
        ]
        for offer in made:
            actions.refresh(variant.id, "good", now())
            Offer.objects.filter(id=offer.id).update(available=0)
        actions.refresh(variant.id, "good", now())
        decisions = list(Decision.objects.all())
        assert len(decisions) == 6
        assert all(queries.replay(decision).same for decision in decisions)

    @pytest.mark.parametrize(
        "forge",
        [
            lambda d: d.inputs[0].update(price=d.inputs[0]["price"] + 1),
            lambda d: d.inputs[1].update(shipping=0, price=1),
            lambda d: d.inputs[1]["tallies"].__setitem__(0, [100, 0]),
            lambda d: d.inputs[0]["rates"].__setitem__(4, 0),
            lambda d: d.inputs.reverse(),
            lambda d: d.result.update(winner=d.inputs[1]["offer"]),
            lambda d: d.result["scores"].__setitem__(1, 0),
        ],
    )
    def test_a_forged_one_does_not_replay(self, forge: Any) -> None:
        variant = a_variant(a_product("iPhone 13", a_category("iphone")))
        for faults in (3, 4):
            a_stocked_offer(a_shop_seller(faults=faults, shipping=9), variant, 30_000)
        actions.refresh(variant.id, "good", now())
        decision = Decision.objects.get()
        assert queries.replay(decision).same
        forge(decision)
        assert not queries.replay(decision).same

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE discovery_decision SET result = '{}'",
            "DELETE FROM discovery_decision",
            "TRUNCATE discovery_decision",
            "UPDATE discovery_sale SET at = now()",
        ],
    )
    def test_postgresql_refuses_to_change_the_past(self, statement: str) -> None:
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


class TestNoPaymentMovesIt:
    """S15, shown by changing everything that does not count."""

    # What may decide, by the brief of the formula; every other column may not, and a column that
    # is added tomorrow is among them until it is named here.
    COUNTS = {
        # Whose contract has ended does not sell (`sellers_ended_inactive`).
        Seller: {"id", "active", "ended_on"},
        ShippingMethod: {"id", "seller", "market", "kind", "price_minor", "currency", "active"},
        Offer: {"id", "seller", "variant", "grade", "available", "active"},
        MarketOffer: {"id", "seller", "offer", "market", "price_minor", "currency", "active"},
    }
    READ = {
        "offers_offer", "offers_marketoffer", "sellers_seller", "sellers_shippingmethod",
        "sellers_qualityrate", "catalog_variant", "catalog_product", "catalog_category",
        "discovery_buybox", "discovery_option", "discovery_shelf",
    }  # fmt: skip

    def ranking(self) -> list[Any]:
        """Order, prices and scores; not what the page prints beside them (days, guarantee)."""
        rows = Decision.objects.order_by("-id").values_list("inputs", "result")[:1]
        boxes = BuyBox.objects.values_list("offer_id", "price_minor", "shipping_minor", "score")
        return [list(rows), list(boxes), [o["offer"] for b in BuyBox.objects.all()
                                          for o in b.candidates]]  # fmt: skip

    @pytest.mark.django_db(transaction=True)
    def test_any_other_column_of_a_seller_and_its_offers(self) -> None:
        _, (_, loser, _) = a_contest(30_000, 30_300, 31_000)
        before = self.ranking()
        changed = 0
        for model, counts in self.COUNTS.items():
            rows = model.objects.filter(
                **({"id": loser.seller_id} if model is Seller else {"seller": loser.seller_id})
            )
            for field in model._meta.fields:
                if field.name in counts:
                    continue
                with as_owner():
                    value = self.another(field, rows.values()[0][field.attname])
                    rows.update(**{field.name: value})
                actions.refresh_seller(loser.seller_id, later())
                actions.rebuild(later())
                assert self.ranking() == before, f"{model.__name__}.{field.name} moved it"
                changed += 1
        assert changed >= 14

    @staticmethod
    def another(field: models.Field[Any, Any], value: Any) -> Any:
        if isinstance(field, models.BooleanField):
            return not value
        if isinstance(field, models.IntegerField):
            return (value or 0) + 1
        return [*value, "x"] if isinstance(value, list) else f"a{value}"[: field.max_length]

    def test_the_platform_s_fees(self, monkeypatch: pytest.MonkeyPatch) -> None:
        a_contest(30_000, 30_300)
        before = self.ranking()
        for percent in ("0", "50"):
            free = [checkout_rules.Fees(now().date(), {"EUR": 0}, Rate.percent(percent))]
            monkeypatch.setattr(checkout_rules, "FEES", free)
            actions.rebuild(later())
            assert self.ranking() == before

    def test_no_other_table_is_read(self) -> None:
        variant, (offer, _) = a_contest(30_000, 30_300)
        reprice(offer, 40_000)
        with CaptureQueriesContext(connection) as captured:
            actions.refresh(variant.id, "good", later())
        read = {
            table
            for query in captured.captured_queries
            for table in re.findall(r'(?:FROM|JOIN) "?([a-z]+_[a-z]+)\b', query["sql"])
        }
        assert {"offers_offer", "sellers_qualityrate"} <= read <= self.READ
