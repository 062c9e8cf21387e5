"""What is left of an order, and of a seller, leaves: carried out by a night, or again by the
journal."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection

from reprise.kernel.reference import new_reference
from reprise.orders import actions as orders
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


def end_order(order_id: UUID, now: datetime) -> bool:
    """The provider's numbers of an order leave, and its own: it has another one, which nobody else
    has ever seen.  The rest of what was agreed is compared as before (decision 0053).

    False where PostgreSQL sees that somebody is named, that it is held, or that the accounts need
    it."""
    orders.restate(order_id, now)
    forget_numbers(order_id)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT privacy_end_order(%s, %s, %s)",
            [order_id, new_reference(NAMELESS.rstrip("-")), now.date()],
        )
        if not cursor.fetchone()[0]:
            return False
    orders.forget_number(order_id)
    return True


def part_from(trader_id: UUID, now: datetime) -> None:
    """Let each part of a trader's version leave for itself: the older logs of its orders are
    restated (decision 0053).  Outside a transaction each is one of its own."""
    for order_id in orders.old_of(trader_id):
        orders.restate(order_id, now)


def end_trader(subject: UUID, ground: Ground, now: datetime) -> bool:
    """A trader's version leaves, or (ACCOUNTS) what of it no account needs; of a seller: its
    name.  Whatever else its orders have agreed is compared as before.  False where PostgreSQL
    sees that the time after its contract is not over."""
    part_from(subject, now)
    if ground is Ground.ACCOUNTS:
        gone = sellers.forget_contact(subject, now.date())
    elif Trader.objects.filter(id=subject).exists():
        gone = sellers.forget_identity(subject, now.date())
    else:
        return sellers.forget_name(subject, now.date())
    if gone:
        orders.forget_said(subject, identity=ground is not Ground.ACCOUNTS)
    return gone
