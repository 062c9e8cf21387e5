"""Pages are tested in all languages, so their catalogues are compiled first; no test counts
what another one has asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import reprise
from reprise.web import limit

LOCALE = Path(reprise.__file__).parent / "locale"


def pytest_configure() -> None:
    for source in LOCALE.glob("*/LC_MESSAGES/django.po"):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as read, compiled.open("wb") as write:
            write_mo(write, read_po(read))


@pytest.fixture(autouse=True)
def full_buckets() -> Iterator[None]:
    clear = limit.buckets.cache_clear  # a test may put others in their place
    clear()
    yield
    clear()
