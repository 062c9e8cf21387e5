"""Who was shown what of somebody."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from reprise.audit.models import Look
from reprise.audit.states import Page, Subject


def note(viewer_id: UUID, page: Page, subject: Subject, subject_id: UUID, now: datetime) -> None:
    """Write a look down, before anything is shown: what it raises keeps the page away."""
    Look.objects.create(
        viewer_id=viewer_id,
        page=page.value,
        subject=subject.value,
        subject_id=subject_id,
        at=now,
        day=now.date(),
    )
