"""That reviews are real (Directive 2005/29/EC, art. 7(6) and annex I, 23b and 23c)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.law.checklist import Checklist, Item
from reprise.law.eu import reviews_words as say
from reprise.law.instruments import UCPD
from reprise.law.provision import Basis, Decision, Source, provision

HOW: Final = Basis(UCPD, "art. 7(6)", Source.MEMORY)
CLAIMED: Final = Basis(UCPD, "ann. I, 23b", Source.MEMORY)
FALSE: Final = Basis(UCPD, "ann. I, 23c", Source.MEMORY)


class Fault(Enum):
    """What is unfair about reviews."""

    HOW_NOT_TOLD = "how_not_told"
    CLAIMED_UNCHECKED = "claimed_unchecked"
    FALSE_REVIEWS = "false_reviews"
    SUPPRESSED = "suppressed"


_GENUINE: Final = Checklist(
    say.GENUINE,
    {
        Fault.HOW_NOT_TOLD: Item(say.HOW_NOT_TOLD, HOW),
        Fault.CLAIMED_UNCHECKED: Item(say.CLAIMED_UNCHECKED, CLAIMED),
        Fault.FALSE_REVIEWS: Item(say.FALSE_REVIEWS, FALSE),
        Fault.SUPPRESSED: Item(say.SUPPRESSED, FALSE),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviews:
    """How a platform comes by its reviews.

    ``how_told`` says that it tells whether and how it ensures that they come from buyers,
    ``said_real`` that it says they do, ``checked`` that it takes reasonable steps to know.
    ``false_ones`` were written or commissioned without a purchase; ``suppressed`` says that reviews
    go because they are bad.
    """

    how_told: bool
    said_real: bool
    checked: bool
    false_ones: bool = False
    suppressed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Genuine(Decision):
    faults: tuple[Fault, ...]


@provision("eu.reviews.genuine", say.GENUINE, HOW, CLAIMED, FALSE)
def genuine(reviews: Reviews) -> Genuine:
    """Whoever shows reviews says whether and how it is ensured that they come from real buyers
    (art. 7(6)); never says so without reasonable steps to check it (annex I, 23b); and neither
    submits false reviews nor misrepresents what buyers say (23c)."""
    faults = {
        Fault.HOW_NOT_TOLD: not reviews.how_told,
        Fault.CLAIMED_UNCHECKED: reviews.said_real and not reviews.checked,
        Fault.FALSE_REVIEWS: reviews.false_ones,
        Fault.SUPPRESSED: reviews.suppressed,
    }
    found = _GENUINE.found([fault for fault, met in faults.items() if met])
    return Genuine(basis=_GENUINE.basis, because=(_GENUINE.breaks(found),), faults=found)
