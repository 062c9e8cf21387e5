from __future__ import annotations

from enum import Enum
from types import MappingProxyType

from reprise.kernel.machine import Machine


class ShipmentState(Enum):
    CREATED = "created"
    MOVING = "moving"
    WAITING = "waiting"  # at a pick-up point
    DELIVERED = "delivered"
    RETURNED = "returned"


class Doubt(Enum):
    """Why a carrier's message is not taken to be about our parcel (decision 0024)."""

    UNTOLD = "untold"  # the carrier does not say where its parcel goes, or since when it has it
    ELSEWHERE = "elsewhere"
    TOO_EARLY = "too_early"  # it had its parcel before there was anything to send


class ShipmentVerb(Enum):
    HAND_OVER = "hand_over"
    ARRIVE = "arrive"  # at a pick-up point
    DELIVER = "deliver"
    RETURN = "return"


_S, _V = ShipmentState, ShipmentVerb
UNDER_WAY = frozenset({_S.CREATED, _S.MOVING, _S.WAITING})
SHIPMENT = Machine(
    "shipment",
    _S.CREATED,
    MappingProxyType(
        {
            (_S.CREATED, _V.HAND_OVER): _S.MOVING,
            # A scan may overtake the ones before it; what comes late then is old news.
            (_S.CREATED, _V.ARRIVE): _S.WAITING,
            (_S.CREATED, _V.DELIVER): _S.DELIVERED,
            (_S.CREATED, _V.RETURN): _S.RETURNED,
            (_S.MOVING, _V.ARRIVE): _S.WAITING,
            (_S.MOVING, _V.DELIVER): _S.DELIVERED,
            (_S.MOVING, _V.RETURN): _S.RETURNED,
            (_S.WAITING, _V.DELIVER): _S.DELIVERED,
            (_S.WAITING, _V.RETURN): _S.RETURNED,
        }
    ),
)
