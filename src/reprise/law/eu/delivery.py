"""Until when the goods must be with the buyer, what follows when they are not, whose the loss is.

Directive 2011/83/EU, articles 18 and 20.  Days are the buyer's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Final

from reprise.law.calendars import COUNTING, Calendar, in_time, zone_of
from reprise.law.eu import delivery_words as say
from reprise.law.instruments import CRD, TERMS
from reprise.law.provision import Basis, Because, Contradiction, Decision, Source, provision

DAYS: Final = 30

DELIVERY: Final = Basis(CRD, "art. 18", Source.MEMORY, "S46")
AGREED: Final = Basis(
    CRD,
    "art. 18",
    Source.MEMORY,
    "S46",
    open="whether a day beyond the thirty that the seller's terms or page named is one on which "
    "the parties have agreed otherwise: here it is not",
)
CAME_LATE: Final = Basis(
    CRD,
    "art. 18",
    Source.MEMORY,
    "S46",
    open="whether the contract can still be ended when the goods have come, after the last day",
)
OFFERED: Final = Basis(
    CRD,
    "art. 18",
    Source.MEMORY,
    "S46",
    open="whether the seller is late with goods that were offered in time and that nobody took",
)
SHORT: Final = Basis(
    CRD,
    "art. 18",
    Source.MEMORY,
    "S46",
    open="whether an additional period that was too short makes one that suits run: here it does "
    "not",
)
PARTLY: Final = Basis(
    CRD,
    "art. 18",
    Source.MEMORY,
    "S46",
    open="whether what has come goes back as well where the rest of the contract is ended",
)
RISK: Final = Basis(CRD, "art. 20", Source.MEMORY, "S48")
FETCHED: Final = Basis(
    TERMS,
    "",
    Source.TERMS,
    "S47",
    open="whether, under terms that do not say so, goods at the point that the buyer chose are in "
    "the hands of a person whom the buyer named",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """The day on which the contract was made, where the buyer is, and the day of delivery that was
    agreed or promised (None: none); ``by_both``: the buyer has agreed to that very day, as by
    choosing it, and not only to terms that name it.

    Raises ValueError for a delivery that was agreed for a day before the contract, and for an
    agreement on none.
    """

    concluded: date
    calendar: Calendar
    agreed: date | None = None
    by_both: bool = False

    def __post_init__(self) -> None:
        if self.by_both and self.agreed is None:
            raise Contradiction("the parties agree on some day", "by_both", "agreed")
        if self.agreed is not None and self.agreed < self.concluded:
            raise Contradiction("nothing is due before the contract", "agreed", "concluded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Decision):
    """The last instant by law where nothing is agreed, by agreement or promise (None: none), and
    the one that counts, by ``calendar``."""

    statutory_by: datetime
    agreed_by: datetime | None
    deliver_by: datetime
    calendar: Calendar


@provision("eu.delivery.deadline", say.DEADLINE, DELIVERY, AGREED, COUNTING)
def deadline(contract: Contract) -> Deadline:
    """Not later than thirty days from the contract, unless the parties have agreed otherwise on the
    time of delivery (Directive 2011/83/EU, art. 18): then on the day on which they have, be it
    earlier or later.  What the seller alone promised binds where it is earlier; whether a later
    day that the seller alone named is agreed is open, and the thirty are better for the buyer."""
    calendar = contract.calendar
    thirtieth = contract.concluded + timedelta(days=DAYS)
    last = calendar.working_day_from(thirtieth)
    statutory = calendar.end_of(last)
    thirty = say.THIRTY(days=DAYS, event=contract.concluded, until=last)
    reasons, basis, agreed = (thirty, *calendar.moved(thirtieth)), DELIVERY, None
    if contract.agreed is not None:
        agreed = calendar.end_of(contract.agreed)
        if agreed > statutory and contract.by_both:
            reasons = (say.AGREED_OTHERWISE(day=contract.agreed, days=DAYS),)
        elif agreed > statutory:
            basis, reasons = AGREED, (say.AGREED_BEYOND(day=contract.agreed), *reasons)
        else:
            reasons = (say.AGREED(day=contract.agreed),)
    return Deadline(
        basis=(basis, COUNTING),
        because=reasons,
        statutory_by=statutory,
        agreed_by=agreed,
        deliver_by=agreed if agreed and contract.by_both else min(statutory, agreed or statutory),
        calendar=calendar,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """What has happened ``at`` the instant that is asked about; None: not yet.

    ``delivered`` is when the last of the goods came, ``partly`` says that others have come before.
    ``offered`` is when they were first offered: at the door, or at the pick-up point with the
    notice that goes with it.  ``more_until`` is the last day of the additional period that the
    buyer has given; one that was over before the goods were late is none.  ``suits`` says that it
    suits the circumstances.  ``essential`` says that delivery in time was essential, by the
    circumstances or because the buyer had said so before the contract.  ``ended`` is when the buyer
    declared the end of the contract.

    Raises ValueError for what happened before the contract or after ``at``.
    """

    contract: Contract
    at: datetime
    delivered: datetime | None = None
    offered: datetime | None = None
    partly: bool = False
    more_until: date | None = None
    suits: bool = True
    refused: bool = False
    essential: bool = False
    ended: datetime | None = None

    def __post_init__(self) -> None:
        calendar, concluded = self.contract.calendar, self.contract.concluded
        for name in ("at", "delivered", "offered", "ended"):
            then = getattr(self, name)
            if then is None:
                continue
            if calendar.day_of(then) < concluded:
                names = (name, "contract.concluded")
                raise Contradiction("nothing happens before the contract", *names)
            if then > self.at:
                raise Contradiction("it has not happened by then", name, "at")
        if self.offered and self.delivered and self.offered > self.delivered:
            raise Contradiction("what was taken was offered before", "offered", "delivered")
        if self.partly and self.delivered is not None:
            raise Contradiction("what has come wholly is no part", "partly", "delivered")
        if self.more_until is None and not self.suits:
            raise Contradiction("there is no period to judge", "suits", "more_until")


class Step(Enum):
    """Where a delivery stands."""

    IN_TIME = "in_time"
    DELIVERED_LATE = "delivered_late"
    OFFERED = "offered"  # in time, and nobody took them
    MORE_TIME = "more_time"  # the buyer gives an additional period
    WAIT = "wait"  # until the additional period is over
    TERMINATE = "terminate"
    ENDED = "ended"  # the buyer has ended the contract


@dataclass(frozen=True, slots=True, kw_only=True)
class Late(Decision):
    """``deliver_by`` is the last instant, by ``calendar``; ``step`` what the buyer can do now."""

    deliver_by: datetime
    step: Step
    calendar: Calendar


@provision(
    "eu.delivery.late",
    say.LATE,
    DELIVERY,
    AGREED,
    CAME_LATE,
    OFFERED,
    SHORT,
    PARTLY,
    COUNTING,
)
def late(wait: Wait) -> Late:
    """A buyer whose goods are late gives an additional period that suits the circumstances; when it
    has passed as well, the buyer may end the contract and gets all that was paid without undue
    delay.  No additional period where the seller refuses to deliver, or where delivery in time was
    essential (Directive 2011/83/EU, art. 18).  A contract that was ended so stays ended, whatever
    comes afterwards.  What is left of the right once the goods have come is open, and so is whose
    delay it is where they were offered in time."""
    due = deadline(wait.contract)
    step, reason, met = _stands(wait, due, wait.at)
    reasons: tuple[Because, ...] = (reason,)
    if wait.ended is not None:
        then, why, met_then = _stands(wait, due, wait.ended)
        ended = wait.contract.calendar.here(wait.ended)
        if then is Step.TERMINATE:
            step, reasons, met = Step.ENDED, (why, say.ENDED(at=ended)), met_then
        elif not met_then:
            reasons = (say.NO_RIGHT_THEN(at=ended), reason)
    if wait.partly:
        reasons = (say.PARTLY(), *reasons)
        if step in (Step.TERMINATE, Step.ENDED):
            met = (*met, PARTLY)
    return Late(
        basis=(*due.basis, *met),
        because=(*due.because, *reasons),
        deliver_by=due.deliver_by,
        step=step,
        calendar=wait.contract.calendar,
    )


def _stands(wait: Wait, due: Deadline, at: datetime) -> tuple[Step, Because, tuple[Basis, ...]]:
    """Where the delivery stood ``at`` an instant, why, and which open questions that meets."""
    calendar, by = due.calendar, due.deliver_by
    more = calendar.end_if_any(wait.more_until)
    if more is not None and more <= by:
        more = None
    came = wait.delivered if wait.delivered is not None and wait.delivered <= at else None
    if came is not None and in_time(came, by):
        return Step.IN_TIME, say.DELIVERED(at=calendar.here(came), until=by), ()
    if came is None and wait.refused:
        return Step.TERMINATE, say.REFUSED(), ()
    offered = _offered_by(wait, at, by, more)
    if offered is not None and not in_time(at, by):
        return Step.OFFERED, say.OFFERED(at=calendar.here(offered)), (OFFERED,)
    if came is not None:
        return (
            Step.DELIVERED_LATE,
            say.DELIVERED_LATE(at=calendar.here(came), until=by),
            (CAME_LATE,),
        )
    if in_time(at, by):
        return Step.IN_TIME, say.STILL_TIME(until=by), ()
    if wait.essential:
        return Step.TERMINATE, say.ESSENTIAL(until=by), ()
    if more is None:
        return Step.MORE_TIME, say.MORE_TIME(until=by), ()
    if not wait.suits:
        return Step.MORE_TIME, say.TOO_SHORT(until=more), (SHORT,)
    if in_time(at, more):
        return Step.WAIT, say.WAIT(until=more), ()
    return Step.TERMINATE, say.TERMINATE(until=more), ()


def _offered_by(wait: Wait, at: datetime, by: datetime, more: datetime | None) -> datetime | None:
    """When the goods were offered, if that was in time: an additional period counts where one was
    owed.  None: not in time, or not before ``at``."""
    last = by if more is None or wait.essential or not wait.suits else more
    offered = wait.offered
    return offered if offered and offered <= at and in_time(offered, last) else None


class Hand(Enum):
    """Who took the goods from the carrier."""

    BUYER = "buyer"
    NAMED = "named"  # a third person whom the buyer named, and who is not the carrier
    POINT = "point"  # whoever keeps the pick-up point
    OTHER = "other"  # anybody else, such as a neighbour whom the buyer did not name


_FOR_THE_BUYER: Final = frozenset({Hand.BUYER, Hand.NAMED})
_TAKEN: Final = {
    Hand.BUYER: say.IN_HAND,
    Hand.NAMED: say.IN_NAMED_HAND,
    Hand.POINT: say.AT_THE_POINT,
    Hand.OTHER: say.IN_ANOTHER_HAND,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """When goods were lost or damaged, and who had them when; None: not yet.

    ``possession`` is when ``taker`` took them from the carrier or fetched them.  ``own_carrier``
    says that the buyer commissioned a carrier whom the seller had not offered, ``handed_over`` when
    the seller gave the goods to the carrier.
    """

    happened: datetime
    possession: datetime | None
    taker: Hand = Hand.BUYER
    handed_over: datetime | None = None
    own_carrier: bool = False

    def __post_init__(self) -> None:
        if self.possession is None and self.taker is not Hand.BUYER:
            raise Contradiction("whoever took them did so at some time", "taker", "possession")
        if self.handed_over and self.possession and self.handed_over > self.possession:
            names = ("handed_over", "possession")
            raise Contradiction("a carrier has them before anybody takes them", *names)


class Bearer(Enum):
    """Whose loss it is."""

    SELLER = "seller"
    BUYER = "buyer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Decision):
    """``passed`` is the instant from which the risk is the buyer's, None: not yet."""

    bearer: Bearer
    passed: datetime | None


