"""Interfaces that do not deceive or press (Regulation (EU) 2022/2065, art. 25)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.law.checklist import Checklist, Item
from reprise.law.eu import interface_words as say
from reprise.law.eu.platform import SECTION_3
from reprise.law.instruments import DSA
from reprise.law.provision import Basis, Decision, Source, provision

FAIR: Final = Basis(DSA, "art. 25", Source.MEMORY)


class Fault(Enum):
    """How a choice is made for somebody."""

    UNEQUAL = "unequal"
    NAGGING = "nagging"
    HARD_EXIT = "hard_exit"


_FAIR: Final = Checklist(
    say.CHOICE,
    {
        Fault.UNEQUAL: Item(say.UNEQUAL, FAIR),
        Fault.NAGGING: Item(say.NAGGING, FAIR),
        Fault.HARD_EXIT: Item(say.HARD_EXIT, FAIR),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A choice that a page asks for.  ``steps_in`` and ``steps_out`` are how many steps it takes to
    enter what is chosen and to leave it again (a subscription, a list of addressees, an account).
    ``governed_elsewhere``: the law of unfair practices or of personal data covers the practice."""

    equally_prominent: bool
    asked_again: bool
    steps_in: int
    steps_out: int
    governed_elsewhere: bool = False
    small_platform: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceCheck(Decision):
    """``applies``: whether this article is the one that judges the page."""

    applies: bool
    faults: tuple[Fault, ...]


@provision("eu.interface.choice", say.CHOICE, FAIR, SECTION_3)
def choice(facts: Choice) -> ChoiceCheck:
    """No option is more prominent than another, what was chosen is not asked again and again, and
    leaving is as easy as entering (art. 25).  Where the law of unfair practices or of personal data
    covers a practice, that law judges it.  A small platform is spared (art. 19)."""
    if facts.small_platform:
        return ChoiceCheck(basis=(SECTION_3,), because=(say.SPARED(),), applies=False, faults=())
    if facts.governed_elsewhere:
        return ChoiceCheck(basis=(FAIR,), because=(say.ELSEWHERE(),), applies=False, faults=())
    faults = {
        Fault.UNEQUAL: not facts.equally_prominent,
        Fault.NAGGING: facts.asked_again,
        Fault.HARD_EXIT: facts.steps_out > facts.steps_in,
    }
    found = _FAIR.found([fault for fault, met in faults.items() if met])
    return ChoiceCheck(basis=(FAIR,), because=(_FAIR.breaks(found),), applies=True, faults=found)
