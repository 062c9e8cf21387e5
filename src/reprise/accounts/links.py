"""The link of a letter: a capability that is made from the letter's id, stored nowhere."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from reprise.accounts.models import Letter

_SALT = "reprise.accounts.links"


def token(letter_id: UUID) -> str:
    """128 bits that only the shop and whoever reads the letter know."""
    return salted_hmac(_SALT, str(letter_id), algorithm="sha256").hexdigest()[:32]


def opens(letter_id: UUID, given: str) -> bool:
    return constant_time_compare(token(letter_id), given)


def address(letter: Letter) -> str:
    """The whole address that is written into the letter."""
    return f"{settings.PUBLIC_URL}/{letter.locale}/account/letters/{letter.id}/{token(letter.id)}/"
