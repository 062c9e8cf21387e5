"""The sandbox adapter against an other end that misbehaves."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from reprise.kernel.money import Money
from reprise.payments.providers import registry
from reprise.payments.providers.base import (
    ProviderRefused,
    ProviderStatus,
    ProviderUnavailable,
    Snapshot,
)
from reprise.payments.providers.sandbox.adapter import SandboxProvider

PAYMENT = {
    "id": "pay_1",
    "reference": "R-1",
    "status": "expired",
    "amount": 5,
    "currency": "EUR",
    "authorised": 0,
    "captured": 0,
    "refunded": 0,
    "status_at": "2026-11-21T12:00:00+00:00",
}


class OtherEnd:
    """Answers as it is told, and counts what it was asked."""

    def __init__(self) -> None:
        self.status = 200
        self.body = json.dumps(PAYMENT).encode()
        self.hang_up = False
        self.silent = threading.Event()
        self.silent.set()
        self.asked: list[tuple[str, str]] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        end = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", "0")))
                end.asked.append((self.path, self.headers.get("Idempotency-Key", "")))
                end.silent.wait()
                self.send_response(end.status)
                self.send_header("Content-Length", str(len(end.body)))
                self.end_headers()
                self.wfile.write(end.body)
                # Said nothing about closing, and closes: the connection is stale for the caller.
                self.close_connection = end.hang_up

            do_GET = do_POST = answer  # noqa: N815

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
                pass

        return Handler


@pytest.fixture
def end() -> Iterator[OtherEnd]:
    other = OtherEnd()
    serving = threading.Thread(target=other.server.serve_forever, args=[0.02], daemon=True)
    serving.start()
    yield other
    other.silent.set()
    other.server.shutdown()
    other.server.server_close()
    serving.join()


@pytest.fixture
def adapter(end: OtherEnd) -> SandboxProvider:
    return SandboxProvider(end.url, "key", "secret", read_timeout=0.5)


def asks(adapter: SandboxProvider) -> list[Callable[[], Any]]:
    return [
        lambda: adapter.look_up("pay_1"),
        lambda: adapter.capture("pay_1", Money(5, "EUR"), "k"),
    ]


@pytest.mark.parametrize("status", [500, 502, 503, 504, 401, 403, 408, 429, 302])
def test_what_blames_the_other_end_means_unknown(
    end: OtherEnd, adapter: SandboxProvider, status: int
) -> None:
    end.status, end.body = status, b'{"error": {"code": "some_code", "message": "m"}}'
    for ask in asks(adapter):
        with pytest.raises(ProviderUnavailable):
            ask()


@pytest.mark.parametrize("status", [400, 402, 404, 409, 422])
def test_what_blames_the_request_is_definite(
    end: OtherEnd, adapter: SandboxProvider, status: int
) -> None:
    end.status, end.body = status, b'{"error": {"code": "some_code", "message": "m"}}'
    for ask in asks(adapter):
        with pytest.raises(ProviderRefused) as refused:
            ask()
        assert refused.value.code == "some_code"


@pytest.mark.parametrize("status", [200, 404, 422])
@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"{}", b'{"id": 5}', b'{"error": 5}'])
def test_an_answer_that_cannot_be_read_means_unknown(
    end: OtherEnd, adapter: SandboxProvider, status: int, body: bytes
) -> None:
    end.status, end.body = status, body
    for ask in asks(adapter):
        with pytest.raises(ProviderUnavailable):
            ask()


@pytest.mark.parametrize(
    "changes", [{"status": "new"}, {"amount": 1.5}, {"currency": "?"}, {"status_at": "2026-01-01"}]
)
def test_a_payment_that_makes_no_sense_means_unknown(
    end: OtherEnd, adapter: SandboxProvider, changes: dict[str, Any]
) -> None:
    end.body = json.dumps(PAYMENT | changes).encode()
    with pytest.raises(ProviderUnavailable):
        adapter.look_up("pay_1")


def test_a_time_out_means_unknown_and_is_not_asked_again(
    end: OtherEnd, adapter: SandboxProvider
) -> None:
    adapter.look_up("pay_1")
    end.silent.clear()
    with pytest.raises(ProviderUnavailable):
        adapter.capture("pay_1", Money(5, "EUR"), "k")
    assert len(end.asked) == 2
    end.silent.set()
    assert adapter.look_up("pay_1").provider_ref == "pay_1", "on a connection of its own"


def test_a_stale_connection_is_replaced_with_the_same_key(
    end: OtherEnd, adapter: SandboxProvider
) -> None:
    end.hang_up = True
    end.body = json.dumps(PAYMENT | {"moved": 5}).encode()
    for number in range(3):
        assert adapter.capture("pay_1", Money(5, "EUR"), f"k{number}").moved == Money(5, "EUR")
    assert [key for _, key in end.asked] == ["k0", "k1", "k2"]


def test_what_expired_there_is_cancelled_here(adapter: SandboxProvider) -> None:
    found: Snapshot = adapter.look_up("pay_1")
    assert found.status is ProviderStatus.CANCELLED


def test_a_reference_stays_inside_its_path(end: OtherEnd, adapter: SandboxProvider) -> None:
    adapter.look_up("../statement?x=/")
    assert end.asked == [("/v1/payments/..%2Fstatement%3Fx%3D%2F", "")]


def test_settings_come_from_the_environment(end: OtherEnd, monkeypatch: pytest.MonkeyPatch) -> None:
    registry.provider.cache_clear()
    monkeypatch.delenv("SANDBOX_URL", raising=False)
    with pytest.raises(KeyError):
        registry.provider("sandbox")
    monkeypatch.setenv("SANDBOX_URL", end.url)
    monkeypatch.setenv("SANDBOX_API_KEY", "key")
    monkeypatch.setenv("SANDBOX_WEBHOOK_SECRET", "secret")
    try:
        made = registry.provider("sandbox")
        assert made.look_up("pay_1").provider_ref == "pay_1"
        assert registry.provider("sandbox") is made
    finally:
        registry.provider.cache_clear()
    with pytest.raises(ValueError, match="webhook secret"):
        SandboxProvider(end.url, "key", "")
    with pytest.raises(ValueError, match="http"):
        SandboxProvider("ftp://x", "key", "secret")
