"""Staff find orders by what a person has in hand, whole; nobody finds more by typing less."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations_with_replacement
from typing import Any

import pytest

from reprise.kernel.ids import new_id
from reprise.orders import actions as orders
from reprise.orders import register
from reprise.orders.models import Contact, SellerOrder
from reprise.orders.register import Load, Wanted, find
from reprise.orders.states import LineState, OrderStatus, lines_of_status, status
from reprise.shipping.models import Shipment
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import SELLER, Sale, pay, place
from tests.work import drain


@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_database_finds_the_status_that_a_buyer_reads(number: int) -> None:
    for states in combinations_with_replacement(LineState, number):
        for wanted in OrderStatus:
            some, none = lines_of_status(wanted)
            found = bool(some & set(states)) and not none & set(states)
            assert found == (status(states) is wanted), (states, wanted)


def references(wanted: Wanted) -> list[str]:
    rows, _ = find(wanted)
    return [row.order.reference for row in rows]


@pytest.fixture
def shipped(sandbox: Any) -> Sale:
    case = an_offer(stock=2)
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    (line,) = sale.lines(case)
    orders.ship(
        seller_id=case.seller.id,
        seller_order_id=sale.contract(case).id,
        devices={line: ("imei", "490154203237518")},
        tracking="",
        actor=SELLER,
        now=now(),
    )
    return sale


@pytest.mark.django_db(transaction=True)
def test_an_order_is_found_by_all_that_names_it(shipped: Sale) -> None:
    other = place((an_offer(stock=1), 1))
    Contact.objects.filter(order=other.order).update(email="somebody@else.example")
    parcel = Shipment.objects.get()
    for text in (
        shipped.order.reference,
        shipped.order.reference.lower().replace("-", " "),
        SellerOrder.objects.get(order=shipped.order).reference,
        parcel.tracking,
        parcel.tracking.lower(),
        "490154203237518",
        "49 015420 323751-8",
    ):
        assert references(Wanted(text=text)) == [shipped.order.reference], text
    assert references(Wanted(email="CAMILLE@Buyer.Example")) == [shipped.order.reference]
    assert references(Wanted(text="camille@buyer.example")) == [], "an address is no number"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "text", ["camille", "%@buyer.example", "camille@buyer.exampl_", "R-", "%", "49015420323751"]
)
def test_a_part_of_a_name_finds_nothing(shipped: Sale, text: str) -> None:
    assert references(Wanted(text=text)) == references(Wanted(email=text)) == []


@pytest.mark.django_db(transaction=True)
def test_filters_narrow_together(shipped: Sale) -> None:
    case = an_offer(stock=2, market="be")
    waiting = place((case, 1), market="be")
    both = {waiting.order.reference, shipped.order.reference}
    assert set(references(Wanted())) == both
    by_status = Wanted(status=OrderStatus.SHIPPED)
    assert references(by_status) == [shipped.order.reference]
    assert references(replace(by_status, market="be")) == []
    assert references(Wanted(market="be")) == [waiting.order.reference]
    assert references(Wanted(seller_id=case.seller.id)) == [waiting.order.reference]
    assert references(Wanted(seller_id=new_id())) == []
    assert references(Wanted(among=[shipped.order.id])) == [shipped.order.reference]
    assert references(Wanted(among=[])) == []


@pytest.mark.django_db(transaction=True)
def test_pages_follow_each_other_without_a_gap() -> None:
    case = an_offer(stock=3)
    placed = [place((case, 1)).order.reference for _ in range(3)]
    seen: list[str] = []
    before = None
    while True:
        rows, before = find(Wanted(before=before), limit=1)
        seen += [row.order.reference for row in rows]
        if before is None:
            break
    assert seen == placed[::-1]


@pytest.mark.django_db(transaction=True)
def test_what_a_seller_has_to_do_is_counted_in_orders(sandbox: Any) -> None:
    case, idle = an_offer(stock=5), an_offer(stock=1)
    for _ in range(2):
        pay(place((case, 2)), sandbox)
    sold = place((case, 1))
    pay(sold, sandbox)
    sold.answer(case)
    drain()
    ids = [case.seller.id, idle.seller.id]
    assert register.loads(ids, now()) == {case.seller.id: Load(waiting=2, late=0)}
    ship_by = sold.order.lines.get().ship_by
    assert register.late_to_ship(ship_by) == []
    late = ship_by.replace(year=ship_by.year + 1)
    assert register.late_to_ship(late) == [sold.order.id]
    assert register.loads(ids, late) == {case.seller.id: Load(waiting=2, late=1)}
