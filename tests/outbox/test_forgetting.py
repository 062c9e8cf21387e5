"""Events leave when everybody has heard them and thirteen months have passed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import transaction

from reprise.kernel.event import Event
from reprise.kernel.ids import new_id
from reprise.law.calendars import months_before
from reprise.outbox import actions, models
from tests.moment import now

pytestmark = pytest.mark.django_db


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
    yield
    actions._listeners.clear()
    actions._listeners.update(before)


def published(fact: Event, at: datetime, *heard_by: str) -> UUID:
    with transaction.atomic():
        actions.publish([fact], at=at)
    event = models.Event.objects.latest("id")
    for name in heard_by:
        models.Delivery.objects.create(event=event, listener=name, at=at)
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
    assert models.Delivery.objects.get().listener == "first"


def test_postgresql_has_its_own_clock() -> None:
    kept = published(NobodyHears(new_id()), now())
    assert actions.forget_heard(now() + timedelta(days=4000)) == 0
    assert there() == {kept}


def test_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "_AT_ONCE", 2)
    for _ in range(5):
        published(NobodyHears(new_id()), long_ago())
    assert actions.forget_heard(now()) == 5
