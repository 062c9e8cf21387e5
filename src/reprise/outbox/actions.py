"""Publishing with the change, delivering after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

from django.db import transaction

from reprise.kernel.event import Event as Fact
from reprise.kernel.event import read_event
from reprise.kernel.ids import new_id
from reprise.outbox import models
from reprise.outbox.jobs import enqueue

Listener: TypeAlias = Callable[[Any, datetime], None]

_listeners: dict[str, list[tuple[str, Listener]]] = {}


def listen(event: type[Fact], listener: Listener) -> None:
    """Have ``listener(event, now)`` called for each event of this type.  Only `wiring` calls it."""
    name = f"{listener.__module__.removeprefix('reprise.')}.{listener.__name__}"
    _listeners.setdefault(event.kind, []).append((name, listener))


def publish(facts: Iterable[Fact], *, at: datetime) -> None:
    """Write the events beside the change that they report, and one job to deliver them.

    Must run inside the transaction of that change; raises RuntimeError outside one.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an event is published inside the transaction that makes it true")
    rows = [models.Event(kind=fact.kind, payload=fact.payload(), at=at) for fact in facts]
    if not rows:
        return
    models.Event.objects.bulk_create(rows)
    heard = [str(row.id) for row in rows if row.kind in _listeners]
    if heard:
        from reprise.outbox.tasks import deliver_events

        enqueue(deliver_events, event_ids=heard)


def undelivered(before: datetime, *, since: timedelta = timedelta(days=7)) -> list[UUID]:
    """Events published before ``before`` (and not longer ago than ``since``) that some listener
    has not noted; the oldest first, at most a hundred."""
    kinds = list(_listeners)
    numbers = [len(_listeners[kind]) for kind in kinds]
    with transaction.get_connection().cursor() as cursor:
        cursor.execute(
            """
            SELECT e.id FROM outbox_event e
              JOIN unnest(%s::text[], %s::int[]) AS heard (kind, listeners) ON heard.kind = e.kind
             WHERE e.at < %s AND e.at > %s
               AND (SELECT count(*) FROM outbox_delivery d WHERE d.event_id = e.id)
                   < heard.listeners
             ORDER BY e.at LIMIT 100
            """,
            [kinds, numbers, before, before - since],
        )
        return [row[0] for row in cursor.fetchall()]


def _note(event_id: UUID, listener: str, now: datetime) -> bool:
    """True when the delivery was not noted before.

    A concurrent delivery of the same event waits here until the first one commits or fails.
    """
    with transaction.get_connection().cursor() as cursor:
        cursor.execute(
            "INSERT INTO outbox_delivery (id, event_id, listener, at) VALUES (%s, %s, %s, %s)"
            " ON CONFLICT (event_id, listener) DO NOTHING",
            [new_id(), event_id, listener, now],
        )
        return bool(cursor.rowcount == 1)


def deliver(event_id: UUID, now: datetime) -> None:
    """Run each listener that has not noted this event, each in a transaction of its own.

    An exception of a listener is raised after the others have run, so that one broken listener
    delays nobody else; the job is then tried again.
    """
    row = models.Event.objects.get(id=event_id)
    fact = read_event(row.kind, row.payload)
    failures: list[Exception] = []
    for name, listener in _listeners.get(row.kind, []):
        try:
            with transaction.atomic():
                if _note(row.id, name, now):
                    listener(fact, now)
        except Exception as failure:
            failures.append(failure)
    if failures:
        raise ExceptionGroup(f"listeners of {row.kind} {event_id}", failures)
