"""Environmental claims (Directive (EU) 2024/825, since 27 September 2026)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from reprise.law.checklist import Checklist, Item
from reprise.law.eu import claims_words as say
from reprise.law.instruments import EMPCO
from reprise.law.provision import Basis, Because, Dated, Decision, Source, in_force, provision

SINCE: Final = date(2026, 9, 27)

CLAIMS: Final = Basis(EMPCO, "", Source.SECONDARY)
BADGE: Final = Basis(
    EMPCO,
    "",
    Source.SECONDARY,
    open="that these six lines make a figure on impact no generic claim is our reading",
)
IN_FORCE: Final = (Dated(SINCE, True, CLAIMS),)

_NEUTRAL: Final = re.compile(
    r"\b(?:carbon|climate|co2)[ -]neutral\b"
    r"|\bneutres? en carbone\b|\bneutralité carbone\b"
    r"|\b(?:klimaat|co2|koolstof)[ -]?neutra(?:al|le)\b"
    r"|\b(?:klima|co2)[ -]?neutral\w*",
    re.IGNORECASE,
)
_GENERIC: Final = re.compile(
    r"\beco[ -]?friendly\b|\benvironmentally friendly\b"
    r"|\bécologiques?\b|\béco[ -]?responsables?\b|\brespectueu(?:x|se|ses) de l['’]environnement\b"
    r"|\bmilieuvriendelijke?\b|\becologische?\b"
    r"|\bumweltfreundlich\w*|\bökologisch\w*",
    re.IGNORECASE,
)
# A colour as well as a claim: a person has to look.
_GREEN: Final = re.compile(r"\bgreen(?:er)?\b|\bverte?s?\b|\bgroene?\b|\bgrün\w*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A text about a product, as it stands on ``day``.

    ``excellent`` says that recognised excellent environmental performance stands behind a general
    claim, ``part_only`` that what is claimed of the product is true of a part of it.
    """

    text: str
    day: date
    excellent: bool = False
    part_only: bool = False


class Verdict(Enum):
    """What to do with it."""

    FINE = "fine"
    LOOK = "look"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCheck(Decision):
    """``words`` are those that were stumbled over, as they were written."""

    verdict: Verdict
    words: tuple[str, ...]


@provision("eu.claims.words", say.WORDS, CLAIMS, since=SINCE)
def words(claim: Claim) -> ClaimCheck:
    """Forbidden: a general environmental claim without recognised excellent performance behind it;
    a claim about the whole product that is true of a part; "neutral" by offsetting.  A word that is
    a colour as well is left to a person.

    Raises NotInForce before 27 September 2026.
    """
    in_force(IN_FORCE, claim.day)
    neutral, generic, green = (
        tuple(dict.fromkeys(each.group() for each in pattern.finditer(claim.text)))
        for pattern in (_NEUTRAL, _GENERIC, _GREEN)
    )
    if neutral:
        return _verdict(Verdict.FORBIDDEN, neutral, say.NEUTRAL(words=neutral))
    if generic and claim.part_only:
        return _verdict(Verdict.FORBIDDEN, generic, say.PART(words=generic))
    if generic and not claim.excellent:
        return _verdict(Verdict.FORBIDDEN, generic, say.GENERIC(words=generic))
    if green and not claim.excellent:
        return _verdict(Verdict.LOOK, green, say.LOOK(words=green))
    return _verdict(Verdict.FINE, (), say.FINE())


def _verdict(verdict: Verdict, found: tuple[str, ...], reason: Because) -> ClaimCheck:
    return ClaimCheck(basis=(CLAIMS,), because=(reason,), verdict=verdict, words=found)


class Line(Enum):
    """What stands beside a figure on impact."""

    NUMBER = "number"
    UNIT = "unit"
    BASELINE = "baseline"
    FUNCTIONAL_UNIT = "functional_unit"
    SOURCE = "source"
    DATE = "date"


_BADGE: Final = Checklist(
    say.BADGE,
    {
        Line.NUMBER: Item(say.NUMBER, BADGE),
        Line.UNIT: Item(say.UNIT, BADGE),
        Line.BASELINE: Item(say.BASELINE, BADGE),
        Line.FUNCTIONAL_UNIT: Item(say.FUNCTIONAL_UNIT, BADGE),
        Line.SOURCE: Item(say.SOURCE, BADGE),
        Line.DATE: Item(say.DATE, BADGE),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """What one screen shows of a figure on impact; what is a click away is not shown."""

    shown: frozenset[Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeCheck(Decision):
    missing: tuple[Line, ...]


@provision("eu.claims.badge", say.BADGE, BADGE, since=SINCE)
def badge(facts: Badge) -> BadgeCheck:
    """A figure says its unit, what it is compared with, for which use, where it comes from and from
    when, all on the same screen; an adjective says nothing."""
    missing = _BADGE.missing(facts.shown)
    return BadgeCheck(basis=(BADGE,), because=(_BADGE.lacks(missing),), missing=missing)
