"""What Directive (EU) 2024/1799 on repair adds to a sale (contracts made from 31 July 2026).

No state's transposition was read: every decision here is marked as not verified.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final

from reprise.law.calendars import Calendar, plus_months
from reprise.law.eu import repair_words as say
from reprise.law.guarantee.questions import Goods
from reprise.law.instruments import REPAIR, SALES
from reprise.law.provision import Basis, Decision, NotInForce, Source, provision

SINCE: Final = date(2026, 7, 31)
MONTHS: Final = 12

_STATES = "the states' transposition was not read"
INFORM: Final = Basis(
    REPAIR, "", Source.SECONDARY, open=f"{_STATES}; at what moment the seller has to tell"
)
REFUSAL: Final = Basis(SALES, "", Source.MEMORY, "S65")
EXTEND: Final = Basis(
    REPAIR,
    "",
    Source.SECONDARY,
    open=f"{_STATES}; whether the months add to the end or to what remains",
)
EXTEND_AGREED: Final = Basis(
    REPAIR, "", Source.SECONDARY, open="whether the months also add to an agreed shorter period"
)
EXTEND_DIGITAL: Final = Basis(
    REPAIR,
    "",
    Source.SECONDARY,
    open="whether the months also add to the period of digital elements that are supplied "
    "continuously, to which they are not added here",
)
REFURBISHED: Final = Basis(REPAIR, "", Source.SECONDARY, open=_STATES)
REFURBISHED_AGAIN: Final = Basis(
    REPAIR,
    "",
    Source.SECONDARY,
    open="whether the request is needed where the device sold was itself not new",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """A contract, and whether its terms say that repair is never offered."""

    concluded: date
    repair_excluded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Information(Decision):
    """``required``: the seller tells of the choice and of ``extension_months``.  ``refusal``: the
    terms refuse repair in advance, which the seller has to justify for each device."""

    required: bool
    extension_months: int
    refusal: bool


@provision("eu.repair.information", say.INFORMATION, INFORM, REFUSAL, since=SINCE)
def information(terms: Terms) -> Information:
    """The seller says that the consumer chooses between repair and replacement, and that a repair
    prolongs the liability once by twelve months (Directive (EU) 2024/1799); when, was not read.

    Terms by which repair "is not feasible and therefore not offered" announce a refusal; it stands
    only where repair is impossible or disproportionate for the device at hand (S65).
    """
    required = terms.concluded >= SINCE
    because = [say.TELL(months=MONTHS) if required else say.NOT_YET(since=SINCE)]
    if terms.repair_excluded:
        because.append(say.EXCLUDED())
    return Information(
        basis=(INFORM, REFUSAL) if terms.repair_excluded else (INFORM,),
        because=tuple(because),
        required=required,
        extension_months=MONTHS if required else 0,
        refusal=terms.repair_excluded,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """A guarantee that would end on ``until``; whether the device was repaired under it, and
    whether its period is an agreed shorter one; ``calendar`` is the consumer's."""

    calendar: Calendar
    concluded: date
    until: date
    repaired: bool
    shortened: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Extended(Decision):
    """``until`` is the last second of the guarantee where the consumer is."""

    months: int
    until: datetime


@provision("eu.repair.extension", say.EXTENSION, EXTEND, EXTEND_AGREED, since=SINCE)
def extension(facts: Repaired) -> Extended:
    """A repair prolongs the liability once by twelve months (Directive (EU) 2024/1799), whatever
    the number of repairs.  The months are added to the end, also of an agreed shorter period: both
    are open, and the doubt is the consumer's."""
    if facts.concluded < SINCE:
        reason, months = say.NOT_YET(since=SINCE), 0
    elif not facts.repaired:
        reason, months = say.UNREPAIRED(months=MONTHS), 0
    else:
        months = MONTHS
        reason = say.EXTENDED(months=months, until=plus_months(facts.until, months))
    return Extended(
        basis=(EXTEND, EXTEND_AGREED) if months and facts.shortened else (EXTEND,),
        because=(reason,),
        months=months,
        until=facts.calendar.end_of(plus_months(facts.until, months)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """A refurbished device as a replacement: what was sold, and whether the consumer expressly
    asked for a refurbished one."""

    concluded: date
    sold: Goods
    requested: bool


class Refurbished(Enum):
    """Whether a refurbished device may be the replacement."""

    ALLOWED = "allowed"
    ASK_FIRST = "ask_first"
    NOT_ALLOWED = "not_allowed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapDecision(Decision):
    outcome: Refurbished


@provision("eu.repair.replacement", say.REPLACEMENT, REFURBISHED, REFURBISHED_AGAIN, since=SINCE)
def replacement(facts: Swap) -> SwapDecision:
    """A refurbished replacement is given only at the consumer's express request (Directive (EU)
    2024/1799).  Whether that holds where the device sold was itself not new is open: the seller
    asks first.  NotInForce for an earlier contract."""
    if facts.concluded < SINCE:
        raise NotInForce(f"not in force on {facts.concluded}: {REPAIR.en} applies from {SINCE}")
    if facts.requested:
        outcome, reason, basis = Refurbished.ALLOWED, say.REQUESTED(), REFURBISHED
    elif facts.sold is not Goods.NEW:
        outcome, reason, basis = Refurbished.ASK_FIRST, say.ASK_FIRST(), REFURBISHED_AGAIN
    else:
        outcome, reason, basis = Refurbished.NOT_ALLOWED, say.NOT_REQUESTED(), REFURBISHED
    return SwapDecision(basis=(basis,), because=(reason,), outcome=outcome)
