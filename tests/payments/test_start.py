"""Sending a buyer to pay: the answer is noted, and the notice of it may be quicker."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction

from reprise.kernel.money import Money
from reprise.payments import actions as payments
from reprise.payments.actions.record import attempt
from reprise.payments.models import Instruction, Payment
from reprise.payments.providers.base import ProviderStatus, Snapshot
from reprise.payments.providers.sandbox.adapter import SandboxProvider
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import Sale, place

pytestmark = pytest.mark.django_db(transaction=True)


def start(sale: Sale) -> str:
    return payments.start(
        sale.payment,
        merchant_reference=sale.order.reference,
        language="fr",
        return_url="http://shop.example/back",
        now=now(),
    )


def asked(sale: Sale) -> Instruction:
    return Instruction.objects.get(payment_id=sale.payment_id, verb="authorize")


def held(sale: Sale, provider_ref: str) -> Snapshot:
    whole = sale.payment.money
    nothing = Money.zero("EUR")
    return Snapshot(
        provider_ref, str(sale.payment_id), ProviderStatus.AUTHORISED, whole, whole, nothing,
        nothing, now(),
    )  # fmt: skip


def test_the_answer_is_noted(sandbox: Any) -> None:
    sale = place((an_offer(stock=1), 1))
    page = start(sale)
    assert (sale.payment.state, asked(sale).state) == ("started", "done")
    assert sale.payment.provider_ref == asked(sale).provider_ref
    assert str(sale.payment.provider_ref) in page
    assert start(sale) == page, "asked again it is the same page"


def test_a_notice_that_is_quicker_than_the_answer_stands(
    sandbox: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    sale = place((an_offer(stock=1), 1))
    authorize = SandboxProvider.authorize

    def slowly(self: SandboxProvider, charge: Any, key: str) -> Any:
        answer = authorize(self, charge, key)
        with transaction.atomic():
            told = attempt(sale.payment_id)
            assert told
            assert (
                payments.apply_snapshot(told, held(sale, answer.provider_ref), now()) == "applied"
            )
        return answer

    monkeypatch.setattr(SandboxProvider, "authorize", slowly)
    start(sale)
    assert (sale.payment.state, asked(sale).state) == ("authorised", "done")


def test_an_answer_that_a_crash_has_taken_is_asked_for_again(sandbox: Any) -> None:
    sale = place((an_offer(stock=1), 1))
    page = start(sale)
    reference = sale.payment.provider_ref
    Payment.objects.filter(id=sale.payment_id).update(state="created", provider_ref=None)
    Instruction.objects.filter(payment_id=sale.payment_id).update(state="open", provider_ref="")
    assert start(sale) == page
    assert (sale.payment.state, sale.payment.provider_ref) == ("started", reference)


def test_a_notice_says_what_a_crash_has_taken(sandbox: Any) -> None:
    sale = place((an_offer(stock=1), 1))
    start(sale)
    reference = str(sale.payment.provider_ref)
    Payment.objects.filter(id=sale.payment_id).update(state="created", provider_ref=None)
    with transaction.atomic():
        told = attempt(sale.payment_id)
        assert told
        assert payments.apply_snapshot(told, held(sale, reference), now()) == "applied"
    assert (sale.payment.state, sale.payment.provider_ref) == ("authorised", reference)
