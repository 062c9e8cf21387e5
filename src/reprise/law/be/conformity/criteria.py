"""What a device must be to conform to the contract (art. 1649ter, § 2 and § 3).

What functionality, compatibility, interoperability and durability mean (art. 1649bis, § 1, 7° to
9° and 12°) is said where one of them is in question.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import criteria_words as say
from reprise.law.be.conformity.departures import Deviation, Measure, Statement, deviation, statement
from reprise.law.be.conformity.updates import INSTALLING, NotInstalled, not_installed
from reprise.law.eu.repair import SINCE
from reprise.law.provision import Basis, Because, Contradiction, Decision, Sentence, provision


class Agreed(Enum):
    """What a contract may provide (§ 2)."""

    DESCRIPTION = "description"  # 1°
    TYPE = "type"
    QUANTITY = "quantity"
    QUALITY = "quality"
    FUNCTIONALITY = "functionality"
    COMPATIBILITY = "compatibility"
    INTEROPERABILITY = "interoperability"
    OTHER = "other"
    PURPOSE = "purpose"  # 2°
    ACCESSORIES = "accessories"  # 3°
    INSTRUCTIONS = "instructions"  # for installation above all
    UPDATES = "updates"  # 4°


def _named(kinds: Iterable[Enum]) -> tuple[Sentence, ...]:
    return tuple(say.CHARACTERISTICS[each.value] for each in kinds)


def _means(kinds: Iterable[Enum]) -> tuple[Because, ...]:
    """The definitions of those that the law defines."""
    return tuple(say.MEANS[each.value]() for each in kinds if each.value in say.MEANS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """A particular purpose that the consumer sought."""

    told_in_time: bool  # to the seller, at the latest when the contract was concluded
    accepted: bool  # by the seller
    met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What the contract provides, and in what the device falls short, whether agreed or not.

    A particular purpose stands in ``purpose`` only.  ``by_update`` is what falls short because of
    the update of ``not_installed``.
    """

    agreed: frozenset[Agreed]
    lacking: frozenset[Agreed]
    purpose: Purpose | None = None
    by_update: frozenset[Agreed] = frozenset()
    not_installed: NotInstalled | None = None

    def __post_init__(self) -> None:
        if Agreed.PURPOSE in self.agreed | self.lacking:
            raise Contradiction("a particular purpose stands in purpose", "agreed", "lacking")


@dataclass(frozen=True, slots=True, kw_only=True)
class AsAgreed(Decision):
    """``conforms``: nothing is lacking for which the seller answers; that what § 6 frees the seller
    of is no lack either is open."""

    conforms: bool
    failed: tuple[Agreed, ...]


@provision(
    "be.conformity.subjective",
    say.SUBJECTIVE,
    art.SUBJECTIVE,
    art.CHARACTERISTICS,
    *INSTALLING,
    art.ONLY_FREED,
)
def subjective(facts: Agreement) -> AsAgreed:
    """As the contract provides: description, type, quantity, quality, functionality, compatibility,
    interoperability and other characteristics; the particular purpose that was made known and
    accepted; accessories and instructions; updates (art. 1649ter, § 2); less what § 6 puts on a
    consumer who did not install an update."""
    failed = set(facts.lacking & facts.agreed)
    basis: list[Basis] = [art.SUBJECTIVE]
    reasons = list(_means(each for each in Agreed if each in facts.lacking))
    if reasons:
        basis.append(art.CHARACTERISTICS)
    other = _named(each for each in Agreed if each in facts.lacking - facts.agreed)
    if other:
        reasons.append(say.NEVER_AGREED(what=other))
    if facts.purpose is not None:
        reasons.append(_purpose(facts.purpose))
        if _missed(facts.purpose):
            failed.add(Agreed.PURPOSE)
    if facts.not_installed is not None and failed & facts.by_update:
        answer = not_installed(facts.not_installed)
        reasons.extend(answer.because)
        basis.extend(answer.basis)
        if not answer.seller_liable:
            failed -= facts.by_update
            reasons.append(say.ONLY_FREED())
            basis.append(art.ONLY_FREED)
    found = tuple(each for each in Agreed if each in failed)
    reasons.append(say.NOT_AS_AGREED(what=_named(found)) if found else say.AS_AGREED())
    return AsAgreed(basis=tuple(basis), because=tuple(reasons), conforms=not found, failed=found)


