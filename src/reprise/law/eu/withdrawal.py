"""The right to withdraw from a distance contract, and the longer one that terms may promise.

Everything is counted per contract, so per seller, in the buyer's calendar.  A notice has two
instants: when it was sent decides whether it is in time, when it was received starts the refund.
What the law gives and what the terms promise stay apart; the buyer has the better of the two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Final

from reprise.law.calendars import COUNTING, Calendar, in_time, plus_months
from reprise.law.eu import withdrawal_words as say
from reprise.law.instruments import CRD, TERMS
from reprise.law.provision import Basis, Because, Contradiction, Decision, Source, provision

DAYS: Final = 14
UNTOLD_MONTHS: Final = 12
RETURN_DAYS: Final = 14
REFUND_DAYS: Final = 14

PERIOD: Final = Basis(CRD, "", Source.MEMORY, "S50")
UNTOLD: Final = Basis(CRD, "art. 10", Source.MEMORY)
PROMISED: Final = Basis(TERMS, "", Source.TERMS, "S50")
RETURN: Final = Basis(CRD, "art. 14(1)", Source.MEMORY)
RETURN_BEFORE_GOODS: Final = Basis(
    CRD,
    "art. 14(1)",
    Source.MEMORY,
    open="from when the fourteen days run for goods that come after the notice: here from their "
    "coming",
)
PROMISED_RETURN: Final = Basis(
    TERMS,
    "",
    Source.TERMS,
    "S51",
    open="whether goods returned by a day have left or have come by then: read for the buyer",
)
REPAY: Final = Basis(CRD, "art. 13", Source.MEMORY)
WITHHOLD: Final = Basis(CRD, "art. 13(3)", Source.MEMORY, "S-T4")
PROMISED_REFUND: Final = Basis(TERMS, "", Source.TERMS, "S53")
LOCK: Final = Basis(TERMS, "", Source.TERMS, "S54")
NO_FORFEIT: Final = Basis(CRD, "art. 13(3)", Source.MEMORY, "S-T5")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """What the periods are counted from.

    ``last_parcel`` is the day on which the buyer got the last parcel of the contract, None where it
    has not come; ``told`` the day on which the buyer had the information on the right, None: never.
    ``promised_clear_days`` is what the terms give (jours francs), 0 where they give nothing.
    """

    last_parcel: date | None
    told: date | None
    calendar: Calendar
    promised_clear_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Window(Decision):
    """Until when a notice can be sent: by law, by the terms (None: nothing promised), and the later
    of the two.  None: it does not run yet."""

    statutory_until: datetime | None
    promised_until: datetime | None
    until: datetime | None


@provision("eu.withdrawal.window", say.WINDOW, PERIOD, UNTOLD, PROMISED, COUNTING)
def window(contract: Contract) -> Window:
    """Fourteen days from the last parcel; more where the buyer was not informed (Directive
    2011/83/EU, art. 10) or where the terms promise more (S50).

    Informed after the delivery but within twelve months of it: fourteen days from then.  Not
    informed by then: twelve months on top of the first period.

    Before the last parcel has come nothing runs, and a notice is possible already.
    """
    calendar, event, told = contract.calendar, contract.last_parcel, contract.told
    if event is None:
        return Window(
            basis=(PERIOD,),
            because=(say.NOT_BEGUN(),),
            statutory_until=None,
            promised_until=None,
            until=None,
        )
    last = calendar.days_after(event, DAYS)
    basis: tuple[Basis, ...] = (PERIOD,)
    if told is not None and told <= event:
        reason = say.FROM_DELIVERY(days=DAYS, event=event, until=last)
    elif told is not None and told <= plus_months(event, UNTOLD_MONTHS):
        last, basis = calendar.days_after(told, DAYS), (PERIOD, UNTOLD)
        reason = say.TOLD_LATE(told=told, days=DAYS, until=last)
    else:
        last, basis = calendar.months_after(last, UNTOLD_MONTHS), (PERIOD, UNTOLD)
        reason = say.UNTOLD(months=UNTOLD_MONTHS, until=last)
    statutory = calendar.end_of(last)
    if not contract.promised_clear_days:
        return Window(
            basis=(*basis, COUNTING),
            because=(reason,),
            statutory_until=statutory,
            promised_until=None,
            until=statutory,
        )
    bonus = calendar.clear_days_after(event, contract.promised_clear_days)
    promised = calendar.end_of(bonus)
    return Window(
        basis=(*basis, PROMISED, COUNTING),
        because=(reason, say.PROMISED(days=contract.promised_clear_days, until=bonus)),
        statutory_until=statutory,
        promised_until=promised,
        until=max(statutory, promised),
    )


class Right(Enum):
    """Which right a notice used."""

    STATUTORY = "statutory"
    PROMISED = "promised"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A withdrawal: the contract, the instant at which the buyer sent the notice, and whether the
    seller has offered to collect the goods."""

    contract: Contract
    sent: datetime
    seller_collects: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Decision):
    """Which right the notice used, and the last instant to hand the goods to a carrier (None where
    the notice is too late, the goods have not come, or the seller collects them)."""

    right: Right
    return_by: datetime | None


