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
    """The days, both included, on which an event outside the seller's control held dispatch up;
    ``last`` None: it still does, as a strike of which nobody knows the end.

    Raises ValueError for one that ends before it starts.
    """

    first: date
    last: date | None

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise Contradiction("an event does not end before it starts", "first", "last")


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """``received`` is when the payment was, ``calendar`` that of the place of dispatch.

    ``stated_days`` is how many working days the seller stated for dispatch instead of the terms'
    own (None: nothing else was stated).  ``contract`` is what the legal last day of delivery is
    counted from; None where nobody asks for it, as on a page that promises before there is a
    contract.  ``as_of`` is the day asked, which counts for what still holds dispatch up.

    Raises ValueError for days below zero, and for what still lasts on no day, or begins after it.
    """

    received: datetime
    calendar: Calendar
    suspensions: tuple[Suspension, ...] = ()
    contract: delivery.Contract | None = None
    stated_days: int | None = None
    as_of: date | None = None

    def __post_init__(self) -> None:
        for at, each in enumerate(self.suspensions):
            if each.last is None and (self.as_of is None or self.as_of < each.first):
                names = (f"suspensions[{at}].last", "as_of")
                raise Contradiction("what still lasts does so on a day", *names)
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
    count (S46); while it lasts, the days until the day asked do not, and each further one moves the
    end.

    The terms suspend their own promise only: the goods are due with the buyer by the legal day all
    the same (Directive 2011/83/EU, art. 18), so they never leave later than that.
    """
    calendar, stated = payment.calendar, payment.stated_days
    paid = calendar.day_of(payment.received)
    days = WORKING_DAYS if stated is None else stated
    last = _last_day(paid, days, calendar, _until_asked(payment))
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
        (given, until)
        for given, until in zip(payment.suspensions, _until_asked(payment), strict=True)
        if any(_holds_up(until, day) for day in working)
    ]
    if not cost:
        return ()
    stretches = tuple(say.FROM_TO(first=until.first, last=until.last) for _, until in cost)
    lasting = (say.STILL_LASTS(first=given.first) for given, _ in cost if given.last is None)
    return say.SUSPENDED(stretches=stretches), *lasting


def _until_asked(payment: Payment) -> tuple[Suspension, ...]:
    """What held dispatch up, and what still does up to the day asked."""
    return tuple(
        Suspension(first=each.first, last=each.last or payment.as_of)
        for each in payment.suspensions
    )


def _holds_up(event: Suspension, day: date) -> bool:
    return event.last is not None and event.first <= day <= event.last


@lru_cache(maxsize=4096)
def _last_day(day: date, left: int, calendar: Calendar, held_up: tuple[Suspension, ...]) -> date:
    while left:
        day += timedelta(days=1)
        held = any(_holds_up(each, day) for each in held_up)
        left -= calendar.is_working_day(day) and not held
    return day