def _missed(purpose: Purpose) -> bool:
    return purpose.told_in_time and purpose.accepted and not purpose.met


def _purpose(purpose: Purpose) -> Because:
    if not (purpose.told_in_time and purpose.accepted):
        return say.PURPOSE_NOT_AGREED()
    return say.PURPOSE_MET() if purpose.met else say.PURPOSE_MISSED()


class Expected(Enum):
    """What may be expected of a device although the contract says nothing of it (§ 3)."""

    FITNESS = "fitness"  # 1°, for the purposes that goods of the type normally serve
    SAMPLE = "sample"  # 2°, the quality and description of a sample or model
    ACCESSORIES = "accessories"  # 3°
    PACKAGING = "packaging"
    INSTRUCTIONS = "instructions"
    QUANTITY = "quantity"  # 4°, from here on
    QUALITY = "quality"
    DURABILITY = "durability"
    FUNCTIONALITY = "functionality"
    COMPATIBILITY = "compatibility"
    SECURITY = "security"
    REPAIRABILITY = "repairability"  # named since 31 July 2026; another characteristic before
    OTHER = "other"


_RECEIVED = frozenset({Expected.ACCESSORIES, Expected.PACKAGING, Expected.INSTRUCTIONS})  # 3°


_UNSTATED = _RECEIVED | {Expected.FITNESS, Expected.SAMPLE}  # 1° to 3°


class Standard(Enum):
    """What there is by which fitness is judged (§ 3, 1°)."""

    LAW = "law"
    TECHNICAL_STANDARD = "technical_standard"
    CODE_OF_CONDUCT = "code_of_conduct"  # of the sector, where there are no technical standards


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """In what a device falls short.

    ``normal``: devices of the type have it; asked of qualities only (4°).  ``expected``: a consumer
    may reasonably expect it of a device as used as this one; asked of accessories, packaging and
    instructions (3°), whatever makes them expect it, and of qualities (4°), public statements left
    aside.  Neither is asked for fitness and samples.
    """

    what: Expected
    normal: bool = True
    expected: bool = True
    statement: Statement | None = None  # a public one that made the consumer expect it
    deviation: Deviation | None = None
    not_installed: NotInstalled | None = None  # it comes from an update that was not installed

    def __post_init__(self) -> None:
        if self.deviation is not None and self.deviation.measure is Measure.UPDATES:
            raise Contradiction("what was accepted of a shortfall departs from § 3", "deviation")
        if self.what in _RECEIVED and not self.normal:
            raise Contradiction("what is to be received is expected or not (3°)", "normal")
        if self.what in _UNSTATED and self.statement is not None:
            why = "a public statement counts for quantity and qualities (4°)"
            raise Contradiction(why, "statement", "what")


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """``sample_available``: made available by the seller to the consumer before the contract was
    concluded.
    ``concluded`` is the day of the contract, None where nobody asks what it adds."""

    shortfalls: tuple[Shortfall, ...]
    sample_available: bool = False
    standards: frozenset[Standard] = frozenset()
    concluded: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AsExpected(Decision):
    """``failed`` counts; ``excused`` does not.  ``conforms``: nothing counts; that what § 6 frees
    the seller of is no lack either is open."""

    conforms: bool
    failed: tuple[Expected, ...]
    excused: tuple[Expected, ...]
    judged_by: tuple[Standard, ...]


