"""What a seller pays the platform on a sale (S7)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from reprise.kernel.money import Money, half_up
from reprise.kernel.rate import Rate
from reprise.law.instruments import TERMS
from reprise.law.provision import Basis, Contradiction, Decision, Source, provision
from reprise.law.terms import fees_words as say

COMMISSION: Final = Basis(TERMS, "", Source.TERMS, "S7")
POLICY: Final = Basis(TERMS, "", Source.TERMS, "S7", open="the credit note is policy, not a term")


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
