"""How the sale comes about by the terms: which of them apply, when it is final, what proves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final

from reprise.kernel.money import Money
from reprise.law.be.conformity.articles import CLAUSES
from reprise.law.calendars import zone_of
from reprise.law.checklist import Checklist, Item
from reprise.law.instruments import TERMS
from reprise.law.provision import (
    Basis,
    Because,
    Contradiction,
    Dated,
    Decision,
    NotInForce,
    Source,
    in_force,
    provision,
)
from reprise.law.terms import sale_words as say

VERSION: Final = Basis(TERMS, "", Source.TERMS, "S42")
FINAL: Final = Basis(TERMS, "", Source.TERMS, "S43")
SITE: Final = Basis(TERMS, "", Source.TERMS, "S49b")
PRICES: Final = Basis(TERMS, "", Source.TERMS, "S44")
RECORDS: Final = Basis(TERMS, "", Source.TERMS, "S49c")
WEIGHED: Final = Basis(
    TERMS,
    "",
    Source.TERMS,
    "S49c",
    open="what the seller's own records are worth where the seller has to prove",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """One version of the terms, and the instant from which it is in force."""

    name: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Validation:
    """When the buyer confirmed the order, and every version there is, in any order.

    Raises ValueError for two versions of one name, or in force from one instant.
    """

    validated: datetime
    versions: tuple[Terms, ...]

    def __post_init__(self) -> None:
        names = {each.name for each in self.versions}
        starts = {each.since for each in self.versions}
        if min(len(names), len(starts)) < len(self.versions):
            raise Contradiction("each has a name and a start of its own", "versions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicable(Decision):
    version: str


@provision("terms.sale.version", say.VERSION, VERSION)
def version(facts: Validation) -> Applicable:
    """The terms in force when the buyer confirmed the order, and never later ones (S42).

    Raises NotInForce where there were none yet.
    """
    known = [each for each in facts.versions if each.since <= facts.validated]
    if not known:
        raise NotInForce(f"no terms were in force on {facts.validated:%Y-%m-%d %H:%M}")
    found = max(known, key=lambda each: each.since)
    since = found.since.astimezone(zone_of(facts.validated))
    return Applicable(
        basis=(VERSION,),
        because=(say.IN_FORCE(version=found.name, since=since, at=facts.validated),),
        version=found.name,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """``accepted`` is when the e-mail of acceptance was sent, ``collected`` how much of ``price``
    has been collected and ``collected_at`` when its last part was; None: not yet.  ``cancelled`` is
    when one of the two let go of it."""

    price: Money
    accepted: datetime | None
    collected: Money
    collected_at: datetime | None
    cancelled: datetime | None = None

    def __post_init__(self) -> None:
        if self.price.minor <= 0:
            raise Contradiction("a sale has a price", "price")
        if bool(self.collected) is (self.collected_at is None):
            raise Contradiction("what was collected was at some time", "collected", "collected_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finality(Decision):
    """``at`` is the instant from which the sale is final, None: it is not; ``cancelled`` says that
    somebody let go of it before, so that it never will be."""

    final: bool
    cancelled: bool
    at: datetime | None


@provision("terms.sale.final", say.FINAL, FINAL)
def final(sale: Sale) -> Finality:
    """Final once the acceptance was sent to the buyer and the whole price was collected (S43);
    until then either can let go, and what comes afterwards makes no sale of it any more."""
    paid = sale.collected_at if sale.collected >= sale.price else None
    both = sale.accepted is not None and paid is not None
    at = max(each for each in (sale.accepted, paid) if each is not None) if both else None
    if sale.cancelled is not None and (at is None or sale.cancelled < at):
        return _not_final(say.CANCELLED(at=sale.cancelled), cancelled=True)
    if at is None:
        reasons = [say.NOT_FINAL()]
        reasons += [say.NOT_ACCEPTED()] if sale.accepted is None else []
        reasons += [say.NOT_COLLECTED(rest=sale.price - sale.collected)] if paid is None else []
        return _not_final(*reasons, cancelled=False)
    reasons = [say.IS_FINAL(at=at)]
    if sale.cancelled is not None:
        reasons.append(say.CANCELLED_LATE(at=sale.cancelled.astimezone(zone_of(at))))
    return Finality(basis=(FINAL,), because=tuple(reasons), final=True, cancelled=False, at=at)


def _not_final(*because: Because, cancelled: bool) -> Finality:
    return Finality(basis=(FINAL,), because=because, final=False, cancelled=cancelled, at=None)


class Method(Enum):
    """How an order is paid."""

    VISA = "visa"
    CB = "cb"
    MASTERCARD = "mastercard"
    AMEX = "amex"
    BANCONTACT = "bancontact"
    IDEAL = "ideal"
    OTHER = "other"


class Place(Enum):
    """Where a parcel goes."""

    ADDRESS = "address"
    POINT = "point"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What one country's site sells: to where, and paid how and in which currency."""

    zone: frozenset[str]
    places: frozenset[Place]
    methods: frozenset[Method]
    currency: str


