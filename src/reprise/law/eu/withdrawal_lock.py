"""A device that comes back after a withdrawal with its activation lock on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.law.eu import withdrawal_words as say
from reprise.law.eu.withdrawal import PERIOD, Right
from reprise.law.eu.withdrawal_refund import PROMISED_REFUND
from reprise.law.instruments import CRD, TERMS
from reprise.law.provision import Basis, Decision, Source, provision

LOCK: Final = Basis(TERMS, "", Source.TERMS, "S54")
NO_FORFEIT: Final = Basis(CRD, "art. 13(3)", Source.MEMORY, "S-T5")


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """A device that came back: under which right, and whether its lock is still on."""

    right: Right
    lock_on: bool


class LockOutcome(Enum):
    """What to do with it."""

    REFUND = "refund"
    HELP_AND_REFUND = "help_and_refund"
    SEND_BACK = "send_back"
    NOTHING = "nothing"  # the notice used no right


@dataclass(frozen=True, slots=True, kw_only=True)
class LockDecision(Decision):
    outcome: LockOutcome


@provision("eu.withdrawal.lock", say.LOCK, PERIOD, LOCK, NO_FORFEIT, PROMISED_REFUND)
def activation_lock(facts: Locked) -> LockDecision:
    """Terms may refuse a locked device (S54) only in the period that they add; in the statutory one
    the refund waits only as art. 13(3) of Directive 2011/83/EU lets it, and is never forfeited
    (S-T5).  Where the notice used no right, no lock changes that nothing is refunded (S53)."""
    if facts.right is Right.NONE:
        return LockDecision(
            basis=(PERIOD, PROMISED_REFUND),
            because=(say.LOCK_NO_RIGHT(),),
            outcome=LockOutcome.NOTHING,
        )
    if not facts.lock_on:
        return LockDecision(basis=(LOCK,), because=(say.UNLOCKED(),), outcome=LockOutcome.REFUND)
    if facts.right is Right.STATUTORY:
        return LockDecision(
            basis=(NO_FORFEIT,),
            because=(say.UNLOCK_HELP(), say.UNLOCK_CLOCK()),
            outcome=LockOutcome.HELP_AND_REFUND,
        )
    return LockDecision(
        basis=(LOCK,), because=(say.LOCKED_PROMISED(),), outcome=LockOutcome.SEND_BACK
    )
