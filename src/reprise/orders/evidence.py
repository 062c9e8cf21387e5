"""An order's log as one document that an outsider can check (S49c, decision 0018).

The same rows give the same document, byte for byte.  What the chain covers and what is only on
record are kept apart in it: ``agreed``, ``steps`` and ``devices`` are committed to by hashes,
``on_record`` says what the rows say now.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import Model, Q

from reprise.kernel.evidence import canonical, sealed, text
from reprise.orders import chain, log, proof
from reprise.orders.actions.base import locked
from reprise.orders.agreed import Facts, insured, told_by
from reprise.orders.evidence_words import how_to_verify, how_to_verify_an_excerpt
from reprise.orders.models import (
    Contact,
    DeliveryPoint,
    Line,
    LineDevice,
    Order,
    Said,
    SellerOrder,
    Step,
)
from reprise.orders.queries import contact_for_seller
from reprise.orders.states import LineVerb, LogVerb
from reprise.payments.models import Part, Payment
from reprise.sellers.models import Trader
from reprise.shipping.models import Item, Scan, Shipment

# As a file it is written like every other document.
__all__ = ("BUYER", "STAFF", "Document", "Letter", "Viewer", "as_seller", "document", "text")
Document = dict[str, Any]

_CONTACT: Final = (
    "name", "email", "phone", "street", "extra", "postcode", "town", "country",
)  # fmt: skip
_POINT: Final = ("carrier", "code", "name", "street", "postcode", "town", "country")
# An excerpt leaves out what would tell of others: a step's place in the chain, who else acted, and
# what the first step commits to.
_OWN_STEP: Final = (
    "format", "order_id", "seller_id", "line_id", "concern", "from_state", "to_state", "verb",
    "actor_kind", "reason", "basis", "at",
)  # fmt: skip
# Digests and salts of what can leave before the rest (decision 0053).
_PARTS_OF_ORDER: Final = ("number_digest", "number_salt")
_PARTS_OF_TRADER: Final = ("identity_digest", "identity_salt", "contact_digest", "contact_salt")


@dataclass(frozen=True, slots=True)
class Viewer:
    """For whom a copy is: ``kind`` is buyer, staff or seller; ``seller_id`` names the seller, and
    ``now`` is when it asks."""

    kind: str
    seller_id: UUID | None = None
    now: datetime | None = None


BUYER: Final = Viewer("buyer")
STAFF: Final = Viewer("staff")


def as_seller(seller_id: UUID, now: datetime) -> Viewer:
    return Viewer("seller", seller_id, now)


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail that was written about an order: its kind, to whom, when; never its address."""

    kind: str
    audience: str
    seller_order_id: UUID | None
    written_at: datetime
    sent_at: datetime | None


def document(
    order_id: UUID,
    viewer: Viewer,
    letters: Iterable[Letter] = (),
    archived_until: date | None = None,
) -> Document:
    """An order's evidence for ``viewer``: complete for the buyer and staff, an excerpt of one
    contract for a seller.  Explanations are in the active language.  ``archived_until`` is the last
    day on which its buyer is kept apart; None: they are not.

    Raises Order.DoesNotExist, SellerOrder.DoesNotExist for a seller without a contract there.
    """
    with transaction.atomic():
        order = locked(order_id)  # so that no step comes in between
        if viewer.seller_id is None or viewer.now is None:
            told = _complete(order, list(letters), archived_until)
        else:
            contract = SellerOrder.objects.get(order=order, seller_id=viewer.seller_id)
            told = _excerpt(order, contract, list(letters), viewer.now)
    told = {"format": proof.FORM, "copy": viewer.kind, **told}
    # As it will be read again: ids and times are texts.
    plain: Document = json.loads(canonical(told))
    return sealed(plain)


def _complete(order: Order, letters: list[Letter], archived_until: date | None) -> Document:
    contracts = list(SellerOrder.objects.filter(order=order).order_by("seller_id"))
    lines = list(Line.objects.filter(order=order).order_by("position"))
    steps = list(Step.objects.filter(order_id=order.id).order_by("seq"))
    contact = Contact.objects.filter(order=order).first()
    form = steps[0].format
    by_parts = _by_parts(order.id)
    agreed = {
        "order": _named(order, (*chain.ORDER, *(_PARTS_OF_ORDER if by_parts else ()))),
        "contracts": [_named(each, _contract_fields(form, by_parts)) for each in contracts],
        **(
            {"traders": [_said(each, by_parts) for each in contracts]}
            if form > 1 or by_parts
            else {}
        ),
        "lines": [_named(each, chain.LINE) for each in lines],
        "insurance": _insurance(order, lines),
    }
    return {
        "order": order.reference,
        "agreed": agreed,
        **_left(agreed, by_parts),
        "steps": [{**log.told(step), "hash": step.hash} for step in steps],
        **_devices(lines, steps, named=contact is not None),
        "on_record": {
            "placed_at": _at(order.placed_at),
            "language": order.language,
            "contact": _named(contact, _CONTACT) if contact else None,
            # Neither there nor here: erased.
            **(
                {"contact_archived_until": archived_until.isoformat()}
                if archived_until and not contact
                else {}
            ),
            "contracts": _contracts(contracts, form),
            "payments": [_payment(each) for each in _payments(order)],
            "parcels": _parcels(contracts),
            "letters": [_letter(each) for each in letters],
        },
        "fields": {
            **_fields(form, by_parts),
            **({"agreed.order": chain.ORDER} if form < chain.PARTED else {}),
            **({f"agreed.order{_since(form)}": chain.ORDER_4} if by_parts else {}),
            **({"agreed.number": chain.NUMBER} if by_parts else {}),
            "agreed.insurance.lines": chain.INSURED,
            "steps": chain.STEP,
        },
        "how_to_verify": how_to_verify(),
    }


