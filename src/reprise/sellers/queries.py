from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

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


def countries() -> list[str]:
    """From where sellers dispatch."""
    return list(Seller.objects.order_by("country").values_list("country", flat=True).distinct())


def found(*, text: str, country: str, active: bool | None) -> QuerySet[Seller]:
    """Sellers with ``text`` in their name or town, in the order of names."""
    rows = Seller.objects.order_by("name", "slug")
    if text:
        rows = rows.filter(Q(name__icontains=text) | Q(town__icontains=text))
    if country:
        rows = rows.filter(country=country)
    return rows if active is None else rows.filter(active=active)
