"""Price reduction and the end of the contract: when, how much and what goes back
(art. 1649quinquies, § 5 to § 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from reprise.kernel.money import Money, up
from reprise.kernel.rate import Rate
from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import second_stage_words as say
from reprise.law.be.conformity.remedies_words import DAMAGES
from reprise.law.provision import Basis, Because, Contradiction, Decision, provision


class Ground(Enum):
    """What opens the second stage (§ 5, al. 1)."""

    NOT_DONE = "not_done"  # 1°
    NOT_DONE_PROPERLY = "not_done_properly"  # 1°, not as § 3, al. 2 and 3 ask
    POORLY_DONE = "poorly_done"  # charged, late or a burden (§ 3, al. 1 and 4): read into 1°
    REFUSED = "refused"  # 1°, under § 4
    AGAIN = "again"  # 2°, the defect that the seller tried to put right
    ANOTHER = "another"  # another one than that: read into 2°
    SERIOUS = "serious"  # 3°
    DECLARED = "declared"  # 4°, or clear from the circumstances


class Minor(Enum):
    """What the seller says of the defect's weight."""

    NOT_CLAIMED = "not_claimed"
    CLAIMED = "claimed"
    PROVED = "proved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A defect may be serious enough for an immediate price reduction (3°) and still be minor, so
    that it does not end the contract: al. 2 derogates from all of al. 1."""

    grounds: frozenset[Ground]
    minor: Minor = Minor.NOT_CLAIMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Second(Decision):
    """Whether the consumer may have a price reduction, and whether the contract may be ended."""

    reduction: bool
    termination: bool


_ARTICLES: Final = {
    Ground.NOT_DONE: art.NOT_CARRIED_OUT,
    Ground.NOT_DONE_PROPERLY: art.NOT_CARRIED_OUT,
    Ground.POORLY_DONE: art.NOT_CARRIED_OUT_READ,
    Ground.REFUSED: art.NOT_CARRIED_OUT,
    Ground.AGAIN: art.FAILED_AGAIN,
    Ground.ANOTHER: art.FAILED_OTHERWISE,
    Ground.SERIOUS: art.SERIOUS,
    Ground.DECLARED: art.DECLARED,
}
_OPENS: Final = tuple(dict.fromkeys(_ARTICLES.values()))
_READ: Final = frozenset({Ground.POORLY_DONE, Ground.ANOTHER})


@provision(
    "be.conformity.second_stage",
    say.SECOND_STAGE,
    art.SECOND_STAGE,
    *_OPENS,
    art.MINOR,
    art.DAMAGES,
)
def second_stage(facts: Stage) -> Second:
    """A price reduction or the end of the contract where the remedy failed, was refused or will not
    come, or the defect is grave enough (art. 1649quinquies, § 5); no end of the contract for a
    minor defect, which the seller has to prove (al. 2).  Damages besides (§ 1).  That a second
    defect, which the seller had not tried to put right, is one "in spite of the attempt" (al. 1,
    2°) is a reading."""
    grounds = tuple(say.GROUNDS[each.value] for each in Ground if each in facts.grounds)
    if not grounds:
        return Second(
            basis=(art.SECOND_STAGE, art.DAMAGES),
            because=(say.CLOSED(), DAMAGES()),
            reduction=False,
            termination=False,
        )
    opened = say.OPEN(grounds=grounds)
    opening = _opening(facts.grounds)
    if facts.minor is Minor.NOT_CLAIMED:
        return Second(
            basis=(*opening, art.DAMAGES),
            because=(opened, say.BOTH_OPEN(), DAMAGES()),
            reduction=True,
            termination=True,
        )
    proved = facts.minor is Minor.PROVED
    weight = (say.MINOR(),) if proved else (say.NOT_PROVED_MINOR(), say.BOTH_OPEN())
    return Second(
        basis=(*opening, art.MINOR, art.DAMAGES),
        because=(opened, *weight, DAMAGES()),
        reduction=True,
        termination=not proved,
    )


def _opening(grounds: frozenset[Ground]) -> tuple[Basis, ...]:
    """By which cases of al. 1 the stage is open; where one is, nothing has to be read into any."""
    certain = grounds - _READ or grounds
    return tuple(dict.fromkeys(_ARTICLES[each] for each in Ground if each in certain))


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """The price; what the device would have been worth if it conformed, and what the one received
    was worth, both on the day on which it was delivered.  All in one currency.  ``paid``: what was
    paid of the price so far, as in instalments; None: all of it."""

    delivered: date
    price: Money
    conform: Money
    received: Money
    paid: Money | None = None

    def __post_init__(self) -> None:
        if not self.conform:
            raise Contradiction("a device that conforms is worth something", "conform")
        if self.paid is not None and self.paid > self.price:
            raise Contradiction("no more was paid than the price", "paid", "price")

    @property
    def paid_so_far(self) -> Money:
        return self.price if self.paid is None else self.paid


@dataclass(frozen=True, slots=True, kw_only=True)
class Reduced(Decision):
    """``rate`` is exact; ``reduction`` is what comes off the price, rounded up to the minor unit,
    once.  ``refund`` is what is given back, ``owing`` what is still to be paid."""

    rate: Rate
    reduction: Money
    refund: Money
    owing: Money


@provision(
    "be.conformity.reduction",
    say.REDUCTION,
    art.REDUCTION,
    art.VALUED,
    art.REDUCED_UP,
    art.REDUCED_UNPAID,
)
def reduction(facts: Values) -> Reduced:
    """In proportion to the difference between the value of the good received and the value it would
    have if it conformed (art. 1649quinquies, § 6): price × (conform - received) / conform.

    The article names no day for the two values: they are those of the delivery, when the good was
    received.  Nor does it say how to round: a part of a cent goes to the consumer.  By when the sum
    is given back it does not say either, and no day is named here.  What is reduced is the price:
    of one that is not paid wholly, less is still to be paid before anything is given back.
    """
    nothing = Money.zero(facts.price.currency)
    lost = max(facts.conform - facts.received, nothing)
    rate = Rate.of(lost.minor, facts.conform.minor)
    off = facts.price.share(rate, up)
    reduced, paid = facts.price - off, facts.paid_so_far
    values = {
        "delivered": facts.delivered,
        "received": facts.received,
        "conform": facts.conform,
    }
    basis, reasons = [art.REDUCTION, art.VALUED], [say.NO_LESS_WORTH(**values)]
    if lost and paid == facts.price:
        reasons = [say.REDUCED(price=facts.price, refund=off, **values)]
    elif lost:
        basis.append(art.REDUCED_UNPAID)
        taken_off = say.REDUCED_UNPAID(price=facts.price, off=off, reduced=reduced, **values)
        reasons = [taken_off, _set_against(paid, reduced)]
    if off.minor != facts.price.minor * rate.fraction:
        basis.append(art.REDUCED_UP)
        reasons.append(say.ROUNDED_UP())
    return Reduced(
        basis=tuple(basis),
        because=(*reasons, say.VALUED()),
        rate=rate,
        reduction=off,
        refund=max(paid - reduced, nothing),
        owing=max(reduced - paid, nothing),
    )


def _set_against(paid: Money, reduced: Money) -> Because:
    """What becomes of what was paid so far."""
    if paid > reduced:
        return say.PAID_BEYOND(paid=paid, refund=paid - reduced)
    return say.PAID_WITHIN(paid=paid, owing=reduced - paid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One good of the sale.  ``together``: acquired at the same time as one that does not conform;
    ``keepable``: the consumer can reasonably be expected to keep it without those that go back;
    ``goes_with``: the one that does not conform and without which it cannot, empty: any of them,
    where all of them go back.
    ``left_out``: the consumer's declaration leaves it out, as is the consumer's choice.
    ``minor``: the seller has proved that its own defect is minor.
    ``price`` is what was paid for it: no more than was paid so far, and less what was given back of
    it before; nothing for a gift."""

    name: str
    price: Money
    conforms: bool
    together: bool = True
    keepable: bool = True
    goes_with: str = ""
    left_out: bool = False
    minor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """``declared``: the day on which the consumer's declaration was addressed to the seller.
    Where each defect is proved minor the stage says so, and not the items.  Goods are told apart by
    their names, two of a kind as well ("Phone 1", "Phone 2")."""

    stage: Stage
    declared: date | None
    items: tuple[Item, ...]

    def __post_init__(self) -> None:
        if all(each.conforms or each.left_out or each.minor for each in self.items):
            raise Contradiction(
                "one of them does not conform, is not left out and not minor", "items"
            )
        for at, each in enumerate(self.items):
            if each.name in [other.name for other in self.items[:at]]:
                why = "names another one already; each has a name of its own"
                raise Contradiction(why, f"items[{at}].name", "items")
        faulty = {each.name for each in self.items if not each.conforms}
        for at, each in enumerate(self.items):
            if each.goes_with and each.goes_with not in faulty:
                raise Contradiction(
                    "names one that does not conform", f"items[{at}].goes_with", "items"
                )
        remains = any(_remains(each) for each in self.items)
        for at, each in enumerate(self.items):
            if remains and _cannot_stay(each) and _stays_by_itself(each) and not each.goes_with:
                raise Contradiction(
                    "says with which it goes, as one that does not conform stays",
                    f"items[{at}].goes_with",
                    "items",
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended(Decision):
    """``going_back`` names the goods that the declaration covers, ``price`` is what was paid for
    them."""

    ended: bool
    going_back: tuple[str, ...]
    price: Money


@provision(
    "be.conformity.termination",
    say.TERMINATION,
    art.TERMINATION,
    art.SECOND_STAGE,
    *_OPENS,
    art.MINOR,
    art.MINOR_TOGETHER,
    art.EACH_OR_ALL,
    art.SOME_LEFT_OUT,
    art.DAMAGES,
)
def termination(facts: Declaration) -> Ended:
    """By a unilateral declaration to the seller; of several goods only those that do not conform,
    and the conforming ones acquired with them that the consumer cannot reasonably be expected to
    keep alone (art. 1649quinquies, § 7).  One whose own defect is minor is treated no better and
    no worse than if it conformed (§ 5, al. 2).  That the consumer may keep one that does not
    conform is a reading; so is that, of several which do not, the ground is asked of the contract
    and the weight of each."""
    stage = second_stage(facts.stage)
    if not stage.termination:
        return _goes_on(facts, (*stage.because, say.NO_RIGHT()), stage)
    if facts.declared is None:
        return _goes_on(facts, (*stage.because, say.NOT_DECLARED()), stage)
    going = _going_back(facts.items)
    several, said = _several(facts.items)
    minor = [art.MINOR for each in facts.items if each.minor]
    kept = [art.SOME_LEFT_OUT for each in facts.items if each.left_out and not each.conforms]
    along = [art.MINOR_TOGETHER for each in going if each.minor and not each.conforms]
    return Ended(
        basis=tuple(
            dict.fromkeys((*stage.basis, art.TERMINATION, *minor, *several, *along, *kept))
        ),
        because=(
            *stage.because,
            say.DECLARED(),
            *(_said(each, each in going) for each in facts.items),
            *said,
        ),
        ended=True,
        going_back=tuple(each.name for each in going),
        price=Money.total((each.price for each in going), going[0].price.currency),
    )


def _goes_on(facts: Declaration, because: tuple[Because, ...], stage: Second) -> Ended:
    several, said = _several(facts.items) if stage.reduction else ((), ())
    return Ended(
        basis=(*stage.basis, art.TERMINATION, *several),
        because=(*because, *said),
        ended=False,
        going_back=(),
        price=Money.zero(facts.items[0].price.currency),
    )


def _several(items: tuple[Item, ...]) -> tuple[tuple[Basis, ...], tuple[Because, ...]]:
    """What is open where several goods do not conform."""
    if sum(not (each.conforms or each.left_out) for each in items) < 2:
        return (), ()
    return (art.EACH_OR_ALL,), (say.EACH_OR_ALL(),)


def _stays_by_itself(item: Item) -> bool:
    """Whether nothing about the item itself ends the contract for it."""
    return item.conforms or item.minor


def _cannot_stay(item: Item) -> bool:
    return item.together and not item.keepable and not item.left_out


def _remains(item: Item) -> bool:
    """Whether what does not conform stays all the same."""
    return not item.conforms and (item.left_out or (item.minor and not _cannot_stay(item)))


def _going_back(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """What does not conform, and then what cannot be kept without something that goes back."""
    wanted = [each for each in items if not each.left_out]
    going = [each for each in wanted if not _stays_by_itself(each)]
    while along := [each for each in wanted if each not in going and _goes_along(each, going)]:
        going.extend(along)
    return tuple(each for each in items if each in going)


def _goes_along(item: Item, going: list[Item]) -> bool:
    with_it = not item.goes_with or item.goes_with in [each.name for each in going]
    return _cannot_stay(item) and with_it


def _said(item: Item, goes: bool) -> Because:
    if item.left_out:
        return say.LEFT_OUT(name=item.name)
    if item.conforms:
        going, stays = say.TOGETHER_GOES, say.STAYS
    elif item.minor:
        going, stays = say.MINOR_GOES, say.MINOR_STAYS
    else:
        return say.DEFECTIVE_GOES(name=item.name, price=item.price)
    return going(name=item.name, price=item.price) if goes else stays(name=item.name)
