"""Until when an order's personal data is kept: facts in, decision out (decision 0034).

One function, shown to the person and applied alike.  The periods are French law, for an operator
established in France; for buyers elsewhere they are the operator's rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

from reprise.kernel.money import Money
from reprise.law.calendars import Calendar, plus_months
from reprise.law.eu.records import Retention
from reprise.law.fr.personal_data import CONTRACT as LARGE
from reprise.law.fr.personal_data import Kept, Kind, retention
from reprise.law.guarantee.period import length
from reprise.law.guarantee.questions import Goods
from reprise.law.guarantee.sale import Sale
from reprise.law.instruments import GDPR
from reprise.law.provision import Basis, Sentence, Source
from reprise.law.registry import UnknownProvision, guarantee_of
from reprise.privacy import grounds
from reprise.privacy import words as say

FRENCH: Final = grounds.FRENCH
# Where no term is fixed, or no law was read: the directive's two years.
GUARANTEE_MONTHS: Final = 24
# By then money that comes late has been asked about, and a refund is with the buyer.
SETTLES: Final = timedelta(days=30)
DISPUTE_MONTHS: Final = 13

NO_LONGER: Final = Basis(GDPR, "art. 5(1)(e)", Source.MEMORY)
DISPUTES: Final = Basis(
    Sentence.same("Code monétaire et financier"),
    "art. L133-24",
    Source.MEMORY,
    open="how long a buyer can dispute a payment that was never collected",
)
PROMISED: Final = grounds.CONTRACT


class Busy(Enum):
    """Why an order is not touched yet, whoever asks."""

    LINE = "line"  # a device is neither delivered nor called off
    PAYMENT = "payment"  # an attempt may still be paid, or its money is held
    MONEY = "money"  # what was collected is neither earned nor paid back
    INSTRUCTION = "instruction"  # the provider has not answered, or has refused a refund
    REFUND = "refund"  # money is on its way back
    PARCEL = "parcel"  # it is neither delivered nor returned
    DOUBT = "doubt"  # its carrier speaks of another parcel, and nobody has vouched for this one
    LETTER = "letter"  # the buyer has not been sent what was written


class Then(Enum):
    """What becomes of the contact when its time is over."""

    ERASED = "erased"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """A device that the buyer has.  ``cover_months``: of its insurance, 0 for none."""

    on: date
    warranty_months: int
    cover_months: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """What was agreed with one seller: its total as concluded, and what was delivered of it."""

    total: Money
    delivered: tuple[Delivered, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFacts:
    """An order; days are those of its market.  ``country`` is the buyer's (ISO code).

    ``told`` is when the buyer had the words on the right to withdraw; None: never.
    ``let_go`` is when money that had been held was let go without being collected, ``refunded``
    when the last of what had been collected went back; None: never.
    """

    country: str
    concluded: date
    last_step: date
    contracts: tuple[Contract, ...]
    let_go: date | None = None
    refunded: date | None = None
    told: date | None = None
    busy: frozenset[Busy] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptUntil:
    """``active`` is the last day in the active store and ``archived`` the last day in the archive;
    both None while the order is busy, ``archived`` None where nothing is archived."""

    active: date | None
    archived: date | None
    basis: tuple[Basis, ...]
    because: tuple[Sentence, ...]
    busy: frozenset[Busy] = frozenset()

    @property
    def then(self) -> Then | None:
        """What follows on ``active``; None while the order is busy."""
        if self.active is None:
            return None
        return Then.ERASED if self.archived is None else Then.ARCHIVED

    def is_over(self, today: date) -> bool:
        """Whether the contact has to leave the active store."""
        return self.active is not None and today > self.active


def kept_until(order: OrderFacts) -> KeptUntil:
    """Until when name and address of an order are kept, and what becomes of them then."""
    if order.busy:
        return KeptUntil(active=None, archived=None, basis=(), because=(say.BUSY,), busy=order.busy)
    if any(contract.delivered for contract in order.contracts):
        return _delivered(order)
    if order.refunded is not None:
        proof = retention(Kept(kind=Kind.EVIDENCE, event=order.refunded))
        return _archived(order, order.refunded + SETTLES, [proof], (NO_LONGER,), say.REFUNDED)
    if order.let_go is not None:
        return KeptUntil(
            active=plus_months(order.let_go, DISPUTE_MONTHS),
            archived=None,
            basis=(DISPUTES, grounds.INTEREST),
            because=(say.LET_GO,),
        )
    return KeptUntil(
        active=order.last_step + SETTLES,
        archived=None,
        basis=(NO_LONGER,),
        because=(say.NEVER_HELD,),
    )


def _delivered(order: OrderFacts) -> KeptUntil:
    """While anything that was promised of a device runs; then as long as a contract is proved."""
    devices = [each for contract in order.contracts for each in contract.delivered]
    ends = [_guaranteed(order, device) for device in devices]
    ends += [
        plus_months(device.on, months)
        for device in devices
        for months in (device.warranty_months, device.cover_months)
    ]
    proofs = [_proof(order.country, each) for each in order.contracts if each.delivered]
    basis = (*_guarantee_basis(order.country), PROMISED)
    return _archived(order, max(ends), proofs, basis, say.GUARANTEED)


def _archived(
    order: OrderFacts,
    active: date,
    proofs: list[Retention],
    basis: tuple[Basis, ...],
    because: Sentence,
) -> KeptUntil:
    """Archived as long as it has to be, and not at all where the active store has kept it as long
    already."""
    last = max(proofs, key=lambda proof: proof.at_least or date.min)
    if last.at_least is None or last.at_least <= active:
        return KeptUntil(active=active, archived=None, basis=basis, because=(because,))
    large = LARGE in last.basis
    return KeptUntil(
        active=active,
        archived=last.at_least,
        basis=(*basis, *last.basis, grounds.of_proof(order.country, large=large)),
        because=(because, _proof_said(order.country, large)),
    )


def _proof_said(country: str, large: bool) -> Sentence:
    if large:
        return say.CONTRACT
    return say.EVIDENCE if country == FRENCH else say.OWN_RULE


def _guaranteed(order: OrderFacts, device: Delivered) -> date:
    """The last day of the legal guarantee of a device."""
    try:
        law = guarantee_of(order.country)
    except UnknownProvision:
        return plus_months(device.on, GUARANTEE_MONTHS)
    sale = Sale(
        calendar=Calendar(order.country),
        goods=Goods.REFURBISHED,
        concluded=order.concluded,
        delivered=device.on,
    )
    return length(law, sale).until or plus_months(device.on, GUARANTEE_MONTHS)


def _guarantee_basis(country: str) -> tuple[Basis, ...]:
    try:
        return (guarantee_of(country).period.basis,)
    except UnknownProvision:
        return ()


def _proof(country: str, contract: Contract) -> Retention:
    """How long a contract is proved: in France ten years for a large one, else five."""
    last = max(device.on for device in contract.delivered)
    if country == FRENCH:
        whole = retention(Kept(kind=Kind.CONTRACT, event=last, worth=contract.total))
        if whole.at_least is not None:
            return whole
    return retention(Kept(kind=Kind.EVIDENCE, event=last))
