"""Belgium: the guarantee of article 1649quater of the Old Civil Code, as the terms quote it."""

from __future__ import annotations

from typing import Final

from reprise.law.calendars import COUNTING
from reprise.law.eu import repair
from reprise.law.guarantee import guarantee_words as say
from reprise.law.guarantee.defect import DefectDecision, defect
from reprise.law.guarantee.duties import STATED
from reprise.law.guarantee.period import PROOF_STATED, Term, term
from reprise.law.guarantee.questions import (
    UNDATED,
    Cause,
    Continuous,
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
from reprise.law.instruments import BE_OLD_CIVIL
from reprise.law.provision import Basis, Dated, Source, provision

_ARTICLE: Final = "art. 1649quater, §"
PERIOD: Final = Basis(BE_OLD_CIVIL, f"{_ARTICLE} 1, al. 1", Source.TERMS, "S61")
CONTINUOUS: Final = Basis(BE_OLD_CIVIL, f"{_ARTICLE} 1, al. 2", Source.TERMS, "S61")
CONTINUOUS_OPEN: Final = Basis(
    BE_OLD_CIVIL,
    f"{_ARTICLE} 1, al. 2",
    Source.TERMS,
    "S61",
    open="whether a supply of which the contract names no end is one for more than two years, and "
    "what ends it: al. 2 speaks of the time for which it is supplied under the contract",
)
SUSPENDED: Final = Basis(
    BE_OLD_CIVIL,
    f"{_ARTICLE} 1, al. 3",
    Source.TERMS,
    "S62",
    open="whether the first and the last day of a repair or a replacement both count, as here; "
    "whether the time that it took, which counts here, was the time that it needed, which al. 3 "
    "names",
)
NEGOTIATED: Final = Basis(
    BE_OLD_CIVIL,
    f"{_ARTICLE} 1, al. 3",
    Source.TERMS,
    "S62",
    open="whether the first and the last day of negotiations both count, as here",
)
AGREED_SUSPENDED: Final = Basis(
    BE_OLD_CIVIL,
    f"{_ARTICLE} 1, al. 3",
    Source.TERMS,
    "S62",
    open="whether a shorter period of al. 4 is suspended too: al. 3 names those of al. 1 and 2",
)
SUPPLY_SUSPENDED: Final = Basis(
    BE_OLD_CIVIL,
    f"{_ARTICLE} 1, al. 3",
    Source.TERMS,
    "S62",
    open="whether it lengthens what al. 2 gives a supply of more than two years, as here: al. 3 "
    'suspends the "délais" of al. 1 and 2, and al. 2 names no such time for that supply, but the '
    "period for which the contract provides it",
)
LONGER_SUSPENDED: Final = Basis(
    BE_OLD_CIVIL,
    f"{_ARTICLE} 1, al. 3",
    Source.TERMS,
    "S62",
    open="whether a longer period that the contract gives is suspended too, as art. 1649octies, "
    "al. 1 lets the parties agree it: al. 3 names those of al. 1 and 2, and here it is not",
)
AGREED: Final = Basis(BE_OLD_CIVIL, f"{_ARTICLE} 1, al. 4-5", Source.TERMS, "S61")
NOTICE: Final = Basis(
    BE_OLD_CIVIL,
    f"{_ARTICLE} 2",
    Source.TERMS,
    "S63",
    open="what a late notice costs the consumer",
)
LIMITATION: Final = Basis(
    BE_OLD_CIVIL,
    f"{_ARTICLE} 3",
    Source.TERMS,
    "S63",
    open="an older text added that the year cannot end before the two years; the terms lack it",
)
PRESUMED: Final = Basis(BE_OLD_CIVIL, f"{_ARTICLE} 4", Source.TERMS, "S64")
PRESUMED_SUSPENDED: Final = Basis(
    BE_OLD_CIVIL,
    f"{_ARTICLE} 4",
    Source.TERMS,
    "S64",
    open="whether the two years of the presumption are suspended with those of § 1: § 1, al. 3 "
    "names only the periods of § 1, al. 1 and 2, and here they are not",
)
OMITTED: Final = Basis(
    BE_OLD_CIVIL,
    "art. 1649ter, § 5",
    Source.TERMS,
    "S59",
    open="whether the seller answers for an update that was lacking although nothing was amiss at "
    "the delivery, or the two years are over: art. 1649quater, § 1 asks for both, art. 1649sexies "
    "counts the omission among what the seller answers for",
)
INSTALLED: Final = Basis(
    BE_OLD_CIVIL,
    "art. 1649ter, § 8",
    Source.TERMS,
    open="whether what is held to be a lack of conformity is held to have existed at the delivery "
    "too, for which art. 1649quater, § 1 asks: an installation may come after it",
)

_USED: Final = Shorter(least_months=12, told=True, separate=False, basis=AGREED)
LAW: Final = Guarantee(
    country="BE",
    period=Period(24, Nature.APPEARS, PERIOD),
    used=_USED,
    refurbished=_USED,
    presumption=(
        Dated(UNDATED, Presumption(new_months=24, used_months=24, unless_nature=True), PRESUMED),
    ),
    notice=(Dated(UNDATED, NoticeRule(months=2, strict=True, basis=NOTICE), NOTICE),),
    suspends={
        Cause.REPAIR: SUSPENDED,
        Cause.REPLACEMENT: SUSPENDED,
        Cause.NEGOTIATION: NEGOTIATED,
    },
    after_repair=None,
    imposed_replacement=None,
    respite=None,
    limitation=Months(12, LIMITATION),
    continuous=Continuous(stated=CONTINUOUS, endless=CONTINUOUS_OPEN),
    agreed_stops=AGREED_SUSPENDED,
    supply_stops=SUPPLY_SUSPENDED,
    longer_stops=LONGER_SUSPENDED,
    presumption_stops=PRESUMED_SUSPENDED,
    omitted=OMITTED,
    installed=Installed(True, INSTALLED),
)

SOLD: Final = (PERIOD, CONTINUOUS, CONTINUOUS_OPEN, AGREED, PRESUMED, COUNTING)
LIVED: Final = (
    *SOLD,
    SUSPENDED,
    NEGOTIATED,
    AGREED_SUSPENDED,
    SUPPLY_SUSPENDED,
    LONGER_SUSPENDED,
    PRESUMED_SUSPENDED,
    repair.EXTEND,
    repair.EXTEND_AGREED,
    repair.EXTEND_DIGITAL,
    PROMISE,
    PROMISE_FOR_LIFE,
    PROOF_STATED,
    NOTICE,
    LIMITATION,
    STATED,
)


@provision("be.guarantee.period", say.PERIOD, *SOLD)
def period(sale: Sale) -> Term:
    """Two years from the delivery; for used goods a shorter period of at least one year, if the
    seller proves to have told the consumer clearly and unequivocally (art. 1649quater, § 1).

    Digital elements that are supplied continuously: two years, or as long as they are supplied,
    with no last day while the contract names no end of that.
    Where the last month lacks the date of the delivery, the article does not say the day: the rule
    on counting does, which was not read.
    A defect is presumed for two years, also under an agreed shorter period as far as that goes.
    """
    return term(LAW, sale)


@provision("be.guarantee.timeline", say.TIMELINE, *LIVED)
def over_time(history: History) -> Timeline:
    """The period is suspended for the time that a repair or a replacement takes and during
    negotiations towards an amicable settlement (art. 1649quater, § 1, al. 3); each day counts once.

    Al. 3 names the periods of al. 1 and 2; that an agreed shorter one (al. 4), which takes their
    place, is suspended too is in the consumer's favour and marked as open.  So is that the end of a
    supply of more than two years moves, that both end days of a stretch count, and that the time
    which a repair took counts instead of the time that it needed.
    A longer period in the contract and the presumption of § 4, which al. 3 does not name, go on;
    whether they stand still too is open.
    """
    return timeline(LAW, history)


@provision("be.guarantee.defect", say.DEFECT, *LIVED, OMITTED, INSTALLED)
def found(claim: Claim) -> DefectDecision:
    """A defect that exists at the delivery and appears within the period (art. 1649quater, § 1, al.
    1), or one of digital elements that arises while they are supplied (al. 2); presumed to exist at
    the delivery, unless proved otherwise or unlikely by nature (§ 4).  Where it is not presumed the
    consumer proves that it existed, and until then a person decides.  Terms that free the consumer
    of that proof for a time, without such an exception, are held to it: they may go beyond the law.

    What comes of an update that was lacking while it was owed is a lack of conformity
    (art. 1649ter, § 5); where no period covers it, whether the seller answers is open, and a person
    decides.

    What comes of an incorrect installation for which the seller answers is held to be a lack of
    conformity (art. 1649ter, § 8): that the device was sound at the delivery is no answer to it.

    Told within two calendar months of its discovery, brought to court within one year of it
    (art. 1649quater, §§ 2 and 3).  The quoted text says nothing of what a late notice costs, and
    may lack words on the year: neither refuses anything by itself.  Terms that give longer for
    acting against the seller are held to it.
    """
    return defect(LAW, claim)
