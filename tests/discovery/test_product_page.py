"""A product's page: who is shown for each way to have it, in few statements."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reprise.catalog.models import Variant
from reprise.discovery import actions
from reprise.discovery.models import BuyBox
from reprise.discovery.queries import (
    dry_run,
    product_page,
    standings,
)
from reprise.discovery.rules import SCORE_SCALE
from reprise.offers.models import MarketOffer, Offer
from tests.discovery.shop import (
    a_category,
    a_product,
    a_shop_seller,
    a_stocked_offer,
    a_variant,
    projections,
)
from tests.moment import now
from tests.planted import corrupt

RED = "#ba0c2e"


@pytest.mark.django_db
class TestAProductsPage:
    def a_page(self) -> tuple[Variant, Variant]:
        phone = a_product("iPhone 13", a_category("iphone", a_category("smartphones")))
        small, large = a_variant(phone, 128), a_variant(phone, 256)
        a_variant(phone, 512, RED)
        for faults, price in ((1, 31_000), (4, 30_000), (9, 29_500)):
            a_stocked_offer(a_shop_seller(faults=faults, shipping=490), small, price)
        a_stocked_offer(a_shop_seller(), large, 36_000, "premium")
        actions.rebuild(now())
        return small, large

    def test_the_winner_the_others_and_why(self) -> None:
        small, _ = self.a_page()
        page = product_page("fr", "iphone-13", small.slug)
        assert page is not None
        good = page.box
        assert good.grade == "good"
        assert list(page.variant.totals) == ["good"]
        assert [offer.why.rank for offer in good.offers] == [1, 2, 3]
        assert [c.slug for c in page.path] == ["smartphones", "iphone"]
        for offer in good.offers:
            why = offer.why
            assert why.landed == offer.total.minor
            share = sum(term.share for term in why.terms)
            assert why.points == why.landed * (SCORE_SCALE + share)
            exact = Decimal(why.points) / SCORE_SCALE / 100
            assert abs(why.score - exact) <= Decimal("0.005")
        box = BuyBox.objects.get(variant_id=small.id)
        assert (good.offers[0].offer_id, good.offers[0].why.points) == (box.offer_id, box.score)

    def test_prices_by_option(self) -> None:
        small, large = self.a_page()
        page = product_page("fr", "iphone-13")
        assert page is not None
        assert page.variant.slug == small.slug, "the cheapest is chosen"
        box = BuyBox.objects.get(variant_id=small.id)
        assert [
            (choice.value, choice.variant.cheapest and choice.variant.cheapest.minor)
            for choice in page.choices("storage_gb")
        ] == [(128, box.price_minor + 490), (256, 36_000), (512, None)]
        assert [c.chosen for c in page.choices("storage_gb")] == [True, False, False]
        assert page.choices("storage_gb")[1].variant.slug == large.slug
        assert page.choices("memory_gb") == ()

    def test_what_only_an_attribute_tells_is_a_choice_too(self) -> None:
        small, _ = self.a_page()
        Variant.objects.update(attributes={"sim": "esim"})
        Variant.objects.filter(id=small.id).update(attributes={"sim": "nano"})
        page = product_page("fr", "iphone-13", small.slug)
        assert page is not None
        assert [(c.value, c.chosen) for c in page.choices("sim")] == [
            ("esim", False),
            ("nano", True),
        ]
        assert page.choices("keyboard") == ()

    def test_the_grade_asked_for_or_the_cheapest_on_sale(self) -> None:
        small, large = self.a_page()
        a_stocked_offer(a_shop_seller(), small, 20_000, "premium")
        actions.rebuild(now())

        def box(variant: Variant, grade: str | None) -> tuple[str, int]:
            page = product_page("fr", "iphone-13", variant.slug, grade)
            assert page is not None
            return page.box.grade, len(page.box.offers)

        assert box(small, None) == ("premium", 1)
        assert box(small, "good") == ("good", 3)
        assert box(small, "fair") == ("fair", 0)
        assert box(large, None) == ("premium", 1)
        assert box(Variant.objects.get(storage_gb=512), None) == ("good", 0)

    @pytest.mark.django_db(transaction=True)
    def test_what_was_sold_out_since_it_was_ranked_or_has_no_trader_is_not_sold(self) -> None:
        small, _ = self.a_page()
        first = BuyBox.objects.get(variant_id=small.id).offer_id
        Offer.objects.filter(id=first).update(available=0)
        page = product_page("fr", "iphone-13", small.slug)
        assert page is not None
        assert [offer.why.rank for offer in page.box.offers] == [2, 3]
        corrupt("DELETE FROM sellers_trader")
        page = product_page("fr", "iphone-13", small.slug)
        assert page is not None
        assert page.box.offers == ()

    def test_one_statement(self) -> None:
        self.a_page()
        with CaptureQueriesContext(connection) as captured:
            product_page("fr", "iphone-13")
        assert len(captured) == 1

    def test_what_is_not_there(self) -> None:
        self.a_page()
        assert product_page("fr", "iphone-99") is None
        assert product_page("fr", "iphone-13", "no-such-variant") is None
        sold_out = product_page("be", "iphone-13")
        assert sold_out is not None
        assert sold_out.box.offers == ()
        assert sold_out.variant.cheapest is None


@pytest.mark.django_db
class TestWhereASellerStands:
    def test_the_price_to_win_wins_when_it_is_set_and_a_cent_more_does_not(self) -> None:
        phone = a_variant(a_product("iPhone 13", a_category("iphone")))
        a_stocked_offer(a_shop_seller(faults=2), phone, 30_000)
        seller = a_shop_seller(faults=7, shipping=490)
        mine = a_stocked_offer(seller, phone, 35_000)
        actions.rebuild(now())
        before = projections()
        standing = standings(seller.id, [mine.id])[mine.id, "fr"]
        assert (standing.wins, standing.own.rank, standing.candidates) == (False, 2, 2)
        assert standing.winner_price.minor == 30_000
        bar = standing.own.price_to_win.minor
        assert bar is not None
        for price, wins in ((bar, True), (bar + 1, False)):
            tried = dry_run(seller.id, mine.id, "fr", price)
            assert tried is not None
            assert tried.wins is wins
        assert projections() == before, "a dry run moves nothing"
        for price, wins in ((bar, True), (bar + 1, False)):
            MarketOffer.objects.filter(offer=mine).update(price_minor=price)
            actions.refresh(phone.id, "good", now())
            assert standings(seller.id, [mine.id])[mine.id, "fr"].wins is wins

    def test_a_rival_learns_nothing(self) -> None:
        phone = a_variant(a_product("iPhone 13", a_category("iphone")))
        mine, rival = a_stocked_offer(a_shop_seller(), phone, 30_000), a_shop_seller()
        actions.rebuild(now())
        assert standings(rival.id, [mine.id]) == {}
        assert dry_run(rival.id, mine.id, "fr", 1) is None
        with pytest.raises(ValueError, match="positive"):
            dry_run(mine.seller_id, mine.id, "fr", 0)
