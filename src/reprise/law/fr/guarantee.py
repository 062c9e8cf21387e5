"""France: two years that cannot be shortened, as the mandatory box of article D211-2 tells them."""

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
    Continuous,
    Extension,
    Guarantee,
    Installed,
    Months,
    Nature,
    NoticeRule,
    Period,
    Presumption,
    Shorter,
)
from reprise.law.guarantee.sale import Claim, History, Sale
from reprise.law.guarantee.timeline import PROMISE, PROMISE_FOR_LIFE, Timeline, timeline
from reprise.law.instruments import CODE_CONSO
from reprise.law.provision import Basis, Dated, Source, provision

_BOX: Final = "art. D211-2 (annexe)"
PERIOD: Final = Basis(CODE_CONSO, _BOX, Source.SECONDARY)
CONTINUOUS_OPEN: Final = Basis(
    CODE_CONSO,
    _BOX,
    Source.SECONDARY,
    open="whether a supply of which the contract names no end is one for more than two years",
)
NO_LESS: Final = Basis(CODE_CONSO, "", Source.SECONDARY)
SUSPENDED: Final = Basis(
    CODE_CONSO, _BOX, Source.SECONDARY, open="the day on which an immobilisation begins"
)
REPAIRED: Final = Basis(
    CODE_CONSO,
    _BOX,
    Source.SECONDARY,
    open="whether a second repair prolongs again; what became of the six months on 31 July 2026",
)
RENEWED: Final = Basis(
    CODE_CONSO, _BOX, Source.SECONDARY, open="whether the presumption begins anew as well"
)
BEFORE_2022: Final = Basis(
    CODE_CONSO, "", Source.SECONDARY, open="since when it was so is from memory"
)
PRESUMED: Final = Basis(
    CODE_CONSO,
    "",
    Source.SECONDARY,
    open="the box of art. D211-2 speaks of two years and does not tell used goods apart",
)
NO_NOTICE: Final = Basis(CODE_CONSO, "", Source.SECONDARY)
INSTALLED: Final = Basis(
    CODE_CONSO, "", Source.MEMORY, open="what follows from an incorrect installation was not read"
)

_NOTHING: Final = Shorter(least_months=None, told=False, separate=False, basis=NO_LESS)
LAW: Final = Guarantee(
    country="FR",
    period=Period(24, Nature.APPEARS, PERIOD),
    used=_NOTHING,
    refurbished=_NOTHING,
    presumption=(
        Dated(
            date(2016, 3, 18),
            Presumption(new_months=24, used_months=6, unless_nature=False),
            BEFORE_2022,
        ),
        Dated(
            date(2022, 1, 1),
            Presumption(new_months=24, used_months=12, unless_nature=False),
            PRESUMED,
        ),
    ),
    notice=(Dated(UNDATED, NoticeRule(months=None, strict=False, basis=NO_NOTICE), NO_NOTICE),),
    suspends={Cause.REPAIR: SUSPENDED, Cause.REPLACEMENT: SUSPENDED},
    after_repair=Extension(6, 1, REPAIRED),
    imposed_replacement=Months(24, RENEWED),
    respite=None,
    limitation=None,
    continuous=Continuous(stated=PERIOD, endless=CONTINUOUS_OPEN),
    agreed_stops=None,
    supply_stops=None,
    longer_stops=None,
    presumption_stops=None,
    omitted=None,
    installed=Installed(False, INSTALLED),
)

SOLD: Final = (PERIOD, CONTINUOUS_OPEN, NO_LESS, BEFORE_2022, PRESUMED, COUNTING)
LIVED: Final = (
    *SOLD,
    SUSPENDED,
    REPAIRED,
    RENEWED,
    repair.EXTEND,
    repair.EXTEND_DIGITAL,
    PROMISE,
    PROMISE_FOR_LIFE,
    PROOF_STATED,
)
CLAIMED: Final = (*LIVED, NO_NOTICE, INSTALLED)


@provision("fr.guarantee.period", say.PERIOD, *SOLD)
def period(sale: Sale) -> Term:
    """Two years from the delivery, used and refurbished goods alike; no agreement shortens them.
    The presumption is another matter: twelve months for used goods, six under contracts before 2022
    (a twelve-month guarantee, of which some pages speak, there is not).
    """
    return term(LAW, sale)


@provision("fr.guarantee.timeline", say.TIMELINE, *LIVED)
def over_time(history: History) -> Timeline:
    """Immobilisation for a repair or a replacement suspends what was left to run; a repair adds six
    months; a replacement that the seller imposed on somebody who asked for a repair starts two new
    years (box annexed to art. D211-2).  Six months and the directive's twelve are not added up.
    """
    return timeline(LAW, history)


@provision("fr.guarantee.defect", say.DEFECT, *CLAIMED)
def found(claim: Claim) -> DefectDecision:
    """In the two years, whoever finds it when; the seller need not be told within any time."""
    return defect(LAW, claim)
