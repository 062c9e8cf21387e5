"""The way of a parcel: every state with every verb."""

from __future__ import annotations

from itertools import product

import pytest

from reprise.kernel.machine import IllegalStep
from reprise.shipping.states import SHIPMENT, ShipmentState, ShipmentVerb

S, V = ShipmentState, ShipmentVerb
# A parcel goes forward only; a scan may overtake the ones before it, none leads back.
FORWARD = [S.CREATED, S.MOVING, S.WAITING]
LEADS_TO = {
    V.HAND_OVER: S.MOVING,
    V.ARRIVE: S.WAITING,
    V.DELIVER: S.DELIVERED,
    V.RETURN: S.RETURNED,
}


@pytest.mark.parametrize(("state", "verb"), list(product(ShipmentState, ShipmentVerb)))
def test_every_state_with_every_verb(state: ShipmentState, verb: ShipmentVerb) -> None:
    target = LEADS_TO[verb]
    behind = target in FORWARD and FORWARD.index(target)
    if state in FORWARD and (target not in FORWARD or FORWARD.index(state) < behind):
        assert SHIPMENT.next(state, verb) is target
    else:
        with pytest.raises(IllegalStep):
            SHIPMENT.next(state, verb)
