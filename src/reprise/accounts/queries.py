from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.contrib.auth import HASH_SESSION_KEY
from django.db import connection
from django.db.models.functions import Lower
from django.utils.crypto import constant_time_compare

from reprise.accounts.models import Session, User
from reprise.accounts.sessions import SessionStore, digest
from reprise.kernel.address import comparable


def addresses(user_ids: Collection[UUID]) -> dict[UUID, str]:
    """The e-mail address of each account that still exists."""
    if not user_ids:
        return {}
    return dict(User.objects.filter(id__in=list(user_ids)).values_list("id", "email"))


def owners_of_addresses(emails: Collection[str]) -> dict[str, UUID]:
    """By e-mail address the account that has proven it; those that none has are left out."""
    folded = {email: email.strip().lower() for email in emails if comparable(email)}
    if not folded:
        return {}
    proven = User.objects.filter(verified_at__isnull=False).annotate(folded=Lower("email"))
    found = dict(proven.filter(folded__in=set(folded.values())).values_list("folded", "id"))
    return {email: found[each] for email, each in folded.items() if each in found}


def session_of(key: str | None) -> UUID | None:
    """The session whose cookie holds this key."""
    return Session.objects.filter(key=digest(key)).values_list("id", flat=True).first()


def sessions_of(user: User, now: datetime) -> list[Session]:
    """Where a person is signed in, the newest first; not what a new password or a removed passkey
    has ended."""
    good = user.get_session_auth_hash()
    store = SessionStore()
    return [
        row
        for row in Session.objects.filter(user=user, expires_at__gt=now).order_by("-began_at")
        if constant_time_compare(store.decode(row.data).get(HASH_SESSION_KEY, ""), good)
    ]


def held(user_id: UUID) -> str | None:
    """The e-mail address of an account that is neither deleted nor moved to another address until
    the transaction ends; None when it is gone."""
    with connection.cursor() as cursor:
        # Whoever deletes an account or changes its address waits for this; nobody else does.
        cursor.execute("SELECT email FROM accounts_user WHERE id = %s FOR KEY SHARE", [user_id])
        row = cursor.fetchone()
    return None if row is None else str(row[0])


def alone_with(user_id: UUID) -> str | None:
    """As :func:`held`, once nobody else holds the account; whoever wants to waits for this one.

    For whoever deletes it: nothing is ordered, claimed or begun with it meanwhile.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT email FROM accounts_user WHERE id = %s FOR UPDATE", [user_id])
        row = cursor.fetchone()
    return None if row is None else str(row[0])
