"""How long the Union's law has a platform keep its own records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from reprise.law.calendars import plus_months
from reprise.law.eu import records_words as say
from reprise.law.instruments import DAC, REG_2024_2835, VAT
from reprise.law.provision import Basis, Because, Decision, Source, provision


class Kind(Enum):
    """What is kept, and the event its period counts from."""

    TAX_REPORT = "tax_report"  # what a report of sellers rests on: the end of the year reported
    DISTANCE_SALES = "distance_sales"  # the one-stop shop: the end of the year of the sale
    TRANSPARENCY_REPORT = "transparency_report"  # its publication
    STATEMENT_OF_REASONS = "statement_of_reasons"  # the day on which it was given


_START: Final = "from when the years run was not read"
TAX: Final = Basis(DAC, "annex V", Source.MEMORY, open=_START)
DISTANCE: Final = Basis(VAT, "", Source.MEMORY, open=f"one-stop shop: {_START}")
REPORT: Final = Basis(REG_2024_2835, "", Source.OFFICIAL)
STATEMENT: Final = Basis(
    REG_2024_2835,
    "",
    Source.OFFICIAL,
    open="it speaks of reports; that the statements which a report counts are kept as long is our "
    "reading",
)


@dataclass(frozen=True, slots=True)
class Years:
    """Kept for at least ``least`` years and at most ``most``; None: the law names no end."""

    least: int
    most: int | None
    basis: Basis


_YEARS: Final = {
    Kind.TAX_REPORT: Years(5, 10, TAX),
    Kind.DISTANCE_SALES: Years(10, 10, DISTANCE),
    Kind.TRANSPARENCY_REPORT: Years(5, None, REPORT),
    Kind.STATEMENT_OF_REASONS: Years(5, None, STATEMENT),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention(Decision):
    """``at_least`` is the day until whose end it has to be kept, None where nothing has to be;
    ``until`` the last day on which it may be, None where no end is set.  ``archived`` says that it
    leaves the active store for an archive with access of its own."""

    at_least: date | None
    until: date | None
    archived: bool

    def may_go(self, today: date) -> bool:
        """Whether nothing keeps it any more on ``today``."""
        return self.at_least is None or today > self.at_least

    def has_to_go(self, today: date) -> bool:
        """Whether it may not be there any more on ``today``."""
        return self.until is not None and today > self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record of a platform, and the day of the event that its period counts from."""

    kind: Kind
    event: date


@provision("eu.records.retention", say.RETENTION, TAX, DISTANCE, REPORT, STATEMENT)
def retention(record: Record) -> Retention:
    """What a report of sellers rests on: at least five years and at most ten (Directive 2011/16/EU,
    annex V).  Sales under the one-stop shop: ten years.  A transparency report, and what it counts:
    at least five years (Implementing Regulation (EU) 2024/2835), and the report stays public."""
    years = _YEARS[record.kind]
    least = plus_months(record.event, 12 * years.least)
    most = None if years.most is None else plus_months(record.event, 12 * years.most)
    because: list[Because] = [say.AT_LEAST(years=years.least, event=record.event, until=least)]
    if years.most is None:
        because.append(say.NO_END())
    else:
        because.append(say.AT_MOST(years=years.most, until=most))
    public = record.kind is Kind.TRANSPARENCY_REPORT
    if public:
        because.append(say.PUBLIC())
    return Retention(
        basis=(years.basis,),
        because=tuple(because),
        at_least=least,
        until=most,
        archived=not public,
    )
