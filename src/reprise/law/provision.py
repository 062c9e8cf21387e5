"""What a provision is: a function from frozen facts to a frozen decision that names its articles.

A provision reads nothing but its facts: no clock, no database, no network.  Its decision carries
the articles it rests on and the reasons in the order in which they were met, so that the
explanation in any language is made from the decision itself (`reprise.law.speech`), on demand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import wraps
from typing import Any, Final, Generic, TypeVar, get_type_hints

from reprise.kernel.money import CurrencyMismatch
from reprise.law.amounts import below_zero, holds_amounts, other_currencies, places

LANGUAGES: Final = ("en", "fr", "nl", "de")

T = TypeVar("T")


class Source(Enum):
    """Where the words of a rule were read."""

    TERMS = "terms"  # a founding document: terms of sale, an order, or a law that they quote
    OFFICIAL = "official"  # an official or primary file
    SECONDARY = "secondary"  # a law firm's, a regulator's or a practitioner's page
    MEMORY = "memory"  # general knowledge, not read against the text

    @property
    def verified(self) -> bool:
        return self in (Source.TERMS, Source.OFFICIAL)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One text in every language; a sentence has the same {names} in each."""

    en: str
    fr: str
    nl: str
    de: str

    @classmethod
    def same(cls, text: str) -> Sentence:
        """A proper name that no language translates ("Code de la consommation")."""
        return cls(text, text, text, text)

    def __call__(self, **values: object) -> Because:
        return Because(self, values)


@dataclass(frozen=True, slots=True)
class Because:
    """A sentence and what fills its names: dates, amounts, numbers, other sentences."""

    sentence: Sentence
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Basis:
    """One article, or one clause of terms, that a decision rests on.

    ``article`` ("art. 13(3)", "§ 476") is empty where the instrument is known and its article was
    not read; ``rule`` is the rule of the founding documents ("S50"), empty where there is none;
    ``link`` is given only for a text that was read there; ``open`` says, in English, what is not
    settled.
    """

    instrument: Sentence
    article: str
    source: Source
    rule: str = ""
    link: str = ""
    open: str = ""

    @property
    def verified(self) -> bool:
        return self.source.verified and not self.open

    def __str__(self) -> str:
        return f"{self.instrument.en}, {self.article}" if self.article else self.instrument.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What follows from the facts.  Every provision has a decision of its own that adds to this.

    Raises ValueError without a basis or without a reason: nothing is decided by nothing.
    """

    basis: tuple[Basis, ...]
    because: tuple[Because, ...]

    def __post_init__(self) -> None:
        if not self.basis or not self.because:
            raise ValueError("a decision has a basis and a reason")

    @property
    def verified(self) -> bool:
        """Whether every number and article used was read in its own text, and nothing is open."""
        return all(each.verified for each in self.basis)

    @property
    def unverified(self) -> tuple[Basis, ...]:
        return tuple(each for each in self.basis if not each.verified)


class NotInForce(LookupError):
    """The rule did not apply yet, or not any more, on the day that was asked."""


class Contradiction(ValueError):
    """Facts that cannot be so together; ``fields`` names them, as seen from where they stand."""

    def __init__(self, why: str, *names: str) -> None:
        super().__init__(f"{', '.join(names)}: {why}")
        self.fields = names


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """A number, or a set of them, in force from ``since`` until the next one takes its place."""

    since: date
    value: T
    basis: Basis


def in_force(table: tuple[Dated[T], ...], on: date) -> Dated[T]:
    """The row of ``table`` (oldest first) in force on ``on``; NotInForce before the first."""
    found = None
    for row in table:
        if row.since > on:
            break
        found = row
    if found is None:
        raise NotInForce(f"not in force on {on}: {table[0].basis} applies from {table[0].since}")
    return found


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision as it stands in the law table.

    ``country`` is "EU" or an ISO code; ``key`` starts with it ("be.conformity.period").
    ``cites`` is every basis that a decision may name; ``since`` and ``until`` bound the contracts
    it applies to, None where the text that is at hand gives no date.
    """

    key: str
    title: Sentence
    decide: Callable[[Any], Decision]
    facts: type
    decision: type[Decision]
    cites: tuple[Basis, ...]
    since: date | None
    until: date | None

    @property
    def country(self) -> str:
        return self.key.partition(".")[0].upper()

    @property
    def rules(self) -> tuple[str, ...]:
        """The founding documents' rules behind it, each once."""
        return tuple(dict.fromkeys(each.rule for each in self.cites if each.rule))

    @property
    def verified(self) -> bool:
        return all(each.verified for each in self.cites)


@dataclass(slots=True)
class _Book:
    """Every provision by its key, filled as the countries' modules are imported."""

    pages: dict[str, Provision] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Provision]:
        return iter(sorted(self.pages.values(), key=lambda each: each.key))


BOOK: Final = _Book()

F = TypeVar("F")
D = TypeVar("D", bound=Decision)


def provision(
    key: str,
    title: Sentence,
    *cites: Basis,
    since: date | None = None,
    until: date | None = None,
) -> Callable[[Callable[[F], D]], Callable[[F], D]]:
    """Enter a function of one argument into the book; the function itself stays as it is, but that
    it refuses amounts below zero, and in a currency in which they cannot be reckoned with, where
    its facts have amounts.

    Raises ValueError for a key that is taken, a provision without a citation or a docstring.
    """

    def enter(decide: Callable[[F], D]) -> Callable[[F], D]:
        hints = get_type_hints(decide)
        decision = hints.pop("return")
        (facts,) = hints.values()
        if key in BOOK.pages:
            raise ValueError(f"{key} is entered twice")
        if not cites or not decide.__doc__:
            raise ValueError(f"{key} cites nothing or says nothing")
        asked = _refusing(decide) if holds_amounts(facts) else decide
        BOOK.pages[key] = Provision(key, title, asked, facts, decision, cites, since, until)
        return asked

    return enter


def _refusing(decide: Callable[[F], D]) -> Callable[[F], D]:
    """Raises Contradiction, which names every amount of the facts that is below zero and may not
    be, as no price, cost or value is, or in another currency than the first or than an amount that
    the law fixes."""

    @wraps(decide)
    def asked(facts: F) -> D:
        if below := below_zero(facts):
            raise Contradiction("not below zero", *below)
        if others := other_currencies(facts):
            raise Contradiction("in one currency with the others", *others)
        try:
            return decide(facts)
        except CurrencyMismatch as problem:  # theirs is one, so the other is the law's own
            why = f"in the currency of the amount that the law fixes ({problem})"
            raise Contradiction(why, *places(facts)) from problem

    return asked
