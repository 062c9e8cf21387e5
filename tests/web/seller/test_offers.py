"""The offers of a seller: filters, edits that lose nothing, and the switch."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reprise.catalog.models import Variant
from reprise.discovery import actions
from reprise.discovery.models import BuyBox
from reprise.offers.models import MarketOffer, Offer, StockMovement
from reprise.outbox.models import Event
from tests.cast import OfferCase, a_seller, a_variant, an_offer, ships_to
from tests.discovery.shop import a_shop_seller, a_stocked_offer
from tests.moment import now
from tests.web.seller.offers import MIDNIGHT, contest, page, row
from tests.web.seller.room import clerk_of, everything, section, words
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
MARKETS = ("fr", "be", "nl", "de")


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

    @pytest.mark.parametrize(
        ("language", "asked", "found"),
        [
            ("de", "mitternacht", True), ("de", "iPhone 128 GB mitternacht", True),
            ("de", "128 GB, Mitternacht", True), ("de", "minuit", False),
            ("fr", "128 go minuit", True), ("nl", "middernacht", True), ("de", "pixel", False),
        ],
    )  # fmt: skip
    def test_an_offer_is_found_by_its_name_in_the_reader_s_language(
        self, language: str, asked: str, found: bool
    ) -> None:
        case = contest(40_000)
        Variant.objects.update(colour_names=MIDNIGHT)
        client = clerk_of(case.seller, language)
        html = client.get("/seller/offers/", {"q": asked, "show": "all"}).content.decode()
        assert (f'id="offer-{case.id}"' in html) == found

    def test_the_address_that_a_form_leads_back_to_may_hold_anything(self) -> None:
        case = contest(40_000)
        for back in ("q=a%00b", "q=%00", "page=%00", "market=%00", "q=%ED%A0%80", "%00=%00"):
            form = {"price-fr": "nothing", "back": back}
            answer = clerk_of(case.seller).post(page(case), form)
            assert answer.status_code == 422

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
        # A search reads the variants on the shelf and their names as well.
        assert len(told) <= (11 if "q=" in query else 9), [one["sql"][:80] for one in told]


@pytest.mark.parametrize(
    ("language", "says", "places"),
    [
        ("en", "See it in the shop", ("en-fr", "en-de")),
        ("de", "Im Shop ansehen", ("fr-fr", "de-de")),
        ("fr", "Voir dans la boutique", ("fr-fr", "de-de")),
        ("nl", "In de winkel bekijken", ("fr-fr", "de-de")),
    ],
)
def test_an_offer_leads_to_its_page_in_the_shop_of_each_market(
    language: str, says: str, places: tuple[str, str]
) -> None:
    case = an_offer()
    ships_to(case.seller, "de")
    MarketOffer.objects.create(
        seller=case.seller, offer=case.offer, market="de", price_minor=31_500, currency="EUR",
        warranty_months=24, vat_scheme="margin",
    )  # fmt: skip
    html = clerk_of(case.seller, language).get(page(case)).content.decode()
    variant = case.offer.variant
    for place in places:
        path = f"/{place}/products/{variant.product.slug}/{variant.slug}/?grade=good"
        assert f'href="{path}"' in html
        assert clerk_of(a_seller()).get(path).status_code == 200
    assert html.count(says) == 2


def test_a_column_says_whether_it_contains_the_delivery() -> None:
    case = contest(32_000)
    head = words(clerk_of(case.seller).get("/seller/offers/").content.decode())
    for column in (
        "Your price without delivery", "Shown first, price with delivery",
        "You win up to, without delivery",
    ):  # fmt: skip
        assert column in head
