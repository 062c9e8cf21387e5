"""To what the guarantee of conformity applies, and who is who (art. 1649bis).

Definitions that are no question of their own are said where they are used: functionality,
compatibility, interoperability and durability in `criteria`, free of charge in `performance`,
commercial guarantee and durable medium in `guarantee`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import scope_words as say
from reprise.law.provision import Basis, Because, Contradiction, Decision, provision


class Person(Enum):
    """What kind of person bought."""

    NATURAL = "natural"
    LEGAL = "legal"


class Contract(Enum):
    """What was agreed."""

    SALE = "sale"
    MADE_TO_ORDER = "made_to_order"  # supply of goods to be made or produced
    DIGITAL_SUPPLY = "digital_supply"  # digital content or a digital service, without a device
    OTHER = "other"


class Thing(Enum):
    """What was sold."""

    MOVABLE = "movable"  # any tangible movable object, used or new
    DIGITAL_ELEMENTS = "digital_elements"  # a movable that needs digital content or a service
    PACKED_UTILITY = "packed_utility"  # water, gas, electricity: limited volume, set quantity
    LOOSE_UTILITY = "loose_utility"  # the same from a network
    CARRIER = "carrier"  # serves only to carry digital content
    LIVE_ANIMAL = "live_animal"
    OTHER = "other"  # land, a right


_WITHOUT_A_DEVICE: Final = frozenset({Thing.CARRIER, Thing.OTHER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bargain:
    """Digital content or a service that is supplied with a device under its sale belongs to that
    sale (`be.conformity.digital`); a supply for itself is of no thing, or on a mere carrier.
    ``buyer_trades`` and ``seller_trades``: for purposes within a trade, business, craft or
    profession of their own; ``also_private``: the buyer has other purposes beside these.  A seller
    may be natural or legal, private or public."""

    buyer: Person
    buyer_trades: bool
    seller_trades: bool
    also_private: bool = False
    through_another: bool = False  # in the seller's name or on the seller's behalf
    contract: Contract = Contract.SALE
    thing: Thing = Thing.MOVABLE
    judicial_sale: bool = False  # on seizure or otherwise by order of a court

    def __post_init__(self) -> None:
        if self.also_private and not self.buyer_trades:
            raise Contradiction("beside those of a trade", "also_private", "buyer_trades")
        if self.contract is Contract.DIGITAL_SUPPLY and self.thing not in _WITHOUT_A_DEVICE:
            raise Contradiction(
                "digital content or a service comes under the sale of a device or without one",
                "contract",
                "thing",
            )


class Scope(Enum):
    """Whether the section applies; where not, the first thing that stands against it."""

    APPLIES = "applies"
    NO_CONSUMER = "no_consumer"
    NO_SELLER = "no_seller"
    NO_SALE = "no_sale"
    NO_CONSUMER_GOODS = "no_consumer_goods"
    DIGITAL_CONTRACT = "digital_contract"
    CARRIER = "carrier"
    JUDICIAL_SALE = "judicial_sale"
    LIVE_ANIMAL = "live_animal"


@dataclass(frozen=True, slots=True, kw_only=True)
class InScope(Decision):
    applies: bool
    outcome: Scope


@provision(
    "be.conformity.scope",
    say.SCOPE,
    art.SCOPE,
    art.DEFINITIONS,
    art.MIXED_PURPOSES,
    art.MADE_TO_ORDER,
    art.EXCLUDED,
)
def scope(facts: Bargain) -> InScope:
    """Sales of consumer goods between a consumer and a seller (art. 1649bis, § 2), the supply of
    goods to be made included; not digital supply alone, mere carriers of content, sales by order of
    a court or live animals.  Whether a buyer with purposes of both kinds is a consumer, § 1, 1°
    does not say; in doubt that buyer is."""
    for stands, outcome, reason, article in _against(facts):
        if stands:
            return InScope(basis=(article,), because=(reason,), applies=False, outcome=outcome)
    reasons = [say.MIXED() if facts.also_private else say.CONSUMER(), say.SELLER()]
    basis = [art.SCOPE, art.DEFINITIONS]
    if facts.also_private:
        basis.append(art.MIXED_PURPOSES)
    if facts.through_another:
        reasons.append(say.THROUGH_ANOTHER())
    if facts.contract is Contract.MADE_TO_ORDER:
        reasons.append(say.MADE())
        basis.append(art.MADE_TO_ORDER)
    else:
        reasons.append(say.SALE())
    return InScope(basis=tuple(basis), because=tuple(reasons), applies=True, outcome=Scope.APPLIES)


def _against(facts: Bargain) -> Iterator[tuple[bool, Scope, Because, Basis]]:
    """What can stand against it, in the order of the article."""
    who, what = art.DEFINITIONS, art.EXCLUDED
    thing, contract = facts.thing, facts.contract
    no_goods = thing in (Thing.LOOSE_UTILITY, Thing.OTHER)
    digital = contract is Contract.DIGITAL_SUPPLY
    yield facts.buyer is Person.LEGAL, Scope.NO_CONSUMER, say.LEGAL_PERSON(), who
    for_trade = facts.buyer_trades and not facts.also_private
    yield for_trade, Scope.NO_CONSUMER, say.BUYS_FOR_TRADE(), who
    yield not facts.seller_trades, Scope.NO_SELLER, say.PRIVATE_SELLER(), who
    yield contract is Contract.OTHER, Scope.NO_SALE, say.NO_SALE(), art.SCOPE
    yield digital, Scope.DIGITAL_CONTRACT, say.DIGITAL_CONTRACT(), what
    yield no_goods, Scope.NO_CONSUMER_GOODS, say.NOT_CONSUMER_GOODS(), who
    yield thing is Thing.CARRIER, Scope.CARRIER, say.CARRIER(), what
    yield facts.judicial_sale, Scope.JUDICIAL_SALE, say.JUDICIAL(), what
    yield thing is Thing.LIVE_ANIMAL, Scope.LIVE_ANIMAL, say.ANIMAL(), what


class DigitalKind(Enum):
    """What is digital about it (art. 1649bis, § 1, 5° and 6°)."""

    CONTENT = "content"  # data produced and supplied in digital form
    SERVICE = "service"  # lets the consumer create, process, store, reach or share such data


class InSale(Enum):
    """Whether the contract of sale includes it."""

    INCLUDED = "included"
    DOUBTFUL = "doubtful"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Digital:
    """Content or a service and the device: ``needed`` where it is built in or interconnected in
    such a way that the device could not perform its functions without it.  ``beside_needed``: it is
    built in or interconnected, and the device needs other content or another service in that way.
    """

    kind: DigitalKind
    needed: bool
    in_sale: InSale
    beside_needed: bool = False
    by_another: bool = False  # supplied by somebody else than the seller


@dataclass(frozen=True, slots=True, kw_only=True)
class DigitalPart(Decision):
    """Whether the device is a good with digital elements, and whether the seller answers for
    this content or service as for the device."""

    digital_elements: bool
    covered: bool


@provision(
    "be.conformity.digital",
    say.DIGITAL,
    art.DEFINITIONS,
    art.DIGITAL_IN_SALE,
    art.DIGITAL_BESIDE,
    art.EXCLUDED,
)
def digital(facts: Digital) -> DigitalPart:
    """Content or a service that is built in or interconnected and supplied with the device under
    the sale, by whomever (art. 1649bis, § 2, al. 2); in doubt it is part of the sale.

    Al. 2 asks that the device be a good with digital elements (§ 1, 4°, b), and not that each
    content in it be what makes it one; that is read as it stands, and marked as open.
    """
    kind = say.CONTENT() if facts.kind is DigitalKind.CONTENT else say.SERVICE()
    if not (facts.needed or facts.beside_needed):
        return DigitalPart(
            basis=(art.DEFINITIONS, art.EXCLUDED),
            because=(kind, say.NOT_NEEDED()),
            digital_elements=False,
            covered=False,
        )
    need, article = (
        (say.NEEDED, art.DIGITAL_IN_SALE)
        if facts.needed
        else (say.BESIDE_NEEDED, art.DIGITAL_BESIDE)
    )
    reasons = [kind, need(), _IN_SALE[facts.in_sale]()]
    covered = facts.in_sale is not InSale.EXCLUDED
    if covered and facts.by_another:
        reasons.append(say.BY_ANOTHER())
    return DigitalPart(
        basis=(art.DEFINITIONS, article),
        because=tuple(reasons),
        digital_elements=True,
        covered=covered,
    )


_IN_SALE = {
    InSale.INCLUDED: say.PART_OF_SALE,
    InSale.DOUBTFUL: say.DOUBT,
    InSale.EXCLUDED: say.NOT_PART,
}


class Role(Enum):
    """What makes a producer (art. 1649bis, § 1, 3°)."""

    MANUFACTURER = "manufacturer"
    IMPORTER = "importer"  # into the Union
    # presents themselves as producer by an own name, mark or other distinctive sign on the good
    OWN_SIGN = "own_sign"


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """What somebody did with the good; a refurbisher may present themselves as producer
    by a mark of their own on it."""

    roles: frozenset[Role]


@dataclass(frozen=True, slots=True, kw_only=True)
class Producer(Decision):
    producer: bool


@provision("be.conformity.producer", say.PRODUCER, art.DEFINITIONS)
def producer(facts: Maker) -> Producer:
    """The manufacturer, the importer into the Union, or who presents themselves as producer by a
    name, mark or sign on the good (art. 1649bis, § 1, 3°)."""
    roles = tuple(say.ROLES[each.value] for each in Role if each in facts.roles)
    reason = say.IS_PRODUCER(roles=roles) if roles else say.NO_PRODUCER()
    return Producer(basis=(art.DEFINITIONS,), because=(reason,), producer=bool(roles))
