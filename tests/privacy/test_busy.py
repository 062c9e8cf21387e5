"""Which orders are left alone, each cause by itself; and what the rules are told of the others."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reprise.kernel.money import Money
from reprise.law.calendars import Calendar, plus_months
from reprise.notifications.actions import MOST_TRIES, send_post
from reprise.orders import actions as orders
from reprise.orders.models import Line, Order
from reprise.payments.models import Instruction
from reprise.payments.providers.base import ProviderRefused
from reprise.payments.providers.registry import provider
from reprise.privacy import queries
from reprise.privacy.queries import busy, facts, retention_of
from reprise.privacy.rules import Busy, Then
from reprise.shipping.models import Scan, Shipment
from tests.cast import OfferCase, an_offer
from tests.moment import now
from tests.orders.sale import Sale, collected, delivered, pay, place
from tests.orders.test_refused_refunds import STAFF
from tests.planted import corrupt
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)

UNDER_WAY = [Busy.LINE, Busy.PAYMENT]


def causes(order_id: UUID) -> set[Busy]:
    """With all jobs done and all letters sent."""
    drain()
    send_post(now())
    return set(busy([order_id]).get(order_id, ()))


@pytest.fixture
def done(sandbox: Any) -> UUID:
    """A delivered order, and beside it one that is under way, which must not colour it."""
    case = an_offer(stock=2, price=20000, shipping=500)
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    delivered(sale, case)
    place((case, 1))
    drain()
    assert causes(sale.order.id) == set()
    return sale.order.id


ONE = {
    "a device that is on its way": (
        "UPDATE orders_line SET state = 'shipped'", {Busy.LINE}),
    "a device that came back": (
        "UPDATE orders_line SET state = 'came_back'", {Busy.LINE}),
    "an attempt that was begun": (
        "UPDATE payments_payment SET state = 'created'", {Busy.PAYMENT}),
    "an attempt at the provider": (
        "UPDATE payments_payment SET state = 'started'", {Busy.PAYMENT}),
    "an attempt that may succeed after all": (
        "UPDATE payments_payment SET state = 'declined'", {Busy.PAYMENT}),
    "money that is held": (
        "UPDATE payments_payment SET state = 'authorised'", {Busy.PAYMENT}),
    "money that is nobody's": (
        "UPDATE payments_payment SET refunded = 1", {Busy.MONEY}),
    "a device whose money went elsewhere": (
        "UPDATE orders_line SET state = 'cancelled'", {Busy.MONEY}),
    "an instruction without its answer": (
        "UPDATE payments_instruction SET state = 'open' WHERE verb = 'capture'",
        {Busy.INSTRUCTION}),
    "a refund that was refused": (
        "UPDATE payments_instruction SET state = 'refused', verb = 'refund' WHERE verb = 'capture'",
        {Busy.INSTRUCTION}),
    "money on its way back": (
        "UPDATE payments_part SET refund_asked = 1", {Busy.REFUND}),
    "a parcel on its way": (
        "UPDATE shipping_shipment SET state = 'moving'", {Busy.PARCEL}),
    "a parcel at its point": (
        "UPDATE shipping_shipment SET state = 'waiting'", {Busy.PARCEL}),
    "a letter to be sent": (
        "UPDATE notifications_message SET sent_at = NULL WHERE audience = 'buyer'", {Busy.LETTER}),
    "a letter that failed once": (
        "UPDATE notifications_message SET sent_at = NULL, tries = 12 WHERE audience = 'buyer'",
        {Busy.LETTER}),
    "a letter that was given up": (
        "UPDATE notifications_message SET sent_at = NULL, tries = 13 WHERE audience = 'buyer'",
        set()),
    "a seller's letter": (
        "UPDATE notifications_message SET sent_at = NULL WHERE audience = 'seller'", set()),
    "an instruction that was refused and came to nothing": (
        "UPDATE payments_instruction SET state = 'refused' WHERE verb = 'capture'", set()),
    "nobody ever came to the provider": (
        "UPDATE payments_instruction SET state = 'open' WHERE verb = 'authorize'", set()),
}  # fmt: skip


@pytest.mark.parametrize("name", ONE)
def test_each_cause_by_itself(done: UUID, name: str) -> None:
    statement, wanted = ONE[name]
    column = {
        "orders_line": "order_id = '{0}'",
        "payments_payment": "reference = '{0}'",
        "payments_instruction": "payment_id IN (SELECT id FROM payments_payment"
        " WHERE reference = '{0}')",
        "payments_part": "payment_id IN (SELECT id FROM payments_payment WHERE reference = '{0}')"
        " AND captured > 0",
        "shipping_shipment": "TRUE",
        "notifications_message": "order_id = '{0}'",
    }[statement.split()[1]]
    corrupt(statement + (" AND " if "WHERE" in statement else " WHERE ") + column.format(done))
    assert set(busy([done]).get(done, ())) == wanted
    decided = retention_of([done])[done]
    assert decided.busy == wanted
    assert (decided.active is None) == bool(wanted)


def test_a_doubtful_parcel_until_somebody_vouches(done: UUID) -> None:
    corrupt("UPDATE shipping_shipment SET state = 'moving'")
    parcel = Shipment.objects.get()
    Scan.objects.create(
        carrier="sandbox", event_id="doubt", shipment_id=parcel.id, kind="delivered",
        outcome="elsewhere", occurred_at=now(), received_at=now(),
    )  # fmt: skip
    assert causes(done) == {Busy.PARCEL, Busy.DOUBT}
    corrupt("UPDATE shipping_shipment SET vouched_at = now()")
    assert causes(done) == {Busy.PARCEL}


def test_no_cause_was_forgotten() -> None:
    assert {cause for _, wanted in ONE.values() for cause in wanted} | {Busy.DOUBT} == set(Busy)
    assert queries.MOST_TRIES == MOST_TRIES


def test_many_orders_are_asked_about_in_three_statements(done: UUID) -> None:
    ids = list(Order.objects.values_list("id", flat=True))
    with CaptureQueriesContext(connection) as found:
        told = facts(ids)
    assert len(found) == 3
    assert told.keys() == set(ids)
    (other,) = set(ids) - {done}
    assert causes(other) == set(UNDER_WAY)


PARIS = Calendar("FR")


class TestWhatTheRulesAreTold:
    def test_of_a_delivered_order(self, done: UUID) -> None:
        line = Line.objects.get(order_id=done)
        today = PARIS.day_of(line.state_at)
        told = facts([done])[done]
        assert (told.country, told.concluded) == ("FR", PARIS.day_of(now()))
        (contract,) = told.contracts
        assert contract.total == Money(20500, "EUR")
        (device,) = contract.delivered
        assert (device.on, device.warranty_months, device.cover_months) == (
            today, line.warranty_months, 0,
        )  # fmt: skip
        assert (told.let_go, told.refunded) == (None, None)
        decided = retention_of([done])[done]
        assert decided.active == plus_months(today, 24)
        assert decided.archived == plus_months(today, 120)

    def test_of_its_insurance(self, done: UUID) -> None:
        corrupt("UPDATE orders_line SET premium = 1, cover = '{\"months\": 30}'"
                " WHERE state = 'delivered'")  # fmt: skip
        (contract,) = facts([done])[done].contracts
        assert contract.delivered[0].cover_months == 30

    def test_the_day_is_the_market_s(self, done: UUID) -> None:
        corrupt("UPDATE orders_line SET state_at = '2026-07-31T22:30Z' WHERE state = 'delivered'")
        (contract,) = facts([done])[done].contracts
        assert contract.delivered[0].on.isoformat() == "2026-08-01"

    def test_of_an_order_that_nobody_paid(self, sandbox: Any) -> None:
        sale = place((an_offer(stock=1), 1))
        late = now() + timedelta(hours=1)
        assert causes(sale.order.id) == set(UNDER_WAY)
        orders.expire(sale.order.id, late)
        drain()
        assert causes(sale.order.id) == set()
        decided = retention_of([sale.order.id])[sale.order.id]
        assert decided.active == PARIS.day_of(late) + timedelta(days=30)
        assert decided.then is Then.ERASED

    def test_of_money_that_was_held_and_let_go(self, sandbox: Any) -> None:
        case = an_offer(stock=1)
        sale = place((case, 1))
        pay(sale, sandbox)
        assert causes(sale.order.id) == set(UNDER_WAY)
        sale.answer(case, False)
        assert causes(sale.order.id) == set()
        assert sale.payment.state == "released"
        told = facts([sale.order.id])[sale.order.id]
        assert told.let_go == PARIS.day_of(sale.payment.state_at)
        assert told.refunded is None


class TestMoneyThatGoesBack:
    @pytest.fixture
    def paid(self, sandbox: Any) -> tuple[Sale, OfferCase]:
        case = an_offer(stock=1, price=10000, market="be")
        sale = place((case, 1), method="bancontact", market="be")
        collected(sale, sandbox)
        assert sale.payment.captured > 0
        return sale, case

    def test_all_of_it(self, paid: tuple[Sale, OfferCase]) -> None:
        sale, case = paid
        assert causes(sale.order.id) == {Busy.LINE, Busy.MONEY}
        sale.answer(case, False)
        assert causes(sale.order.id) == set()
        told = facts([sale.order.id])[sale.order.id]
        back = Instruction.objects.filter(verb="refund").latest("answered_at").answered_at
        assert back is not None
        assert told.refunded == Calendar("BE").day_of(back)
        assert retention_of([sale.order.id])[sale.order.id].then is Then.ARCHIVED

    def test_a_refusal_keeps_it_busy_until_it_was_asked_for_again(
        self, paid: tuple[Sale, OfferCase]
    ) -> None:
        sale, case = paid
        adapter = type(provider("sandbox"))
        with patch.object(adapter, "refund", side_effect=ProviderRefused("account_closed")):
            sale.answer(case, False)
            drain()
        assert causes(sale.order.id) >= {Busy.INSTRUCTION}
        for refused in Instruction.objects.filter(verb="refund"):
            orders.ask_refund_again(
                order_id=sale.order.id, instruction_id=refused.id, actor=STAFF, now=now()
            )
            drain()
        assert causes(sale.order.id) == set(), "a refusal that was made good is not held for ever"


def test_nothing_asked_is_nothing_told() -> None:
    assert busy([]) == facts([]) == {}
