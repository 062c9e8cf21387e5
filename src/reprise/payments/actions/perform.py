"""Carrying instructions out: the call outside any transaction, its answer in one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from reprise import rows
from reprise.kernel.money import Money
from reprise.kernel.refusal import Refusal
from reprise.payments.actions.record import (
    record_capture,
    record_capture_refused,
    record_refund,
    record_refund_refused,
    record_release,
    record_release_refused,
)
from reprise.payments.models import Instruction, Payment
from reprise.payments.providers.base import (
    Charge,
    Provider,
    ProviderRefused,
    ProviderStatus,
    ProviderUnavailable,
)
from reprise.payments.providers.registry import provider
from reprise.payments.states import PAYMENT, InstructionState, PaymentState, PaymentVerb, Verb


class PaymentUnavailable(Refusal):
    code = "payment_unavailable"
    message = "The payment service does not answer. Nothing was charged; please try again."
    status = 503


class PaymentClosed(Refusal):
    code = "payment_closed"
    message = "This payment can no longer be started. Please look at your order."


def start(payment_id: UUID, *, language: str, return_url: str, now: datetime) -> str:
    """The address of the provider's page for a payment; the same one however often it is asked.

    ``language`` and ``return_url`` are part of what the provider is told under one key, so they
    are the same at every call for a payment: take them from the order, not from the request.
    Must run outside a transaction.  Raises PaymentUnavailable when the provider cannot be
    reached, PaymentClosed when the payment is over.
    """
    payment = rows.get(Payment, id=payment_id)
    if payment.state not in {PaymentState.CREATED.value, PaymentState.STARTED.value}:
        raise PaymentClosed
    instruction = rows.get(Instruction, payment_id=payment.id, verb=Verb.AUTHORIZE.value)
    charge = Charge(
        reference=str(payment.id),
        amount=payment.money,
        method=payment.method,
        language=language,
        return_url=return_url,
        expires_at=payment.pay_by,
    )
    try:
        started = provider(payment.provider).authorize(charge, instruction.key)
    except ProviderUnavailable as failure:
        raise PaymentUnavailable from failure
    except ProviderRefused as refusal:
        raise PaymentClosed from refusal
    if payment.state == PaymentState.CREATED.value:
        with transaction.atomic():
            payment = rows.get(Payment, id=payment_id, lock=True)
            # A notice may have been quicker than this answer.
            if PAYMENT.allows(PaymentState(payment.state), PaymentVerb.START):
                payment.state = PaymentState.STARTED.value
                payment.state_at = now
                payment.provider_ref = started.provider_ref
                rows.update(payment, ["state", "state_at", "provider_ref"])
            instruction.state = InstructionState.DONE.value
            instruction.provider_ref, instruction.answered_at = started.provider_ref, now
            rows.update(instruction, ["state", "provider_ref", "answered_at"])
    return started.page_url


def perform(instruction_id: UUID, now: datetime) -> None:
    """Make the call that an instruction describes and record its answer.

    Raises ProviderUnavailable when the outcome is unknown: the instruction stays open and is
    tried again with the same key.
    """
    instruction = Instruction.objects.select_related("payment").get(id=instruction_id)
    if instruction.state != InstructionState.OPEN.value:
        return
    payment = instruction.payment
    Instruction.objects.filter(id=instruction.id).update(attempts=F("attempts") + 1)
    api = provider(payment.provider)
    amount = Money(instruction.amount, payment.currency)
    reference = payment.provider_ref or ""
    verb = Verb(instruction.verb)
    try:
        if verb is Verb.CAPTURE:
            answer = api.capture(reference, amount, instruction.key)
        elif verb is Verb.RELEASE:
            answer = api.release(reference, instruction.key)
        elif verb is Verb.REFUND:
            answer = api.refund(reference, amount, instruction.key)
        else:
            raise ValueError(f"{verb} is performed by start()")
    except ProviderRefused as refusal:
        _record_refused(instruction, api, refusal.code, now)
        return
    if verb is not Verb.RELEASE and answer.moved != amount:
        raise AnotherAmount(f"{instruction.key}: {answer.moved} instead of {amount}")
    with transaction.atomic():
        record = {
            Verb.CAPTURE: record_capture,
            Verb.RELEASE: record_release,
            Verb.REFUND: record_refund,
        }[verb]
        record(instruction.id, answer.code, now)


OVER = {ProviderStatus.RELEASED, ProviderStatus.LAPSED, ProviderStatus.CANCELLED}


class AnotherAmount(Exception):
    """The provider moved another amount than it was told.  The instruction stays open, so that
    `reprise check-books` shows it; nothing is booked that did not happen."""


def _record_refused(instruction: Instruction, api: Provider, code: str, now: datetime) -> None:
    """Note a definite no, after asking what is true.

    A capture may have been made although its answer was lost and its key forgotten; a hold that
    cannot be released is usually held no more, which is what was wanted.
    """
    verb = Verb(instruction.verb)
    if verb is Verb.REFUND:
        record: Callable[[UUID, str, datetime], None] = record_refund_refused
    else:
        found = api.look_up(instruction.payment.provider_ref or "")
        if verb is Verb.RELEASE:
            record = record_release if found.status in OVER else record_release_refused
        elif found.status is ProviderStatus.CAPTURED:
            if found.captured.minor != instruction.amount:
                raise AnotherAmount(f"{instruction.key}: {found.captured}")
            record = record_capture
        else:
            record = record_capture_refused
    with transaction.atomic():
        record(instruction.id, code, now)
