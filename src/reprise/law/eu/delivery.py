"""Until when the goods must be with the buyer, what follows when they are not, whose the loss is.

Directive 2011/83/EU, articles 18 and 20.  Days are the buyer's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final

from reprise.law.calendars import COUNTING, Calendar, in_time
from reprise.law.eu import delivery_words as say
from reprise.law.instruments import CRD
from reprise.law.provision import Basis, Decision, Source, provision

DAYS: Final = 30

DELIVERY: Final = Basis(CRD, "art. 18", Source.MEMORY, "S46")
AGREED: Final = Basis(
    CRD,
    "art. 18",
    Source.MEMORY,
    "S46",
    open="whether a day beyond the thirty that was agreed takes their place",
)
CAME_LATE: Final = Basis(
    CRD,
    "art. 18",
    Source.MEMORY,
    "S46",
    open="whether the contract can still be ended when the goods have come, after the last day",
)
RISK: Final = Basis(CRD, "art. 20", Source.MEMORY, "S48")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """The day on which the contract was made, and the day of delivery that was agreed or promised
    (None: none)."""

    concluded: date
    calendar: Calendar
    agreed: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Decision):
    """The last instant by law, by agreement (None: none), and the earlier of the two."""

    statutory_by: datetime
    agreed_by: datetime | None
    deliver_by: datetime


@provision("eu.delivery.deadline", say.DEADLINE, DELIVERY, AGREED, COUNTING)
def deadline(contract: Contract) -> Deadline:
    """On the day that was agreed, and not later than thirty days from the contract (Directive
    2011/83/EU, art. 18).  A later day that was agreed does not lengthen the thirty here: which of
    the two counts is open, and the earlier is better for the buyer."""
    calendar = contract.calendar
    last = calendar.days_after(contract.concluded, DAYS)
    statutory = calendar.end_of(last)
    thirty = say.THIRTY(days=DAYS, event=contract.concluded, until=last)
    if contract.agreed is None:
        return Deadline(
            basis=(DELIVERY, COUNTING),
            because=(thirty,),
            statutory_by=statutory,
            agreed_by=None,
            deliver_by=statutory,
        )
    agreed = calendar.end_of(contract.agreed)
    beyond = agreed > statutory
    return Deadline(
        basis=(AGREED if beyond else DELIVERY, COUNTING),
        because=(say.AGREED_BEYOND(day=contract.agreed), thirty)
        if beyond
        else (say.AGREED(day=contract.agreed),),
        statutory_by=statutory,
        agreed_by=agreed,
        deliver_by=min(statutory, agreed),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """What has happened ``at`` the instant that is asked about; None: not yet.

    ``more_until`` is the last day of the additional period that the buyer has given; one that was
    over before the goods were late is none.  ``essential`` says that delivery in time was
    essential, by the circumstances or because the buyer had said so before the contract.
    """

    contract: Contract
    at: datetime
    delivered: datetime | None = None
    more_until: date | None = None
    refused: bool = False
    essential: bool = False


class Step(Enum):
    """Where a delivery stands."""

    IN_TIME = "in_time"
    DELIVERED_LATE = "delivered_late"
    MORE_TIME = "more_time"  # the buyer gives an additional period
    WAIT = "wait"  # until the additional period is over
    TERMINATE = "terminate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Late(Decision):
    """``deliver_by`` is the last instant; ``step`` what the buyer can do now."""

    deliver_by: datetime
    step: Step


@provision("eu.delivery.late", say.LATE, DELIVERY, AGREED, CAME_LATE, COUNTING)
def late(wait: Wait) -> Late:
    """A buyer whose goods are late gives an additional period that suits the circumstances; when it
    has passed as well, the buyer may end the contract and gets all that was paid without undue
    delay.  No additional period where the seller refuses to deliver, or where delivery in time was
    essential (Directive 2011/83/EU, art. 18).  What is left of the right once the goods have come
    is open."""
    due = deadline(wait.contract)
    basis = due.basis
    by = due.deliver_by
    more = wait.contract.calendar.end_of(wait.more_until) if wait.more_until else None
    if wait.delivered is not None:
        punctual = in_time(wait.delivered, by)
        step = Step.IN_TIME if punctual else Step.DELIVERED_LATE
        basis = basis if punctual else (*basis, CAME_LATE)
        reason = (say.DELIVERED if punctual else say.DELIVERED_LATE)(at=wait.delivered, until=by)
    elif wait.refused:
        step, reason = Step.TERMINATE, say.REFUSED()
    elif in_time(wait.at, by):
        step, reason = Step.IN_TIME, say.STILL_TIME(until=by)
    elif wait.essential:
        step, reason = Step.TERMINATE, say.ESSENTIAL(until=by)
    elif more is None or more <= by:
        step, reason = Step.MORE_TIME, say.MORE_TIME(until=by)
    else:
        waits = in_time(wait.at, more)
        step = Step.WAIT if waits else Step.TERMINATE
        reason = (say.WAIT if waits else say.TERMINATE)(until=more)
    return Late(basis=basis, because=(*due.because, reason), deliver_by=by, step=step)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """When goods were lost or damaged, and who had them when; None: not yet.

    ``possession`` is that of the buyer, or of a third person whom the buyer named and who is not
    the carrier.  ``own_carrier`` says that the buyer commissioned a carrier whom the seller had
    not offered.
    """

    happened: datetime
    possession: datetime | None
    handed_over: datetime | None = None
    own_carrier: bool = False


class Bearer(Enum):
    """Whose loss it is."""

    SELLER = "seller"
    BUYER = "buyer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Decision):
    """``passed`` is the instant from which the risk is the buyer's, None: not yet."""

    bearer: Bearer
    passed: datetime | None


@provision("eu.delivery.risk", say.RISK, RISK)
def risk(loss: Loss) -> Risk:
    """The risk passes when the buyer has the goods in hand; on handing over to the carrier only
    where the buyer commissioned one whom the seller had not offered (Directive 2011/83/EU, art.
    20)."""
    passed = loss.possession
    reasons = [say.IN_HAND(at=passed) if passed else say.NOT_IN_HAND()]
    if loss.own_carrier and loss.handed_over is not None:
        passed = loss.handed_over
        reasons = [say.OWN_CARRIER(at=passed)]
    buyers = passed is not None and loss.happened >= passed
    reasons.append((say.BUYERS_LOSS if buyers else say.SELLERS_LOSS)(at=loss.happened))
    return Risk(
        basis=(RISK,),
        because=tuple(reasons),
        bearer=Bearer.BUYER if buyers else Bearer.SELLER,
        passed=passed,
    )
