"""The link by which a seller without a room says that a copy is deleted: a capability that is made
from the copy's id and stored nowhere.  It does one thing once, and shows nothing of the buyer."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

_SALT = "reprise.privacy.copies"


def token(copy_id: UUID) -> str:
    """128 bits that only the shop and whoever reads the letter know."""
    return salted_hmac(_SALT, str(copy_id), algorithm="sha256").hexdigest()[:32]


def opens(copy_id: UUID, given: str) -> bool:
    return constant_time_compare(token(copy_id), given)


def address(copy_id: UUID) -> str:
    """The whole address that is written into the letter."""
    return f"{settings.PUBLIC_URL}/seller/copies/{copy_id}/{token(copy_id)}/"
