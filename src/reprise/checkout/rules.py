"""Fees and quotes: pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from reprise.checkout.insurance.base import Policy
from reprise.kernel.money import Money
from reprise.kernel.rate import Rate


@dataclass(frozen=True, slots=True)
class Fees:
    """What the platform earns, from a day on: a flat fee an order (buyer), a rate (seller)."""

    since: date
    service_fee: dict[str, int]
    commission: Rate


# Newest first.  The operator's own figures; S6 and S7 say what they apply to.
FEES: Final[tuple[Fees, ...]] = (Fees(date(2026, 1, 1), {"EUR": 399}, Rate.percent("10")),)
# Version of the terms in force since a day, newest first (S42).  None is ever taken out: the orders
# that were placed under it lead to it.
TERMS: Final[tuple[tuple[date, str], ...]] = (
    (date(2026, 11, 27), "2026-11"),
    (date(2026, 1, 1), "2026-01"),
)


def fees_on(day: date) -> Fees:
    """The fees in force.  Raises LookupError before the first entry."""
    return next(fees for fees in FEES if fees.since <= day)


def terms_on(day: date) -> str:
    return next(version for since, version in TERMS if since <= day)


@dataclass(frozen=True, slots=True)
class TermsVersion:
    """A version of the terms; ``until`` is its last day, None: not replaced yet."""

    name: str
    since: date
    until: date | None


def terms_versions(day: date) -> tuple[TermsVersion, ...]:
    """Those that are or were in force on ``day``, the newest first."""
    begun = [(since, name) for since, name in TERMS if since <= day]
    ends = [None, *(since - timedelta(days=1) for since, _ in begun)]
    return tuple(
        TermsVersion(name, since, until) for (since, name), until in zip(begun, ends, strict=False)
    )


@dataclass(frozen=True, slots=True)
class Method:
    """One way in which a seller ships a parcel to a market: to the door, or to a point."""

    code: str
    carrier: str
    kind: str
    price: Money
    days_min: int
    days_max: int


def choose(methods: Sequence[Method], code: str) -> Method:
    """The method with this code; without one, the cheapest to the door, else the cheapest.

    ``methods`` are at least one, the cheapest first.
    """
    named = next((method for method in methods if method.code == code), None)
    home = next((method for method in methods if method.kind == "home"), methods[0])
    return named or home


@dataclass(frozen=True, slots=True)
class Model:
    """A product as a quote names and draws it; ``form`` is the name of its drawing."""

    slug: str
    name: str
    form: str


@dataclass(frozen=True, slots=True)
class Device:
    """A variant as a quote names and draws it; sizes in GB, names by language."""

    id: UUID
    product: Model
    slug: str
    storage_gb: int | None
    memory_gb: int | None
    colour: str
    colour_hex: str
    colour_names: dict[str, str]
    attributes: dict[str, Any]


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """``quantity`` devices of one offer at ``price`` each, ``levy`` of it for private copying.

    ``premium`` is what it costs to insure one, None when that cannot be had; ``insured`` are the
    numbers (from 1) of the devices for which the buyer said yes.
    """

    offer_id: UUID
    variant: Device
    grade: str
    title: str
    quantity: int
    price: Money
    seen: Money
    available: int
    levy: Money
    vat_scheme: str
    warranty_months: int
    promise: dict[str, Any]
    premium: Money | None = None
    insured: frozenset[int] = frozenset()

    @property
    def variant_id(self) -> UUID:
        return self.variant.id

    @property
    def total(self) -> Money:
        return self.price * self.quantity

    @property
    def insurance(self) -> Money:
        """What the insured devices of this line cost on top."""
        zero = Money.zero(self.price.currency)
        return (self.premium or zero) * len(self.insured)

    @property
    def short(self) -> bool:
        """True when fewer are left than wanted."""
        return self.available < self.quantity


@dataclass(frozen=True, slots=True)
class SellerQuote:
    """What one seller would ship, in one parcel, by the ``chosen`` one of its ``methods``, with
    the buyer on ``promised_by`` at the latest."""

    seller_id: UUID
    trader_id: UUID
    name: str
    slug: str
    town: str
    country: str
    is_operator: bool
    methods: tuple[Method, ...]
    chosen: Method
    promised_by: date
    lines: tuple[QuoteLine, ...]

    @property
    def shipping(self) -> Money:
        return self.chosen.price

    @property
    def levy(self) -> Money:
        """Contained in the prices of the lines."""
        return Money.total((line.levy * line.quantity for line in self.lines), self.currency)

    @property
    def currency(self) -> str:
        return self.chosen.price.currency

    @property
    def items(self) -> Money:
        return Money.total((line.total for line in self.lines), self.currency)

    def shares(self) -> list[Money]:
        """The shipping price divided over the devices, in the order of lines."""
        weights = [line.price.minor for line in self.lines for _ in range(line.quantity)]
        return self.shipping.split(weights)


@dataclass(frozen=True, slots=True)
class Quote:
    """The whole price of a basket now."""

    market: str
    currency: str
    sellers: tuple[SellerQuote, ...]
    service_fee: Money
    terms_version: str
    unavailable: tuple[str, ...] = ()
    policy: Policy | None = None

    @property
    def items(self) -> Money:
        return Money.total((seller.items for seller in self.sellers), self.currency)

    @property
    def shipping(self) -> Money:
        return Money.total((seller.shipping for seller in self.sellers), self.currency)

    @property
    def levy(self) -> Money:
        """The levy for private copying that the prices contain, without VAT."""
        return Money.total((seller.levy for seller in self.sellers), self.currency)

    @property
    def fee(self) -> Money:
        return self.service_fee if self.sellers else Money.zero(self.currency)

    @property
    def lines(self) -> list[QuoteLine]:
        return [line for seller in self.sellers for line in seller.lines]

    @property
    def insurable(self) -> list[QuoteLine]:
        return [line for line in self.lines if line.premium is not None]

    @property
    def insurance(self) -> Money:
        """The premiums of the devices that the buyer wants insured: the insurer's money."""
        return Money.total((line.insurance for line in self.lines), self.currency)

    @property
    def total(self) -> Money:
        return self.items + self.shipping + self.fee + self.insurance

    @property
    def empty(self) -> bool:
        return not self.sellers

    @property
    def short(self) -> bool:
        return any(line.short for seller in self.sellers for line in seller.lines)

    @property
    def fingerprint(self) -> str:
        """Changes when anything that the buyer agrees to changes."""
        facts: Sequence[Any] = [
            self.market,
            self.currency,
            self.total.minor,
            self.fee.minor,
            self.terms_version,
            [
                [
                    str(seller.seller_id),
                    seller.chosen.code,
                    seller.shipping.minor,
                    seller.chosen.days_max,
                    [
                        [
                            str(line.offer_id),
                            line.quantity,
                            line.price.minor,
                            line.vat_scheme,
                            line.warranty_months,
                            line.promise,
                            *self._insured(line),
                        ]
                        for line in seller.lines
                    ],
                ]
                for seller in self.sellers
            ],
        ]
        text = json.dumps(facts, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()[:32]

    def _insured(self, line: QuoteLine) -> list[Any]:
        """What is agreed of the insurance of a line; nothing where none is wanted."""
        if not line.insured or self.policy is None:
            return []
        return [len(line.insured), line.insurance.minor, self.policy.facts()]


def commission(price: Money, shipping: Money, rate: Rate) -> Money:
    """The commission of one device: the rate on price and shipping, tax included (S7).

    Rounded half up to the minor unit, for each line by itself.
    """
    return (price + shipping).share(rate)
