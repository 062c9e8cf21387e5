"""Reporting sellers of goods to the tax authority (DAC7).

A consumer who sells devices to professionals is the seller here (S2); the thresholds are
parameters by year, because the trade asks for others (S78) and a recast is proposed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Final

from reprise.kernel.money import Money
from reprise.law.amounts import Signed
from reprise.law.calendars import Calendar
from reprise.law.eu import dac7_words as say
from reprise.law.instruments import DAC
from reprise.law.provision import (
    Basis,
    Because,
    Dated,
    Decision,
    Source,
    in_force,
    provision,
)

TEST: Final = Basis(DAC, "annex V", Source.SECONDARY, "S78")
SELLER: Final = Basis(DAC, "annex V", Source.SECONDARY, "S2")
NET: Final = Basis(DAC, "annex V", Source.MEMORY)
DATES: Final = Basis(DAC, "annex V", Source.SECONDARY, open="some states report later")
MISSING: Final = Basis(DAC, "annex V", Source.MEMORY)

REMINDERS: Final = 2
PATIENCE_DAYS: Final = 60


@dataclass(frozen=True, slots=True)
class Threshold:
    """A seller is left out with fewer than ``sales`` and at most ``total``, in euros."""

    sales: int
    total: Money


THRESHOLDS: Final = (Dated(date(2023, 1, 1), Threshold(30, Money(2_000_00, "EUR")), TEST),)


class Standing(Enum):
    """What the seller is."""

    ORDINARY = "ordinary"
    PUBLIC_BODY = "public_body"
    LISTED = "listed"  # a listed company or its affiliate


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """A seller in one calendar year: how many sales, and their consideration in euros."""

    year: int
    sales: int
    consideration: Signed
    standing: Standing
    resident_in_union: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reportable(Decision):
    reported: bool


@provision("eu.dac7.reportable", say.REPORTABLE, TEST, SELLER, since=THRESHOLDS[0].since)
def reportable(seller: Seller) -> Reportable:
    """Every seller resident in a Member State but public bodies, listed companies and whoever has
    fewer than 30 sales for at most 2,000 euros in the calendar year.

    Raises NotInForce before 2023.
    """
    threshold = in_force(THRESHOLDS, date(seller.year, 12, 31))
    if seller.standing is not Standing.ORDINARY:
        return _reported(False, SELLER, say.EXCLUDED())
    if not seller.resident_in_union:
        return _reported(False, SELLER, say.NOT_RESIDENT())
    if not seller.sales:
        return _reported(False, SELLER, say.NO_SALES(year=str(seller.year)))
    limit = threshold.value
    few = seller.sales < limit.sales and seller.consideration <= limit.total
    sentence = say.FEW if few else say.MANY
    reason = sentence(
        count=seller.sales,
        total=seller.consideration,
        year=str(seller.year),
        limit_count=limit.sales,
        limit=limit.total,
    )
    return _reported(not few, threshold.basis, reason)


def _reported(reported: bool, basis: Basis, reason: Because) -> Reportable:
    return Reportable(basis=(basis,), because=(reason,), reported=reported)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """What a seller was paid or credited in one quarter, and what the platform kept of it; below
    zero where more was given back."""

    gross: Signed
    fees: Signed
    taxes: Signed


@dataclass(frozen=True, slots=True, kw_only=True)
class Consideration(Decision):
    """``net`` in minor units; a report rounds it to whole units."""

    net: Money


@provision("eu.dac7.consideration", say.CONSIDERATION, NET)
def consideration(quarter: Quarter) -> Consideration:
    """Net of fees, commissions and taxes that the platform withholds or charges, in the quarter in
    which it was paid or credited; fees and taxes are reported beside it."""
    net = quarter.gross - quarter.fees - quarter.taxes
    return Consideration(
        basis=(NET,),
        because=(say.NET(gross=quarter.gross, fees=quarter.fees, taxes=quarter.taxes, net=net),),
        net=net,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """``calendar`` is that of the state that is reported to."""

    calendar: Calendar
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Due(Decision):
    """The last second for the checks, and for the report and the seller's copy of it, in the state
    that is reported to."""

    checked_by: datetime
    reported_by: datetime


@provision("eu.dac7.calendar", say.CALENDAR, DATES, since=date(2023, 1, 1))
def due(asked: Year) -> Due:
    """Due diligence by 31 December of the year, report and copy to the seller by 31 January."""
    checked, reported = date(asked.year, 12, 31), date(asked.year + 1, 1, 31)
    return Due(
        basis=(DATES,),
        because=(say.DUE(year=str(asked.year), checked=checked, reported=reported),),
        checked_by=asked.calendar.end_of(checked),
        reported_by=asked.calendar.end_of(reported),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Data asked of a seller: when first, how many reminders since, whether it came, and today."""

    asked: date
    reminders: int
    given: bool
    today: date


class Step(Enum):
    NOTHING = "nothing"
    WAIT = "wait"
    CLOSE_OR_WITHHOLD = "close_or_withhold"


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingDecision(Decision):
    """``not_before`` is the last day of patience."""

    step: Step
    not_before: date


@provision("eu.dac7.missing_data", say.MISSING, MISSING)
def missing_data(request: Request) -> MissingDecision:
    """After two reminders, and not before sixty days have passed since the request, the account is
    closed or payments are withheld."""
    patience = request.asked + timedelta(days=PATIENCE_DAYS)
    if request.given:
        step, reason = Step.NOTHING, say.GIVEN()
    elif request.reminders < REMINDERS or request.today <= patience:
        step = Step.WAIT
        reason = say.WAIT(sent=request.reminders, needed=REMINDERS, until=patience)
    else:
        step = Step.CLOSE_OR_WITHHOLD
        reason = say.ACT(days=PATIENCE_DAYS, asked=request.asked)
    return MissingDecision(basis=(MISSING,), because=(reason,), step=step, not_before=patience)
