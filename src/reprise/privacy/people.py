"""How somebody is found again whose address is not stored."""

from __future__ import annotations

from uuid import UUID

from reprise.keys import Keys


def person(email: str) -> bytes:
    """32 bytes that an e-mail address always gives, whatever its case, and that do not tell it.

    HMAC-SHA-256 by the key `index` (decision 0038).  Raises MissingKey.
    """
    return Keys.of().index(f"person:{email.strip().lower()}")


def account(user_id: UUID) -> bytes:
    """32 bytes by which the archive finds what an account has bought, and that do not name it.

    Raises MissingKey.
    """
    return Keys.of().index(f"account:{user_id}")


def left_to(order_id: UUID, email: str) -> bytes:
    """32 bytes that say of a row of the archive that it was left to this address, and that nobody
    makes who can write rows and has no key.  Raises MissingKey.
    """
    return Keys.of().index(f"left:{order_id}:{email.strip().lower()}")
