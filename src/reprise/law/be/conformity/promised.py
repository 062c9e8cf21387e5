"""What terms promise for a device that does not conform (S76), and what is to be said of repair."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Final

from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import clauses_words as say
from reprise.law.calendars import Calendar
from reprise.law.provision import Dated, Decision, in_force, provision

REFUND_DAYS: Final = 14
SHIP_WORKING_DAYS: Final = 3


class Replacement(Enum):
    """The replacements that the terms promise."""

    IDENTICAL = "identical"
    EQUIVALENT = "equivalent"  # in quality and price


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A consumer's request under the terms.

    ``calendar`` is the consumer's, ``dispatch`` that of the place from which a replacement leaves;
    ``received``: the faulty device, by the seller, None: not yet.
    """

    asked: date
    wish: Replacement
    identical_possible: bool
    equivalent_possible: bool
    received: date | None
    calendar: Calendar
    dispatch: Calendar


class Kept(Enum):
    """What the promise comes to."""

    IDENTICAL = "identical"
    EQUIVALENT = "equivalent"
    REFUND = "refund"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due(Decision):
    """``may_decline``: the replacement is not the one that the consumer chose, and in doubt they
    may have the price back instead.  ``ship_by`` for a replacement once the faulty device is
    there, ``refund_by`` for a refund, as the outcome or instead of a replacement; None: not that,
    or not yet known."""

    outcome: Kept
    may_decline: bool
    ship_by: datetime | None
    refund_by: datetime | None


@provision(
    "be.conformity.promised", say.PROMISED, art.PROMISED, art.PROMISED_OTHER, art.FIRST_STAGE
)
def promised(facts: Request) -> Due:
    """An identical device or one of equivalent quality and price, as the consumer chooses, shipped
    within three working days of receiving the faulty one; the price within fourteen days of the
    request where neither is possible; costs on the seller (S76). The law's own choice of repair
    stays (art. 1649quinquies, § 2).  Whether the price is promised as soon as the chosen one is
    impossible is open, and in doubt the consumer may decline the other one.

    The fourteen days are the seller's own word, which names no later day for a week-end.
    """
    closing = (say.COSTS_ON_SELLER(), say.CHOICE_STAYS())
    until = facts.asked + timedelta(days=REFUND_DAYS)
    refund_by = facts.calendar.end_of(until)
    if not (facts.identical_possible or facts.equivalent_possible):
        reason = say.REFUND_BY(days=REFUND_DAYS, asked=facts.asked, until=until)
        return Due(
            basis=(art.PROMISED, art.FIRST_STAGE),
            because=(reason, *closing),
            outcome=Kept.REFUND,
            may_decline=False,
            ship_by=None,
            refund_by=refund_by,
        )
    outcome = _replacement(facts)
    chosen = outcome.value == facts.wish.value
    reasons = [say.IDENTICAL() if outcome is Kept.IDENTICAL else say.EQUIVALENT()]
    if not chosen:
        reasons = [say.NOT_THAT_ONE(), *reasons, say.MAY_DECLINE(days=REFUND_DAYS, until=until)]
    if facts.received is None:
        ship_by = None
        reasons.append(say.SHIP_ON_RECEIPT(days=SHIP_WORKING_DAYS))
    else:
        last = facts.dispatch.working_days_after(facts.received, SHIP_WORKING_DAYS)
        ship_by = facts.dispatch.end_of(last)
        reasons.append(
            say.SHIP_BY(
                days=SHIP_WORKING_DAYS,
                received=facts.received,
                calendar=facts.dispatch,
                until=last,
            )
        )
    return Due(
        basis=(art.PROMISED if chosen else art.PROMISED_OTHER, art.FIRST_STAGE),
        because=(*reasons, *closing),
        outcome=outcome,
        may_decline=not chosen,
        ship_by=ship_by,
        refund_by=None if chosen else refund_by,
    )


def _replacement(facts: Request) -> Kept:
    """The replacement that the consumer chose, or the other one where only that is possible."""
    wants_identical = facts.wish is Replacement.IDENTICAL
    possible = facts.identical_possible if wants_identical else facts.equivalent_possible
    return Kept.IDENTICAL if wants_identical is possible else Kept.EQUIVALENT


EXTENSION: Final = (Dated(date(2026, 7, 31), 12, art.ANNOUNCED),)


class Announcement(Enum):
    """What must be said or asked for."""

    CHOICE = "choice"
    LONGER = "longer"
    EXPRESS_REQUEST = "express_request"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the consumer was told before the device was put right."""

    contract_made: date
    choice: bool  # between repair and replacement
    longer: bool  # repair makes the guarantee longer
    refurbished_replacement: bool = False  # the replacement is itself refurbished
    expressly_asked: bool = False  # by the consumer, for a refurbished one


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying(Decision):
    missing: tuple[Announcement, ...]


@provision("be.conformity.announced", say.ANNOUNCED, art.ANNOUNCED, since=EXTENSION[0].since)
def announced(facts: Told) -> Saying:
    """For contracts from 31 July 2026 (Directive (EU) 2024/1799): the choice between repair and
    replacement and the twelve months that repair adds are said; a refurbished replacement is given
    only at the consumer's express request.  NotInForce for earlier contracts."""
    row = in_force(EXTENSION, facts.contract_made)
    found = {
        Announcement.CHOICE: not facts.choice,
        Announcement.LONGER: not facts.longer,
        Announcement.EXPRESS_REQUEST: facts.refurbished_replacement and not facts.expressly_asked,
    }
    missing = tuple(each for each, lacks in found.items() if lacks)
    if missing:
        names = tuple(say.ANNOUNCEMENTS[each.value] for each in missing)
        reason = say.SAID_TOO_LITTLE(since=row.since, missing=names)
    else:
        reason = say.SAID_ALL(since=row.since, months=row.value)
    return Saying(basis=(row.basis,), because=(reason,), missing=missing)
