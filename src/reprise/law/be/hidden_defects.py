"""Hidden defects in Belgium (old Civil Code, art. 1641, 1644 to 1646 and 1648).

The buyer may rely on them besides the guarantee of conformity.  The French wording of art. 1648,
two years from the discovery, is not Belgian law even where terms under Belgian law quote it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final

from reprise.kernel.money import Money
from reprise.law.be import hidden_defects_words as say
from reprise.law.calendars import COUNTING, Calendar
from reprise.law.durations import Duration, refuse_endless
from reprise.law.instruments import BE_OLD_CIVIL, TERMS
from reprise.law.provision import Basis, Contradiction, Decision, Source, provision

DEFECT: Final = Basis(BE_OLD_CIVIL, "art. 1641", Source.TERMS, "S77")
CHOICE: Final = Basis(BE_OLD_CIVIL, "art. 1644", Source.TERMS, "S77")
KNEW: Final = Basis(BE_OLD_CIVIL, "art. 1645", Source.TERMS, "S77")
DID_NOT_KNOW: Final = Basis(
    BE_OLD_CIVIL,
    "art. 1646",
    Source.TERMS,
    "S77",
    open="whether a professional seller is held to know the defects",
)
KEPT_UNKNOWN: Final = Basis(
    BE_OLD_CIVIL,
    "art. 1646",
    Source.TERMS,
    "S77",
    open="whether a professional seller is held to know the defects; whether the costs of the sale "
    "are owed where the device is kept",
)
KEPT_KNEW: Final = Basis(
    BE_OLD_CIVIL,
    "art. 1645",
    Source.TERMS,
    "S77",
    open="whether the costs of the sale are among all damages where the device is kept",
)
RETURN_COST: Final = Basis(TERMS, "", Source.TERMS, "S77")
SHORT: Final = Basis(
    BE_OLD_CIVIL,
    "art. 1648",
    Source.MEMORY,
    "S-T3",
    open="how long the short period is, and from when it runs",
)
STATED: Final = Basis(
    TERMS,
    "",
    Source.TERMS,
    "S-T3",
    open="whether terms under Belgian law that quote the French period bind the seller to it",
)


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


@provision("be.hidden_defects.defect", say.DEFECT, DEFECT)
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
    return Hidden(basis=(DEFECT,), because=(reason,), answers=answers)


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
    ``damages`` are those beyond the costs of the sale; ``return_cost`` is what sending the device
    to the seller cost the buyer, for good or to have the defect valued.  All in one currency."""

    wish: Wish
    price: Money
    part: Money
    seller_knew: bool
    damages: Money
    sale_costs: Money
    return_cost: Money

    def __post_init__(self) -> None:
        if self.part > self.price:
            raise Contradiction("at most the price", "part", "price")


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed(Decision):
    total: Money


@provision(
    "be.hidden_defects.remedy",
    say.REMEDY,
    CHOICE,
    KNEW,
    KEPT_KNEW,
    DID_NOT_KNOW,
    KEPT_UNKNOWN,
    RETURN_COST,
)
def remedy(facts: Claim) -> Owed:
    """The whole price against the device, or a part of it keeping the device, as the buyer chooses
    (art. 1644); a seller who knew owes all damages besides (art. 1645), one who did not know only
    the price and the costs of the sale (art. 1646).  The terms put the sending on the seller "under
    the legal guarantee of hidden defects", whichever the buyer chooses once the defect is valued.

    Where the device is kept the costs of the sale are counted only against a seller who knew, and
    both are open: art. 1646 limits ("only"), and names them beside the price that is given back;
    art. 1645 extends ("all damages"), and excepts no loss that came of the purchase.
    """
    returns, knew = facts.wish is Wish.RETURN, facts.seller_knew
    total = facts.price if returns else facts.part
    reasons = [(say.RETURNS if returns else say.KEEPS)(amount=total)]
    basis = [CHOICE, _by_knowledge(returns, knew)]
    if returns or knew:
        total += facts.sale_costs
        reasons.append(say.SALE_COSTS(amount=facts.sale_costs))
    if facts.return_cost:
        total += facts.return_cost
        reasons.append(say.RETURN_COST(amount=facts.return_cost))
        basis.append(RETURN_COST)
    if knew:
        total += facts.damages
        reasons.append(say.KNEW(amount=facts.damages))
    else:
        reasons.append(say.DID_NOT_KNOW())
    return Owed(basis=tuple(basis), because=tuple(reasons), total=total)


def _by_knowledge(returns: bool, knew: bool) -> Basis:
    if knew:
        return KNEW if returns else KEPT_KNEW
    return DID_NOT_KNOW if returns else KEPT_UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """``brought`` is the day of the action, None: there is none yet; ``stated`` is the
    period that the terms themselves state, with an end, None: none; ``calendar`` is the buyer's."""

    discovered: date
    calendar: Calendar
    brought: date | None = None
    stated: Duration | None = None

    def __post_init__(self) -> None:
        if self.brought is not None and self.brought < self.discovered:
            raise Contradiction("nobody sues over what is not found", "brought", "discovered")
        refuse_endless(stated=self.stated)


class Timely(Enum):
    """What can be said of the time."""

    BY_TERMS = "by_terms"  # within the period that the terms state
    FOR_THE_JUDGE = "for_the_judge"
    NOT_YET = "not_yet"  # nothing was brought: only until when can be asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Decision):
    """``until`` is the last second, where the buyer is, of what the terms state; the law names no
    day."""

    outcome: Timely
    until: datetime | None


@provision("be.hidden_defects.time", say.TIME, SHORT, STATED, COUNTING)
def time(facts: Action) -> Time:
    """Within a short period, which the law does not number (art. 1648): no refusal by date.  Terms
    that state a period are held to it as long as it lasts (S-T3)."""
    brought = facts.brought
    if facts.stated is None:
        outcome = Timely.NOT_YET if brought is None else Timely.FOR_THE_JUDGE
        return Time(basis=(SHORT,), because=(say.SHORT(),), outcome=outcome, until=None)
    until = facts.calendar.working_day_from(facts.stated.last_day(facts.discovered))
    if brought is not None and brought > until:
        outcome = Timely.FOR_THE_JUDGE
        reason = say.STATED_OVER(stated=facts.stated, until=until)
    else:
        outcome = Timely.NOT_YET if brought is None else Timely.BY_TERMS
        reason = say.STATED(stated=facts.stated, discovered=facts.discovered, until=until)
    return Time(
        basis=(SHORT, STATED, COUNTING),
        because=(reason, say.SHORT()),
        outcome=outcome,
        until=facts.calendar.end_of(until),
    )
