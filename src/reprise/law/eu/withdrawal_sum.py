"""How much comes back after a withdrawal, once it is known by which right.

What the directive takes off belongs to its own right: in the days that only the terms give, a
deduction has to stand in the terms.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reprise.kernel.money import Money
from reprise.law.eu import withdrawal_words as say
from reprise.law.eu.withdrawal import PERIOD, RETURN, Right
from reprise.law.eu.withdrawal_refund import PROMISED_REFUND, REPAY
from reprise.law.instruments import CRD, TERMS
from reprise.law.provision import Basis, Because, Decision, Source, provision

RETURN_COST: Final = Basis(TERMS, "", Source.TERMS, "S52")
RETURN_ADDED: Final = Basis(
    TERMS,
    "",
    Source.TERMS,
    "S52",
    open="who pays the return in the days that the terms add, where other terms leave it with the "
    "buyer: these put it on the seller",
)
VALUE_LOSS: Final = Basis(CRD, "art. 14(2)", Source.MEMORY)
DEDUCTION: Final = Basis(
    TERMS,
    "",
    Source.TERMS,
    "S53",
    open="how much other terms may deduct in the days that they add: these name no deduction",
)
DELIVERY: Final = Basis(
    TERMS,
    "",
    Source.TERMS,
    "S53",
    open="whether the refund of the product, in the days that the terms add, takes in its delivery",
)
FEE: Final = Basis(TERMS, "", Source.TERMS, "S6", open="whether all payments reach the fee")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """What the buyer paid for, all in one currency, and of what the buyer was informed: of the
    right, and that the return, or what it costs above a standard one, is the buyer's.

    ``outbound_owed`` is the delivery that the goods which the buyer keeps would have cost alone,
    zero where nothing of the contract is kept; ``outbound_before`` is what an earlier withdrawal
    from the same contract gave back of it (None: there was none).  ``service_fee`` is what would be
    left of the fee if anything of the whole order were kept, and ``order_left`` says whether it is.
    ``terms_deduct`` says that the terms deduct lost value in the days that they add to the law's.

    Raises ValueError for an amount below zero or of another currency.
    """

    right: Right
    told_right: bool
    told_return: bool
    goods: Money
    outbound_paid: Money
    outbound_standard: Money
    outbound_owed: Money
    return_paid: Money
    return_standard: Money
    return_on_buyer: bool
    value_lost: Money
    service_fee: Money
    order_left: bool
    terms_deduct: bool = False
    outbound_before: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum(Decision):
    """``total`` is what the buyer gets, by the means of payment of the order; the other amounts
    make it."""

    goods: Money
    outbound: Money
    return_cost: Money
    value_lost: Money
    service_fee: Money
    total: Money


@provision(
    "eu.withdrawal.sum",
    say.SUM,
    PERIOD,
    REPAY,
    VALUE_LOSS,
    RETURN,
    RETURN_COST,
    RETURN_ADDED,
    FEE,
    PROMISED_REFUND,
    DELIVERY,
    DEDUCTION,
)
def refund_sum(paid: Paid) -> Sum:
    """All that was paid, with the standard delivery (Directive 2011/83/EU, art. 13); less the value
    lost by handling beyond testing, where the buyer was informed of the right (art. 14(2)), and in
    the days that only the terms give less nothing but what they deduct themselves (S53).

    The return cost is the seller's where the terms say so, up to that of a standard return (S52),
    or, by the law's own right and whatever it was, where the buyer was not informed that it is the
    buyer's (art. 14(1)); the service fee comes back once nothing of the order is left (S6).  What
    was given back of the delivery is not given back again.

    All of it by the means of payment of the order (S53).  A notice without a right gives nothing
    back; the sum never goes below zero.
    """
    zero = Money.zero(paid.goods.currency)
    if paid.right is Right.NONE:
        return _nothing(zero)
    standard = min(paid.outbound_paid, paid.outbound_standard)
    kept = paid.outbound_owed + (paid.outbound_before or zero)
    outbound = max(standard - kept, zero)
    reasons = [say.GOODS_BACK(amount=paid.goods), say.OUTBOUND(amount=outbound)]
    if standard and kept:
        reasons.append(say.OUTBOUND_KEPT(standard=standard, kept=min(kept, standard)))
    basis = [REPAY] if paid.right is Right.STATUTORY else [PROMISED_REFUND]
    if outbound and paid.right is Right.PROMISED:
        basis.append(DELIVERY)
    return_cost, reason, rests_on = _return(paid)
    reasons.append(reason)
    basis.append(rests_on)
    value_lost = zero
    if paid.value_lost:
        value_lost, reason, rests_on = _value_lost(paid)
        reasons.append(reason)
        basis.append(rests_on)
    service_fee = zero if paid.order_left else paid.service_fee
    if service_fee:
        basis.append(FEE)
        reasons.append(say.SERVICE_FEE(amount=service_fee))
    reasons.append(say.SAME_MEANS())
    return Sum(
        basis=tuple(dict.fromkeys(basis)),
        because=tuple(reasons),
        goods=paid.goods,
        outbound=outbound,
        return_cost=return_cost,
        value_lost=value_lost,
        service_fee=service_fee,
        total=paid.goods + outbound + return_cost + service_fee - value_lost,
    )


def _nothing(zero: Money) -> Sum:
    return Sum(
        basis=(PERIOD, PROMISED_REFUND),
        because=(say.NO_RIGHT(),),
        goods=zero,
        outbound=zero,
        return_cost=zero,
        value_lost=zero,
        service_fee=zero,
        total=zero,
    )


def _return(paid: Paid) -> tuple[Money, Because, Basis]:
    """What the return costs the seller.  In the days that only the terms give art. 14(1) has no
    say: these terms put a standard return on the seller, and of other terms it is open."""
    by_law = paid.right is Right.STATUTORY
    rests_on = RETURN if by_law else RETURN_ADDED
    if not paid.told_return and (by_law or paid.return_on_buyer):
        return paid.return_paid, say.RETURN_UNTOLD(amount=paid.return_paid), rests_on
    if paid.return_on_buyer:
        return Money.zero(paid.goods.currency), say.RETURN_ON_BUYER(), rests_on
    capped = min(paid.return_paid, paid.return_standard)
    return capped, say.RETURN_PAID(amount=capped), RETURN_COST


def _value_lost(paid: Paid) -> tuple[Money, Because, Basis]:
    zero, lost = Money.zero(paid.goods.currency), min(paid.value_lost, paid.goods)
    if paid.right is Right.PROMISED:
        if not paid.terms_deduct:
            return zero, say.TERMS_NAME_NO_LOSS(), PROMISED_REFUND
        return lost, say.TERMS_DEDUCT(amount=lost), DEDUCTION
    if not paid.told_right:
        return zero, say.NO_VALUE_LOSS(), VALUE_LOSS
    return lost, say.VALUE_LOST(amount=lost), VALUE_LOSS
