"""The worker's jobs, done here and at the time that is played.

Letters are made and noted as sent in their own time as well, and no post carries them: nobody waits
for an e-mail about the past.  What follows from a letter that was sent, the time to withdraw above
all, follows here too.

A job of the worker would be done now, by the real clock.  Each one here calls the action that its
task calls, with the past as ``now``.  It is removed some time after it was done: after a kill in
between it is done again, which changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.core.mail.backends.dummy import EmailBackend as Nowhere
from django.db import connection

from reprise.notifications.actions import send_post
from reprise.outbox import actions as outbox
from reprise.outbox.tasks import deliver_events
from reprise.payments import actions as payments
from reprise.payments.tasks import perform_instruction

# So many jobs are removed at once.
BATCH: Final = 200


def _deliver(arguments: dict[str, Any], now: datetime) -> None:
    outbox.deliver(map(UUID, arguments["event_ids"]), now)


def _perform(arguments: dict[str, Any], now: datetime) -> None:
    payments.perform(UUID(arguments["instruction_id"]), now)


_DO: Final[dict[str, Callable[[dict[str, Any], datetime], None]]] = {
    deliver_events.name: _deliver,
    perform_instruction.name: _perform,
}


class Work:
    """The jobs that wait, in the order in which they were written."""

    def __init__(self) -> None:
        self._seen = 0
        self._done: list[int] = []

    def do_waiting(self, now: datetime) -> None:
        """Do what waits and what comes of it until nothing is left, then let the post leave.
        Raises what a job raises."""
        while jobs := self._waiting():
            for number, task, arguments in jobs:
                _DO[task](json.loads(arguments), now)
                self._done.append(number)
            self._seen = jobs[-1][0]
        while send_post(now, Nowhere()):
            pass
        if len(self._done) >= BATCH:
            self.clear()

    def tell_what_was_left(self, now: datetime) -> None:
        """Tell of events that a kill has left untold, however far in the past they are."""
        for event_id in list(outbox.undelivered(now + timedelta(microseconds=1))):
            outbox.deliver([event_id], now)
        self.do_waiting(now)

    def _waiting(self) -> list[tuple[int, str, str]]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT id, task_name, args::text FROM procrastinate_jobs"
                " WHERE id > %s AND status = 'todo' AND task_name = ANY(%s) ORDER BY id",
                [self._seen, list(_DO)],
            )
            return list(cursor.fetchall())

    def clear(self) -> None:
        """Remove what was done."""
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs WHERE id = ANY(%s)", [self._done])
        self._done.clear()
