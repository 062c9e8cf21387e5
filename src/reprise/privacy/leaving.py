"""What becomes of an order's name and address: facts in, decision out (decision 0039).

Two ways lead out of the store that the shop works with: the clock, on the day that
:func:`~reprise.privacy.rules.kept_until` says, and the person, who need not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Final, TypeAlias
from uuid import UUID

from reprise.law.calendars import Calendar
from reprise.law.eu.withdrawal import PERIOD, window
from reprise.law.eu.withdrawal import Contract as Withdrawable
from reprise.law.fr.personal_data import CONTRACT as LARGE
from reprise.law.fr.personal_data import EVIDENCE
from reprise.law.instruments import GDPR
from reprise.law.provision import Basis, Sentence, Source
from reprise.privacy import grounds
from reprise.privacy import words as say
from reprise.privacy.rules import DISPUTES, Busy, KeptUntil, OrderFacts, kept_until

# What still runs needs no exception: it is needed for what it was collected for.
RUNS: Final = (grounds.CONTRACT, grounds.STILL_NEEDED)
ASKED: Final = Basis(GDPR, "art. 17(1)", Source.MEMORY)
CLAIMS: Final = Basis(GDPR, "art. 17(3)(b), (e)", Source.MEMORY)
RESTRICTED: Final = Basis(GDPR, "art. 18", Source.MEMORY)


class Fate(Enum):
    """What happens to an order's name and address."""

    # It stays where it is for now.
    KEPT = "kept"
    # It leaves the store that the shop works with, and stays apart, sealed, until a day.
    ARCHIVED = "archived"
    ERASED = "erased"
    # Its person is told that it will be erased.
    WARNED = "warned"
    # Nothing is left that could leave: it is in the archive already, or gone.
    DONE = "done"


