"""The way a dispute takes, and clauses about disputes that must not stand in terms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from reprise.law.checklist import Checklist, Item
from reprise.law.instruments import PLATFORM_RULES, REG_3228, TERMS
from reprise.law.provision import Basis, Decision, NotInForce, Sentence, Source, provision
from reprise.law.terms import disputes_words as say

FRENCH: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S31")
BELGIAN: Final = Basis(
    TERMS,
    "",
    Source.TERMS,
    "S49d",
    open="whether a clause may leave a consumer the Belgian courts only",
)
ODR_CLOSED: Final = Basis(REG_3228, "", Source.SECONDARY, "S-T1")
CHOSEN_LAW: Final = Basis(TERMS, "", Source.TERMS, "S-T6")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mediator:
    """Who mediates for a country's site; ``link`` is empty where the founding document names none,
    and ``free`` says that it calls the mediation free of charge."""

    name: Sentence
    address: str
    link: str
    courts: Sentence
    free: bool
    basis: Basis


MEDIATORS: Final = {
    "FR": Mediator(
        name=Sentence.same("médiateur du e-commerce de la FEVAD"),
        address="60 rue La Boétie, 75008 Paris",
        link="",
        courts=say.COURTS_OF_CHOICE,
        free=True,
        basis=FRENCH,
    ),
    "BE": Mediator(
        name=say.BELGIAN_MEDIATOR,
        address="Boulevard du Roi Albert II 8 boîte 1, 1000 Bruxelles",
        link="http://www.mediationconsommateur.be",
        courts=say.BELGIAN_COURTS,
        free=False,
        basis=BELGIAN,
    ),
}
# Where the mediator is a public service, and needs no trader to have joined it.
PUBLIC_MEDIATION: Final = frozenset({"BE"})


def mediator_of_all(site: str) -> Mediator | None:
    """Who mediates on a country's site whoever runs it; None where a trader has to join one."""
    return MEDIATORS[site] if site in PUBLIC_MEDIATION else None


class Mediation(Enum):
    """What became of mediation."""

    OPEN = "open"
    DECLINED = "declined"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A buyer's dispute on the site of a country."""

    site: str
    seller_asked: bool
    mediation: Mediation = Mediation.OPEN


class Rung(Enum):
    """The next thing to do."""

    ASK = "ask"
    MEDIATE = "mediate"
    COURT = "court"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder(Decision):
    """``next`` is what is offered now; the mediator's data are shown at every step."""

    next: Rung
    mediator: str
    address: str
    link: str


@provision("terms.disputes.ladder", say.LADDER, FRENCH, BELGIAN)
def ladder(dispute: Dispute) -> Ladder:
    """First the buyer and the trader try to agree; then a consumer mediator, only if the buyer
    likes; then a court.  On the French platform mediation is free, and the buyer chooses the court:
    where the buyer lived when the contract was made or when the harm was done, the platform's seat,
    or the place of delivery (S31).  On the Belgian site, whose terms do not say what mediation
    costs, Belgian law and Belgian courts (S49d).

    Raises NotInForce for a site without a mediator here.
    """
    if dispute.site not in MEDIATORS:
        raise NotInForce(f"no mediator is known for the site of {dispute.site}")
    who = MEDIATORS[dispute.site]
    mediate = (say.MEDIATE_FREELY if who.free else say.MEDIATE)(
        mediator=who.name, address=who.address
    )
    if not dispute.seller_asked:
        next_, reasons = Rung.ASK, (say.ASK(), mediate)
    elif dispute.mediation is Mediation.OPEN:
        next_, reasons = Rung.MEDIATE, (mediate, say.NO_NEED(courts=who.courts))
    else:
        next_, reasons = Rung.COURT, (say.COURT(courts=who.courts), mediate)
    return Ladder(
        basis=(who.basis,),
        because=reasons,
        next=next_,
        mediator=who.name.fr,
        address=who.address,
        link=who.link,
    )


class Clause(Enum):
    """A clause that must go."""

    CLOSED_PLATFORM = "closed_platform"
    FOREIGN_CASE_LAW = "foreign_case_law"


_CLAUSES: Final = Checklist(
    say.CLAUSES,
    {
        Clause.CLOSED_PLATFORM: Item(say.CLOSED_PLATFORM, ODR_CLOSED, date(2025, 7, 20)),
        Clause.FOREIGN_CASE_LAW: Item(say.FOREIGN_CASE_LAW, CHOSEN_LAW),
    },
)
# The address, or the platform by its name.
_PLATFORM: Final = re.compile(
    r"ec\.europa\.eu/(?:consumers/)?odr"
    r"|plate-?forme de (?:résolution|règlement) en ligne des litiges"
    r"|online dispute resolution platform|\bODR[ -]platform"
    r"|onlinegeschillenbeslechting|OS-Plattform|Online-Streitbeilegung",
    re.IGNORECASE,
)
_FRENCH_CASE_LAW: Final = re.compile(
    r"jurisprudence française|French case[ -]law|Franse rechtspraak"
    r"|französische[rn]? Rechtsprechung",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of terms as it stands on ``day``; ``law`` is the country whose law it chooses."""

    text: str
    day: date
    law: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses(Decision):
    faults: tuple[Clause, ...]


@provision("terms.disputes.clauses", say.CLAUSES, ODR_CLOSED, CHOSEN_LAW)
def clauses(facts: Text) -> Clauses:
    """The European platform for online dispute resolution was closed on 20 July 2025 (Regulation
    (EU) 2024/3228): terms that still name it may mislead (S-T1).  Terms under another law than the
    French do not measure force majeure by French case law (S-T6)."""
    text = " ".join(facts.text.split())
    met = [Clause.CLOSED_PLATFORM] if _PLATFORM.search(text) else []
    if facts.law != "FR" and _FRENCH_CASE_LAW.search(text):
        met.append(Clause.FOREIGN_CASE_LAW)
    known = _CLAUSES.on(facts.day)
    found = known.found(met)
    return Clauses(basis=known.basis, because=(known.breaks(found),), faults=found)