def _excerpt(order: Order, contract: SellerOrder, letters: list[Letter], now: datetime) -> Document:
    """One contract, with one hash that binds everything before it and tells nothing of it."""
    lines = list(
        Line.objects.filter(seller_id=contract.seller_id, seller_order=contract).order_by(
            "position"
        )
    )
    own = list(Step.objects.filter(order_id=order.id, seller_id=contract.seller_id).order_by("seq"))
    contact = contact_for_seller(contract, lines, now)
    at_point = contract.kind == "point"
    form = own[0].format
    by_parts = _by_parts(order.id)
    # The number is for the delivery, and proves nothing.
    shown = [name for name in _CONTACT if name not in {"email", "phone"}]
    agreed = {
        "contract": _named(contract, _contract_fields(form, by_parts)),
        **({"trader": _said(contract, by_parts)} if form > 1 or by_parts else {}),
        "lines": [_named(each, chain.LINE) for each in lines],
    }
    return {
        "order": contract.reference,
        "agreed": agreed,
        **_left(agreed, by_parts),
        "steps": [_own_step(step) for step in own],
        "anchor": own[-1].hash,
        **_devices(lines, own, named=Contact.objects.filter(order=order).exists()),
        "on_record": {
            "placed_at": _at(order.placed_at),
            "recipient": _named(contact, ["name"] if at_point else shown) if contact else None,
            "contracts": _contracts([contract], form),
            "payments": _own_parts(contract),
            "parcels": _parcels([contract]),
            "letters": [
                _letter(each)
                for each in letters
                if each.audience == "seller" and each.seller_order_id == contract.id
            ],
        },
        "fields": {**_fields(form, by_parts), "steps": _OWN_STEP},
        "how_to_verify": how_to_verify_an_excerpt(),
    }


def _fields(form: int, by_parts: bool) -> Document:
    """What is hashed in turn: as the first step has it, and by parts where a step has it so."""
    now = _since(form)
    return {
        "agreed.contracts": chain.contract_fields(form),
        **({f"agreed.contracts{now}": chain.CONTRACT_2} if by_parts and form == 1 else {}),
        **({"agreed.traders": chain.TRADER} if 1 < form < chain.PARTED else {}),
        **({f"agreed.traders{now}": chain.TRADER_4} if by_parts else {}),
        **({"agreed.identity": chain.IDENTITY} if by_parts else {}),
        **({"agreed.contact": chain.CONTACT} if by_parts else {}),
        "agreed.lines": chain.LINE,
        "devices": chain.DEVICE,
    }


def _since(form: int) -> str:
    """Behind the name of what a later step of an older log has in another way."""
    return "" if form >= chain.PARTED else f" (format {chain.PARTED})"


def _by_parts(order_id: UUID) -> bool:
    """Whether a step of its log commits to the digests of what can leave, not to that itself."""
    steps = Step.objects.filter(order_id=order_id)
    by_parts = Q(seq=1, format__gte=chain.PARTED) | Q(verb=LogVerb.RESTATE.value)
    return steps.filter(by_parts).exists()


def _contract_fields(form: int, by_parts: bool) -> tuple[str, ...]:
    """With what a step of format 4 commits to, also where the first one commits to less."""
    return chain.contract_fields(chain.FORMAT if by_parts else form)


def _said(contract: SellerOrder, by_parts: bool) -> Document:
    """Who the seller said to be when the buyer ordered."""
    trader = Trader.objects.get(id=contract.trader_id)
    if not by_parts:
        return _named(trader, chain.TRADER)
    known = Said.objects.in_bulk([trader.id])
    told: Facts = told_by({trader.id: trader}, known)[trader.id]
    return {name: told[name] for name in (*chain.TRADER, *_PARTS_OF_TRADER)}


def _left(agreed: Document, by_parts: bool) -> Document:
    """Which parts of what was agreed have left in their time."""
    left = chain.left(agreed) if by_parts else []
    return {proof.AGREED_FORGOTTEN: left} if left else {}


