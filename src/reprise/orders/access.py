"""The link by which a guest opens an order: a capability, not a guessable number."""

from __future__ import annotations

from uuid import UUID

from django.utils.crypto import constant_time_compare, salted_hmac

from reprise.markets.queries import MARKETS
from reprise.orders.models import Order

_SALT = "reprise.orders.access"


def token(order_id: UUID) -> str:
    """128 bits that only the shop and whoever it sent the link to know."""
    return salted_hmac(_SALT, str(order_id), algorithm="sha256").hexdigest()[:32]


def opens(order_id: UUID, given: str) -> bool:
    return constant_time_compare(token(order_id), given)


def path(order: Order) -> str:
    """Where the order is shown, in the language it was placed in."""
    locale = f"{order.language}-{MARKETS[order.market].code}"
    return f"/{locale}/orders/{order.reference}/{token(order.id)}/"
