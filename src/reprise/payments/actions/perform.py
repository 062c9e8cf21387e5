"""Carrying instructions out: the call outside any transaction, its answer in one."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F

from reprise.kernel.money import Money
from reprise.kernel.refusal import Refusal
from reprise.outbox.flush import LATER
from reprise.payments.actions.ask import authorization_key
from reprise.payments.actions.record import (
    locked,
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

log = logging.getLogger(__name__)


class PaymentUnavailable(Refusal):
    code = "payment_unavailable"
    message = "The payment provider does not answer. Nothing was charged; please try again."
    status = 503


class PaymentClosed(Refusal):
    code = "payment_closed"
    message = "This payment can no longer be started. Please look at your order."


def start(
    payment: Payment, *, merchant_reference: str, language: str, return_url: str, now: datetime
) -> str:
    """The address of the provider's page for a payment as it stands now; the same one however often
    it is asked.

    ``merchant_reference`` is what the buyer knows the purchase by.  It, ``language`` and
    ``return_url`` are part of what the provider is told under one key, so they are the same at
    every call for a payment: take them from the order, not from the request.
    Must run outside a transaction.  Raises PaymentUnavailable when the provider cannot be
    reached, PaymentClosed when the payment is over.
    """
    if payment.state not in {PaymentState.CREATED.value, PaymentState.STARTED.value}:
        raise PaymentClosed
    charge = Charge(
        reference=str(payment.id),
        merchant_reference=merchant_reference,
        amount=payment.money,
        method=payment.method,
        language=language,
        return_url=return_url,
        expires_at=payment.pay_by,
    )
    try:
        started = provider(payment.provider).authorize(charge, authorization_key(payment.id))
    except ProviderUnavailable as failure:
        raise PaymentUnavailable from failure
    except ProviderRefused as refusal:
        raise PaymentClosed from refusal
    if payment.state == PaymentState.CREATED.value:
        _note_the_start(payment.id, started.provider_ref, now)
    return started.page_url


# A notice may have been quicker than the answer: then the payment stays as that has left it.  What
# a crash takes from here the provider says again, to the same key or in its notice.
_STARTED = f"""
WITH started AS (
    UPDATE payments_payment SET state = %(started)s, state_at = %(now)s, provider_ref = %(ref)s
     WHERE id = %(payment)s AND state = ANY(%(before)s))
UPDATE payments_instruction SET state = %(done)s, provider_ref = %(ref)s, answered_at = %(now)s
  FROM {LATER}
 WHERE payment_id = %(payment)s AND verb = %(verb)s AND state = %(open)s
