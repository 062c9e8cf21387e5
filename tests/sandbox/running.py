"""The parts that the tests of the sandbox provider run: database, process, the shop's ear."""

from __future__ import annotations

import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
from psycopg import sql

API_KEY = "key-of-the-tests"
SECRET = "secret-of-the-tests"
SOURCES = Path(__file__).parents[2] / "src"
PATIENCE = 60.0

T = TypeVar("T")


def eventually(look: Callable[[], T]) -> T:
    """What ``look`` finds, as soon as it is something; a test that hangs fails after a minute."""
    end = time.monotonic() + PATIENCE
    while True:
        if found := look():
            return found
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


@contextmanager
def server() -> Iterator[str]:
    """The address of a PostgreSQL server: REPRISE_TEST_DATABASE_URL, or an embedded one."""
    if given := os.environ.get("REPRISE_TEST_DATABASE_URL"):
        yield given
        return
    from reprise.cli.postgres import EmbeddedServer

    with (
        tempfile.TemporaryDirectory(prefix="sandbox-") as folder,
        EmbeddedServer(Path(folder) / "postgres", durable=False) as endpoints,
    ):
        yield endpoints.owner_url


@contextmanager
def database(server_url: str) -> Iterator[str]:
    """A database of its own on that server, so that no other provider process sends its notices.

    A role that may not create one gets the server's own database.
    """
    name = f"sandbox_{uuid4().hex[:12]}"
    try:
        with psycopg.connect(server_url, autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    except psycopg.errors.InsufficientPrivilege:
        yield server_url
        return
    try:
        yield urlunsplit(urlsplit(server_url)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(server_url, autocommit=True) as connection:
            drop = sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
            connection.execute(drop)


def free_port() -> int:
    """A port that nobody listens on, below those that outgoing connections get: a provider that is
    killed and started again must find it free."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port


class RunningProvider:
    """The real process, on a port of its own."""

    def __init__(self, database_url: str, webhook_url: str, **settings: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.database_url = database_url
        self._settings = {
            "SANDBOX_DATABASE_URL": database_url,
            "SANDBOX_API_KEY": API_KEY,
            "SANDBOX_WEBHOOK_SECRET": SECRET,
            "SANDBOX_WEBHOOK_URL": webhook_url,
            "SANDBOX_LATE_SECONDS": "1",
            "SANDBOX_STALL_SECONDS": "3",
            **settings,
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers."""
        environ = os.environ | self._settings | {"PYTHONPATH": str(SOURCES)}
        command = [sys.executable, "-m", "reprise.sandbox.payment", "--port", str(self.port)]
        self._process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL)
        eventually(self._answers)

    def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, "the provider ended by itself"
        try:
            return self.ask("GET", "/health")[0] == 200
        except (OSError, http.client.HTTPException):
            return False

    def kill(self) -> None:
        """SIGKILL, as a crash does; returns when nothing of it is left on the port."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        self._process = None
        eventually(self._silent)

    def _silent(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) != 0

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None

    def ask(
        self, method: str, path: str, body: bytes | str | None = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """One request on a connection of its own: status, headers (lower case), body."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            line.request(
                method, path, body, {name.replace("_", "-"): v for name, v in headers.items()}
            )
            response = line.getresponse()
            content = response.read()
            names = {name.lower(): value for name, value in response.getheaders()}
            return response.status, names, content
        finally:
            line.close()

    def api(
        self, method: str, path: str, body: Any = None, key: str | None = None
    ) -> tuple[int, dict[str, Any]]:
        """A call of the API: status and answer.  POST gets a key of its own if none is named."""
        headers = {"Authorization": f"Bearer {API_KEY}"}
        if method == "POST":
            headers["Idempotency_Key"] = key or str(uuid4())
        content = json.dumps(body) if body is not None else None
        status, _, answer = self.ask(method, path, content, **headers)
        return status, json.loads(answer)

    def rows(self, query: str, *values: Any) -> list[Any]:
        """What the provider's own tables hold."""
        with psycopg.connect(self.database_url, autocommit=True) as connection:
            cursor = connection.execute(query.encode(), values)
            return cursor.fetchall() if cursor.description else []


class Ear:
    """A small shop that only hears: it notes each request, and answers as it is told."""

    def __init__(self) -> None:
        self.heard: list[tuple[dict[str, str], bytes]] = []
        self.deaf_to: dict[str, int] = {}
        self.deaf = False
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=[0.02], daemon=True)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/webhooks/sandbox"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def about(self, payment_id: str) -> list[dict[str, Any]]:
        """The notices about a payment that were taken or not, in the order in which they came."""
        notices = [json.loads(body) for _, body in list(self.heard)]
        return [notice for notice in notices if notice["payment"]["id"] == payment_id]

    def _status(self, body: bytes) -> int:
        """500 while it is deaf, or so many times as ``deaf_to`` says for this payment."""
        payment = json.loads(body)["payment"]["id"]
        left = self.deaf_to.get(payment, 0)
        self.deaf_to[payment] = max(left - 1, 0)
        return 500 if self.deaf or left else 204

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        ear = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                body = self.rfile.read(length)
                if len(body) < length:
                    self.close_connection = True
                    return  # who was killed in the middle of a sentence has said nothing
                ear.heard.append((dict(self.headers.items()), body))
                self.send_response(ear._status(body))
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
                pass

        return Handler
