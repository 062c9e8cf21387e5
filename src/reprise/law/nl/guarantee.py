"""The Netherlands: no fixed term; a device conforms for as long as it may be expected to last."""

from __future__ import annotations

from typing import Final

from reprise.law.calendars import COUNTING
from reprise.law.guarantee import guarantee_words as say
from reprise.law.guarantee.defect import DefectDecision, defect
from reprise.law.guarantee.period import PROOF_STATED, Term, term
from reprise.law.guarantee.questions import (
    UNDATED,
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
from reprise.law.instruments import BW
from reprise.law.provision import Basis, Dated, Source, provision

PERIOD: Final = Basis(BW, "", Source.MEMORY, open="how long a device may be expected to last")
NO_LESS: Final = Basis(BW, "", Source.MEMORY)
PRESUMED: Final = Basis(BW, "art. 7:18a", Source.MEMORY)
NOTICE: Final = Basis(BW, "", Source.MEMORY, open="how late a notice may be after two months")
INSTALLED: Final = Basis(
    BW, "", Source.MEMORY, open="what follows from an incorrect installation was not read"
)

_NOTHING: Final = Shorter(least_months=None, told=False, separate=False, basis=NO_LESS)
LAW: Final = Guarantee(
    country="NL",
    period=Period(None, Nature.EXPECTED, PERIOD),
    used=_NOTHING,
    refurbished=_NOTHING,
    presumption=(
        Dated(UNDATED, Presumption(new_months=12, used_months=12, unless_nature=False), PRESUMED),
    ),
    notice=(Dated(UNDATED, NoticeRule(months=2, strict=False, basis=NOTICE), NOTICE),),
    suspends={},
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

SOLD: Final = (PERIOD, NO_LESS, PRESUMED, COUNTING)
LIVED: Final = (*SOLD, PROMISE, PROMISE_FOR_LIFE, PROOF_STATED, NOTICE)


@provision("nl.guarantee.period", say.PERIOD, *SOLD)
def period(sale: Sale) -> Term:
    """No term is fixed, for used goods neither: what a buyer may expect of such a device decides.

    A defect is presumed for twelve months (art. 7:18a BW).
    """
    return term(LAW, sale)


@provision("nl.guarantee.timeline", say.TIMELINE, *LIVED)
def over_time(history: History) -> Timeline:
    """Without a term nothing stands still and nothing is prolonged; the presumption, a promise and
    the time for telling the seller are what can be dated.
    """
    return timeline(LAW, history)


@provision("nl.guarantee.defect", say.DEFECT, *LIVED, INSTALLED)
def found(claim: Claim) -> DefectDecision:
    """Within the presumption, or within what anybody expects, it is covered; later a
    person decides.  Telling the seller within two months of the discovery is in time in any case.
    """
    return defect(LAW, claim)
