"""What a person gave us, for another service (Regulation (EU) 2016/679, art. 20): nothing that we
or others have made of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from reprise.accounts.models import User
from reprise.orders.models import Contact, DeliveryPoint, Line, Order, SellerOrder
from reprise.privacy.access import Person

FORM: Final = "reprise-given-data-1"
_CONTACT: Final = (
    "name", "email", "phone", "street", "extra", "postcode", "town", "country",
)  # fmt: skip


def given(person: Person, made_at: datetime) -> dict[str, Any]:
    """Account, addresses and choices as values of JSON; each order by its number."""
    user = User.objects.filter(id=person.user_id).first() if person.user_id else None
    contacts = {each.order_id: each for each in Contact.objects.filter(person.own())}
    ids = list(contacts)
    contracts, devices = defaultdict(list), defaultdict(list)
    for contract in SellerOrder.objects.filter(order_id__in=ids).order_by("reference"):
        contracts[contract.order_id].append(contract)
    for line in Line.objects.filter(order_id__in=ids).order_by("position"):
        devices[line.order_id].append(line)
    found = DeliveryPoint.objects.filter(seller_order__order_id__in=ids)
    points = {each.seller_order_id: each for each in found}
    return {
        "format": FORM,
        "made_at": made_at.isoformat(timespec="seconds"),
        "account": _account(user) if user else None,
        "orders": [
            _order(order, contacts[order.id], contracts[order.id], points, devices[order.id])
            for order in Order.objects.filter(id__in=ids).order_by("placed_at")
        ],
    }


def _account(user: User) -> dict[str, Any]:
    return {
        "email": user.email,
        "name": user.name,
        "language": user.language,
        "passkeys": list(user.passkeys.order_by("created_at").values_list("name", flat=True)),
    }


def _order(
    order: Order,
    contact: Contact,
    contracts: list[SellerOrder],
    points: Mapping[UUID, DeliveryPoint],
    devices: list[Line],
) -> dict[str, Any]:
    """What was chosen and typed when it was placed."""
    return {
        "order": order.reference,
        "placed_at": order.placed_at.isoformat(),
        "language": order.language,
        "to": {name: getattr(contact, name) for name in _CONTACT},
        "delivery": [
            {
                "method": each.method,
                "carrier": each.carrier,
                "point": points[each.id].code if each.id in points else None,
            }
            for each in contracts
        ],
        "devices": [
            {"device": line.title, "grade": line.grade, "insured": bool(line.premium)}
            for line in devices
        ],
    }
