"""Whoever asks the API too often is told so, and keeps nobody else from it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from reprise.web import limit
from reprise.web.api import answers
from reprise.web.limit import Buckets
from tests.web.api.conftest import Reader

AT = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
SECRET = "only for tests"


def seconds(count: float) -> datetime:
    return AT + timedelta(seconds=count)


def test_a_network_has_the_share_of_sixteen_clients(reader: Reader, monkeypatch: Any) -> None:
    """Whoever has a /48 has 65,536 clients' addresses: without this, as many limits."""
    few = Buckets(None, SECRET, 3)
    monkeypatch.setattr(limit, "buckets", lambda _: few)
    monkeypatch.setattr(answers.clock, "now", lambda: AT)

    def let_through(prefix: str) -> int:
        return sum(
            reader.ask("markets", REMOTE_ADDR=f"{prefix}:{number:x}::1").status_code == 200
            for number in range(100)
        )

    assert let_through("2001:db8:1") == 16 * 3
    assert let_through("2001:db8:2") == 16 * 3
    assert reader.ask("markets", REMOTE_ADDR="2001:db8:1:ffff::1")["Retry-After"] == "2"
    assert reader.ask("markets", REMOTE_ADDR="192.0.2.1").status_code == 200


def test_one_client_alone_does_not_use_up_its_network(reader: Reader, monkeypatch: Any) -> None:
    few = Buckets(None, SECRET, 3)
    monkeypatch.setattr(limit, "buckets", lambda _: few)
    monkeypatch.setattr(answers.clock, "now", lambda: AT)
    for _ in range(200):
        reader.ask("markets", REMOTE_ADDR="2001:db8:1:1::1")
    for number in range(2, 12):
        answer = reader.ask("markets", REMOTE_ADDR=f"2001:db8:1:{number:x}::1")
        assert answer.status_code == 200


def test_who_asks_too_often_is_told_when_to_come_back(reader: Reader, monkeypatch: Any) -> None:
    few = Buckets(None, SECRET, 3)
    monkeypatch.setattr(limit, "buckets", lambda _: few)
    monkeypatch.setattr(answers.clock, "now", lambda: AT)
    for method in ("get", "head", "options"):
        assert reader.ask("markets", method).status_code in (200, 204)
    content = reader.refused("markets/fr/products", 429, "too_many_requests")
    assert reader.statements == 0
    assert "20 s" in content["detail"]
    assert reader.ask("nothing/here", "delete")["Retry-After"] == "20"
    assert reader.ask("markets", REMOTE_ADDR="192.0.2.9").status_code == 200
    monkeypatch.setattr(answers.clock, "now", lambda: seconds(20))
    assert reader.ask("markets").status_code == 200
