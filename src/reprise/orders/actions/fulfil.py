"""Shipping and delivery of sold devices."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from stdnum import imei

from reprise.kernel.money import Money
from reprise.kernel.refusal import Refusal
from reprise.ledger import actions as ledger
from reprise.ledger.states import AccountKind
from reprise.orders import log
from reprise.orders.actions.answer import UnknownOrder
from reprise.orders.actions.base import advance, in_state, lines_of, locked
from reprise.orders.events import LinesDelivered, LinesShipped
from reprise.orders.models import Line, LineDevice, SellerOrder
from reprise.orders.states import LineState, LineVerb
from reprise.outbox.actions import publish
from reprise.shipping import actions as shipping
from reprise.shipping.models import Item


class NotReadyToShip(Refusal):
    code = "not_ready_to_ship"
    message = "Only devices whose sale is final and that were not shipped yet can be shipped."


class BadDeviceNumber(Refusal):
    code = "bad_device_number"
    message = (
        "“%(number)s” is not a valid %(kind)s. An IMEI has 15 digits, the last of which is a "
        "check digit; dial *#06# on the phone to read it."
    )
    status = 422


_SERIAL = re.compile(r"[A-Z0-9][A-Z0-9\-/.]{3,38}[A-Z0-9]")


def device_number(kind: str, text: str) -> str:
    """A device number in its stored form.  Raises BadDeviceNumber (IMEI: 15 digits, Luhn)."""
    if kind == "imei":
        try:
            number = imei.validate(text)
        except ValueError as failure:  # stdnum's errors are ValueErrors
            raise BadDeviceNumber(number=text, kind="IMEI") from failure
        if len(number) != 15:
            raise BadDeviceNumber(number=text, kind="IMEI")
        return str(number)
    number = text.strip().upper()
    if not _SERIAL.fullmatch(number):
        raise BadDeviceNumber(number=text, kind="serial number")
    return number


def ship(
    *,
    seller_id: UUID,
    seller_order_id: UUID,
    devices: Mapping[UUID, tuple[str, str]],
    tracking: str,
    actor: log.Actor,
    now: datetime,
) -> UUID:
    """Send one parcel with the devices of ``devices`` (line to kind and number); its id.

    Sent again with the same lines, nothing happens twice: NotReadyToShip.  Raises UnknownOrder,
    BadDeviceNumber, TrackingTaken as well.
    """
    with transaction.atomic():
        contract = SellerOrder.objects.filter(id=seller_order_id, seller_id=seller_id).first()
        if contract is None:
            raise UnknownOrder
        order = locked(contract.order_id)
        sold = {line.id: line for line in in_state(lines_of(order, seller_id), LineState.SOLD)}
        if not devices or not set(devices) <= set(sold):
            raise NotReadyToShip
        lines = [sold[line_id] for line_id in sorted(devices)]
        written = [
            LineDevice(
                seller_id=seller_id,
                line=line,
                kind=devices[line.id][0],
                number=device_number(*devices[line.id]),
                salt=secrets.token_hex(16),
                at=now,
            )
            for line in lines
        ]
        LineDevice.objects.bulk_create(written)
        shipment = shipping.ship(
            seller_id=seller_id,
            market=contract.market,
            reference=contract.id,
            lines=[line.id for line in lines],
            carrier=contract.carrier,
            tracking=tracking.strip().upper(),
            now=now,
        )
        facts = {row.line_id: log.digest([row.salt, row.kind, row.number]) for row in written}
        advance(order, lines, LineVerb.SHIP, actor, now, facts=facts)
        publish([LinesShipped(order.id, contract.id, shipment.id)], at=now)
        return shipment.id


def deliver(shipment_id: UUID, seller_id: UUID, reference: UUID, now: datetime) -> None:
    """Note a parcel's devices as delivered; their money is the seller's from now on."""
    with transaction.atomic():
        contract = SellerOrder.objects.get(id=reference, seller_id=seller_id)
        order = locked(contract.order_id)
        inside = set(
            Item.objects.filter(seller_id=seller_id, shipment_id=shipment_id).values_list(
                "line_id", flat=True
            )
        )
        lines = [
            line
            for line in in_state(lines_of(order, seller_id), LineState.SHIPPED)
            if line.id in inside
        ]
        if not lines:
            return
        advance(order, lines, LineVerb.DELIVER, log.CARRIER, now)
        for line in lines:
            _earn(contract, line, now)
        publish([LinesDelivered(order.id, contract.id, shipment_id)], at=now)


def _earn(contract: SellerOrder, line: Line, now: datetime) -> None:
    """Move a delivered device's money out of clearing: commission to us, the rest to the seller."""
    purse = ledger.Purse(line.seller_id, line.market, line.currency)
    clearing = ledger.account(purse, AccountKind.CLEARING)
    commission = Money(line.commission, line.currency)
    for kind, amount, code in (
        (AccountKind.PAYABLE, line.due - commission, "earned"),
        (AccountKind.COMMISSION, commission, "commission"),
    ):
        ledger.transfer(
            purse,
            clearing,
            ledger.account(purse, kind),
            amount,
            ledger.Step(key=f"{code}:{line.id}", code=code, reference=contract.id, line_id=line.id),
            at=now,
        )
