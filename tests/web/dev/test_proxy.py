"""The payment page under the shop's address: one connection is kept, and its end is no failure."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest
from django.test import Client

from reprise.web.dev import proxy

PAGE = "/sandbox/payment/pay_1/secret/"


class Provider:
    """Answers so many requests on each connection, and then closes it without a word."""

    def __init__(self, each: int) -> None:
        self.each, self.connections, self.asked = each, 0, list[str]()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            with line, line.makefile("rb") as words:
                for _ in range(self.each):
                    first = words.readline().decode()
                    if not first:
                        break
                    length = 0
                    while (header := words.readline().decode().strip().lower()) != "":
                        if header.startswith("content-length:"):
                            length = int(header.split(":")[1])
                    words.read(length)
                    self.asked.append(first.split(" HTTP")[0])
                    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")

    def stop(self) -> None:
        self._socket.close()


@pytest.fixture
def provider(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    made = Provider(request.param)
    monkeypatch.setenv("SANDBOX_URL", f"http://127.0.0.1:{made.port}")
    yield made
    while proxy._idle:
        proxy._idle.pop().close()
    made.stop()


@pytest.mark.parametrize("provider", [100], indirect=True)
def test_one_connection_is_kept(client: Client, provider: Provider) -> None:
    for _ in range(3):
        assert client.get(PAGE).content == b"ok"
    assert client.post(f"{PAGE}card", {"number": "4"}).content == b"ok"
    assert provider.connections == 1
    assert provider.asked == [f"GET {PAGE}"] * 3 + [f"POST {PAGE}card"]


@pytest.mark.parametrize("provider", [1], indirect=True)
def test_a_connection_that_was_closed_is_opened_again(client: Client, provider: Provider) -> None:
    for _ in range(3):
        assert client.get(PAGE).content == b"ok"
    assert client.post(f"{PAGE}card", {"number": "4"}).content == b"ok"
    assert provider.connections == 4


@pytest.mark.parametrize("provider", [100], indirect=True)
def test_nobody_there_is_said_in_words(
    client: Client, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get(PAGE).status_code == 200
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    monkeypatch.setenv("SANDBOX_URL", f"http://127.0.0.1:{port}")
    answer = client.get(PAGE)
    assert answer.status_code == 502
    assert b"Nothing was charged" in answer.content
