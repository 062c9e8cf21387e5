"""A proxy between the application and PostgreSQL that kills the application at the n-th statement.

It reads the frontend protocol only as far as it must: a statement is a Query or an Execute message.
The application knows nothing of it; the kill comes from outside, as SIGKILL.
"""

from __future__ import annotations

import os
import signal
import socket
import struct
import threading
from contextlib import suppress
from enum import Enum

STATEMENTS = (b"Q", b"E")
SSL_REQUEST = 80877103


class Moment(Enum):
    """``BEFORE``: the server never gets the statement; ``AFTER``: its answer never comes back."""

    BEFORE = "before"
    AFTER = "after"


class Guillotine:
    """Listens on ``port``; counts statements of all connections; falls once, at number ``at``."""

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._lock = threading.Lock()
        self.aim(0, Moment.AFTER)
        threading.Thread(target=self._accept, daemon=True).start()

    def aim(self, at: int, moment: Moment) -> None:
        """Start counting anew; 0 never falls."""
        self.at, self.moment = at, moment
        self.count = 0
        self.victim = 0
        self.fallen = False

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self._server_port))
            # One statement is several small messages: held back for an acknowledgement, each
            # would take 40 ms.
            for end in (client, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            state = _Link(client, server)
            threading.Thread(target=self._from_client, args=(state,), daemon=True).start()
            threading.Thread(target=self._from_server, args=(state,), daemon=True).start()

    def _from_client(self, link: _Link) -> None:
        try:
            self._handshake(link)
            while True:
                kind, message = _typed(link.client)
                if kind in STATEMENTS and self._falls_here():
                    if self.moment is Moment.BEFORE:
                        self._kill()
                        break
                    link.cut = True
                link.server.sendall(message)
        except (OSError, EOFError):
            pass
        finally:
            if not link.cut:
                link.close()

    def _handshake(self, link: _Link) -> None:
        while True:
            head = _exactly(link.client, 8)
            length, code = struct.unpack("!ii", head)
            link.server.sendall(head + _exactly(link.client, length - 8))
            if code != SSL_REQUEST:
                return

    def _from_server(self, link: _Link) -> None:
        try:
            while True:
                data = link.server.recv(65536)
                if not data:
                    break
                if link.cut:
                    link.swallowed += data
                    # ReadyForQuery is the last message of every answer: Z, length 5, status.
                    if link.swallowed[-6:-1] == b"Z\x00\x00\x00\x05":
                        self._kill()
                        break
                    continue
                link.client.sendall(data)
        except OSError:
            pass
        finally:
            link.close()

    def _falls_here(self) -> bool:
        with self._lock:
            self.count += 1
            return self.count == self.at

    def _kill(self) -> None:
        self.fallen = True
        os.kill(self.victim, signal.SIGKILL)


class _Link:
    def __init__(self, client: socket.socket, server: socket.socket) -> None:
        self.client, self.server = client, server
        self.cut = False
        self.swallowed = b""

    def close(self) -> None:
        for end in (self.client, self.server):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


def _exactly(end: socket.socket, length: int) -> bytes:
    data = b""
    while len(data) < length:
        more = end.recv(length - len(data))
        if not more:
            raise EOFError
        data += more
    return data


def _typed(end: socket.socket) -> tuple[bytes, bytes]:
    head = _exactly(end, 5)
    (length,) = struct.unpack("!i", head[1:])
    return head[:1], head + _exactly(end, length - 4)
