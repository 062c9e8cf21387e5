from __future__ import annotations

from datetime import datetime
from uuid import UUID

from reprise.notifications.models import Message


def letters_of(order_id: UUID) -> list[Message]:
    """Every letter about an order, in the order of writing."""
    return list(Message.objects.filter(order_id=order_id).order_by("written_at", "id"))


def unsent(before: datetime) -> list[UUID]:
    """Orders with letters that were written before ``before`` and not sent yet."""
    return list(
        Message.objects.filter(sent_at=None, written_at__lt=before)
        .values_list("order_id", flat=True)
        .distinct()[:500]
    )
