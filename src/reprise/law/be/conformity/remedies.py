"""Repair or replacement first, and damage that grew by use (art. 1649quinquies, § 1, § 2 and § 4).

All of it presupposes a lack of conformity for which the seller answers under art. 1649quater.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from reprise.kernel.money import Money
from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import remedies_words as say
from reprise.law.provision import Basis, Because, Contradiction, Decision, provision


class Wish(Enum):
    """What the consumer may ask for first."""

    REPAIR = "repair"
    REPLACEMENT = "replacement"

    @property
    def other(self) -> Wish:
        return Wish.REPLACEMENT if self is Wish.REPAIR else Wish.REPAIR


class Ground(Enum):
    """Why the seller objects."""

    NOT_OFFERED = "not_offered"  # "our terms do not provide for it"
    IMPOSSIBLE = "impossible"
    DEARER = "dearer"  # disproportionate in comparison with the other remedy, § 2
    TOO_DEAR = "too_dear"  # disproportionate in all the circumstances, § 4


class Weighed(Enum):
    """The circumstances that the article names; there may be more."""

    VALUE = "value"  # of the device without the defect
    DEFECT = "defect"  # its importance
    INCONVENIENCE = "inconvenience"  # whether the other remedy is possible without a major one


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What a seller holds against a remedy: its reasons in the seller's words, whether they concern
    this very device, and what was weighed.

    ``established``: of a remedy said to be impossible, that it is, shown or not disputed; for the
    seller to say so is not enough.
    ``in_spite``: the other remedy would be a major inconvenience, and the reasons say why the costs
    are out of proportion all the same.
    """

    ground: Ground
    why: str
    this_device: bool
    established: bool = False
    weighed: frozenset[Weighed] = frozenset()
    in_spite: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A consumer's wish, the seller's objections (each of them), and what they are judged by.

    ``value`` is that of the device without the defect; the two costs are the seller's.
    ``other_burdens``: the remedy that was not asked for would be a major inconvenience.
    """

    asked: Wish
    value: Money
    repair_cost: Money
    replacement_cost: Money
    against_repair: tuple[Objection, ...] = ()
    against_replacement: tuple[Objection, ...] = ()
    other_burdens: bool = False


class First(Enum):
    """What the seller owes in the first stage."""

    AS_ASKED = "as_asked"
    THE_OTHER = "the_other"
    MAY_REFUSE = "may_refuse"  # both: the second stage is open


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy(Decision):
    """``due`` is None where the seller may refuse both."""

    outcome: First
    due: Wish | None


@provision(
    "be.conformity.remedy",
    say.REMEDY,
    art.FIRST_STAGE,
    art.IMPOSSIBLE_SAID,
    art.COMPARED,
    art.BURDEN_WEIGHED,
    art.REFUSAL,
    art.TOO_DEAR,
    art.DAMAGES,
    art.PERFORMANCE,
    art.NOT_CARRIED_OUT,
    art.DECLARED,
    art.MINOR,
    art.NO_REPAIR_CLAUSE,
)
def remedy(facts: Choice) -> Remedy:
    """The consumer's choice, unless it is impossible or, compared with the other, disproportionate
    (art. 1649quinquies, § 2); the seller may refuse both where each is impossible or its cost
    disproportionate in all the circumstances (§ 4). A refusal needs reasons of the case, and
    what is impossible must be so: the article speaks of what is, not of what is said.

    Where only the other is possible and clearly not without a major inconvenience (§ 3), the
    consumer need not take it: the second stage is open (§ 5, 4°).  It opens with the refusal, not
    with the right to refuse (1°); without one where it is clear that neither can be done, or the
    seller has said of what can that it will not be (4°).  It ends no contract for a minor defect
    (al. 2).
    """
    asked, other = facts.asked, facts.asked.other
    reasons = [say.CHOICE(asked=say.WISHES[asked.value])]
    basis: list[Basis] = [art.FIRST_STAGE]
    against, why, articles = _heard(facts, asked)
    reasons.extend(why)
    basis.extend(articles)
    if not against:
        reasons.append(say.GRANTED(due=say.WISHES[asked.value]))
        return _owed(First.AS_ASKED, asked, reasons, basis, declined=_declined(facts))
    against_other, why, articles = _heard(facts, other)
    reasons.extend(why)
    basis.extend(articles)
    if not against_other and against == {Ground.TOO_DEAR}:
        reasons.append(say.ONLY_BOTH(due=say.WISHES[asked.value]))
        return _owed(First.AS_ASKED, asked, reasons, basis)
    if not against_other:
        reasons.append(say.OTHER_ONE(due=say.WISHES[other.value]))
        if facts.other_burdens:
            reasons.append(say.BUT_A_BURDEN())
            basis.extend((art.PERFORMANCE, art.DECLARED, art.MINOR))
        return _owed(First.THE_OTHER, other, reasons, basis, declined=_declined(facts))
    if Ground.IMPOSSIBLE in against & against_other:
        reasons.append(say.NEITHER_CAN_BE())
        return _owed(
            First.MAY_REFUSE, None, reasons, [*basis, art.REFUSAL, art.DECLARED, art.MINOR]
        )
    reasons.append(say.REFUSED())
    return _owed(
        First.MAY_REFUSE, None, reasons, [*basis, art.REFUSAL, art.NOT_CARRIED_OUT, art.MINOR]
    )


def _owed(
    outcome: First,
    due: Wish | None,
    reasons: list[Because],
    basis: list[Basis],
    declined: bool = False,
) -> Remedy:
    if declined:
        reasons.append(say.NEITHER_WILL_BE())
        basis.extend((art.DECLARED, art.MINOR))
    once = [each for at, each in enumerate(reasons) if each not in reasons[:at]]
    return Remedy(
        basis=tuple(dict.fromkeys((*basis, art.DAMAGES))),
        because=(*once, say.DAMAGES()),
        outcome=outcome,
        due=due,
    )


def _declined(facts: Choice) -> bool:
    """Whether the seller has said of both, or of the one that is possible, that it is not done."""
    return all(
        any(
            each.ground is Ground.NOT_OFFERED or _is_impossible(each)
            for each in _against(facts, wish)
        )
        for wish in Wish
    )


def _is_impossible(objection: Objection) -> bool:
    return objection.ground is Ground.IMPOSSIBLE and objection.established and _reasoned(objection)


def _against(facts: Choice, wish: Wish) -> tuple[Objection, ...]:
    return facts.against_repair if wish is Wish.REPAIR else facts.against_replacement


def _cost(facts: Choice, wish: Wish) -> Money:
    return facts.repair_cost if wish is Wish.REPAIR else facts.replacement_cost


def _reasoned(objection: Objection) -> bool:
    return objection.this_device and bool(objection.why.strip())


def _heard(
    facts: Choice, wish: Wish
) -> tuple[frozenset[Ground], tuple[Because, ...], tuple[Basis, ...]]:
    """On which grounds the seller's objections to a remedy hold, and of each one why or why not."""
    stands: set[Ground] = set()
    reasons: list[Because] = []
    basis: list[Basis] = []
    for objection in _against(facts, wish):
        holds, why, articles = _stands(facts, wish, objection)
        if holds:
            stands.add(objection.ground)
        reasons.extend(why)
        basis.extend(articles)
    if Ground.IMPOSSIBLE in stands:  # nothing hangs on a ratio then
        basis = [each for each in basis if each not in (art.COMPARED, art.TOO_DEAR)]
    return frozenset(stands), tuple(reasons), tuple(basis)


