"""One provider process, one database and one listening shop for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.sandbox.buyer import Buyer
from tests.sandbox.running import Ear, RunningProvider, database, server

NewPayment = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def database_url() -> Iterator[str]:
    """Where the provider keeps its books.  Point this elsewhere to use another server."""
    with server() as address, database(address) as url:
        yield url


@pytest.fixture(scope="session")
def ear() -> Iterator[Ear]:
    listening = Ear()
    listening.start()
    yield listening
    listening.stop()


@pytest.fixture(scope="session")
def sandbox(database_url: str, ear: Ear) -> Iterator[RunningProvider]:
    running = RunningProvider(database_url, ear.url)
    running.start()
    yield running
    running.stop()


def asked(**changes: Any) -> dict[str, Any]:
    """The body of a request for a payment."""
    soon = datetime.now(UTC) + timedelta(hours=1)
    body = {
        "reference": f"R-{uuid4().hex}",
        "amount": 31599,
        "currency": "EUR",
        "method": "card",
        "language": "fr-FR",
        "return_url": "/order/back/",
        "expires_at": soon.isoformat(),
    }
    return body | changes


@pytest.fixture
def new_payment(sandbox: RunningProvider) -> NewPayment:
    def make(**changes: Any) -> dict[str, Any]:
        status, payment = sandbox.api("POST", "/v1/payments", asked(**changes))
        assert status == 201, payment
        return payment

    return make


@pytest.fixture
def paid(sandbox: RunningProvider, new_payment: NewPayment) -> Callable[..., str]:
    """Make a payment and pay it with a card; its id."""

    def pay(number: str, **changes: Any) -> str:
        payment = new_payment(**changes)
        assert Buyer(sandbox, payment["page"]).pay(number) == "/order/back/"
        return str(payment["id"])

    return pay
