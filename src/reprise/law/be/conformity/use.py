"""What may be taken off a refund for the use of a device (art. 1649quinquies, § 7, last al.)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from reprise.kernel.money import Money, down
from reprise.kernel.rate import Rate
from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import second_stage_words as say
from reprise.law.calendars import plus_months
from reprise.law.provision import (
    Basis,
    Because,
    Contradiction,
    Decision,
    provision,
)


class Paying(Enum):
    """What the use would be set against."""

    TERMINATION = "termination"
    REDUCTION = "reduction"
    REPLACEMENT = "replacement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """``refund`` is what is given back before use: the price paid, or of a reduced one what
    `be.conformity.reduction` gives back.

    ``declared`` is the day of the consumer's declaration: that the contract ends, or that the price
    is to be reduced; ``given_back`` that on which the device left the consumer for good, None:
    it has not.  ``out_of_use`` counts the days until then on which the device could not serve as it
    should: at the seller's, or broken.  ``expected_months`` is how long such a device, bought in
    that state, can be expected to serve.  ``replaced``: the day on which the device that counts now
    was delivered in place of a first one; None: it is the first one.
    """

    paying: Paying
    claimed: bool  # by the seller
    refund: Money
    delivered: date
    declared: date
    given_back: date | None = None
    out_of_use: int = 0
    expected_months: int
    replaced: date | None = None

    def __post_init__(self) -> None:
        if self.expected_months < 1:
            raise Contradiction("at least one", "expected_months")
        for name, day in (("declared", self.declared), ("given_back", self.given_back)):
            if day is not None and day < self.delivered:
                raise Contradiction("not before the delivery", name, "delivered")
        if self.replaced is not None and not self.delivered <= self.replaced <= self.until:
            raise Contradiction(
                "replaced after the delivery and before the use ends", "replaced", "declared"
            )
        if self.out_of_use < 0:
            raise Contradiction("not below zero", "out_of_use")

    @property
    def until(self) -> date:
        """The last day whose use counts, in doubt for the consumer the earlier one."""
        return min(self.declared, self.given_back or self.declared)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deducted(Decision):
    """``months`` are full months of conforming use; ``left`` is the refund after the deduction."""

    months: int
    deduction: Money
    left: Money


@provision("be.conformity.use", say.USE, art.USE, art.USED_UP, art.USE_NOT_CLAIMED, art.PERFORMANCE)
def use(facts: Used) -> Deducted:
    """A refund on termination or price reduction may be reduced for the conforming use since
    delivery (art. 1649quinquies, § 7, last al.); never where the device is replaced (§ 3, al. 4).
    Where the contract fails after a replacement, the use of the first device stays free, and what
    counts is the use of the second since its own delivery.

    The article says neither who asks for it nor until when use counts: nothing is taken off unless
    the seller claims it, and use ends with the consumer's declaration, or earlier where the device
    was given back earlier.  The formula is ours: what is given back × full months used / months
    expected, rounded down, at most all of it, and so is that less than one month takes nothing off.
    """
    if facts.paying is Paying.REPLACEMENT:
        return _undiminished(facts, (art.PERFORMANCE,), say.NOT_ON_REPLACEMENT())
    if not facts.claimed:
        return _undiminished(facts, (art.USE_NOT_CLAIMED,), say.NOT_ASKED())
    since = facts.replaced or facts.delivered
    of_second = [] if facts.replaced is None else [say.SINCE_REPLACED(replaced=facts.replaced)]
    also = [] if facts.replaced is None else [art.PERFORMANCE]
    counted_to = say.COUNTED_TO(until=facts.until)
    months = _full_months(since, facts.until - timedelta(days=facts.out_of_use))
    if not months:
        none = (*of_second, counted_to, say.NO_FULL_MONTH(), say.CONTESTABLE())
        return _undiminished(facts, (art.USE, *also), *none)
    counted = min(months, facts.expected_months)
    deduction = facts.refund.share(Rate.of(counted, facts.expected_months), down)
    reasons = [
        *of_second,
        counted_to,
        say.USED(
            expected=facts.expected_months,
            used=months,
            counted=counted,
            refund=facts.refund,
            deduction=deduction,
        ),
    ]
    if counted < months:
        reasons.append(say.CAPPED())
    if counted == facts.expected_months:
        reasons.append(say.NOTHING_LEFT())
        also = [*also, art.USED_UP]
    return Deducted(
        basis=(art.USE, *also),
        because=(*reasons, say.CONTESTABLE()),
        months=months,
        deduction=deduction,
        left=facts.refund - deduction,
    )


def _undiminished(facts: Used, basis: tuple[Basis, ...], *because: Because) -> Deducted:
    return Deducted(
        basis=basis,
        because=because,
        months=0,
        deduction=Money.zero(facts.refund.currency),
        left=facts.refund,
    )


def _full_months(first: date, last: date) -> int:
    """How many whole months lie between two days; none where ``last`` is before ``first``."""
    months = 0
    while plus_months(first, months + 1) <= last:
        months += 1
    return months
