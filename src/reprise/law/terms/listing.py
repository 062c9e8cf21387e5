"""Who may sell what on the platform, and how sellers come in and are paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from reprise.kernel.rate import Rate
from reprise.law.checklist import Checklist, Item
from reprise.law.instruments import PLATFORM_RULES, TRADE
from reprise.law.provision import Basis, Contradiction, Decision, Source, provision
from reprise.law.terms import listing_words as say

INTERMEDIARY: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S1")
FLOWS: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S2")
LISTED: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S3")
EXCEPTION: Final = Basis(TRADE, "", Source.TERMS, "S3")
MANDATE: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S4")
DELISTED: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S9")
ONBOARDING: Final = Basis(TRADE, "", Source.TERMS, "S10")
MYSTERY: Final = Basis(TRADE, "", Source.TERMS, "S10")
UNCOUNTED: Final = Basis(
    TRADE,
    "",
    Source.TERMS,
    "S10",
    open="that these orders do not count as sales is the operator's policy",
)


class Party(Enum):
    """Who stands on a side."""

    PROFESSIONAL = "professional"
    CONSUMER = "consumer"
    PLATFORM = "platform"


class Condition(Enum):
    """What kind of device it is."""

    REFURBISHED = "refurbished"
    USED = "used"
    NEW = "new"


class Page(Enum):
    """Where the seller is named."""

    PRODUCT = "product"
    CART = "cart"
    ORDER = "order"
    INVOICE = "invoice"


class Fault(Enum):
    """Why an offer is not listed, or goes."""

    PLATFORM_SELLS = "platform_sells"
    NOT_PROFESSIONAL = "not_professional"
    NOT_REFURBISHED = "not_refurbished"
    PROHIBITED = "prohibited"
    DANGEROUS = "dangerous"
    SELLER_DELISTED = "seller_delisted"
    SELLER_HIDDEN = "seller_hidden"


_OFFER: Final = Checklist(
    say.OFFER,
    {
        Fault.PLATFORM_SELLS: Item(say.PLATFORM_SELLS, INTERMEDIARY),
        Fault.NOT_PROFESSIONAL: Item(say.NOT_PROFESSIONAL, LISTED),
        Fault.NOT_REFURBISHED: Item(say.NOT_REFURBISHED, LISTED),
        Fault.PROHIBITED: Item(say.PROHIBITED, DELISTED),
        Fault.DANGEROUS: Item(say.DANGEROUS, DELISTED),
        Fault.SELLER_DELISTED: Item(say.SELLER_DELISTED, DELISTED),
        Fault.SELLER_HIDDEN: Item(say.SELLER_HIDDEN, INTERMEDIARY),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An offer; ``new_brands`` are those whose new devices the operator lets in, none as a rule."""

    seller: Party
    condition: Condition
    brand: str
    named_on: frozenset[Page]
    new_brands: frozenset[str] = frozenset()
    prohibited: bool = False
    dangerous: bool = False
    seller_delisted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferCheck(Decision):
    """The offer is listed where there is no fault."""

    faults: tuple[Fault, ...]