"""  # noqa: S608


def _note_the_start(payment_id: UUID, provider_ref: str, now: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            _STARTED,
            {
                "payment": payment_id,
                "ref": provider_ref,
                "now": now,
                "started": PaymentState.STARTED.value,
                "before": [each.value for each in PAYMENT.before(PaymentVerb.START)],
                "verb": Verb.AUTHORIZE.value,
                "open": InstructionState.OPEN.value,
                "done": InstructionState.DONE.value,
            },
        )


def perform(instruction_id: UUID, now: datetime) -> None:
    """Make the call that an instruction describes and record its answer.

    Refunds of one payment are carried out one after the other: an open one that was tried or
    asked for earlier comes first, whoever is named.  Raises ProviderUnavailable when the outcome
    is unknown: the instruction stays open and is tried again with the same key.  Raises
    AnotherAmount when the provider has moved what nobody asked of it.
    """
    asked = Instruction.objects.get(id=instruction_id)
    claimed = None
    while claimed is None or claimed.id != asked.id:
        claimed = _claim(asked)
        if claimed is None:
            return
        _carry_out(claimed, now)


class AnotherAmount(Exception):
    """The provider moved another amount than it was told.  The instruction stays open, so that
    `reprise check-books` shows it; nothing is booked that did not happen."""


def _claim(asked: Instruction) -> Instruction | None:
    """The instruction to carry out now, this try counted; None when the one asked for is closed.

    Under the payment's lock, so that only one of its refunds is ever tried without an answer:
    what the provider has sent back then tells whether that one was made.  The instruction's
    ``attempts`` are those before this one.
    """
    with transaction.atomic():
        payment = locked(asked.payment_id)
        waiting = Instruction.objects.filter(
            payment_id=payment.id, verb=asked.verb, state=InstructionState.OPEN.value
        )
        ordered = sorted(waiting, key=lambda each: (not each.attempts, each.asked_at, each.id))
        if asked.id not in {each.id for each in ordered}:
            return None
        Instruction.objects.filter(id=ordered[0].id).update(attempts=F("attempts") + 1)
    ordered[0].payment = payment
    return ordered[0]


def _carry_out(instruction: Instruction, now: datetime) -> None:
    payment = instruction.payment
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
            # A provider forgets keys, some after a day: a second try would be a second refund.
            if instruction.attempts and _was_sent_back(instruction, api):
                _record(record_refund, instruction, "refunded", now)
                return
            answer = api.refund(reference, amount, instruction.key)
        else:
            raise ValueError(f"{verb} is performed by start()")
    except ProviderRefused as refusal:
        _record_refused(instruction, api, refusal.code, now)
        return
    if verb is not Verb.RELEASE and answer.moved != amount:
        raise AnotherAmount(f"{instruction.key}: {answer.moved} instead of {amount}")
    if verb is Verb.REFUND and answer.snapshot.refunded.minor != payment.refunded + amount.minor:
        # This refund was made and is booked; the rest is for who reads `reprise check-books`.
        log.error("payment %s: %s sent back in all", payment.id, answer.snapshot.refunded)
    record = {
        Verb.CAPTURE: record_capture,
        Verb.RELEASE: record_release,
        Verb.REFUND: record_refund,
    }[verb]
    _record(record, instruction, answer.code, now)


Record: TypeAlias = Callable[[UUID, str, datetime], None]


def _record(record: Record, instruction: Instruction, code: str, now: datetime) -> None:
    with transaction.atomic():
        record(instruction.id, code, now)


def _was_sent_back(instruction: Instruction, api: Provider) -> bool:
    """Whether the provider has made an open refund, by what it has sent back in all.

    It may have sent what our books say, or this refund besides; raises AnotherAmount when it has
    sent anything else.
    """
    payment = instruction.payment
    sent = api.look_up(payment.provider_ref or "").refunded
    ours = Money(payment.refunded, payment.currency)
    if sent == ours:
        return False
    if sent == ours + Money(instruction.amount, payment.currency):
        return True
    raise AnotherAmount(f"{instruction.key}: {sent} sent back in all, {ours} before it")


OVER = {ProviderStatus.RELEASED, ProviderStatus.LAPSED, ProviderStatus.CANCELLED}


def _record_refused(instruction: Instruction, api: Provider, code: str, now: datetime) -> None:
    """Note a definite no, after asking what is true.

    A capture or a refund may have been made although its answer was lost and its key forgotten; a
    hold that cannot be released is usually held no more, which is what was wanted.
    """
    verb = Verb(instruction.verb)
    if verb is Verb.REFUND:
        _record(_refund_in_truth(instruction, api), instruction, code, now)
        return
    found = api.look_up(instruction.payment.provider_ref or "")
    if verb is Verb.RELEASE:
        record: Record = record_release if found.status in OVER else record_release_refused
    elif found.status is ProviderStatus.CAPTURED:
        if found.captured.minor != instruction.amount:
            raise AnotherAmount(f"{instruction.key}: {found.captured}")
        record = record_capture
    else:
        record = record_capture_refused
    _record(record, instruction, code, now)


def _refund_in_truth(instruction: Instruction, api: Provider) -> Record:
    try:
        return record_refund if _was_sent_back(instruction, api) else record_refund_refused
    except ProviderRefused:
        # It does not even know the payment.  Who asks again is told to look first.
        return record_refund_refused