def _insurance(order: Order, lines: Sequence[Line]) -> Document | None:
    told = insured(order, lines)
    if told is None:
        return None
    return {
        "total": told["total"],
        "lines": [{name: each[name] for name in chain.INSURED} for each in told["lines"]],
    }


def _own_step(step: Step) -> Document:
    every = log.told(step)
    told = {name: every[name] for name in _OWN_STEP}
    if step.actor_kind == "seller":
        told["actor_id"] = every["actor_id"]
    if step.verb == LineVerb.SHIP.value:
        told["facts_hash"] = every["facts_hash"]
    return told


def _named(row: Model, names: Sequence[str]) -> Document:
    return {name: getattr(row, name) for name in names}


def _at(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat(timespec="microseconds") if moment else None


def _devices(lines: Sequence[Line], steps: Sequence[Step], *, named: bool) -> Document:
    """Number and salt of each device that was shipped, as they were committed to; or that they were
    forgotten, which happens where the order names nobody any more."""
    rows = LineDevice.objects.filter(line_id__in=[line.id for line in lines])
    told = [
        {
            **_named(row, ("line_id", "seller_id", "round", *chain.DEVICE)),
            "at": _at(row.at),
        }
        for row in rows.order_by("line__position", "round")
    ]
    shipped = any(step.verb == LineVerb.SHIP.value for step in steps)
    forgotten = shipped and not told and not named
    return {"devices": told, **({proof.FORGOTTEN: True} if forgotten else {})}


def _contracts(contracts: Sequence[SellerOrder], form: int) -> list[Document]:
    """The sellers' names and the points; in a log of format 1 also what its first step does not
    commit to: who each seller said to be, how it delivers and until when."""
    traders = Trader.objects.select_related("seller").in_bulk([e.trader_id for e in contracts])
    points = DeliveryPoint.objects.in_bulk([each.id for each in contracts])
    return [
        {
            "id": each.id,
            "reference": each.reference,
            "seller": traders[each.trader_id].seller.name,
            **(
                {
                    "trader": _named(traders[each.trader_id], chain.TRADER),
                    "delivery": each.kind,
                    "promised_by": each.promised_by,
                }
                if form == 1
                else {}
            ),
            "point": _named(points[each.id], _POINT) if each.id in points else None,
        }
        for each in contracts
    ]


def _payments(order: Order) -> list[Payment]:
    return list(
        Payment.objects.filter(reference=order.id)
        .prefetch_related("instructions")
        .order_by("attempt")
    )


def _payment(payment: Payment) -> Document:
    names = (
        "id", "attempt", "method", "provider", "provider_ref", "currency", "amount", "captured",
        "refunded", "state",
    )  # fmt: skip
    calls = ("verb", "amount", "state", "answer", "provider_ref")
    return {
        **_named(payment, names),
        "created_at": _at(payment.created_at),
        "authorised_at": _at(payment.authorised_at),
        "state_at": _at(payment.state_at),
        "instructions": [
            {
                **_named(each, calls),
                "asked_at": _at(each.asked_at),
                "answered_at": _at(each.answered_at),
            }
            for each in sorted(payment.instructions.all(), key=lambda each: each.id)
        ],
    }


def _own_parts(contract: SellerOrder) -> list[Document]:
    """What was collected and paid back for one contract."""
    parts = Part.objects.filter(seller_id=contract.seller_id, reference=contract.id)
    names = ("currency", "amount", "captured", "refund_asked", "refunded")
    return [_named(part, names) for part in parts.order_by("payment__attempt")]


def _parcels(contracts: Sequence[SellerOrder]) -> list[Document]:
    parcels = list(
        Shipment.objects.filter(
            seller_id__in=[each.seller_id for each in contracts],
            reference__in=[each.id for each in contracts],
        ).order_by("created_at", "id")
    )
    ids = [each.id for each in parcels]
    scans = list(Scan.objects.filter(shipment_id__in=ids).order_by("occurred_at", "id"))
    items = list(Item.objects.filter(shipment_id__in=ids).order_by("line_id", "round"))
    return [
        {
            "contract": each.reference,
            **_named(each, ("carrier", "tracking", "state")),
            "created_at": _at(each.created_at),
            "vouched_at": _at(each.vouched_at),
            "lines": [
                {"line_id": item.line_id, "round": item.round}
                for item in items
                if item.shipment_id == each.id
            ],
            "scans": [
                {
                    **_named(scan, ("event_id", "kind", "outcome")),
                    "number": scan.tracking,
                    "occurred_at": _at(scan.occurred_at),
                    "received_at": _at(scan.received_at),
                }
                for scan in scans
                if scan.shipment_id == each.id
            ],
        }
        for each in parcels
    ]


def _letter(letter: Letter) -> Document:
    return {
        **asdict(letter),
        "written_at": _at(letter.written_at),
        "sent_at": _at(letter.sent_at),
    }
