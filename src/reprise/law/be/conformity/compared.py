"""A statement and the corresponding advertising, point by point (art. 1649septies, § 1, al. 2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from reprise.kernel.money import Money
from reprise.law.be.conformity import guarantee_words as say
from reprise.law.be.conformity.commercial import Advantage, Promise
from reprise.law.durations import longest
from reprise.law.provision import Because, Sentence


def best(declared: Promise | None, advertising: Promise | None, first: date) -> Promise:
    """Point by point what is more advantageous to the consumer: of two times the one that ends
    later on the calendar, of two that end on one day the one declared."""
    advertised = advertising or Promise()
    if declared is None:
        return replace(advertised, excess=advertised.excess or None)
    return Promise(
        refund=longest(first, declared.refund, advertised.refund),
        replacement=longest(first, declared.replacement, advertised.replacement),
        repair=longest(first, declared.repair, advertised.repair),
        other=longest(first, declared.other, advertised.other),
        advantages=declared.advantages | advertised.advantages,
        further=declared.further | advertised.further,
        excess=_least(declared.excess, advertising),
        durability=longest(first, declared.durability, advertised.durability),
    )


def _least(declared: Money | None, advertising: Promise | None) -> Money | None:
    """What the consumer pays each time by a statement and advertising; None: nothing, as where the
    advertising does not mention it."""
    if declared is None or advertising is None:
        return declared or None
    return None if advertising.excess is None else min(declared, advertising.excess) or None


def better(
    declared: Promise, advertised: Promise, first: date
) -> Iterator[Sentence | Because | str]:
    """In what the advertising is better than the statement, as the advertising says it."""
    for each, lasts in advertised.services:
        if longest(first, declared.lasts(each), lasts) != declared.lasts(each):
            yield say.SERVICE_FOR(service=say.SERVICES[each.value], lasts=lasts)
    if longest(first, declared.durability, advertised.durability) != declared.durability:
        yield say.LASTS(lasts=advertised.durability)
    for advantage in Advantage:
        if advantage in advertised.advantages - declared.advantages:
            yield say.ADVANTAGES[advantage.value]
    for words in sorted(advertised.further - declared.further):
        yield say.QUOTED(words=words)
    if declared.excess and not (advertised.excess and advertised.excess >= declared.excess):
        yield say.EXCESS()
