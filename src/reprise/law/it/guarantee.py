"""Italy: two years; at least one may be agreed for used goods."""

from __future__ import annotations

from datetime import date
from typing import Final

from reprise.law.calendars import COUNTING
from reprise.law.eu import repair
from reprise.law.guarantee import guarantee_words as say
from reprise.law.guarantee.defect import DefectDecision, defect
from reprise.law.guarantee.period import PROOF_STATED, Term, term
from reprise.law.guarantee.questions import (
    UNDATED,
    Cause,
    Guarantee,
    Installed,
    Nature,
    NoticeRule,
    Period,
    Presumption,
    Shorter,
)
from reprise.law.guarantee.sale import Claim, History, Sale
from reprise.law.guarantee.timeline import PROMISE, PROMISE_FOR_LIFE, Timeline, timeline
from reprise.law.instruments import CODICE_CONSUMO
from reprise.law.provision import Basis, Dated, Source, provision

PERIOD: Final = Basis(
    CODICE_CONSUMO,
    "",
    Source.SECONDARY,
    open="pages disagree whether a refurbished device without an agreement has 24 months or 12",
)
AGREED: Final = Basis(CODICE_CONSUMO, "", Source.MEMORY, open="how the consumer has to agree")
PRESUMED: Final = Basis(CODICE_CONSUMO, "", Source.MEMORY)
NO_NOTICE: Final = Basis(CODICE_CONSUMO, "", Source.MEMORY)
SUSPENDED: Final = Basis(
    CODICE_CONSUMO,
    "",
    Source.MEMORY,
    open="what suspends the period here was not read; the common formula is applied",
)
INSTALLED: Final = Basis(
    CODICE_CONSUMO,
    "",
    Source.MEMORY,
    open="what follows from an incorrect installation was not read",
)

_USED: Final = Shorter(least_months=12, told=False, separate=False, basis=AGREED)
LAW: Final = Guarantee(
    country="IT",
    period=Period(24, Nature.APPEARS, PERIOD),
    used=_USED,
    refurbished=_USED,
    presumption=(
        Dated(UNDATED, Presumption(new_months=12, used_months=12, unless_nature=False), PRESUMED),
    ),
    notice=(
        Dated(date(2022, 1, 1), NoticeRule(months=None, strict=False, basis=NO_NOTICE), NO_NOTICE),
    ),
    suspends=dict.fromkeys(Cause, SUSPENDED),
    after_repair=None,
    imposed_replacement=None,
    respite=None,
    limitation=None,
    continuous=None,
    agreed_stops=None,
    supply_stops=None,
    longer_stops=None,
    presumption_stops=None,
    omitted=None,
    installed=Installed(False, INSTALLED),
)

SOLD: Final = (PERIOD, AGREED, PRESUMED, COUNTING)
LIVED: Final = (
    *SOLD,
    SUSPENDED,
    repair.EXTEND,
    repair.EXTEND_AGREED,
    PROMISE,
    PROMISE_FOR_LIFE,
    PROOF_STATED,
)
CLAIMED: Final = (*LIVED, NO_NOTICE, INSTALLED)


@provision("it.guarantee.period", say.PERIOD, *SOLD)
def period(sale: Sale) -> Term:
    """Two years from the delivery; for used goods at least one may be agreed, and without an
    agreement two years remain (pages disagree for refurbished goods: the longer one).  A defect is
    presumed for twelve months.
    """
    return term(LAW, sale)


@provision("it.guarantee.timeline", say.TIMELINE, *LIVED)
def over_time(history: History) -> Timeline:
    """The common formula: the period, the days for which it stood still, and what a repair adds."""
    return timeline(LAW, history)


@provision("it.guarantee.defect", say.DEFECT, *CLAIMED)
def found(claim: Claim) -> DefectDecision:
    """In the two years; under contracts since 2022 the seller need not be told within any time.

    What applied before was not read: NotInForce.
    """
    return defect(LAW, claim)
