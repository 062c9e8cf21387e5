"""A parcel that came damaged, empty or not at all, and one that nobody collected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Final

from reprise.kernel.money import Money
from reprise.law.be.conformity.articles import CLAUSES
from reprise.law.be.guarantee import NOTICE
from reprise.law.calendars import Calendar
from reprise.law.checklist import Checklist, Item
from reprise.law.eu.delivery import RISK
from reprise.law.instruments import GDPR, TERMS
from reprise.law.provision import Basis, Because, Contradiction, Decision, Source, provision
from reprise.law.terms import parcels_words as say

KEEP_DAYS: Final = 15

DAMAGED: Final = Basis(TERMS, "", Source.TERMS, "S47")
EMPTY: Final = Basis(TERMS, "", Source.TERMS, "S48")
DAMAGED_KEPT: Final = Basis(
    TERMS,
    "",
    Source.TERMS,
    "S47",
    open="from which day the fifteen days run, here from the taking, and whether they bind a buyer "
    "who took the parcel without reserves",
)
EMPTY_KEPT: Final = Basis(
    TERMS, "", Source.TERMS, "S48", open="from which day the fifteen days run: here from the taking"
)
MINIMAL: Final = Basis(GDPR, "art. 5", Source.MEMORY, "S48")
NOT_COLLECTED: Final = Basis(TERMS, "", Source.TERMS, "S49")


class Trouble(Enum):
    """What is wrong with a delivery."""

    DAMAGED = "damaged"  # the parcel, or the device in it
    NOT_CONFORMING = "not_conforming"  # another device than ordered, in a sound parcel
    EMPTY = "empty"
    NEVER_CAME = "never_came"


class Paper(Enum):
    """What a claim is documented with."""

    RESERVES = "reserves"  # on the delivery note
    PHOTOS = "photos"
    STATEMENT = "statement"  # signed, on the buyer's honour
    ORDER_NUMBER = "order_number"
    PARCEL_NUMBER = "parcel_number"
    IDENTITY = "identity"


# Reserves are no line of it: they are written at the door or never, so nobody is asked for them.
_DAMAGE: Final = Checklist(say.CLAIM, {Paper.PHOTOS: Item(say.PHOTOS, DAMAGED)})
_AT_THE_DOOR: Final = frozenset({Trouble.DAMAGED, Trouble.NOT_CONFORMING})
_LOSS: Final = Checklist(
    say.CLAIM,
    {
        Paper.STATEMENT: Item(say.STATEMENT, EMPTY),
        Paper.ORDER_NUMBER: Item(say.ORDER_NUMBER, EMPTY),
        Paper.PARCEL_NUMBER: Item(say.PARCEL_NUMBER, EMPTY),
        Paper.IDENTITY: Item(say.IDENTITY, EMPTY),
        Paper.PHOTOS: Item(say.PHOTOS, EMPTY),
    },
)


class Identity(Enum):
    """How the buyer showed who they are."""

    NOT_SHOWN = "not_shown"
    ONLINE = "online"  # a check on the site: nothing is kept
    COPY = "copy"  # of valid papers in the name of the order
    COPY_REFUSED = "copy_refused"  # expired, or in another name


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim: the parcel (``received`` None: it never came), and what came with the claim.

    ``refused`` says that the buyer refused the parcel at the door, ``photos_asked`` that the
    seller asked for photographs.  ``numbered`` says that there is a parcel number which the buyer
    could know; a parcel that was never handed to a carrier has none.  ``own_carrier`` says that the
    buyer commissioned a carrier whom the seller had not offered.  ``closed`` is the day on which
    the claim was closed.  ``calendar`` is the buyer's.  A parcel that never came was neither
    received nor refused; any other has the day on which it was brought, and a number.
    """

    calendar: Calendar
    trouble: Trouble
    received: date | None = None
    refused: bool = False
    papers: frozenset[Paper] = frozenset()
    identity: Identity = Identity.NOT_SHOWN
    photos_asked: bool = False
    numbered: bool = True
    own_carrier: bool = False
    closed: date | None = None

    def __post_init__(self) -> None:
        came = self.trouble is not Trouble.NEVER_CAME
        if came and self.received is None:
            raise Contradiction("it came on some day", "trouble", "received")
        if not came and self.received is not None:
            raise Contradiction("what never came was not received", "trouble", "received")
        if not came and self.refused:
            raise Contradiction("what never came was not refused", "trouble", "refused")
        if came and not self.numbered:
            raise Contradiction("what came has a number", "trouble", "numbered")
        if Paper.PARCEL_NUMBER in self.papers and not self.numbered:
            raise Contradiction("nobody names a number that is not", "papers", "numbered")
        if Paper.IDENTITY in self.papers and self.identity is Identity.NOT_SHOWN:
            raise Contradiction("papers that came were shown somehow", "papers", "identity")
        if self.received and self.closed and self.closed < self.received:
            raise Contradiction("a claim does not close before the parcel", "closed", "received")

    @property
    def kept(self) -> date | None:
        """The day from which the buyer keeps a parcel for the carrier: a damaged or an empty one
        that was taken; None: there is none to keep."""
        sound = self.trouble is Trouble.NOT_CONFORMING
        return None if self.refused or sound else self.received


