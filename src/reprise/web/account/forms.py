"""Reading what people type about themselves."""

from __future__ import annotations

import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from reprise.kernel.address import comparable

LONGEST_NAME = 120
# Letters are composed in a time that grows with the square of the marks on one of them, and no
# other thread runs meanwhile: what is longer than any name is not looked at.
MOST_READ = 1_000


def name(text: str) -> str:
    """One line without what cannot be seen, as long as it may be."""
    composed = unicodedata.normalize("NFC", text[:MOST_READ])
    seen = "".join(letter if letter.isprintable() else " " for letter in composed)
    return " ".join(seen.split())[:LONGEST_NAME]


def email(text: str) -> str:
    """An e-mail address; empty when it is none, or one that cannot be compared with others."""
    typed = text.strip()
    try:
        validate_email(typed)
    except ValidationError:
        return ""
    return typed if len(typed) <= 254 and comparable(typed) else ""
