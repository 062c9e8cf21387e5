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
from reprise.law.provision import Basis, Because, Contradiction, Decision, provision


class Failure(Enum):
    """In what a repair or a replacement was not done as it must be (§ 3)."""

    CHARGED = "charged"  # al. 1, 1°
    LATE = "late"  # al. 1, 2°
    INCONVENIENT = "inconvenient"  # al. 1, 3°
    NOT_TAKEN_BACK = "not_taken_back"  # al. 2
    NOT_REINSTALLED = "not_reinstalled"  # al. 3
    USE_CHARGED = "use_charged"  # al. 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """How a device that is installed to be used stands (al. 3).

    ``before``: it had been installed, by its nature and purpose, before the defect appeared.
    ``removed``: the repair took its removal; a replacement always does.
    ``done``: taken out and installed again, or both paid for, by the seller.
    """

    before: bool
    removed: bool
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One repair or replacement as it stands on a day.  What the seller must do is said, and never
    taken for done.

    ``charged`` is what the consumer had to pay of what is needed to make the device conform:
    shipping, transport, labour, material (free of charge: art. 1649bis, § 1, 13°); ``advanced``
    what the consumer laid out for it and was paid back.
    ``reasonable_until`` ends the reasonable time, which runs from ``informed``, for a device that
    is at the seller's disposal by then.  ``handed_over``: since when it is, handed over or kept
    ready for a seller who collects it; None: not, or not yet.  ``at_home``: it is put right where
    it stands, and is at the seller's disposal unless ``handed_over`` says since when.
    ``done`` is the day on which the consumer had a device that conforms; what al. 2 and 3 ask
    besides may follow.
    """

    kind: Wish
    informed: date  # the seller, by the consumer, of the lack of conformity
    reasonable_until: date
    day: date
    done: date | None
    handed_over: date | None
    charged: Money
    major_inconvenience: bool  # given the nature of the device and the use sought
    fitting: Fitting | None  # None: a device that is not installed, as a phone
    taken_back: bool | None = None  # the replaced device, at the seller's cost
    at_home: bool = False
    advanced: Money | None = None
    locked: bool = False  # handed over with its activation lock on
    use_charged: bool = False  # for the normal use before the replacement

    def __post_init__(self) -> None:
        if self.reasonable_until < self.informed:
            raise Contradiction(
                "the time runs from informing the seller", "reasonable_until", "informed"
            )
        if self.day < self.informed:
            raise Contradiction("nothing is due before the seller was informed", "day", "informed")
        if self.done is not None and self.done < self.informed:
            raise Contradiction("not done before the seller was informed", "done", "informed")
        if self.done is not None and self.done > self.day:
            raise Contradiction("not done yet on that day", "done", "day")
        if self.handed_over is not None and self.handed_over > self.day:
            raise Contradiction("not handed over yet on that day", "handed_over", "day")
        if self.use_charged and self.kind is Wish.REPAIR:
            raise Contradiction(
                "use is charged of a device that is replaced (al. 4)", "use_charged", "kind"
            )
        if self.replaced and self.taken_back is None:
            raise Contradiction(
                "of a replacement it is said whether the first device was taken back", "taken_back"
            )

    @property
    def replaced(self) -> bool:
        return self.kind is Wish.REPLACEMENT and self.done is not None

    @property
    def at_disposal(self) -> bool:
        """Whether the device is at the seller's disposal."""
        return self.at_home or self.handed_over is not None

    @property
    def until(self) -> date | None:
        """The end of the reasonable time; None: it waits for the device."""
        if self.done is None and not self.at_disposal:
            return None
        if self.handed_over is None or (self.done is not None and self.done < self.handed_over):
            return self.reasonable_until  # it did not wait for the device
        return self.disposal_until

    @property
    def disposal_until(self) -> date:
        """The end of the reasonable time where the days until the device was handed over do not
        count, as if it had run from then."""
        waited = timedelta() if self.handed_over is None else self.handed_over - self.informed
        return self.reasonable_until + max(waited, timedelta())


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
    art.POSTAGE,
    art.LOCKED,
    art.TAKEN_BACK,
    art.FITTED,
    art.DEFINITIONS,
    art.NOT_CARRIED_OUT,
    art.NOT_CARRIED_OUT_READ,
)
def performance(facts: Work) -> Performance:
    """Free, within a reasonable time of informing the seller, without major inconvenience; the
    device handed over by the consumer and taken back at the seller's cost; removal and installation
    included; normal use not charged (art. 1649quinquies, § 3).

    The time counts from informing the seller; that it waits for a device which the consumer hands
    over later is read into al. 2.  The article gives no length: the day is somebody's estimate.
    What al. 2 and 3 ask besides has that time as well.

    What opens the second stage (§ 5, al. 1, 1°): a remedy that was not carried out by the end of
    that time, or not as al. 2 and 3 ask; that one carried out against al. 1 or 4 does, is read
    into it.
    """
    failures = tuple(_failures(facts))
    reasons = [_failed(facts, each) for each in failures]
    basis = [art.REASONABLE_TIME]
    for why, articles in (_time(facts, failures), _disposal(facts, failures), _besides(facts)):
        reasons.extend(why)
        basis.extend(articles)
    reasons.append(say.ESTIMATED(until=facts.reasonable_until))
    if set(failures) - {Failure.LATE}:
        basis.append(art.PERFORMANCE)
    if Failure.CHARGED in failures:
        basis.append(art.DEFINITIONS)
    if failures:
        not_done = facts.done is None and Failure.LATE in failures
        named = {Failure.NOT_TAKEN_BACK, Failure.NOT_REINSTALLED} & set(failures)
        basis.append(art.NOT_CARRIED_OUT if not_done or named else art.NOT_CARRIED_OUT_READ)
    return Performance(
        basis=tuple(dict.fromkeys(basis)),
        because=tuple(reasons),
        proper=not failures,
        failures=failures,
        second_stage=bool(failures),
    )