class Handling(Enum):
    """What the seller does next; a claim is never rejected by a rule."""

    DECIDE = "decide"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDecision(Decision):
    """``missing`` is asked for; ``keep_until`` the last second for the buyer to keep the parcel
    (None: there is none to keep); ``delete_identity`` that of the day on which the copy of the
    papers goes (None: no copy, or the claim is still open).  Both where the buyer is."""

    handling: Handling
    missing: tuple[Paper, ...]
    keep_until: datetime | None
    delete_identity: datetime | None


@provision(
    "terms.parcels.claim",
    say.CLAIM,
    DAMAGED,
    EMPTY,
    DAMAGED_KEPT,
    EMPTY_KEPT,
    RISK,
    MINIMAL,
    NOTICE,
    CLAUSES,
)
def claim(facts: Claim) -> ClaimDecision:
    """Damaged or not conforming: refuse it, or take it with written reserves, keep a damaged parcel
    fifteen days, and send photographs of it when asked (S47).  Empty or never come: a signed
    statement that names order and parcel, with valid papers in the name of the order or a check
    online; keep an empty parcel fifteen days, and send photographs of it when asked (S48).

    The terms let the seller reject an incomplete claim.  The risk is the seller's until the buyer
    has the goods (Directive 2011/83/EU, art. 20), so what is missing is asked for and no claim is
    rejected by itself, nor where the buyer's own carrier had taken the risk over.  A number that
    does not exist is not asked for.  Reserves cannot be written afterwards: without them the claim
    is decided, and never waits for them.  What the buyer tells the seller is also told under the
    guarantee of conformity (Belgium: art. 1649quater, § 2), on which no clause agreed before may
    set such a condition (art. 1649octies).  A copy of papers goes when the claim is closed (GDPR,
    art. 5).
    """
    asked = _asked(facts)
    identified = facts.identity in (Identity.ONLINE, Identity.COPY)
    there = facts.papers | {Paper.IDENTITY} if identified else facts.papers - {Paper.IDENTITY}
    missing = asked.missing(there)
    keep_until = facts.kept + timedelta(days=KEEP_DAYS) if facts.kept else None
    copied = facts.identity in (Identity.COPY, Identity.COPY_REFUSED)
    at_the_door = facts.trouble in _AT_THE_DOOR
    bare = at_the_door and not facts.refused and Paper.RESERVES not in facts.papers
    guaranteed = bare and facts.calendar.country == "BE"
    reasons = [say.NO_RESERVES()] if bare else []
    if missing or not bare:
        reasons.append(asked.lacks(missing))
    if not facts.numbered:
        reasons.append(say.NO_NUMBER())
    taken_over = facts.own_carrier and facts.numbered
    reasons.append(say.OWN_CARRIER() if taken_over else say.SELLERS_RISK())
    if guaranteed:
        reasons.append(say.GUARANTEED())
    if keep_until:
        reasons.append(say.KEEP(days=KEEP_DAYS, until=keep_until))
    if copied:
        reasons.append(say.DELETE())
    return ClaimDecision(
        basis=(
            DAMAGED if at_the_door else EMPTY,
            *(((DAMAGED_KEPT if at_the_door else EMPTY_KEPT),) if keep_until else ()),
            RISK,
            *((NOTICE, CLAUSES) if guaranteed else ()),
            *((MINIMAL,) if copied else ()),
        ),
        because=tuple(reasons),
        handling=Handling.ASK if missing else Handling.DECIDE,
        missing=missing,
        keep_until=facts.calendar.end_if_any(keep_until),
        delete_identity=facts.calendar.end_if_any(facts.closed if copied else None),
    )