# A site that is not here has no founding document; its facts are the operator's.
SITES: Final = {
    "BE": (
        Dated(
            date(2024, 8, 7),
            Site(
                zone=frozenset({"BE"}),
                places=frozenset(Place),
                methods=frozenset(Method) - {Method.OTHER},
                currency="EUR",
            ),
            SITE,
        ),
    ),
}


class SiteFault(Enum):
    """Why an order cannot be taken here."""

    ZONE = "zone"
    PLACE = "place"
    METHOD = "method"
    CURRENCY = "currency"
    NOT_PAID_WHOLLY = "not_paid_wholly"


_SITE: Final = Checklist(
    say.SITE,
    {
        SiteFault.ZONE: Item(say.ZONE, SITE),
        SiteFault.PLACE: Item(say.PLACE, SITE),
        SiteFault.METHOD: Item(say.METHOD, SITE),
        SiteFault.CURRENCY: Item(say.CURRENCY, PRICES),
        SiteFault.NOT_PAID_WHOLLY: Item(say.NOT_PAID_WHOLLY, SITE),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order on the site of a country; ``paid`` is what is paid with the order itself.

    Raises ValueError for amounts below zero or of two currencies.
    """

    site: str
    day: date
    to: str
    place: Place
    method: Method
    total: Money
    paid: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCheck(Decision):
    faults: tuple[SiteFault, ...]


@provision("terms.sale.site", say.SITE, SITE, PRICES)
def site(order: Order) -> SiteCheck:
    """Delivered in the site's country only, to an address or a pick-up point; paid wholly with the
    order, by one of the site's methods (S49b), in euros (S44).

    Raises NotInForce for a site without a table, or before it.
    """
    if order.site not in SITES:
        raise NotInForce(f"no table of zones and methods for the site of {order.site}")
    row = in_force(SITES[order.site], order.day)
    known = row.value
    faults = {
        SiteFault.ZONE: order.to not in known.zone,
        SiteFault.PLACE: order.place not in known.places,
        SiteFault.METHOD: order.method not in known.methods,
        SiteFault.CURRENCY: order.total.currency != known.currency,
        SiteFault.NOT_PAID_WHOLLY: order.paid < order.total,
    }
    found = _SITE.found([fault for fault, met in faults.items() if met])
    return SiteCheck(basis=(row.basis, PRICES), because=(_SITE.breaks(found),), faults=found)


class Proof(Enum):
    """What a record is worth."""

    PROVES = "proves"
    WEIGHED = "weighed"  # as any other evidence: the clause adds nothing to it
    DISPROVED = "disproved"
    WORTHLESS = "worthless"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """``unbroken`` says that the chain of records verifies, ``disproved`` that the other side
    proved the contrary.  ``on_seller`` says that the Belgian guarantee of conformity puts the proof
    on the seller: that a shorter period was clearly told (old Civil Code, art. 1649quater, § 1),
    that a defect is minor (art. 1649quinquies, § 5)."""

    unbroken: bool
    disproved: bool
    on_seller: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Decision):
    proof: Proof


@provision("terms.sale.evidence", say.EVIDENCE, RECORDS, WEIGHED, CLAUSES)
def evidence(record: Record) -> Evidence:
    """What was recorded proves the transactions unless the contrary is proved (S49c); a chain that
    does not verify is no record (our policy).

    Where the section on conformity puts the proof on the seller, a clause by which the seller's own
    records are that proof until the consumer disproves them turns it round to the consumer's
    detriment, and is void as to that (art. 1649octies): there they are weighed.
    """
    if not record.unbroken:
        return Evidence(basis=(RECORDS,), because=(say.BROKEN(),), proof=Proof.WORTHLESS)
    if record.disproved:
        return Evidence(basis=(RECORDS,), because=(say.DISPROVED(),), proof=Proof.DISPROVED)
    if record.on_seller:
        return Evidence(basis=(WEIGHED, CLAUSES), because=(say.WEIGHED(),), proof=Proof.WEIGHED)
    return Evidence(basis=(RECORDS,), because=(say.PROVES(),), proof=Proof.PROVES)
