from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from reprise.audit.models import Badge, Look

PAGE = 100


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which looks: of one person, at one subject or any of some, older than a look; None: all."""

    viewer_id: UUID | None = None
    subject_id: UUID | None = None
    subject_ids: Collection[UUID] | None = None
    before: UUID | None = None


def looks(wanted: Wanted) -> tuple[list[Look], UUID | None]:
    """The newest `PAGE` of them, and after which one the older ones begin."""
    rows = Look.objects.order_by("-id")
    if wanted.viewer_id:
        rows = rows.filter(viewer_id=wanted.viewer_id)
    if wanted.subject_id:
        rows = rows.filter(subject_id=wanted.subject_id)
    if wanted.subject_ids is not None:
        rows = rows.filter(subject_id__in=wanted.subject_ids)
    if wanted.before:
        rows = rows.filter(id__lt=wanted.before)
    found = list(rows[: PAGE + 1])
    more = found[PAGE - 1].id if len(found) > PAGE else None
    return found[:PAGE], more


def badges(staff_ids: Iterable[UUID | None]) -> dict[UUID | None, str]:
    """The badges of staff; who never had one is left out, and so is nobody (None)."""
    found = Badge.objects.filter(staff_id__in={each for each in staff_ids if each})
    return dict(found.values_list("staff_id", "badge"))


def bearer(badge: str) -> UUID | None:
    """Whose badge it is; None: that is not known here."""
    return Badge.objects.filter(badge=badge).values_list("staff_id", flat=True).first()


def roster() -> list[Badge]:
    """Everybody who ever had a badge, the oldest first."""
    return list(Badge.objects.order_by("since", "badge"))


def looks_at(subject_id: UUID) -> list[Look]:
    """All that were written down of one subject, in their order."""
    return list(Look.objects.filter(subject_id=subject_id).order_by("id"))
