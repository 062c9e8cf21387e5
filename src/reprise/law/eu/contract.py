"""What a buyer must be told before the contract, and how the whole price is put together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from reprise.kernel.money import Money
from reprise.law.amounts import together
from reprise.law.checklist import Checklist, Item
from reprise.law.eu import contract_words as say
from reprise.law.instruments import CRD, EMPCO_NOTICE, PLATFORM_RULES, TERMS
from reprise.law.provision import Basis, Decision, Source, provision

INFORM: Final = Basis(CRD, "", Source.MEMORY)
WHOLE_PRICE: Final = Basis(CRD, "art. 6(1)(e)", Source.MEMORY, "S6")
RANKING: Final = Basis(CRD, "art. 6a(1)(a)", Source.MEMORY, "S11")
TRADER: Final = Basis(CRD, "art. 6a", Source.MEMORY, "S1")
DUTIES: Final = Basis(CRD, "art. 6a(1)(d)", Source.MEMORY, "S1")
FUNCTION: Final = Basis(CRD, "art. 11a", Source.SECONDARY)
NOTICE: Final = Basis(EMPCO_NOTICE, "", Source.SECONDARY)
LEVY: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S33")
MEDIATOR: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S31")
FEE: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S6")
SHOWN_BEFORE: Final = Basis(TERMS, "", Source.TERMS, "S44")
INSURANCE: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S8")
CONSENT: Final = Basis(CRD, "art. 22", Source.MEMORY, "S8")


class Information(Enum):
    """What is told before the buyer is bound."""

    CHARACTERISTICS = "characteristics"
    SELLER = "seller"
    PRICE = "price"
    DELIVERY_COST = "delivery_cost"
    SERVICE_FEE = "service_fee"
    LEVY = "levy"
    PAYMENT_AND_DELIVERY = "payment_and_delivery"
    WITHDRAWAL = "withdrawal"
    MODEL_FORM = "model_form"
    RETURN_COST = "return_cost"
    WITHDRAWAL_FUNCTION = "withdrawal_function"
    LEGAL_GUARANTEE = "legal_guarantee"
    GUARANTEE_NOTICE = "guarantee_notice"
    COMMERCIAL_GUARANTEE = "commercial_guarantee"
    MEDIATOR = "mediator"
    RANKING = "ranking"
    TRADER = "trader"
    NO_CONSUMER_LAW = "no_consumer_law"
    DUTIES = "duties"


INFORMATION: Final = Checklist(
    say.INFORMATION,
    {
        Information.CHARACTERISTICS: Item(say.CHARACTERISTICS, INFORM),
        Information.SELLER: Item(say.SELLER, INFORM),
        Information.PRICE: Item(say.PRICE, WHOLE_PRICE),
        Information.DELIVERY_COST: Item(say.DELIVERY_COST, SHOWN_BEFORE),
        Information.SERVICE_FEE: Item(say.SERVICE_FEE, FEE),
        Information.LEVY: Item(say.LEVY, LEVY),
        Information.PAYMENT_AND_DELIVERY: Item(say.PAYMENT_AND_DELIVERY, INFORM),
        Information.WITHDRAWAL: Item(say.WITHDRAWAL, INFORM),
        Information.MODEL_FORM: Item(say.MODEL_FORM, INFORM),
        Information.RETURN_COST: Item(say.RETURN_COST, INFORM),
        Information.WITHDRAWAL_FUNCTION: Item(say.FUNCTION, FUNCTION, date(2026, 6, 19)),
        Information.LEGAL_GUARANTEE: Item(say.LEGAL_GUARANTEE, INFORM),
        Information.GUARANTEE_NOTICE: Item(say.NOTICE, NOTICE, date(2026, 9, 27)),
        Information.COMMERCIAL_GUARANTEE: Item(say.COMMERCIAL_GUARANTEE, INFORM),
        Information.MEDIATOR: Item(say.MEDIATOR, MEDIATOR),
        Information.RANKING: Item(say.RANKING, RANKING),
        Information.TRADER: Item(say.TRADER, TRADER),
        Information.NO_CONSUMER_LAW: Item(say.NO_CONSUMER_LAW, TRADER),
        Information.DUTIES: Item(say.DUTIES, DUTIES),
    },
)
_ON_A_PLATFORM: Final = (
    Information.RANKING,
    Information.TRADER,
    Information.NO_CONSUMER_LAW,
    Information.DUTIES,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a buyer was shown on ``day``, before ordering, and which lines apply to it."""

    day: date
    shown: frozenset[Information]
    on_a_platform: bool
    by_a_trader: bool
    service_fee: bool
    levy: bool
    return_on_buyer: bool
    commercial_guarantee: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Informed(Decision):
    missing: tuple[Information, ...]


