"""What the log may hold: no key that opens an order or an account, and nobody's address."""

from __future__ import annotations

import logging
import re

# The token of an order's link (reprise.orders.access), a letter's (reprise.accounts.links) or of
# a former seller's (reprise.privacy.copy_links), wherever it stands.
_KEY = re.compile(r"(/(?:orders|letters|copies|sandbox/payment)/[^/\s]+/)[0-9A-Za-z_-]{20,}")
_KEYED = ("/orders/", "/sandbox/", "/letters/", "/copies/")


class WithoutKeys(logging.Filter):
    """Replaces the token of such an address in every record."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        if any(each in text for each in _KEYED):
            record.msg, record.args = _KEY.sub(r"\1…", text), None
        return True


# What a mail server refuses, and what a path or a message repeats.
_ADDRESS = re.compile(
    r"[^\s@<>()\[\]{}'\",;:=]+@[^\s@<>()\[\]{}'\",;:=]+\.[^\s@<>()\[\]{}'\",;:=]+"
)
# PostgreSQL repeats the row that it refuses; what was raised while it was handled comes after it.
_ROW = re.compile(r"DETAIL:.*?(?=\n\n(?:The above|During)|\Z)", re.DOTALL)


class WithoutPeople(logging.Formatter):
    """Writes a record, its traceback included, without e-mail addresses and without rows."""

    def format(self, record: logging.LogRecord) -> str:
        return _ADDRESS.sub("…@…", _ROW.sub("DETAIL: …", super().format(record)))
