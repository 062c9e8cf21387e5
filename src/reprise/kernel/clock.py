"""The clock.  It is read at the edge (a view, a task, a command) and passed down."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """This instant, in UTC."""
    return datetime.now(UTC)
