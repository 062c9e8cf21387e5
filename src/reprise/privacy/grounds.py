"""On which ground something of an order may be kept, phase by phase (decision 0058).

A contract is a ground while it is carried out.  What stays behind it stays because a law has it
kept, or as proof, which is our interest and can be objected to.  Pages, copies, the lines of an
erasure and the reference read it from here.

What each law asks is that of the rules of the house: ten years for the accounts, and for a French
electronic contract of 120 euros or more; five years are the French limitation, which nobody has to
keep anything for.  No law of another country that has contracts kept was read.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.law.fr import personal_data as french
from reprise.law.instruments import GDPR
from reprise.law.provision import Basis, Sentence, Source
from reprise.privacy import grounds_words as say

# Whose law of keeping contracts was read.
FRENCH: Final = "FR"

CONTRACT: Final = Basis(GDPR, "art. 6(1)(b)", Source.MEMORY)
OBLIGATION: Final = Basis(GDPR, "art. 6(1)(c)", Source.MEMORY)
INTEREST: Final = Basis(GDPR, "art. 6(1)(f)", Source.MEMORY)

# Why an erasure that somebody asks for leaves something where it is: the purpose runs on, a law has
# it kept, or a claim may need it.
STILL_NEEDED: Final = Basis(GDPR, "art. 17(1)(a)", Source.MEMORY)
KEPT_BY_LAW: Final = Basis(GDPR, "art. 17(3)(b)", Source.MEMORY)
FOR_CLAIMS: Final = Basis(GDPR, "art. 17(3)(e)", Source.MEMORY)


class Phase(Enum):
    """What something of an order, or of a seller, is kept for at a time."""

    # As long as it is carried out, with what was promised of it.
    CONTRACT = "contract"
    # Afterwards, as what the accounts rest on.
    ACCOUNTS = "accounts"
    # As proof of what was agreed.
    PROOF = "proof"
    # Nothing was collected, and the payment can still be disputed.
    DISPUTE = "dispute"
    # Of a seller: as long as a law has it kept.
    LAW = "law"
    # Of a seller: afterwards, to pay what it is owed.
    OWED = "owed"


@dataclass(frozen=True, slots=True)
class Ground:
    """``when`` is said before it, None where it holds all the time; ``by`` is the law that has it
    kept, where one does."""

    basis: Basis
    when: Sentence | None = None
    by: Basis | None = None

    @property
    def may_be_objected_to(self) -> bool:
        """Art. 21(1)."""
        return self.basis == INTEREST


_LARGE: Final = Ground(OBLIGATION, say.LARGE, french.CONTRACT)
_OF: Final = {
    Phase.CONTRACT: Ground(CONTRACT, say.RUNS),
    Phase.ACCOUNTS: Ground(OBLIGATION, say.ACCOUNTS, french.ACCOUNTS),
    Phase.DISPUTE: Ground(INTEREST, say.DISPUTE),
    Phase.LAW: Ground(OBLIGATION, say.LAW),
    Phase.OWED: Ground(CONTRACT, say.OWED),
}


def of_phase(phase: Phase, countries: Collection[str]) -> tuple[Ground, ...]:
    """The grounds of a phase for buyers in ``countries`` (ISO codes); none: wherever they are."""
    if phase is not Phase.PROOF:
        return (_OF[phase],)
    if countries and FRENCH not in countries:
        return (Ground(INTEREST, say.PROOF),)
    return (_LARGE, Ground(INTEREST, say.OTHER_PROOF))


def of_proof(country: str, *, large: bool) -> Basis:
    """On what one contract is kept as proof; ``large``: a law has this one kept."""
    return OBLIGATION if large and country == FRENCH else INTEREST


def why_not_erased(basis: Collection[Basis]) -> Basis:
    """Why something that rests on ``basis`` is not erased although its person asks for it."""
    if OBLIGATION in basis:
        return KEPT_BY_LAW
    return FOR_CLAIMS if INTEREST in basis else STILL_NEEDED
