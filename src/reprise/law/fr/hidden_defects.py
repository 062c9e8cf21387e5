"""Hidden defects in France (Code civil, art. 1641 to 1649).

The action has two years from the discovery; the Belgian short period is another country's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final

from reprise.kernel.money import Money
from reprise.law.calendars import COUNTING, Calendar
from reprise.law.fr import hidden_defects_words as say
from reprise.law.instruments import FR_CIVIL
from reprise.law.provision import Basis, Contradiction, Decision, Source, provision

MONTHS: Final = 24

# The box of art. D211-2 of the Code de la consommation names these articles together.
GUARANTEE: Final = Basis(FR_CIVIL, "art. 1641-1649", Source.SECONDARY, "S77")
KNEW: Final = Basis(FR_CIVIL, "art. 1645", Source.SECONDARY, "S77")
DID_NOT_KNOW: Final = Basis(
    FR_CIVIL,
    "art. 1646",
    Source.SECONDARY,
    "S77",
    open="whether a professional seller is held to know the defects",
)
TWO_YEARS: Final = Basis(FR_CIVIL, "art. 1648", Source.SECONDARY, "S-T3")


class Impairs(Enum):
    """What the defect does to the use that the device is meant for."""

    UNFIT = "unfit"
    NOT_BOUGHT = "not_bought"  # had the buyer known, there would have been no purchase
    PAID_LESS = "paid_less"  # had the buyer known, the price would have been lower
    LITTLE = "little"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    hidden: bool
    impairs: Impairs


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden(Decision):
    answers: bool


@provision("fr.hidden_defects.defect", say.DEFECT, GUARANTEE)
def defect(facts: Flaw) -> Hidden:
    """The seller answers for hidden defects that make the device unfit for its use or so impair it
    that the buyer, knowing them, would not have bought or would have paid less (art. 1641)."""
    if not facts.hidden:
        reason = say.NOT_HIDDEN()
    elif facts.impairs is Impairs.LITTLE:
        reason = say.TOO_SLIGHT()
    else:
        reason = say.HIDDEN(effect=_EFFECTS[facts.impairs])
    answers = facts.hidden and facts.impairs is not Impairs.LITTLE
    return Hidden(basis=(GUARANTEE,), because=(reason,), answers=answers)


_EFFECTS: Final = {
    Impairs.UNFIT: say.UNFIT,
    Impairs.NOT_BOUGHT: say.NOT_BOUGHT,
    Impairs.PAID_LESS: say.PAID_LESS,
}


class Wish(Enum):
    """What the buyer chooses."""

    RETURN = "return"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """``part`` is the part of the price that a buyer who keeps the device gets back, as valued;
    ``damages`` are those beyond the costs of the sale.  All in one currency."""

    wish: Wish
    price: Money
    part: Money
    seller_knew: bool
    damages: Money
    sale_costs: Money

    def __post_init__(self) -> None:
        if self.part > self.price:
            raise Contradiction("at most the price", "part", "price")


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed(Decision):
    total: Money


@provision("fr.hidden_defects.remedy", say.REMEDY, GUARANTEE, KNEW, DID_NOT_KNOW)
def remedy(facts: Claim) -> Owed:
    """A lower price where the device is kept, the whole price against its return; a seller who knew
    owes all damages besides (art. 1645), one who did not know only the price and the costs of the
    sale (art. 1646)."""
    returns = facts.wish is Wish.RETURN
    total = facts.price if returns else facts.part
    reasons = [(say.FULL if returns else say.LOWER)(amount=total)]
    if returns:
        total += facts.sale_costs
        reasons.append(say.SALE_COSTS(amount=facts.sale_costs))
    if facts.seller_knew:
        total += facts.damages
        reasons.append(say.KNEW(amount=facts.damages))
    else:
        reasons.append(say.DID_NOT_KNOW())
    knowledge = KNEW if facts.seller_knew else DID_NOT_KNOW
    return Owed(basis=(GUARANTEE, knowledge), because=tuple(reasons), total=total)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    discovered: date
    brought: date
    calendar: Calendar

    def __post_init__(self) -> None:
        if self.brought < self.discovered:
            raise Contradiction("nobody sues over what is not found", "brought", "discovered")


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Decision):
    """``until`` is the last second where the buyer is, whose calendar counts."""

    in_time: bool
    until: datetime


@provision("fr.hidden_defects.time", say.TIME, TWO_YEARS, COUNTING)
def time(facts: Action) -> Time:
    """Within two years of the discovery of the defect (art. 1648)."""
    until = facts.calendar.months_after(facts.discovered, MONTHS)
    in_time = facts.brought <= until
    said = say.IN_TIME if in_time else say.TOO_LATE
    reason = said(months=MONTHS, discovered=facts.discovered, until=until)
    return Time(
        basis=(TWO_YEARS, COUNTING),
        because=(reason,),
        in_time=in_time,
        until=facts.calendar.end_of(until),
    )
