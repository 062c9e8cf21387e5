"""Clocks of requests about personal data (GDPR), and the figure that a platform publishes (DSA)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Final

from reprise.kernel.money import half_up
from reprise.law.calendars import COUNTING, Calendar, end_of, plus_months, zone_of
from reprise.law.eu import requests_words as say
from reprise.law.instruments import DSA, GDPR
from reprise.law.provision import Basis, Contradiction, Decision, Source, provision

CLOCK: Final = Basis(GDPR, "art. 12(3)", Source.MEMORY)
PUBLISHED: Final = Basis(DSA, "art. 24(2)", Source.TERMS, "S30")

MORE_MONTHS: Final = 2
VERY_LARGE: Final = 45_000_000
AVERAGED_MONTHS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalRequest:
    """A request to see, correct, move or erase.  ``extension_told`` is the day on which the person
    was told that it takes longer, with the reasons; None: never."""

    received: date
    complex: bool
    extension_told: date | None
    calendar: Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerBy(Decision):
    answer_by: datetime
    extended: bool


@provision("eu.personal_data.answer", say.ANSWER, CLOCK, COUNTING)
def answer_by(request: PersonalRequest) -> AnswerBy:
    """One month from receipt; two more for a complex request, if the person is told within the
    first (Regulation (EU) 2016/679, art. 12(3))."""
    calendar = request.calendar
    first = calendar.months_after(request.received, 1)
    reasons = [say.ONE_MONTH(received=request.received, until=first)]
    told = request.extension_told
    extended = request.complex and told is not None and told <= first
    last = first
    if extended:
        last = calendar.months_after(request.received, 1 + MORE_MONTHS)
        reasons.append(say.EXTENDED(months=MORE_MONTHS, until=last))
    elif told is not None:
        reasons.append(say.TOLD_TOO_LATE() if request.complex else say.NOT_COMPLEX())
    return AnswerBy(
        basis=(CLOCK, COUNTING),
        because=tuple(reasons),
        answer_by=calendar.end_of(last),
        extended=extended,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """Active recipients in the Union in each of the past six months, and when that is published, by
    the clock of whoever publishes.

    Raises ValueError for another number of months.
    """

    recipients: tuple[int, ...]
    published: datetime

    def __post_init__(self) -> None:
        if len(self.recipients) != AVERAGED_MONTHS:
            raise Contradiction(f"the average is over {AVERAGED_MONTHS} months", "recipients")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipients(Decision):
    """``next_by`` is the last second for the next figure, by the same clock."""

    average: int
    very_large: bool
    next_by: datetime


@provision("eu.dsa.recipients", say.RECIPIENTS, PUBLISHED)
def recipients(months: Months) -> Recipients:
    """The average of the past six months, published at least every six months and compared with 45
    million (Regulation (EU) 2022/2065, art. 24(2))."""
    average = half_up(Fraction(sum(months.recipients), AVERAGED_MONTHS))
    very_large = average >= VERY_LARGE
    again = plus_months(months.published.date(), AVERAGED_MONTHS)
    return Recipients(
        basis=(PUBLISHED,),
        because=(
            say.AVERAGE(months=AVERAGED_MONTHS, average=average),
            say.ABOVE(limit=VERY_LARGE) if very_large else say.BELOW(limit=VERY_LARGE),
            say.NEXT(until=again),
        ),
        average=average,
        very_large=very_large,
        next_by=end_of(again, zone_of(months.published)),
    )
