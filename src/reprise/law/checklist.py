"""A list that the law or the terms draw up, held against what is there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final, Generic, TypeVar

from reprise.law.provision import Basis, Because, Sentence

E = TypeVar("E", bound=Enum)

_IN_ORDER: Final = Sentence(
    en="{list}: in order.",
    fr="{list} : en règle.",
    nl="{list}: in orde.",
    de="{list}: in Ordnung.",
)
_MISSING: Final = Sentence(
    en="{list}. Missing: {what}.",
    fr="{list}. Il manque : {what}.",
    nl="{list}. Er ontbreekt: {what}.",
    de="{list}. Es fehlt: {what}.",
)
_WRONG: Final = Sentence(
    en="{list}. Not in order: {what}.",
    fr="{list}. Non conforme : {what}.",
    nl="{list}. Niet in orde: {what}.",
    de="{list}. Nicht in Ordnung: {what}.",
)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: what it is called, what it rests on, and from which day (None:
    always)."""

    name: Sentence
    basis: Basis
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Checklist(Generic[E]):
    """The lines of one list, in its own order."""

    name: Sentence
    items: Mapping[E, Item]

    @property
    def basis(self) -> tuple[Basis, ...]:
        """What its lines rest on, each once."""
        return tuple(dict.fromkeys(each.basis for each in self.items.values()))

    def on(self, day: date) -> Checklist[E]:
        """The lines in force on ``day``."""
        kept = {
            key: each for key, each in self.items.items() if each.since is None or each.since <= day
        }
        return Checklist(self.name, kept)

    def without(self, *lines: E) -> Checklist[E]:
        """The list where ``lines`` do not apply."""
        return Checklist(self.name, {k: v for k, v in self.items.items() if k not in lines})

    def missing(self, there: Collection[E]) -> tuple[E, ...]:
        """The lines that are not ``there``, in the list's order."""
        return tuple(each for each in self.items if each not in there)

    def found(self, faults: Collection[E]) -> tuple[E, ...]:
        """The lines that are among ``faults``, in the list's order."""
        return tuple(each for each in self.items if each in faults)

    def lacks(self, missing: tuple[E, ...]) -> Because:
        """The sentence that names what is missing."""
        return self._said(_MISSING, missing)

    def breaks(self, faults: tuple[E, ...]) -> Because:
        """The sentence that names what is wrong."""
        return self._said(_WRONG, faults)

    def _said(self, sentence: Sentence, lines: tuple[E, ...]) -> Because:
        if not lines:
            return _IN_ORDER(list=self.name)
        return sentence(list=self.name, what=tuple(self.items[each].name for each in lines))
