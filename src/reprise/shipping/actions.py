from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import BooleanField, ExpressionWrapper, Q

from reprise.kernel.ids import new_id
from reprise.kernel.refusal import Refusal
from reprise.outbox.actions import publish
from reprise.shipping.carriers.base import ScanKind
from reprise.shipping.carriers.registry import carrier as adapter
from reprise.shipping.events import ParcelDelivered, ParcelReturned, ParcelWaiting
from reprise.shipping.models import Item, Scan, Shipment
from reprise.shipping.states import SHIPMENT, ShipmentState, ShipmentVerb

SCANS = {
    ScanKind.HANDED_OVER: ShipmentVerb.HAND_OVER,
    ScanKind.IN_TRANSIT: ShipmentVerb.HAND_OVER,  # whoever carries it was given it
    ScanKind.AT_POINT: ShipmentVerb.ARRIVE,
    ScanKind.DELIVERED: ShipmentVerb.DELIVER,
    ScanKind.RETURNED: ShipmentVerb.RETURN,
}
NEWS = {
    ShipmentVerb.ARRIVE: ParcelWaiting,
    ShipmentVerb.DELIVER: ParcelDelivered,
    ShipmentVerb.RETURN: ParcelReturned,
}
UNDER_WAY = [
    ShipmentState.CREATED.value, ShipmentState.MOVING.value, ShipmentState.WAITING.value,
]  # fmt: skip
OVER = [ShipmentState.DELIVERED.value, ShipmentState.RETURNED.value]


class TrackingTaken(Refusal):
    code = "tracking_taken"
    message = "This parcel number is already on another parcel. Please check what you typed."


class BadTracking(Refusal):
    code = "bad_tracking"
    message = (
        "A parcel number has 6 to 40 letters, digits and hyphens. Please check what you typed."
    )
    status = 422


_TRACKING: Final = re.compile(r"[A-Z0-9][A-Z0-9-]{5,39}")


def ship(
    *,
    seller_id: UUID,
    market: str,
    reference: UUID,
    lines: Mapping[UUID, int],
    carrier: str,
    tracking: str,
    now: datetime,
) -> Shipment:
    """A parcel with ``lines`` (line to its round) in it, inside the caller's transaction.

    ``tracking`` empty: the carrier gives a number of its range, and a label can be printed.
    Raises BadTracking, and TrackingTaken for a number that is on another parcel which is still
    under way, whoever sent it.
    """
    if tracking and not _TRACKING.fullmatch(tracking):
        raise BadTracking
    if (
        tracking
        and Shipment.objects.filter(
            carrier=carrier, tracking=tracking, state__in=UNDER_WAY
        ).exists()
    ):
        raise TrackingTaken
    shipment_id = new_id()
    shipment = Shipment(
        id=shipment_id,
        seller_id=seller_id,
        market=market,
        reference=reference,
        carrier=carrier,
        tracking=tracking or adapter(carrier).number(shipment_id),
        created_at=now,
        state=SHIPMENT.initial.value,
        state_at=now,
    )
    try:
        with transaction.atomic():
            shipment.save(force_insert=True)
    except IntegrityError as failure:
        raise TrackingTaken from failure
    Item.objects.bulk_create(
        Item(seller_id=seller_id, shipment=shipment, line_id=line, round=number)
        for line, number in lines.items()
    )
    return shipment


def receive_scan(
    *, carrier: str, event_id: str, tracking: str, kind: str, occurred_at: datetime, now: datetime
) -> str:
    """Note a carrier's message once and move the parcel; old news changes nothing.

    A message about a parcel that nobody has made ready yet is not noted ("unknown"), so that the
    carrier sends it again.  When a number was used again, the parcel that is under way for the
    longest time is meant.  Raises ValueError for a kind that this carrier's adapter should not
    have passed on.
    """
    verb = SCANS[ScanKind(kind)]
    try:
        with transaction.atomic():
            shipment = (
                Shipment.objects.select_for_update(no_key=True)
                .filter(carrier=carrier, tracking=tracking)
                .annotate(over=ExpressionWrapper(Q(state__in=OVER), BooleanField()))
                .order_by("over", "created_at", "id")
                .first()
            )
            if shipment is None:
                return "unknown"
            outcome = _move(shipment, verb, occurred_at, now)
            Scan(
                carrier=carrier,
                event_id=event_id,
                shipment_id=shipment.id,
                kind=kind,
                outcome=outcome,
                occurred_at=occurred_at,
                received_at=now,
            ).save(force_insert=True)
    except IntegrityError:
        if Scan.objects.filter(carrier=carrier, event_id=event_id).exists():
            return "repeated"
        raise
    return outcome


def _move(shipment: Shipment, verb: ShipmentVerb, occurred_at: datetime, now: datetime) -> str:
    state = ShipmentState(shipment.state)
    if not SHIPMENT.allows(state, verb):
        return "nothing_new"
    shipment.state = SHIPMENT.next(state, verb).value
    shipment.state_at = now
    shipment.save(update_fields=["state", "state_at"])
    if verb in NEWS:
        news = NEWS[verb](shipment.id, shipment.seller_id, shipment.reference, occurred_at)
        publish([news], at=now)
    return "applied"
