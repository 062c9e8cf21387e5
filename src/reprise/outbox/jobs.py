"""Jobs that exist exactly when their transaction is committed."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import transaction
from procrastinate import tasks
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.manager import JobManager


@cache
def _manager() -> JobManager:
    """Writes over Django's own connection, in a worker too.

    A worker replaces its app's connector by one with connections of its own, over which a task's
    ``defer()`` would commit the job before, or without, the change that it belongs to.
    """
    return JobManager(DjangoConnector())


def enqueue(task: tasks.Task[Any, Any, Any], **arguments: Any) -> None:
    """Have ``task`` run after the commit.  Raises RuntimeError outside a transaction."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a job is written inside the transaction that it belongs to")
    deferrer = tasks.configure_task(name=task.name, job_manager=_manager(), queue=task.queue)
    deferrer.defer(**arguments)
