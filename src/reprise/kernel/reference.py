"""Short references that people read, type and say aloud."""

from __future__ import annotations

import secrets
from typing import Final

# Crockford's base 32: no I, L, O, U, so nothing is mistaken for 1 or 0 and no word appears.
ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CONFUSED: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
LENGTH: Final = 8


def new_reference(prefix: str) -> str:
    """A random reference such as ``R-7K3F9Q2M``: 40 bits, unique only if the caller checks."""
    return f"{prefix}-" + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def parse_reference(text: str, prefix: str) -> str | None:
    """The reference that a person meant, or None when it cannot be one.

    Lower case, spaces, a missing dash and the letters O, I, L are forgiven.
    """
    raw = text.strip().upper().replace(" ", "")
    head = prefix.upper()
    if not raw.startswith(head):
        return None
    body = raw[len(head) :].lstrip("-").translate(_CONFUSED)
    if len(body) != LENGTH or any(letter not in ALPHABET for letter in body):
        return None
    return f"{head}-{body}"
