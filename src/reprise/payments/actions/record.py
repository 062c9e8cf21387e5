"""Writing down what the provider has done: state, parts, ledger and events together.

Every function runs inside the caller's transaction, locks the payment first, and does nothing
when what it records is already recorded.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from reprise import rows
from reprise.kernel.event import Event
from reprise.kernel.money import Money
from reprise.ledger import actions as ledger
from reprise.ledger import queries as ledger_queries
from reprise.ledger.states import AccountKind
from reprise.outbox.actions import publish
from reprise.payments.events import (
    CaptureRefused,
    PaymentAuthorized,
    PaymentCaptured,
    PaymentRefunded,
    PaymentReleased,
)
from reprise.payments.models import Instruction, Part, Payment
from reprise.payments.states import PAYMENT, InstructionState, PaymentState, PaymentVerb, Verb

log = logging.getLogger(__name__)

REPEATED = "repeated_payment"


def locked(payment_id: UUID) -> Payment:
    return rows.get(Payment, id=payment_id, lock=True)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A payment, and the other attempts to pay the same, all locked."""

    payment: Payment
    others: tuple[Payment, ...]

    @property
    def first(self) -> bool:
        """True when no other attempt is the one that pays."""
        return not any(other.adopted_at for other in self.others)


def attempt(payment_id: UUID) -> Attempt | None:
    """A payment with the others of its reference, locked in the order of attempts until the
    transaction ends: two that are paid at once are recorded one after the other."""
    every = rows.find_where(
        Payment,
        "reference = (SELECT reference FROM payments_payment WHERE id = %s)",
        [payment_id],
        order=["attempt"],
        lock=True,
    )
    payment = next((each for each in every if each.id == payment_id), None)
    if payment is None:
        return None
    return Attempt(payment, tuple(each for each in every if each is not payment))


def step(payment: Payment, verb: PaymentVerb, now: datetime) -> None:
    """Take a step of the payment's machine.  Raises IllegalStep; the caller saves."""
    payment.state = PAYMENT.next(PaymentState(payment.state), verb).value
    payment.state_at = now


def record_authorised(paid: Attempt, *, collected: bool, at: datetime, now: datetime) -> None:
    """The buyer's money is held, or here.  The first such payment of a reference is adopted; the
    money of any other goes back whole."""
    payment = paid.payment
    step(payment, PaymentVerb.COLLECT if collected else PaymentVerb.AUTHORISE, now)
    payment.authorised_at = at
    if paid.first:
        payment.adopted_at = now
    if collected:
        payment.captured = payment.amount
    else:
        payment.capture_by = at + timedelta(hours=settings.AUTHORISATION_HOURS)
    rows.update(payment, Payment.MUTABLE)
    parts = rows.find(Part, payment_id=payment.id)
    _book(payment, parts, "collected" if collected else "authorised", now, pending=not collected)
    if collected:
        for part in parts:
            part.captured = part.amount
            rows.update(part, ["captured"])
    if paid.first:
        publish([PaymentAuthorized(payment.id, payment.reference, collected)], at=now)
    else:
        give_back(payment, now)


def give_back(payment: Payment, now: datetime, *, why: str = REPEATED) -> None:
    """Ask the provider to return everything that a payment holds or has collected."""
    from reprise.payments.actions.ask import ask_refund, ask_release

    if payment.state == PaymentState.AUTHORISED.value:
        ask_release(payment.id, now, why=why)
    elif payment.state == PaymentState.CAPTURED.value:
        rest = {
            part.reference: Money(part.captured - part.refund_asked, part.currency)
            for part in rows.find(Part, payment_id=payment.id)
        }
        ask_refund(payment.id, rest, now, key=why)


def record_capture(instruction_id: UUID, code: str, now: datetime) -> None:
    instruction, payment = _open(instruction_id)
    if instruction is None:
        return
    step(payment, PaymentVerb.CAPTURE, now)
    for part in rows.find(Part, payment_id=payment.id):
        amount = Money(instruction.amounts.get(str(part.id), 0), part.currency)
        _settle(payment, part, amount, instruction, now)
        part.captured = amount.minor
        rows.update(part, ["captured"])
    payment.captured = instruction.amount
    rows.update(payment, Payment.MUTABLE)
    _close(instruction, InstructionState.DONE, code, now)
    publish([PaymentCaptured(payment.id, payment.reference, payment.captured)], at=now)


def record_capture_refused(instruction_id: UUID, code: str, now: datetime) -> None:
    """The money could not be collected.  Whatever is still held is let go."""
    from reprise.payments.actions.ask import ask_release

    instruction, payment = _open(instruction_id)
    if instruction is None:
        return
    _close(instruction, InstructionState.REFUSED, code, now)
    events: list[Event] = [CaptureRefused(payment.id, payment.reference)]
    publish(events, at=now)
    if payment.state == PaymentState.AUTHORISED.value:
        ask_release(payment.id, now, why="capture_refused")