@provision("terms.listing.offer", say.OFFER, *_OFFER.basis, EXCEPTION)
def offer(facts: Offer) -> OfferCheck:
    """The seller is a professional and never the platform itself, which is named nowhere in the
    seller's place (S1, S3); the device is refurbished, but for brands whose new ones are let in
    (S3).  What is prohibited or dangerous, and all that a delisted seller offers, goes (S9)."""
    let_in = facts.condition is Condition.NEW and facts.brand in facts.new_brands
    faults = {
        Fault.PLATFORM_SELLS: facts.seller is Party.PLATFORM,
        Fault.NOT_PROFESSIONAL: facts.seller is Party.CONSUMER,
        Fault.NOT_REFURBISHED: facts.condition is not Condition.REFURBISHED and not let_in,
        Fault.PROHIBITED: facts.prohibited,
        Fault.DANGEROUS: facts.dangerous,
        Fault.SELLER_DELISTED: facts.seller_delisted,
        Fault.SELLER_HIDDEN: facts.named_on != frozenset(Page),
    }
    found = _OFFER.found([fault for fault, met in faults.items() if met])
    return OfferCheck(
        basis=(*_OFFER.basis, *((EXCEPTION,) if let_in else ())),
        because=(_OFFER.breaks(found),),
        faults=found,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """Who sells to whom."""

    seller: Party
    buyer: Party


class Flow(Enum):
    """Which of the platform's two flows it is."""

    SALE = "sale"
    BUY_BACK = "buy_back"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowDecision(Decision):
    """``reported`` is whom the platform reports to the tax authority as the seller, None where the
    deal has no place here."""

    flow: Flow
    reported: Party | None


@provision("terms.listing.flow", say.FLOW, FLOWS, INTERMEDIARY)
def flow(deal: Deal) -> FlowDecision:
    """A consumer buys from a professional, or sells to one, who refurbishes the device (S2); in the
    second the consumer is the seller who is reported.  The platform is on neither side (S1)."""
    basis = (FLOWS, INTERMEDIARY)
    match deal.seller, deal.buyer:
        case Party.PROFESSIONAL, Party.CONSUMER:
            kind, reported, reason = Flow.SALE, Party.PROFESSIONAL, say.SALE()
        case Party.CONSUMER, Party.PROFESSIONAL:
            kind, reported, reason = Flow.BUY_BACK, Party.CONSUMER, say.BUY_BACK()
        case _:
            return FlowDecision(
                basis=basis, because=(say.NO_FLOW(),), flow=Flow.NONE, reported=None
            )
    return FlowDecision(basis=basis, because=(reason,), flow=kind, reported=reported)


class MandateFault(Enum):
    """Why money cannot be paid out under a mandate."""

    NONE_GIVEN = "none_given"
    NOT_YET = "not_yet"
    REVOKED = "revoked"
    OTHER_MARKET = "other_market"


_MANDATE: Final = Checklist(
    say.MANDATE,
    {
        MandateFault.NONE_GIVEN: Item(say.NONE_GIVEN, MANDATE),
        MandateFault.NOT_YET: Item(say.NOT_YET, MANDATE),
        MandateFault.REVOKED: Item(say.REVOKED, MANDATE),
        MandateFault.OTHER_MARKET: Item(say.OTHER_MARKET, MANDATE),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """A seller's mandate to collect: its version, from when, for which markets."""

    version: str
    given: date
    markets: frozenset[str]
    revoked: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Payout:
    """Money collected in ``market`` on ``collected`` that shall be paid out."""

    collected: date
    market: str
    mandate: Mandate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutCheck(Decision):
    faults: tuple[MandateFault, ...]


@provision("terms.listing.mandate", say.MANDATE, MANDATE)
def mandate(payout: Payout) -> PayoutCheck:
    """Sellers give the platform a mandate to receive what buyers pay, in their name and for their
    account (S4).  It covers what was collected from the day it was given and before the day it was
    revoked."""
    held, day = payout.mandate, payout.collected
    if held is None:
        met = [MandateFault.NONE_GIVEN]
    else:
        faults = {
            MandateFault.NOT_YET: day < held.given,
            MandateFault.REVOKED: held.revoked is not None and day >= held.revoked,
            MandateFault.OTHER_MARKET: payout.market not in held.markets,
        }
        met = [fault for fault, is_met in faults.items() if is_met]
    found = _MANDATE.found(met)
    return PayoutCheck(basis=(MANDATE,), because=(_MANDATE.breaks(found),), faults=found)


class Stage(Enum):
    """Where a seller stands."""

    AUDIT = "audit"
    PROBATION = "probation"
    ACTIVE = "active"
    WATCH = "watch"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """``feedback_good`` is the judgement on the probation (None: none yet), ``failures`` the rate
    of failing devices and ``most_failures`` what is accepted; ``watched`` says that the seller was
    under watch already.  ``cap`` is the number of devices that a probation allows."""

    audit_passed: bool
    cap: int
    sold: int
    feedback_good: bool | None
    failures: Rate
    most_failures: Rate
    watched: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StageDecision(Decision):
    """``left`` is how many more devices the seller may sell, None: as many as they like."""

    stage: Stage
    left: int | None


@provision("terms.listing.onboarding", say.ONBOARDING, ONBOARDING)
def onboarding(seller: Seller) -> StageDecision:
    """Audits first; then temporary access with a limited number of devices; permanent access after
    good feedback, as long as the failure rate stays low (S10).  Above the accepted rate a seller is
    watched, and suspended where the watch did not help (our policy)."""
    if not seller.audit_passed:
        return _stage(Stage.AUDIT, 0)
    if seller.feedback_good is None:
        return _stage(Stage.PROBATION, max(seller.cap - seller.sold, 0))
    if not seller.feedback_good:
        return _stage(Stage.SUSPENDED, 0)
    if seller.failures <= seller.most_failures:
        return _stage(Stage.ACTIVE, None)
    if not seller.watched:
        return _stage(Stage.WATCH, None)
    return _stage(Stage.SUSPENDED, 0)


def _stage(stage: Stage, left: int | None) -> StageDecision:
    reason = say.STAGES[stage.value]
    because = (reason(left=left),) if stage is Stage.PROBATION else (reason(),)
    return StageDecision(basis=(ONBOARDING,), because=because, stage=stage, left=left)


class Chosen(Enum):
    """How the seller of a mystery order was chosen."""

    RANDOM = "random"
    TARGETED = "targeted"


class MysteryFault(Enum):
    """What is wrong with a mystery order."""

    RECOGNISABLE = "recognisable"
    NOT_INSPECTED = "not_inspected"
    ONLY_TARGETED = "only_targeted"
    COUNTED = "counted"


_MYSTERY: Final = Checklist(
    say.MYSTERY,
    {
        MysteryFault.RECOGNISABLE: Item(say.RECOGNISABLE, MYSTERY),
        MysteryFault.NOT_INSPECTED: Item(say.NOT_INSPECTED, MYSTERY),
        MysteryFault.ONLY_TARGETED: Item(say.ONLY_TARGETED, MYSTERY),
        MysteryFault.COUNTED: Item(say.COUNTED, UNCOUNTED),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MysteryOrder:
    """One mystery order.

    ``recognisable`` says that the seller could tell it from a buyer's order; ``in_laboratory`` that
    the device went to the laboratory once it had come (None: it has not come yet); ``counted`` that
    it counts as a sale where sales make a rank.
    """

    chosen: Chosen
    recognisable: bool
    in_laboratory: bool | None
    counted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """The mystery orders of a while.  Raises Contradiction for none."""

    orders: tuple[MysteryOrder, ...]

    def __post_init__(self) -> None:
        if not self.orders:
            raise Contradiction("a campaign has an order at least", "orders")


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignCheck(Decision):
    faults: tuple[MysteryFault, ...]


@provision("terms.listing.mystery", say.MYSTERY, *_MYSTERY.basis)
def mystery(campaign: Campaign) -> CampaignCheck:
    """The operator orders anonymously on its own platform, sometimes at random and sometimes from
    sellers it has in mind, and has a laboratory look at the repair (S10).  Who could be recognised
    would not be anonymous, and an order that nobody meant to use does not raise a rank (our
    policy)."""
    orders = campaign.orders
    faults = {
        MysteryFault.RECOGNISABLE: any(each.recognisable for each in orders),
        MysteryFault.NOT_INSPECTED: any(each.in_laboratory is False for each in orders),
        MysteryFault.ONLY_TARGETED: all(each.chosen is Chosen.TARGETED for each in orders),
        MysteryFault.COUNTED: any(each.counted for each in orders),
    }
    found = _MYSTERY.found([fault for fault, met in faults.items() if met])
    return CampaignCheck(basis=_MYSTERY.basis, because=(_MYSTERY.breaks(found),), faults=found)
