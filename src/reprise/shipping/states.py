from __future__ import annotations

from enum import Enum
from types import MappingProxyType

from reprise.kernel.machine import Machine


class ShipmentState(Enum):
    CREATED = "created"
    MOVING = "moving"
    DELIVERED = "delivered"
    RETURNED = "returned"


class ShipmentVerb(Enum):
    HAND_OVER = "hand_over"
    DELIVER = "deliver"
    RETURN = "return"


_S, _V = ShipmentState, ShipmentVerb
SHIPMENT = Machine(
    "shipment",
    _S.CREATED,
    MappingProxyType(
        {
            (_S.CREATED, _V.HAND_OVER): _S.MOVING,
            (_S.CREATED, _V.DELIVER): _S.DELIVERED,
            (_S.MOVING, _V.DELIVER): _S.DELIVERED,
            (_S.MOVING, _V.RETURN): _S.RETURNED,
        }
    ),
)
