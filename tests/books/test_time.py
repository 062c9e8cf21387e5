"""What is under way is allowed for an hour, and what waits has its end: afterwards it is found."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from reprise.books.proof import findings
from reprise.orders import actions as orders
from reprise.payments import actions as payments
from reprise.payments.providers.base import ProviderUnavailable
from reprise.payments.providers.sandbox.adapter import SandboxProvider
from tests.cast import OfferCase, an_offer
from tests.moment import now
from tests.orders.sale import Sale, pay, place, to_the_provider
from tests.planted import corrupt, failed
from tests.sandbox.buyer import SUCCEEDS
from tests.work import drain

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("sandbox")]

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
    payments.refresh(sale.payment_id, now())
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


def test_an_unpaid_order_holds_its_stock_an_hour_longer_than_it_may_be_paid(
    case: OfferCase,
) -> None:
    place((case, 1), market="be")
    back = "UPDATE orders_order SET pay_by = now() - %(ago)s"
    corrupt(back, ago=timedelta(minutes=55))
    assert "deadlines" not in failed()
    corrupt(back, ago=timedelta(minutes=65))
    assert failed() == {"deadlines"}


def test_no_paid_line_waits_for_ever(sandbox: Any, case: OfferCase) -> None:
    pay(place((case, 1), market="be"), sandbox)
    back = "UPDATE orders_sellerorder SET accept_by = now() - %(ago)s::interval"
    corrupt(back, ago=timedelta(minutes=55))
    assert not failed()
    for ago in (timedelta(minutes=65), None):
        corrupt(back, ago=ago)
        assert failed() == {"deadlines"}


def test_a_refund_is_under_way_for_a_day(
    sandbox: Any, case: OfferCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    sale = place((case, 2), method="bancontact", market="be")
    at_the_bank(sale, sandbox)
    payments.refresh(sale.payment_id, now())
    drain()

    def silent(*_: Any) -> None:
        raise ProviderUnavailable("no answer")

    monkeypatch.setattr(SandboxProvider, "refund", silent)
    sale.answer(case, True, False)
    corrupt("DELETE FROM procrastinate_jobs WHERE task_name LIKE '%instruction%'")
    drain()
    assert not findings()
    back = "UPDATE payments_instruction SET asked_at = now() - %(ago)s WHERE verb = 'refund'"
    corrupt(back, ago=timedelta(hours=23))
    assert not failed()
    corrupt(back, ago=timedelta(hours=25))
    assert failed() == {"deadlines"}


def test_a_collected_sale_is_final_within_an_hour(sandbox: Any) -> None:
    """While another seller has not answered, an accepted line waits for that one."""
    one, other = (an_offer(stock=1, price=20000, market="be") for _ in range(2))
    sale = place((one, 1), (other, 1), method="bancontact", market="be")
    at_the_bank(sale, sandbox)
    payments.refresh(sale.payment_id, now())
    drain()
    sale.answer(one)
    drain()
    corrupt("UPDATE orders_line SET state_at = state_at - interval '2 hours'")
    corrupt("UPDATE payments_payment SET state_at = state_at - interval '2 hours'")
    assert sale.states == ["accepted", "paid"]
    assert not failed()
    corrupt("UPDATE orders_line SET state = 'accepted' WHERE state = 'paid'")
    assert "deadlines" in failed()
