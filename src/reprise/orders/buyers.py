"""Orders as their buyer's account sees them."""

from __future__ import annotations

from collections import defaultdict
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
from reprise.orders.states import OrderStatus


@dataclass(frozen=True, slots=True)
class Purchase:
    """An order as its buyer's list shows it; ``path`` opens it in the language it was placed in."""

    order: Order
    lines: tuple[Line, ...]
    status: OrderStatus
    path: str


def purchases_of(buyer_id: UUID, today: date, limit: int = 100) -> list[Purchase]:
    """What was bought with an account, the newest first, with links of today.  Two statements."""
    orders = list(Order.objects.filter(contact__buyer_id=buyer_id).order_by("-placed_at")[:limit])
    lines: dict[UUID, list[Line]] = defaultdict(list)
    for line in Line.objects.filter(order_id__in=[each.id for each in orders]).order_by("position"):
        lines[line.order_id].append(line)
    return [
        Purchase(
            order=order,
            lines=tuple(lines[order.id]),
            status=order_status(lines[order.id]),
            path=access.path(order, today),
        )
        for order in orders
    ]


def last_contact(buyer_id: UUID) -> Contact | None:
    """Where the account's last order went; '' fields are as the buyer left them."""
    return Contact.objects.filter(buyer_id=buyer_id).order_by("-order__placed_at").first()


def unclaimed(buyer_id: UUID) -> QuerySet[Contact]:
    """Guests' orders with the address that this account has proven; none without proof."""
    email = (
        User.objects.filter(id=buyer_id, is_active=True, verified_at__isnull=False)
        .values_list("email", flat=True)
        .first()
    )
    if email is None:
        return Contact.objects.none()
    return Contact.objects.filter(buyer_id__isnull=True, email__iexact=email)


def claim(buyer_id: UUID) -> int:
    """Put guests' orders with the account's proven address into it; how many."""
    with transaction.atomic():
        # Whoever deletes the account at this moment comes first, and there is nothing to claim
        # for; or waits, and leaves these orders too.
        return unclaimed(buyer_id).update(buyer_id=buyer_id) if held(buyer_id) else 0


def forget_buyer(buyer_id: UUID) -> int:
    """Leave an account's orders without it, as if guests had bought; how many."""
    return Contact.objects.filter(buyer_id=buyer_id).update(buyer_id=None)


def forget_gone_buyers() -> int:
    """Do the same for every account that is gone and was named again: by a listener that came
    before an order, by a backup that was put back; how many."""
    there = User.objects.filter(id=OuterRef("buyer_id"))
    return Contact.objects.filter(~Exists(there), buyer_id__isnull=False).update(buyer_id=None)
