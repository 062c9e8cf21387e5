"""Whether a platform may take a seller as registered (S83)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.law.be.producers import LAW as BELGIUM
from reprise.law.de.producers import LAW as GERMANY
from reprise.law.de.producers import LUCID_FORM, PACKAGING, WEEE, WEEE_FORM
from reprise.law.es.producers import LAW as SPAIN
from reprise.law.eu import producers_words as say
from reprise.law.eu.producers import BATTERY, MATRIX, PACKAGE, Fault
from reprise.law.fr.producers import LAW as FRANCE
from reprise.law.fr.producers import MARKETPLACE, SHAPE, SHOWN
from reprise.law.it.producers import LAW as ITALY
from reprise.law.nl.producers import LAW as NETHERLANDS
from reprise.law.producers.questions import Finding, Follows, Sold, Unread
from reprise.law.provision import Decision, provision
from reprise.law.pt.producers import LAW as PORTUGAL

STATES: Final = {
    law.country: law for law in (BELGIUM, GERMANY, SPAIN, FRANCE, ITALY, NETHERLANDS, PORTUGAL)
}
_UNREAD: Final = tuple(
    answer.basis
    for law in STATES.values()
    for answer in law.answers.values()
    if isinstance(answer, Unread)
)


class Standing(Enum):
    """What a platform knows of a seller's registration.  Only the first lets the seller pass."""

    IN_ORDER = "in_order"
    NOT_IN_ORDER = "not_in_order"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True, kw_only=True)
class SellerCheck(Decision):
    standing: Standing
    faults: tuple[Fault, ...]
    follows: Follows


@provision(
    "eu.producers.seller",
    say.SELLER,
    MATRIX,
    BATTERY,
    PACKAGE,
    MARKETPLACE,
    SHOWN,
    SHAPE,
    WEEE,
    PACKAGING,
    WEEE_FORM,
    LUCID_FORM,
    *_UNREAD,
)
def seller(sold: Sold) -> SellerCheck:
    """Each state has its own register for each stream (S83).  A seller is in order where the
    state's rule was read and nothing is wrong by it, and not in order where something is wrong,
    be it by the Union's rule alone.  Everything else is not known, and does not pass: a number
    proves nothing where nobody knows the register.

    Raises NotInForce before a marketplace's own duty in Germany.
    """
    found = _answer(sold)
    standing = _standing(found)
    because = found.because
    if standing is Standing.NOT_KNOWN:
        because = (*because, say.NOT_KNOWN())
    return SellerCheck(
        basis=found.basis,
        because=because,
        standing=standing,
        faults=found.faults,
        follows=found.follows,
    )


def _answer(sold: Sold) -> Finding:
    law = STATES.get(sold.country)
    if law is None:
        return Finding(
            read=False,
            faults=(),
            follows=Follows.NOT_READ,
            basis=(MATRIX,),
            because=(say.NO_ANSWERS(country=sold.country),),
        )
    return law.answers[sold.stream](sold)


def _standing(found: Finding) -> Standing:
    if found.faults:
        return Standing.NOT_IN_ORDER
    return Standing.IN_ORDER if found.read else Standing.NOT_KNOWN
