from __future__ import annotations

from uuid import UUID

from reprise.notifications.models import Message
from reprise.orders.evidence import Letter


def letters_of(order_id: UUID) -> list[Letter]:
    """The e-mails about an order, the oldest first."""
    return [
        Letter(
            kind=each.template,
            audience=each.audience,
            seller_order_id=each.seller_order_id,
            written_at=each.written_at,
            sent_at=each.sent_at,
        )
        for each in Message.objects.filter(order_id=order_id).order_by("written_at", "id")
    ]
