from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from reprise.keys import Keys, place
from reprise.sellers import rules
from reprise.sellers.models import Member, PaymentAccount, Seller
from reprise.sellers.states import Role


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


def role_of(seller_id: UUID, user_id: UUID | None) -> Role | None:
    """What a person may do for a seller; None for a stranger."""
    if user_id is None:
        return None
    found = Member.objects.filter(seller_id=seller_id, user_id=user_id)
    role = found.values_list("role", flat=True).first()
    return Role(role) if role else None


def entries_of(seller_id: UUID) -> list[PaymentAccount]:
    """Every payment account that was ever entered for a seller, the newest first."""
    return list(PaymentAccount.objects.filter(seller_id=seller_id).order_by("-entered_at", "-id"))


def payment_account(seller_id: UUID, at: datetime) -> PaymentAccount | None:
    """Where a seller's money went, or goes, at a moment; None where nobody has said."""
    entries = {each.id: each for each in entries_of(seller_id)}
    found = rules.in_effect((each.facts for each in entries.values()), at)
    return entries[found.id] if found else None


def stopped_by_the_end(seller_id: UUID) -> PaymentAccount | None:
    """The newest entry, where it waited when the contract ended and so never counts."""
    last = next(iter(entries_of(seller_id)), None)
    ended = last is not None and last.stopped_at is not None and last.stopped_by is None
    return last if ended else None


def number_of(account: PaymentAccount) -> str:
    """The IBAN itself, for whoever pays it out; no page shows it.

    Raises MissingKey, WrongKey.
    """
    return Keys.of().open_field(account.number, bound_to(account))


def bound_to(account: PaymentAccount) -> str:
    """Where its number stands: what is sealed there opens nowhere else."""
    return place("sellers_paymentaccount", "number", str(account.id))
