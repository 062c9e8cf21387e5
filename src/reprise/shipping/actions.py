from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import BooleanField, ExpressionWrapper, Q

from reprise.kernel.ids import new_id
from reprise.kernel.refusal import Refusal
from reprise.outbox.actions import publish
from reprise.shipping.events import ParcelDelivered
from reprise.shipping.models import Item, Scan, Shipment
from reprise.shipping.states import SHIPMENT, ShipmentState, ShipmentVerb

SCANS = {
    "handed_over": ShipmentVerb.HAND_OVER,
    "delivered": ShipmentVerb.DELIVER,
    "returned": ShipmentVerb.RETURN,
}


OVER = [ShipmentState.DELIVERED.value, ShipmentState.RETURNED.value]


class TrackingTaken(Refusal):
    code = "tracking_taken"
    message = "This parcel number is already on another parcel. Please check what you typed."


def ship(
    *,
    seller_id: UUID,
    market: str,
    reference: UUID,
    lines: Sequence[UUID],
    carrier: str,
    tracking: str,
    now: datetime,
) -> Shipment:
    """A parcel with ``lines`` in it, inside the caller's transaction.

    ``tracking`` empty: the sandbox carrier gives a number of its own.  Raises TrackingTaken for
    a number that is on another parcel which is still under way, whoever sent it.
    """
    under_way = [ShipmentState.CREATED.value, ShipmentState.MOVING.value]
    if (
        tracking
        and Shipment.objects.filter(
            carrier=carrier, tracking=tracking, state__in=under_way
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
        tracking=tracking or f"SB{shipment_id.int % 10**12:012d}",
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
        Item(seller_id=seller_id, shipment=shipment, line_id=line) for line in lines
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
    verb = SCANS.get(kind)
    if verb is None:
        raise ValueError(f"not a scan: {kind!r}")
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
    if verb is ShipmentVerb.DELIVER:
        publish(
            [ParcelDelivered(shipment.id, shipment.seller_id, shipment.reference, occurred_at)],
            at=now,
        )
    return "applied"
