"""kill -9 while the demo's past is played: the next start plays it to its end, or leaves it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from unittest.mock import patch

import pytest

from reprise.cli.books.command import findings
from reprise.kernel import clock
from reprise.orders.models import Line, Order
from reprise.wiring import sweeps
from tests import database
from tests.demo.demo import load_demo
from tests.kill.guillotine import Guillotine, Moment
from tests.kill.test_kill import Zygote, start_again
from tests.sandbox.running import RunningProvider
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
ORDERS = 24
MOMENTS = list(Moment)


@pytest.fixture(scope="module")
def zygote(sandbox: Any, carrier: Any) -> Iterator[Zygote]:
    blade = Guillotine(database.endpoints.tcp_port or 0)
    with patch.dict(os.environ, REPRISE_DEMO_ORDERS=str(ORDERS)):
        process = Zygote(blade)
    yield process
    process.close()
    blade.close()


def whole() -> None:
    assert Order.objects.count() == ORDERS
    assert findings() == []


def test_it_is_taken_up_where_it_was_killed(zygote: Zygote) -> None:
    load_demo(0, datetime.now(UTC))
    kills, n = 0, 60
    while zygote.do("past", n, MOMENTS[kills % 2]):
        kills += 1
        assert Order.objects.count() <= ORDERS, "somebody bought twice"
        # Each start looks at what is there before it goes on.
        n += 350 + 120 * kills
    assert kills > 3, "it was not killed often enough to prove anything"
    whole()
    assert zygote.do("past", 40) == 0, "what is whole is not played again"
    whole()


@pytest.mark.parametrize("n", [900, 2603])
def test_a_worker_that_starts_instead_finds_its_way(
    zygote: Zygote, sandbox: RunningProvider, n: int
) -> None:
    """Nobody plays on: what was under way is brought to an end by the clocks of every day."""
    load_demo(0, datetime.now(UTC))
    assert zygote.do("past", n, MOMENTS[n % 2])
    # What the dead one told the provider's clock would hold for a minute.
    assert sandbox.api("DELETE", "/v1/clock")[0] == 200
    start_again()
    sweeps.every(clock.now())
    drain()
    assert findings() == []
    assert 0 < Order.objects.count() < ORDERS
    assert not Line.objects.filter(state="reserved").exists()
