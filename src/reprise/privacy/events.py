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
class FormerSellerAsked(Event):
    """A seller who has no room, because its contract has ended or it is stopped, has to delete a
    copy."""

    copy_id: UUID


@dataclass(frozen=True)
class ContractEnded(Event):
    """Staff have ended the contract with a seller."""

    seller_id: UUID


@dataclass(frozen=True)
class AccountUnused(Event):
    """Nobody has used the account for long: it is erased some time after its person was told."""

    user_id: UUID


@dataclass(frozen=True)
class ErasureCarriedOut(Event):
    """Nothing of what a request for erasure asked for is left to be done."""

    request_id: UUID


@dataclass(frozen=True)
class RequestReceived(Event):
    """Somebody has asked for something that is not done at once."""

    request_id: UUID


@dataclass(frozen=True)
class RequestEntered(Event):
    """Staff have entered what came by post or telephone: whoever asked has still to prove that they
    read the mail of the order's own address."""

    request_id: UUID


@dataclass(frozen=True)
class RequestBegun(Event):
    """Something of an erasure is carried out, and something has to wait."""

    request_id: UUID


@dataclass(frozen=True)
class RequestExtended(Event):
    """It takes longer than a month, and the person is told why."""

    request_id: UUID


@dataclass(frozen=True)
class RequestAnswered(Event):
    request_id: UUID


@dataclass(frozen=True)
class RequestRefused(Event):
    request_id: UUID


@dataclass(frozen=True)
class OrderReaddressed(Event):
    """Two of the staff have agreed that the e-mail address of a guest's order was another one."""

    order_id: UUID
    request_id: UUID


@dataclass(frozen=True)
class HoldToBeLifted(Event):
    """One of the staff asks for a hold to be lifted on which two have to agree."""

    hold_id: UUID
    by: UUID


@dataclass(frozen=True)
class HoldLifted(Event):
    """One of the staff has lifted a hold; it holds for some days all the same (`STILL_HELD`)."""

    hold_id: UUID
    by: UUID


@dataclass(frozen=True)
class HoldUntold(Event):
    """One of the staff has entered that a person is not told of an authority's hold."""

    hold_id: UUID
    by: UUID


@dataclass(frozen=True)
class HoldToSettle(Event):
    """The days in which a person is not told of an authority's hold end soon, with ``last_day``
    (as ISO 8601 writes it): then they may be, unless somebody enters why not."""

    hold_id: UUID
    last_day: str


@dataclass(frozen=True)
class HoldStays(Event):
    """Somebody has asked for a hold to be lifted, and another one says that it is still needed."""

    hold_id: UUID
    by: UUID
    asked_by: UUID


@dataclass(frozen=True)
class HeldAgain(Event):
    """What was lifted is held again, by another hold; ``lifted_id`` is the one that was lifted."""

    hold_id: UUID
    by: UUID
    lifted_id: UUID
