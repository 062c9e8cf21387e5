"""A lint for terms of sale under Belgian law: passages that another country's terms left behind, or
that take away what the law gives.  It finds words, in four languages; a lawyer judges them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.law.be import terms_words as say
from reprise.law.be.conformity import articles as art
from reprise.law.be.hidden_defects import SHORT
from reprise.law.instruments import TERMS
from reprise.law.provision import Basis, Decision, Source, provision

CHOSEN_LAW: Final = Basis(TERMS, "", Source.TERMS, "S-T6")


class Finding(Enum):
    """What a passage does."""

    FOREIGN_LAW = "foreign_law"
    FRENCH_PERIOD = "french_period"  # art. 1648 with two years from discovery
    NO_REPAIR = "no_repair"
    LOCK_FORFEITS = "lock_forfeits"


_BASIS: Final = {
    Finding.FOREIGN_LAW: CHOSEN_LAW,
    Finding.FRENCH_PERIOD: SHORT,
    Finding.NO_REPAIR: art.NO_REPAIR_CLAUSE,
    Finding.LOCK_FORFEITS: art.CLAUSES,
}


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE | re.DOTALL)


_FRENCH: Final = r"fran[cç]aise?s?|allemande?s?|néerlandaise?s?|luxembourgeoise?s?|espagnole?s?"
_PATTERNS: Final = {
    Finding.FOREIGN_LAW: _pattern(
        rf"\b(?:jurisprudence|droit|lois?|législation|code civil|tribunaux)\s+(?:{_FRENCH})\b",
        r"\b(?:Frans|Duits|Nederlands|Luxemburgs|Spaans)e?\s+"
        r"(?:recht|rechtspraak|wet|wetgeving|rechtbanken)\b",
        r"\b(?:französisch|deutsch|niederländisch|luxemburgisch|spanisch)\w{1,2}\s+"
        r"(?:Recht|Rechtsprechung|Gesetze?|Gerichte?)\w{0,2}\b",
        r"\b(?:French|German|Dutch|Luxembourg|Spanish)\s+(?:law|case law|legislation|courts)\b",
    ),
    Finding.FRENCH_PERIOD: _pattern(
        r"\b1648\b.{0,200}?\b(?:deux ans|twee jaar|zwei Jahren?|two years)\b"
    ),
    Finding.NO_REPAIR: _pattern(
        r"\bréparation\b[^.]{0,80}?\bn['’]est pas (?:réalisable|possible|proposée|offerte)",
        r"\b(?:herstel\w*|reparatie)\b[^.]{0,80}?\bniet (?:mogelijk|aangeboden)",
        r"\b(?:Reparatur|Nachbesserung)\b[^.]{0,80}?\bnicht (?:möglich|angeboten)",
        r"\brepairs?\b[^.]{0,80}?\bnot (?:possible|offered|available)",
    ),
    Finding.LOCK_FORFEITS: _pattern(
        r"\b(?:localiser mon|verrouillage (?:de réactivation|d['’]activation))\b[^.]{0,120}?"
        r"\bne (?:pourra|peut|sera)\b[^.]{0,40}?\b(?:remplacé|remboursé)",
        r"\b(?:activeringsslot|zoek mijn)\b[^.]{0,120}?\b(?:niet|noch|geen)\b[^.]{0,60}?"
        r"\b(?:vervangen|vervanging|terugbeta\w+)",
        r"\b(?:Aktivierungssperre|Wo ist\?)[^.]{0,120}?\b(?:nicht|weder|kein)\b[^.]{0,60}?"
        r"\b(?:ersetzt|Ersatz|erstattet|Erstattung)",
        r"\b(?:activation lock|find my)\b[^.]{0,120}?\b(?:not|neither|no)\b[^.]{0,60}?"
        r"\b(?:replace|refund)\w*",
    ),
}
# "une société anonyme de droit français": a company's form, not the contract's law.
_COMPANY: Final = re.compile(
    r"(?:société|vennootschap|Gesellschaft|company)\b[^.;]{0,40}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Terms, or a clause of them, of contracts under Belgian law."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Decision):
    """``passages`` are the words found, in the order of ``findings``."""

    findings: tuple[Finding, ...]
    passages: tuple[str, ...]


@provision(
    "be.terms.lint",
    say.LINT,
    CHOSEN_LAW,
    SHORT,
    art.NO_REPAIR_CLAUSE,
    art.CLAUSES,
)
def lint(facts: Text) -> Found:
    """Another country's law or case law (S-T6), the French art. 1648 (S-T3), repair ruled out
    beforehand (S-T2), rights lost to an activation lock (art. 1649octies)."""
    found = tuple(_found(facts.text))
    if not found:
        return Found(basis=(CHOSEN_LAW,), because=(say.CLEAN(),), findings=(), passages=())
    return Found(
        basis=tuple(dict.fromkeys(_BASIS[finding] for finding, _ in found)),
        because=tuple(say.FINDINGS[each.value](passage=passage) for each, passage in found),
        findings=tuple(finding for finding, _ in found),
        passages=tuple(passage for _, passage in found),
    )


def _found(text: str) -> Iterator[tuple[Finding, str]]:
    for finding, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            if finding is Finding.FOREIGN_LAW and _COMPANY.search(text[: match.start()]):
                continue
            yield finding, " ".join(match[0].split())
