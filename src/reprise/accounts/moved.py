"""That an account was moved to another address by its own person, whatever its row says."""

from __future__ import annotations

from uuid import UUID

from django.utils.crypto import constant_time_compare

from reprise.accounts.models import User
from reprise.keys import Keys


def proof(user_id: UUID, email: str) -> bytes:
    """32 bytes that nobody makes who can write rows and has no key.  Raises MissingKey."""
    return Keys.of().index(f"moved:{user_id}:{email.strip().lower()}")


def has_moved(user: User) -> bool:
    """Whether the address of an account is one to which its person has moved it: signed in, and by
    a letter to that address.  Raises MissingKey."""
    made = user.moved
    return made is not None and constant_time_compare(bytes(made), proof(user.id, user.email))
