"""How a repair or a replacement must be done (art. 1649quinquies, § 3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from reprise.kernel.money import Money
from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import remedies_words as say
from reprise.law.be.conformity.remedies import Wish
from reprise.law.provision import Contradiction, Decision, provision


class Failure(Enum):
    """In what a repair or a replacement was not done as it must be (§ 3)."""

    CHARGED = "charged"  # al. 1, 1°
    LATE = "late"  # al. 1, 2°
    INCONVENIENT = "inconvenient"  # al. 1, 3°
    NOT_TAKEN_BACK = "not_taken_back"  # al. 2
    NOT_REINSTALLED = "not_reinstalled"  # al. 3
    USE_CHARGED = "use_charged"  # al. 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One repair or replacement as it stands on a day.

    ``charged`` is what the consumer had to pay of what is needed to make the device conform:
    shipping, transport, labour, material (free of charge: art. 1649bis, § 1, 13°).
    ``reasonable_until`` ends the reasonable time, which runs from ``informed``, for a device that
    is at the seller's disposal by then.  ``handed_over``: since when it is, None: not, or not yet;
    a repair in the home needs no handing over.
    """

    kind: Wish
    informed: date  # the seller, of the lack of conformity
    reasonable_until: date
    day: date
    done: date | None
    handed_over: date | None
    charged: Money
    major_inconvenience: bool  # given the nature of the device and the use sought
    taken_back: bool = True  # the replaced device, at the seller's cost
    installed_before: bool = False  # by its nature and purpose, before the defect appeared
    removed: bool = True  # the repair took its removal; a replacement always does
    reinstalled: bool = True  # taken out and installed again, or both paid for, by the seller
    use_charged: bool = False  # for the normal use before the replacement

    def __post_init__(self) -> None:
        if self.reasonable_until < self.informed:
            raise Contradiction(
                "the time runs from informing the seller", "reasonable_until", "informed"
            )
        if self.done is not None and self.done < self.informed:
            raise Contradiction("not done before the seller was informed", "done", "informed")
        if self.done is not None and self.done > self.day:
            raise Contradiction("not done yet on that day", "done", "day")
        if self.handed_over is not None and self.handed_over > self.day:
            raise Contradiction("not handed over yet on that day", "handed_over", "day")

    @property
    def until(self) -> date | None:
        """The end of the reasonable time where the days until the device was handed over do not
        count, as if it had run from then; None: it waits for the device."""
        if self.handed_over is None:
            return None if self.done is None else self.reasonable_until
        if self.done is not None and self.done < self.handed_over:
            return self.reasonable_until  # it did not wait for the device
        return self.reasonable_until + max(self.handed_over - self.informed, timedelta())


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance(Decision):
    """``proper``: nothing has failed so far; ``second_stage``: what failed opens the price
    reduction and the end of the contract."""

    proper: bool
    failures: tuple[Failure, ...]
    second_stage: bool


@provision(
    "be.conformity.performance",
    say.PERFORMANCE,
    art.PERFORMANCE,
    art.REASONABLE_TIME,
    art.HANDED_OVER,
    art.DEFINITIONS,
    art.SECOND_STAGE,
    art.SECOND_STAGE_READ,
)
def performance(facts: Work) -> Performance:
    """Free, within a reasonable time of informing the seller, without major inconvenience; the
    device handed over by the consumer and taken back at the seller's cost; removal and installation
    included; normal use not charged (art. 1649quinquies, § 3).

    The time counts from informing the seller; that it waits for a device which the consumer hands
    over later is read into al. 2.  The article gives no length: the day is somebody's estimate.

    What opens the second stage (§ 5, 1°): a remedy that was not carried out by the end of that
    time, or not as al. 2 and 3 ask; that one carried out against al. 1 does, is read into it.
    """
    failures = tuple(_failures(facts))
    reasons = [say.FAILURES[each.value]() for each in failures]
    spared = Failure.LATE not in failures and (facts.done or facts.day) > facts.reasonable_until
    if facts.until is None:
        reasons.append(say.NOT_HANDED_OVER())
    elif spared:
        reasons.append(say.HANDED_OVER_LATE(handed_over=facts.handed_over, until=facts.until))
    elif facts.done is None and Failure.LATE not in failures:
        reasons.append(say.STILL_TIME(informed=facts.informed, until=facts.reasonable_until))
    elif not failures:
        reasons.append(say.PROPER(informed=facts.informed))
    reasons.append(say.ESTIMATED(until=facts.reasonable_until))
    basis = [art.REASONABLE_TIME]
    if spared:
        basis.append(art.HANDED_OVER)
    if set(failures) - {Failure.LATE}:
        basis.append(art.PERFORMANCE)
    if Failure.CHARGED in failures:
        basis.append(art.DEFINITIONS)
    opens = [each for each in failures if each is not Failure.USE_CHARGED]
    if opens:
        not_done = facts.done is None and Failure.LATE in opens
        named = {Failure.NOT_TAKEN_BACK, Failure.NOT_REINSTALLED} & set(opens)
        basis.append(art.SECOND_STAGE if not_done or named else art.SECOND_STAGE_READ)
    return Performance(
        basis=tuple(basis),
        because=tuple(reasons),
        proper=not failures,
        failures=failures,
        second_stage=bool(opens),
    )


def _failures(facts: Work) -> Iterator[Failure]:
    replaced = facts.kind is Wish.REPLACEMENT
    if facts.charged:
        yield Failure.CHARGED
    if facts.until is not None and (facts.done or facts.day) > facts.until:
        yield Failure.LATE
    if facts.major_inconvenience:
        yield Failure.INCONVENIENT
    if replaced and facts.done is not None and not facts.taken_back:
        yield Failure.NOT_TAKEN_BACK
    apart = facts.installed_before and (replaced or facts.removed)
    if apart and facts.done is not None and not facts.reinstalled:
        yield Failure.NOT_REINSTALLED
    if replaced and facts.use_charged:
        yield Failure.USE_CHARGED
