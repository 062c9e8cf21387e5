"""No device is promised or shipped for money that is not there, nor for another currency."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction

from reprise.books.proof import findings
from reprise.ledger import actions as ledger
from reprise.ledger.states import AccountKind
from reprise.orders import log
from reprise.orders.actions.base import advance, lines_of, locked
from reprise.orders.states import LineVerb
from reprise.payments import actions as payments
from reprise.payments.providers.sandbox.adapter import SandboxProvider
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import Sale, pay, place
from tests.planted import corrupt, failed
from tests.work import drain

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("sandbox")]


def unpaid(sale: Sale, *verbs: LineVerb) -> None:
    """Bring the lines of an order on by the machine's own steps, but without its money."""
    with transaction.atomic():
        order = locked(sale.order.id)
        lines = lines_of(order)
        for verb in verbs:
            advance(order, lines, verb, log.PROVIDER, now())
    corrupt("UPDATE orders_sellerorder SET accept_by = now() + interval '1 day'")


@pytest.mark.parametrize("verbs", [[LineVerb.PAY], [LineVerb.PAY, LineVerb.ACCEPT]])
def test_a_seller_asked_about_money_that_is_not_there(verbs: list[LineVerb]) -> None:
    sale = place((an_offer(stock=1, price=20000), 1))
    assert not findings()
    unpaid(sale, *verbs)
    assert failed() == {"paid lines"}


def test_a_device_shipped_without_money() -> None:
    case = an_offer(stock=1, price=20000)
    sale = place((case, 1))
    unpaid(sale, LineVerb.PAY, LineVerb.ACCEPT, LineVerb.COLLECT)
    assert failed() == {"paid lines"}
    sale.ship(case)
    drain()
    assert failed() == {"paid lines"}


def test_a_device_shipped_for_money_that_is_only_held(sandbox: Any) -> None:
    case = an_offer(stock=1, price=20000)
    sale = place((case, 1))
    pay(sale, sandbox)
    assert not findings()
    unpaid(sale, LineVerb.ACCEPT, LineVerb.COLLECT)
    assert "paid lines" in failed()


def test_a_hold_that_ended_is_news_for_an_hour(sandbox: Any) -> None:
    case = an_offer(stock=1, price=20000)
    sale = place((case, 1))
    pay(sale, sandbox)
    ref = sale.payment.provider_ref
    assert ref is not None
    SandboxProvider.from_environment().release(ref, "by the bank")
    payments.refresh(sale.payment_id, now())
    corrupt("DELETE FROM procrastinate_jobs WHERE queue_name <> 'clock'")  # never told
    assert sale.states == ["paid"]
    assert not findings()
    corrupt("UPDATE payments_payment SET state_at = now() - interval '65 minutes'")
    assert failed() == {"paid lines"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE orders_order SET currency = 'USD'",
        "UPDATE orders_sellerorder SET currency = 'USD'",
        "UPDATE orders_line SET currency = 'USD'",
        "UPDATE payments_payment SET currency = 'USD'",
        "UPDATE payments_part SET currency = 'USD'",
    ],
)
def test_a_sale_in_two_currencies(statement: str) -> None:
    place((an_offer(stock=1, price=20000), 1))
    corrupt(statement)
    assert failed() - {"hash chains"} == {"currencies"}


def test_a_service_fee_in_a_sellers_purse(sandbox: Any) -> None:
    case = an_offer(stock=1, price=20000)
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    assert not findings()
    purse = ledger.Purse(case.seller.id, "fr", "EUR")
    with transaction.atomic():
        fee = ledger.account(purse, AccountKind.FEE)
        clearing = ledger.account(purse, AccountKind.CLEARING)
    corrupt(
        "UPDATE ledger_transfer SET seller_id = %(seller)s, debit_id = %(debit)s,"
        " credit_id = %(credit)s WHERE code = 'service_fee'",
        seller=case.seller.id,
        debit=clearing,
        credit=fee,
    )
    assert failed() == {"ledger entries", "service fees"}
