"""Shipping and delivery of sold devices, and what comes back."""

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
from reprise.orders import chain, log
from reprise.orders.actions.answer import UnknownOrder, paying
from reprise.orders.actions.base import (
    advance,
    by_part,
    give_stock_back,
    in_state,
    lines_of,
    locked,
)
from reprise.orders.actions.collect import return_fee
from reprise.orders.contact import BuyerErased, is_erased
from reprise.orders.destination import destination_of
from reprise.orders.events import LinesCalledOff, LinesCameBack, LinesDelivered, LinesShipped
from reprise.orders.models import Line, LineDevice, Order, SellerOrder
from reprise.orders.states import HOLDS_STOCK, LineState, LineVerb
from reprise.outbox.actions import publish
from reprise.payments import actions as payments
from reprise.sellers.models import PLATFORM
from reprise.shipping import actions as shipping
from reprise.shipping.models import Item


class NotReadyToShip(Refusal):
    code = "not_ready_to_ship"
    message = "Only devices whose sale is final and that were not shipped yet can be shipped."


class NoDeviceNumber(Refusal):
    code = "no_device_number"
    message = "Enter the number of at least one device that is in the parcel."
    status = 422


class NothingCameBack(Refusal):
    code = "nothing_came_back"
    message = "No device of this order has come back, or its money has already been given back."


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
    """Make one parcel ready with the devices of ``devices`` (line to kind and number); its id.

    A device whose parcel came back is sent again in its next round.  ``tracking`` is the number
    on the seller's own label; empty: the carrier gives one.

    Sent again with the same lines, nothing happens twice: NotReadyToShip.  Raises UnknownOrder,
    NoDeviceNumber, BadDeviceNumber, BuyerErased, TrackingTaken as well.
    """
    with transaction.atomic():
        contract = SellerOrder.objects.filter(id=seller_order_id, seller_id=seller_id).first()
        if contract is None:
            raise UnknownOrder
        order = locked(contract.order_id)
        ready = in_state(lines_of(order, seller_id), LineState.SOLD, LineState.CAME_BACK)
        sold = {line.id: line for line in ready}
        if sold and not devices:
            raise NoDeviceNumber
        if not devices or not set(devices) <= set(sold):
            raise NotReadyToShip
        if is_erased(order.id):
            raise BuyerErased
        lines = [sold[line_id] for line_id in sorted(devices)]
        rounds = {line.id: line.devices.count() + 1 for line in lines}
        written = [
            LineDevice(
                seller_id=seller_id,
                line=line,
                round=rounds[line.id],
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
            lines=rounds,
            carrier=contract.carrier,
            tracking="".join(tracking.split()).upper(),
            to=destination_of(contract),
            since=max(line.state_at for line in lines),
            now=now,
        )
        facts = {row.line_id: chain.device_hash(vars(row)) for row in written}
        advance(order, lines, LineVerb.SHIP, actor, now, facts=facts)
        publish([LinesShipped(order.id, contract.id, shipment.id)], at=now)
        return shipment.id


def deliver(shipment_id: UUID, seller_id: UUID, reference: UUID, now: datetime) -> None:
    """Note a parcel's devices as delivered; their money is the seller's from now on, and the
    premium of an insured one its insurer's."""
    with transaction.atomic():
        contract = SellerOrder.objects.get(id=reference, seller_id=seller_id)
        order = locked(contract.order_id)
        lines = _in_parcel(order, seller_id, shipment_id)
        if not lines:
            return
        advance(order, lines, LineVerb.DELIVER, log.CARRIER, now)
        for line in lines:
            _earn(contract, line, now)
            if line.cover is not None:
                _owe_the_insurer(line, line.cover["insurer"], now)
        publish([LinesDelivered(order.id, contract.id, shipment_id)], at=now)


def come_back(shipment_id: UUID, seller_id: UUID, reference: UUID, now: datetime) -> None:
    """Note that the carrier brought a parcel's devices back to their seller (S49)."""
    with transaction.atomic():
        contract = SellerOrder.objects.get(id=reference, seller_id=seller_id)
        order = locked(contract.order_id)
        lines = _in_parcel(order, seller_id, shipment_id)
        if not lines:
            return
        advance(order, lines, LineVerb.COME_BACK, log.CARRIER, now, basis="S49")
        publish([LinesCameBack(order.id, contract.id, shipment_id)], at=now)


def call_off(*, seller_id: UUID, seller_order_id: UUID, actor: log.Actor, now: datetime) -> None:
    """Give the money of the devices that came back to the buyer, shipping and premium included
    (S49).

    With the last device of the order its service fee goes back as well (S6).  Sent again:
    NothingCameBack.  Raises UnknownOrder.
    """
    with transaction.atomic():
        contract = SellerOrder.objects.filter(id=seller_order_id, seller_id=seller_id).first()
        if contract is None:
            raise UnknownOrder
        order = locked(contract.order_id)
        lines = in_state(lines_of(order, seller_id), LineState.CAME_BACK)
        if not lines:
            raise NothingCameBack
        advance(order, lines, LineVerb.CALL_OFF, actor, now, basis="S49")
        payment = paying(order)
        give = by_part(lines)
        if not in_state(lines_of(order), *HOLDS_STOCK):
            give[order.id] = return_fee(order, now)
        payments.ask_refund(payment.id, give, now, key=f"came_back:{lines[0].id}")
        give_stock_back(lines, now)
        publish([LinesCalledOff(order.id, contract.id, lines[0].id)], at=now)


def _in_parcel(order: Order, seller_id: UUID, shipment_id: UUID) -> list[Line]:
    """The shipped lines that are in this parcel now; old news of an earlier round finds none."""
    lines = in_state(lines_of(order, seller_id), LineState.SHIPPED)
    inside = Item.objects.filter(seller_id=seller_id, line_id__in=[line.id for line in lines])
    last = dict(inside.order_by("round").values_list("line_id", "shipment_id"))
    return [line for line in lines if last.get(line.id) == shipment_id]


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


def _owe_the_insurer(line: Line, insurer: str, now: datetime) -> None:
    """The cover of an insured device begins with its delivery (decision 0021)."""
    purse = ledger.Purse(PLATFORM, line.market, line.currency)
    ledger.transfer(
        purse,
        ledger.account(purse, AccountKind.CLEARING),
        ledger.account(purse, AccountKind.INSURER, insurer),
        Money(line.premium, line.currency),
        ledger.Step(key=f"premium:{line.id}", code="premium", reference=line.id, line_id=line.id),
        at=now,
    )
