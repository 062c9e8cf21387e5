"""Where a seller's offer stands in the contest, what it takes to win, and what would be if."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest
from django.test import Client

from reprise.discovery import actions, queries
from reprise.discovery.models import BuyBox
from reprise.offers.models import MarketOffer, Offer
from reprise.sellers.models import Seller, ShippingMethod
from tests.cast import a_variant, an_offer
from tests.discovery.shop import a_shop_seller, a_stocked_offer
from tests.moment import now
from tests.web.seller.offers import contest, page, row
from tests.web.seller.room import clerk_of, everything, words
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


class TestWhereItStands:
    def test_in_the_buy_box_with_its_place_and_the_highest_price_that_keeps_it(self) -> None:
        case = contest(32_000, 33_000)
        said = words(row(clerk_of(case.seller), case))
        # Equal rates: up to the rival's price, and at the same price the offer listed first wins.
        for text in ("In the buy box", "place 1 of 3", "312,00 €", "320,00 €"):
            assert text in said

    def test_beaten_with_the_price_to_beat_delivery_included(self) -> None:
        case = contest(30_000, price=31_200)
        ShippingMethod.objects.exclude(seller=case.seller).update(price_minor=490)
        actions.refresh_seller(Seller.objects.exclude(id=case.seller.id).get().id, now())
        said = words(row(clerk_of(case.seller), case))
        # 304.90 with delivery is to be met with free delivery.
        for text in ("Not in the buy box", "place 2 of 2", "304,90 € 304,90 €"):
            assert text in said

    def test_no_price_wins_and_nobody_else_are_said(self) -> None:
        alone = contest(price=31_200)
        assert "nobody else offers it" in words(row(clerk_of(alone.seller), alone))
        dear = an_offer(price=900, shipping=2_000)
        a_stocked_offer(a_shop_seller(), dear.offer.variant, 1_500)
        actions.refresh(dear.offer.variant_id, "good", now())
        client = clerk_of(dear.seller)
        assert "no price wins" in words(row(client, dear))
        assert "No price wins: the score to beat" in words(client.get(page(dear)).content.decode())

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ({"offer": {"available": 0}}, "Sold out"),
            ({"offer": {"active": False}}, "Off sale"),
            ({"market": {"active": False}}, "Off sale"),
            ({"shipping": {"active": False}}, "No home delivery there"),
            ({"shipping": {"kind": "point"}}, "No home delivery there"),
            ({"market": {"price_minor": 29_900}}, "Being worked out"),
        ],
    )
    def test_what_is_not_in_the_contest_says_why_at_once(
        self, change: dict[str, dict[str, Any]], said: str
    ) -> None:
        """Before the event has arrived as well: what the projection still says is not shown."""
        case = contest(32_000)
        Offer.objects.filter(id=case.id).update(**change.get("offer", {"sku": "S"}))
        MarketOffer.objects.filter(offer_id=case.id).update(
            **change.get("market", {"market": "fr"})
        )
        ShippingMethod.objects.filter(seller=case.seller).update(
            **change.get("shipping", {"market": "fr"})
        )
        client = clerk_of(case.seller)
        for text in (words(row(client, case)), words(client.get(page(case)).content.decode())):
            assert said in text
            assert "buy box" not in text.replace("Not in the buy box All", "")

    def test_why_names_each_thing_and_its_parts_make_the_difference(self) -> None:
        chance = random.Random(5)
        variant = a_variant()
        sellers = [a_shop_seller(shipping=s, faults=f) for s, f in ((0, 0), (490, 3), (290, 9))]
        for _ in range(8):
            made = [
                a_stocked_offer(seller, variant, chance.randint(20_000, 21_000))
                for seller in sellers
            ]
            actions.refresh(variant.id, "good", now())
            for offer in made:
                standing = queries.standings(offer.seller_id, [offer.id])[offer.id, "fr"]
                assert standing.gap
                assert standing.rival
                assert standing.gap.total == standing.own.points - standing.rival.points
                assert standing.gap.total <= 0 if standing.wins else standing.gap.total >= 0
            MarketOffer.objects.all().delete()
            Offer.objects.all().delete()

    def test_the_largest_part_is_named(self) -> None:
        variant = a_variant()
        careful = a_stocked_offer(a_shop_seller(faults=0), variant, 30_000)
        careless = a_stocked_offer(a_shop_seller(faults=10), variant, 29_900)
        actions.refresh(variant.id, "good", now())
        said = words(
            clerk_of(careless.seller).get(f"/seller/offers/{careless.id}/").content.decode()
        )
        assert "Most of what is missing: Looks worse than its grade." in said
        said = words(clerk_of(careful.seller).get(f"/seller/offers/{careful.id}/").content.decode())
        assert "Most of the lead: Looks worse than its grade." in said


def random_contest(chance: random.Random) -> tuple[Offer, int]:
    """An offer among rivals with all kinds of rates, shipping and prices; few, so ties happen."""
    variant = a_variant()
    sellers = [
        a_shop_seller(shipping=chance.choice((0, 490)), faults=chance.choice((None, 0, 4)))
        for _ in range(chance.randint(1, 4))
    ]
    made = [a_stocked_offer(seller, variant, 30_000 + chance.randint(0, 3)) for seller in sellers]
    actions.refresh(variant.id, "good", now())
    return chance.choice(made), len(made)


def ask(client: Client, offer: Offer, price: int) -> str:
    """The answer of the offer's page to "what if my price were"."""
    text = f"{price // 100}.{price % 100:02}"
    answer = client.get(f"/seller/offers/{offer.id}/", {"market": "fr", "price": text})
    assert answer.status_code == 200
    found = re.search(
        r"this offer would (not )?be in the buy box: place (\d+) of (\d+)",
        words(answer.content.decode()),
    )
    assert found
    return f"{'not ' if found[1] else ''}{found[2]}/{found[3]}"


