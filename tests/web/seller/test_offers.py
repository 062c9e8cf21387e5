"""The offers of a seller: where each stands, what it takes to win, and edits that lose nothing."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reprise.discovery import actions, queries
from reprise.discovery.models import BuyBox
from reprise.offers.models import MarketOffer, Offer, StockMovement
from reprise.outbox.models import Event
from reprise.sellers.models import Seller, ShippingMethod
from tests.cast import OfferCase, a_seller, a_variant, an_offer, ships_to
from tests.discovery.shop import a_shop_seller, a_stocked_offer
from tests.moment import now
from tests.web.seller.room import clerk_of, everything, section, words
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
MARKETS = ("fr", "be", "nl", "de")


def contest(*rivals: int, price: int = 31_200, stock: int = 5) -> OfferCase:
    """The seller's offer, then those of sellers like it, in France, with the buy box held."""
    case = an_offer(price=price, stock=stock)
    for asked in rivals:
        a_stocked_offer(a_shop_seller(), case.offer.variant, asked)
    actions.refresh(case.offer.variant_id, "good", now())
    return case


def row(client: Client, case: OfferCase, query: str = "") -> str:
    return section(client.get(f"/seller/offers/?{query}").content.decode(), f"offer-{case.id}")


def page(case: OfferCase, query: str = "") -> str:
    return f"/seller/offers/{case.id}/{query}"


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


class TestFilters:
    def test_each_shows_its_own(self) -> None:
        seller = a_seller()
        shown, beaten, gone, off = (an_offer(seller=seller, price=31_200) for _ in range(4))
        for case in (shown, beaten):
            price = 40_000 if case is shown else 20_000
            a_stocked_offer(a_shop_seller(), case.offer.variant, price)
        Offer.objects.filter(id=gone.id).update(available=0)
        MarketOffer.objects.filter(offer_id=off.id).update(active=False)
        for case in (shown, beaten, gone, off):
            actions.refresh(case.offer.variant_id, "good", now())
        client = clerk_of(seller)

        def listed(query: str) -> set[str]:
            text = client.get(f"/seller/offers/?{query}").content.decode()
            return set(re.findall(r'id="offer-([0-9a-f-]+)"', text))

        def ids(*cases: OfferCase) -> set[str]:
            return {str(case.id) for case in cases}

        assert listed("") == ids(shown, beaten, gone, off)
        assert listed("show=beaten") == listed("show=beaten&market=fr") == ids(beaten)
        assert listed("show=sold_out") == ids(gone)
        assert listed("show=off") == ids(off)
        assert listed("market=de") == set()
        assert listed(f"q={shown.offer.sku}") == ids(shown)
        assert listed("show=nonsense&market=zz&page=x") == ids(shown, beaten, gone, off)

    @pytest.mark.parametrize("show", ["beaten", "sold_out", "off"])
    def test_an_empty_one_says_so_and_leads_back(self, show: str) -> None:
        case = contest(40_000)
        answer = clerk_of(case.seller).get(f"/seller/offers/?show={show}").content.decode()
        assert 'class="empty"' in answer
        assert 'href="/seller/offers/"' in answer

    def test_the_market_shows_its_prices_alone_and_saves_nothing_else(self) -> None:
        case = contest(40_000)
        ships_to(case.seller, "be")
        MarketOffer.objects.create(
            seller=case.seller, offer=case.offer, market="be", price_minor=33_300, currency="EUR",
            warranty_months=24, vat_scheme="margin",
        )  # fmt: skip
        text = row(clerk_of(case.seller), case, "market=be")
        assert "price-be" in text
        assert "price-fr" not in text


