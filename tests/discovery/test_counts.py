"""Popularity: each final order once, thirty days, a label by a stated rule (S11)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from reprise.discovery import actions
from reprise.discovery.configuration import CONFIGURATIONS
from reprise.discovery.models import Sale, Shelf
from reprise.discovery.queries import listing
from reprise.kernel.ids import new_id
from reprise.offers.models import MarketOffer
from reprise.outbox.models import Event
from tests.discovery.shop import a_category, a_product, a_shop_seller, a_stocked_offer, a_variant
from tests.moment import now

pytestmark = pytest.mark.django_db
CONFIG = CONFIGURATIONS[0]


def models(number: int, category: str = "iphone") -> list[str]:
    """Products on the shelf, slugs in order, none sold."""
    line, seller = a_category(category), a_shop_seller()
    made = [a_product(f"{category} {n:02}", line) for n in range(number)]
    for product in made:
        a_stocked_offer(seller, a_variant(product), 30_000)
    actions.rebuild(now())
    return [product.slug for product in made]


def sell(slug: str, times: int = 1, at: datetime | None = None) -> None:
    variant = Shelf.objects.get(slug=slug).variant_id
    for _ in range(times):
        actions.note_sale(new_id(), "fr", [variant], at or now() - timedelta(days=1))


def counted(slug: str) -> int:
    actions.recount(now())
    return Shelf.objects.get(slug=slug).orders_30d


def test_an_order_counts_once_for_each_product_in_it() -> None:
    one, two = models(2)
    variants = [Shelf.objects.get(slug=slug).variant_id for slug in (one, two, one)]
    order = new_id()
    actions.note_sale(order, "fr", variants, now() - timedelta(days=1))
    actions.note_sale(order, "fr", variants, now())
    assert Sale.objects.count() == 2
    assert counted(one) == counted(two) == 1


@pytest.mark.parametrize(
    ("ago", "counts"),
    [
        (timedelta(days=30), 1),
        (timedelta(days=30, microseconds=1), 0),
        (timedelta(microseconds=1), 1),
        (timedelta(0), 0),
    ],
)
def test_the_window_is_half_open(ago: timedelta, counts: int) -> None:
    (one,) = models(1)
    sell(one, at=now() - ago)
    assert counted(one) == counts


def test_another_market_s_orders_do_not_count() -> None:
    (one,) = models(1)
    actions.note_sale(new_id(), "be", [Shelf.objects.get().variant_id], now() - timedelta(days=1))
    assert counted(one) == 0


def test_lists_are_ordered_by_it() -> None:
    a, b, c = models(3)
    sell(b, 2)
    sell(c, 1)
    actions.recount(now())
    assert [tile.slug for tile in listing("fr", "iphone").tiles] == [b, c, a]


def test_what_is_no_longer_sold_falls_again() -> None:
    (one,) = models(1)
    sell(one, 3)
    assert counted(one) == 3
    actions.recount(now() + timedelta(days=40))
    assert Shelf.objects.get().orders_30d == 0


def test_a_change_of_price_keeps_the_count() -> None:
    (one,) = models(1)
    sell(one, 6)
    actions.recount(now())
    MarketOffer.objects.update(price_minor=29_000)
    actions.refresh(Shelf.objects.get().variant_id, "good", now())
    shelf = Shelf.objects.get()
    assert (shelf.price_minor, shelf.orders_30d, shelf.top_seller) == (29_000, 6, True)


class TestTheLabel:
    def labelled(self) -> list[str]:
        actions.recount(now())
        top = Shelf.objects.filter(top_seller=True).order_by("slug")
        return list(top.values_list("slug", flat=True))

    def test_goes_to_the_first_tenth_of_a_sub_category_rounded_up(self) -> None:
        slugs = models(11)
        for slug in slugs[:4]:
            sell(slug, CONFIG.top_minimum + 4 - slugs.index(slug))
        assert self.labelled() == slugs[:2]

    def test_never_below_the_minimum(self) -> None:
        slugs = models(10)
        sell(slugs[0], CONFIG.top_minimum - 1)
        assert self.labelled() == []
        sell(slugs[0])
        assert self.labelled() == slugs[:1]

    def test_each_sub_category_has_its_own(self) -> None:
        phones, tablets = models(3), models(3, "ipad")
        sell(phones[1], 50)
        sell(phones[0], 40)
        sell(tablets[2], CONFIG.top_minimum)
        assert self.labelled() == [tablets[2], phones[1]]

    def test_equal_counts_are_told_apart_like_in_the_list(self) -> None:
        slugs = models(2)
        for slug in slugs:
            sell(slug, 7)
        assert self.labelled() == [listing("fr", "iphone").tiles[0].slug] == slugs[:1]


def test_a_count_is_told_to_whoever_keeps_pages() -> None:
    models(1)
    before = Event.objects.filter(kind="discovery.ShelvesArranged").count()
    actions.recount(now())
    assert Event.objects.filter(kind="discovery.ShelvesArranged").count() == before + 1


def test_sales_are_forgotten_when_no_list_counts_them() -> None:
    (slug,) = models(1)
    days = CONFIG.window_days
    for age in (0, days - 1, days + 1, days + 2):
        sell(slug, at=now() - timedelta(days=age))
    assert counted(slug) == 1, "one of these days, and one now"
    assert actions.forget_sales(now()) == 1
    assert Sale.objects.count() == 3
    assert counted(slug) == 1
    assert actions.forget_sales(now() + timedelta(days=1)) == 1
