"""Clauses that the law sets aside, the activation lock among them (art. 1649octies)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import clauses_words as say
from reprise.law.provision import Because, Decision, Sentence, provision


class Effect(Enum):
    """What a clause does to the rights that the section gives.

    What the section itself lets the parties agree, a shorter period for used goods within the
    bounds of art. 1649quater, § 1, takes nothing from them.
    """

    REDUCES = (
        "reduces"  # excludes them, departs from them or alters their effects, to the detriment
    )
    NEUTRAL = "neutral"
    GOES_BEYOND = "goes_beyond"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A defect that the consumer brought to the seller's attention, and when."""

    defect: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause or agreement that is held against a claim for ``defect``; ``notices`` are all that
    the consumer gave, of whatever defect."""

    defect: str
    agreed: datetime
    notices: tuple[Notice, ...]
    effect: Effect

    @property
    def notified(self) -> datetime | None:
        """When this defect was brought to the seller's attention, None: not yet."""
        return min((each.at for each in self.notices if each.defect == self.defect), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity(Decision):
    void: bool


@provision("be.conformity.clause", say.CLAUSE, art.CLAUSES)
def clause(facts: Clause) -> Validity:
    """Void where it was agreed before the defect was brought to the seller's attention and, to the
    consumer's detriment, excludes or alters the rights of the section; going beyond them is free
    (art. 1649octies).  The defect is the one that is claimed for: that the seller knew of another
    makes no settlement of this one."""
    if facts.effect is Effect.GOES_BEYOND:
        return _valid(say.BEYOND())
    if facts.effect is Effect.NEUTRAL:
        return _valid(say.NEUTRAL())
    if facts.notified is not None and facts.agreed >= facts.notified:
        return _valid(say.SETTLED(defect=facts.defect))
    other = (say.OTHER_DEFECT(defect=facts.defect),) if _only_of_others(facts) else ()
    return Validity(
        basis=(art.CLAUSES,), because=(*other, say.VOID(defect=facts.defect)), void=True
    )


def _only_of_others(facts: Clause) -> bool:
    """Whether the seller had been told of some defect by then, though not of this one."""
    return any(each.at <= facts.agreed for each in facts.notices)


def _valid(reason: Because) -> Validity:
    return Validity(basis=(art.CLAUSES,), because=(reason,), void=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenLaw:
    """A choice of law, and what would apply without it."""

    third_country: bool  # the chosen law is that of a State outside the Union
    member_state_otherwise: bool  # without the clause a Member State's law would apply
    that_protects_better: bool  # the consumer, in the matters of the section


@provision("be.conformity.foreign_law", say.FOREIGN_LAW, art.CLAUSES)
def foreign_law(facts: ChosenLaw) -> Validity:
    """A choice of the law of a State outside the Union is void for these matters where, without it,
    a Member State's law would apply and would protect the consumer better (art. 1649octies)."""
    if not facts.third_country:
        return _stands(say.MEMBER_STATE)
    if not facts.member_state_otherwise:
        return _stands(say.NOT_OTHERWISE)
    if not facts.that_protects_better:
        return _stands(say.NOT_LESS)
    return Validity(basis=(art.CLAUSES,), because=(say.FOREIGN_VOID(),), void=True)


def _stands(why: Sentence) -> Validity:
    return _valid(say.FOREIGN_STANDS(why=why))


class RestsOn(Enum):
    """On what the claim for the device rests."""

    CONFORMITY = "conformity"  # this section, art. 1649bis to 1649octies
    HIDDEN_DEFECT = "hidden_defect"  # art. 1641 and following
    PROMISE = "promise"  # terms that give more than the law, and nothing else


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedIn:
    """A device handed in under a claim."""

    rests_on: RestsOn
    lock_on: bool


class LockOutcome(Enum):
    """What to do with it."""

    GO_ON = "go_on"
    HELP_AND_GO_ON = "help_and_go_on"
    SEND_BACK = "send_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class LockDecision(Decision):
    outcome: LockOutcome


@provision(
    "be.conformity.lock", say.LOCK, art.LOCK_CLAUSE, art.CLAUSES, art.LOCKED, art.LOCK_HIDDEN
)
def lock(facts: LockedIn) -> LockDecision:
    """The terms' forfeiture of replacement and refund for a locked device (S54) is void for claims
    under the guarantee of conformity (art. 1649octies); it can bind what is only promised.

    Whether a locked device is at the seller's disposal, so that the time for putting it right runs,
    art. 1649quinquies, § 3, al. 2 leaves open.
    The article speaks of the rights of its own section, and no article that was read says what
    becomes of the clause for hidden defects: nobody loses a right by it here, and that is open.
    """
    if not facts.lock_on:
        return LockDecision(
            basis=(art.LOCK_CLAUSE,), because=(say.UNLOCKED(),), outcome=LockOutcome.GO_ON
        )
    if facts.rests_on is RestsOn.HIDDEN_DEFECT:
        return LockDecision(
            basis=(art.LOCK_HIDDEN,),
            because=(say.LOCK_HIDDEN(), say.LOCK_HELP()),
            outcome=LockOutcome.HELP_AND_GO_ON,
        )
    if facts.rests_on is RestsOn.CONFORMITY:
        return LockDecision(
            basis=(art.CLAUSES, art.LOCKED),
            because=(say.LOCK_VOID(), say.LOCK_HELP(), say.LOCK_TIME()),
            outcome=LockOutcome.HELP_AND_GO_ON,
        )
    return LockDecision(
        basis=(art.LOCK_CLAUSE,), because=(say.LOCK_PROMISED(),), outcome=LockOutcome.SEND_BACK
    )
