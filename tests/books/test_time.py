"""What is under way is allowed for an hour, and what waits has its end: afterwards it is found."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from reprise.books.proof import findings
from reprise.orders import actions as orders
from reprise.payments import actions as payments
from tests.cast import NOW, OfferCase, an_offer
from tests.orders.sale import Sale, place, to_the_provider
from tests.planted import corrupt, failed
from tests.sandbox.buyer import SUCCEEDS

pytestmark = pytest.mark.django_db(transaction=True)

NEVER_TOLD = "DELETE FROM procrastinate_jobs WHERE queue_name <> 'clock'"


@pytest.fixture
def case() -> OfferCase:
    return an_offer(stock=2, price=20000, market="be")


def insured(case: OfferCase, method: str) -> Sale:
    return place((case, 1), method=method, market="be", insured={case.id: {1}})


def at_the_bank(sale: Sale, sandbox: Any) -> None:
    """Pay by a method that collects at once."""
    buyer = to_the_provider(sale, sandbox)
    buyer.page = buyer.open(buyer.page.read.links[0])
    buyer.go(buyer.page.form("/bank"), answer="approve")


def too_late(sale: Sale) -> None:
    """The order expires, then its money is seen, and the order is not told."""
    orders.expire(sale.order.id, sale.order.pay_by + timedelta(minutes=1))
    payments.refresh(sale.payment_id, NOW)
    corrupt(NEVER_TOLD)
    assert sale.states == ["expired"]


def test_money_collected_for_an_expired_order_is_under_way_for_an_hour(
    sandbox: Any, case: OfferCase
) -> None:
    sale = insured(case, "bancontact")
    at_the_bank(sale, sandbox)
    too_late(sale)
    assert not findings()
    corrupt("UPDATE payments_payment SET adopted_at = adopted_at - interval '2 hours'")
    assert failed() == {"clearing", "insurance in flight", "service fees"}


def test_money_held_for_an_expired_order_is_under_way_for_an_hour(
    sandbox: Any, case: OfferCase
) -> None:
    sale = insured(case, "card")
    to_the_provider(sale, sandbox).pay(SUCCEEDS)
    too_late(sale)
    assert not findings()
    corrupt("UPDATE payments_payment SET adopted_at = adopted_at - interval '2 hours'")
    assert failed() == {"decisions"}
