"""Who may say « reconditionné », and what must never be said of such a device (decree 2022-190).

The decree stands in the code de la consommation, articles R122-4 to R122-6.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from reprise.law.checklist import Checklist, Item
from reprise.law.fr import refurbished_words as say
from reprise.law.instruments import CODE_CONSO, TRADE
from reprise.law.provision import Basis, Decision, Source, provision

DECREE: Final = Basis(CODE_CONSO, "art. R122-4", Source.SECONDARY)
WORDS: Final = Basis(
    CODE_CONSO,
    "art. R122-4–R122-6",
    Source.SECONDARY,
    open="which words of other languages are equivalent",
)
IN_FRANCE: Final = Basis(CODE_CONSO, "art. R122-4–R122-6", Source.SECONDARY)
DEFINITION: Final = Basis(TRADE, "", Source.TERMS, "S84")


class Condition(Enum):
    """What a product or a spare part must meet to be called « reconditionné »."""

    USED = "used"
    BY_A_PROFESSIONAL = "by_a_professional"
    TESTED = "tested"
    REPAIRED = "repaired"
    ERASED = "erased"


_GATE: Final = Checklist(
    say.GATE,
    {
        Condition.USED: Item(say.USED, DECREE),
        Condition.BY_A_PROFESSIONAL: Item(say.BY_A_PROFESSIONAL, DEFINITION),
        Condition.TESTED: Item(say.TESTED, DECREE),
        Condition.REPAIRED: Item(say.REPAIRED, DECREE),
        Condition.ERASED: Item(say.ERASED, DECREE),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What was done to a product or a spare part.

    ``all_tested`` says that every function was tested, for safety and for use; ``needed_work`` that
    the tests showed something to restore and ``work_done`` that it was.  ``erased`` is when all
    data of the owner before were, ``sold`` when the product changes owner.
    """

    used: bool
    by_a_professional: bool
    all_tested: bool
    needed_work: bool
    work_done: bool
    holds_data: bool
    erased: datetime | None
    sold: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class GateDecision(Decision):
    """The word may be used where nothing is ``missing``."""

    missing: tuple[Condition, ...]


@provision("fr.refurbished.gate", say.GATE, DECREE, DEFINITION)
def gate(work: Work) -> GateDecision:
    """A used product or spare part; tests of all its functions that show it safe and fit for what
    one may expect; where needed, interventions that restore them; all data of the owner before
    erased before it changes owner (art. R122-4).  The work is a professional's (S84)."""
    erased = not work.holds_data or (work.erased is not None and work.erased < work.sold)
    met = {
        Condition.USED: work.used,
        Condition.BY_A_PROFESSIONAL: work.by_a_professional,
        Condition.TESTED: work.all_tested,
        Condition.REPAIRED: work.work_done or not work.needed_work,
        Condition.ERASED: erased,
    }
    missing = _GATE.missing([line for line, is_met in met.items() if is_met])
    return GateDecision(basis=_GATE.basis, because=(_GATE.lacks(missing),), missing=missing)


# « neuf » is nine as well as new: what a number counts follows it.
_COUNTED: Final = (
    r"(?!\s+(?:(?:mois|ans?|années|jours?|semaines?|heures?|h|minutes?|euros?|fois|points?|sur)\b"
    r"|[€%]))"
)
_FORBIDDEN: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:[ée]tat|aspect|condition|comme|quasi|quasiment|presque) ?:? ?neu(?:f|fs|ve|ves)\b"
        + _COUNTED,
        rf"\b(?:remis|remise|remises|refait|refaite) [àa] neuf\b{_COUNTED}",
        rf"\bà neuf\b{_COUNTED}",
        r"\b(?:like|as good as|good as|same as) new\b",
        r"\bas new\b(?=\s*(?:condition\b|state\b|$|[.,;!)/|]))",
        r"\b(?:brand )?new condition\b|\bcondition ?: ?new\b(?! (?:batter|screen|part|cable|case))",
        r"\b(?:zo goed )?als nieuw\b|\b(?:als|in) nieuwe staat\b",
        r"\bnieuwstaat\b|\bstaat ?: ?nieuw\b",
        r"\b(?:so gut )?wie neu\b|\bneuwertig\w*|\bneuzustand\b|\bzustand ?: ?neu\b",
        r"\bwie fabrikneu\b",
    )
)


class Place(Enum):
    """Where words stand."""

    TITLE = "title"
    GRADE = "grade"
    DESCRIPTION = "description"
    REPLY = "reply"  # the seller's, under a review
    QUOTE = "quote"  # a review that the seller repeats
    REVIEW = "review"  # the buyer's own


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words about a refurbished device, in any of the four languages."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsDecision(Decision):
    """``found`` are the words that may not stand there, as they were written."""

    found: tuple[str, ...]


@provision("fr.refurbished.words", say.WORDS, WORDS)
def words(facts: Text) -> WordsDecision:
    """« État neuf », « comme neuf », « à neuf » and what is equivalent are forbidden on refurbished
    goods (art. R122-4 to R122-6): in titles, grades, descriptions and the seller's replies.  A
    buyer's review may say so and is not removed for it; the seller may not quote it."""
    if facts.place is Place.REVIEW:
        return WordsDecision(basis=(WORDS,), because=(say.A_REVIEW_MAY(),), found=())
    found = _found(plain(facts.text))
    reason = say.FORBIDDEN(words=found) if found else say.ALLOWED()
    return WordsDecision(basis=(WORDS,), because=(reason,), found=found)


def _found(text: str) -> tuple[str, ...]:
    """The forbidden words in the order of the text; of two that overlap, the first."""
    met = [each for pattern in _FORBIDDEN for each in pattern.finditer(text)]
    found: list[str] = []
    reached = 0
    for each in sorted(met, key=lambda one: (one.start(), -one.end())):
        if each.start() >= reached:
            found.append(each.group())
            reached = each.end()
    return tuple(dict.fromkeys(found))


def plain(text: str) -> str:
    """Text without the differences behind which a word can hide: case, composed letters, invisible
    signs, hyphens, spaces of any kind."""
    shown = unicodedata.normalize("NFKC", text).casefold()
    shown = "".join(each for each in shown if unicodedata.category(each) != "Cf")
    return " ".join(re.sub(r"[\s_‐‑‒–—-]+", " ", shown).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One step of the refurbishment, and the country in which it was done."""

    what: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """All steps of the refurbishment of one device."""

    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginDecision(Decision):
    """``elsewhere`` are the steps that were done in another country."""

    may_say: bool
    elsewhere: tuple[str, ...]


@provision("fr.refurbished.in_france", say.IN_FRANCE, IN_FRANCE)
def in_france(origin: Origin) -> OriginDecision:
    """« Reconditionné en France » only where all operations were done in France; nothing known is
    not all."""
    elsewhere = tuple(each.what for each in origin.operations if each.country != "FR")
    if elsewhere:
        reason = say.ELSEWHERE(what=elsewhere)
    else:
        reason = say.ALL_IN_FRANCE() if origin.operations else say.NOTHING_KNOWN()
    return OriginDecision(
        basis=(IN_FRANCE,),
        because=(reason,),
        may_say=bool(origin.operations) and not elsewhere,
        elsewhere=elsewhere,
    )
