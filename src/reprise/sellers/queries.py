from __future__ import annotations

from uuid import UUID

from reprise.sellers.models import Member, Seller


def seller_of(user_id: UUID) -> Seller | None:
    """The seller that a user acts for, if any; the first one when there are several."""
    member = (
        Member.objects.filter(user_id=user_id, seller__active=True)
        .select_related("seller")
        .order_by("seller_id")
        .first()
    )
    return member.seller if member else None
