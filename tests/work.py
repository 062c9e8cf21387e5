"""Doing the jobs that wait, here and now, on the test's own connection."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction

from reprise.kernel import clock
from reprise.notifications.actions import send_post


def drain(*, limit: int = 500) -> list[str]:
    """Run each waiting job until none is left; the names of the tasks that ran.

    A job that fails raises: a test that expects failures runs the task by itself.
    """
    from procrastinate.contrib.django import app

    done: list[str] = []
    while job := _next():
        name, arguments = job
        app.tasks[name].func(**arguments)
        done.append(name.rpartition(".")[2])
        assert len(done) < limit, f"jobs without end: {done[-10:]}"
    return done


def _next() -> tuple[str, dict[str, Any]] | None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM procrastinate_jobs WHERE id = (SELECT id FROM procrastinate_jobs"
            " WHERE status = 'todo' AND queue_name <> 'clock' ORDER BY id LIMIT 1)"
            " RETURNING task_name, args::text"
        )
        row = cursor.fetchone()
    if row is None:
        return None
    import json

    return row[0], json.loads(row[1])


def post() -> int:
    """Do what waits, and send the letters that have come of it; how many."""
    drain()
    return send_post(clock.now())
