"""The clock.  It is read at the edge (a view, a task, a command) and passed down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime


def now() -> datetime:
    """This instant, in UTC."""
    return datetime.now(UTC)


def going_on(moment: datetime) -> Callable[[], datetime]:
    """A clock that goes on from ``moment``, which is now: for work on many rows, of hours.

    What is written of a row is dated when it is its turn, not before what was written of it
    meanwhile.
    """
    began = now()
    return lambda: moment + (now() - began)
