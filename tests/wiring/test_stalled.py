"""Jobs of a worker that died: what was asked for is tried again, what the clock brings is not."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app

from reprise.outbox import jobs
from reprise.outbox.tasks import deliver_events
from reprise.wiring.tasks import give_back_stalled_jobs

pytestmark = pytest.mark.django_db(transaction=True)


def job(*, of_the_clock: bool, status: str) -> int:
    with transaction.atomic():
        jobs.enqueue(deliver_events, event_ids=[])
    lock = "post" if of_the_clock else None
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = %s, queueing_lock = %s, worker_id = NULL"
            " WHERE id = (SELECT max(id) FROM procrastinate_jobs) RETURNING id",
            [status, lock],
        )
        return int(cursor.fetchone()[0])


def states() -> dict[int, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, status FROM procrastinate_jobs")
        return dict(cursor.fetchall())


def give_back() -> None:
    async def once() -> None:
        with app.replace_connector(app.connector.get_worker_connector()) as working:
            async with working.open_async():
                context: Any = SimpleNamespace(app=working)
                await give_back_stalled_jobs.func(context, timestamp=0)

    asyncio.run(once())


def test_a_stalled_job_waits_again_and_one_of_the_clock_makes_way() -> None:
    left = job(of_the_clock=True, status="doing")
    comes = job(of_the_clock=True, status="todo")
    asked = job(of_the_clock=False, status="doing")
    give_back()
    assert states() == {comes: "todo", asked: "todo"}
    assert left not in states()
