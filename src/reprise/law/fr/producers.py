"""The French unique identifier of producers, one for each stream."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.kernel.money import Money
from reprise.law.eu import producers_words as say
from reprise.law.eu.producers import CHECKS, MATRIX, Fault, Registration, Stream, checked
from reprise.law.instruments import CODE_ENV
from reprise.law.producers.questions import Finding, Follows, Producers, Sold, beside_union
from reprise.law.provision import Basis, Decision, Source, provision

MARKETPLACE: Final = Basis(CODE_ENV, "art. L541-10-9", Source.OFFICIAL, "S83")
SHOWN: Final = Basis(CODE_ENV, "art. R541-173", Source.MEMORY, "S83")
SHAPE: Final = Basis(
    CODE_ENV, "", Source.MEMORY, "S83", open="the form of the identifier and the fine were not read"
)
IDU: Final = re.compile(r"FR\d{6}_\d{2}[A-Z]{4}")
FINE: Final = Money(3_000_000, "EUR")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """A seller's identifier for ``stream``; ``shown`` says that it stands in the terms or on the
    site."""

    stream: Stream
    registration: Registration
    shown: bool


class Answers(Enum):
    """Who is the producer of what is sold."""

    SELLER = "seller"
    PLATFORM = "platform"


@dataclass(frozen=True, slots=True, kw_only=True)
class IduCheck(Decision):
    answers: Answers
    faults: tuple[Fault, ...]


@provision("fr.producers.idu", say.FRENCH, MARKETPLACE, SHOWN, SHAPE, MATRIX)
def idu(seller: Seller) -> IduCheck:
    """A marketplace is itself the producer of what others sell on it, unless it holds the proof
    that the seller has an identifier for the stream (art. L541-10-9), which the seller shows (art.
    R541-173).  Sellers of second-hand goods still answer for packaging."""
    proof = checked(seller.registration, IDU)
    met = [*proof, *([] if seller.shown else [Fault.NOT_SHOWN])]
    found = CHECKS.found(met)
    reasons = [CHECKS.breaks(found)]
    reasons.append(say.PLATFORM_PAYS(fine=FINE) if proof else say.SELLER_PAYS())
    if seller.stream is Stream.PACKAGING:
        reasons.append(say.SECOND_HAND())
    return IduCheck(
        basis=(MARKETPLACE, SHOWN, SHAPE, MATRIX),
        because=tuple(reasons),
        answers=Answers.PLATFORM if proof else Answers.SELLER,
        faults=found,
    )


def _asked(sold: Sold) -> Finding:
    found = idu(Seller(stream=sold.stream, registration=sold.registration, shown=sold.shown))
    platform = found.answers is Answers.PLATFORM
    return Finding(
        read=True,
        faults=found.faults,
        follows=Follows.PLATFORM_ANSWERS if platform else Follows.SELLER_ANSWERS,
        basis=beside_union(sold, found.basis),
        because=found.because,
    )


LAW: Final = Producers(country="FR", electronics=_asked, packaging=_asked, batteries=_asked)
