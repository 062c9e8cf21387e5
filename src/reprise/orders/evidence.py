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
from django.db.models import Model
from django.utils.translation import gettext as _

from reprise.kernel.evidence import canonical, sealed, text
from reprise.orders import chain, log, proof
from reprise.orders.actions.base import locked
from reprise.orders.actions.place import insured
from reprise.orders.models import Contact, DeliveryPoint, Line, LineDevice, Order, SellerOrder, Step
from reprise.orders.queries import contact_for_seller
from reprise.orders.states import LineVerb
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
    said = [_said(each) for each in contracts]
    return {
        "order": order.reference,
        "agreed": {
            "order": _named(order, chain.ORDER),
            "contracts": [_named(each, chain.contract_fields(form)) for each in contracts],
            **({"traders": said} if form > 1 else {}),
            "lines": [_named(each, chain.LINE) for each in lines],
            "insurance": _insurance(order, lines),
        },
        **({proof.AGREED_FORGOTTEN: True} if _is_forgotten(order, contracts) else {}),
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
            **_fields(form),
            "agreed.order": chain.ORDER,
            "agreed.insurance.lines": chain.INSURED,
            "steps": chain.STEP,
        },
        "how_to_verify": _how_to_verify(),
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
    # The number is for the delivery, and proves nothing.
    shown = [name for name in _CONTACT if name not in {"email", "phone"}]
    return {
        "order": contract.reference,
        "agreed": {
            "contract": _named(contract, chain.contract_fields(form)),
            **({"trader": _said(contract)} if form > 1 else {}),
            "lines": [_named(each, chain.LINE) for each in lines],
        },
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
        "fields": {**_fields(form), "steps": _OWN_STEP},
        "how_to_verify": _how_to_verify_an_excerpt(),
    }


def _fields(form: int) -> Document:
    return {
        "agreed.contracts": chain.contract_fields(form),
        **({"agreed.traders": chain.TRADER} if form > 1 else {}),
        "agreed.lines": chain.LINE,
        "devices": chain.DEVICE,
    }


def _said(contract: SellerOrder) -> Document:
    """Who the seller said to be when the buyer ordered."""
    return _named(Trader.objects.get(id=contract.trader_id), chain.TRADER)


def _is_forgotten(order: Order, contracts: Sequence[SellerOrder]) -> bool:
    """Whether something that was agreed has left in its time, so that its digest cannot be made."""
    said = Trader.objects.filter(id__in=[each.trader_id for each in contracts])
    return order.is_nameless or any(each.has_left for each in said)


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


def _how_to_verify() -> list[str]:
    return [
        _(
            "Canonical JSON means: the names of an object in alphabetical order, no spaces between"
            " values, letters as they are, in UTF-8. A digest is SHA-256 of it, in hexadecimal."
        ),
        _(
            "Step 1 has in facts_hash the digest of what was agreed: an object with order,"
            " contracts and lines, and since format 2 traders, each as the list of its values in"
            " the order that fields gives; and with insurance where a device was insured: the list"
            " of its total and its lines."
        ),
        _(
            "The hash of each step is the digest of the list of its values in the order that fields"
            " gives. One of them is the hash of the step before (previous), so a change of any past"
            " step changes every hash after it."
        ),
        _(
            "A step with the verb ship has in facts_hash the digest of the list of salt, kind and"
            " number of the device: the one with its line_id and round."
        ),
        _(
            "The seal is the digest of everything else in this file. It shows that the file was not"
            " changed in part; who made the file, it does not show."
        ),
        _(
            "What stands under on_record was on record when the file was made. The steps do not"
            " commit to it, the seal does."
        ),
        _(
            "To see that nothing was rewritten as a whole, compare with a copy that somebody else"
            " has or that was made earlier: the hashes of the steps that both have are the same."
        ),
        _("The program does all of this: reprise verify-evidence FILE"),
    ]


def _how_to_verify_an_excerpt() -> list[str]:
    return [
        _(
            "This is an excerpt: one contract and its own steps. An order may hold contracts of"
            " others, and who checks their steps would read them."
        ),
        _(
            "The anchor is the hash of the last of these steps in the order’s whole log. It commits"
            " to every step before it, and nothing can be read from it. Keep this file: a log that"
            " was changed later no longer has the anchor."
        ),
        *_how_to_verify()[:1],
        *_how_to_verify()[3:6],
        _(
            "Beside the complete copy of the buyer or the operator, the program checks that each"
            " step stands there and that the log up to the anchor is whole:"
            " reprise verify-evidence FILE --with COMPLETE-FILE"
        ),
    ]
