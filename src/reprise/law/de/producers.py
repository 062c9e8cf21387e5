"""Registered producers in Germany: electronics (WEEE number) and packaging (LUCID)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from reprise.law.eu import producers_words as say
from reprise.law.eu.producers import CHECKS, MATRIX, Fault, Registration, Stream, checked
from reprise.law.instruments import ELEKTROG, LUCID
from reprise.law.producers.questions import (
    Finding,
    Follows,
    Producers,
    Sold,
    Unread,
    beside_union,
)
from reprise.law.provision import Basis, Dated, Decision, NotInForce, Source, in_force, provision

WEEE: Final = Basis(ELEKTROG, "", Source.SECONDARY, "S83")
PACKAGING: Final = Basis(LUCID, "", Source.SECONDARY, "S83")
_OPEN: Final = "the forms of the numbers were not read"
WEEE_FORM: Final = Basis(ELEKTROG, "", Source.MEMORY, "S83", open=_OPEN)
LUCID_FORM: Final = Basis(LUCID, "", Source.MEMORY, "S83", open=_OPEN)

# Since when a marketplace must not make offers of unregistered producers possible.
SINCE: Final = {
    Stream.ELECTRONICS: (Dated(date(2023, 7, 1), re.compile(r"DE\d{8}"), WEEE),),
    Stream.PACKAGING: (Dated(date(2022, 7, 1), re.compile(r"DE\d{13}"), PACKAGING),),
}
_FORMS: Final = {Stream.ELECTRONICS: WEEE_FORM, Stream.PACKAGING: LUCID_FORM}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """A seller's registration for ``stream``; ``sourced_there`` says that the used device was on
    the German market before."""

    stream: Stream
    registration: Registration
    sourced_there: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferCheck(Decision):
    may_offer: bool
    faults: tuple[Fault, ...]


@provision("de.producers.registration", say.GERMAN, WEEE, PACKAGING, WEEE_FORM, LUCID_FORM, MATRIX)
def registration(seller: Seller) -> OfferCheck:
    """A marketplace must not make offers of unregistered producers possible: electronics since 1
    July 2023, packaging since 1 July 2022.  A used device from Germany needs no number of the
    seller's own; one that comes to Germany for the first time does.  Batteries follow the Union's
    own rules (`eu.producers.batteries`).

    Raises NotInForce before the stream's first day, and for batteries.
    """
    held = seller.registration
    if seller.stream not in SINCE:
        raise NotInForce("batteries are registered under the Union's own rules")
    row = in_force(SINCE[seller.stream], held.day)
    if seller.stream is Stream.ELECTRONICS and seller.sourced_there:
        return OfferCheck(
            basis=(WEEE, MATRIX), because=(say.SOURCED_THERE(),), may_offer=True, faults=()
        )
    found = checked(held, row.value)
    return OfferCheck(
        basis=(row.basis, _FORMS[seller.stream], MATRIX),
        because=(CHECKS.breaks(found), (say.MUST_NOT_OFFER if found else say.MAY_OFFER)()),
        may_offer=not found,
        faults=found,
    )


def _asked(sold: Sold) -> Finding:
    held = Seller(
        stream=sold.stream, registration=sold.registration, sourced_there=sold.sourced_there
    )
    found = registration(held)
    return Finding(
        read=True,
        faults=found.faults,
        follows=Follows.MAY_OFFER if found.may_offer else Follows.MUST_NOT_OFFER,
        basis=beside_union(sold, found.basis),
        because=found.because,
    )


LAW: Final = Producers(
    country="DE",
    electronics=_asked,
    packaging=_asked,
    batteries=Unread("Germany", Stream.BATTERIES),
)
