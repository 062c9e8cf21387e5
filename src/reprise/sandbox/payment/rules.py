"""What may happen to a payment: facts in, a change or a refusal out; no I/O, no clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from reprise.sandbox.payment.cards import CHALLENGED, TRIES, TURNED_DOWN, Behaviour, Card
from reprise.sandbox.payment.states import LIFE, Kind, Method, Status, Step, Told

AUTHORISATION_LIFE: Final = timedelta(days=5)

# Why nothing more can be asked of a payment in this state: the code of the refusal.
CLOSED: Final = {
    Status.CAPTURED: "already_captured",
    Status.COLLECTED: "already_collected",
    Status.RELEASED: "already_released",
    Status.LAPSED: "authorisation_lapsed",
    Status.DECLINED: "already_declined",
    Status.CANCELLED: "already_cancelled",
    Status.EXPIRED: "already_expired",
}


class Refused(Exception):
    """A request that has no effect.  ``code`` is stable; ``status`` is the HTTP status."""

    def __init__(self, status: int, code: str, message: str, field: str = "") -> None:
        super().__init__(code)
        self.status, self.code, self.message, self.field = status, code, message, field


@dataclass(frozen=True, slots=True)
class Payment:
    """One row of the books.  Amounts are minor units of ``currency``; times are aware.

    ``behaviour`` and ``last4`` are what is left of the card; ``challenged`` waits for the answer
    to a 3-D Secure challenge; ``answer_lost`` is armed until one capture has gone unanswered;
    ``version`` rises by one with each change.
    """

    id: str
    secret: str
    reference: str
    amount: int
    currency: str
    method: Method
    language: str
    return_url: str
    expires_at: datetime
    created_at: datetime
    status_at: datetime
    status: Status = Status.OPEN
    authorised: int = 0
    captured: int = 0
    refunded: int = 0
    authorised_until: datetime | None = None
    behaviour: str = ""
    last4: str = ""
    challenged: bool = False
    tries: int = 0
    problem: str = ""
    answer_lost: bool = False
    version: int = 0
    merchant_reference: str = ""

    @property
    def due_at(self) -> datetime | None:
        """When time alone changes the state, if it does."""
        if self.status is Status.OPEN:
            return self.expires_at
        return self.authorised_until if self.status is Status.AUTHORISED else None


@dataclass(frozen=True, slots=True)
class Change:
    """The row as it will be, what the books and the shop are told, and what the caller hears.

    ``moved`` is the amount that this change is about.  ``refusal`` is set when the caller is told
    no although something changed (a capture that the bank turned down).
    """

    after: Payment
    entries: tuple[tuple[Kind, int], ...] = ()
    told: tuple[tuple[Told, int], ...] = ()
    moved: int = 0
    refusal: Refused | None = None


def _closed(payment: Payment, otherwise: str) -> Refused:
    code = CLOSED.get(payment.status, otherwise)
    return Refused(409, code, f"the payment is {payment.status.value}")


def _step(payment: Payment, step: Step, now: datetime, **more: Any) -> Payment:
    return replace(payment, status=LIFE.next(payment.status, step), status_at=now, **more)


def overdue(payment: Payment, now: datetime) -> Change | None:
    """The change that time has made already, if any: expiry of a page, lapse of a hold."""
    if payment.due_at is None or now < payment.due_at:
        return None
    if payment.status is Status.OPEN:
        after = _step(payment, Step.EXPIRE, now)
        return Change(after, told=((Told.CANCELLED, payment.amount),))
    held = payment.authorised
    after = _step(payment, Step.LAPSE, now)
    return Change(after, ((Kind.LAPSED, held),), ((Told.LAPSED, held),), held)


def pay_by_card(payment: Payment, card: Card, now: datetime) -> Change:
    """What happens when the buyer sends a test card.  Raises Refused when the page is closed."""
    if payment.status is not Status.OPEN or payment.method is not Method.CARD:
        raise _closed(payment, "other_method")
    tried = replace(payment, behaviour=card.behaviour.value, last4=card.last4, problem="")
    if card.behaviour in TURNED_DOWN:
        return _turn_down(tried, TURNED_DOWN[card.behaviour], now)
    if card.behaviour in CHALLENGED:
        return Change(replace(tried, challenged=True))
    return _authorise(tried, now)


def answer_challenge(payment: Payment, confirmed: bool, now: datetime) -> Change:
    """What happens when the buyer answers the bank's challenge.  Raises Refused if none is open."""
    if payment.status is not Status.OPEN or not payment.challenged:
        raise _closed(payment, "no_challenge")
    done = replace(payment, challenged=False)
    if not confirmed:
        return _turn_down(done, "challenge_refused", now)
    if payment.behaviour == Behaviour.CHALLENGE_DECLINED:
        return _turn_down(done, "challenge_declined", now)
    return _authorise(done, now)


