"""Recourse up the chain of contracts (art. 1649sexies)."""

from __future__ import annotations

from dataclasses import dataclass

from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import recourse_words as say
from reprise.law.provision import Contradiction, Decision, Sentence, provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A claim that the seller met, and what is behind it."""

    seller_liable: bool  # to the consumer, for a lack of conformity
    by_upstream: bool  # somebody earlier in the chain of contracts that led to the sale caused it
    updates_omitted: bool = False  # what is lacking are updates
    contractual: bool = True  # they bear contractual liability for the device, any clause aside
    limiting_clause: bool = False  # a clause limits or excludes that liability

    def __post_init__(self) -> None:
        if self.limiting_clause and not self.contractual:
            raise Contradiction(
                "a clause limits a liability that is there without it",
                "contractual",
                "limiting_clause",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Recourse(Decision):
    open: bool


@provision("be.conformity.recourse", say.RECOURSE, art.RECOURSE)
def recourse(facts: Claimed) -> Recourse:
    """A seller who answers for a lack of conformity, omitted updates included, that is due to
    somebody upstream has recourse on their contractual liability; no clause that limits or excludes
    it can be set against the seller (art. 1649sexies)."""
    if not facts.seller_liable:
        return _no_recourse(say.NOT_LIABLE)
    if not facts.by_upstream:
        return _no_recourse(say.NOT_UPSTREAM)
    if not facts.contractual:
        return _no_recourse(say.NOT_BOUND)
    reasons = [say.RECOURSE_OPEN()]
    if facts.updates_omitted:
        reasons.append(say.UPDATES_TOO())
    if facts.limiting_clause:
        reasons.append(say.CLAUSE_FAILS())
    return Recourse(basis=(art.RECOURSE,), because=tuple(reasons), open=True)


def _no_recourse(why: Sentence) -> Recourse:
    return Recourse(basis=(art.RECOURSE,), because=(say.NO_RECOURSE(why=why),), open=False)