def _stands(
    facts: Choice, wish: Wish, objection: Objection
) -> tuple[bool, tuple[Because, ...], tuple[Basis, ...]]:
    """Whether one objection to a remedy holds, why, and by which articles."""
    which = say.WISHES[wish.value]
    if objection.ground is Ground.NOT_OFFERED:
        return False, (say.NOT_REASONED(which=which),), (art.NO_REPAIR_CLAUSE,)
    if not _reasoned(objection):
        return False, (say.NOT_REASONED(which=which),), ()
    if objection.ground is Ground.IMPOSSIBLE and not objection.established:
        reason = say.IMPOSSIBLE_SAID(which=which, why=objection.why)
        return False, (reason,), (art.IMPOSSIBLE_SAID,)
    if objection.ground is Ground.IMPOSSIBLE:
        return True, (say.IMPOSSIBLE(which=which, why=objection.why),), ()
    cost = _cost(facts, wish)
    if objection.ground is Ground.TOO_DEAR and cost <= Money.zero(cost.currency):
        return False, (say.COSTS_NOTHING(which=which),), (art.REFUSAL,)
    if objection.ground is Ground.TOO_DEAR:
        if not {Weighed.VALUE, Weighed.DEFECT} & objection.weighed:
            return False, (say.NOT_WEIGHED_AT_ALL(which=which),), (art.REFUSAL,)
        reason = say.TOO_DEAR(which=which, cost=cost, value=facts.value, why=objection.why)
        return True, (reason, say.CONTESTABLE()), (art.TOO_DEAR,)
    return _dearer(facts, wish, objection)


