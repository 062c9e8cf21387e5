"""Who was shown what of somebody, and under which badge staff act."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from reprise import rows
from reprise.audit.models import Badge, Look
from reprise.audit.states import Page, Subject
from reprise.kernel.reference import new_reference


def note(viewer_id: UUID, page: Page, subject: Subject, subject_id: UUID, now: datetime) -> None:
    """Write a look down, before anything is shown: what it raises keeps the page away."""
    note_each(viewer_id, page, subject, [subject_id], now)


def note_each(
    viewer_id: UUID,
    page: Page,
    subject: Subject,
    subject_ids: Collection[UUID],
    now: datetime,
    seal: str = "",
) -> None:
    """As :func:`note`, of everybody whom a list is about; ``seal`` is that of the file that is
    handed out."""
    badge_of(viewer_id, now)
    rows.insert(
        [
            Look(
                viewer_id=viewer_id,
                page=page.value,
                subject=subject.value,
                subject_id=subject_id,
                at=now,
                day=now.date(),
                seal=seal,
            )
            for subject_id in subject_ids
        ]
    )


def badge_of(staff_id: UUID, now: datetime) -> str:
    """The badge of a member of staff; who has none gets one, for good."""
    found = Badge.objects.filter(staff_id=staff_id).values_list("badge", flat=True)
    known = found.first()
    if known is None:
        made = Badge(badge=new_reference("S"), staff_id=staff_id, since=now)
        rows.insert([made], known="ignore")
        known = found.get()
    return known
