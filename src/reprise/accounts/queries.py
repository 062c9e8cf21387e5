from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import connection

from reprise.accounts.models import User


def addresses(user_ids: Collection[UUID]) -> dict[UUID, str]:
    """The e-mail address of each account that still exists."""
    if not user_ids:
        return {}
    return dict(User.objects.filter(id__in=list(user_ids)).values_list("id", "email"))


def held(user_id: UUID) -> str | None:
    """The e-mail address of an account that is neither deleted nor moved to another address until
    the transaction ends; None when it is gone."""
    with connection.cursor() as cursor:
        # Whoever deletes an account or changes its address waits for this; nobody else does.
        cursor.execute("SELECT email FROM accounts_user WHERE id = %s FOR KEY SHARE", [user_id])
        row = cursor.fetchone()
    return None if row is None else str(row[0])