def _dearer(
    facts: Choice, wish: Wish, objection: Objection
) -> tuple[bool, tuple[Because, ...], tuple[Basis, ...]]:
    """§ 2: compared with the other remedy, which must itself be open.  One that is impossible or
    that § 4 frees the seller from is no "other remedy" to be compared with: § 4 lets the seller
    refuse both only where each is impossible or too dear in itself.

    That the other would be a major inconvenience is weighed (3°): it bars nothing by itself, but
    whoever does not reason in spite of it has not weighed it.
    """
    which = say.WISHES[wish.value]
    for rival in _against(facts, wish.other):
        in_itself = rival.ground in (Ground.IMPOSSIBLE, Ground.TOO_DEAR)
        if in_itself and _stands(facts, wish.other, rival)[0]:
            return False, (say.OTHER_REFUSED(which=which),), (art.REFUSAL,)
    cost, other = _cost(facts, wish), _cost(facts, wish.other)
    if not frozenset(Weighed) <= objection.weighed or cost <= other:
        return False, (say.NOT_WEIGHED(which=which),), ()
    reason = say.DEARER(which=which, cost=cost, other=other, why=objection.why)
    if not (facts.other_burdens and wish is facts.asked):
        return True, (reason, say.CONTESTABLE()), (art.COMPARED,)
    if not objection.in_spite:
        return False, (say.BURDEN_NOT_WEIGHED(),), (art.BURDEN_WEIGHED,)
    return (
        True,
        (reason, say.IN_SPITE(), say.CONTESTABLE()),
        (art.COMPARED, art.BURDEN_WEIGHED),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Worn:
    """Damage of which a part came from using the device on.

    ``noticed`` or ``should_have_noticed``, whichever is earlier, is the moment; None: not known.
    ``grown`` is the part of the damage that use after it caused, be it on the same day.
    """

    noticed: date | None
    should_have_noticed: date | None
    used_until: date
    grown: Money

    def __post_init__(self) -> None:
        if self.noticed is None and self.should_have_noticed is None:
            raise Contradiction("one of the two is a day", "noticed", "should_have_noticed")
        if self.grown and self.used_until < self.known:
            raise Contradiction("nothing grew by use after it was over", "used_until", "grown")

    @property
    def known(self) -> date:
        """The day of the moment."""
        days = (self.noticed, self.should_have_noticed)
        return min(each for each in days if each is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnConsumer(Decision):
    """What is taken into account against the consumer."""

    amount: Money


@provision("be.conformity.aggravation", say.AGGRAVATION, art.DAMAGES, art.AGGRAVATION)
def aggravation(facts: Worn) -> OnConsumer:
    """The damage that use after the consumer noticed the defect, or should have, made worse is
    taken into account (art. 1649quinquies, § 1, al. 2); how, the article leaves open."""
    known = facts.known
    if facts.grown:
        return OnConsumer(
            basis=(art.AGGRAVATION,),
            because=(
                say.AFTER_KNOWING(known=known, used_until=facts.used_until, amount=facts.grown),
            ),
            amount=facts.grown,
        )
    return OnConsumer(
        basis=(art.DAMAGES,),
        because=(say.NOT_BY_USE(known=known),),
        amount=Money.zero(facts.grown.currency),
    )
