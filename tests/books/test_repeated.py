"""An order paid twice: the refund of the second payment hides nothing of the first."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction

from reprise.books.proof import findings
from reprise.kernel.money import Money
from reprise.orders import log
from reprise.orders.actions.base import advance, give_stock_back, lines_of, locked
from reprise.orders.states import LineVerb
from reprise.payments import actions as payments
from reprise.payments.actions.ask import Share
from reprise.payments.models import Part
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import Sale, place, to_the_provider
from tests.planted import corrupt, failed
from tests.work import drain

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("sandbox")]


def at_the_bank(sale: Sale, sandbox: Any) -> None:
    buyer = to_the_provider(sale, sandbox)
    buyer.page = buyer.open(buyer.page.read.links[0])
    buyer.go(buyer.page.form("/bank"), answer="approve")
    payments.refresh(sale.payment_id, now())


def second_attempt(sale: Sale) -> Sale:
    first = sale.payment
    with transaction.atomic():
        payment = payments.create(
            reference=sale.order.id,
            market=first.market,
            method=first.method,
            provider=first.provider,
            shares=[
                Share(part.seller_id, part.reference, Money(part.amount, part.currency))
                for part in Part.objects.filter(payment=first)
            ],
            pay_by=first.pay_by,
            now=now(),
            attempt=2,
        )
    return Sale(sale.order, payment.id)


@pytest.mark.parametrize("twice", [False, True], ids=["paid once", "paid twice"])
def test_a_refused_line_whose_money_is_kept_is_found(sandbox: Any, twice: bool) -> None:
    case = an_offer(stock=1, price=20000, market="be")
    sale = place((case, 1), method="bancontact", market="be", insured={case.id: {1}})
    at_the_bank(sale, sandbox)
    drain()
    if twice:
        again = second_attempt(sale)
        at_the_bank(again, sandbox)
        corrupt("DELETE FROM procrastinate_jobs WHERE queue_name <> 'clock'")  # not sent back yet
        assert (again.payment.state, again.payment.refunded) == ("captured", 0)
    assert not findings()
    with transaction.atomic():
        lines = lines_of(locked(sale.order.id))
        advance(sale.order, lines, LineVerb.REFUSE, log.CLOCK, now(), reason="cannot_ship")
        give_stock_back(lines, now())
    assert failed() == {"clearing", "insurance in flight", "service fees", "fees given back"}