@provision(
    "be.conformity.objective",
    say.OBJECTIVE,
    art.OBJECTIVE,
    art.CHARACTERISTICS,
    art.STATED_ALONE,
    art.REPAIRABLE,
    art.STATEMENTS,
    *INSTALLING,
    art.ONLY_FREED,
    art.DEVIATION,
)
def objective(facts: Device) -> AsExpected:
    """Fit for normal purposes, like the sample, with the accessories, packaging and instructions
    and the qualities that are normal for the type and can reasonably be expected, public statements
    taken into account (art. 1649ter, § 3); less what § 4, § 6 and § 7 take out.  That a statement
    alone makes due what is not normal for the type is open, and in doubt it does.

    Repairability is one of "other characteristics", and named by Directive (EU) 2024/1799 for
    contracts from 31 July 2026.
    """
    basis: list[Basis] = [art.OBJECTIVE]
    standards = tuple(each for each in Standard if each in facts.standards)
    reasons: list[Because] = []
    if Standard.TECHNICAL_STANDARD in standards and Standard.CODE_OF_CONDUCT in standards:
        standards = tuple(each for each in standards if each is not Standard.CODE_OF_CONDUCT)
        reasons.append(say.NO_CODE())
    if standards:
        measures = tuple(say.MEASURES[each.value] for each in standards)
        reasons.append(say.MEASURED_BY(measures=measures))
    short = {each.what for each in facts.shortfalls}
    meanings = _means(each for each in Expected if each in short)
    if meanings:
        reasons.extend(meanings)
        basis.append(art.CHARACTERISTICS)
    failed: list[Expected] = []
    excused: list[Expected] = []
    for each in facts.shortfalls:
        counts, why, articles = _counts(each, facts.sample_available)
        (failed if counts else excused).append(each.what)
        reasons.extend(why)
        basis.extend(articles)
        if each.what is Expected.REPAIRABILITY and facts.concluded and facts.concluded >= SINCE:
            basis.append(art.REPAIRABLE)
    if not failed:
        reasons.append(say.AS_EXPECTED())
    return AsExpected(
        basis=tuple(dict.fromkeys(basis)),
        because=tuple(reasons),
        conforms=not failed,
        failed=tuple(failed),
        excused=tuple(excused),
        judged_by=standards,
    )


def _counts(
    short: Shortfall, sample_available: bool
) -> tuple[bool, tuple[Because, ...], tuple[Basis, ...]]:
    """Whether a shortfall counts, why, and by which articles besides § 3.  What was accepted is no
    lack at all (§ 7), and then nothing hangs on an update that was not installed (§ 6)."""
    due, why, articles = _due(short, sample_available)
    if not due:
        return False, why, articles
    if short.deviation is not None:
        excuse = deviation(short.deviation)
        why, articles = (*why, *excuse.because), (*articles, *excuse.basis)
        if excuse.excused:
            return False, why, articles
    if short.not_installed is not None:
        answer = not_installed(short.not_installed)
        why, articles = (*why, *answer.because), (*articles, *answer.basis)
        if not answer.seller_liable:
            return False, (*why, say.ONLY_FREED()), (*articles, art.ONLY_FREED)
    return True, why, articles


def _due(
    short: Shortfall, sample_available: bool
) -> tuple[bool, tuple[Because, ...], tuple[Basis, ...]]:
    """Whether what is missing could be expected at all."""
    what = say.CHARACTERISTICS[short.what.value]
    if short.what is Expected.SAMPLE:
        return sample_available, (say.SAMPLE_MISSED() if sample_available else say.NO_SAMPLE(),), ()
    if short.what is Expected.FITNESS:
        return True, (say.UNFIT(),), ()
    if short.what in _RECEIVED:
        lacks = say.NOT_RECEIVED if short.expected else say.NOT_DUE
        return short.expected, (lacks(what=what),), ()
    if short.normal and short.expected:
        return True, (say.NOT_AS_EXPECTED(what=what),), ()
    not_due = say.NOT_DUE(what=what) if short.normal else say.NOT_NORMAL(what=what)
    if short.statement is None:
        return False, (not_due,), ()
    bound = statement(short.statement)
    if not bound.binds:
        return False, (*bound.because, not_due), bound.basis
    why, articles = (*bound.because, say.STATED(what=what)), bound.basis
    if not short.normal:
        why, articles = (*why, say.STATED_ALONE()), (*articles, art.STATED_ALONE)
    return True, why, articles
