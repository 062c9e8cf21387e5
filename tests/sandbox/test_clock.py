"""The test clock: for whoever plays a past at the provider, and for nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from reprise.sandbox.payment import clock
from reprise.sandbox.payment.clock import Clock, WrongTime
from tests.sandbox.buyer import SUCCEEDS, Buyer
from tests.sandbox.conftest import asked
from tests.sandbox.running import RunningProvider, database, eventually

DAY = timedelta(days=1)


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture(scope="module")
def past(database_url: str, ear: Any) -> Iterator[RunningProvider]:
    """A provider with a test clock, on a database of its own."""
    with database(database_url) as url:
        running = RunningProvider(url, ear.url, SANDBOX_TEST_CLOCK="1")
        running.start()
        yield running
        running.stop()


def tell(provider: RunningProvider, moment: datetime) -> tuple[int, dict[str, Any]]:
    return provider.api("PUT", "/v1/clock", {"now": moment.isoformat()})


def test_without_the_setting_there_is_no_such_clock(sandbox: RunningProvider) -> None:
    assert tell(sandbox, now() - DAY)[0] == 404
    assert sandbox.api("DELETE", "/v1/clock")[0] == 404
    assert sandbox.ask("PUT", "/v1/clock", '{"now": "2026-01-01T00:00:00Z"}')[0] == 401
    _, payment = sandbox.api("POST", "/v1/payments", asked())
    assert abs(datetime.fromisoformat(payment["created_at"]) - now()) < timedelta(minutes=5)


def test_what_happens_while_it_is_told_happens_then(past: RunningProvider, ear: Any) -> None:
    then = now() - 30 * DAY
    assert tell(past, then)[0] == 200
    soon = (then + timedelta(minutes=15)).isoformat()
    status, payment = past.api("POST", "/v1/payments", asked(expires_at=soon))
    assert status == 201, payment
    Buyer(past, payment["page"]).pay(SUCCEEDS)
    tell(past, then + DAY)
    path = f"/v1/payments/{payment['id']}"
    assert past.api("POST", f"{path}/capture", {"amount": 31599})[0] == 200
    rows = past.rows(
        "SELECT kind, at FROM sandbox.entry WHERE payment = %s ORDER BY seq", payment["id"]
    )
    assert rows == [("authorised", then), ("captured", then + DAY)]
    # Old news is no news: nothing was written that the sender could send.
    assert past.rows("SELECT * FROM sandbox.notice WHERE payment = %s", payment["id"]) == []

    assert past.api("DELETE", "/v1/clock")[0] == 200
    assert past.api("POST", f"{path}/refunds", {"amount": 100})[0] == 200
    ((at,),) = past.rows(
        "SELECT at FROM sandbox.entry WHERE kind = 'refunded' AND payment = %s", payment["id"]
    )
    assert now() - at < timedelta(minutes=5)
    eventually(lambda: [each["type"] for each in ear.about(payment["id"])] == ["refund.done"])


def test_a_hold_lapses_by_the_told_time(past: RunningProvider) -> None:
    then = now() - 20 * DAY
    tell(past, then)
    soon = (then + timedelta(minutes=15)).isoformat()
    _, payment = past.api("POST", "/v1/payments", asked(expires_at=soon))
    Buyer(past, payment["page"]).pay(SUCCEEDS)
    path = f"/v1/payments/{payment['id']}"
    tell(past, then + 4 * DAY)
    assert past.api("GET", path)[1]["status"] == "authorised"
    tell(past, then + 5 * DAY)
    assert past.api("GET", path)[1]["status"] == "lapsed"
    past.api("DELETE", "/v1/clock")


def test_it_goes_forward_up_to_now(past: RunningProvider) -> None:
    status, answer = tell(past, now() + timedelta(minutes=5))
    assert (status, answer["error"]["code"]) == (422, "wrong_time")
    tell(past, now() - 2 * DAY)
    status, answer = tell(past, now() - 3 * DAY)
    assert (status, answer["error"]["code"]) == (422, "wrong_time")
    assert tell(past, now() - DAY)[0] == 200
    past.api("DELETE", "/v1/clock")
    assert tell(past, now() - 3 * DAY)[0] == 200
    past.api("DELETE", "/v1/clock")


@pytest.mark.parametrize("body", [{}, {"now": "yesterday"}, {"now": "2026-01-01T00:00:00"}])
def test_a_time_is_a_time(past: RunningProvider, body: dict[str, str]) -> None:
    assert past.api("PUT", "/v1/clock", body)[0] == 422


def test_it_needs_the_key(past: RunningProvider) -> None:
    assert past.ask("PUT", "/v1/clock", '{"now": "2026-01-01T00:00:00Z"}')[0] == 401
    assert past.ask("DELETE", "/v1/clock")[0] == 401


def test_a_clock_that_nobody_tells_any_more_is_the_real_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ticks = [100.0]
    monkeypatch.setattr(clock.time, "monotonic", lambda: ticks[0])
    told, then = Clock(), now() - 9 * DAY
    told.tell(then)
    ticks[0] += clock.HOLDS - 0.1
    assert (told.now(), told.told) == (then, True)
    ticks[0] += 0.2
    assert not told.told
    assert now() - told.now() < timedelta(minutes=5)
    # Whoever comes next may begin anywhere.
    told.tell(then - DAY)
    with pytest.raises(WrongTime):
        told.tell(then - 2 * DAY)


def test_an_answer_under_a_key_is_the_same_at_any_time(past: RunningProvider) -> None:
    then = now() - 3 * DAY
    tell(past, then)
    body = asked(expires_at=(then + timedelta(minutes=15)).isoformat())
    key = str(uuid4())
    first = past.api("POST", "/v1/payments", body, key)
    past.api("DELETE", "/v1/clock")
    assert past.api("POST", "/v1/payments", body, key) == first