@provision(
    "eu.withdrawal.notice",
    say.NOTICE,
    PERIOD,
    UNTOLD,
    PROMISED,
    RETURN,
    RETURN_BEFORE_GOODS,
    PROMISED_RETURN,
    COUNTING,
)
def notice(facts: Notice) -> Answer:
    """The instant of sending decides.  By law the goods go back within fourteen days of the notice
    (Directive 2011/83/EU, art. 14(1)), which terms never shorten; under a longer period of the
    terms they go back within fourteen days and within that period (S51).

    Goods that come after the notice have fourteen days from their coming; goods that the seller
    has offered to collect are not sent back at all.
    """
    until = window(facts.contract)
    statutory, promised = until.statutory_until, until.promised_until
    if statutory is None or in_time(facts.sent, statutory):
        return_by, reason, rests_on = _back_by_law(facts)
        heard = until.because
        if statutory is not None:
            heard = (say.IN_TIME(sent=facts.sent, until=statutory),)
        return Answer(
            basis=(*until.basis, rests_on),
            because=(*heard, reason),
            right=Right.STATUTORY,
            return_by=return_by,
        )
    if promised is not None and in_time(facts.sent, promised):
        return_by, reason = _back_by_terms(facts, promised)
        return Answer(
            basis=(*until.basis, PROMISED_RETURN),
            because=(say.IN_PROMISED_TIME(sent=facts.sent, until=promised), reason),
            right=Right.PROMISED,
            return_by=return_by,
        )
    return Answer(
        basis=until.basis,
        because=(*until.because, say.TOO_LATE(sent=facts.sent, until=until.until)),
        right=Right.NONE,
        return_by=None,
    )


def _back_by_law(facts: Notice) -> tuple[datetime | None, Because, Basis]:
    calendar, came = facts.contract.calendar, facts.contract.last_parcel
    day = calendar.day_of(facts.sent)
    if facts.seller_collects:
        return None, say.SELLER_COLLECTS(), RETURN
    if came is None:
        return None, say.SEND_BACK_LATER(days=RETURN_DAYS), RETURN_BEFORE_GOODS
    last = calendar.days_after(max(day, came), RETURN_DAYS)
    if came <= day:
        return calendar.end_of(last), say.SEND_BACK(days=RETURN_DAYS, until=last), RETURN
    reason = say.SEND_BACK_ONCE_THERE(event=came, days=RETURN_DAYS, until=last)
    return calendar.end_of(last), reason, RETURN_BEFORE_GOODS


def _back_by_terms(facts: Notice, promised: datetime) -> tuple[datetime | None, Because]:
    if facts.seller_collects:
        return None, say.SELLER_COLLECTS()
    calendar = facts.contract.calendar
    last = calendar.days_after(calendar.day_of(facts.sent), RETURN_DAYS)
    back = min(calendar.end_of(last), promised)
    return back, say.SEND_BACK_PROMISED(days=RETURN_DAYS, until=back)


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """What has happened so far; None: not yet, or not known.  ``dispatched`` is False where the
    seller has sent none of the goods.

    Raises ValueError where one thing came before another that it follows.  Goods may come back
    before ``contract.last_parcel``: one device of a contract goes back while another is under way.
    """

    notice: Notice
    received: datetime  # the notice, by the seller
    sent_back: datetime | None = None  # the goods, as the buyer proves
    proof_shown: datetime | None = None  # the proof of it, to the seller
    goods_received: datetime | None = None
    dispatched: bool = True

    def __post_init__(self) -> None:
        if self.received < self.notice.sent:
            names = ("received", "notice.sent")
            raise Contradiction("a notice is not received before it is sent", *names)
        moved = (self.notice.contract.last_parcel, self.sent_back, self.proof_shown)
        if not self.dispatched and any(each is not None for each in (*moved, self.goods_received)):
            raise Contradiction("what was never sent is nowhere else", "dispatched")
        for name in ("proof_shown", "goods_received"):
            later = getattr(self, name)
            if None not in (self.sent_back, later) and later < self.sent_back:
                raise Contradiction(
                    "nothing follows a sending that is yet to be", name, "sent_back"
                )


class Refund(Enum):
    """What is due."""

    DUE = "due"
    WAITS = "waits"
    UNDECIDED = "undecided"  # it turns on a fact that is not known
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundDate(Decision):
    """``refund_by`` is the last instant for the money, None where it may still wait, where it
    is undecided or where nothing is due."""

    right: Right
    outcome: Refund
    refund_by: datetime | None


