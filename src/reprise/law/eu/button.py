"""The words on the order button: the directive's, and the judgement that the countries share.

A button with other words may say as clearly that the order must be paid.  That is for a person to
judge, not for a program, so the judgement is a fact.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.law.eu import contract_words as say
from reprise.law.instruments import CRD
from reprise.law.provision import Basis, Because, Decision, Sentence, Source, provision

BUTTON: Final = Basis(CRD, "art. 8(2)", Source.SECONDARY, "S6")
# The directive's words in the languages in which they were found.
LABELS: Final = {
    "en": "order with obligation to pay",
    "fr": "commande avec obligation de paiement",
    "nl": "bestelling met betalingsverplichting",
    "de": "zahlungspflichtig bestellen",
}


class Verdict(Enum):
    """What a button is worth."""

    GOOD = "good"
    TO_JUDGE = "to_judge"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """All the words on the button, whether they are easy to read, and, for other words than the
    law's, whether a person judged them as clear (None: nobody has)."""

    words: str
    legible: bool = True
    judged_clear: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ButtonCheck(Decision):
    verdict: Verdict


def judged(
    button: Button, given: bool, consequence: Sentence
) -> tuple[Verdict, tuple[Because, ...]]:
    """The verdict on a button; ``given`` says whether it carries the words that the text gives."""
    if not button.legible or (not given and button.judged_clear is False):
        return Verdict.BAD, (say.NOT_CLEAR(words=button.words), consequence())
    if given:
        return Verdict.GOOD, (say.THE_WORDS(words=button.words),)
    if button.judged_clear:
        return Verdict.GOOD, (say.CLEAR(words=button.words),)
    return Verdict.TO_JUDGE, (say.OTHER_WORDS(words=button.words),)


def plain(words: str) -> str:
    """Words without the differences that a reader does not see: case and spacing."""
    return " ".join(words.split()).casefold()


@provision("eu.contract.button", say.BUTTON, BUTTON)
def button(facts: Button) -> ButtonCheck:
    """Only the words "order with obligation to pay" or an unambiguous formulation that corresponds
    to them, easy to read; otherwise the consumer is not bound (Directive 2011/83/EU, art. 8(2))."""
    given = plain(facts.words) in LABELS.values()
    verdict, reasons = judged(facts, given, say.NOT_BOUND)
    return ButtonCheck(basis=(BUTTON,), because=reasons, verdict=verdict)
