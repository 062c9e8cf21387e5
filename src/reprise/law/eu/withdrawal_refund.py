"""When the money is back after a withdrawal: by law, and in the days that the terms add."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Final

from reprise.law.calendars import COUNTING, Calendar, in_time
from reprise.law.eu import withdrawal_words as say
from reprise.law.eu.withdrawal import (
    PERIOD,
    PROMISED,
    PROMISED_RETURN,
    RETURN,
    RETURN_BEFORE_GOODS,
    UNTOLD,
    UNTOLD_MOVED,
    Answer,
    Notice,
    Right,
    back_by_terms,
    notice,
    window,
)
from reprise.law.instruments import CRD, TERMS
from reprise.law.provision import Basis, Because, Contradiction, Decision, Source, provision

REFUND_DAYS: Final = 14

REPAY: Final = Basis(CRD, "art. 13", Source.MEMORY)
WITHHOLD: Final = Basis(CRD, "art. 13(3)", Source.MEMORY, "S-T4")
PROMISED_REFUND: Final = Basis(TERMS, "", Source.TERMS, "S53")


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
    """``refund_by`` is the last instant for the money, by ``calendar``, None where it may still
    wait, where it is undecided or where nothing is due."""

    right: Right
    outcome: Refund
    refund_by: datetime | None
    calendar: Calendar


@provision(
    "eu.withdrawal.refund",
    say.REFUND,
    PERIOD,
    UNTOLD,
    UNTOLD_MOVED,
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
    week-end at the end of the seller's own promise adds nothing to it; where the terms would pay
    earlier than the law, they are held to that by a buyer who used the law's right as well.

    By law nothing is waited for where the seller has offered to collect the goods (art. 13(3)), or
    has never sent them.
    """
    answer = notice(facts.notice)
    if answer.right is Right.NONE:
        return _decided(answer, Refund.NOTHING, answer.because, answer.basis)
    if answer.right is Right.STATUTORY:
        return _refund_by_law(facts, answer)
    return _refund_by_terms(facts, answer)


def _refund_by_law(facts: Return, answer: Answer) -> RefundDate:
    calendar, basis = answer.calendar, (*answer.basis, REPAY, WITHHOLD)
    received = calendar.day_of(facts.received)
    ends = received + timedelta(days=REFUND_DAYS)
    last = calendar.working_day_from(ends)
    reasons = [say.REFUND_DAYS(days=REFUND_DAYS, received=received, until=last)]
    reasons += calendar.moved(ends)
    free = facts.notice.seller_collects or not facts.dispatched
    if free:
        reasons.append((say.NOT_AWAITED if facts.dispatched else say.NEVER_SENT)(until=last))
        due = last
    else:
        if _left_late(facts, answer.return_by):
            reasons.append(say.LATE_RETURN_DELAYS(until=answer.return_by))
        arrived = [each for each in (facts.goods_received, facts.proof_shown) if each is not None]
        if not arrived:
            reasons.append(say.WAITS())
            return _decided(answer, Refund.WAITS, reasons, basis)
        day = calendar.day_of(min(arrived))
        due = max(last, day)
        reasons.append(say.FREED(event=day, until=due))
    sooner = _promised_day(facts)
    if sooner is not None and sooner < due:
        reasons.append(say.TERMS_PAY_SOONER(days=REFUND_DAYS, until=sooner))
        due, basis = sooner, (*basis, PROMISED_REFUND)
    return _decided(answer, Refund.DUE, reasons, basis, calendar.end_of(due))


def _refund_by_terms(facts: Return, answer: Answer) -> RefundDate:
    calendar, basis, back = answer.calendar, (*answer.basis, PROMISED_REFUND), answer.return_by
    received = calendar.day_of(facts.received)
    last = received + timedelta(days=REFUND_DAYS)
    reasons = [say.REFUND_DAYS(days=REFUND_DAYS, received=received, until=last)]
    if _left_late(facts, back):
        return _decided(answer, Refund.NOTHING, (say.LATE_RETURN_LOSES(until=back),), basis)
    if facts.goods_received is None:
        reasons.append(say.WAITS_FOR_GOODS())
        return _decided(answer, Refund.WAITS, reasons, basis)
    day = calendar.day_of(facts.goods_received)
    due = max(last, day)
    if back is not None and not _left_in_time(facts, back):
        reasons.append(say.LEFT_UNKNOWN(event=day, until=back, due=due))
        return _decided(answer, Refund.UNDECIDED, reasons, basis)
    reasons.append(say.GOODS_CAME(event=day, until=due))
    return _decided(answer, Refund.DUE, reasons, basis, calendar.end_of(due))


def _promised_day(facts: Return) -> date | None:
    """The day by which the terms alone would pay (S53).  None: they promise nothing, or the notice
    or the goods did not come as they want."""
    contract, goods = facts.notice.contract, facts.goods_received
    promised = window(contract).promised_until
    if promised is None or goods is None or not in_time(facts.notice.sent, promised):
        return None
    back = back_by_terms(facts.notice, promised).until
    if back is not None and not _left_in_time(facts, back):
        return None
    day_of = contract.calendar.day_of
    return max(day_of(facts.received) + timedelta(days=REFUND_DAYS), day_of(goods))


def _left_late(facts: Return, until: datetime | None) -> bool:
    """Whether it is known that the goods left after ``until`` (None: no day to miss)."""
    sent_back = facts.sent_back
    return until is not None and sent_back is not None and not in_time(sent_back, until)


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
        calendar=answer.calendar,
    )
