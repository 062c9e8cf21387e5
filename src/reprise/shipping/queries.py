from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Exists, OuterRef

from reprise.shipping.carriers.registry import CARRIERS, carrier
from reprise.shipping.models import Scan, Shipment
from reprise.shipping.states import UNDER_WAY, Doubt, ShipmentState

DOUBTS = [doubt.value for doubt in Doubt]
# Where the list of doubtful parcels ends.
MOST = 500


def numbered_by_carrier(parcel: Shipment) -> bool:
    """True when the carrier gave the parcel its number, False when somebody typed one."""
    return parcel.carrier in CARRIERS and parcel.tracking == carrier(parcel.carrier).number(
        parcel.id
    )


def doubtful() -> list[UUID]:
    """What those parcels are for that are under way, that nobody has vouched for, and whose
    carrier speaks of another one (or does not say of which)."""
    told = Scan.objects.filter(shipment_id=OuterRef("id"), outcome__in=DOUBTS)
    parcels = Shipment.objects.filter(
        Exists(told), state__in=[state.value for state in UNDER_WAY], vouched_at=None
    )
    return list(parcels.order_by("-id").values_list("reference", flat=True)[:MOST])


def doubted(parcels: Sequence[Shipment]) -> set[UUID]:
    """Those of ``parcels`` whose carrier speaks of another one, as ``doubtful`` means it."""
    open_ones = [each.id for each in parcels if _waits(each)]
    if not open_ones:
        return set()
    told = Scan.objects.filter(shipment_id__in=open_ones, outcome__in=DOUBTS)
    return {each for each in told.values_list("shipment_id", flat=True) if each is not None}


def _waits(parcel: Shipment) -> bool:
    return parcel.vouched_at is None and ShipmentState(parcel.state) in UNDER_WAY
