"""Cells of a table that somebody opens in a spreadsheet, which takes a text for a formula where it
begins like one: `=`, `+`, `-`, `@`, their wide forms, a tab, a line's end (OWASP, "CSV injection").

Whoever writes a table takes each text through one of these; numbers, dates and codes of our own
need it not.
"""

from __future__ import annotations

from typing import Final

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def text(value: str) -> str:
    """Words for a reader: what would be a formula is marked as text by an apostrophe, a line break
    is a space."""
    plain = " ".join(value.splitlines()) if value.splitlines() else value
    return f"'{plain}" if _begins_one(plain) else plain


def mailbox(email: str) -> str:
    """An e-mail address for a mailer.  One that would be a formula stands in angle brackets: a
    mailer reads the same address there (RFC 5322, 3.4), and an apostrophe would make another."""
    return f"<{email}>" if _begins_one(email) else email


def _begins_one(value: str) -> bool:
    return value.lstrip(" ").startswith(FORMULA)
