from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from reprise.accounts.models import User


def addresses(user_ids: Collection[UUID]) -> dict[UUID, str]:
    """The e-mail address of each account that still exists."""
    if not user_ids:
        return {}
    return dict(User.objects.filter(id__in=list(user_ids)).values_list("id", "email"))
