"""What the log may hold: no key that opens an order or an account."""

from __future__ import annotations

import logging
import re

# The token of an order's link (reprise.orders.access) or a letter's (reprise.accounts.links),
# wherever it stands.
_KEY = re.compile(r"(/(?:orders|letters|sandbox/payment)/[^/\s]+/)[0-9A-Za-z_-]{20,}")


class WithoutKeys(logging.Filter):
    """Replaces the token of such an address in every record."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        if "/orders/" in text or "/sandbox/" in text or "/letters/" in text:
            record.msg, record.args = _KEY.sub(r"\1…", text), None
        return True
