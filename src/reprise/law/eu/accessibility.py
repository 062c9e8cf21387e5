"""From when an online shop has to be accessible (European Accessibility Act)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from reprise.law.eu import accessibility_words as say
from reprise.law.instruments import EAA
from reprise.law.provision import Basis, Dated, Decision, Source, in_force, provision

APPLIES: Final = Basis(EAA, "", Source.MEMORY)
MICRO: Final = Basis(
    EAA, "", Source.MEMORY, open="what makes a micro-enterprise was not read; a person says so"
)
SINCE: Final = date(2025, 6, 28)
_SHOPS: Final = (Dated(SINCE, "EN 301 549, WCAG 2.1 AA", APPLIES),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """A service of electronic commerce for consumers on ``day``."""

    day: date
    micro_enterprise: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Access(Decision):
    """``standard`` is what the shop is held against, empty where nothing is imposed."""

    required: bool
    standard: str


@provision("eu.accessibility.shop", say.SHOP, APPLIES, MICRO, since=SINCE)
def shop(facts: Shop) -> Access:
    """Services of electronic commerce are accessible since 28 June 2025, by EN 301 549 and WCAG 2.1
    AA; services of micro-enterprises are exempt.

    Raises NotInForce before that day.
    """
    row = in_force(_SHOPS, facts.day)
    if facts.micro_enterprise:
        return Access(basis=(MICRO,), because=(say.EXEMPT(),), required=False, standard="")
    return Access(
        basis=(row.basis,),
        because=(say.REQUIRED(since=row.since, standard=row.value),),
        required=True,
        standard=row.value,
    )
