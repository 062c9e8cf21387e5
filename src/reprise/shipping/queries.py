from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from reprise.shipping.carriers.registry import CARRIERS, carrier
from reprise.shipping.models import Destination, Scan, Shipment
from reprise.shipping.states import UNDER_WAY, Doubt, ShipmentState

DOUBTS = [doubt.value for doubt in Doubt]
# Where the list of doubtful parcels ends.
MOST = 500


def numbered_by_carrier(parcel: Shipment) -> bool:
    """True when the carrier gave the parcel its number, False when somebody typed one."""
    return parcel.carrier in CARRIERS and parcel.tracking == carrier(parcel.carrier).number(
        parcel.id
    )


def tracking_page(parcel: Shipment) -> str:
    """Where its carrier shows the parcel to anybody who knows its number; '' where nowhere."""
    if parcel.carrier not in CARRIERS or not parcel.tracking:
        return ""
    return carrier(parcel.carrier).tracking_page(parcel.tracking)


def told_of(parcel: Shipment) -> QuerySet[Scan]:
    """What its carrier told about the number that the parcel has now."""
    return Scan.objects.filter(shipment_id=parcel.id, tracking=parcel.tracking)


def doubtful() -> list[UUID]:
    """What those parcels are for that are under way, that nobody has vouched for, and whose
    carrier speaks of another one (or does not say of which)."""
    told = Scan.objects.filter(
        shipment_id=OuterRef("id"), tracking=OuterRef("tracking"), outcome__in=DOUBTS
    )
    parcels = Shipment.objects.filter(
        Exists(told), state__in=[state.value for state in UNDER_WAY], vouched_at=None
    )
    return list(parcels.order_by("-id").values_list("reference", flat=True)[:MOST])


def doubted(parcels: Sequence[Shipment]) -> set[UUID]:
    """Those of ``parcels`` whose carrier speaks of another one, as ``doubtful`` means it."""
    numbers = {each.id: each.tracking for each in parcels if _waits(each)}
    if not numbers:
        return set()
    told = Scan.objects.filter(shipment_id__in=numbers, outcome__in=DOUBTS)
    return {
        each
        for each, number in told.values_list("shipment_id", "tracking")
        if each is not None and numbers[each] == number
    }


def untold(parcels: Sequence[Shipment]) -> set[UUID]:
    """Those of ``parcels`` of whose number no carrier has told anything: their sellers can correct
    it."""
    numbers = {
        each.id: each.tracking
        for each in parcels
        if each.vouched_at is None and each.state == ShipmentState.CREATED.value
    }
    if not numbers:
        return set()
    told = Scan.objects.filter(shipment_id__in=numbers).values_list("shipment_id", "tracking")
    return set(numbers) - {each for each, number in told if each and numbers[each] == number}


def _waits(parcel: Shipment) -> bool:
    return parcel.vouched_at is None and ShipmentState(parcel.state) in UNDER_WAY


def destinations_of(references: Mapping[UUID, UUID]) -> list[Destination]:
    """Where the parcels of these references (each with its seller) went."""
    sellers = sorted(set(references.values()))
    parcels = Shipment.objects.filter(seller_id__in=sellers, reference__in=list(references))
    return list(Destination.objects.filter(shipment_id__in=parcels.values("id")).order_by("pk"))