def record_release(instruction_id: UUID, code: str, now: datetime) -> None:
    instruction, payment = _open(instruction_id)
    if instruction is None:
        return
    if payment.state == PaymentState.AUTHORISED.value:
        record_let_go(payment, now, instruction)
    _close(instruction, InstructionState.DONE, code, now)


def record_release_refused(instruction_id: UUID, code: str, now: datetime) -> None:
    """The provider keeps what we wanted to let go: `reprise check-books` will show it."""
    instruction, payment = _open(instruction_id)
    if instruction is None:
        return
    log.error("payment %s: the provider does not release it (%s)", payment.id, code)
    _close(instruction, InstructionState.REFUSED, code, now)


def record_let_go(payment: Payment, now: datetime, instruction: Instruction | None = None) -> None:
    """A held payment is held no more: released by us, or lapsed or cancelled at the provider."""
    step(payment, PaymentVerb.RELEASE, now)
    rows.update(payment, Payment.MUTABLE)
    for part in rows.find(Part, payment_id=payment.id):
        _settle(payment, part, Money.zero(part.currency), instruction, now)
    publish([PaymentReleased(payment.id, payment.reference)], at=now)


def record_refund(instruction_id: UUID, code: str, now: datetime) -> None:
    instruction, payment = _open(instruction_id)
    if instruction is None:
        return
    for part in rows.find(Part, payment_id=payment.id):
        minor = instruction.amounts.get(str(part.id), 0)
        if not minor:
            continue
        purse = _purse(payment, part)
        ledger.transfer(
            purse,
            ledger.account(purse, AccountKind.CLEARING),
            ledger.account(purse, AccountKind.PROVIDER, payment.provider),
            Money(minor, part.currency),
            ledger.Step(
                key=f"refund:{instruction.id}:{part.id}",
                code="refunded",
                reference=part.reference,
                payment_id=payment.id,
                instruction_id=instruction.id,
            ),
            at=now,
        )
        part.refunded += minor
        rows.update(part, ["refunded"])
    payment.refunded += instruction.amount
    rows.update(payment, ["refunded"])
    _close(instruction, InstructionState.DONE, code, now)
    publish(
        [PaymentRefunded(payment.id, payment.reference, instruction.id, instruction.amount)],
        at=now,
    )


def record_refund_refused(instruction_id: UUID, code: str, now: datetime) -> None:
    """The provider will not send the money back this way.  Staff see it, and may ask again
    (`ask_refund_again`); until then `reprise check-books` lists it."""
    instruction, payment = _open(instruction_id)
    if instruction is None:
        return
    for part in rows.find(Part, payment_id=payment.id):
        minor = instruction.amounts.get(str(part.id), 0)
        if minor:
            part.refund_asked -= minor
            rows.update(part, ["refund_asked"])
    _close(instruction, InstructionState.REFUSED, code, now)


def _open(instruction_id: UUID) -> tuple[Instruction | None, Payment]:
    payment = locked(rows.get(Instruction, id=instruction_id).payment_id)
    instruction = rows.get(Instruction, id=instruction_id)
    is_open = instruction.state == InstructionState.OPEN.value
    return (instruction if is_open else None), payment


def _close(instruction: Instruction, state: InstructionState, code: str, now: datetime) -> None:
    instruction.state = state.value
    instruction.answer = code
    instruction.answered_at = now
    rows.update(instruction, ["state", "answer", "answered_at"])


def _purse(payment: Payment, part: Part) -> ledger.Purse:
    return ledger.Purse(part.seller_id, part.market, part.currency)


def _book(
    payment: Payment, parts: Sequence[Part], code: str, now: datetime, *, pending: bool
) -> None:
    """Write what the provider holds or has collected for each part."""
    ledger.transfers(
        [
            ledger.Draft(
                _purse(payment, part),
                (AccountKind.PROVIDER, payment.provider),
                (AccountKind.CLEARING, ""),
                Money(part.amount, part.currency),
                ledger.Step(
                    key=f"{code}:{part.id}",
                    code=code,
                    reference=part.reference,
                    payment_id=payment.id,
                ),
            )
            for part in parts
        ],
        at=now,
        pending=pending,
    )


def _settle(
    payment: Payment, part: Part, amount: Money, instruction: Instruction | None, now: datetime
) -> None:
    hold = ledger_queries.open_hold(payment.id, part.seller_id, part.reference)
    if hold is None:
        raise LookupError(f"part {part.id} of payment {payment.id} holds nothing")
    code = "captured" if amount else "released"
    ledger.settle(
        hold,
        amount,
        ledger.Step(
            key=f"{code}:{part.id}",
            code=code,
            reference=part.reference,
            payment_id=payment.id,
            instruction_id=instruction.id if instruction else None,
        ),
        at=now,
    )


def open_instruction(payment: Payment, verb: Verb) -> Instruction | None:
    """The instruction of this kind that waits for its answer, if there is one."""
    return rows.first(
        Instruction, payment_id=payment.id, verb=verb.value, state=InstructionState.OPEN.value
    )
