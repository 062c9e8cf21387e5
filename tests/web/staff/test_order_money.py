"""What staff read about an order's money is all of it; what was asked for was not all collected."""

from __future__ import annotations

import re
from typing import Any

import pytest

from reprise.ledger.models import Transfer
from tests.cast import an_offer
from tests.orders.sale import delivered, pay, place
from tests.orders.test_refused_refunds import collected
from tests.web.staff.test_room import staff, text_of
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


def said(page: str) -> list[tuple[str, str]]:
    """What the line of an attempt says, in cents."""
    found = re.findall(r"(asked for|collected|sent back): [^\d<]*([\d.,]+)", page)
    return [(what, re.sub(r"\D", "", amount)) for what, amount in found]


def test_what_was_asked_for_is_not_what_was_collected(sandbox: Any) -> None:
    """200.00 and 100.00 and a fee of 3.99 are held; the one for 100.00 is refused."""
    good, bad = an_offer(stock=1, price=20000), an_offer(stock=1, price=10000)
    sale = place((good, 1), (bad, 1))
    pay(sale, sandbox)
    path = f"orders/{sale.order.reference}/"
    assert said(text_of(staff(), path)) == [("asked for", "30399")]
    sale.answer(good)
    sale.answer(bad, False)
    drain()
    assert said(text_of(staff(), path)) == [("asked for", "30399"), ("collected", "20399")]


def test_what_went_back_is_said(sandbox: Any) -> None:
    good = an_offer(stock=1, price=20000, market="be")
    bad = an_offer(stock=1, price=10000, market="be")
    sale = collected(sandbox, good, bad)
    sale.answer(good)
    sale.answer(bad, False)
    drain()
    told = said(text_of(staff(), f"orders/{sale.order.reference}/"))
    assert told == [("asked for", "30399"), ("collected", "30399"), ("sent back", "10000")]


def test_every_transfer_is_shown(sandbox: Any) -> None:
    """Of twenty insured devices more than a hundred."""
    one = an_offer(stock=10, price=20000)
    other = an_offer(seller=one.seller, stock=10, price=20000)
    sale = place(
        (one, 10), (other, 10),
        insured={one.id: set(range(1, 11)), other.id: set(range(1, 11))},
    )  # fmt: skip
    pay(sale, sandbox)
    sale.answer(one)
    drain()
    delivered(sale, one)
    assert Transfer.objects.count() > 100
    page = text_of(staff(), f"orders/{sale.order.reference}/")
    ledger = page[page.index('<h2 id="ledger">') : page.index('<h2 id="letters">')]
    assert ledger.count("<tr>") - 1 == Transfer.objects.count()
