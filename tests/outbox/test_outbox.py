"""Events and jobs exist exactly when their change does, and each listener hears once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from procrastinate import testing
from procrastinate.contrib.django import app

from reprise.kernel.event import Event
from reprise.kernel.ids import new_id
from reprise.outbox import actions, jobs, models, tasks
from tests.cast import NOW
from tests.work import drain

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class BellRang(Event):
    id: UUID


heard: list[str] = []


def first(event: BellRang, now: datetime) -> None:
    heard.append("first")


def broken(event: BellRang, now: datetime) -> None:
    # What it has written goes with it.
    models.Event.objects.create(kind="left behind", payload={}, at=now)
    raise ZeroDivisionError


def last(event: BellRang, now: datetime) -> None:
    heard.append("last")


@pytest.fixture(autouse=True)
def ears() -> Iterator[None]:
    heard.clear()
    before = dict(actions._listeners)
    yield
    actions._listeners.clear()
    actions._listeners.update(before)


def ring() -> UUID:
    with transaction.atomic():
        actions.publish([BellRang(new_id())], at=NOW)
    return models.Event.objects.latest("id").id


def waiting() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo'")
        return int(cursor.fetchone()[0])


def test_a_listener_hears_an_event_once_however_often_it_is_delivered() -> None:
    actions.listen(BellRang, first)
    event = ring()
    actions.deliver(event, NOW)
    actions.deliver(event, NOW)
    assert heard == ["first"]
    assert models.Delivery.objects.filter(event_id=event).count() == 1


def test_a_broken_listener_delays_nobody_and_leaves_nothing() -> None:
    for listener in (first, broken, last):
        actions.listen(BellRang, listener)
    event = ring()
    with pytest.raises(ExceptionGroup):
        actions.deliver(event, NOW)
    assert heard == ["first", "last"]
    assert not models.Event.objects.filter(kind="left behind").exists()
    assert models.Delivery.objects.filter(event_id=event).count() == 2
    assert actions.undelivered(NOW + timedelta(minutes=1)) == [event]


def test_what_every_listener_has_had_is_not_delivered_again() -> None:
    actions.listen(BellRang, first)
    ring()
    drain()
    assert heard == ["first"]
    assert actions.undelivered(NOW + timedelta(minutes=1)) == []


def test_nothing_is_published_outside_a_transaction(transactional_db: Any) -> None:
    with pytest.raises(RuntimeError, match="inside the transaction"):
        actions.publish([BellRang(new_id())], at=NOW)
    with pytest.raises(RuntimeError, match="inside the transaction"):
        jobs.enqueue(tasks.deliver_events, event_ids=[])


def test_an_event_that_nobody_hears_makes_no_job() -> None:
    before = waiting()
    ring()
    assert waiting() == before


def test_a_job_goes_with_its_transaction_even_in_a_worker() -> None:
    """A worker's app has a connector of its own; the job is written over Django's all the same."""
    before = waiting()
    elsewhere = testing.InMemoryConnector()
    with app.replace_connector(elsewhere):
        with transaction.atomic():
            jobs.enqueue(tasks.deliver_events, event_ids=[])
        assert waiting() == before + 1
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            jobs.enqueue(tasks.deliver_events, event_ids=[])
            raise ZeroDivisionError
    assert waiting() == before + 1
    assert not elsewhere.jobs
