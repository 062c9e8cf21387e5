from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from uuid import UUID

from django.db.models import Max
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob

from reprise.outbox.actions import RECENT, listeners_of, undelivered
from reprise.outbox.models import Delivery, Event

MOST = 100


@dataclass(frozen=True, slots=True)
class Untold:
    """An event, and the listeners that have not had it."""

    event: Event
    listeners: tuple[str, ...]


def untold(before: datetime) -> list[Untold]:
    """Events published before ``before`` that some listener has not had: the hundred most urgent
    of the last days, the oldest first.  Three statements.  An older one is found by the books'
    check, which takes its time."""
    ids = list(islice(undelivered(before, since=RECENT), MOST))
    if not ids:
        return []
    had: dict[UUID, set[str]] = defaultdict(set)
    for event_id, name in Delivery.objects.filter(event_id__in=ids).values_list(
        "event_id", "listener"
    ):
        had[event_id].add(name)
    return [
        Untold(row, tuple(name for name in listeners_of(row.kind) if name not in had[row.id]))
        for row in Event.objects.filter(id__in=ids).order_by("at", "id")
    ]


@dataclass(frozen=True, slots=True)
class FailedJob:
    """A job that was given up; ``at`` is when."""

    id: int
    task: str
    queue: str
    attempts: int
    arguments: dict[str, object]
    at: datetime | None


def failed_jobs() -> Sequence[FailedJob]:
    """The jobs that were given up last, the newest first, a hundred at most.  Two statements."""
    jobs = list(ProcrastinateJob.objects.filter(status="failed").order_by("-id")[:MOST])
    if not jobs:
        return []
    ends = dict(
        ProcrastinateEvent.objects.filter(job_id__in=[job.id for job in jobs], type="failed")
        .values("job_id")
        .annotate(last=Max("at"))
        .values_list("job_id", "last")
    )
    return [
        FailedJob(job.id, job.task_name, job.queue_name, job.attempts, job.args, ends.get(job.id))
        for job in jobs
    ]


def number_of_failed_jobs() -> int:
    return ProcrastinateJob.objects.filter(status="failed").count()
