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
from tests.moment import now
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
        actions.publish([BellRang(new_id())], at=now())
    return models.Event.objects.latest("id").id


def waiting() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo'")
        return int(cursor.fetchone()[0])


def test_a_listener_hears_an_event_once_however_often_it_is_delivered() -> None:
    actions.listen(BellRang, first)
    event = ring()
    actions.deliver([event], now())
    actions.deliver([event], now())
    assert heard == ["first"]
    assert models.Delivery.objects.filter(event_id=event).count() == 1


def test_a_broken_listener_delays_nobody_and_leaves_nothing() -> None:
    for listener in (first, broken, last):
        actions.listen(BellRang, listener)
    event = ring()
    with pytest.raises(ExceptionGroup):
        actions.deliver([event], now())
    assert heard == ["first", "last"]
    assert not models.Event.objects.filter(kind="left behind").exists()
    assert models.Delivery.objects.filter(event_id=event).count() == 2
    assert list(actions.undelivered(now() + timedelta(minutes=1))) == [event]


def test_what_every_listener_has_had_is_not_delivered_again() -> None:
    actions.listen(BellRang, first)
    ring()
    drain()
    assert heard == ["first"]
    assert list(actions.undelivered(now() + timedelta(minutes=1))) == []


@dataclass(frozen=True)
class DoorOpened(Event):
    id: UUID


def opens(event: BellRang, now: datetime) -> None:
    actions.publish([DoorOpened(event.id)], at=now)


def opens_and_breaks(event: BellRang, now: datetime) -> None:
    opens(event, now)
    raise ZeroDivisionError


def test_what_follows_from_an_event_is_told_by_the_same_job() -> None:
    actions.listen(BellRang, opens)
    actions.listen(DoorOpened, first)
    ring()
    assert drain() == ["deliver_events"]
    assert heard == ["first"]
    assert list(actions.undelivered(now() + timedelta(minutes=1))) == []


def test_what_a_listener_published_before_it_broke_is_not_told() -> None:
    actions.listen(BellRang, opens_and_breaks)
    actions.listen(DoorOpened, first)
    event = ring()
    with pytest.raises(ExceptionGroup):
        actions.deliver([event], now())
    assert heard == []
    assert not models.Event.objects.filter(kind=DoorOpened.kind).exists()


def test_what_follows_and_fails_gets_a_job_of_its_own() -> None:
    actions.listen(BellRang, opens)
    actions.listen(DoorOpened, broken)
    event = ring()
    before = waiting()
    actions.deliver([event], now())
    assert waiting() == before + 1
    follower = models.Event.objects.get(kind=DoorOpened.kind)
    assert list(actions.undelivered(now() + timedelta(minutes=1))) == [follower.id]


def test_what_follows_is_found_after_a_kill_in_between(monkeypatch: pytest.MonkeyPatch) -> None:
    class Killed(BaseException):
        pass

    def killed(*arguments: Any) -> None:
        raise Killed

    actions.listen(BellRang, opens)
    actions.listen(DoorOpened, first)
    event = ring()
    tell = actions._tell
    monkeypatch.setattr(
        actions, "_tell", lambda row, *rest: killed() if row.id != event else tell(row, *rest)
    )
    with pytest.raises(Killed):
        actions.deliver([event], now())
    monkeypatch.undo()
    lost = list(actions.undelivered(now() + timedelta(minutes=1)))
    assert lost == [models.Event.objects.get(kind=DoorOpened.kind).id]
    actions.deliver(lost, now())
    assert heard == ["first"]


def test_nothing_is_published_outside_a_transaction(transactional_db: Any) -> None:
    with pytest.raises(RuntimeError, match="inside the transaction"):
        actions.publish([BellRang(new_id())], at=now())
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


def test_who_tells_at_once_needs_no_job() -> None:
    actions.listen(BellRang, opens)
    actions.listen(DoorOpened, last)
    with actions.telling(now()), transaction.atomic():
        actions.publish([BellRang(new_id())], at=now())
    assert heard == ["last"], "what follows is told too"
    assert waiting() == 0
    assert list(actions.undelivered(now() + timedelta(minutes=1))) == []


def test_what_could_not_be_told_at_once_gets_a_job() -> None:
    actions.listen(BellRang, broken)
    actions.listen(BellRang, last)
    with actions.telling(now()), transaction.atomic():
        actions.publish([BellRang(new_id())], at=now())
    assert heard == ["last"]
    assert waiting() == 1


def test_nothing_is_told_of_what_was_rolled_back() -> None:
    actions.listen(BellRang, first)
    with actions.telling(now()):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            actions.publish([BellRang(new_id())], at=now())
            raise ZeroDivisionError
        with transaction.atomic():
            actions.publish([BellRang(new_id())], at=now())
    assert heard == ["first"]


def test_nothing_is_told_of_what_a_listener_took_back() -> None:
    def tries(event: BellRang, now: datetime) -> None:
        try:
            with transaction.atomic():
                actions.publish([DoorOpened(event.id)], at=now)
                raise KeyError
        except KeyError:
            pass

    actions.listen(BellRang, tries)
    actions.listen(DoorOpened, last)
    ring()
    drain()
    assert heard == []


def test_nothing_is_told_when_the_block_fails() -> None:
    actions.listen(BellRang, first)
    with pytest.raises(ZeroDivisionError), actions.telling(now()):
        with transaction.atomic():
            actions.publish([BellRang(new_id())], at=now())
        raise ZeroDivisionError
    assert heard == []
    assert len(list(actions.undelivered(now() + timedelta(minutes=1)))) == 1, "a sweep tells of it"


def test_what_cannot_be_told_stands_before_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Page after page, each event once: a page that is full of old failures is not the last."""
    monkeypatch.setattr(actions, "PAGE", 2)
    actions.listen(BellRang, first)
    with transaction.atomic():
        for minute in (3, 1, 1, 1, 2):
            actions.publish([BellRang(new_id())], at=now() + timedelta(minutes=minute))
    events = models.Event.objects.filter(kind=BellRang.kind).order_by("at", "id")
    assert list(actions.undelivered(now() + timedelta(hours=1))) == [each.id for each in events]
    soon = actions.undelivered(now() + timedelta(minutes=2))
    assert list(soon) == [each.id for each in events[:3]]
    lately = actions.undelivered(now() + timedelta(minutes=4), since=timedelta(minutes=2.5))
    assert list(lately) == [each.id for each in events[3:]]


def test_the_kind_that_was_listened_to_first_is_told_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(actions, "PAGE", 2)
    actions.listen(DoorOpened, first)
    actions.listen(BellRang, first)
    with transaction.atomic():
        actions.publish([BellRang(new_id()) for _ in range(3)], at=now())
        actions.publish([DoorOpened(new_id()) for _ in range(3)], at=now() + timedelta(seconds=1))
    kinds = dict(models.Event.objects.values_list("id", "kind"))
    found = [kinds[each] for each in actions.undelivered(now() + timedelta(minutes=1))]
    assert found == [DoorOpened.kind] * 3 + [BellRang.kind] * 3
