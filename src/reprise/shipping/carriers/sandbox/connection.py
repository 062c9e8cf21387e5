"""HTTP to one address, with connections that are kept for the next call and an end in sight."""

from __future__ import annotations

import http.client
import time
import weakref
from collections import deque
from typing import Final
from urllib.parse import urlsplit

from reprise.shipping.carriers.base import CarrierUnavailable

# What the other end does to a kept connection that it has closed in the meantime.
STALE: Final = (http.client.RemoteDisconnected, ConnectionError, http.client.CannotSendRequest)
# Idle connections beyond this are closed.
KEPT: Final = 8
LARGEST: Final = 2_000_000


class Connection:
    """Calls to one address, from any thread; each ends within ``patience`` seconds."""

    def __init__(self, base_url: str, key: str, patience: float) -> None:
        parts = urlsplit(base_url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"not an http address: {base_url!r}")
        self._secure = parts.scheme == "https"
        self._host, self._port, self._path = parts.hostname, parts.port, parts.path.rstrip("/")
        self._headers = {"Authorization": f"Bearer {key}"}
        self._patience = patience
        self._idle: deque[http.client.HTTPConnection] = deque()
        weakref.finalize(self, _close_all, self._idle)

    def call(self, method: str, path: str, body: bytes | None = None) -> tuple[int, bytes]:
        """Status and content of the answer.  Every call has no effect, or one however often made.

        Raises CarrierUnavailable.
        """
        end = time.monotonic() + self._patience
        try:
            try:
                line = self._idle.pop()
            except IndexError:
                pass
            else:
                try:
                    return self._ask(line, method, path, body, end)
                except STALE:
                    pass  # closed while it was idle
            return self._ask(self._open(end), method, path, body, end)
        except (OSError, http.client.HTTPException) as problem:
            raise CarrierUnavailable from problem

    def _ask(
        self,
        line: http.client.HTTPConnection,
        method: str,
        path: str,
        body: bytes | None,
        end: float,
    ) -> tuple[int, bytes]:
        headers = self._headers | ({"Content-Type": "application/json"} if body else {})
        try:
            line.sock.settimeout(_left(end))
            line.request(method, self._path + path, body, headers)
            response = line.getresponse()
            content = _read(response, line, end)
        except BaseException:
            line.close()
            raise
        if response.will_close or len(self._idle) >= KEPT:
            line.close()
        else:
            self._idle.append(line)
        return response.status, content

    def _open(self, end: float) -> http.client.HTTPConnection:
        kind = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
        line = kind(self._host, self._port, timeout=_left(end))
        line.connect()
        return line


def _read(
    response: http.client.HTTPResponse, line: http.client.HTTPConnection, end: float
) -> bytes:
    """The whole content, before ``end`` even when it comes drop by drop.  Raises OSError."""
    content = bytearray()
    while True:
        if line.sock is not None:
            line.sock.settimeout(_left(end))
        piece = response.read1(65_536)
        if not piece:
            break
        content += piece
        if len(content) > LARGEST:
            raise OSError("an answer that does not end")
        _left(end)
    if response.length:
        raise http.client.IncompleteRead(bytes(content), response.length)
    response.close()  # frees the connection for the next call
    return bytes(content)


def _left(end: float) -> float:
    """Seconds until ``end``.  Raises TimeoutError when it is over."""
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError("no answer in time")
    return left


def _close_all(idle: deque[http.client.HTTPConnection]) -> None:
    for line in idle:
        line.close()