@provision(
    "eu.withdrawal.refund",
    say.REFUND,
    PERIOD,
    UNTOLD,
    PROMISED,
    RETURN,
    RETURN_BEFORE_GOODS,
    PROMISED_RETURN,
    REPAY,
    WITHHOLD,
    PROMISED_REFUND,
    COUNTING,
)
def refund(facts: Return) -> RefundDate:
    """Fourteen days from the receipt of the notice (S53); the seller may wait until the goods or
    the proof of sending arrive (Directive 2011/83/EU, art. 13(3); S-T4), under the terms' longer
    period until the goods arrive.  A late return delays the statutory refund and loses the promised
    one; goods that came late may have left in time, and nothing is lost by what is not known.  A
    week-end at the end of the seller's own promise adds nothing to it.

    By law nothing is waited for where the seller has offered to collect the goods (art. 13(3)), or
    has never sent them.
    """
    answer = notice(facts.notice)
    calendar = facts.notice.contract.calendar
    if answer.right is Right.NONE:
        return _decided(answer, Refund.NOTHING, answer.because, answer.basis)
    statutory = answer.right is Right.STATUTORY
    received = calendar.day_of(facts.received)
    promised = received + timedelta(days=REFUND_DAYS)
    last = calendar.days_after(received, REFUND_DAYS) if statutory else promised
    reasons = [say.REFUND_DAYS(days=REFUND_DAYS, received=received, until=last)]
    basis = (*answer.basis, *((REPAY, WITHHOLD) if statutory else (PROMISED_REFUND,)))
    if statutory and (facts.notice.seller_collects or not facts.dispatched):
        said = say.NOT_AWAITED if facts.dispatched else say.NEVER_SENT
        reasons.append(said(until=last))
        return _decided(answer, Refund.DUE, reasons, basis, calendar.end_of(last))
    arrived = [facts.goods_received, *([facts.proof_shown] if statutory else [])]
    freed = min((each for each in arrived if each is not None), default=None)
    back = answer.return_by
    if back is not None and facts.sent_back is not None and not in_time(facts.sent_back, back):
        if not statutory:
            lost = (say.LATE_RETURN_LOSES(until=back),)
            return _decided(answer, Refund.NOTHING, lost, basis)
        reasons.append(say.LATE_RETURN_DELAYS(until=back))
    if freed is None:
        reasons.append(say.WAITS() if statutory else say.WAITS_FOR_GOODS())
        return _decided(answer, Refund.WAITS, reasons, basis)
    day = calendar.day_of(freed)
    due = max(last, day)
    if not statutory and back is not None and not _left_in_time(facts, back):
        reasons.append(say.LEFT_UNKNOWN(event=day, until=back, due=due))
        return _decided(answer, Refund.UNDECIDED, reasons, basis)
    reasons.append((say.FREED if statutory else say.GOODS_CAME)(event=day, until=due))
    return _decided(answer, Refund.DUE, reasons, basis, calendar.end_of(due))


def _left_in_time(facts: Return, until: datetime) -> bool:
    """What was proved to be sent, or came, has left before."""
    known = (facts.sent_back, facts.proof_shown, facts.goods_received)
    return any(each is not None and in_time(each, until) for each in known)


def _decided(
    answer: Answer,
    outcome: Refund,
    because: Iterable[Because],
    basis: tuple[Basis, ...],
    by: datetime | None = None,
) -> RefundDate:
    return RefundDate(
        basis=basis,
        because=tuple(because),
        right=answer.right,
        outcome=outcome,
        refund_by=by,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """A device that came back: under which right, and whether its lock is still on."""

    right: Right
    lock_on: bool


class LockOutcome(Enum):
    """What to do with it."""

    REFUND = "refund"
    HELP_AND_REFUND = "help_and_refund"
    SEND_BACK = "send_back"
    NOTHING = "nothing"  # the notice used no right


@dataclass(frozen=True, slots=True, kw_only=True)
class LockDecision(Decision):
    outcome: LockOutcome


@provision("eu.withdrawal.lock", say.LOCK, PERIOD, LOCK, NO_FORFEIT, PROMISED_REFUND)
def activation_lock(facts: Locked) -> LockDecision:
    """Terms may refuse a locked device (S54) only in the period that they add; in the statutory one
    the refund waits only as art. 13(3) of Directive 2011/83/EU lets it, and is never forfeited
    (S-T5).  Where the notice used no right, no lock changes that nothing is refunded (S53)."""
    if facts.right is Right.NONE:
        return LockDecision(
            basis=(PERIOD, PROMISED_REFUND),
            because=(say.LOCK_NO_RIGHT(),),
            outcome=LockOutcome.NOTHING,
        )
    if not facts.lock_on:
        return LockDecision(basis=(LOCK,), because=(say.UNLOCKED(),), outcome=LockOutcome.REFUND)
    if facts.right is Right.STATUTORY:
        return LockDecision(
            basis=(NO_FORFEIT,),
            because=(say.UNLOCK_HELP(), say.UNLOCK_CLOCK()),
            outcome=LockOutcome.HELP_AND_REFUND,
        )
    return LockDecision(
        basis=(LOCK,), because=(say.LOCKED_PROMISED(),), outcome=LockOutcome.SEND_BACK
    )