class TestEdits:
    def test_saving_leads_back_to_the_row_and_says_so(self) -> None:
        case = contest(32_000)
        client = clerk_of(case.seller)
        shown = row(client, case, "q=iphone&show=all")
        back = re.search(r'name="back" value="([^"]*)"', shown)
        assert back
        form = {"back": back[1], "expected": "5", "available": "7", "price-fr": "299,50"}
        answer = client.post(page(case), form)
        assert answer.headers["Location"] == (
            f"/seller/offers/?q=iphone&saved={case.id}#offer-{case.id}"
        )
        landed = client.get(answer.headers["Location"]).content.decode()
        assert "Saved" in words(section(landed, f"offer-{case.id}"))
        assert "Being worked out" in words(section(landed, f"offer-{case.id}"))
        drain()
        assert "In the buy box" in words(row(client, case))

    def test_what_leaves_the_filter_by_being_saved_is_said(self) -> None:
        case = contest(32_000, stock=0)
        client = clerk_of(case.seller)
        form = {"back": "show=sold_out", "expected": "0", "available": "2"}
        landed = client.get(client.post(page(case), form).headers["Location"]).content.decode()
        assert f"offer-{case.id}" not in landed
        assert "Saved: iPhone 13." in words(landed)

    @pytest.mark.parametrize("back", ["//evil.example", "https://evil.example/?q=a", "\r\nX: y"])
    def test_back_is_only_ever_a_filter_of_this_list(self, back: str) -> None:
        case = contest(32_000)
        answer = clerk_of(case.seller).post(
            page(case), {"back": back, "expected": "5", "available": "5"}
        )
        assert answer.headers["Location"].startswith("/seller/offers/?")
        assert "evil" not in answer.headers["Location"].replace("q=a", "")

    @pytest.mark.parametrize("view", ["", "offer"])
    @pytest.mark.parametrize(
        ("form", "field", "kept"),
        [
            ({"available": "many", "price-fr": "299.50"}, "available", "299.50"),
            ({"available": "", "price-fr": "299.50"}, "available", "299.50"),
            ({"available": "9", "price-fr": "1.005"}, "price-fr", 'value="9"'),
            ({"available": "9", "price-fr": ""}, "price-fr", 'value="9"'),
            ({"available": "9", "price-fr": "0"}, "price-fr", 'value="9"'),
        ],
    )
    def test_a_refusal_keeps_all_that_was_typed_beside_what_is_wrong(
        self, view: str, form: dict[str, str], field: str, kept: str
    ) -> None:
        case = contest(32_000)
        client = clerk_of(case.seller)
        before = everything()
        sent = form | {"expected": "5", "view": view, "back": "show=beaten"}
        answer = client.post(page(case), sent)
        assert answer.status_code == 422
        text = answer.content.decode()
        wrong = re.search(rf'<input[^>]*name="{field}"[^>]*>', text)
        assert wrong
        assert 'aria-invalid="true"' in wrong[0]
        assert f'value="{form[field]}"' in wrong[0]
        assert "is not a number" in words(text)
        assert kept in text
        assert everything() == before

    def test_stock_that_was_sold_meanwhile_is_said_and_can_be_saved_at_once(self) -> None:
        case = contest(32_000)
        client = clerk_of(case.seller)
        form = {"expected": "4", "available": "9", "price-fr": "299.50"}
        answer = client.post(page(case), form)
        assert answer.status_code == 409
        text = section(answer.content.decode(), f"offer-{case.id}")
        assert "The stock was 5, not 4" in words(text)
        assert 'name="expected" value="5"' in text
        assert 'name="available" value="9"' in text
        assert 'value="299.50"' in text
        assert MarketOffer.objects.get(offer_id=case.id).price_minor == 31_200
        assert client.post(page(case), form | {"expected": "5"}).status_code == 302
        assert case.available() == 9

    def test_amounts_are_shown_as_the_language_writes_them(self) -> None:
        case = contest(32_000)
        assert 'value="312,00"' in row(clerk_of(case.seller, "fr"), case)
        assert 'value="312.00"' in row(clerk_of(case.seller, "en"), case)


