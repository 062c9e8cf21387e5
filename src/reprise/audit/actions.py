"""Who was shown what of somebody."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection

from reprise import rows
from reprise.audit.models import Look
from reprise.audit.states import Page, Subject
from reprise.law.calendars import months_before

# The operator's rule: no statute was found that says a number.  PostgreSQL keeps to it as well.
LOOKS_MONTHS: Final = 36


def note(viewer_id: UUID, page: Page, subject: Subject, subject_id: UUID, now: datetime) -> None:
    """Write a look down, before anything is shown: what it raises keeps the page away."""
    note_each(viewer_id, page, subject, [subject_id], now)


def note_each(
    viewer_id: UUID, page: Page, subject: Subject, subject_ids: Collection[UUID], now: datetime
) -> None:
    """As :func:`note`, of everybody whom a list is about."""
    rows.insert(
        [
            Look(
                viewer_id=viewer_id,
                page=page.value,
                subject=subject.value,
                subject_id=subject_id,
                at=now,
                day=now.date(),
            )
            for subject_id in subject_ids
        ]
    )


def forget(now: datetime) -> int:
    """Delete the looks of more than three years ago; how many."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_forget(%s)", [months_before(now, LOOKS_MONTHS)])
        return int(cursor.fetchone()[0])
