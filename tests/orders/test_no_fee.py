"""A market without a service fee: an order has no part for it, and nothing waits for one (S6)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from reprise.books.proof import findings
from reprise.checkout import rules
from reprise.kernel.rate import Rate
from reprise.ledger.models import Transfer
from reprise.orders import actions as orders
from reprise.payments.models import Part
from reprise.shipping import actions as shipping
from reprise.shipping.models import Shipment
from tests.cast import OfferCase, an_offer
from tests.moment import now
from tests.orders.sale import SELLER, Sale, collected, delivered, pay, place
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _without_fee(monkeypatch: Any) -> None:
    free = rules.Fees(date(2026, 1, 1), {"EUR": 0}, Rate.percent("10"))
    monkeypatch.setattr(rules, "FEES", (free,))


@pytest.fixture
def case() -> OfferCase:
    return an_offer(stock=1, price=20000, market="be", shipping=300)


def came_back(sale: Sale, case: OfferCase) -> None:
    parcel = Shipment.objects.get(id=sale.ship(case))
    shipping.receive_scan(
        carrier=parcel.carrier,
        event_id="came-back",
        tracking=parcel.tracking,
        kind="returned",
        occurred_at=now(),
        now=now(),
    )
    drain()


def test_what_came_back_is_given_back_to_the_cent(sandbox: Any, case: OfferCase) -> None:
    sale = place((case, 1), market="be")
    assert (sale.order.fee, sale.order.total) == (0, 20300)
    assert Part.objects.get().amount == 20300
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    came_back(sale, case)
    orders.call_off(
        seller_id=case.seller.id,
        seller_order_id=sale.contract(case).id,
        actor=SELLER,
        now=now(),
    )
    drain()
    assert (sale.states, sale.payment.refunded) == (["cancelled"], 20300)
    assert not findings()


def test_a_refused_device_is_given_back_whole(sandbox: Any, case: OfferCase) -> None:
    sale = place((case, 1), market="be", method="bancontact")
    collected(sale, sandbox)
    sale.answer(case, False)
    drain()
    assert sale.payment.refunded == 20300
    assert not findings()


def test_a_delivered_one_earns_and_no_fee_is_booked(sandbox: Any, case: OfferCase) -> None:
    sale = place((case, 1), market="be")
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    delivered(sale, case)
    codes = set(Transfer.objects.filter(phase="posted").values_list("code", "amount"))
    assert codes == {("captured", 20300), ("earned", 20300 - 2030), ("commission", 2030)}
    assert not findings()
