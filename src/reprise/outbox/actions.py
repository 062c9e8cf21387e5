"""Publishing with the change, delivering after it."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

from django.db import transaction

from reprise import rows
from reprise.kernel.event import Event as Fact
from reprise.kernel.event import read_event
from reprise.kernel.ids import new_id
from reprise.law.calendars import months_before
from reprise.outbox import models
from reprise.outbox.flush import FLUSH_LATER
from reprise.outbox.jobs import enqueue

log = logging.getLogger(__name__)

# What a clock that ticks often looks back to; the jobs that deliver have given up long before.
RECENT = timedelta(days=7)

Listener: TypeAlias = Callable[[Any, datetime], None]

_listeners: dict[str, list[tuple[str, Listener]]] = {}
# What a listener publishes while it is heard; None when nobody is being told of anything.
_followers: ContextVar[list[models.Event] | None] = ContextVar("followers", default=None)


def listen(event: type[Fact], listener: Listener) -> None:
    """Have ``listener(event, now)`` called for each event of this type.  Only `wiring` calls it.

    The kind that is listened to first is the most urgent: `undelivered` gives it first.
    """
    name = f"{listener.__module__.removeprefix('reprise.')}.{listener.__name__}"
    _listeners.setdefault(event.kind, []).append((name, listener))


def listeners_of(kind: str) -> list[str]:
    """The names of those who are told of events of this kind."""
    return [name for name, _ in _listeners.get(kind, [])]


def hearings() -> set[tuple[str, str]]:
    """Every kind with the name of each of its listeners."""
    return {(kind, name) for kind, told in _listeners.items() for name, _ in told}


def publish(facts: Iterable[Fact], *, at: datetime) -> None:
    """Write the events beside the change that they report, and see that they are delivered.

    A listener's own events are delivered by who told the listener, right after it; anybody else's
    by one job.  Must run inside the transaction of that change; raises RuntimeError outside one.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an event is published inside the transaction that makes it true")
    events = [models.Event(kind=fact.kind, payload=fact.payload(), at=at) for fact in facts]
    if not events:
        return
    heard = [row for row in events if row.kind in _listeners]
    followers = _followers.get()
    # Each is told at once, in a transaction that comes after this one and is flushed.
    told_at_once = followers is not None and bool(heard)
    rows.insert(events, returning=FLUSH_LATER if told_at_once else "")
    if followers is not None:
        followers += heard
    elif heard:
        _later([row.id for row in heard])


def _later(event_ids: Sequence[UUID]) -> None:
    from reprise.outbox.tasks import deliver_events

    enqueue(deliver_events, event_ids=[str(event_id) for event_id in event_ids])


@contextmanager
def telling(now: datetime) -> Iterator[None]:
    """What is published inside is told here, as soon as the block has ended well, by no job.

    For a change that somebody waits for.  What cannot be told gets a job; what a kill leaves
    untold is found by `undelivered`.  Must be outside every transaction.
    """
    published: list[models.Event] = []
    hearing = _followers.set(published)
    try:
        yield
    finally:
        _followers.reset(hearing)
    _tell_all(published, now)


def undelivered(before: datetime, *, since: timedelta | None = None) -> Iterator[UUID]:
    """Events published before ``before`` (and not longer ago than ``since``) that some listener
    has not noted: by kind, in the order in which `listen` was called, the oldest first.

    It goes on page by page after what it has given, so what cannot be told stands before nothing.
    Its cost is that of the events in the time asked for, told or not, each looked up once; without
    ``since`` that is every event there ever was, for a clock that ticks seldom.
    """
    kinds = list(_listeners)
    numbers = [len(_listeners[kind]) for kind in kinds]
    oldest = None if since is None else before - since
    place, at, last = 0, oldest, None
    while True:
        with transaction.get_connection().cursor() as cursor:
            cursor.execute(
                _UNDELIVERED,
                {
                    "kinds": kinds, "numbers": numbers, "before": before, "oldest": oldest,
                    "place": place, "at": at, "last": last, "page": PAGE,
                },
            )  # fmt: skip
            found = cursor.fetchall()
        yield from (row[0] for row in found)
        if len(found) < PAGE:
            return
        last, at, place = found[-1]


PAGE = 100
# A row of `heard` for each kind; inside, the index on (kind, at) is read from where the last page
# ended, or from the oldest that is asked for.
_UNDELIVERED = """
    SELECT found.id, found.at, heard.place
      FROM unnest(%(kinds)s::text[], %(numbers)s::int[]) WITH ORDINALITY
           AS heard (kind, listeners, place)
     CROSS JOIN LATERAL (
           SELECT e.id, e.at FROM outbox_event e
            WHERE e.kind = heard.kind AND e.at < %(before)s
              AND e.at >= coalesce(CASE WHEN heard.place = %(place)s THEN %(at)s::timestamptz
                                        ELSE %(oldest)s::timestamptz END, '-infinity')
              AND (heard.place <> %(place)s OR %(last)s::uuid IS NULL
                   OR (e.at, e.id) > (%(at)s::timestamptz, %(last)s::uuid))
              AND (SELECT count(*) FROM outbox_delivery d WHERE d.event_id = e.id)
                  < heard.listeners
            ORDER BY e.at, e.id LIMIT %(page)s) found
     WHERE heard.place >= %(place)s
     ORDER BY heard.place, found.at, found.id LIMIT %(page)s
"""


