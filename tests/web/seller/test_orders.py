"""The list of orders: what is to be done, by when, and what is found in it."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from reprise.catalog.models import Variant
from reprise.kernel import clock
from reprise.orders.models import Line, SellerOrder
from reprise.orders.queries import seller_counts, seller_orders
from tests.cast import a_seller, an_offer
from tests.moment import now
from tests.orders.sale import pay, place
from tests.web.seller.offers import MIDNIGHT
from tests.web.seller.room import clerk_of, words
from tests.work import drain

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("sandbox")]


def listed(text: str) -> list[str]:
    return re.findall(r'<th scope="row"[^>]*><a href="/seller/orders/([^/]+)/"', text)


def test_an_order_to_answer_says_how_much_time_is_left(
    sandbox: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    contract = sale.contract(case)
    client = clerk_of(case.seller)
    for before, said in (
        (timedelta(hours=5, minutes=7, seconds=30), "5 h 7 min left"),
        (timedelta(days=2, hours=3), "2 d 3 h left"),
        (timedelta(seconds=30), "0 h 0 min left"),
        (timedelta(seconds=-1), "Time is over"),
    ):
        assert contract.accept_by
        moment = contract.accept_by - before
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        for page in ("/seller/", f"/seller/orders/{contract.reference}/"):
            assert said in words(client.get(page).content.decode()), page


def test_an_order_to_ship_names_the_day_and_what_is_late(
    sandbox: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    by = Line.objects.get().ship_by
    assert by
    client = clerk_of(case.seller)
    for moment, said in ((by - timedelta(hours=5), "5 h 0 min left"), (by + timedelta(1), "Late")):
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        text = words(client.get("/seller/?view=ship").content.decode())
        assert said in text
        assert f"{by.astimezone():%-d} " in text


def test_orders_are_counted_not_devices(sandbox: Any) -> None:
    case = an_offer(stock=3)
    sale = place((case, 3))
    pay(sale, sandbox)
    assert seller_counts(case.seller.id)["answer"] == 1
    sale.answer(case, True, False, True)
    drain()
    assert seller_counts(case.seller.id) == {"answer": 0, "ship": 1, "moving": 0, "done": 1}


def test_the_list_is_filtered_and_paged_by_the_address(sandbox: Any) -> None:
    case = an_offer(stock=5)
    references = []
    for number in range(3):
        sale = place((case, 1), now=now() + timedelta(seconds=number))
        pay(sale, sandbox)
        references.append(sale.contract(case).reference)
    client = clerk_of(case.seller)

    def shown(query: str) -> list[str]:
        return listed(client.get(f"/seller/?{query}").content.decode())

    assert sorted(shown("")) == sorted(references)
    assert shown(f"q={references[1].lower()}") == [references[1]]
    assert sorted(shown("q=iphone")) == sorted(references)
    assert shown("q=nothing") == []
    assert shown("market=de") == []
    assert sorted(shown("market=fr&view=zz&page=x")) == sorted(references)
    assert shown("page=2") == []
    first = seller_orders(case.seller.id, "answer", size=2)
    second = seller_orders(case.seller.id, "answer", size=2, page=2)
    assert (first.more, second.more) == (True, False)
    found = [row.contract.reference for row in (*first.rows, *second.rows)]
    assert sorted(found) == sorted(references)


def test_what_must_leave_first_stands_first(sandbox: Any) -> None:
    case = an_offer(stock=5)
    sales = [place((case, 1)) for _ in range(2)]
    for sale in sales:
        pay(sale, sandbox)
        sale.answer(case)
        drain()
    Line.objects.filter(order_id=sales[1].order.id).update(ship_by=now())
    text = clerk_of(case.seller).get("/seller/?view=ship").content.decode()
    assert listed(text) == [sale.contract(case).reference for sale in reversed(sales)]


def test_another_seller_s_order_is_not_there(sandbox: Any) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    reference = sale.contract(case).reference
    rival = clerk_of(a_seller("Rival"))
    answer = rival.get(f"/seller/orders/{reference}/")
    assert answer.status_code == 404
    said = words(answer.content.decode())
    assert "There is nothing at this address in your room" in said
    assert "Search above" not in said
    assert listed(rival.get(f"/seller/?q={reference}").content.decode()) == []


@pytest.mark.parametrize(
    ("language", "asked", "found"),
    [
        ("de", "mitternacht", True),  # as the clerk reads it
        ("de", "iphone mitternacht", True),
        ("de", "minuit", True),  # as the contract has it
        ("de", "minuit iphone", True),
        ("de", "midnight", False),
        ("de", "iphone 14", False),
        ("en", "midnight 128 gb", True),
    ],
)
def test_an_order_is_found_by_a_device_s_name_in_the_reader_s_language_and_the_stored_one(
    sandbox: Any, language: str, asked: str, found: bool
) -> None:
    case = an_offer(stock=1)
    Variant.objects.update(colour_names=MIDNIGHT)
    rival = an_offer(seller=a_seller("Rival"), stock=1)
    for each in (case, rival):
        pay(place((each, 1)), sandbox)
    client = clerk_of(case.seller, language)
    html = client.get("/seller/", {"q": asked}).content.decode()
    references = set(re.findall(r"/seller/orders/([^/]+)/", html))
    own = SellerOrder.objects.get(seller_id=case.seller.id).reference
    assert references == ({own} if found else set())
