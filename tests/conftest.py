from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from typing import Any

import pytest

from reprise.keys import Keys
from tests import catalogues, database, moment

_KEYS = pytest.StashKey[tempfile.TemporaryDirectory[str]]()


def pytest_configure(config: pytest.Config) -> None:
    catalogues.compile_changed()
    # Keys of their own for the tests and for the processes that they start.
    config.stash[_KEYS] = folder = tempfile.TemporaryDirectory(prefix="reprise-keys-")
    os.environ["REPRISE_KEYS"] = folder.name
    os.environ["REPRISE_JOURNAL"] = f"{folder.name}/journal"
    Keys.of().begin()


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[_KEYS].cleanup()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    moment.begin()
    # A command of ours chooses it for its own process.
    os.environ.pop("REPRISE_ROLE", None)


@pytest.fixture(autouse=True)
def nothing_known() -> None:
    """A process that has just begun knows nothing of what visitors are asked."""
    from reprise.consent import queries

    queries.forget()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any) -> Iterator[None]:
    """Migrate as the owner, then use the database as the running role."""
    from django.core.management import call_command
    from django.db import connection
    from django.test import TransactionTestCase

    from reprise.config import grants
    from reprise.outbox import hearing

    with django_db_blocker.unblock():
        database.use(database.endpoints.owner_url)
        call_command("migrate", verbosity=0)
        grants.apply()
        hearing.write()
        # Where a run before this one was ended, something may be left.
        database.empty()
        database.use(database.endpoints.app_url)
    TransactionTestCase._fixture_teardown = lambda self: database.empty()  # type: ignore[method-assign]
    yield
    with django_db_blocker.unblock():
        connection.close()


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Any]:
    """The sandbox provider as a process, without a way to send notices: the shop looks up."""
    import os

    from tests.sandbox.running import API_KEY, SECRET, RunningProvider

    running = RunningProvider(database.endpoints.owner_url, "", SANDBOX_TEST_CLOCK="1")
    running.start()
    os.environ.update(
        SANDBOX_URL=running.url, SANDBOX_API_KEY=API_KEY, SANDBOX_WEBHOOK_SECRET=SECRET
    )
    yield running
    running.stop()


@pytest.fixture(scope="session")
def carrier() -> Iterator[Any]:
    """The sandbox carrier as a process, without a shop that it could send scans to."""
    import os

    from reprise.shipping.carriers.registry import carrier as adapter
    from tests.sandbox.carrier.running import API_KEY, SECRET, RunningCarrier

    running = RunningCarrier("")
    running.start()
    os.environ.update(
        CARRIER_URL=running.url, CARRIER_API_KEY=API_KEY, CARRIER_WEBHOOK_SECRET=SECRET
    )
    adapter.cache_clear()
    yield running
    running.stop()
