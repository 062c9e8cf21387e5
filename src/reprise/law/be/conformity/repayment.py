"""When the price is repaid after the end of the contract (art. 1649quinquies, § 7, al. 3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from reprise.kernel.money import Money
from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import second_stage_words as say
from reprise.law.calendars import Calendar
from reprise.law.provision import Decision, provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """What has become of the goods (None: not yet), by the consumer's calendar.

    ``ended``: the day on which the consumer's declaration was addressed to the seller.  The seller
    may have had the goods before, for a repair: ``goods_received`` is the day since which the
    seller has them.  ``price`` is what was paid for the goods that go back, less what
    `be.conformity.use` takes off.
    """

    calendar: Calendar
    ended: date
    price: Money
    return_cost: Money  # what the consumer paid to send them
    goods_received: date | None = None  # by the seller
    proof_received: date | None = None  # the consumer's proof of sending, by the seller


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaid(Decision):
    """``total`` is price and return cost; ``due`` the last second, where the consumer is, of the
    day on which it is to be paid, None: not due yet."""

    due: datetime | None
    total: Money


@provision(
    "be.conformity.refund",
    say.REFUND,
    art.TERMINATION,
    art.HELD_ALREADY,
    art.DUE_ON_RECEIPT,
    art.COST_REPAID,
)
def refund(facts: Returned) -> Repaid:
    """The goods go back at the seller's cost; where the consumer ends the contract, the price is
    repaid as soon as the seller receives the goods or the proof that they were sent
    (art. 1649quinquies, § 7, al. 3), so never before the contract ended.

    "As soon as" names no hour: the day is the article's, its last second is ours.  It sets no time
    for the return, and none for repaying its cost, which comes with the price here.
    """
    days = (facts.goods_received, facts.proof_received)
    event = min((each for each in days if each is not None), default=None)
    due = None if event is None else max(facts.ended, event)
    basis = [art.TERMINATION]
    if event is None:
        reasons = [say.AWAITED(amount=facts.price), say.NO_TIME_FOR_RETURN()]
    elif event < facts.ended:
        basis = [art.HELD_ALREADY]
        reasons = [say.AT_THE_END(event=event, ended=facts.ended, amount=facts.price)]
    else:
        reasons = [say.ON_RECEIPT(event=event, amount=facts.price)]
    if due is not None:
        basis.append(art.DUE_ON_RECEIPT)
        reasons.append(say.WITHIN_THE_DAY(due=due))
    if facts.return_cost:
        basis.append(art.COST_REPAID)
        reasons.append(say.RETURN_COST(amount=facts.return_cost))
    else:
        reasons.append(say.RETURN_AT_SELLERS())
    return Repaid(
        basis=tuple(basis),
        because=tuple(reasons),
        due=facts.calendar.end_if_any(due),
        total=facts.price + facts.return_cost,
    )
