from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from reprise.audit.models import Look

PAGE = 100


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which looks: of one person, at one subject, older than a look; None: all."""

    viewer_id: UUID | None = None
    subject_id: UUID | None = None
    before: UUID | None = None


def looks(wanted: Wanted) -> tuple[list[Look], UUID | None]:
    """The newest `PAGE` of them, and after which one the older ones begin."""
    rows = Look.objects.order_by("-id")
    if wanted.viewer_id:
        rows = rows.filter(viewer_id=wanted.viewer_id)
    if wanted.subject_id:
        rows = rows.filter(subject_id=wanted.subject_id)
    if wanted.before:
        rows = rows.filter(id__lt=wanted.before)
    found = list(rows[: PAGE + 1])
    more = found[PAGE - 1].id if len(found) > PAGE else None
    return found[:PAGE], more
