"""What a seller pays the platform (S7), and a buyer for its service (S6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from reprise.kernel.money import Money, half_up
from reprise.kernel.rate import Rate
from reprise.law.calendars import plus_months
from reprise.law.instruments import PLATFORM_RULES, TERMS
from reprise.law.provision import (
    Basis,
    Because,
    Contradiction,
    Dated,
    Decision,
    Source,
    in_force,
    provision,
)
from reprise.law.terms import fees_words as say

COMMISSION: Final = Basis(TERMS, "", Source.TERMS, "S7")
POLICY: Final = Basis(TERMS, "", Source.TERMS, "S7", open="the credit note is policy, not a term")
MONTHLY: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S7")
PART_MONTH: Final = Basis(
    PLATFORM_RULES,
    "",
    Source.TERMS,
    "S7",
    open="that a month begun is due whole, and that a changed sum counts from the next, is policy",
)
SERVICE: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S6")
SERVICE_BACK: Final = Basis(
    PLATFORM_RULES,
    "",
    Source.TERMS,
    "S6",
    open="that the fee goes back with the whole order, and only then, is policy",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    """One order line: the item and its delivery, both with VAT."""

    price: Money
    shipping: Money
    rate: Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Commission(Decision):
    base: Money
    commission: Money


@provision("terms.fees.commission", say.COMMISSION, COMMISSION)
def commission(transaction: Transaction) -> Commission:
    """A rate of the price and the delivery, VAT included, rounded half up a line."""
    base = transaction.price + transaction.shipping
    amount = base.share(transaction.rate)
    return Commission(
        basis=(COMMISSION,),
        because=(say.SHARE(rate=transaction.rate, base=base, commission=amount),),
        base=base,
        commission=amount,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Refunded:
    """A line's base and commission, and how much of the base goes back to the buyer in all.

    Raises ValueError where more goes back than was paid, or nothing was paid.
    """

    base: Money
    commission: Money
    refunded: Money

    def __post_init__(self) -> None:
        if not Money.zero(self.base.currency) <= self.refunded <= self.base or not self.base:
            raise Contradiction("a refund is between nothing and what was paid", "refunded", "base")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit(Decision):
    credit: Money


@provision("terms.fees.credit", say.CREDIT, POLICY)
def commission_credit(facts: Refunded) -> Credit:
    """The same share of the commission as of the base, rounded half up; all of it for all."""
    share = Fraction(facts.refunded.minor, facts.base.minor)
    credit = Money(half_up(facts.commission.minor * share), facts.base.currency)
    return Credit(
        basis=(POLICY,),
        because=(
            say.GIVEN_BACK(
                refunded=facts.refunded,
                base=facts.base,
                credit=credit,
                commission=facts.commission,
            ),
        ),
        credit=credit,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariff:
    """What a seller was told to pay from ``since`` on: a flat sum a month, and a rate of each
    transaction."""

    since: date
    monthly: Money
    rate: Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """A transaction; ``confirmed`` is the day on which the seller confirmed it, None: never."""

    confirmed: date | None
    price: Money
    shipping: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """One calendar month of a seller, in one currency: ``first`` is its first day, ``joined`` and
    ``left`` the first and the last day of the seller's contract, ``tariffs`` the oldest first.
    ``credits`` is the commission given back in this month.

    Raises ValueError where ``first`` is not the first of a month.
    """

    first: date
    joined: date
    left: date | None
    tariffs: tuple[Tariff, ...]
    sales: tuple[Sale, ...]
    credits: Money

    def __post_init__(self) -> None:
        if self.first.day != 1:
            raise Contradiction(f"a month begins on its first day, not on {self.first}", "first")

    @property
    def last(self) -> date:
        return plus_months(self.first, 1) - timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due(Decision):
    """``total`` is the flat sum and the commission less what is given back; below zero the platform
    owes it to the seller."""

    flat: Money
    commission: Money
    total: Money


@provision("terms.fees.month", say.MONTH, MONTHLY, PART_MONTH, COMMISSION)
def month(facts: Month) -> Due:
    """A flat sum a month, whatever is sold, and a fixed rate of each transaction that was
    confirmed, by the tariff of the day (S7).  The flat sum is due whole for each month in which the
    contract lasted a day, by the tariff of the first of these days (our policy).

    Raises NotInForce where no tariff was in force.
    """
    rows = tuple(Dated(each.since, each, MONTHLY) for each in facts.tariffs)
    shares = _shares(facts, rows)
    fee = Money.total(shares, facts.credits.currency)
    flat, basis = _flat(facts, rows)
    total = flat + fee - facts.credits
    said = say.FLAT(flat=flat, month=facts.first) if flat else say.NO_FLAT_SUM()
    sold = say.SOLD(count=len(shares), commission=fee, credits=facts.credits, total=total)
    return Due(
        basis=(basis, COMMISSION),
        because=(said, sold),
        flat=flat,
        commission=fee,
        total=total,
    )


def _shares(facts: Month, rows: tuple[Dated[Tariff], ...]) -> list[Money]:
    """The commission on each transaction confirmed in the month, rounded by itself."""
    return [
        commission(
            Transaction(
                price=each.price,
                shipping=each.shipping,
                rate=in_force(rows, each.confirmed).value.rate,
            )
        ).commission
        for each in facts.sales
        if each.confirmed is not None and facts.first <= each.confirmed <= facts.last
    ]


def _flat(facts: Month, rows: tuple[Dated[Tariff], ...]) -> tuple[Money, Basis]:
    """The flat sum, and what it rests on: policy where only a part of the month had it."""
    began = max(facts.first, facts.joined)
    ended = min(facts.last, facts.left or facts.last)
    if began > ended:
        return Money.zero(facts.credits.currency), MONTHLY
    changed = any(began < each.since <= ended for each in facts.tariffs)
    whole = (began, ended) == (facts.first, facts.last) and not changed
    return in_force(rows, began).value.monthly, MONTHLY if whole else PART_MONTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A buyer's service fee for an order of ``units`` devices, of which ``undone`` were withdrawn
    from, refused, or came back at the end of their contract; ``shown`` says that its exact amount
    stood there before the buyer confirmed the order.

    Raises ValueError where more is undone than was ordered, or nothing was ordered.
    """

    fee: Money
    shown: bool
    units: int
    undone: int

    def __post_init__(self) -> None:
        if not 0 <= self.undone <= self.units or not self.units:
            raise Contradiction("no more is undone than was ordered", "units", "undone")


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFee(Decision):
    """``owed`` is what the platform may keep, ``give_back`` the rest."""

    owed: Money
    give_back: Money


@provision("terms.fees.service", say.SERVICE, SERVICE, SERVICE_BACK)
def service(facts: Service) -> ServiceFee:
    """The buyer pays the platform a service fee whose exact amount is shown before the order is
    confirmed; one that was not shown is not owed (S6).  It goes back with the whole order (our
    policy)."""
    nothing = Money.zero(facts.fee.currency)
    if not facts.shown:
        return _fee(SERVICE, nothing, facts.fee, say.NOT_SHOWN(fee=facts.fee))
    if not facts.undone:
        return _fee(SERVICE, facts.fee, nothing, say.FEE_OWED(fee=facts.fee))
    if facts.undone < facts.units:
        reason = say.FEE_STAYS(fee=facts.fee, undone=facts.undone, units=facts.units)
        return _fee(SERVICE_BACK, facts.fee, nothing, reason)
    return _fee(SERVICE_BACK, nothing, facts.fee, say.FEE_BACK(fee=facts.fee))


def _fee(basis: Basis, owed: Money, back: Money, reason: Because) -> ServiceFee:
    return ServiceFee(basis=(basis,), because=(reason,), owed=owed, give_back=back)
