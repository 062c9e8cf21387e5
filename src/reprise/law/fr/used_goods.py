"""The register of used goods bought from people (Code pénal, articles 321-7 and R321-1 ff.)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.kernel.money import Money
from reprise.law.checklist import Checklist, Item
from reprise.law.fr import used_goods_words as say
from reprise.law.instruments import CODE_PENAL
from reprise.law.provision import Basis, Decision, Source, provision

REGISTER: Final = Basis(CODE_PENAL, "art. 321-7, R321-1", Source.SECONDARY)
PRISON_MONTHS: Final = 6
FINE: Final = Money(3_000_000, "EUR")


class Line(Enum):
    """What stands in the register, for each purchase, and what comes before the first."""

    DECLARED = "declared"
    SAME_DAY = "same_day"
    NAME = "name"
    CAPACITY = "capacity"
    ADDRESS = "address"
    DOCUMENT_TYPE = "document_type"
    DOCUMENT_NUMBER = "document_number"
    DOCUMENT_DATE = "document_date"
    DOCUMENT_AUTHORITY = "document_authority"
    DESCRIPTION = "description"
    SERIAL_NUMBERS = "serial_numbers"
    PRICE = "price"
    PAYMENT_METHOD = "payment_method"


_REGISTER: Final = Checklist(
    say.REGISTER, {line: Item(say.LINES[line.value], REGISTER) for line in Line}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """A used device that a professional buys in France, and what was written down of it.

    ``serial_numbered`` says that the device has a serial number.
    """

    from_individual: bool
    written: frozenset[Line]
    serial_numbered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterCheck(Decision):
    """``applies``: whether the purchase belongs into the register."""

    applies: bool
    missing: tuple[Line, ...]


@provision("fr.used_goods.register", say.REGISTER, REGISTER)
def register(purchase: Purchase) -> RegisterCheck:
    """Whoever buys used goods from people to sell them again is declared at the prefecture and
    writes down, day by day, from whom (name, capacity, address, and the kind, number, date and
    authority of the document of identity), what (description, serial numbers), for how much and how
    it was paid.  Six months of prison and 30,000 euros may follow."""
    if not purchase.from_individual:
        return RegisterCheck(
            basis=(REGISTER,), because=(say.NOT_FROM_PEOPLE(),), applies=False, missing=()
        )
    asked = _REGISTER if purchase.serial_numbered else _REGISTER.without(Line.SERIAL_NUMBERS)
    missing = asked.missing(purchase.written)
    risk = (say.RISK(months=PRISON_MONTHS, fine=FINE),) if missing else ()
    return RegisterCheck(
        basis=(REGISTER,), because=(asked.lacks(missing), *risk), applies=True, missing=missing
    )