@provision("eu.delivery.risk", say.RISK, RISK, FETCHED)
def risk(loss: Loss) -> Risk:
    """The risk passes when the buyer, or a third person whom the buyer named and who is not the
    carrier, has the goods in hand; on handing over to the carrier only where the buyer commissioned
    one whom the seller had not offered (Directive 2011/83/EU, art. 20).

    By the terms the buyer has a parcel in hand on being given it by the carrier, or on fetching it
    at the pick-up point (S47): as long as it lies there the risk is the seller's.
    """
    passed, reason = _passed(loss)
    at_the_point = passed is None and loss.taker is Hand.POINT
    buyers = passed is not None and loss.happened >= passed
    return Risk(
        basis=(RISK, FETCHED) if at_the_point else (RISK,),
        because=(reason, (say.BUYERS_LOSS if buyers else say.SELLERS_LOSS)(at=loss.happened)),
        bearer=Bearer.BUYER if buyers else Bearer.SELLER,
        passed=passed,
    )


def _passed(loss: Loss) -> tuple[datetime | None, Because]:
    """When the risk passed, and why.  One clock tells the story: that of the loss."""
    clock = zone_of(loss.happened)
    if loss.own_carrier and loss.handed_over is not None:
        return loss.handed_over, say.OWN_CARRIER(at=loss.handed_over.astimezone(clock))
    if loss.possession is None:
        return None, say.NOT_IN_HAND()
    reason = _TAKEN[loss.taker](at=loss.possession.astimezone(clock))
    return (loss.possession if loss.taker in _FOR_THE_BUYER else None), reason
