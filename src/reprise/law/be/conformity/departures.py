"""What takes a shortfall out of the criteria: a public statement that does not bind, and a
departure that the consumer accepted (art. 1649ter, § 4 and § 7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import departures_words as say
from reprise.law.provision import Because, Decision, provision


class Speaker(Enum):
    """Who made a public statement, an advertisement or a label above all."""

    SELLER = "seller"
    UPSTREAM = "upstream"  # earlier in the chain of contracts, the producer included
    ON_BEHALF = "on_behalf"  # for the seller or for one of those
    OUTSIDER = "outsider"  # a reviewer, a newspaper


class Proof(Enum):
    """What the seller proves."""

    UNAWARE = "unaware"
    COULD_NOT_KNOW = "could_not_know"  # reasonably
    CORRECTED_IN_TIME = "corrected_in_time"  # by the conclusion of the contract
    CORRECTED_ALIKE = "corrected_alike"  # by the same or a comparable means
    NO_INFLUENCE = "no_influence"  # the decision to buy could not have been influenced


class Defence(Enum):
    """Why a statement does not bind the seller."""

    UNKNOWN = "unknown"
    CORRECTED = "corrected"
    NO_INFLUENCE = "no_influence"
    OUTSIDER = "outsider"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    speaker: Speaker
    proved: frozenset[Proof] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound(Decision):
    """``defence`` is None where the statement binds."""

    binds: bool
    defence: Defence | None


@provision("be.conformity.statement", say.STATEMENT, art.OBJECTIVE, art.STATEMENTS)
def statement(facts: Statement) -> Bound:
    """A public statement by the seller, by somebody upstream or for them counts (art. 1649ter, § 3,
    4°), unless the seller proves that it was unknown and could not be known, that it had been
    corrected in the same or a comparable way, or that it could not have influenced the purchase
    (§ 4)."""
    proved = facts.proved
    if facts.speaker is Speaker.OUTSIDER:
        return Bound(
            basis=(art.OBJECTIVE,),
            because=(say.OUTSIDER(),),
            binds=False,
            defence=Defence.OUTSIDER,
        )
    if {Proof.UNAWARE, Proof.COULD_NOT_KNOW} <= proved:
        return _free(Defence.UNKNOWN, say.UNKNOWN())
    if {Proof.CORRECTED_IN_TIME, Proof.CORRECTED_ALIKE} <= proved:
        return _free(Defence.CORRECTED, say.CORRECTED())
    if Proof.NO_INFLUENCE in proved:
        return _free(Defence.NO_INFLUENCE, say.NO_INFLUENCE())
    return Bound(
        basis=(art.OBJECTIVE, art.STATEMENTS),
        because=(say.BOUND(),),
        binds=True,
        defence=None,
    )


def _free(defence: Defence, reason: Because) -> Bound:
    return Bound(
        basis=(art.OBJECTIVE, art.STATEMENTS), because=(reason,), binds=False, defence=defence
    )


class Condition(Enum):
    """What an accepted departure takes, all of it."""

    TOLD_OF_THIS = "told_of_this"  # this very characteristic, not "signs of use" in general
    TOLD_IN_TIME = "told_in_time"  # when the contract was concluded
    ACCEPTED_EXPRESSLY = "accepted_expressly"
    ACCEPTED_SEPARATELY = "accepted_separately"  # not by accepting the terms as a whole
    ACCEPTED_IN_TIME = "accepted_in_time"


class Measure(Enum):
    """By what the characteristic would fall short."""

    NORMAL = "normal"  # the objective criteria, § 3
    UPDATES = "updates"  # § 5
    AGREED = "agreed"  # the contract itself, § 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    measure: Measure
    fulfilled: frozenset[Condition]


@dataclass(frozen=True, slots=True, kw_only=True)
class Excuse(Decision):
    """``missing`` says what a departure that is not excused would have taken."""

    excused: bool
    missing: tuple[Condition, ...]


@provision("be.conformity.deviation", say.DEVIATION, art.DEVIATION)
def deviation(facts: Deviation) -> Excuse:
    """No lack of conformity in the sense of § 3 or § 5 where the consumer, when concluding the
    contract, was specifically informed that a particular characteristic departs from them, and
    expressly and separately accepted it (art. 1649ter, § 7)."""
    if facts.measure is Measure.AGREED:
        return Excuse(
            basis=(art.DEVIATION,), because=(say.AGREED_STANDS(),), excused=False, missing=()
        )
    missing = tuple(each for each in Condition if each not in facts.fulfilled)
    if missing:
        lacking = tuple(say.CONDITIONS[each.value] for each in missing)
        reason = say.NOT_ACCEPTED(missing=lacking)
    else:
        reason = say.ACCEPTED()
    return Excuse(basis=(art.DEVIATION,), because=(reason,), excused=not missing, missing=missing)