def _note(event_id: UUID, listener: str, now: datetime) -> bool:
    """True when the delivery was not noted before and the event was not rolled back.

    A concurrent delivery of the same event waits here until the first one commits or fails.
    """
    with transaction.get_connection().cursor() as cursor:
        cursor.execute(
            "INSERT INTO outbox_delivery (id, event_id, listener, at)"
            " SELECT %s, e.id, %s, %s FROM outbox_event e WHERE e.id = %s"
            " ON CONFLICT (event_id, listener) DO NOTHING",
            [new_id(), listener, now, event_id],
        )
        return bool(cursor.rowcount == 1)


def deliver(event_ids: Iterable[UUID], now: datetime) -> None:
    """Run each listener that has not noted an event, each in a transaction of its own; then tell
    of what the listeners have published, and so on.

    An exception of a listener is raised after the others have run, so that one broken listener
    delays nobody else; the job is then tried again.  What follows from an event and fails gets a
    job of its own.  After a kill in between, `undelivered` finds what was not told.
    """
    asked = rows.find(models.Event, id__in=list(event_ids), order=["at", "id"])
    failures = _tell_all(asked, now, answering=len(asked))
    if failures:
        raise ExceptionGroup("events not delivered", failures)


def _tell_all(
    events: Sequence[models.Event], now: datetime, *, answering: int = 0
) -> list[Exception]:
    """Tell of events and of what follows from them.

    Failures of the first ``answering`` events are returned; any other that fails gets a job.
    """
    waiting = deque(events)
    failures: list[Exception] = []
    told = 0
    while waiting:
        row = waiting.popleft()
        failed = _tell(row, now, waiting)
        told += 1
        if failed and told <= answering:
            failures += failed
        elif failed:
            _again(row, failed)
    return failures


def _again(row: models.Event, failed: Sequence[Exception]) -> None:
    log.warning("listeners of %s %s failed: %r", row.kind, row.id, failed)
    with transaction.atomic():
        _later([row.id])


def _tell(row: models.Event, now: datetime, waiting: deque[models.Event]) -> list[Exception]:
    """Tell of one event; what its listeners have published goes to the end of ``waiting``."""
    fact = read_event(row.kind, row.payload)
    failures: list[Exception] = []
    for name, listener in _listeners.get(row.kind, []):
        published: list[models.Event] = []
        hearing = _followers.set(published)
        try:
            with transaction.atomic():
                if _note(row.id, name, now):
                    listener(fact, now)
            waiting += published
        except Exception as failure:
            failures.append(failure)
        finally:
            _followers.reset(hearing)
    return failures


# Nobody asks about a job that was done so long ago; its arguments still hold ids.
DONE_JOBS = timedelta(days=30)
# Nor about an event that everybody has heard, or a job that was given up: the operator's rule, a
# year and a month.  PostgreSQL keeps to it as well.
HEARD_MONTHS = 13
_AT_ONCE = 5000


def forget_done_jobs(now: datetime) -> int:
    """Delete jobs that were done long ago, and those that were given up much longer ago; how
    many."""
    with transaction.get_connection().cursor() as cursor:
        cursor.execute(
            "DELETE FROM procrastinate_jobs j WHERE (status = 'succeeded' AND NOT EXISTS ("
            " SELECT FROM procrastinate_events e WHERE e.job_id = j.id AND e.at >= %s))"
            " OR (status IN ('failed', 'cancelled', 'aborted') AND NOT EXISTS ("
            " SELECT FROM procrastinate_events e WHERE e.job_id = j.id AND e.at >= %s))",
            [now - DONE_JOBS, months_before(now, HEARD_MONTHS)],
        )
        return int(cursor.rowcount)


def forget_heard(now: datetime) -> int:
    """Delete the events of more than thirteen months ago that every listener has noted; how many.

    One that somebody has still to hear stays, however old it is: who listens, and when an event
    was written, PostgreSQL knows for itself (decision 0055).
    """
    before, gone = months_before(now, HEARD_MONTHS), 0
    while True:
        with transaction.get_connection().cursor() as cursor:
            cursor.execute("SELECT outbox_forget(%s, %s)", [before, _AT_ONCE])
            some = int(cursor.fetchone()[0])
        gone += some
        if some < _AT_ONCE:
            return gone
