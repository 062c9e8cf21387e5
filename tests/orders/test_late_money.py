"""Money that comes late, twice, or not at all: every cent goes back or pays for a device."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import psycopg
import pytest
from django.db import connection, transaction

from reprise.checkout import actions as checkout
from reprise.kernel.money import Money
from reprise.orders import actions as orders
from reprise.payments import actions as payments
from reprise.payments.actions.ask import Share
from reprise.payments.actions.perform import PaymentClosed
from reprise.payments.models import Instruction, Payment
from reprise.payments.providers.sandbox.adapter import SandboxProvider
from reprise.sellers.models import PLATFORM
from reprise.wiring import sweeps
from tests.cast import an_offer
from tests.database import endpoints
from tests.moment import now
from tests.orders.sale import Sale, books, heard_late, pay, place, to_the_provider
from tests.sandbox import buyer as cards
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_unpaid_order_gives_its_stock_back_after_its_time(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    to_the_provider(sale, sandbox)
    assert case.available() == 0
    assert not orders.expire(sale.order.id, now() + timedelta(minutes=14))
    assert orders.expire(sale.order.id, now() + timedelta(minutes=15))
    assert sale.states == ["expired"]
    assert case.available() == 1
    assert not books()


def test_money_that_comes_after_the_end_reserves_again(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    page = to_the_provider(sale, sandbox)
    assert orders.expire(sale.order.id, now() + timedelta(minutes=15))
    page.pay(cards.SUCCEEDS)
    heard_late(sale)
    assert sale.states == ["paid"]
    assert case.available() == 0
    assert not books()


def test_money_that_comes_after_the_end_goes_back_when_the_device_is_gone(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    page = to_the_provider(sale, sandbox)
    assert orders.expire(sale.order.id, now() + timedelta(minutes=15))
    second = place((case, 1))
    page.pay(cards.SUCCEEDS)
    heard_late(sale)
    assert sale.states == ["expired"]
    assert sale.payment.state == "released"
    assert second.states == ["reserved"]
    assert not books()


def test_an_authorisation_that_the_order_has_not_heard_of_keeps_it(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    to_the_provider(sale, sandbox).pay(cards.SUCCEEDS)
    payments.refresh(sale.payment_id, now())  # recorded; the event has not been delivered
    assert not orders.expire(sale.order.id, now() + timedelta(hours=1))
    drain()
    assert sale.states == ["paid"]
    assert not books()


def test_a_capture_that_is_refused_undoes_the_sale(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox, cards.CAPTURE_REFUSED)
    sale.answer(case)
    drain()
    assert sale.states == ["cancelled"]
    assert sale.payment.state == "released"
    assert case.available() == 1
    assert not books()


def test_a_hold_that_lapses_at_the_provider_undoes_the_sale(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    to_the_provider(sale, sandbox).pay(cards.LAPSES)
    payments.refresh(sale.payment_id, now())
    drain()
    assert sale.states in (["cancelled"], ["reserved"])
    if sale.states == ["reserved"]:  # the shop never saw the hold
        assert orders.expire(sale.order.id, now() + timedelta(minutes=15))
    assert case.available() == 1
    assert not books()


def test_a_second_attempt_that_is_paid_as_well_is_given_back(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    first = to_the_provider(sale, sandbox)
    for _ in range(3):
        first.pay(cards.DECLINED)
    payments.refresh(sale.payment_id, now())
    assert sale.payment.state == "declined"
    again = Sale(sale.order, checkout.pay_again(sale.order.id, "card", now()))
    assert again.payment_id != sale.payment_id
    pay(again, sandbox)
    assert again.states == ["paid"]
    # The provider says after all that the first attempt was paid: its money goes back.
    from reprise.payments.actions.learn import apply_snapshot
    from reprise.payments.actions.record import attempt, locked
    from reprise.payments.providers.base import ProviderStatus, Snapshot

    euros = sale.payment.money
    with transaction.atomic():
        apply_snapshot(
            attempt(sale.payment_id),
            Snapshot(
                sale.payment.provider_ref or "",
                str(sale.payment_id),
                ProviderStatus.AUTHORISED,
                euros,
                euros,
                Money.zero("EUR"),
                Money.zero("EUR"),
                now(),
            ),
            now(),
        )
    assert Instruction.objects.get(payment_id=sale.payment_id, verb="release").state == "open"
    # The provider lets the hold go; what the other attempt has paid for is not touched.
    from reprise.payments.actions.record import record_let_go

    with transaction.atomic():
        record_let_go(locked(sale.payment_id), now())
    Instruction.objects.filter(payment_id=sale.payment_id, verb="release").update(state="done")
    drain()
    assert again.states == ["paid"]
    again.answer(case)
    drain()
    assert again.states == ["sold"]


def test_a_paid_order_is_not_paid_again(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    with pytest.raises(PaymentClosed):
        checkout.pay_again(sale.order.id, "card", now())


def test_one_order_that_cannot_be_swept_does_not_stop_the_others(sandbox) -> None:
    lost, fine = place((an_offer(stock=1), 1)), place((an_offer(stock=1), 1))
    for sale in (lost, fine):
        to_the_provider(sale, sandbox)
    Payment.objects.filter(id=lost.payment_id).update(provider_ref="pay_that_nobody_knows")
    done = sweeps.every(now() + timedelta(hours=1))
    assert done["unpaid_orders"] == 2
    assert fine.states == lost.states == ["expired"]


def test_an_order_waits_while_the_provider_does_not_answer(sandbox, monkeypatch) -> None:
    sale = place((an_offer(stock=1), 1))
    to_the_provider(sale, sandbox).pay(cards.SUCCEEDS)
    nobody = SandboxProvider("http://127.0.0.1:1", "key", "secret")
    with monkeypatch.context() as silence:
        silence.setattr("reprise.payments.actions.learn.provider", lambda name: nobody)
        assert sweeps.unpaid_orders(now() + timedelta(hours=1)) == 0
        assert sale.states == ["reserved"]
    sweeps.unpaid_orders(now() + timedelta(hours=1))
    drain()
    assert sale.states == ["paid"]


def test_a_capture_that_was_made_although_it_is_refused_is_believed(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case)
    from reprise.payments.providers.registry import provider

    provider("sandbox").capture(sale.payment.provider_ref or "", sale.order.money, "another key")
    drain()
    assert sale.states == ["sold"]
    assert not books()


def test_an_event_whose_job_is_lost_is_delivered_by_the_clock(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    to_the_provider(sale, sandbox).pay(cards.SUCCEEDS)
    payments.refresh(sale.payment_id, now())
    with psycopg.connect(endpoints.owner_url, autocommit=True) as owner:
        owner.execute("DELETE FROM procrastinate_jobs")
    sweeps.every(now() + timedelta(minutes=5))
    assert sale.states == ["paid"]


def test_two_attempts_paid_at_once_are_recorded_one_after_the_other(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    to_the_provider(sale, sandbox).pay(cards.SUCCEEDS)
    second = payments.create(
        reference=sale.order.id,
        market="fr",
        method="card",
        provider="sandbox",
        shares=[
            Share(case.seller.id, sale.contract(case).id, Money(31200, "EUR")),
            Share(PLATFORM, sale.order.id, Money(399, "EUR")),
        ],
        pay_by=sale.order.pay_by,
        now=now(),
        attempt=2,
    )
    again = Sale(sale.order, second.id)
    to_the_provider(again, sandbox).pay(cards.SUCCEEDS)

    def look(payment_id) -> str:
        try:
            return payments.refresh(payment_id, now())
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as crowd:
        assert list(crowd.map(look, (sale.payment_id, second.id))) == ["applied", "applied"]
    drain()
    assert sale.states == ["paid"]
    assert sorted((sale.payment.state, again.payment.state)) == ["authorised", "released"]
    assert not books()
