"""A parcel gets another number, because a wrong one was typed (decision 0037)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from reprise.orders import log
from reprise.orders.actions.answer import UnknownOrder
from reprise.orders.actions.base import locked
from reprise.orders.events import ParcelRenumbered
from reprise.orders.models import SellerOrder
from reprise.orders.states import ParcelVerb
from reprise.outbox.actions import publish
from reprise.shipping import actions as shipping
from reprise.shipping.models import Shipment
from reprise.shipping.states import ShipmentState


def renumber(
    *,
    seller_id: UUID,
    seller_order_id: UUID,
    shipment_id: UUID,
    tracking: str,
    actor: log.Actor,
    now: datetime,
) -> None:
    """Correct the number of a seller's own parcel, of which no carrier has told anything yet.

    ``tracking`` empty: the carrier gives one, for a label of its own.  Sent again, it changes
    nothing.  Raises UnknownOrder, NumberKnown, BadTracking, TrackingTaken.
    """
    with transaction.atomic():
        contract = SellerOrder.objects.filter(id=seller_order_id, seller_id=seller_id).first()
        if contract is None:
            raise UnknownOrder
        _renumber(contract, shipment_id, tracking, actor, now)


def take_number(*, order_id: UUID, shipment_id: UUID, actor: log.Actor, now: datetime) -> None:
    """Take a number off a parcel of an order that the carrier has not told to be there: the parcel
    gets one of the carrier's, and the number is free for the parcel that has it.

    Sent again, it changes nothing.  Raises UnknownOrder, NumberKnown.
    """
    with transaction.atomic():
        contracts = SellerOrder.objects.filter(order_id=order_id)
        parcel = Shipment.objects.filter(
            id=shipment_id, reference__in=contracts.values("id")
        ).first()
        if parcel is None:
            raise UnknownOrder
        contract = contracts.get(id=parcel.reference)
        _renumber(contract, shipment_id, "", actor, now, despite_doubt=True)


def _renumber(
    contract: SellerOrder,
    shipment_id: UUID,
    tracking: str,
    actor: log.Actor,
    now: datetime,
    *,
    despite_doubt: bool = False,
) -> None:
    own = Shipment.objects.filter(
        id=shipment_id, seller_id=contract.seller_id, reference=contract.id
    )
    if not own.exists():
        raise UnknownOrder
    order = locked(contract.order_id)
    done = shipping.renumber(
        shipment_id,
        contract.seller_id,
        "".join(tracking.split()).upper(),
        now,
        despite_doubt=despite_doubt,
    )
    if done is None:
        return
    parcel = done.shipment
    state = ShipmentState(parcel.state)
    entry = log.Entry(
        "parcel",
        ParcelVerb.RENUMBER,
        state,
        state,
        seller_id=contract.seller_id,
        facts_hash=log.digest([parcel.id, parcel.carrier, done.before, parcel.tracking]),
    )
    log.append(order.id, [entry], actor, now)
    news = ParcelRenumbered(order.id, contract.id, parcel.id, done.number_id, by=actor.kind)
    publish([news], at=now)
