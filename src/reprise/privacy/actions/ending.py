"""What is left of an order, and of a seller, leaves: carried out by a night, or again by the
journal."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import connection

from reprise.kernel.reference import new_reference
from reprise.orders.models import NAMELESS
from reprise.privacy.actions.contacts import forget_numbers
from reprise.privacy.leaving import Ground
from reprise.sellers import actions as sellers
from reprise.sellers.models import Trader

SALE = "sale"
TRADER = "trader"
PAYMENT_ACCOUNT = "payment_account"
MEMBERSHIP = "membership"
# What is held of a seller, and leaves after its contract.
OF_SELLERS = frozenset({TRADER, PAYMENT_ACCOUNT, MEMBERSHIP})


def end_order(order_id: UUID, today: date) -> bool:
    """The provider's numbers of an order leave, and its own: it has another one, which nobody else
    has ever seen.  False where PostgreSQL sees that somebody is named, that it is held, or that the
    accounts need it."""
    forget_numbers(order_id)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT privacy_end_order(%s, %s, %s)",
            [order_id, new_reference(NAMELESS.rstrip("-")), today],
        )
        return bool(cursor.fetchone()[0])


def end_trader(subject: UUID, ground: Ground, today: date) -> bool:
    """A trader's version leaves, or (ACCOUNTS) what of it no account needs; of a seller: its
    name.  False where PostgreSQL sees that the time after its contract is not over."""
    if ground is Ground.ACCOUNTS:
        return sellers.forget_contact(subject, today)
    if Trader.objects.filter(id=subject).exists():
        return sellers.forget_identity(subject, today)
    return sellers.forget_name(subject, today)
