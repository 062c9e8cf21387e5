"""What an insurer offers, in our words: data, no call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from reprise.kernel.money import Money


@dataclass(frozen=True, slots=True)
class Tariff:
    """One version of a product's terms and premiums, from ``since`` on.

    ``months`` count from the delivery.  ``perils`` are codes of what is covered.  ``excess`` is
    what the insured bears of each claim.  ``bands``: (price of the device up to and including,
    premium once, all taxes included), rising; a dearer device is not insured.  Amounts are minor
    units.
    """

    since: date
    version: str
    currency: str
    months: int
    perils: tuple[str, ...]
    excess: int
    bands: tuple[tuple[int, int], ...]

    def premium(self, price: Money) -> Money | None:
        """What it costs to insure a device of this price; None when it is not insured."""
        if price.currency != self.currency:
            return None
        for bound, premium in self.bands:
            if price.minor <= bound:
                return Money(premium, self.currency)
        return None


@dataclass(frozen=True, slots=True)
class Product:
    """What is offered in one market.

    ``languages`` are those of the insurer's information; ``document`` is its address, with
    ``{language}`` where the language stands.  ``tariffs``: the newest first.
    """

    code: str
    languages: tuple[str, ...]
    document: str
    tariffs: tuple[Tariff, ...]


@dataclass(frozen=True, slots=True)
class Insurer:
    """Who insures, in law, and its product in each market by the market's code.

    A ``demonstration`` insures nothing.  Raises ValueError for a real insurer without an
    information document.
    """

    code: str
    name: str
    legal_name: str
    address: str
    email: str
    phone: str
    register: str
    register_number: str
    supervisor: str
    demonstration: bool
    products: Mapping[str, Product]

    def __post_init__(self) -> None:
        if not self.demonstration and not all(each.document for each in self.products.values()):
            raise ValueError(f"{self.code}: an insurer informs by a document")


@dataclass(frozen=True, slots=True)
class Policy:
    """What one insurer offers in one market on one day, in one language."""

    insurer: Insurer
    product: Product
    tariff: Tariff
    language: str

    @property
    def document(self) -> str:
        """The address of the information document; empty for a demonstration."""
        return self.product.document.format(language=self.language)

    @property
    def excess(self) -> Money:
        return Money(self.tariff.excess, self.tariff.currency)

    @property
    def bands(self) -> list[tuple[Money, Money]]:
        """Price of the device up to and including, and the premium, rising."""
        currency = self.tariff.currency
        return [(Money(bound, currency), Money(due, currency)) for bound, due in self.tariff.bands]

    def premium(self, price: Money) -> Money | None:
        """What it costs to insure a device of this price; None when it is not insured."""
        return self.tariff.premium(price)

    def facts(self) -> dict[str, Any]:
        """All that is agreed but the premium, as an order keeps it: nothing is looked up later."""
        who = self.insurer
        return {
            "insurer": who.code,
            "name": who.name,
            "legal_name": who.legal_name,
            "address": who.address,
            "email": who.email,
            "phone": who.phone,
            "register": who.register,
            "register_number": who.register_number,
            "supervisor": who.supervisor,
            "demonstration": who.demonstration,
            "product": self.product.code,
            "version": self.tariff.version,
            "months": self.tariff.months,
            "perils": list(self.tariff.perils),
            "excess": self.tariff.excess,
            "document": self.document,
        }
