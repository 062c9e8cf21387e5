from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import IntegrityError, transaction

from reprise.kernel.ids import new_id
from reprise.kernel.refusal import Refusal
from reprise.outbox.actions import publish
from reprise.shipping import rules
from reprise.shipping.carriers.base import Area, ScanKind
from reprise.shipping.carriers.registry import carrier as adapter
from reprise.shipping.events import ParcelDelivered, ParcelReturned, ParcelWaiting
from reprise.shipping.models import Destination, Item, Number, Scan, Shipment
from reprise.shipping.queries import DOUBTS, numbered_by_carrier, told_of
from reprise.shipping.states import SHIPMENT, Doubt, ShipmentState, ShipmentVerb

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


class TrackingTaken(Refusal):
    code = "tracking_taken"
    message = (
        "This number is or was on another parcel, and a number stands for one parcel only. Please"
        " check what you typed; if it is right, write to us."
    )


class NumberKnown(Refusal):
    code = "number_known"
    message = (
        "The carrier has told something about this number already, so it cannot be changed here any"
        " more. If it is wrong, write to us with a copy of your receipt."
    )


class NothingDoubtful(Refusal):
    code = "nothing_doubtful"
    message = "The carrier has told nothing about this parcel that was not taken."


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
    to: Area | None,
    since: datetime,
    now: datetime,
) -> Shipment:
    """A parcel with ``lines`` (line to its round) in it, inside the caller's transaction.

    ``tracking`` empty: the carrier gives a number of its range, and a label can be printed.
    ``to`` is where it goes (None: erased), ``since`` when there was first something to send: a
    scan of a typed number counts only if it is of a parcel that goes there and left after that.

    Raises BadTracking, and TrackingTaken for a number that stands for another parcel of this
    carrier, whoever sent it.
    """
    _check(tracking)
    shipment_id = new_id()
    shipment = Shipment(
        id=shipment_id,
        seller_id=seller_id,
        market=market,
        reference=reference,
        carrier=carrier,
        tracking=tracking or adapter(carrier).number(shipment_id),
        created_at=now,
        since=since,
        state=SHIPMENT.initial.value,
        state_at=now,
    )
    try:
        with transaction.atomic():
            _number(shipment).save(force_insert=True)
            shipment.save(force_insert=True)
    except IntegrityError as failure:
        raise TrackingTaken from failure
    if to is not None:
        Destination(shipment=shipment, country=to.country, postcode=to.postcode).save(
            force_insert=True
        )
    Item.objects.bulk_create(
        Item(seller_id=seller_id, shipment=shipment, line_id=line, round=number)
        for line, number in lines.items()
    )
    return shipment


def _check(tracking: str) -> None:
    if tracking and not _TRACKING.fullmatch(tracking):
        raise BadTracking


def _number(shipment: Shipment) -> Number:
    return Number(
        carrier=shipment.carrier,
        tracking=shipment.tracking,
        seller_id=shipment.seller_id,
        shipment_id=shipment.id,
    )


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A parcel with its new number; ``number_id`` tells this time from others."""

    shipment: Shipment
    before: str
    number_id: UUID


def renumber(
    shipment_id: UUID, seller_id: UUID, tracking: str, now: datetime, *, despite_doubt: bool = False
) -> Renumbered | None:
    """Give a parcel that has not moved another number and give the old one up, inside the caller's
    transaction; empty: the carrier gives one.  None when it is the number that it has.

    The old number is free for its rightful parcel.  ``despite_doubt``: the carrier has told of the
    old number what does not fit this parcel, and a person has looked at it.  Raises BadTracking,
    TrackingTaken, NumberKnown.
    """
    _check(tracking)
    shipment = _locked(shipment_id, seller_id)
    before = shipment.tracking
    after = tracking or adapter(shipment.carrier).number(shipment_id)
    if after == before:
        return None
    known = shipment.state != SHIPMENT.initial.value or shipment.vouched_at is not None
    if known or (not despite_doubt and told_of(shipment).exists()):
        raise NumberKnown
    shipment.tracking = after
    number = _number(shipment)
    try:
        with transaction.atomic():
            # The new one first: two parcels that change places with each other do not wait for
            # each other, both are refused.
            number.save(force_insert=True)
            old = Number.objects.filter(carrier=shipment.carrier, tracking=before, given_up_at=None)
            old.update(given_up_at=now)
            shipment.save(update_fields=["tracking"])
    except IntegrityError as failure:
        raise TrackingTaken from failure
    return Renumbered(shipment, before, number.id)


def receive_scan(
    *,
    carrier: str,
    event_id: str,
    tracking: str,
    kind: str,
    occurred_at: datetime,
    now: datetime,
    to: Area | None = None,
    accepted_at: datetime | None = None,
) -> str:
    """Note a carrier's message once and move the parcel; old news changes nothing.

    A message about a parcel that nobody has made ready yet is not noted ("unknown"), so that the
    carrier sends it again.  One whose number somebody typed, and that the carrier takes
    elsewhere or had too early, is noted with that doubt and moves nothing: ``to`` and
    ``accepted_at`` are the carrier's word for it.  Raises ValueError for a kind that this
    carrier's adapter should not have passed on.
    """
    verb = SCANS[ScanKind(kind)]
    try:
        with transaction.atomic():
            number = Number.objects.filter(
                carrier=carrier, tracking=tracking, given_up_at=None
            ).first()
            if number is None:
                return "unknown"
            shipment = _locked(number.shipment_id, number.seller_id)
            if shipment.tracking != tracking:
                return "unknown"  # given up while this waited for the lock
            doubt = _doubt(shipment, to, accepted_at)
            outcome = doubt.value if doubt else _move(shipment, verb, occurred_at, now)
            Scan(
                carrier=carrier,
                event_id=event_id,
                shipment_id=shipment.id,
                tracking=tracking,
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


def vouch(shipment_id: UUID, seller_id: UUID, now: datetime) -> tuple[str, str] | None:
    """Take what was doubtful about a parcel as news of it, from now on as well, inside the
    caller's transaction: its state before and after.

    None when somebody has vouched for it before.  Raises NothingDoubtful.
    """
    shipment = _locked(shipment_id, seller_id)
    if shipment.vouched_at is not None:
        return None
    told = told_of(shipment).filter(outcome__in=DOUBTS)
    scans = list(told.order_by("occurred_at", "id"))
    if not scans:
        raise NothingDoubtful
    before = shipment.state
    shipment.vouched_at = now
    shipment.save(update_fields=["vouched_at"])
    for scan in scans:
        _move(shipment, SCANS[ScanKind(scan.kind)], scan.occurred_at, now)
    return before, shipment.state


def _locked(shipment_id: UUID, seller_id: UUID) -> Shipment:
    return Shipment.objects.select_for_update(no_key=True).get(id=shipment_id, seller_id=seller_id)


def _doubt(shipment: Shipment, told: Area | None, accepted_at: datetime | None) -> Doubt | None:
    """A number that the carrier gave is on no other parcel, and its label names the buyer."""
    if shipment.vouched_at is not None or numbered_by_carrier(shipment):
        return None
    kept = Destination.objects.filter(shipment=shipment).first()
    ours = Area(kept.country, kept.postcode) if kept else None
    return rules.doubt(ours, shipment.since, told, accepted_at)


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


def forget_destinations(shipment_ids: Collection[UUID]) -> None:
    """Delete where these parcels went."""
    Destination.objects.filter(shipment_id__in=shipment_ids).delete()