def _failed(facts: Work, failure: Failure) -> Because:
    if failure is Failure.NOT_REINSTALLED and facts.fitting and not facts.fitting.before:
        return say.NOT_FITTED_BEFORE()
    return say.FAILURES[failure.value]()


def _failures(facts: Work) -> Iterator[Failure]:
    if facts.charged:
        yield Failure.CHARGED
    if facts.until is not None and (facts.done or facts.day) > facts.until:
        yield Failure.LATE
    if facts.major_inconvenience:
        yield Failure.INCONVENIENT
    over = facts.day > facts.disposal_until
    if over and facts.at_disposal and _to_be_taken_back(facts):
        yield Failure.NOT_TAKEN_BACK
    if over and _to_be_fitted(facts):
        yield Failure.NOT_REINSTALLED
    if facts.use_charged:
        yield Failure.USE_CHARGED


def _to_be_taken_back(facts: Work) -> bool:
    """Whether a replaced device is still to be taken back (al. 2)."""
    return facts.replaced and not facts.taken_back


def _to_be_fitted(facts: Work) -> bool:
    """Whether removal and installation, or their cost, are still the seller's to do (al. 3): of a
    repair that took the removal of what had been installed, "or where the good has to be
    replaced"."""
    fitting = facts.fitting
    if fitting is None or fitting.done or facts.done is None:
        return False
    return facts.kind is Wish.REPLACEMENT or (fitting.before and fitting.removed)


_Said = tuple[list[Because], list[Basis]]


def _time(facts: Work, failures: tuple[Failure, ...]) -> _Said:
    """Where the time stands, unless it is over."""
    if facts.until is None:
        waits = facts.day > facts.reasonable_until
        return [say.NOT_HANDED_OVER()], [art.HANDED_OVER] if waits else []
    if Failure.LATE in failures:
        return [], []
    if (facts.done or facts.day) > facts.reasonable_until:
        since = say.HANDED_OVER_LATE(handed_over=facts.handed_over, until=facts.until)
        return [since], [art.HANDED_OVER]
    if facts.done is None:
        return [say.STILL_TIME(informed=facts.informed, until=facts.reasonable_until)], []
    return [] if failures else [say.PROPER(informed=facts.informed)], []


def _disposal(facts: Work, failures: tuple[Failure, ...]) -> _Said:
    """What is open about putting a device at the seller's disposal (al. 2)."""
    reasons: list[Because] = []
    basis: list[Basis] = []
    if facts.advanced:
        reasons.append(say.ADVANCED(amount=facts.advanced))
        basis.append(art.POSTAGE)
    if facts.locked and Failure.LATE in failures:
        reasons.append(say.LATE_THOUGH_LOCKED())
        basis.append(art.LOCKED)
    return reasons, basis


def _besides(facts: Work) -> _Said:
    """What al. 2 and 3 ask besides, as far as it is still to come, and what is open about it."""
    reasons: list[Because] = []
    basis: list[Basis] = []
    if _to_be_taken_back(facts):
        basis.append(art.TAKEN_BACK)
        if not facts.at_disposal:
            reasons.append(say.OLD_ONE_KEPT())
        elif facts.day <= facts.disposal_until:
            reasons.append(say.TO_BE_TAKEN_BACK(until=facts.disposal_until))
    if facts.fitting is not None and _to_be_fitted(facts):
        basis.append(art.PERFORMANCE if facts.fitting.before else art.FITTED)
        if facts.disposal_until > facts.reasonable_until:
            basis.append(art.HANDED_OVER)
        if facts.day <= facts.disposal_until:
            reasons.append(say.TO_BE_FITTED(until=facts.disposal_until))
    return reasons, basis
