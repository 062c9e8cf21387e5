"""Who reads what is answered to a letter."""

from __future__ import annotations

from typing import Final

from django.conf import settings

# Letters about a person's data and rights; their answers are for whoever deals with these.
PRIVACY: Final = frozenset(
    {
        "account_unused",
        "order_readdressed",
        "request_answered",
        "request_begun",
        "request_entered",
        "request_extended",
        "request_received",
        "request_refused",
        "rights_account",
        "rights_link",
    }
)


def reply_to(template: str) -> list[str]:
    """The operator's address for answers to a letter; none: they come to the sender."""
    operator = settings.OPERATOR
    if operator is None:
        return []
    return [operator.privacy if template in PRIVACY else operator.email]
