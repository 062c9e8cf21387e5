"""What a platform owes its business users, and which duties its size takes off it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Final

from reprise.kernel.money import Money
from reprise.law.calendars import COUNTING, Calendar, plus_months
from reprise.law.eu import platform_words as say
from reprise.law.instruments import DSA, P2B, PLATFORM_RULES
from reprise.law.provision import Basis, Because, Decision, Source, provision

STAFF: Final = 50
TEN_MILLION: Final = Money(1_000_000_000, "EUR")
TAIL_MONTHS: Final = 12
CHANGE_DAYS: Final = 15
TERMINATION_DAYS: Final = 30

SECTION_3: Final = Basis(DSA, "art. 19", Source.MEMORY)
SECTION_4: Final = Basis(DSA, "art. 29", Source.MEMORY)
REPORTS: Final = Basis(DSA, "art. 15(2)", Source.MEMORY)
CHANGE: Final = Basis(P2B, "", Source.MEMORY)
RESTRICT: Final = Basis(P2B, "art. 4", Source.MEMORY, "S9")
TERMINATE: Final = Basis(P2B, "art. 4(2)", Source.MEMORY, "S9")
CONVENIENCE: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S9")


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """The provider's figures on ``day``; ``outgrown`` is the day on which it stopped being small,
    None where it never did or never was."""

    day: date
    staff: int
    turnover: Money
    balance: Money
    outgrown: date | None = None


class Chapter(Enum):
    """Duties of the Digital Services Act that a small provider does not have."""

    ONLINE_PLATFORMS = "online_platforms"  # art. 20 to 28, except 24(3)
    MARKETPLACES = "marketplaces"  # art. 30 to 32
    REPORTS = "reports"  # art. 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Size(Decision):
    """``spared`` are the duties that do not apply; articles 11 to 14 and 16 to 18 and 24(3) always
    do."""

    small: bool
    spared: tuple[Chapter, ...]


@provision("eu.platform.size", say.SIZE, SECTION_3, SECTION_4, REPORTS)
def size(provider: Provider) -> Size:
    """Small: fewer than fifty people, and a turnover or a balance sheet of at most ten million
    euros; and for twelve months after it stopped being so.  A small provider is spared section 3
    but for art. 24(3) (art. 19), section 4 (art. 29) and the reports (art. 15(2))."""
    basis = (SECTION_3, SECTION_4, REPORTS)
    money = min(provider.turnover, provider.balance) <= TEN_MILLION
    if provider.staff < STAFF and money:
        return Size(basis=basis, because=(say.SMALL(),), small=True, spared=tuple(Chapter))
    if provider.outgrown is not None:
        until = plus_months(provider.outgrown, TAIL_MONTHS)
        if provider.day <= until:
            reason = say.TAIL(months=TAIL_MONTHS, since=provider.outgrown, until=until)
            return Size(basis=basis, because=(reason,), small=True, spared=tuple(Chapter))
    reason = say.STAFF() if provider.staff >= STAFF else say.MONEY()
    return Size(basis=basis, because=(reason,), small=False, spared=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Changed terms for sellers: told on ``sent``, by the seller's calendar."""

    sent: date
    calendar: Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect(Decision):
    """``earliest`` is the first second, where the seller is, from which it may take effect; None:
    not like this."""

    earliest: datetime | None


@provision("eu.platform.terms_change", say.CHANGE, CHANGE, COUNTING)
def terms_change(change: Change) -> Effect:
    """Changed terms are told to the sellers at least fifteen days before (Regulation (EU)
    2019/1150)."""
    last = change.calendar.days_after(change.sent, CHANGE_DAYS)
    earliest = last + timedelta(days=1)
    return Effect(
        basis=(CHANGE, COUNTING),
        because=(say.NOTICE(days=CHANGE_DAYS, sent=change.sent, earliest=earliest),),
        earliest=change.calendar.start_of(earliest),
    )


class Measure(Enum):
    """What is done to a seller."""

    RESTRICT = "restrict"  # an offer is taken off, a place lost, a payout held
    TERMINATE = "terminate"  # the whole service ends


class Cause(Enum):
    """Why."""

    CONVENIENCE = "convenience"
    BREACH = "breach"
    REPEATED_BREACH = "repeated_breach"
    LEGAL_DUTY = "legal_duty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction:
    """A measure against a seller; ``reasons_given`` says that a statement of reasons went out on
    ``sent``.  ``calendar`` is the seller's."""

    measure: Measure
    cause: Cause
    sent: date
    reasons_given: bool
    calendar: Calendar


@provision("eu.platform.sanction", say.SANCTION, RESTRICT, TERMINATE, CONVENIENCE, COUNTING)
def sanction(facts: Sanction) -> Effect:
    """A restriction comes with its reasons at the latest when it takes effect; a termination with
    its reasons thirty days before, unless the law wants it at once or the seller broke the terms
    repeatedly (Regulation (EU) 2019/1150, art. 4).  A termination for convenience, which the
    platform's rules keep open, has the thirty days as well (S9)."""
    basis: tuple[Basis, ...] = (RESTRICT,)
    if facts.cause is Cause.CONVENIENCE:
        basis = (*basis, CONVENIENCE)
    if not facts.reasons_given:
        return Effect(basis=basis, because=(say.NO_REASONS(),), earliest=None)
    at_once = facts.calendar.start_of(facts.sent)
    if facts.measure is Measure.RESTRICT:
        return Effect(basis=basis, because=(say.AT_ONCE(),), earliest=at_once)
    basis = (*basis, TERMINATE)
    if facts.cause in (Cause.LEGAL_DUTY, Cause.REPEATED_BREACH):
        return Effect(basis=basis, because=(say.NO_NOTICE(),), earliest=at_once)
    last = facts.calendar.days_after(facts.sent, TERMINATION_DAYS)
    earliest = last + timedelta(days=1)
    reason: Because = say.NOTICE(days=TERMINATION_DAYS, sent=facts.sent, earliest=earliest)
    return Effect(
        basis=(*basis, COUNTING),
        because=(reason,),
        earliest=facts.calendar.start_of(earliest),
    )
