"""The right to withdraw from a distance contract, and the longer one that terms may promise.

Everything is counted per contract, so per seller, in the buyer's calendar.  A notice has two
instants: when it was sent decides whether it is in time, when it was received starts the refund.
What the law gives and what the terms promise stay apart; the buyer has the better of the two.
"""

from __future__ import annotations

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

PERIOD: Final = Basis(CRD, "", Source.MEMORY, "S50")
UNTOLD: Final = Basis(CRD, "art. 10", Source.MEMORY)
UNTOLD_MOVED: Final = Basis(
    CRD,
    "art. 10",
    Source.MEMORY,
    open="whether the twelve months follow the fourteenth day or the working day to which it "
    "moves: here the latter",
)
PROMISED: Final = Basis(
    TERMS,
    "",
    Source.TERMS,
    "S50",
    open="whether the days are clear ones, as the terms say once, or plain ones, as their next "
    "sentence says: read for the buyer",
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """What the periods are counted from.

    ``last_parcel`` is the day on which the buyer got the last parcel of the contract (a parcel for
    a pick-up point: fetched it there), None where that has not been; ``told`` the day on which the
    buyer had the information on the right, None: never.  ``promised_clear_days`` is what the terms
    give (jours francs), 0 where they give nothing.

    Raises ValueError for days below zero.
    """

    last_parcel: date | None
    told: date | None
    calendar: Calendar
    promised_clear_days: int = 0

    def __post_init__(self) -> None:
        if self.promised_clear_days < 0:
            raise Contradiction("days that are given are not below zero", "promised_clear_days")


@dataclass(frozen=True, slots=True, kw_only=True)
class Window(Decision):
    """Until when a notice can be sent: by law, by the terms (None: nothing promised), and the later
    of the two, by ``calendar``.  None: it does not run yet."""

    statutory_until: datetime | None
    promised_until: datetime | None
    until: datetime | None
    calendar: Calendar


@provision("eu.withdrawal.window", say.WINDOW, PERIOD, UNTOLD, UNTOLD_MOVED, PROMISED, COUNTING)
def window(contract: Contract) -> Window:
    """Fourteen days from the last parcel; more where the buyer was not informed (Directive
    2011/83/EU, art. 10) or where the terms promise more (S50).

    Informed after the delivery but within twelve months of it: fourteen days from then.  Not
    informed by then: twelve months on top of the first period.

    Before the last parcel has come nothing runs, and a notice is possible already.
    """
    calendar, event = contract.calendar, contract.last_parcel
    if event is None:
        return Window(
            basis=(PERIOD,),
            because=(say.NOT_BEGUN(),),
            statutory_until=None,
            promised_until=None,
            until=None,
            calendar=calendar,
        )
    law = _by_law(contract, event)
    terms = _by_terms(contract, event)
    periods = (law,) if terms is None else (law, terms)
    return Window(
        basis=(*(basis for each in periods for basis in each.basis), COUNTING),
        because=tuple(reason for each in periods for reason in (each.reason, *each.moved)),
        statutory_until=law.until,
        promised_until=None if terms is None else terms.until,
        until=max(each.until for each in periods),
        calendar=calendar,
    )


@dataclass(frozen=True, slots=True)
class _Period:
    """One of the two periods: its end, why it is that one, and why it moved there."""

    until: datetime
    reason: Because
    moved: tuple[Because, ...]
    basis: tuple[Basis, ...]


def _by_law(contract: Contract, event: date) -> _Period:
    calendar, told = contract.calendar, contract.told
    ends = event + timedelta(days=DAYS)
    last = calendar.working_day_from(ends)
    if told is not None and told <= event:
        basis: tuple[Basis, ...] = (PERIOD,)
        reason = say.FROM_DELIVERY(days=DAYS, event=event, until=last)
    elif told is not None and told <= plus_months(event, UNTOLD_MONTHS):
        ends, basis = told + timedelta(days=DAYS), (PERIOD, UNTOLD)
        last = calendar.working_day_from(ends)
        reason = say.TOLD_LATE(told=told, days=DAYS, until=last)
    else:
        basis = (PERIOD, UNTOLD if last == ends else UNTOLD_MOVED)
        ends = plus_months(last, UNTOLD_MONTHS)
        last = calendar.working_day_from(ends)
        reason = say.UNTOLD(months=UNTOLD_MONTHS, until=last)
    return _Period(calendar.end_of(last), reason, calendar.moved(ends), basis)


def _by_terms(contract: Contract, event: date) -> _Period | None:
    """What the terms give; None: nothing."""
    calendar, days = contract.calendar, contract.promised_clear_days
    if not days:
        return None
    last = calendar.clear_days_after(event, days)
    moved = calendar.moved(event + timedelta(days=days + 1))
    reason = say.PROMISED(days=days, until=last)
    return _Period(calendar.end_of(last), reason, moved, (PROMISED,))


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
    the notice is too late, the goods have not come, or the seller collects them), by
    ``calendar``."""

    right: Right
    return_by: datetime | None
    calendar: Calendar


@provision(
    "eu.withdrawal.notice",
    say.NOTICE,
    PERIOD,
    UNTOLD,
    UNTOLD_MOVED,
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
    contract, until = facts.contract, window(facts.contract)
    sent, event = contract.calendar.here(facts.sent), contract.last_parcel
    if event is None:
        return _answer(facts, Right.STATUTORY, until.basis, until.because, _back_by_law(facts))
    law, terms = _by_law(contract, event), _by_terms(contract, event)
    if in_time(sent, law.until):
        heard = (*_why(law), say.IN_TIME(sent=sent, until=law.until))
        return _answer(facts, Right.STATUTORY, until.basis, heard, _back_by_law(facts))
    if terms is not None and in_time(sent, terms.until):
        heard = (say.IN_PROMISED_TIME(sent=sent, until=terms.until), *terms.moved)
        back = back_by_terms(facts, terms.until)
        return _answer(facts, Right.PROMISED, until.basis, heard, back)
    return Answer(
        basis=until.basis,
        because=(*until.because, say.TOO_LATE(sent=sent, until=until.until)),
        right=Right.NONE,
        return_by=None,
        calendar=contract.calendar,
    )


def _why(law: _Period) -> tuple[Because, ...]:
    """Why the period by law is not the plain fourteen days; nothing where it is."""
    return law.moved if law.basis == (PERIOD,) else (law.reason, *law.moved)


@dataclass(frozen=True, slots=True)
class Back:
    """How the goods go back: until when (None: no day to miss), why, and by which article."""

    until: datetime | None
    because: tuple[Because, ...]
    basis: Basis


def _answer(
    facts: Notice,
    right: Right,
    basis: tuple[Basis, ...],
    heard: tuple[Because, ...],
    back: Back,
) -> Answer:
    return Answer(
        basis=(*basis, back.basis),
        because=(*heard, *back.because),
        right=right,
        return_by=back.until,
        calendar=facts.contract.calendar,
    )


def _back_by_law(facts: Notice) -> Back:
    calendar, came = facts.contract.calendar, facts.contract.last_parcel
    day = calendar.day_of(facts.sent)
    if facts.seller_collects:
        return Back(None, (say.SELLER_COLLECTS(),), RETURN)
    if came is None:
        return Back(None, (say.SEND_BACK_LATER(days=RETURN_DAYS),), RETURN_BEFORE_GOODS)
    ends = max(day, came) + timedelta(days=RETURN_DAYS)
    last = calendar.working_day_from(ends)
    reason, rests_on = say.SEND_BACK(days=RETURN_DAYS, until=last), RETURN
    if came > day:
        reason = say.SEND_BACK_ONCE_THERE(event=came, days=RETURN_DAYS, until=last)
        rests_on = RETURN_BEFORE_GOODS
    return Back(calendar.end_of(last), (reason, *calendar.moved(ends)), rests_on)


def back_by_terms(facts: Notice, promised: datetime) -> Back:
    """How the goods go back under the terms, which give until ``promised``."""
    if facts.seller_collects:
        return Back(None, (say.SELLER_COLLECTS(),), PROMISED_RETURN)
    calendar = facts.contract.calendar
    last = calendar.days_after(calendar.day_of(facts.sent), RETURN_DAYS)
    back = min(calendar.end_of(last), promised)
    return Back(back, (say.SEND_BACK_PROMISED(days=RETURN_DAYS, until=back),), PROMISED_RETURN)
