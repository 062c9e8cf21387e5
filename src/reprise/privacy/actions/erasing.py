"""Erasure that a person asks for (Regulation (EU) 2016/679, art. 17), order by order."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from reprise.kernel.refusal import Refusal
from reprise.law.provision import Basis, Sentence
from reprise.privacy.actions.acting import Actor
from reprise.privacy.rules import Busy


class Fate(Enum):
    """What erasure does to an order's name and address."""

    # It stays where it is for now, and is carried out as soon as nothing stands against it.
    KEPT = "kept"
    # It leaves the store that the shop works with, and stays apart, sealed, until a day.
    ARCHIVED = "archived"
    ERASED = "erased"
    # Nothing is left that could be erased: it is in the archive already, or gone.
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What becomes of one order, and why.

    ``until`` is the last day in the archive (ARCHIVED, and DONE where it is there); ``busy`` are
    the causes why it is KEPT, empty where a hold or a running withdrawal keeps it.  ``because`` is
    to be told, by ``basis``.
    """

    order_id: UUID
    fate: Fate
    until: date | None = None
    busy: frozenset[Busy] = frozenset()
    because: tuple[Sentence, ...] = ()
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be done, in the order of the ids.  ``digest`` (64 hex) stands for exactly that:
    it is put into the form that confirms."""

    decided: tuple[Decided, ...]
    digest: str


class PlanChanged(Refusal):
    """What was shown is not what would be done now: it is shown again."""

    code = "erasure_plan_changed"
    message = (
        "Something has changed since this page was shown. Nothing was erased: "
        "please read again what would be done, and confirm it then."
    )


def plan(order_ids: Collection[UUID], now: datetime) -> Plan:
    """What :func:`erase` would do with each of these orders.  Reads alone; takes no lock.

    The caller has found the orders of the person: those with a contact, and archived ones.
    """
    raise NotImplementedError


def erase(
    request_id: UUID,
    order_ids: Collection[UUID],
    actor: Actor,
    digest: str,
    now: datetime,
    account_id: UUID | None = None,
) -> tuple[Decided, ...]:
    """Carry a request for erasure out; what was decided for each order under its lock.

    Notes first what has to be done (`Duty`), so that a sweep goes on with it after a kill; then
    each order in a transaction of its own, and with ``account_id`` the account last.  What is KEPT
    stays a duty of the request until nothing stands against it.  When no duty is left, the event
    ErasureCarriedOut(request_id) is published with the last of them, here or by the sweep.  The
    request's own state is the caller's: this reads and writes none of it.

    Must not run inside a transaction.  Raises PlanChanged when ``digest`` is not that of
    the plan of now (nothing was done), and for an account SellersAccount and StaffAccount (nothing
    was done).
    """
    raise NotImplementedError


def left(request_id: UUID) -> int:
    """How many duties a request still has; 0: all of it is carried out."""
    raise NotImplementedError
