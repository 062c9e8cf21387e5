"""Events leave when everybody has heard them and thirteen months have passed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, ProgrammingError, transaction

from reprise.kernel.event import Event
from reprise.kernel.ids import new_id
from reprise.law.calendars import months_before
from reprise.outbox import actions, hearing, models
from tests import database
from tests.moment import now
from tests.planted import corrupt

pytestmark = pytest.mark.django_db(transaction=True)


HERE = f"{__name__}."


@dataclass(frozen=True)
class BellRang(Event):
    id: UUID


@dataclass(frozen=True)
class NobodyHears(Event):
    id: UUID


def first(event: BellRang, now: datetime) -> None: ...


def second(event: BellRang, now: datetime) -> None: ...


@pytest.fixture(autouse=True)
def ears() -> Iterator[None]:
    before = dict(actions._listeners)
    for listener in (first, second):
        actions.listen(BellRang, listener)
    migrated()
    yield
    actions._listeners.clear()
    actions._listeners.update(before)
    migrated()


def migrated() -> None:
    with database.as_owner():
        hearing.write()


def published(fact: Event, at: datetime, *heard_by: str) -> UUID:
    """It was written when it happened."""
    with transaction.atomic():
        actions.publish([fact], at=at)
    event = models.Event.objects.latest("id")
    corrupt("UPDATE outbox_event SET written_at = at WHERE id = %(id)s", id=event.id)
    for name in heard_by:
        models.Delivery.objects.create(event=event, listener=HERE + name, at=at)
    return event.id


def long_ago() -> datetime:
    return months_before(now(), 13) - timedelta(seconds=1)


def there() -> set[UUID]:
    return set(models.Event.objects.values_list("id", flat=True))


def test_what_everybody_has_heard_leaves_with_its_deliveries() -> None:
    gone = published(BellRang(new_id()), long_ago(), "first", "second")
    nobody = published(NobodyHears(new_id()), long_ago())
    recent = published(BellRang(new_id()), now() - timedelta(days=365), "first", "second")
    assert actions.forget_heard(now()) == 2
    assert there() == {recent}
    assert not models.Delivery.objects.filter(event_id__in=[gone, nobody]).exists()
    assert models.Delivery.objects.filter(event_id=recent).count() == 2
    assert actions.forget_heard(now()) == 0


def test_what_somebody_has_still_to_hear_stays() -> None:
    waits = published(BellRang(new_id()), long_ago(), "first")
    assert actions.forget_heard(now()) == 0
    assert there() == {waits}
    # And nobody hears twice.
    assert models.Delivery.objects.get().listener == f"{HERE}first"


def test_postgresql_has_its_own_clock() -> None:
    kept = published(NobodyHears(new_id()), now())
    assert actions.forget_heard(now() + timedelta(days=4000)) == 0
    assert there() == {kept}


def test_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "_AT_ONCE", 2)
    for _ in range(5):
        published(NobodyHears(new_id()), long_ago())
    assert actions.forget_heard(now()) == 5


class TestWhoeverHasTheRunningRole:
    def test_cannot_say_who_listens(self) -> None:
        waits = published(BellRang(new_id()), long_ago(), "first")
        # Nobody listens, says this process, and as many notes as there are listeners are there.
        actions._listeners.clear()
        models.Delivery.objects.create(event_id=waits, listener="anybody", at=now())
        assert actions.forget_heard(now()) == 0
        assert there() == {waits}

    @pytest.mark.parametrize("statement", [
        "DELETE FROM outbox_hearing", "UPDATE outbox_hearing SET kind = 'x'",
        "TRUNCATE outbox_hearing",
        "INSERT INTO outbox_hearing (kind, listener) VALUES ('x', 'y')",
        "DELETE FROM outbox_event", "UPDATE outbox_event SET at = '2000-01-01'",
        "UPDATE outbox_event SET written_at = '2000-01-01'",
        "INSERT INTO outbox_event (id, kind, payload, at, written_at)"
        " VALUES (gen_random_uuid(), 'x', '{}', '2000-01-01', '2000-01-01')",
        "DELETE FROM outbox_delivery", "UPDATE outbox_delivery SET listener = 'x'",
    ])  # fmt: skip
    def test_is_refused(self, statement: str) -> None:
        published(BellRang(new_id()), now(), "first")
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            database.run(statement)

    def test_cannot_say_when_an_event_was_written(self) -> None:
        """One that says that it is old has been there for a moment."""
        with transaction.atomic():
            actions.publish([NobodyHears(new_id())], at=long_ago())
        assert actions.forget_heard(now()) == 0
        assert models.Event.objects.count() == 1

    def test_cannot_call_it_with_a_day_of_its_own(self) -> None:
        kept = published(NobodyHears(new_id()), now() - timedelta(days=380))
        assert database.run("SELECT outbox_forget('infinity', 100)") == [(0,)]
        assert there() == {kept}

    def test_where_nobody_was_said_to_listen_nothing_leaves(self) -> None:
        published(NobodyHears(new_id()), long_ago())
        with database.as_owner():
            hearing.write([])
        with pytest.raises(DatabaseError, match="run reprise migrate"):
            actions.forget_heard(now())


def test_who_listens_is_what_the_code_says() -> None:
    found = set(models.Hearing.objects.values_list("kind", "listener"))
    assert found == actions.hearings()
    actions.listen(NobodyHears, first)
    assert (NobodyHears.kind, f"{HERE}first") not in found
    migrated()
    assert set(models.Hearing.objects.values_list("kind", "listener")) == actions.hearings()
