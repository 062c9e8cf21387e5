"""Who answers for the waste: registration of producers, by country and by stream."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from reprise.law.checklist import Checklist, Item
from reprise.law.eu import producers_words as say
from reprise.law.instruments import BATTERIES, PPWR, TRADE
from reprise.law.provision import Basis, Dated, Decision, Source, in_force, provision

MATRIX: Final = Basis(TRADE, "", Source.TERMS, "S83")
BATTERY: Final = Basis(BATTERIES, "", Source.SECONDARY, "S83")
SINCE: Final = date(2025, 8, 18)
BATTERIES_SINCE: Final = (Dated(SINCE, True, BATTERY),)
PACKAGE: Final = Basis(
    PPWR,
    "",
    Source.MEMORY,
    "S83",
    open="what a marketplace has to ask of its sellers was not read",
)
PACKAGING_SINCE: Final = (Dated(date(2026, 8, 12), True, PACKAGE),)


class Stream(Enum):
    """What becomes waste."""

    ELECTRONICS = "electronics"
    PACKAGING = "packaging"
    BATTERIES = "batteries"


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """A seller's registration for one stream in one country, as it stands on ``day``.

    ``number`` is None, or blank, where none was given; ``until`` bounds its validity, None: not
    bounded.  ``proven`` says that the platform holds a proof of it.
    """

    day: date
    number: str | None
    proven: bool
    until: date | None = None


class Fault(Enum):
    """What is wrong with a registration."""

    NONE_GIVEN = "none_given"
    FORMAT = "format"
    EXPIRED = "expired"
    NOT_PROVEN = "not_proven"
    NOT_SHOWN = "not_shown"


CHECKS: Final = Checklist(
    say.REGISTRATION,
    {
        Fault.NONE_GIVEN: Item(say.NONE_GIVEN, MATRIX),
        Fault.FORMAT: Item(say.FORMAT, MATRIX),
        Fault.EXPIRED: Item(say.EXPIRED, MATRIX),
        Fault.NOT_PROVEN: Item(say.NOT_PROVEN, MATRIX),
        Fault.NOT_SHOWN: Item(say.NOT_SHOWN, MATRIX),
    },
)


def checked(held: Registration, shape: re.Pattern[str] | None) -> tuple[Fault, ...]:
    """What is wrong with a registration whose number has ``shape`` (None: any)."""
    if held.number is None or not held.number.strip():
        return (Fault.NONE_GIVEN,)
    faults = {
        Fault.FORMAT: shape is not None and shape.fullmatch(held.number) is None,
        Fault.EXPIRED: held.until is not None and held.until < held.day,
        Fault.NOT_PROVEN: not held.proven,
    }
    return CHECKS.found([fault for fault, met in faults.items() if met])


@dataclass(frozen=True, slots=True, kw_only=True)
class BatteryCheck(Decision):
    faults: tuple[Fault, ...]


@provision("eu.producers.batteries", say.BATTERIES, BATTERY, MATRIX, since=SINCE)
def batteries(held: Registration) -> BatteryCheck:
    """Whoever makes batteries available is registered in each state (Regulation (EU) 2023/1542); no
    format of the numbers is known here.

    Raises NotInForce before 18 August 2025.
    """
    in_force(BATTERIES_SINCE, held.day)
    found = checked(held, None)
    return BatteryCheck(basis=(BATTERY, MATRIX), because=(CHECKS.breaks(found),), faults=found)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackagingCheck(Decision):
    faults: tuple[Fault, ...]


@provision("eu.producers.packaging", say.PACKAGING, PACKAGE, MATRIX, since=PACKAGING_SINCE[0].since)
def packaging(held: Registration) -> PackagingCheck:
    """A marketplace checks that whoever sells on it is registered for packaging (Regulation (EU)
    2025/40); second-hand goods leave in packaging too.  No format of the numbers is known here.

    Raises NotInForce before 12 August 2026.
    """
    in_force(PACKAGING_SINCE, held.day)
    found = checked(held, None)
    return PackagingCheck(basis=(PACKAGE, MATRIX), because=(CHECKS.breaks(found),), faults=found)
