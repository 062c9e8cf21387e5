"""The end of a seller's contract: not while anything that it has sold is under way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from reprise.discovery import actions as discovery
from reprise.discovery.models import BuyBox
from reprise.kernel.ids import new_id
from reprise.orders import actions as orders
from reprise.orders.actions.parting import (
    EndedLongAgo,
    EndsInTheFuture,
    OrderedSince,
    OrdersUnderWay,
)
from reprise.sellers import actions as sellers
from reprise.sellers.models import Member, Seller
from tests.cast import a_seller, an_offer
from tests.moment import now
from tests.orders.sale import delivered, pay, place
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


def ends(seller: Seller, days: int = 0) -> None:
    orders.end_contract(seller.id, (now() + timedelta(days=days)).date(), now())


def test_what_it_has_sold_is_settled_first(sandbox: Any) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    with pytest.raises(OrdersUnderWay):
        ends(case.seller)
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    with pytest.raises(OrdersUnderWay):
        ends(case.seller)
    delivered(sale, case)
    assert Seller.objects.get().ended_on is None
    ends(case.seller)
    assert Seller.objects.get().ended_on == now().date()


def test_what_is_another_s_stands_against_nothing(sandbox: Any) -> None:
    place((an_offer(stock=1), 1))
    other = an_offer(stock=1).seller
    ends(other)
    assert [each.id for each in Seller.objects.exclude(ended_on=None)] == [other.id]


def test_on_a_day_that_has_come_and_not_before_the_last_order(sandbox: Any) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    orders.expire(sale.order.id, now() + timedelta(minutes=15))
    with pytest.raises(EndsInTheFuture):
        ends(case.seller, 1)
    with pytest.raises(OrderedSince):
        ends(case.seller, -1)
    assert Seller.objects.get().active
    ends(case.seller)


def test_a_slip_of_the_pen_ends_nothing_long_ago() -> None:
    """By the last day everything leaves: a wrong year would take it in the next night."""
    seller = a_seller()
    for days in (-32, -366 * 27):
        with pytest.raises(EndedLongAgo):
            ends(seller, days)
    assert Seller.objects.get().active
    ends(seller, -31)
    assert Seller.objects.get().ended_on == (now() - timedelta(days=31)).date()


def test_nobody_finds_its_offers_any_more(sandbox: Any) -> None:
    case = an_offer(stock=1)
    discovery.rebuild(now())
    assert BuyBox.objects.filter(seller_id=case.seller.id).exists()
    ends(case.seller)
    drain()
    assert not BuyBox.objects.filter(seller_id=case.seller.id).exists()
    Member.objects.create(seller=case.seller, user_id=new_id())
    sellers.take_back_end(case.seller.id, now())
    drain()
    assert BuyBox.objects.filter(seller_id=case.seller.id).exists()
