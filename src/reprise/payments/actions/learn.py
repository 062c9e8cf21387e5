"""Hearing from the provider, by its notices and by looking a payment up."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from reprise import rows
from reprise.outbox.actions import publish
from reprise.payments.actions.record import (
    Attempt,
    attempt,
    open_instruction,
    record_authorised,
    record_capture,
    record_capture_refused,
    record_let_go,
    step,
)
from reprise.payments.events import PaymentDeclined
from reprise.payments.models import Notice as NoticeRow
from reprise.payments.models import Payment
from reprise.payments.providers.base import (
    Notice,
    NoticeKind,
    ProviderRefused,
    ProviderStatus,
    Snapshot,
)
from reprise.payments.providers.registry import provider
from reprise.payments.states import PAYMENT, PaymentState, PaymentVerb, Verb

log = logging.getLogger(__name__)

_WAITING = {
    PaymentState.CREATED.value,
    PaymentState.STARTED.value,
    PaymentState.DECLINED.value,
    PaymentState.EXPIRED.value,
}


def receive(name: str, headers: Mapping[str, str], body: bytes, now: datetime) -> str:
    """Verify a provider's message, apply it once, and say what came of it.

    Raises ForgedNotice.  The note and what it changes are one transaction: if anything fails,
    nothing is noted and the provider sends it again.
    """
    notice = provider(name).verify(headers, body, now)
    try:
        with transaction.atomic():
            outcome = _apply_notice(name, notice, now)
            rows.insert(
                [
                    NoticeRow(
                        provider=name,
                        event_id=notice.event_id,
                        kind=notice.kind,
                        provider_ref=notice.snapshot.provider_ref,
                        reference=notice.snapshot.reference[:40],
                        amount=notice.snapshot.amount.minor,
                        currency=notice.snapshot.amount.currency,
                        outcome=outcome,
                        occurred_at=notice.occurred_at,
                        received_at=now,
                    )
                ]
            )
    except IntegrityError:
        if rows.first(NoticeRow, provider=name, event_id=notice.event_id):
            return "repeated"
        raise
    return outcome


def _apply_notice(name: str, notice: Notice, now: datetime) -> str:
    try:
        payment_id = UUID(notice.snapshot.reference)
    except ValueError:
        return "unknown"
    told = attempt(payment_id)
    if told is None or told.payment.provider != name:
        return "unknown"
    if notice.kind is NoticeKind.CAPTURE_REFUSED:
        instruction = open_instruction(told.payment, Verb.CAPTURE)
        if instruction is not None:
            record_capture_refused(instruction.id, "capture_refused", now)
            return "applied"
    return apply_snapshot(told, notice.snapshot, now)


def refresh(payment_id: UUID, now: datetime) -> str:
    """Ask the provider what it knows and apply it; for notices that may be lost.

    "unknown" when the provider has never heard of it.  Must run outside a transaction.  Raises
    ProviderUnavailable.
    """
    payment = rows.get(Payment, id=payment_id)
    if payment.provider_ref is None:
        return "unknown"
    try:
        snapshot = provider(payment.provider).look_up(payment.provider_ref)
    except ProviderRefused as refusal:
        log.error("payment %s: the provider does not know it (%s)", payment.id, refusal.code)
        return "unknown"
    with transaction.atomic():
        asked = attempt(payment_id)
        return apply_snapshot(asked, snapshot, now) if asked else "unknown"


def apply_snapshot(told: Attempt, snapshot: Snapshot, now: datetime) -> str:
    """Bring a payment up to what the provider says; old news changes nothing."""
    payment = told.payment
    if payment.money != snapshot.amount:
        log.error("payment %s: the provider has another amount", payment.id)
        return "mismatch"
    if payment.provider_ref is None:
        payment.provider_ref = snapshot.provider_ref
    elif payment.provider_ref != snapshot.provider_ref:
        log.error("payment %s: the provider has another reference", payment.id)
        return "mismatch"
    waiting = payment.state in _WAITING
    held = payment.state == PaymentState.AUTHORISED.value
    status = snapshot.status
    if waiting and status is ProviderStatus.AUTHORISED:
        record_authorised(told, collected=False, at=snapshot.occurred_at, now=now)
    elif waiting and status is ProviderStatus.COLLECTED:
        record_authorised(told, collected=True, at=snapshot.occurred_at, now=now)
    elif status in {ProviderStatus.DECLINED, ProviderStatus.CANCELLED} and PAYMENT.allows(
        PaymentState(payment.state), PaymentVerb.DECLINE
    ):
        step(payment, PaymentVerb.DECLINE, now)
        rows.update(payment, Payment.MUTABLE)
        publish([PaymentDeclined(payment.id, payment.reference)], at=now)
    elif held and status is ProviderStatus.CAPTURED:
        instruction = open_instruction(payment, Verb.CAPTURE)
        if instruction is None or instruction.amount != snapshot.captured.minor:
            log.error("payment %s: captured at the provider, not by us", payment.id)
            return "mismatch"
        record_capture(instruction.id, "captured", now)
    elif held and status in {ProviderStatus.RELEASED, ProviderStatus.LAPSED}:
        record_let_go(payment, now)
    else:
        return "nothing_new"
    return "applied"