class TestTheSwitch:
    def post(self, client: Client, case: OfferCase, **form: str) -> int:
        return client.post(page(case, "switch/"), form).status_code

    def test_the_buy_box_follows_and_nothing_else_changes(self) -> None:
        case = contest(32_000)
        client = clerk_of(case.seller)
        rival = Offer.objects.exclude(id=case.id).get().id
        for form in ({"on": "no"}, {"on": "no", "market": "fr"}):
            assert self.post(client, case, **form) == 302
            assert "Off sale" in words(row(client, case))
            drain()
            assert BuyBox.objects.get().offer_id == rival
            assert self.post(client, case, **(form | {"on": "yes"})) == 302
            drain()
            assert BuyBox.objects.get().offer_id == case.id
        assert case.available() == 5
        assert MarketOffer.objects.get(offer_id=case.id).price_minor == 31_200

    def test_sent_twice_it_has_one_effect(self) -> None:
        case = contest(32_000)
        client = clerk_of(case.seller)
        told = Event.objects.filter(kind="offers.OfferChanged")
        before = told.count()
        for form in ({"on": "no"}, {"on": "no", "market": "fr"}):
            assert self.post(client, case, **form) == 302
            after = everything()
            assert self.post(client, case, **form) == 302
            assert everything() == after
        assert told.count() == before + 2

    def test_one_market_off_leaves_the_others(self) -> None:
        case = contest(32_000)
        ships_to(case.seller, "be")
        MarketOffer.objects.create(
            seller=case.seller, offer=case.offer, market="be", price_minor=33_300, currency="EUR",
            warranty_months=24, vat_scheme="margin",
        )  # fmt: skip
        assert self.post(clerk_of(case.seller), case, on="no", market="fr") == 302
        drain()
        assert BuyBox.objects.get(market="be").offer_id == case.id
        assert BuyBox.objects.get(market="fr").offer_id != case.id

    def test_what_it_cannot_mean_changes_nothing(self) -> None:
        case = contest(32_000)
        client = clerk_of(case.seller)
        before = everything()
        assert self.post(client, case) == 422
        assert self.post(client, case, on="maybe") == 422
        assert self.post(client, case, on="no", market="zz") == 404
        assert everything() == before


def test_a_rival_sees_and_changes_nothing() -> None:
    case = contest(32_000)
    other = an_offer(seller=a_seller("Rival"))
    rival = clerk_of(other.seller)
    before = everything()
    for answer in (
        rival.get(page(case)),
        rival.get(page(case), {"market": "fr", "price": "1"}),
        rival.post(page(case), {"expected": "5", "available": "0", "price-fr": "1"}),
        rival.post(page(case, "switch/"), {"on": "no"}),
        rival.post(page(case, "switch/"), {"on": "no", "market": "fr"}),
        rival.get("/seller/nonsense/"),
    ):
        assert answer.status_code == 404
        said = words(answer.content.decode())
        assert "There is nothing at this address in your room" in said
        assert "Rival" in said, "in the room, with the way back"
    listed = rival.get("/seller/offers/", {"saved": str(case.id)}).content.decode()
    assert case.offer.sku not in listed
    assert "Saved" not in words(listed)
    assert everything() == before
    assert StockMovement.objects.filter(offer_id=case.id).count() == 1


def test_a_page_of_fifty_offers_in_four_markets_takes_a_handful_of_statements() -> None:
    seller = a_shop_seller(*MARKETS)
    rivals = [a_shop_seller(*MARKETS) for _ in range(2)]
    variants = [a_variant() for _ in range(51)]
    for variant in variants:
        for one in (seller, *rivals):
            offer = a_stocked_offer(one, variant, 30_000)
            MarketOffer.objects.bulk_create(
                MarketOffer(
                    seller=one, offer=offer, market=market, price_minor=30_000, currency="EUR",
                    warranty_months=24, vat_scheme="margin",
                )
                for market in MARKETS[1:]
            )  # fmt: skip
    actions.rebuild(now())
    client = clerk_of(seller)
    for query in ("", "?show=beaten&market=de", "?q=iphone"):
        with CaptureQueriesContext(
            connection,
        ) as told:
            text = client.get(f"/seller/offers/{query}").content.decode()
        if not query:
            assert text.count('name="price-') == 200
            assert text.count("place 1 of 3") == 200
        # Session, user, seller; count, offers, prices, offers' keys, contests, shipping.
        assert len(told) <= 9, [one["sql"][:80] for one in told]