@provision("eu.contract.information", say.INFORMATION, *INFORMATION.basis)
def information(offer: Offer) -> Informed:
    """Directive 2011/83/EU before the contract: the goods, the seller, the whole price, payment and
    delivery, the right of withdrawal with its model form, since 19 June 2026 the place of the
    withdrawal function (art. 11a), the legal guarantee, since 27 September 2026 with the harmonised
    notice; on a platform how offers are ranked, whether the other side says it is a trader, that
    consumer law does not apply where it is none, and who does what (art. 6a)."""
    spared = {
        Information.SERVICE_FEE: not offer.service_fee,
        Information.LEVY: not offer.levy,
        Information.RETURN_COST: not offer.return_on_buyer,
        Information.COMMERCIAL_GUARANTEE: not offer.commercial_guarantee,
        Information.NO_CONSUMER_LAW: offer.by_a_trader,
    }
    asked = INFORMATION.on(offer.day).without(*[line for line, free in spared.items() if free])
    if not offer.on_a_platform:
        asked = asked.without(*_ON_A_PLATFORM)
    missing = asked.missing(offer.shown)
    return Informed(basis=asked.basis, because=(asked.lacks(missing),), missing=missing)


class Extra(Enum):
    """How an insurance came into the basket."""

    NOT_TAKEN = "not_taken"
    CHOSEN = "chosen"
    PRE_TICKED = "pre_ticked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The price as the buyer saw it just before ordering, in one currency.

    ``goods`` is with all taxes where ``taxes_included``; ``charged`` is what was taken in the end.

    Raises ValueError for amounts below zero or of several currencies.
    """

    goods: Money
    taxes_included: bool
    delivery: Money
    delivery_shown: bool
    service_fee: Money
    service_fee_shown: bool
    levies: Money
    insurance: Money
    insured: Extra
    total_shown: Money
    charged: Money

    def __post_init__(self) -> None:
        parts = ("goods", "delivery", "service_fee", "levies", "insurance")
        names = (*parts, "total_shown", "charged")
        together(**{name: getattr(self, name) for name in names})


class QuoteFault(Enum):
    """What is wrong with a price."""

    TAXES_LEFT_OUT = "taxes_left_out"
    DELIVERY_NOT_SHOWN = "delivery_not_shown"
    FEE_NOT_SHOWN = "fee_not_shown"
    PRE_TICKED = "pre_ticked"
    TOTAL_DIFFERS = "total_differs"
    CHARGED_MORE = "charged_more"


_QUOTE: Final = Checklist(
    say.QUOTE,
    {
        QuoteFault.TAXES_LEFT_OUT: Item(say.TAXES_LEFT_OUT, SHOWN_BEFORE),
        QuoteFault.DELIVERY_NOT_SHOWN: Item(say.DELIVERY_NOT_SHOWN, SHOWN_BEFORE),
        QuoteFault.FEE_NOT_SHOWN: Item(say.FEE_NOT_SHOWN, FEE),
        QuoteFault.PRE_TICKED: Item(say.PRE_TICKED, INSURANCE),
        QuoteFault.TOTAL_DIFFERS: Item(say.TOTAL_DIFFERS, WHOLE_PRICE),
        QuoteFault.CHARGED_MORE: Item(say.CHARGED_MORE, SHOWN_BEFORE),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteCheck(Decision):
    """``total`` is what the parts make, without an extra that nobody chose; ``give_back`` what was
    charged for such an extra."""

    total: Money
    faults: tuple[QuoteFault, ...]
    give_back: Money


@provision("eu.contract.quote", say.QUOTE, *_QUOTE.basis, CONSENT)
def quote(facts: Quote) -> QuoteCheck:
    """The price holds all taxes and not the delivery, whose cost is shown before the order; the
    price at the time of purchase is charged (S44).  The service fee is shown, by itself, before the
    order (S6); the total is the sum of its parts (Directive 2011/83/EU, art. 6(1)(e)).  An
    insurance is chosen by the buyer: one that was ticked beforehand is paid back (art. 22)."""
    nothing = Money.zero(facts.goods.currency)
    premium = facts.insurance if facts.insured is Extra.CHOSEN else nothing
    total = facts.goods + facts.delivery + facts.service_fee + facts.levies + premium
    ticked = facts.insured is Extra.PRE_TICKED
    faults = {
        QuoteFault.TAXES_LEFT_OUT: not facts.taxes_included,
        QuoteFault.DELIVERY_NOT_SHOWN: not facts.delivery_shown,
        QuoteFault.FEE_NOT_SHOWN: bool(facts.service_fee) and not facts.service_fee_shown,
        QuoteFault.PRE_TICKED: ticked,
        QuoteFault.TOTAL_DIFFERS: facts.total_shown != total,
        QuoteFault.CHARGED_MORE: facts.charged > facts.total_shown,
    }
    found = _QUOTE.found([fault for fault, met in faults.items() if met])
    give_back = facts.insurance if ticked else nothing
    reasons = [_QUOTE.breaks(found), say.PARTS(total=total)]
    if give_back:
        reasons.append(say.GIVE_BACK(amount=give_back))
    return QuoteCheck(
        basis=(*_QUOTE.basis, *((CONSENT,) if ticked else ())),
        because=tuple(reasons),
        total=total,
        faults=found,
        give_back=give_back,
    )
