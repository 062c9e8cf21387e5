"""A producer's guarantee of durability (art. 1649septies, § 1, al. 1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import durability_words as say
from reprise.law.be.conformity import guarantee_words as commercial
from reprise.law.be.conformity.commercial import Guarantor, Service
from reprise.law.calendars import COUNTING
from reprise.law.durations import Duration
from reprise.law.provision import Because, Contradiction, Decision, Sentence, provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Durable:
    """A guarantee of durability, the day on which the device failed to keep its functions or
    performance in normal use (art. 1649bis, § 1, 12°), and the day on which the consumer asks.

    It ``lasts`` from ``runs_from``: by its own words, or else the delivery; as declared or as
    advertised, whichever `be.conformity.guarantee` finds.  ``more`` is what the producer gives
    beyond repair and replacement.
    """

    guarantor: Guarantor
    of_durability: bool
    runs_from: date
    lasts: Duration
    failed: date
    day: date
    more: frozenset[Service] = frozenset()

    def __post_init__(self) -> None:
        if self.day < self.failed:
            raise Contradiction("nothing is asked before it failed", "day", "failed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Direct(Decision):
    """``owed`` is what the producer answers for directly: repair or replacement, of which the
    article does not say who chooses, and what was promised beyond."""

    liable: bool
    owed: tuple[Service, ...]


@provision(
    "be.conformity.durability",
    say.DURABILITY,
    art.DEFINITIONS,
    art.GUARANTEE,
    art.DURABILITY_ASKED,
    art.DURABILITY_FOR_LIFE,
    art.PERFORMANCE,
    COUNTING,
)
def durability(facts: Durable) -> Direct:
    """A producer who offers a guarantee of durability for a certain good and time answers directly
    to the consumer, for all that time, for repair or replacement under art. 1649quinquies, § 3; the
    statement may give more (art. 1649septies, § 1).  A device that failed within that time is
    within it when asked for later; that is a reading.  So is that a life is a certain time."""
    if facts.guarantor.bound is None:
        return Direct(
            basis=(art.DEFINITIONS,), because=(commercial.NO_GUARANTOR(),), liable=False, owed=()
        )
    if not (facts.guarantor.produces and facts.of_durability):
        return Direct(
            basis=(art.GUARANTEE,), because=(say.NOT_BY_PRODUCER(),), liable=False, owed=()
        )
    if facts.failed < facts.runs_from:
        reason = say.DURABILITY_NOT_YET(since=facts.runs_from, failed=facts.failed)
        because = (reason, *_apart(facts))
        return Direct(basis=(art.GUARANTEE,), because=because, liable=False, owed=())
    until = facts.lasts.last_day(facts.runs_from)
    counted = (COUNTING,) if facts.lasts.lacks_date(facts.runs_from) else ()
    if facts.failed > until:
        because = (say.DURABILITY_OVER(until=until, failed=facts.failed), *_apart(facts))
        return Direct(basis=(art.GUARANTEE, *counted), because=because, liable=False, owed=())
    article, reasons = art.GUARANTEE, [say.DIRECT(until=until)]
    if facts.lasts.endless:
        article, reasons = art.DURABILITY_FOR_LIFE, [say.DIRECT_FOR_LIFE()]
    elif facts.day > until:
        article = art.DURABILITY_ASKED
        reasons.append(say.ASKED_LATER(failed=facts.failed, day=facts.day))
    if facts.more:
        reasons.append(say.MORE_PROMISED(services=_services(facts.more)))
    owed = facts.more | {Service.REPAIR, Service.REPLACEMENT}
    return Direct(
        basis=(article, *counted, art.PERFORMANCE),
        because=tuple(reasons),
        liable=True,
        owed=tuple(each for each in Service if each in owed),
    )


def _services(kinds: frozenset[Service]) -> tuple[Sentence, ...]:
    return tuple(commercial.SERVICES[each.value] for each in Service if each in kinds)


def _apart(facts: Durable) -> Iterator[Because]:
    """What was promised beyond durability, which may run before it or after it."""
    if facts.more:
        yield say.MORE_APART(services=_services(facts.more))
