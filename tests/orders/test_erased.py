"""An order whose name and address were erased goes no further, and its money goes back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from reprise.checkout import actions as checkout
from reprise.orders import actions as orders
from reprise.orders import log
from reprise.orders.contact import BuyerErased
from reprise.orders.models import Contact, LineDevice, Step
from reprise.payments import actions as payments
from reprise.payments.models import Instruction, Payment
from reprise.shipping.models import Shipment
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import Sale, books, heard_late, pay, place, to_the_provider
from tests.sandbox.buyer import DECLINED, SUCCEEDS
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


def erased(sale: Sale) -> None:
    assert Contact.objects.filter(order_id=sale.order.id).delete()[0] == 1


@pytest.mark.parametrize(("method", "market"), [("card", "fr"), ("bancontact", "be")])
@pytest.mark.parametrize("expired", [True, False])
def test_money_that_comes_late_goes_back(
    sandbox: Any, method: str, market: str, expired: bool
) -> None:
    """Held by card, collected at once by Bancontact; whether or not the time to pay was over."""
    case = an_offer(stock=1, price=20000, market=market)
    sale = place((case, 1), method=method, market=market)
    buyer = to_the_provider(sale, sandbox)
    if expired:
        assert orders.expire(sale.order.id, now() + timedelta(minutes=15))
    erased(sale)
    if method == "card":
        buyer.pay(SUCCEEDS)
    else:
        buyer.page = buyer.open(buyer.page.read.links[0])
        buyer.go(buyer.page.form("/bank"), answer="approve")
    heard_late(sale)
    assert sale.states == ["expired"]
    assert case.available() == 1
    payment = sale.payment
    assert payment.state == ("released" if method == "card" else "captured")
    assert payment.captured == payment.refunded
    back = Instruction.objects.exclude(verb="authorize")
    assert {each.state for each in back} == {"done"}
    assert books() == []
    assert log.broken_at(sale.order.id) is None
    last = Step.objects.filter(order_id=sale.order.id).latest("seq")
    assert (last.verb, last.reason) == ("expire", "unpaid" if expired else "buyer_erased")


def test_nothing_is_sent_to_nobody(sandbox: Any) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    assert sale.states == ["sold"]
    erased(sale)
    steps = Step.objects.count()
    with pytest.raises(BuyerErased):
        sale.ship(case)
    assert sale.states == ["sold"]
    assert not Shipment.objects.exists()
    assert not LineDevice.objects.exists()
    assert Step.objects.count() == steps


def test_nobody_pays_for_it_again(sandbox: Any) -> None:
    sale = place((an_offer(stock=1), 1))
    page = to_the_provider(sale, sandbox)
    for _ in range(3):
        page.pay(DECLINED)
    payments.refresh(sale.payment_id, now())
    drain()
    assert sale.payment.state == "declined"
    erased(sale)
    with pytest.raises(BuyerErased):
        checkout.pay_again(sale.order.id, "card", now())
    assert Payment.objects.count() == 1
