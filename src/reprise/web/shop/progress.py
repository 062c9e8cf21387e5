"""What became of an order and what happens next, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reprise.orders.delivery import arrival_after
from reprise.orders.models import Line, Step
from reprise.orders.queries import Contract, Dossier
from reprise.orders.states import LineState, LineVerb, LogVerb, OrderStatus, ParcelVerb, RefundVerb
from reprise.payments.states import PaymentState
from reprise.shipping.states import ShipmentState

_PAID = {PaymentState.AUTHORISED.value, PaymentState.CAPTURED.value}


@dataclass(frozen=True, slots=True)
class Headline:
    """Where the order stands.  ``tone`` is ok, wait or stop; ``pending``: it changes by itself in
    seconds; ``payable``: the buyer can pay now."""

    title: str
    text: str
    tone: str
    pending: bool = False
    payable: bool = False


@dataclass(frozen=True, slots=True)
class Happened:
    """``devices`` are the lines it is about, when it is not about all of them."""

    text: str
    at: datetime
    devices: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Expected:
    """What somebody has to do, until an instant or a day."""

    text: str
    by: datetime | date


def headline(dossier: Dossier, now: datetime) -> Headline:
    state = PaymentState(dossier.payment.state) if dossier.payment else PaymentState.CREATED
    match dossier.status:
        case OrderStatus.AWAITING_PAYMENT:
            return _awaiting_payment(dossier, state, over=now >= dossier.order.pay_by)
        case OrderStatus.EXPIRED:
            return _expired(state, len(dossier.lines))
        case OrderStatus.AWAITING_SELLER:
            return _awaiting_seller(dossier, state)
        case OrderStatus.CANCELLED:
            return _cancelled(dossier)
        case OrderStatus.PREPARING:
            return Headline(
                _("Your order is being prepared"),
                _("The payment was collected. The sale is final."),
                "ok",
            )
        case OrderStatus.CAME_BACK:
            return _came_back(dossier)
        case OrderStatus.SHIPPED:
            return _shipped(dossier)
    return Headline(
        _("Delivered"),
        _("The guarantees of each device count from the day of its delivery."),
        "ok",
    )


def _awaiting_payment(dossier: Dossier, state: PaymentState, *, over: bool) -> Headline:
    devices = len(dossier.lines)
    if state.value in _PAID:
        return Headline(
            _("Your bank has confirmed the payment"),
            ngettext(
                "The seller is being asked now. You can close this page: we write to you.",
                "The sellers are being asked now. You can close this page: we write to you.",
                len(dossier.contracts),
            ),
            "ok",
            pending=True,
        )
    if over or state is PaymentState.EXPIRED:
        return Headline(
            _("The time to pay is over"),
            ngettext(
                "Nothing was charged. The device goes back on sale.",
                "Nothing was charged. The devices go back on sale.",
                devices,
            ),
            "stop",
        )
    if state is PaymentState.DECLINED:
        return Headline(
            _("The payment did not go through"),
            ngettext(
                "Nothing was charged. The device is still kept for you; you can pay again.",
                "Nothing was charged. The devices are still kept for you; you can pay again.",
                devices,
            ),
            "stop",
            payable=True,
        )
    if state is PaymentState.RELEASED:
        return Headline(
            _("The payment was not held"),
            _("Your bank let the money go. Nothing was charged. Please order again."),
            "stop",
        )
    if state is PaymentState.STARTED:
        return Headline(
            _("Waiting for the answer of your bank"),
            _("If you have paid, this page shows it within seconds. If not, you can still do so."),
            "wait",
            pending=True,
            payable=True,
        )
    return Headline(
        _("Your order is not paid yet"),
        ngettext(
            "The device is kept for you until the time to pay is over.",
            "The devices are kept for you until the time to pay is over.",
            devices,
        ),
        "wait",
        payable=True,
    )


def _expired(state: PaymentState, devices: int) -> Headline:
    if state.value in _PAID or state is PaymentState.RELEASED:
        return Headline(
            _("Your payment came too late"),
            _("A device was already sold to somebody else. You get your money back in full."),
            "stop",
        )
    return Headline(
        _("This order has expired"),
        ngettext(
            "It was not paid in time. Nothing was charged, and the device is on sale again.",
            "It was not paid in time. Nothing was charged, and the devices are on sale again.",
            devices,
        ),
        "stop",
    )


def _awaiting_seller(dossier: Dossier, state: PaymentState) -> Headline:
    if state is PaymentState.CAPTURED:
        paid = _("Paid.")
        text = _("What is not accepted is paid back in full.")
    else:
        paid = _("Confirmed by your bank.")
        text = _("The amount is held, not yet collected. What is not accepted is released.")
    return Headline(f"{paid} {_who_answers(dossier)}", text, "wait")


def _who_answers(dossier: Dossier) -> str:
    if len(dossier.contracts) == 1:
        return _("The seller has yet to accept")
    waiting = sum(
        any(line.state == LineState.PAID.value for line in each.lines) for each in dossier.contracts
    )
    return ngettext(
        "One seller has yet to accept", "%(num)s sellers have yet to accept", waiting
    ) % {"num": waiting}


def _came_back(dossier: Dossier) -> Headline:
    if len(dossier.contracts) == 1:
        return Headline(
            _("Your parcel went back to the seller"),
            _("Nobody took it. The seller sends it again, or gives you your money back."),
            "stop",
        )
    return Headline(
        _("A parcel went back to its seller"),
        _("Nobody took it. Its seller sends it again, or gives you your money back for it."),
        "stop",
    )


def _shipped(dossier: Dossier) -> Headline:
    parcels = [parcel.state for each in dossier.contracts for parcel in each.shipments]
    if waiting := parcels.count(ShipmentState.WAITING.value):
        return Headline(
            ngettext(
                "Your parcel waits at the pick-up point",
                "Your parcels wait at the pick-up point",
                waiting,
            ),
            ngettext(
                "Pick it up there before the carrier sends it back.",
                "Pick them up there before the carrier sends them back.",
                waiting,
            ),
            "ok",
        )
    if moving := parcels.count(ShipmentState.MOVING.value):
        return Headline(
            ngettext("Your parcel is on its way", "Your parcels are on their way", moving),
            ngettext(
                "You can follow it with the parcel number below.",
                "You can follow them with the parcel numbers below.",
                moving,
            ),
            "ok",
        )
    ready = parcels.count(ShipmentState.CREATED.value)
    return Headline(
        ngettext(
            "Your parcel is ready for the carrier", "Your parcels are ready for the carrier", ready
        ),
        ngettext(
            "It is packed. The carrier has not scanned it yet.",
            "They are packed. The carrier has not scanned them yet.",
            ready,
        ),
        "ok",
    )


def _cancelled(dossier: Dossier) -> Headline:
    payment = dossier.payment
    if any(step.verb == LineVerb.COME_BACK.value for step in dossier.steps):
        text = _("You get back the price and the shipping of each device that came back.")
        if dossier.order.insurance:
            text += " " + _("The insurance premium comes back with them.")
    elif payment and payment.captured:
        text = _("You get back everything that you paid, to the account or card you paid with.")
    else:
        text = _("Nothing was charged. What your bank held is released.")
    return Headline(_("This order was cancelled"), text, "stop")


def happened(dossier: Dossier) -> list[Happened]:
    """The log, one entry for the lines that moved together."""
    lines = {line.id: line for line in dossier.lines}
    names = {each.row.seller_id: each.trader.seller.name for each in dossier.contracts}
    result = []
    for (verb, seller_id, at), group in groupby(dossier.steps, key=_together):
        moved = [lines[step.line_id] for step in group if step.line_id in lines]
        text = _told(verb, names.get(seller_id, "") if seller_id else "", len(names))
        if text:
            some = len(moved) < len(lines) and len(lines) > 1
            result.append(Happened(text, at, tuple(moved) if some else ()))
    return result


_OF_ALL = {LineVerb.PLACE.value, LineVerb.PAY.value, LineVerb.EXPIRE.value, LineVerb.COLLECT.value}


def _together(step: Step) -> tuple[str, UUID | None, datetime]:
    return step.verb, None if step.verb in _OF_ALL else step.seller_id, step.at


def _told(verb: str, seller: str, sellers: int) -> str:
    if verb == RefundVerb.ASK_AGAIN.value:
        return _("We asked the payment provider again to send your money back.")
    if verb == RefundVerb.FIND_SENT.value:
        return _("The payment provider has sent your money back after all.")
    facts = {"seller": seller}
    if verb == ParcelVerb.VOUCH.value:
        return _("We checked with the carrier where the parcel from %(seller)s is.") % facts
    if verb == ParcelVerb.RENUMBER.value:
        return _("The parcel from %(seller)s has another number now.") % facts
    if verb == LogVerb.RESTATE.value:
        return _("What was agreed was noted once more, because a part of it leaves.")
    match LineVerb(verb):
        case LineVerb.PLACE:
            return _("You placed the order.")
        case LineVerb.PAY:
            return ngettext(
                "Your bank confirmed the payment. The seller was asked.",
                "Your bank confirmed the payment. The sellers were asked.",
                sellers,
            )
        case LineVerb.EXPIRE:
            return _("The time to pay ended. Nothing was charged.")
        case LineVerb.ACCEPT:
            return _("%(seller)s accepted.") % facts
        case LineVerb.REFUSE:
            return _("%(seller)s could not supply this. You do not pay for it.") % facts
        case LineVerb.LAPSE:
            return _("%(seller)s did not answer in time. You do not pay for it.") % facts
        case LineVerb.COLLECT:
            return _("The payment was collected. The sale is final.")
        case LineVerb.FAIL:
            return _("The payment could not be collected, so the sale was cancelled.")
        case LineVerb.COME_BACK:
            return _("The carrier brought the parcel back to %(seller)s.") % facts
        case LineVerb.CALL_OFF:
            return _("%(seller)s does not send it again. You get your money back.") % facts
        case LineVerb.SHIP:
            return _("%(seller)s made the parcel ready for the carrier.") % facts
        case LineVerb.DELIVER:
            return _("The parcel from %(seller)s was delivered.") % facts


def expected(dossier: Dossier, now: datetime, country: str) -> list[Expected]:
    """Who must act until when, the nearest first."""
    order = dossier.order
    if dossier.status is OrderStatus.AWAITING_PAYMENT:
        paid = dossier.payment is not None and dossier.payment.state in _PAID
        if paid or now >= order.pay_by:
            return []
        text = ngettext(
            "You pay, or the device goes back on sale.",
            "You pay, or the devices go back on sale.",
            len(dossier.lines),
        )
        return [Expected(text, order.pay_by)]
    result = []
    for contract in dossier.contracts:
        result += _expected_of(contract, country)
    return sorted(result, key=_day)


def _day(each: Expected) -> date:
    return each.by.date() if isinstance(each.by, datetime) else each.by


def _expected_of(contract: Contract, country: str) -> list[Expected]:
    states = {LineState(line.state) for line in contract.lines}
    facts = {"seller": contract.trader.seller.name}
    result: list[Expected] = []
    if LineState.PAID in states and contract.row.accept_by:
        result.append(Expected(_("%(seller)s accepts or refuses.") % facts, contract.row.accept_by))
    ship_by = [
        line.ship_by
        for line in contract.lines
        if line.ship_by and LineState(line.state) is LineState.SOLD
    ]
    if ship_by:
        last = max(ship_by)
        result.append(Expected(_("%(seller)s hands the parcel to the carrier.") % facts, last))
        result.append(
            Expected(
                _("The parcel from %(seller)s arrives.") % facts,
                arrival_after(last, country, contract.row.days_max),
            )
        )
    elif LineState.SHIPPED in states and contract.shipments:
        sent = max(each.created_at for each in contract.shipments)
        result.append(
            Expected(
                _("The parcel from %(seller)s arrives.") % facts,
                arrival_after(sent, country, contract.row.days_max),
            )
        )
    return result


def line_state(state: str, *, unscanned: bool = False) -> tuple[str, str]:
    """A device's state in words, and its tone; ``unscanned``: its carrier has no parcel yet."""
    if unscanned:
        return _("Ready for the carrier"), "ok"
    return {
        LineState.RESERVED: (_("Kept for you"), "wait"),
        LineState.EXPIRED: (_("Expired, nothing to pay"), "stop"),
        LineState.PAID: (_("Seller is asked"), "wait"),
        LineState.REFUSED: (_("Not available, nothing to pay"), "stop"),
        LineState.LAPSED: (_("No answer, nothing to pay"), "stop"),
        LineState.ACCEPTED: (_("Accepted"), "ok"),
        LineState.CANCELLED: (_("Cancelled"), "stop"),
        LineState.SOLD: (_("Being prepared"), "ok"),
        LineState.CAME_BACK: (_("Came back to the seller"), "wait"),
        LineState.SHIPPED: (_("On its way"), "ok"),
        LineState.DELIVERED: (_("Delivered"), "ok"),
    }[LineState(state)]
