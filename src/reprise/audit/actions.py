"""Who was shown what of somebody."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from reprise import rows
from reprise.audit.models import Look
from reprise.audit.states import Page, Subject


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
