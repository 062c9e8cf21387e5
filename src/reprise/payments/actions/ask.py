"""Writing down what the provider is to do, in the transaction that wants it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reprise import rows
from reprise.kernel.ids import new_id
from reprise.kernel.money import Money
from reprise.outbox.jobs import enqueue
from reprise.payments.models import Instruction, Part, Payment
from reprise.payments.states import PAYMENT, PaymentState, Verb


@dataclass(frozen=True, slots=True)
class Share:
    """What of a charge belongs to ``seller_id`` for ``reference``."""

    seller_id: UUID
    reference: UUID
    amount: Money


def authorization_key(payment_id: UUID) -> str:
    """Of the one instruction to authorise a payment."""
    return f"authorize:{payment_id}"


def create(
    *,
    reference: UUID,
    market: str,
    method: str,
    provider: str,
    shares: Sequence[Share],
    pay_by: datetime,
    now: datetime,
    attempt: int = 1,
) -> Payment:
    """The ``attempt``-th attempt to pay ``reference``, with the instruction to authorise it.

    IntegrityError when there was such an attempt.  Shares of zero are left out; raises
    ValueError when nothing is left or currencies differ.
    """
    shares = [share for share in shares if share.amount]
    if not shares:
        raise ValueError("a payment of nothing")
    currency = shares[0].amount.currency
    total = Money.total((share.amount for share in shares), currency)
    payment = Payment(
        reference=reference,
        attempt=attempt,
        market=market,
        currency=currency,
        method=method,
        provider=provider,
        amount=total.minor,
        created_at=now,
        pay_by=pay_by,
        state=PAYMENT.initial.value,
        state_at=now,
    )
    parts = [
        Part(
            id=new_id(),
            payment=payment,
            seller_id=share.seller_id,
            market=market,
            currency=currency,
            reference=share.reference,
            amount=share.amount.minor,
        )
        for share in sorted(shares, key=lambda share: (share.seller_id, share.reference))
    ]
    instruction = Instruction(
        payment=payment,
        verb=Verb.AUTHORIZE.value,
        key=authorization_key(payment.id),
        amount=total.minor,
        asked_at=now,
    )
    rows.insert([payment, *parts, instruction])
    return payment


def ask_capture(payment_id: UUID, keep: Mapping[UUID, Money], now: datetime) -> Instruction:
    """Have a held payment collected: ``keep`` gives what of each part reference is wanted.

    A part that is not named is collected at zero.  Raises ValueError for more than was held or
    nothing at all (release it instead), IntegrityError when capture or release was asked before.
    """
    payment = _locked(payment_id)
    _must_be(payment, PaymentState.AUTHORISED)
    parts = {part.reference: part for part in rows.find(Part, payment_id=payment.id)}
    amounts: dict[str, int] = {}
    for reference, money in keep.items():
        part = parts[reference]
        if money.currency != part.currency or not 0 <= money.minor <= part.amount:
            raise ValueError(f"{money} of a part of {part.amount} {part.currency}")
        if money:
            amounts[str(part.id)] = money.minor
    if not amounts:
        raise ValueError("a capture of nothing is a release")
    return write(payment, Verb.CAPTURE, f"capture:{payment.id}", amounts, now)


def ask_release(payment_id: UUID, now: datetime, *, why: str = "unwanted") -> Instruction:
    """Have a held payment given back whole.  IntegrityError when capture or release was asked."""
    payment = _locked(payment_id)
    _must_be(payment, PaymentState.AUTHORISED)
    amounts = {str(part.id): part.amount for part in rows.find(Part, payment_id=payment.id)}
    return write(payment, Verb.RELEASE, f"release:{payment.id}:{why}", amounts, now)


def ask_refund(
    payment_id: UUID, give: Mapping[UUID, Money], now: datetime, *, key: str
) -> Instruction | None:
    """Have collected money sent back: ``give`` per part reference; ``key`` makes it once.

    Zero of a reference asks for nothing, whether there is a part of it or not: a share of zero has
    none.  None when nothing is asked for.  Raises IntegrityError when more would be asked back than
    was collected, or when ``key`` was used.
    """
    payment = _locked(payment_id)
    _must_be(payment, PaymentState.CAPTURED)
    parts = {part.reference: part for part in rows.find(Part, payment_id=payment.id)}
    amounts: dict[str, int] = {}
    for reference, money in sorted(give.items()):
        if not money:
            continue
        part = parts[reference]
        if money.currency != part.currency or money.minor < 0:
            raise ValueError(f"{money} of a part in {part.currency}")
        amounts[str(part.id)] = money.minor
        part.refund_asked += money.minor
        rows.update(part, ["refund_asked"])
    if not amounts:
        return None
    return write(payment, Verb.REFUND, f"refund:{payment.id}:{key}", amounts, now)


def _locked(payment_id: UUID) -> Payment:
    return rows.get(Payment, id=payment_id, lock=True)


def _must_be(payment: Payment, state: PaymentState) -> None:
    if payment.state != state.value:
        raise ValueError(f"payment {payment.id} is {payment.state}, not {state.value}")


def write(
    payment: Payment,
    verb: Verb,
    key: str,
    amounts: dict[str, int],
    now: datetime,
    *,
    repeats: Instruction | None = None,
) -> Instruction:
    """An instruction and the job that carries it out.  The caller holds the payment's lock."""
    from reprise.payments.tasks import perform_instruction

    instruction = Instruction(
        payment=payment,
        verb=verb.value,
        key=key,
        amount=sum(amounts.values()),
        parts=amounts,
        asked_at=now,
        repeats=repeats,
    )
    rows.insert([instruction])
    enqueue(perform_instruction, instruction_id=str(instruction.id))
    return instruction
