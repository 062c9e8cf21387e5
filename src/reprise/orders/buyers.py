"""Orders as their buyer's account sees them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from reprise.accounts.models import User
from reprise.accounts.queries import held
from reprise.orders import access
from reprise.orders.models import Contact, Line, Order
from reprise.orders.queries import order_status
from reprise.orders.states import LineState, OrderStatus


@dataclass(frozen=True, slots=True)
class Purchase:
    """An order as its buyer's list shows it; ``path`` opens it in the language it was placed in."""

    order: Order
    lines: tuple[Line, ...]
    status: OrderStatus
    path: str


@dataclass(frozen=True, slots=True)
class Offered:
    """A guest's order with an account's proven address, as it is offered to that account: anybody
    can have typed the address, so it says enough to be told apart."""

    order: Order
    lines: tuple[Line, ...]
    town: str


def purchases_of(buyer_id: UUID, today: date, limit: int = 100) -> list[Purchase]:
    """What was bought with an account, the newest first, with links of today.  Two statements."""
    orders = list(Order.objects.filter(contact__buyer_id=buyer_id).order_by("-placed_at")[:limit])
    lines = _lines_of(orders)
    return [
        Purchase(
            order=order,
            lines=tuple(lines[order.id]),
            status=order_status(lines[order.id]),
            path=access.path(order, today),
        )
        for order in orders
    ]


def _lines_of(orders: Collection[Order]) -> dict[UUID, list[Line]]:
    lines: dict[UUID, list[Line]] = defaultdict(list)
    for line in Line.objects.filter(order_id__in=[each.id for each in orders]).order_by("position"):
        lines[line.order_id].append(line)
    return lines


def last_contact(buyer_id: UUID) -> Contact | None:
    """Where the last order went that was placed with the account; '' fields are as the buyer left
    them.  Not one that was claimed: a stranger can have typed where that goes."""
    own = Contact.objects.filter(buyer_id=buyer_id, claimed=False)
    return own.order_by("-order__placed_at").first()


def unclaimed(buyer_id: UUID) -> QuerySet[Contact]:
    """Guests' orders with the address that this account has proven, and that somebody has paid
    for; none without proof."""
    email = (
        User.objects.filter(id=buyer_id, is_active=True, verified_at__isnull=False)
        .values_list("email", flat=True)
        .first()
    )
    if email is None:
        return Contact.objects.none()
    lines = Line.objects.filter(order_id=OuterRef("order_id"))
    paid = lines.exclude(state__in=[LineState.RESERVED.value, LineState.EXPIRED.value])
    return Contact.objects.filter(Exists(paid), buyer_id__isnull=True, email__iexact=email)


def offered(buyer_id: UUID, limit: int = 100) -> list[Offered]:
    """What an account can claim, the newest first.  Three statements, or two."""
    found = unclaimed(buyer_id).select_related("order").order_by("-order__placed_at")[:limit]
    contacts = list(found)
    lines = _lines_of([each.order for each in contacts]) if contacts else {}
    return [Offered(each.order, tuple(lines[each.order_id]), each.town) for each in contacts]


def claim(buyer_id: UUID, references: Collection[str]) -> int:
    """Put guests' orders with the account's proven address into it, of those with these numbers;
    how many."""
    known = Order.objects.filter(reference__in=references)
    order_ids = list(known.values_list("id", flat=True))
    with transaction.atomic():
        # Whoever deletes the account at this moment comes first, and there is nothing to claim
        # for; or waits, and leaves these orders too.
        if not held(buyer_id):
            return 0
        chosen = unclaimed(buyer_id).filter(order_id__in=order_ids)
        return chosen.update(buyer_id=buyer_id, claimed=True)


def forget_buyer(buyer_id: UUID) -> int:
    """Leave an account's orders without it, as if guests had bought; how many."""
    return Contact.objects.filter(buyer_id=buyer_id).update(buyer_id=None)


def forget_gone_buyers() -> int:
    """Do the same for every account that is gone and was named again: by a listener that came
    before an order, by a backup that was put back; how many."""
    there = User.objects.filter(id=OuterRef("buyer_id"))
    return Contact.objects.filter(~Exists(there), buyer_id__isnull=False).update(buyer_id=None)