def answer_bank(payment: Payment, approved: bool, now: datetime) -> Change:
    """What happens at the bank (Bancontact, iDEAL).  Raises Refused when the page is closed."""
    if payment.status is not Status.OPEN or payment.method is Method.CARD:
        raise _closed(payment, "other_method")
    if not approved:
        after = _step(payment, Step.DECLINE, now, problem="bank_refused")
        return Change(after, told=((Told.DECLINED, payment.amount),))
    after = _step(payment, Step.COLLECT, now, captured=payment.amount)
    amount = payment.amount
    return Change(after, ((Kind.COLLECTED, amount),), ((Told.COLLECTED, amount),), amount)


def _turn_down(payment: Payment, problem: str, now: datetime) -> Change:
    tried = replace(payment, tries=payment.tries + 1, problem=problem)
    if tried.tries < TRIES:
        return Change(tried)
    after = _step(tried, Step.DECLINE, now)
    return Change(after, told=((Told.DECLINED, payment.amount),))


def _authorise(payment: Payment, now: datetime) -> Change:
    amount = payment.amount
    lapses = payment.behaviour == Behaviour.LAPSES
    after = _step(
        payment,
        Step.AUTHORISE,
        now,
        authorised=amount,
        authorised_until=now if lapses else now + AUTHORISATION_LIFE,
        answer_lost=payment.behaviour == Behaviour.ANSWER_LOST,
        problem="",
    )
    return Change(after, ((Kind.AUTHORISED, amount),), ((Told.AUTHORISED, amount),), amount)


def cancel(payment: Payment, now: datetime) -> Change:
    """The buyer gives up on the page.  Raises Refused when the payment is not open."""
    if payment.status is not Status.OPEN:
        raise _closed(payment, "not_open")
    return Change(_step(payment, Step.CANCEL, now), told=((Told.CANCELLED, payment.amount),))


def capture(payment: Payment, amount: int, now: datetime) -> Change:
    """Take ``amount`` of what is held, once; the rest goes back to the buyer.

    Raises Refused: the payment is not authorised (409), or less is held (422).
    """
    if payment.status is not Status.AUTHORISED:
        raise _closed(payment, "not_authorised")
    if amount > payment.authorised:
        raise Refused(422, "amount_above_authorised", "more than was authorised", "amount")
    held = payment.authorised
    if payment.behaviour == Behaviour.CAPTURE_REFUSED:
        after = _step(payment, Step.RELEASE, now)
        no = Refused(402, "capture_refused", "the bank refused; the authorisation is gone")
        told = ((Told.CAPTURE_REFUSED, amount),)
        return Change(after, ((Kind.RELEASED, held),), told, refusal=no)
    after = _step(payment, Step.CAPTURE, now, captured=amount, answer_lost=False)
    entries = [(Kind.CAPTURED, amount)]
    if held > amount:
        entries.append((Kind.RELEASED, held - amount))
    return Change(after, tuple(entries), ((Told.CAPTURED, amount),), amount)


def release(payment: Payment, now: datetime) -> Change:
    """Give the whole hold back, or close a payment that is still open.

    Raises Refused (409) when there is neither.
    """
    if payment.status is Status.OPEN:
        return cancel(payment, now)
    if payment.status is not Status.AUTHORISED:
        raise _closed(payment, "not_authorised")
    held = payment.authorised
    after = _step(payment, Step.RELEASE, now)
    return Change(after, ((Kind.RELEASED, held),), ((Told.RELEASED, held),), held)


def refund(payment: Payment, amount: int, now: datetime) -> Change:
    """Send ``amount`` of what was captured back.

    Raises Refused: nothing was captured (409), or less is left to give back (422).
    """
    if not LIFE.allows(payment.status, Step.REFUND):
        raise Refused(409, "nothing_captured", f"the payment is {payment.status.value}")
    if amount > payment.captured - payment.refunded:
        raise Refused(422, "amount_above_captured", "more than is left to refund", "amount")
    after = _step(payment, Step.REFUND, now, refunded=payment.refunded + amount)
    return Change(after, ((Kind.REFUNDED, amount),), ((Told.REFUNDED, amount),), amount)
