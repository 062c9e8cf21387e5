"""A refund that the provider refused is asked for again: once, and only while it is owed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction

from reprise.books.proof import findings
from reprise.kernel.ids import new_id
from reprise.kernel.money import Money
from reprise.kernel.refusal import Refusal
from reprise.orders import actions as orders
from reprise.orders import log
from reprise.orders.actions.answer import UnknownOrder
from reprise.orders.models import Step
from reprise.orders.queries import dossier
from reprise.payments import actions as payments
from reprise.payments.actions.again import (
    NothingOwed,
    NotRefused,
    ProviderSilent,
    RefundUnderWay,
    SentBackDiffers,
)
from reprise.payments.models import Instruction, Part
from reprise.payments.providers.base import ProviderRefused, ProviderUnavailable
from reprise.payments.providers.sandbox.adapter import SandboxProvider
from reprise.shipping import actions as shipping
from reprise.shipping.models import Shipment
from reprise.web.shop.progress import happened
from tests import database
from tests.cast import OfferCase, an_offer
from tests.moment import now
from tests.orders.sale import Sale, place, to_the_provider
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)

STAFF = log.Actor("staff", new_id())


@contextmanager
def no_refunds(monkeypatch: pytest.MonkeyPatch, failure: Exception) -> Iterator[None]:
    def refund(*_: Any) -> None:
        raise failure

    with monkeypatch.context() as patch:
        patch.setattr(SandboxProvider, "refund", refund)
        yield


def collected(sandbox: Any, *cases: OfferCase, each: int = 1) -> Sale:
    """Paid by a method that collects at once, so that a refusal is a refund."""
    sale = place(*((case, each) for case in cases), method="bancontact", market="be")
    buyer = to_the_provider(sale, sandbox)
    buyer.page = buyer.open(buyer.page.read.links[0])
    buyer.go(buyer.page.form("/bank"), answer="approve")
    payments.refresh(sale.payment_id, now())
    drain()
    return sale


@pytest.fixture
def good() -> OfferCase:
    return an_offer(stock=1, price=20000, market="be", shipping=500)


@pytest.fixture
def bad() -> OfferCase:
    return an_offer(stock=1, price=10000, market="be")


@pytest.fixture
def refused(sandbox: Any, monkeypatch: Any, good: OfferCase, bad: OfferCase) -> Sale:
    """205 EUR and 100 EUR collected; the second seller refuses, the provider refuses to refund."""
    sale = collected(sandbox, good, bad)
    with no_refunds(monkeypatch, ProviderRefused("account_closed")):
        sale.answer(bad, False)
        drain()
    assert sale.payment.refunded == 0
    return sale


def refund_of(sale: Sale) -> Instruction:
    return sale.payment.instructions.filter(verb="refund").earliest("id")


def ask(sale: Sale, instruction: Instruction) -> None:
    orders.ask_refund_again(
        order_id=sale.order.id, instruction_id=instruction.id, actor=STAFF, now=now()
    )


def refused_to_ask(sale: Sale, instruction: Instruction, why: type[Refusal]) -> None:
    before = Instruction.objects.count(), list(Part.objects.order_by("id").values())
    with pytest.raises(why):
        ask(sale, instruction)
    assert (Instruction.objects.count(), list(Part.objects.order_by("id").values())) == before
    assert not Step.objects.filter(concern="refund").exists()


def test_the_money_goes_back_after_all_and_the_books_are_right(refused: Sale) -> None:
    first = refund_of(refused)
    assert (first.state, first.answer) == ("refused", "account_closed")
    assert "decisions" in {finding.check for finding in findings()}
    ask(refused, first)
    drain()
    again = first.repeated_by
    assert (again.state, again.amount, again.amounts) == ("done", 10000, first.amounts)
    assert refused.payment.refunded == 10000
    assert not findings()


def test_who_asked_is_in_the_log_and_the_buyer_reads_it(refused: Sale) -> None:
    ask(refused, refund_of(refused))
    step = Step.objects.filter(order_id=refused.order.id).latest("seq")
    assert (step.concern, step.verb, step.from_state, step.to_state) == (
        "refund", "ask_again", "refused", "open",
    )  # fmt: skip
    assert (step.actor_kind, step.actor_id) == (STAFF.kind, STAFF.id)
    assert log.broken_at(refused.order.id) is None
    told = [each.text for each in happened(dossier(refused.order))]
    assert told[-1] == "We asked the payment provider again to send your money back."


def test_asked_twice_is_one_effect(refused: Sale) -> None:
    for _ in range(2):
        ask(refused, refund_of(refused))
    drain()
    ask(refused, refund_of(refused))
    drain()
    assert refused.payment.instructions.filter(verb="refund").count() == 2
    assert refused.payment.refunded == 10000
    assert Step.objects.filter(concern="refund").count() == 1
    assert not findings()


def test_asked_at_once_is_one_instruction(refused: Sale) -> None:
    first = refund_of(refused)

    def press(_: int) -> str:
        try:
            ask(refused, first)
        except Refusal as refusal:
            return refusal.code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(8) as crowd:
        assert Counter(crowd.map(press, range(8))) == {"done": 8}
    assert Instruction.objects.filter(repeats=first).count() == 1
    assert Step.objects.filter(concern="refund").count() == 1
    drain()
    assert refused.payment.refunded == 10000
    assert not findings()


def test_postgresql_refuses_a_second_stand_in(refused: Sale) -> None:
    ask(refused, refund_of(refused))
    twin = Instruction.objects.get(repeats=refund_of(refused))
    twin.pk, twin.key = new_id(), "another key"
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)


def test_what_is_refused_again_can_be_asked_again(refused: Sale, monkeypatch: Any) -> None:
    first = refund_of(refused)
    with no_refunds(monkeypatch, ProviderRefused("account_closed")):
        ask(refused, first)
        drain()
    second = first.repeated_by
    assert second.state == "refused"
    assert "decisions" in {finding.check for finding in findings()}
    ask(refused, second)
    drain()
    assert refused.payment.refunded == 10000
    assert not findings()


def send_at_the_provider(sale: Sale, sandbox: Any, amount: int) -> None:
    status, _ = sandbox.api(
        "POST",
        f"/v1/payments/{sale.payment.provider_ref}/refunds",
        {"amount": amount, "currency": "EUR"},
        key="at the provider",
    )
    assert status == 200


def test_money_that_the_provider_has_sent_after_its_refusal_is_booked_and_not_sent_twice(
    refused: Sale, sandbox: Any
) -> None:
    send_at_the_provider(refused, sandbox, 10000)
    first = refund_of(refused)
    for _ in range(2):
        ask(refused, first)
        drain()
    assert (first.repeated_by.state, first.repeated_by.answer) == ("done", "found_refunded")
    assert refused.payment.refunded == payments.sent_back(first.id).minor == 10000
    assert not findings()
    (step,) = Step.objects.filter(concern="refund")
    assert (step.verb, step.from_state, step.to_state) == ("find_sent", "refused", "done")
    assert step.actor_id == STAFF.id
    told = [each.text for each in happened(dossier(refused.order))]
    assert "The payment provider has sent your money back after all." in told


@pytest.mark.parametrize("amount", [9999, 10001])
def test_while_the_provider_has_sent_another_amount_nothing_is_asked(
    refused: Sale, sandbox: Any, amount: int
) -> None:
    send_at_the_provider(refused, sandbox, amount)
    refused_to_ask(refused, refund_of(refused), SentBackDiffers)


def test_what_was_asked_back_another_way_is_not_owed(refused: Sale, bad: OfferCase) -> None:
    """The other seller's money would be what goes back."""
    contract = refused.contract(bad)
    with transaction.atomic():
        amount = Money(contract.total, "EUR")
        payments.ask_refund(refused.payment_id, {contract.id: amount}, now(), key="by_hand")
    drain()
    assert refused.payment.refunded == 10000
    refused_to_ask(refused, refund_of(refused), NothingOwed)


