from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from tests.journeys.market import Market
from tests.journeys.partner import Asking

# Without these a headless browser asks its maker's servers for things.
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def market() -> Iterator[Market]:
    running = Market()
    running.start()
    yield running
    assert running.stop() == 0


@pytest.fixture(scope="session")
def partners(market: Market, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asking]:
    """Others whose scripts the marketplace may load; it asks nobody until a test has it ask."""
    made = Asking(market, tmp_path_factory.mktemp("partners"))
    yield made
    made.stop()


@pytest.fixture
def asking(partners: Asking) -> Iterator[Asking]:
    with partners.asking():
        yield partners


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser for one file: while it is open, its event loop keeps Django from the database in
    this process, so it is closed before another file's tests come."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "the browser tests need chromium on PATH; on Debian: apt install chromium"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield launched
        launched.close()
