from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from reprise.kernel.event import Event


@dataclass(frozen=True)
class ContactLeft(Event):
    """Name and address of an order are no longer in the store that the shop works with: they were
    erased, or put into the archive.  Who got a copy of them is told (art. 19)."""

    order_id: UUID


@dataclass(frozen=True)
class AccountUnused(Event):
    """Nobody has used the account for long: it is erased some time after its person was told."""

    user_id: UUID


@dataclass(frozen=True)
class ErasureCarriedOut(Event):
    """Nothing of what a request for erasure asked for is left to be done."""

    request_id: UUID
