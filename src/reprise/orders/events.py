from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from reprise.kernel.event import Event


@dataclass(frozen=True)
class OrderPaid(Event):
    """The money is held or here: the sellers are asked."""

    order_id: UUID


NO_ORDER: Final = UUID(int=0)


@dataclass(frozen=True)
class OrderLinkAsked(Event):
    """Somebody asked for a new link to an order; ``letter_id`` tells this time from others.
    ``order_id`` is `NO_ORDER` where none is sent: whoever asks is not to tell by the time."""

    order_id: UUID
    letter_id: UUID


@dataclass(frozen=True)
class OrderExpired(Event):
    order_id: UUID


@dataclass(frozen=True)
class LinesRefused(Event):
    """A seller refused devices, or let the time pass (``why``: refused, lapsed)."""

    order_id: UUID
    seller_order_id: UUID
    why: str


@dataclass(frozen=True)
class SaleFinal(Event):
    """Every answered line is accepted and collected, or given back (S43)."""

    order_id: UUID


@dataclass(frozen=True)
class OrderCancelled(Event):
    """Accepted devices that could not be collected."""

    order_id: UUID


@dataclass(frozen=True)
class LinesShipped(Event):
    order_id: UUID
    seller_order_id: UUID
    shipment_id: UUID


@dataclass(frozen=True)
class ParcelRenumbered(Event):
    """A parcel has another number; ``number_id`` tells this time from others, ``by`` who gave it
    (seller, staff)."""

    order_id: UUID
    seller_order_id: UUID
    shipment_id: UUID
    number_id: UUID
    by: str


@dataclass(frozen=True)
class LinesDelivered(Event):
    order_id: UUID
    seller_order_id: UUID
    shipment_id: UUID


@dataclass(frozen=True)
class LinesCameBack(Event):
    """Nobody took the parcel; the carrier brought it back to the seller (S49)."""

    order_id: UUID
    seller_order_id: UUID
    shipment_id: UUID


@dataclass(frozen=True)
class LinesCalledOff(Event):
    """Devices that had come back are not sent again: their money goes back to the buyer."""

    order_id: UUID
    seller_order_id: UUID
    first_line_id: UUID
