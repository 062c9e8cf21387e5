"""No test counts what another one has asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reprise.web import limit


@pytest.fixture(autouse=True)
def full_buckets() -> Iterator[None]:
    clear = limit.buckets.cache_clear  # a test may put others in their place
    clear()
    yield
    clear()
