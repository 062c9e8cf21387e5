"""The moment at which a test plays: the real one at which it began.

The provider and the database live by the real clock, so a test may not live by another one; and it
stands still until the test ends, so that what is expected can be written down.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from unittest.mock import patch

from reprise.kernel import clock

_began: datetime | None = None


def begin() -> None:
    """A test begins now."""
    global _began
    _began = datetime.now(UTC)


def now() -> datetime:
    """When this test began.  Not for what is computed at import: that would be old by then."""
    assert _began, "no test has begun: a moment at import is another one than the test's"
    return _began


@contextmanager
def playing(at: datetime) -> Iterator[datetime]:
    """What is read off the shop's clock is this moment; its jobs, too, are done then."""
    with patch.object(clock, "now", lambda: at):
        yield at
