"""A price that is announced as reduced (Directive 98/6/EC, art. 6a).

The rule binds whoever announces the reduction, third-party sellers on a platform as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

from reprise.kernel.money import Money
from reprise.law.checklist import Checklist, Item
from reprise.law.eu import price_words as say
from reprise.law.instruments import C_330_23, PRICES
from reprise.law.provision import Basis, Decision, Source, provision

DAYS: Final = 30

PRIOR: Final = Basis(PRICES, "art. 6a", Source.MEMORY)
YOUNG: Final = Basis(
    PRICES,
    "art. 6a",
    Source.MEMORY,
    open="which prior price counts for goods offered for less than thirty days",
)
PERCENT: Final = Basis(C_330_23, "", Source.MEMORY)


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceSince:
    """A price, and the day from which it was asked."""

    since: date
    price: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Reduction:
    """A reduction to ``price`` from the day ``starts``, announced with a prior price, with a
    percentage, or both (None: not announced); ``history`` is what was asked before, in any
    order.
    """

    starts: date
    price: Money
    announced_prior: Money | None
    announced_percent: int | None
    history: tuple[PriceSince, ...]


class Fault(Enum):
    """What is wrong with an announcement."""

    NO_PRIOR = "no_prior"
    PRIOR_TOO_HIGH = "prior_too_high"
    PERCENT_TOO_HIGH = "percent_too_high"
    NO_REDUCTION = "no_reduction"


_ANNOUNCED: Final = Checklist(
    say.REDUCTION,
    {
        Fault.NO_PRIOR: Item(say.NO_PRIOR, PRIOR),
        Fault.PRIOR_TOO_HIGH: Item(say.PRIOR_TOO_HIGH, PRIOR),
        Fault.PERCENT_TOO_HIGH: Item(say.PERCENT_TOO_HIGH, PERCENT),
        Fault.NO_REDUCTION: Item(say.NO_REDUCTION, PRIOR),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement(Decision):
    """``prior`` is the price that may be announced as the former one (None: there is none), and
    ``percent`` the highest whole percentage that may be announced."""

    prior: Money | None
    percent: int
    faults: tuple[Fault, ...]


@provision("eu.price.reduction", say.REDUCTION, PRIOR, YOUNG, PERCENT)
def reduction(facts: Reduction) -> Announcement:
    """The prior price is the lowest that was asked in the thirty days before the reduction
    (Directive 98/6/EC, art. 6a), and a percentage is worked out on it (C-330/23)."""
    prior = lowest(facts.history, facts.starts)
    opened = facts.starts - timedelta(days=DAYS)
    young = all(each.since > opened for each in facts.history)
    return announced(facts, prior, YOUNG if young else PRIOR)


def lowest(history: Iterable[PriceSince], before: date) -> Money | None:
    """The lowest price asked in the thirty days before the day ``before``, None where there was
    none.  A price counts until the day before the next one."""
    opened = before - timedelta(days=DAYS)
    known = sorted((each for each in history if each.since < before), key=lambda each: each.since)
    ends = [*(each.since for each in known[1:]), before]
    asked = [each.price for each, end in zip(known, ends, strict=False) if end > opened]
    return min(asked, key=lambda each: each.minor, default=None)


def announced(facts: Reduction, prior: Money | None, basis: Basis) -> Announcement:
    """The announcement held against the prior price that counts."""
    if prior is None:
        found: tuple[Fault, ...] = (Fault.NO_PRIOR,)
        return Announcement(
            basis=(basis,),
            because=(_ANNOUNCED.breaks(found),),
            prior=None,
            percent=0,
            faults=found,
        )
    percent = max((prior.minor - facts.price.minor) * 100 // prior.minor, 0)
    told, percent_told = facts.announced_prior, facts.announced_percent
    faults = {
        Fault.NO_PRIOR: told is None,
        Fault.PRIOR_TOO_HIGH: told is not None and told > prior,
        Fault.PERCENT_TOO_HIGH: percent_told is not None and percent_told > percent,
        Fault.NO_REDUCTION: facts.price >= prior,
    }
    found = _ANNOUNCED.found([fault for fault, met in faults.items() if met])
    return Announcement(
        basis=(basis, PERCENT),
        because=(say.PRIOR(price=prior), say.PERCENT(percent=percent), _ANNOUNCED.breaks(found)),
        prior=prior,
        percent=percent,
        faults=found,
    )