class Ground(Enum):
    """Why, as a code in the log of acts."""

    CONTRACT = "contract"  # a large one, ten years
    EVIDENCE = "evidence"  # what proves a contract
    DISPUTE = "dispute"  # a payment that can be disputed
    PROMISE = "promise"  # a guarantee that outlasts the period of proof
    OVER = "over"  # nothing asks for it any more
    ACCOUNTS = "accounts"  # nothing but the accounts and tax reports, for what stays
    OWED = "owed"  # money is owed to the seller
    ASKED = "asked"  # the person does not want it kept
    BUSY = "busy"
    HELD = "held"
    WITHDRAWAL = "withdrawal"  # the buyer can still withdraw
    KEY = "key"  # the archive's key is missing
    THERE = "there"  # in the archive already
    GONE = "gone"
    BEFORE = "before"  # its day has not come
    CONTRADICTED = "contradicted"  # its dates contradict each other, so nobody knows its day
    SINCE = "since"  # ordered since the erasure was confirmed, so nobody has asked for its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What becomes of one order, and why.

    ``until`` is the last day in the archive (ARCHIVED, and DONE where it is there); ``busy`` are
    the causes why it is KEPT, empty where something else keeps it.  ``because`` is to be told, by
    ``basis``.
    """

    order_id: UUID
    fate: Fate
    ground: Ground
    until: date | None = None
    busy: frozenset[Busy] = frozenset()
    because: tuple[Sentence, ...] = ()
    basis: tuple[Basis, ...] = ()


# Which way an order leaves: by the clock, or because somebody asked.  The order is not held.
Way: TypeAlias = Callable[[UUID, OrderFacts, date], Decided]


def held(order_id: UUID) -> Decided:
    """Nothing of it is touched before its hold is lifted."""
    return Decided(
        order_id=order_id,
        fate=Fate.KEPT,
        ground=Ground.HELD,
        because=(say.HELD,),
        basis=(RESTRICTED, CLAIMS),
    )


def held_back(decided: Decided) -> Decided:
    """What a hold makes of what would happen without it.  What stays anyway stays for its own
    reason, so that nobody learns from it that something else holds it as well."""
    return decided if decided.fate is Fate.KEPT else held(decided.order_id)


def locked_out(order_id: UUID) -> Decided:
    """The archive cannot be written at the moment: a key is missing."""
    return Decided(order_id=order_id, fate=Fate.KEPT, ground=Ground.KEY, because=(say.KEY,))


def there(order_id: UUID, until: date | None) -> Decided:
    """It has left already: into the archive ``until`` a day, or for good."""
    return Decided(
        order_id=order_id,
        fate=Fate.DONE,
        ground=Ground.THERE if until else Ground.GONE,
        until=until,
        because=(say.THERE if until else say.GONE,),
    )


def by_clock(order_id: UUID, order: OrderFacts, today: date) -> Decided:
    """Nobody asked: it leaves on the day after its last one."""
    kept = kept_until(order)
    if kept.busy:
        return _busy(order_id, kept)
    if not kept.is_over(today):
        return Decided(
            order_id=order_id, fate=Fate.KEPT, ground=Ground.BEFORE, because=kept.because,
            basis=kept.basis,
        )  # fmt: skip
    if kept.archived is not None and today <= kept.archived:
        return _archived(order_id, kept, kept.archived)
    return Decided(
        order_id=order_id, fate=Fate.ERASED, ground=Ground.OVER, because=kept.because,
        basis=kept.basis,
    )  # fmt: skip


def on_request(order_id: UUID, order: OrderFacts, today: date) -> Decided:
    """Its buyer asks: at once, into the archive where something asks for proof of it.

    A guarantee that still runs needs the proof and not the shop's own store, so it keeps nothing
    there; the right to withdraw does, for as long as it can be used.
    """
    kept = kept_until(order)
    if kept.busy:
        return _busy(order_id, kept)
    last = withdrawal_ends(order)
    if last is not None and today <= last:
        return Decided(
            order_id=order_id, fate=Fate.KEPT, ground=Ground.WITHDRAWAL, until=last,
            because=(say.WITHDRAWAL,), basis=(PERIOD, *RUNS),
        )  # fmt: skip
    proof = kept.archived if kept.archived is not None else kept.active
    never_held = kept.archived is None and order.let_go is None and last is None
    if proof is None or never_held or today > proof:
        return Decided(
            order_id=order_id, fate=Fate.ERASED, ground=Ground.ASKED, because=(say.ASKED,),
            basis=(ASKED,),
        )  # fmt: skip
    stays = _archived(order_id, kept, proof)
    return replace(stays, basis=(*stays.basis, grounds.why_not_erased(stays.basis)))


def restricted(order_id: UUID, order: OrderFacts, today: date) -> Decided:
    """Its buyer wants nothing to happen to it but storage: into the archive, where that is its next
    place; otherwise it stays, since a restriction deletes nothing."""
    decided = on_request(order_id, order, today)
    if decided.fate is not Fate.ERASED:
        return decided
    return held(order_id)


def withdrawal_ends(order: OrderFacts) -> date | None:
    """The last day on which a contract of the order can be withdrawn from; None where nothing was
    delivered.  Twelve months more where the buyer was not told of the right (`told`)."""
    calendar = Calendar(order.country)
    windows = [
        window(
            Withdrawable(
                last_parcel=max(device.on for device in contract.delivered),
                told=order.told,
                calendar=calendar,
            )
        )
        for contract in order.contracts
        if contract.delivered
    ]
    return max((calendar.day_of(each.until) for each in windows if each.until), default=None)


def _busy(order_id: UUID, kept: KeptUntil) -> Decided:
    return Decided(
        order_id=order_id, fate=Fate.KEPT, ground=Ground.BUSY, busy=kept.busy,
        because=kept.because, basis=RUNS,
    )  # fmt: skip


def _archived(order_id: UUID, kept: KeptUntil, until: date) -> Decided:
    ground = Ground.PROMISE
    if LARGE in kept.basis:
        ground = Ground.CONTRACT
    elif EVIDENCE in kept.basis:
        ground = Ground.EVIDENCE
    elif DISPUTES in kept.basis:
        ground = Ground.DISPUTE
    return Decided(
        order_id=order_id, fate=Fate.ARCHIVED, ground=ground, until=until, because=kept.because,
        basis=kept.basis,
    )  # fmt: skip
