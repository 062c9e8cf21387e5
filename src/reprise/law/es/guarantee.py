"""Spain: three years; at least one may be agreed for used goods."""

from __future__ import annotations

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
from reprise.law.instruments import LGDCU
from reprise.law.provision import Basis, Dated, Source, provision

PERIOD: Final = Basis(LGDCU, "", Source.SECONDARY)
AGREED: Final = Basis(LGDCU, "", Source.SECONDARY, open="how the consumer has to agree")
PRESUMED: Final = Basis(
    LGDCU, "", Source.MEMORY, open="for used goods, whether it lasts as long as for new ones"
)
NO_NOTICE: Final = Basis(LGDCU, "", Source.SECONDARY)
SUSPENDED: Final = Basis(
    LGDCU,
    "",
    Source.MEMORY,
    open="what suspends the period here was not read; the common formula is applied",
)
INSTALLED: Final = Basis(
    LGDCU, "", Source.MEMORY, open="what follows from an incorrect installation was not read"
)

_USED: Final = Shorter(least_months=12, told=False, separate=False, basis=AGREED)
LAW: Final = Guarantee(
    country="ES",
    period=Period(36, Nature.APPEARS, PERIOD),
    used=_USED,
    refurbished=_USED,
    presumption=(
        Dated(UNDATED, Presumption(new_months=24, used_months=24, unless_nature=False), PRESUMED),
    ),
    notice=(Dated(UNDATED, NoticeRule(months=None, strict=False, basis=NO_NOTICE), NO_NOTICE),),
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


@provision("es.guarantee.period", say.PERIOD, *SOLD)
def period(sale: Sale) -> Term:
    """Three years from the delivery; for used goods at least one may be agreed.

    A defect is presumed for two years, for used goods no longer than the agreed period.
    """
    return term(LAW, sale)


@provision("es.guarantee.timeline", say.TIMELINE, *LIVED)
def over_time(history: History) -> Timeline:
    """The common formula: the period, the days for which it stood still, and what a repair adds."""
    return timeline(LAW, history)


@provision("es.guarantee.defect", say.DEFECT, *CLAIMED)
def found(claim: Claim) -> DefectDecision:
    """In the three years; the seller need not be told within any time."""
    return defect(LAW, claim)