def test_a_device_that_was_delivered_is_not_paid_back(sandbox: Any, monkeypatch: Any) -> None:
    """A refused refund of one of two devices, paid back by hand: what is left in the part is the
    delivered device's, and earned."""
    pair = an_offer(stock=2, price=10000, market="be")
    sale = collected(sandbox, pair, each=2)
    with no_refunds(monkeypatch, ProviderRefused("account_closed")):
        sale.answer(pair, True, False)
        drain()
    parcel = Shipment.objects.get(id=sale.ship(pair))
    shipping.receive_scan(
        carrier=parcel.carrier, event_id="one", tracking=parcel.tracking, kind="delivered",
        occurred_at=now(), now=now(),
    )  # fmt: skip
    drain()
    with transaction.atomic():
        payments.ask_refund(
            sale.payment_id, {sale.contract(pair).id: Money(10000, "EUR")}, now(), key="by_hand"
        )
    drain()
    part = Part.objects.get(payment_id=sale.payment_id, reference=sale.contract(pair).id)
    assert part.captured - part.refund_asked == 10000, "the part alone would allow it"
    refused_to_ask(sale, refund_of(sale), NothingOwed)


def test_while_another_refund_is_open_it_waits(
    refused: Sale, good: OfferCase, monkeypatch: Any
) -> None:
    with no_refunds(monkeypatch, ProviderUnavailable("no answer")):
        refused.answer(good, False)
        refused_to_ask(refused, refund_of(refused), RefundUnderWay)
    drain()
    ask(refused, refund_of(refused))
    drain()
    assert refused.payment.refunded == refused.payment.amount
    assert not findings()


def test_a_silent_provider_is_said(refused: Sale, monkeypatch: Any) -> None:
    def silent(*_: Any) -> None:
        raise ProviderUnavailable("no answer")

    monkeypatch.setattr(SandboxProvider, "look_up", silent)
    refused_to_ask(refused, refund_of(refused), ProviderSilent)


def test_only_a_refused_refund_of_this_order_can_be_asked_again(
    refused: Sale, sandbox: Any
) -> None:
    authorise = refused.payment.instructions.get(verb="authorize")
    refused_to_ask(refused, authorise, NotRefused)
    other = collected(sandbox, an_offer(stock=1, price=5000, market="be"))
    with pytest.raises(UnknownOrder):
        orders.ask_refund_again(
            order_id=other.order.id,
            instruction_id=refund_of(refused).id,
            actor=STAFF,
            now=now(),
        )
    assert not Step.objects.filter(concern="refund").exists()


def test_a_repeated_payment_that_was_not_sent_back_is_owed_whole(refused: Sale) -> None:
    """Money of an attempt that pays for nothing belongs to the buyer, whatever the lines say."""
    with psycopg.connect(database.endpoints.owner_url, autocommit=True) as owner:
        owner.execute("UPDATE payments_payment SET adopted_at = NULL WHERE id = %s",
                      [refused.payment_id])  # fmt: skip
    ask(refused, refund_of(refused))
    drain()
    assert refused.payment.refunded == 10000
