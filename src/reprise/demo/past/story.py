"""What follows from a purchase, step by step, each at its time: pure."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum
from typing import Final

from reprise.demo.past.people import Buyer
from reprise.law.calendars import Calendar
from reprise.markets.queries import MARKETS

# Nobody answers or goes for a parcel at night.
MORNING, NIGHT = time(7, 30), time(22, 30)
# A seller who is silent for so long has refused: the time to answer, and the sweep after it.
SILENCE: Final = timedelta(hours=24, seconds=20)
# An order that is not paid ends: the time to pay, what is left for late news, the sweep.
UNPAID: Final = timedelta(minutes=16)


class Verb(Enum):
    PLACE = "place"
    OPEN_PAGE = "open_page"  # the buyer looks at the payment page and leaves
    BE_DECLINED = "be_declined"
    PAY = "pay"
    PAY_AGAIN = "pay_again"
    ANSWER = "answer"
    REFUSE = "refuse"
    SHIP = "ship"
    HAND_OVER = "handed_over"
    ARRIVE = "at_point"
    DELIVER = "delivered"
    RETURN = "returned"
    CALL_OFF = "call_off"
    SWEEP_UNPAID = "sweep_unpaid"
    SWEEP_SILENT = "sweep_silent"


class Fate(Enum):
    """What becomes of a purchase, if there is time for it."""

    KEPT = "kept"
    UNPAID = "unpaid"
    PAID_AT_SECOND = "paid_at_second"
    REFUSED = "refused"
    LAPSED = "lapsed"
    NOT_COLLECTED = "not_collected"
    SENT_AGAIN = "sent_again"
    CALLED_OFF = "called_off"


@dataclass(frozen=True, slots=True)
class Purchase:
    """One buyer's order: ``key`` names it for ever, ``favourite`` is one of the demo's seller."""

    key: str
    at: datetime
    market: str
    language: str
    method: str
    buyer: Buyer
    fate: Fate
    favourite: bool = False
    devices: int = 1
    sellers: int = 1
    to_point: bool = False
    challenged: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What somebody does at a time; ``part`` is the contract it is about, 0 the favourite's."""

    at: datetime
    purchase: Purchase
    verb: Verb
    part: int = 0


@dataclass(frozen=True, slots=True)
class Pace:
    """How long things take, each after the one before it."""

    answer: timedelta
    ship: timedelta
    hand_over: timedelta
    travel_days: int
    pick_up: timedelta
    come_back: timedelta
    decide: timedelta


def follow(purchase: Purchase, pace: Pace, end: datetime) -> list[Step]:
    """All that follows from a purchase until ``end``, in its order."""
    return [step for step in _all(purchase, pace) if step.at < end]


def _all(purchase: Purchase, pace: Pace) -> Iterator[Step]:
    at, fate = purchase.at, purchase.fate
    yield Step(at, purchase, Verb.PLACE)
    paid = at + timedelta(minutes=2)
    if fate is Fate.UNPAID:
        yield Step(paid, purchase, Verb.OPEN_PAGE)
        yield Step(at + UNPAID, purchase, Verb.SWEEP_UNPAID)
        return
    if fate is Fate.PAID_AT_SECOND:
        yield Step(paid, purchase, Verb.BE_DECLINED)
        paid += timedelta(minutes=3)
        yield Step(paid, purchase, Verb.PAY_AGAIN)
        yield Step(at + UNPAID, purchase, Verb.SWEEP_UNPAID)
    else:
        yield Step(paid, purchase, Verb.PAY)
    answers = list(_answers(purchase, pace, paid))
    yield from answers
    for answer in answers:
        if answer.verb is Verb.ANSWER and fate is not Fate.NOT_COLLECTED:
            yield from _parcel(purchase, pace, answer.part, answers[-1].at)


def _answers(purchase: Purchase, pace: Pace, paid: datetime) -> Iterator[Step]:
    """Each seller's answer; the first one's is the one that may be a no, or silence."""
    answered = _awake(paid + pace.answer, MARKETS[purchase.market].country)
    if purchase.fate is Fate.REFUSED:
        yield Step(answered, purchase, Verb.REFUSE)
    elif purchase.fate is not Fate.LAPSED:
        yield Step(answered, purchase, Verb.ANSWER)
    for part in range(1, purchase.sellers):
        answered += timedelta(minutes=50)
        yield Step(answered, purchase, Verb.ANSWER, part)
    if purchase.fate is Fate.LAPSED:
        yield Step(paid + SILENCE, purchase, Verb.SWEEP_SILENT)


def _parcel(purchase: Purchase, pace: Pace, part: int, final: datetime) -> Iterator[Step]:
    """A parcel's way since its sale was ``final``; it is the first one that may come back."""
    country = MARKETS[purchase.market].country
    handed = yield from _sent(purchase, pace, part, final + pace.ship)
    if part == 0 and purchase.fate in {Fate.SENT_AGAIN, Fate.CALLED_OFF}:
        back = _awake(handed + pace.come_back, country)
        yield Step(back, purchase, Verb.RETURN, part)
        if purchase.fate is Fate.CALLED_OFF:
            yield Step(_awake(back + pace.decide, country), purchase, Verb.CALL_OFF, part)
            return
        handed = yield from _sent(purchase, pace, part, back + pace.decide)
    there = handed
    for _ in range(pace.travel_days):
        there = _working(there + timedelta(days=1), country)
    if purchase.to_point:
        yield Step(there, purchase, Verb.ARRIVE, part)
        there = _awake(there + pace.pick_up, country)
    yield Step(there, purchase, Verb.DELIVER, part)


def _sent(
    purchase: Purchase, pace: Pace, part: int, ready: datetime
) -> Generator[Step, None, datetime]:
    """A parcel is made ready and given to the carrier; when that was."""
    shipped = _working(ready, MARKETS[purchase.market].country)
    yield Step(shipped, purchase, Verb.SHIP, part)
    handed = shipped + pace.hand_over
    yield Step(handed, purchase, Verb.HAND_OVER, part)
    return handed


def _awake(moment: datetime, country: str) -> datetime:
    """The same time, or as much later as the night takes."""
    local = moment.astimezone(Calendar(country).zone)
    if MORNING <= local.time() < NIGHT:
        return moment
    day = local.date() + timedelta(days=local.time() >= NIGHT)
    # Not everybody at once.
    late = timedelta(minutes=moment.minute, seconds=moment.second)
    return (datetime.combine(day, MORNING, local.tzinfo) + late).astimezone(moment.tzinfo)


def _working(moment: datetime, country: str) -> datetime:
    """The same time of the same or the next working day, when people are awake."""
    moment = _awake(moment, country)
    calendar = Calendar(country)
    while not calendar.is_working_day(calendar.day_of(moment)):
        moment += timedelta(days=1)
    return moment
