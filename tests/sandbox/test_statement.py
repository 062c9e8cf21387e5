"""The provider's books: complete, in order, and equal to what the payments say."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import psycopg

from tests.sandbox import buyer as cards
from tests.sandbox.running import RunningProvider, eventually

Paid = Callable[..., str]


def read(sandbox: RunningProvider, after: str = "", limit: int = 3) -> list[dict[str, Any]]:
    """All entries after a cursor, in small pages."""
    entries: list[dict[str, Any]] = []
    more = True
    while more:
        status, page = sandbox.api("GET", f"/v1/statement?after={after}&limit={limit}")
        assert status == 200
        entries += page["entries"]
        after, more = page["next"], page["more"]
    return entries


def test_the_books_equal_the_payments(sandbox: RunningProvider, paid: Paid) -> None:
    for number in (cards.SUCCEEDS, cards.CAPTURE_REFUSED, cards.LAPSES, cards.NEVER):
        payment = paid(number)
        sandbox.api("POST", f"/v1/payments/{payment}/capture", {"amount": 20000})
        sandbox.api("POST", f"/v1/payments/{payment}/refunds", {"amount": 7000})
    paid(cards.SUCCEEDS)
    sandbox.api("POST", f"/v1/payments/{paid(cards.SUCCEEDS)}/release", {})
    sums: dict[str, dict[str, int]] = {}
    for entry in read(sandbox):
        of = sums.setdefault(entry["payment"], {})
        of[entry["kind"]] = of.get(entry["kind"], 0) + entry["amount"]
    rows = sandbox.rows("SELECT id, status, authorised, captured, refunded FROM sandbox.payment")
    for payment_id, status, authorised, captured, refunded in rows:
        found = sums.pop(payment_id, {})
        assert found.get("authorised", 0) == authorised
        assert found.get("captured", 0) + found.get("collected", 0) == captured
        assert found.get("refunded", 0) == refunded
        ended = found.get("captured", 0) + found.get("released", 0) + found.get("lapsed", 0)
        assert ended == (0 if status == "authorised" else authorised)
    assert sums == {}


def test_a_reader_who_goes_on_from_a_cursor_misses_nothing(
    sandbox: RunningProvider, paid: Paid
) -> None:
    start = ([entry["cursor"] for entry in read(sandbox)] or [""])[-1]
    payments = [paid(cards.SUCCEEDS) for _ in range(12)]

    def capture(payment: str) -> None:
        assert sandbox.api("POST", f"/v1/payments/{payment}/capture", {"amount": 9})[0] == 200

    seen: list[dict[str, Any]] = []
    with ThreadPoolExecutor(6) as pool:
        captures = [pool.submit(capture, payment) for payment in payments]
        while not all(done.done() for done in captures):
            after = seen[-1]["cursor"] if seen else start
            seen += read(sandbox, after)
    for done in captures:
        done.result()
    seen += read(sandbox, seen[-1]["cursor"] if seen else start)
    numbers = [int(entry["cursor"]) for entry in seen]
    assert numbers == sorted(set(numbers))
    captured = [entry["payment"] for entry in seen if entry["kind"] == "captured"]
    assert sorted(captured) == sorted(payments)


def test_an_entry_that_is_numbered_but_not_committed_is_waited_for(
    sandbox: RunningProvider, paid: Paid
) -> None:
    payment = paid(cards.SUCCEEDS)
    start = read(sandbox)[-1]["cursor"]
    slow = (
        "INSERT INTO sandbox.entry (payment, reference, kind, amount, currency, at)"
        " VALUES ('pay_slow', 'slow', 'refunded', 1, 'EUR', now())"
    )
    waiting = "SELECT 1 FROM pg_locks WHERE NOT granted AND mode = 'ShareLock'"
    with psycopg.connect(sandbox.database_url) as writer, ThreadPoolExecutor(1) as pool:
        writer.execute(slow)
        sandbox.api("POST", f"/v1/payments/{payment}/capture", {"amount": 5})
        page: Future[Any] = pool.submit(sandbox.api, "GET", f"/v1/statement?after={start}")
        eventually(lambda: page.done() or sandbox.rows(waiting))
        writer.commit()
    entries = page.result()[1]["entries"]
    assert [entry["payment"] for entry in entries][:2] == ["pay_slow", payment]
    sandbox.rows("DELETE FROM sandbox.entry WHERE payment = 'pay_slow'")


def test_a_cursor_is_checked(sandbox: RunningProvider) -> None:
    for query in ("after=x", "after=-1", "after=1e3", "limit=0", "limit=501", "before=1"):
        status, answer = sandbox.api("GET", f"/v1/statement?{query}")
        assert status == 422, json.dumps(answer)
