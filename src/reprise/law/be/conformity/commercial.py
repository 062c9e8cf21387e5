"""What a commercial guarantee promises, and who promised it (art. 1649bis, § 1, 11°)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reprise.kernel.money import Money
from reprise.law.durations import Duration


class Service(Enum):
    """What a guarantor may promise (art. 1649bis, § 1, 11°)."""

    REFUND = "refund"
    REPLACEMENT = "replacement"
    REPAIR = "repair"
    OTHER = "other"  # any other service for the device


class Guarantor(Enum):
    """Who made the promise.

    A guarantor is the seller or a producer (11°): the manufacturer, the importer into the Union or
    whoever presents themselves as producer by an own name or mark on the device (3°).  A
    seller also acts through another, in the seller's name or on the seller's behalf (2°), and may
    be a producer itself, as one who sells under an own mark.  A seller and a producer may promise
    together; what each promises for itself is asked one by one.
    """

    SELLER = "seller"
    SELLERS_AGENT = "sellers_agent"
    PRODUCER = "producer"
    PRODUCING_SELLER = "producing_seller"  # one who is both
    SELLER_AND_PRODUCER = "seller_and_producer"  # two who promise together
    OTHER = "other"  # an insurer, a platform, an operator, on their own account

    @property
    def bound(self) -> Guarantor | None:
        """Who is bound by it as by a commercial guarantee; None: nobody."""
        return {
            Guarantor.SELLER: Guarantor.SELLER,
            Guarantor.SELLERS_AGENT: Guarantor.SELLER,
            Guarantor.PRODUCER: Guarantor.PRODUCER,
            Guarantor.PRODUCING_SELLER: Guarantor.PRODUCING_SELLER,
            Guarantor.SELLER_AND_PRODUCER: Guarantor.SELLER_AND_PRODUCER,
        }.get(self)

    @property
    def produces(self) -> bool:
        """Whether a producer promised."""
        return self.produces_alone or self is Guarantor.SELLER_AND_PRODUCER

    @property
    def produces_alone(self) -> bool:
        """Whether whoever promised is a producer, without a seller who is none."""
        return self in (Guarantor.PRODUCER, Guarantor.PRODUCING_SELLER)


class Advantage(Enum):
    """What a promise gives beside its time, each to the consumer's advantage."""

    ACCIDENTS = "accidents"  # covers what the consumer broke
    WEAR = "wear"  # covers a battery, or another part that wears out
    CARRIAGE = "carriage"  # pays travel, or sending to and fro
    AT_HOME = "at_home"  # comes to the consumer
    LOAN = "loan"  # lends a device meanwhile
    ABROAD = "abroad"  # holds in other countries
    NEXT_OWNER = "next_owner"  # goes with the device
    NO_REGISTRATION = "no_registration"  # holds without a form or a receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """For how long each service was promised on top of the law (None: not promised), and on what
    terms.

    When it is due, the statement or the advertising says: where the device lacks a specification,
    or on any other ground, conformity aside.  ``further`` holds advantages of any other kind, in
    the words of the promise.  ``excess`` is what the consumer pays each time, None where nothing is
    said of it; a statement that says nothing lets the consumer pay nothing, and so, in doubt, does
    advertising.  ``durability`` is for how long it says that the device keeps its functions and
    performance (12°).
    """

    refund: Duration | None = None
    replacement: Duration | None = None
    repair: Duration | None = None
    other: Duration | None = None
    advantages: frozenset[Advantage] = frozenset()
    further: frozenset[str] = frozenset()
    excess: Money | None = None
    durability: Duration | None = None

    def lasts(self, service: Service) -> Duration | None:
        return {
            Service.REFUND: self.refund,
            Service.REPLACEMENT: self.replacement,
            Service.REPAIR: self.repair,
            Service.OTHER: self.other,
        }[service]

    @property
    def services(self) -> tuple[tuple[Service, Duration], ...]:
        """What was promised, each with its time."""
        found = ((each, self.lasts(each)) for each in Service)
        return tuple((each, lasts) for each, lasts in found if lasts is not None)

    @property
    def empty(self) -> bool:
        """Whether it neither promises a service nor says how long the device lasts."""
        return not self.services and self.durability is None

    @property
    def has_terms(self) -> bool:
        """Whether it says on what terms a service is given."""
        return bool(self.advantages or self.further) or self.excess is not None
