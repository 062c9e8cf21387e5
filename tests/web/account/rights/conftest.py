"""A clock that tests of rights turn on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from reprise.kernel import clock
from tests.moment import now


@pytest.fixture
def weeks_later(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Turn the clock on, until nobody can withdraw any more."""

    def turn() -> None:
        then = now() + timedelta(days=21)
        monkeypatch.setattr(clock, "now", lambda: then)

    return turn
