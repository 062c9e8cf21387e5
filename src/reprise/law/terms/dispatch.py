"""When a parcel must leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from reprise.law.calendars import COUNTING, Calendar
from reprise.law.eu import delivery
from reprise.law.instruments import TERMS
from reprise.law.provision import Basis, Because, Contradiction, Decision, Source, provision
from reprise.law.terms import dispatch_words as say

WORKING_DAYS: Final = 3

PROMISE: Final = Basis(
    TERMS,
    "",
    Source.TERMS,
    "S46",
    open="whether 72 business hours are three whole working days",
)


STATED: Final = Basis(TERMS, "", Source.TERMS, "S46")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """The days, both included, on which an event outside the seller's control held dispatch up.

    Raises ValueError for one that ends before it starts.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise Contradiction("an event does not end before it starts", "first", "last")


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """``received`` is when the payment was, ``calendar`` that of the place of dispatch.

    ``stated_days`` is how many working days the seller stated for dispatch instead of the terms'
    own (None: nothing else was stated).  ``contract`` is what the legal last day of delivery is
    counted from; None where nobody asks for it, as on a page that promises before there is a
    contract.

    Raises ValueError for days below zero.
    """

    received: datetime
    calendar: Calendar
    suspensions: tuple[Suspension, ...] = ()
    contract: delivery.Contract | None = None
    stated_days: int | None = None

    def __post_init__(self) -> None:
        if self.stated_days is not None and self.stated_days < 0:
            raise Contradiction("days that are stated are not below zero", "stated_days")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch(Decision):
    """The last instant for the parcel to leave by the terms, and with the legal ceiling of delivery
    (None: not asked for); ``calendar`` is the one that decided ``ship_by``: of the place of
    dispatch, or of the buyer where the law comes first."""

    promised_by: datetime
    ceiling: datetime | None
    ship_by: datetime
    calendar: Calendar


@provision(
    "terms.dispatch.ship_by",
    say.SHIP_BY,
    PROMISE,
    STATED,
    delivery.DELIVERY,
    delivery.AGREED,
    COUNTING,
)
def dispatch(payment: Payment) -> Dispatch:
    """Unless the seller stated otherwise, seventy-two business hours from receipt of the payment:
    three working days of the place of dispatch, the day of payment excluded, until the last second
    of the third.  A day on which an event outside the seller's control held dispatch up does not
    count (S46).

    The terms suspend their own promise only: the goods are due with the buyer by the legal day all
    the same (Directive 2011/83/EU, art. 18), so they never leave later than that.
    """
    calendar, stated = payment.calendar, payment.stated_days
    paid = calendar.day_of(payment.received)
    days = WORKING_DAYS if stated is None else stated
    last = _last_day(paid, days, calendar, payment.suspensions)
    promised = calendar.end_of(last)
    said = {"days": days, "paid": paid, "calendar": calendar, "until": last}
    reasons = (
        *_held_up(payment, paid, last),
        (say.PROMISED if stated is None else say.STATED)(**said),
    )
    basis = PROMISE if stated is None else STATED
    if payment.contract is None:
        return Dispatch(
            basis=(basis,),
            because=reasons,
            promised_by=promised,
            ceiling=None,
            ship_by=promised,
            calendar=calendar,
        )
    due = delivery.deadline(payment.contract)
    return Dispatch(
        basis=(basis, *due.basis),
        because=(*reasons, *due.because),
        promised_by=promised,
        ceiling=due.deliver_by,
        ship_by=min(promised, due.deliver_by),
        calendar=calendar if promised <= due.deliver_by else due.calendar,
    )


def _held_up(payment: Payment, paid: date, last: date) -> tuple[Because, ...]:
    """The sentence that names what cost a working day; none where nothing did."""
    counted = [paid + timedelta(days=n) for n in range(1, (last - paid).days + 1)]
    working = [day for day in counted if payment.calendar.is_working_day(day)]
    cost = [
        say.FROM_TO(first=each.first, last=each.last)
        for each in payment.suspensions
        if any(each.first <= day <= each.last for day in working)
    ]
    return (say.SUSPENDED(stretches=tuple(cost)),) if cost else ()


@lru_cache(maxsize=4096)
def _last_day(day: date, left: int, calendar: Calendar, held_up: tuple[Suspension, ...]) -> date:
    while left:
        day += timedelta(days=1)
        held = any(each.first <= day <= each.last for each in held_up)
        left -= calendar.is_working_day(day) and not held
    return day
