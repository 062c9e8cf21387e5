"""A person says that a carrier's doubtful messages are about a parcel (decision 0024)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from reprise.orders import log
from reprise.orders.actions.answer import UnknownOrder
from reprise.orders.actions.base import locked
from reprise.orders.models import SellerOrder
from reprise.orders.states import ParcelVerb
from reprise.shipping import actions as shipping
from reprise.shipping.models import Shipment
from reprise.shipping.states import ShipmentState


def vouch(*, order_id: UUID, shipment_id: UUID, actor: log.Actor, now: datetime) -> None:
    """Take what the carrier tells about a parcel of this order for true, and say who did so in
    the log.

    Sent again, it changes nothing.  Raises UnknownOrder, NothingDoubtful.
    """
    with transaction.atomic():
        contracts = SellerOrder.objects.filter(order_id=order_id).values("id")
        parcel = Shipment.objects.filter(id=shipment_id, reference__in=contracts).first()
        if parcel is None:
            raise UnknownOrder
        order = locked(order_id)
        moved = shipping.vouch(parcel.id, parcel.seller_id, now)
        if moved is None:
            return
        before, after = map(ShipmentState, moved)
        entry = log.Entry(
            "parcel",
            ParcelVerb.VOUCH,
            before,
            after,
            seller_id=parcel.seller_id,
            facts_hash=log.digest([parcel.id, parcel.carrier, parcel.tracking]),
        )
        log.append(order.id, [entry], actor, now)
