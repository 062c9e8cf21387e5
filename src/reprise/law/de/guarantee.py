"""Germany: two years of limitation, twelve months for used goods only by a separate agreement."""

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
    Respite,
    Shorter,
)
from reprise.law.guarantee.sale import Claim, History, Sale
from reprise.law.guarantee.timeline import PROMISE, PROMISE_FOR_LIFE, Timeline, timeline
from reprise.law.instruments import BGB
from reprise.law.provision import Basis, Dated, Source, provision

PERIOD: Final = Basis(BGB, "§ 438", Source.MEMORY)
AGREED: Final = Basis(BGB, "§ 476", Source.MEMORY)
PRESUMED: Final = Basis(BGB, "§ 477", Source.SECONDARY)
NO_NOTICE: Final = Basis(BGB, "", Source.MEMORY)
NEGOTIATION: Final = Basis(
    BGB, "", Source.MEMORY, open="how negotiations suspend the limitation, and until when"
)
RESPITE: Final = Basis(
    BGB,
    "§ 475e",
    Source.MEMORY,
    open="its four months (a defect shows itself) and two (a device comes back) are from memory",
)
INSTALLED: Final = Basis(
    BGB, "", Source.MEMORY, open="what follows from an incorrect installation was not read"
)

_USED: Final = Shorter(least_months=12, told=True, specially=True, separate=True, basis=AGREED)
LAW: Final = Guarantee(
    country="DE",
    period=Period(24, Nature.CLAIMED, PERIOD),
    used=_USED,
    refurbished=_USED,
    presumption=(
        Dated(UNDATED, Presumption(new_months=12, used_months=12, unless_nature=False), PRESUMED),
    ),
    notice=(Dated(UNDATED, NoticeRule(months=None, strict=False, basis=NO_NOTICE), NO_NOTICE),),
    suspends={Cause.NEGOTIATION: NEGOTIATION},
    after_repair=None,
    imposed_replacement=None,
    respite=Respite(showing_months=4, return_months=2, basis=RESPITE),
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
    NEGOTIATION,
    repair.EXTEND,
    repair.EXTEND_AGREED,
    PROMISE,
    PROMISE_FOR_LIFE,
    PROOF_STATED,
    RESPITE,
)
CLAIMED: Final = (*LIVED, NO_NOTICE, INSTALLED)


@provision("de.guarantee.period", say.PERIOD, *SOLD)
def period(sale: Sale) -> Term:
    """Claims become barred two years after the delivery (§ 438 BGB).  For used goods twelve months,
    only where the consumer was specifically informed and expressly and separately agreed (§ 476).
    A defect is presumed for twelve months (§ 477).
    """
    return term(LAW, sale)


@provision("de.guarantee.timeline", say.TIMELINE, *LIVED)
def over_time(history: History) -> Timeline:
    """Negotiations suspend the period.  A repair or a replacement does not; for the defect of which
    it was about, § 475e BGB gives a respite, which is shown with that defect.
    """
    return timeline(LAW, history)


@provision("de.guarantee.defect", say.DEFECT, *CLAIMED)
def found(claim: Claim) -> DefectDecision:
    """The period is one of limitation: the consumer acts within it.  A claim is not barred before
    four months from when the defect showed itself in time, nor before two from the day on which the
    device came back (§ 475e BGB, as far as it is known here).
    """
    return defect(LAW, claim)
