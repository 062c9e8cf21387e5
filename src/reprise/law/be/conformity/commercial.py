"""What a commercial guarantee promises, and who promised it (art. 1649bis, § 1, 11°)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reprise.kernel.money import Money
from reprise.law.provision import Contradiction


class Service(Enum):
    """What a guarantor may promise (art. 1649bis, § 1, 11°)."""

    REFUND = "refund"
    REPLACEMENT = "replacement"
    REPAIR = "repair"
    OTHER = "other"  # any other service for the device


class Guarantor(Enum):
    """Who made the promise.

    A guarantor is the seller or a producer (11°): the manufacturer, the importer into the Union or
    whoever put an own name or mark on the device (3°).  A seller also acts through another, in the
    seller's name or on the seller's behalf (2°).  Seller and producer may promise together, and a
    seller may be a producer too; what each promises for itself is asked one by one.
    """

    SELLER = "seller"
    SELLERS_AGENT = "sellers_agent"
    PRODUCER = "producer"
    SELLER_AND_PRODUCER = "seller_and_producer"  # both, or one who is both
    OTHER = "other"  # an insurer, a platform, an operator, on their own account

    @property
    def bound(self) -> Guarantor | None:
        """Who is bound by it as by a commercial guarantee; None: nobody."""
        return {
            Guarantor.SELLER: Guarantor.SELLER,
            Guarantor.SELLERS_AGENT: Guarantor.SELLER,
            Guarantor.PRODUCER: Guarantor.PRODUCER,
            Guarantor.SELLER_AND_PRODUCER: Guarantor.SELLER_AND_PRODUCER,
        }.get(self)

    @property
    def produces(self) -> bool:
        """Whether a producer promised."""
        return self in (Guarantor.PRODUCER, Guarantor.SELLER_AND_PRODUCER)


class Advantage(Enum):
    """What a promise gives beside its months, each to the consumer's advantage."""

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
    """For how many months each service was promised on top of the law (0: not promised), and on
    what terms.

    When it is due, the statement or the advertising says: where the device lacks a specification,
    or on any other ground, conformity aside.  ``further`` holds advantages of any other kind, in
    the words of the promise.  ``excess`` is what the consumer pays each time, None where nothing is
    said of it; a statement that says nothing lets the consumer pay nothing.
    """

    refund: int = 0
    replacement: int = 0
    repair: int = 0
    other: int = 0
    advantages: frozenset[Advantage] = frozenset()
    further: frozenset[str] = frozenset()
    excess: Money | None = None

    def __post_init__(self) -> None:
        if min(self.refund, self.replacement, self.repair, self.other) < 0:
            names = ("refund", "replacement", "repair", "other")
            raise Contradiction("months are not below zero", *names)

    def months(self, service: Service) -> int:
        return {
            Service.REFUND: self.refund,
            Service.REPLACEMENT: self.replacement,
            Service.REPAIR: self.repair,
            Service.OTHER: self.other,
        }[service]

    @property
    def services(self) -> tuple[Service, ...]:
        return tuple(each for each in Service if self.months(each))

    @property
    def has_terms(self) -> bool:
        """Whether it says on what terms a service is given."""
        return bool(self.advantages or self.further) or self.excess is not None
