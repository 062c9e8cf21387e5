"""The provider's clock: the real one, or the test clock of somebody who plays a past."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Final

# A told time holds for so many seconds: whoever tells it and dies leaves the real clock behind.
HOLDS: Final = 60.0


class WrongTime(ValueError):
    """Earlier than what was told before, or not yet."""


class Clock:
    """What time it is here.  A told time stands still and goes forward only.

    It is kept in memory: a provider that starts again lives by the real clock.
    """

    def __init__(self) -> None:
        self._told: datetime | None = None
        self._until = 0.0

    def now(self) -> datetime:
        """This instant (aware)."""
        told = self._told
        return told if told and time.monotonic() < self._until else datetime.now(UTC)

    @property
    def told(self) -> bool:
        return self._told is not None and time.monotonic() < self._until

    def tell(self, moment: datetime) -> None:
        """Let it be ``moment`` (aware).  Raises WrongTime."""
        if moment > datetime.now(UTC) or (self.told and moment < self.now()):
            raise WrongTime
        self._told, self._until = moment, time.monotonic() + HOLDS

    def forget(self) -> None:
        """Back to the real clock."""
        self._told = None