def _asked(facts: Claim) -> Checklist[Paper]:
    """What can still be had of what the terms want: photographs only of a parcel that is kept."""
    asked = _DAMAGE if facts.trouble in _AT_THE_DOOR else _LOSS
    asked = asked if facts.numbered else asked.without(Paper.PARCEL_NUMBER)
    return asked if facts.photos_asked and facts.kept else asked.without(Paper.PHOTOS)


class Choice(Enum):
    """What the buyer wants done with a parcel that went back."""

    NOT_ASKED = "not_asked"
    SEND_AGAIN = "send_again"
    CANCEL = "cancel"


class Cause(Enum):
    """Why the carrier brought a parcel back."""

    NOT_FETCHED = "not_fetched"  # nobody took it at the door and nobody fetched it
    REFUSED = "refused"  # the buyer refused it
    OTHER = "other"  # a wrong address on the label, damage on the way, the carrier's mistake


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncollected:
    """A parcel that the carrier brought back, and why.  ``offered`` says that it was really offered
    to the buyer: at the door or at the point, with the notice that goes with it.

    Raises ValueError for a cost below zero, and for a parcel that was refused and never offered.
    """

    choice: Choice
    offered: bool
    cost: Money
    cause: Cause = Cause.NOT_FETCHED

    def __post_init__(self) -> None:
        if self.cause is Cause.REFUSED and not self.offered:
            raise Contradiction("what was never offered was not refused", "cause", "offered")


class Fate(Enum):
    """What becomes of it."""

    ASK = "ask"
    SEND_AGAIN = "send_again"
    REFUND = "refund"


@dataclass(frozen=True, slots=True, kw_only=True)
class UncollectedDecision(Decision):
    """``buyer_pays`` is what the second parcel costs the buyer."""

    fate: Fate
    buyer_pays: Money


@provision("terms.parcels.not_collected", say.UNCOLLECTED, NOT_COLLECTED, DAMAGED, RISK)
def not_collected(facts: Uncollected) -> UncollectedDecision:
    """A parcel that the buyer did not collect is sent again at the buyer's cost (S49), where it was
    really offered and came back for that reason.  One that the buyer refused, as the terms let a
    buyer do (S47), or that went back for a reason of the carrier's or the seller's is sent again at
    the seller's.  The buyer is asked first, and may have the money instead (our policy)."""
    nothing = Money.zero(facts.cost.currency)
    if facts.choice is Choice.CANCEL:
        return _uncollected(Fate.REFUND, nothing, say.MONEY_INSTEAD())
    fetchable = facts.offered and facts.cause is Cause.NOT_FETCHED
    cost = facts.cost if fetchable else nothing
    basis = () if fetchable else (DAMAGED if facts.cause is Cause.REFUSED else RISK,)
    if facts.choice is Choice.NOT_ASKED:
        return _uncollected(Fate.ASK, nothing, say.ASK_FIRST(cost=cost), *basis)
    reason = say.SENT_AGAIN(cost=cost) if fetchable else _BY_THE_SELLER[facts.cause]()
    return _uncollected(Fate.SEND_AGAIN, cost, reason, *basis)


_BY_THE_SELLER: Final = {
    Cause.NOT_FETCHED: say.NEVER_OFFERED,
    Cause.REFUSED: say.REFUSED,
    Cause.OTHER: say.WENT_BACK,
}


def _uncollected(
    fate: Fate, buyer_pays: Money, reason: Because, *basis: Basis
) -> UncollectedDecision:
    return UncollectedDecision(
        basis=(NOT_COLLECTED, *basis), because=(reason,), fate=fate, buyer_pays=buyer_pays
    )
