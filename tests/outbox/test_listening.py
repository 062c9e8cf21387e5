"""A change of the table of listeners: what becomes of the events of the past."""

from __future__ import annotations

from datetime import timedelta

import psycopg
import pytest
from django.db import transaction

from reprise.kernel.event import Event
from reprise.kernel.ids import new_id
from reprise.outbox import actions, models
from reprise.outbox.listening import Leave, Listen, Past, Rename, known
from tests import database
from tests.moment import now
from tests.outbox.test_outbox import BellRang, ears, first, last

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures(ears.__name__)]

BELL = BellRang.kind
FIRST, LAST = "tests.outbox.test_outbox.first", "tests.outbox.test_outbox.last"


def migrate(operation: Listen | Rename | Leave) -> None:
    """As a migration does: by the owner of the tables."""
    with psycopg.connect(database.endpoints.owner_url, autocommit=True) as owner:
        for statement, values in operation.statements():
            owner.execute(statement.encode(), values)


def ring() -> Event:
    with transaction.atomic():
        actions.publish([BellRang(new_id())], at=now())
    return models.Event.objects.latest("id")


def untold() -> list[object]:
    return list(actions.undelivered(now() + timedelta(minutes=1)))


def notes() -> set[tuple[object, str]]:
    return set(models.Delivery.objects.values_list("event_id", "listener"))


@pytest.fixture
def past() -> list[object]:
    """One event that was told, one that was not, when only the first listened."""
    actions.listen(BellRang, first)
    told, lost = ring(), ring()
    actions.deliver([told.id], now())
    assert untold() == [lost.id]
    return [told.id, lost.id]


def test_who_comes_later_has_had_the_past_and_hears_what_comes(past: list[object]) -> None:
    actions.listen(BellRang, last)
    migrate(Listen(BELL, LAST, Past.HAD))
    assert untold() == [past[1]], "the first has not heard it all the same"
    actions.deliver(untold(), now())
    assert untold() == []
    new = ring()
    assert untold() == [new.id]


def test_who_comes_later_may_be_told_everything(past: list[object]) -> None:
    actions.listen(BellRang, last)
    migrate(Listen(BELL, LAST, Past.TOLD))
    assert untold() == past


def test_events_of_another_kind_are_not_touched(past: list[object]) -> None:
    migrate(Listen("tests.DoorOpened", LAST, Past.HAD))
    assert notes() == {(past[0], FIRST)}


def test_another_name_has_had_what_the_old_one_had(past: list[object]) -> None:
    migrate(Rename(BELL, FIRST, LAST))
    assert notes() == {(past[0], LAST)}


def test_the_notes_of_who_leaves_stand_for_nobody_else(past: list[object]) -> None:
    migrate(Leave(BELL, FIRST))
    actions._listeners[BELL].clear()
    actions.listen(BellRang, last)
    assert untold() == past


def test_twice_is_once(past: list[object]) -> None:
    for _ in range(2):
        migrate(Listen(BELL, LAST, Past.HAD))
    assert notes() == {(past[0], FIRST), (past[0], LAST), (past[1], LAST)}


def test_the_table_follows_the_operations() -> None:
    steps = [Listen("a", "one", Past.TOLD), Listen("a", "two", Past.HAD), Rename("a", "one", "uno")]
    assert known(steps) == {("a", "uno"), ("a", "two")}
    assert known([*steps, Leave("a", "two")]) == {("a", "uno")}
    with pytest.raises(KeyError):
        known([*steps, Leave("a", "one")])
