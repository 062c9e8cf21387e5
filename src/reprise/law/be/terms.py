"""A lint for terms of sale under Belgian law: passages that another country's terms left behind, or
that take away what the law gives.  It finds words, in four languages; a lawyer judges them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.law.be import terms_patterns as patterns
from reprise.law.be import terms_words as say
from reprise.law.be.conformity import articles as art
from reprise.law.be.hidden_defects import SHORT
from reprise.law.instruments import TERMS
from reprise.law.provision import Basis, Decision, Source, provision

CHOSEN_LAW: Final = Basis(TERMS, "", Source.TERMS, "S-T6")


class Finding(Enum):
    """What a passage does."""

    FOREIGN_LAW = "foreign_law"  # another Member State's, or the courts of another State
    THIRD_STATE_LAW = "third_state_law"
    FRENCH_PERIOD = "french_period"  # art. 1648 with two years from discovery
    NO_REPAIR = "no_repair"
    LOCK_FORFEITS = "lock_forfeits"


_BASIS: Final = {
    Finding.FOREIGN_LAW: CHOSEN_LAW,
    Finding.THIRD_STATE_LAW: art.CLAUSES,
    Finding.FRENCH_PERIOD: SHORT,
    Finding.NO_REPAIR: art.NO_REPAIR_CLAUSE,
    Finding.LOCK_FORFEITS: art.CLAUSES,
}
_PATTERNS: Final[Mapping[Finding, Callable[[], re.Pattern[str]]]] = {
    Finding.FOREIGN_LAW: patterns.foreign_law,
    Finding.THIRD_STATE_LAW: patterns.third_state_law,
    Finding.FRENCH_PERIOD: lambda: patterns.FRENCH_PERIOD,
    Finding.NO_REPAIR: lambda: patterns.NO_REPAIR,
    Finding.LOCK_FORFEITS: lambda: patterns.LOCK_FORFEITS,
}
_NEARBY: Final = 200  # characters around a passage that are read with it


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
    """Another country's law or case law (S-T6), that of a State outside the Union (art. 1649octies,
    al. 2), the French art. 1648 (S-T3), repair ruled out beforehand (S-T2), rights lost to an
    activation lock (art. 1649octies)."""
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
        for match in pattern().finditer(text):
            if not _harmless(finding, match):
                yield finding, " ".join(match[0].split())


def _harmless(finding: Finding, match: re.Match[str]) -> bool:
    """Whether what stands around a passage takes the sting out of it: it is a company's form, is
    denied, is about exports, or is the condition of a sentence."""
    near = max(match.start() - _NEARBY, 0)
    if finding in (Finding.FOREIGN_LAW, Finding.THIRD_STATE_LAW):
        text, end = match.string, match.end()
        denied = patterns.DENIED.search(text, near, match.start())
        exports = patterns.EXPORTS.match(text[end : end + _NEARBY])
        return bool(denied or exports or patterns.COMPANY.search(text, near, end))
    if finding is Finding.NO_REPAIR:
        return bool(patterns.CONDITION.search(match.string, near, match.start()))
    return False
