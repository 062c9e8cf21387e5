from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from reprise.notifications.models import Message
from reprise.orders.evidence import Letter
from reprise.orders.models import Contact


def letters_of(order_id: UUID) -> list[Letter]:
    """The e-mails about an order as its evidence tells of them, the oldest first."""
    return [
        Letter(
            kind=each.template,
            audience=each.audience,
            seller_order_id=each.seller_order_id,
            written_at=each.written_at,
            sent_at=each.sent_at,
        )
        for each in messages_of(order_id)
    ]


def messages_of(order_id: UUID) -> list[Message]:
    """Every letter about an order, in the order of writing."""
    return list(Message.objects.filter(order_id=order_id).order_by("written_at", "id"))


def unsent(before: datetime) -> list[UUID]:
    """Orders with letters that were written before ``before`` and not sent yet.

    What was for a buyer who was erased is not: nobody can send it any more.
    """
    known = Exists(Contact.objects.filter(order_id=OuterRef("order_id")))
    return list(
        Message.objects.filter(Q(audience="seller") | known, sent_at=None, written_at__lt=before)
        .values_list("order_id", flat=True)
        .distinct()[:500]
    )