def save(client: Client, offer: Offer, price: int) -> str:
    """What the offer's page says after the price was really set."""
    form = {"view": "offer", "price-fr": f"{price // 100}.{price % 100:02}"}
    assert client.post(f"/seller/offers/{offer.id}/", form).status_code == 302
    drain()
    said = words(client.get(f"/seller/offers/{offer.id}/").content.decode())
    found = re.search(r"(In|Not in) the buy box place (\d+) of (\d+)", said)
    assert found
    return f"{'not ' if found[1] == 'Not in' else ''}{found[2]}/{found[3]}"


class TestWhatIf:
    def test_nothing_at_all_is_written(self) -> None:
        case = contest(30_000)
        client = clerk_of(case.seller)
        before = everything()
        ask(client, case.offer, 1)
        ask(client, case.offer, 99_999)
        client.get("/seller/offers/?show=beaten")
        for text in ("", "x", "-1", "0", "1e9", "1.005", "999999999999", "nan"):
            answer = client.get(page(case), {"market": "fr", "price": text})
            assert "is not a number" in words(answer.content.decode())
            assert f'value="{text[:12]}"' in answer.content.decode()
        client.get(page(case), {"market": "xx", "price": "5"})
        assert everything() == before

    def test_it_is_what_happens_when_the_price_is_set(self) -> None:
        chance = random.Random(20_261_127)
        for _ in range(8):
            offer, _ = random_contest(chance)
            client = clerk_of(offer.seller)
            price = 30_000 + chance.randint(-900, 900)
            tried = queries.dry_run(offer.seller_id, offer.id, "fr", price)
            said = ask(client, offer, price)
            assert save(client, offer, price) == said
            assert queries.standings(offer.seller_id, [offer.id])[offer.id, "fr"] == tried
            wins = BuyBox.objects.get(variant_id=offer.variant_id).offer_id == offer.id
            assert tried
            assert tried.wins is wins

    def test_at_the_price_to_win_it_wins_and_a_cent_above_it_loses(self) -> None:
        chance = random.Random(42)
        # Two sellers alike: at equal scores the offer that was listed first wins.
        variant = a_variant()
        alike = [a_stocked_offer(a_shop_seller(), variant, price) for price in (30_100, 30_000)]
        actions.refresh(variant.id, "good", now())
        bars = [self.bar_holds(offer) for offer in alike]
        # The first is left a cent above the other, which then stays a cent below that.
        assert bars == [30_000, 30_001 - 1]
        tried = 0
        while tried < 6:
            offer, number = random_contest(chance)
            if number > 1:
                self.bar_holds(offer)
                tried += 1

    def bar_holds(self, offer: Offer) -> int:
        """The price to win of an offer, after it was seen to win at it and to lose above it."""
        standing = queries.standings(offer.seller_id, [offer.id])[offer.id, "fr"]
        bar = standing.own.price_to_win.minor
        assert bar
        client = clerk_of(offer.seller)
        text = words(client.get("/seller/offers/").content.decode())
        assert f"{bar // 100},{bar % 100:02} €" in text
        for price, wins in ((bar, True), (bar + 1, False)):
            said = ask(client, offer, price)
            assert said.startswith("not ") is not wins
            assert save(client, offer, price) == said
        again = queries.standings(offer.seller_id, [offer.id])[offer.id, "fr"]
        assert again.own.price_to_win.minor == bar, "one's own price does not move the bar"
        return bar

    def test_what_takes_no_part_is_not_worked_out(self) -> None:
        case = contest(30_000)
        client = clerk_of(case.seller)
        Offer.objects.filter(id=case.id).update(available=0)
        answer = client.get(page(case), {"market": "fr", "price": "1"}).content.decode()
        assert "would" not in words(answer)
