from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from reprise.accounts import passkeys
from reprise.accounts.actions.base import locked
from reprise.accounts.actions.sessions import sign_out
from reprise.accounts.events import AccountSecured
from reprise.accounts.models import Passkey, User
from reprise.kernel.refusal import Refusal
from reprise.outbox.actions import publish


class LastWayIn(Refusal):
    code = "last_way_in"
    message = (
        "This passkey is your only way to sign in. Choose a password or add another passkey first."
    )


@transaction.atomic
def add_passkey(user_id: UUID, answer: dict[str, Any], name: str, now: datetime) -> Passkey:
    """Raises PasskeyRefused, TooManyPasskeys, AccountGone."""
    user = locked(user_id)
    made = passkeys.register(user, answer, name, now)
    publish([AccountSecured(user.id, "passkey_added")], at=now)
    return made


@transaction.atomic
def remove_passkey(user_id: UUID, passkey_id: UUID, now: datetime, but: UUID | None = None) -> User:
    """Take a passkey and every session away, for one of them may be whoever held the passkey,
    ``but`` the one that asked; the user, with whom that one can be kept.

    Raises Passkey.DoesNotExist for another's, LastWayIn, AccountGone.
    """
    user = locked(user_id)
    key = user.passkeys.get(id=passkey_id)
    if not user.has_usable_password() and user.passkeys.count() == 1:
        raise LastWayIn
    key.delete()
    sign_out(user, but, now)
    publish([AccountSecured(user.id, "passkey_removed")], at=now)
    return user
