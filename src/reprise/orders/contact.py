"""Whether an order still has a buyer to deliver to."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import connection

from reprise import rows
from reprise.kernel.refusal import Refusal
from reprise.orders.models import Contact


class BuyerErased(Refusal):
    code = "buyer_erased"
    message = (
        "The name and address of this order were erased, so it can be neither paid for nor sent. "
        "Nothing was changed. Whoever still wants the device orders it again."
    )


def is_erased(order_id: UUID) -> bool:
    """Asked under the order's lock, under which a contact is erased as well."""
    return rows.first(Contact, order_id=order_id) is None


def named_until_commit(order_ids: Collection[UUID]) -> None:
    """Nobody takes the buyers of these orders out before the transaction ends; it waits for
    whoever is taking one out just now."""
    if not order_ids:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT FROM orders_contact WHERE order_id = ANY(%s) ORDER BY order_id FOR SHARE",
            [list(order_ids)],
        )
