"""What the provider says it moved is booked once, and only where it is what it was told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction

from reprise.books.proof import findings
from reprise.kernel.money import Money
from reprise.ledger.models import Transfer
from reprise.payments import actions as payments
from reprise.payments.actions import record
from reprise.payments.actions.perform import AnotherAmount
from reprise.payments.models import Instruction
from reprise.payments.providers.base import Answer
from reprise.payments.providers.sandbox.adapter import SandboxProvider
from tests.cast import OfferCase, an_offer
from tests.moment import now
from tests.orders.sale import Sale, pay, place
from tests.orders.test_refused_refunds import collected
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pair() -> OfferCase:
    return an_offer(stock=2, price=20000)


@pytest.fixture
def told_to_capture(sandbox: Any, pair: OfferCase) -> tuple[Sale, Instruction]:
    sale = place((pair, 2))
    pay(sale, sandbox)
    sale.answer(pair, True, False)
    return sale, sale.payment.instructions.get(verb="capture")


@pytest.fixture
def told_to_refund(sandbox: Any) -> tuple[Sale, Instruction]:
    pair = an_offer(stock=2, price=20000, market="be")
    sale = collected(sandbox, pair, each=2)
    sale.answer(pair, True, False)
    return sale, sale.payment.instructions.get(verb="refund")


def moves(monkeypatch: pytest.MonkeyPatch, verb: str, more: int) -> None:
    """Have the provider say that it moved ``more`` than it was told."""
    made: Callable[..., Answer] = getattr(SandboxProvider, verb)

    def other(*arguments: Any) -> Answer:
        answer = made(*arguments)
        return replace(answer, moved=answer.moved + Money(more, "EUR"))

    monkeypatch.setattr(SandboxProvider, verb, other)


def state(sale: Sale, instruction: Instruction) -> tuple[Any, ...]:
    payment = sale.payment
    instruction.refresh_from_db()
    return (
        payment.state, payment.captured, payment.refunded, instruction.state,
        Transfer.objects.count(), sale.states,
    )  # fmt: skip


@pytest.mark.parametrize("more", [-1, 1])
def test_another_capture_than_asked_for_is_not_booked(
    told_to_capture: tuple[Sale, Instruction], monkeypatch: pytest.MonkeyPatch, more: int
) -> None:
    sale, capture = told_to_capture
    before = state(sale, capture)
    moves(monkeypatch, "capture", more)
    with pytest.raises(AnotherAmount):
        payments.perform(capture.id, now())
    assert state(sale, capture) == before
    assert capture.state == "open"
    assert findings(), "the provider's books show it"


@pytest.mark.parametrize("more", [-1, 1])
def test_another_refund_than_asked_for_is_not_booked(
    told_to_refund: tuple[Sale, Instruction], monkeypatch: pytest.MonkeyPatch, more: int
) -> None:
    sale, refund = told_to_refund
    before = state(sale, refund)
    moves(monkeypatch, "refund", more)
    with pytest.raises(AnotherAmount):
        payments.perform(refund.id, now())
    assert state(sale, refund) == before
    assert refund.state == "open"
    assert findings()


RECORDS = (
    record.record_capture, record.record_capture_refused, record.record_release,
    record.record_release_refused, record.record_refund, record.record_refund_refused,
)  # fmt: skip


@pytest.mark.parametrize("again", RECORDS)
def test_what_is_recorded_stays_whatever_is_heard_of_it_again(
    told_to_refund: tuple[Sale, Instruction], again: Callable[..., None]
) -> None:
    """The answer to a call and a notice of it meet: whoever comes second changes nothing."""
    sale, refund = told_to_refund
    drain()
    after = state(sale, refund)
    assert after[1:4] == (40399, 20000, "done")
    with transaction.atomic():
        again(refund.id, "again", now())
    assert state(sale, refund) == after
    assert not findings()


@pytest.mark.parametrize("again", RECORDS)
def test_a_capture_is_recorded_once(
    told_to_capture: tuple[Sale, Instruction], again: Callable[..., None]
) -> None:
    sale, capture = told_to_capture
    drain()
    after = state(sale, capture)
    assert after[:4] == ("captured", 20399, 0, "done")
    with transaction.atomic():
        again(capture.id, "again", now())
    assert state(sale, capture) == after
    assert not findings()
