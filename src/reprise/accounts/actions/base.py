"""What every action on an account does first: lock it."""

from __future__ import annotations

from uuid import UUID

from reprise.accounts.models import User
from reprise.kernel.refusal import Refusal


class AccountGone(Refusal):
    code = "account_gone"
    message = (
        "This account was erased meanwhile, so nothing was done. Whoever wants to use the shop with"
        " an account opens a new one."
    )
    status = 410


def locked(user_id: UUID) -> User:
    """The account, that nobody changes or deletes until the transaction ends.  It comes before its
    letters, passkeys and sessions, as when it is deleted.  Raises AccountGone."""
    user = User.objects.select_for_update(no_key=True).filter(id=user_id).first()
    if user is None:
        raise AccountGone
    return user
