"""The sender: a thread that delivers notices, and writes down what time has done."""

from __future__ import annotations

import http.client
import logging
import os
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

import psycopg

from reprise.sandbox.payment.config import Config
from reprise.sandbox.payment.desk import Desk
from reprise.sandbox.payment.letters import SIGNATURE_HEADER, sign

log = logging.getLogger(__name__)

ATTEMPTS: Final = 12
TIMEOUT: Final = 5.0
# A batch is put aside for this long: more than its sending can take (ROUND plus one TIMEOUT), so
# that nobody else takes it meanwhile; and what was put aside when the process died is due again.
LEASE: Final = timedelta(seconds=9)
ROUND: Final = 3.0
BATCH: Final = 50
IDLE: Final = 5.0
# How often the payments are looked through for what time has done to them, in seconds.
SETTLE: Final = 1.0

TAKE: Final = """
WITH due AS (
    SELECT id, next_at FROM sandbox.notice WHERE next_at <= %(now)s
    ORDER BY next_at, id LIMIT %(limit)s FOR UPDATE SKIP LOCKED)
UPDATE sandbox.notice SET next_at = %(until)s FROM due WHERE notice.id = due.id
RETURNING due.next_at, notice.id, body, attempts"""
# Notes what was delivered and says when the next one is due, as this statement found it.
DELIVERED: Final = """
WITH noted AS (
    UPDATE sandbox.notice SET next_at = NULL, delivered_at = %(now)s, attempts = attempts + 1
    WHERE id = ANY(%(delivered)s))
SELECT min(next_at) FROM sandbox.notice WHERE next_at IS NOT NULL AND id <> ALL(%(delivered)s)"""
# The last attempt leaves no next one: the shop looks up what it never heard.
FAILED: Final = """
UPDATE sandbox.notice SET attempts = attempts + 1,
    next_at = CASE WHEN attempts + 1 < %s THEN %s::timestamptz END WHERE id = %s"""
GIVEN_BACK: Final = "UPDATE sandbox.notice SET next_at = %s WHERE id = ANY(%s)"


class Unreachable(Exception):
    """The shop did not answer at all, so the next notice would not arrive either."""


def backoff(attempts: int) -> timedelta:
    """How long to wait after that many failures: 1, 2, 4 ... seconds, at most an hour."""
    return timedelta(seconds=min(2**attempts, 3600))


@dataclass(slots=True)
class Courier:
    """One kept connection to the one address that notices go to."""

    url: str
    secret: str
    _connection: http.client.HTTPConnection | None = None

    def deliver(self, body: str) -> bool:
        """Post a signed notice; True when it was taken (2xx).  Raises Unreachable."""
        parts = urlsplit(self.url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {
            "Content-Type": "application/json",
            SIGNATURE_HEADER: sign(self.secret, int(time.time()), body),
        }
        fresh = self._connection is None
        try:
            return self._post(path, body, headers)
        except (OSError, http.client.HTTPException) as problem:
            self._close()
            # A kept connection may have been closed at the other end: that says nothing yet.
            if fresh or isinstance(problem, TimeoutError):
                raise Unreachable from problem
        try:
            return self._post(path, body, headers)
        except (OSError, http.client.HTTPException) as problem:
            self._close()
            raise Unreachable from problem

    def _post(self, path: str, body: str, headers: dict[str, str]) -> bool:
        if self._connection is None:
            parts = urlsplit(self.url)
            secure = parts.scheme == "https"
            kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
            self._connection = kind(parts.hostname or "", parts.port, timeout=TIMEOUT)
        self._connection.request("POST", path, body.encode(), headers)
        response = self._connection.getresponse()
        response.read()
        if response.will_close:
            self._close()
        return 200 <= response.status < 300

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None


class Sender:
    """Runs until the process ends; a failure of the database is waited out."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._courier = Courier(config.webhook_url, config.webhook_secret)
        self._news = threading.Event()
        self._desk: Desk | None = None
        self._parent = os.getppid()
        self._settled = 0.0

    def wake(self) -> None:
        """Say that there is something to send now."""
        self._news.set()

    def start(self, desk: Desk) -> None:
        self._desk = desk
        threading.Thread(target=self._run, name="sender", daemon=True).start()

    def _run(self) -> None:
        while True:
            try:
                with psycopg.connect(self._config.database_url, autocommit=True) as connection:
                    # What is forgotten here in a crash is sent again, which changes nothing.
                    connection.execute("SET synchronous_commit = off")
                    while True:
                        self._news.clear()
                        self._settle()
                        self._news.wait(self._send(connection))
                        self._leave_with_parent()
            except Exception:
                log.exception("the sender starts over")
                time.sleep(1)
                self._leave_with_parent()

    def _leave_with_parent(self) -> None:
        # The server's parent may have been killed; a worker left alone would hold the port.
        if os.getppid() != self._parent:
            os._exit(1)

    def _settle(self) -> None:
        if self._desk is not None and time.monotonic() - self._settled > SETTLE:
            self._settled = time.monotonic()
            now = self._desk.clock.now()
            for payment in self._desk.store.overdue(now):
                self._desk.settle(payment, now)

    def _send(self, connection: psycopg.Connection[Any]) -> float:
        """Send one batch; how many seconds there is nothing to do after it."""
        if not self._config.webhook_url:
            return IDLE
        now = datetime.now(UTC)
        taken = connection.execute(TAKE, {"until": now + LEASE, "now": now, "limit": BATCH})
        batch = [row[1:] for row in sorted(taken.fetchall())]
        delivered: list[int] = []
        end = time.monotonic() + ROUND
        for place, (notice, body, attempts) in enumerate(batch):
            if time.monotonic() > end:
                self._give_back(connection, batch[place:], timedelta(0))
                break
            try:
                done = self._courier.deliver(body)
            except Unreachable:
                self._fail(connection, notice, attempts)
                self._give_back(connection, batch[place + 1 :], backoff(attempts))
                break
            if done:
                delivered.append(notice)
            else:
                self._fail(connection, notice, attempts)
        noted = {"now": datetime.now(UTC), "delivered": delivered}
        row = connection.execute(DELIVERED, noted).fetchone()
        if len(batch) == BATCH:
            return 0.0
        if row is None or row[0] is None:
            return IDLE
        soon: float = (row[0] - datetime.now(UTC)).total_seconds()
        return min(max(soon, 0.1), IDLE)

    def _fail(self, connection: psycopg.Connection[Any], notice: int, attempts: int) -> None:
        again = datetime.now(UTC) + backoff(attempts)
        connection.execute(FAILED, [ATTEMPTS, again, notice])

    def _give_back(
        self, connection: psycopg.Connection[Any], rest: list[Any], wait: timedelta
    ) -> None:
        if rest:
            again = datetime.now(UTC) + wait
            connection.execute(GIVEN_BACK, [again, [row[0] for row in rest]])
