"""JSON over HTTP with connections that are kept for the next call."""

from __future__ import annotations

import http.client
import json
import weakref
from collections import deque
from typing import Any, Final
from urllib.parse import urlsplit

from reprise.payments.providers.base import ProviderRefused, ProviderUnavailable

# What the other end does to a kept connection that it has closed in the meantime.
STALE: Final = (http.client.RemoteDisconnected, ConnectionError, http.client.CannotSendRequest)
# These say no, but not to what was asked: settings are wrong, or there was too much at once.
NOT_OURS: Final = frozenset({401, 403, 407, 408, 429})


# Idle connections beyond this are closed.
KEPT: Final = 16


class Connection:
    """Calls to one address, from any thread.

    Time-outs are in seconds; the second one is for each wait on data.
    """

    def __init__(self, base_url: str, api_key: str, connect: float, read: float) -> None:
        parts = urlsplit(base_url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"not an http address: {base_url!r}")
        self._secure = parts.scheme == "https"
        self._host, self._port = parts.hostname, parts.port
        self._path = parts.path.rstrip("/")
        self._headers = {"Authorization": f"Bearer {api_key}", "Accept": "application/json"}
        self._connect, self._read = connect, read
        self._idle: deque[http.client.HTTPConnection] = deque()
        weakref.finalize(self, _close_all, self._idle)

    def get(self, path: str) -> dict[str, Any]:
        """The object at ``path``.  Raises ProviderUnavailable, ProviderRefused."""
        return self._call("GET", path, None, self._headers)

    def post(self, path: str, body: dict[str, Any], key: str) -> dict[str, Any]:
        """The answer to ``body`` under an idempotency key.

        Raises ProviderUnavailable, ProviderRefused.
        """
        headers = self._headers | {"Content-Type": "application/json", "Idempotency-Key": key}
        return self._call("POST", path, json.dumps(body).encode(), headers)

    def _call(
        self, method: str, path: str, body: bytes | None, headers: dict[str, str]
    ) -> dict[str, Any]:
        try:
            line = self._idle.pop()
        except IndexError:
            line = None
        try:
            if line is not None:
                try:
                    return self._ask(line, method, path, body, headers)
                except STALE:
                    # Closed while it was idle, or while we asked.  Every call of ours has one
                    # effect however often it is made, so it may be made again.
                    pass
            return self._ask(self._open(), method, path, body, headers)
        except (OSError, http.client.HTTPException) as problem:
            raise ProviderUnavailable(f"{method} {path}: {type(problem).__name__}") from problem

    def _ask(
        self,
        line: http.client.HTTPConnection,
        method: str,
        path: str,
        body: bytes | None,
        headers: dict[str, str],
    ) -> dict[str, Any]:
        try:
            line.request(method, self._path + path, body, headers)
            response = line.getresponse()
            content = response.read()
        except BaseException:
            line.close()
            raise
        if response.will_close or len(self._idle) >= KEPT:
            line.close()
        else:
            self._idle.append(line)
        return _understood(response.status, content, f"{method} {path}")

    def _open(self) -> http.client.HTTPConnection:
        kind = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
        line = kind(self._host, self._port, timeout=self._connect)
        line.connect()
        line.sock.settimeout(self._read)
        return line


def _close_all(idle: deque[http.client.HTTPConnection]) -> None:
    for line in idle:
        line.close()


def _understood(status: int, content: bytes, what: str) -> dict[str, Any]:
    try:
        answer = json.loads(content)
    except ValueError:
        answer = None
    if 200 <= status < 300 and isinstance(answer, dict):
        return answer
    error = answer.get("error") if isinstance(answer, dict) else None
    if 400 <= status < 500 and status not in NOT_OURS and isinstance(error, dict):
        raise ProviderRefused(str(error.get("code", "refused")), str(error.get("message", "")))
    code = error.get("code", "") if isinstance(error, dict) else ""
    raise ProviderUnavailable(f"{what}: {status} {code}".rstrip())
