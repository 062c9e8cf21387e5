"""When a parcel must leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from reprise.law.calendars import COUNTING, Calendar
from reprise.law.eu import delivery
from reprise.law.instruments import TERMS
from reprise.law.provision import Basis, Decision, Source, provision
from reprise.law.terms import dispatch_words as say

WORKING_DAYS: Final = 3

PROMISE: Final = Basis(
    TERMS,
    "",
    Source.TERMS,
    "S46",
    open="whether 72 business hours are three whole working days",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """The days, both included, on which an event outside the seller's control held dispatch up."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """``received`` is when the payment was, ``calendar`` that of the place of dispatch.

    ``contract`` is what the legal last day of delivery is counted from; None where nobody asks for
    it, as on a page that promises before there is a contract.
    """

    received: datetime
    calendar: Calendar
    suspensions: tuple[Suspension, ...] = ()
    contract: delivery.Contract | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch(Decision):
    """The last instant for the parcel to leave by the terms, and with the legal ceiling of delivery
    (None: not asked for); ``calendar`` is the one that counted."""

    promised_by: datetime
    ceiling: datetime | None
    ship_by: datetime
    calendar: Calendar


@provision(
    "terms.dispatch.ship_by", say.SHIP_BY, PROMISE, delivery.DELIVERY, delivery.AGREED, COUNTING
)
def dispatch(payment: Payment) -> Dispatch:
    """Seventy-two business hours from receipt of the payment: three working days of the place of
    dispatch, the day of payment excluded, until the last second of the third.  A day on which an
    event outside the seller's control held dispatch up does not count (S46).

    The terms suspend their own promise only: the goods are due with the buyer by the legal day all
    the same (Directive 2011/83/EU, art. 18), so they never leave later than that.
    """
    calendar = payment.calendar
    paid = calendar.day_of(payment.received)
    last = _last_day(paid, calendar, payment.suspensions)
    promised = calendar.end_of(last)
    reason = say.PROMISED(days=WORKING_DAYS, paid=paid, calendar=calendar, until=last)
    reasons = (say.SUSPENDED(), reason) if payment.suspensions else (reason,)
    if payment.contract is None:
        return Dispatch(
            basis=(PROMISE,),
            because=reasons,
            promised_by=promised,
            ceiling=None,
            ship_by=promised,
            calendar=calendar,
        )
    due = delivery.deadline(payment.contract)
    return Dispatch(
        basis=(PROMISE, *due.basis),
        because=(*reasons, *due.because),
        promised_by=promised,
        ceiling=due.deliver_by,
        ship_by=min(promised, due.deliver_by),
        calendar=calendar,
    )


@lru_cache(maxsize=4096)
def _last_day(day: date, calendar: Calendar, held_up: tuple[Suspension, ...]) -> date:
    left = WORKING_DAYS
    while left:
        day += timedelta(days=1)
        held = any(each.first <= day <= each.last for each in held_up)
        left -= calendar.is_working_day(day) and not held
    return day
