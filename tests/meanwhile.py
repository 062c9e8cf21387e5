"""Something else happens in the middle of an action, on a connection of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import psycopg
from django.db import connection

from tests import database

# A process that is stuck is not waited for: two would wait for each other.
PATIENCE = 60


@contextmanager
def meanwhile(
    where: Any, name: str, other: Callable[[], Any], *, after: bool = False
) -> Iterator[Future[Any]]:
    """The first call of ``where.name`` in the block lets ``other`` begin, and goes on as soon as
    that has ended or waits for a lock of ours; what came of ``other`` is there after the block.

    ``after``: not before that call but right after it.  No clock decides who is first.
    """
    real = getattr(where, name)
    once = threading.Lock()
    came: Future[Any] = Future()

    with ThreadPoolExecutor(1) as pool:

        def run(known: Future[int]) -> Any:
            try:
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_backend_pid()")
                    known.set_result(cursor.fetchone()[0])
                return other()
            finally:
                connection.close()

        def begin() -> None:
            known: Future[int] = Future()
            doing = pool.submit(run, known)
            doing.add_done_callback(lambda done: _pass_on(done, came))
            _ended_or_waiting(doing, known.result(PATIENCE))

        def held(*arguments: Any, **named: Any) -> Any:
            first = once.acquire(blocking=False)
            if first and not after:
                begin()
            result = real(*arguments, **named)
            if first and after:
                begin()
            return result

        with patch.object(where, name, held):
            yield came
        assert once.locked(), f"{name} was not reached"
        wait_for([came], PATIENCE)


def _pass_on(done: Future[Any], came: Future[Any]) -> None:
    failure = done.exception()
    if failure is None:
        came.set_result(done.result())
    else:
        came.set_exception(failure)


def _ended_or_waiting(doing: Future[Any], process: int) -> None:
    with psycopg.connect(database.endpoints.owner_url, autocommit=True) as owner:
        while not doing.done():
            row = owner.execute("SELECT pg_blocking_pids(%s)", [process]).fetchone()
            if row and row[0]:
                return
