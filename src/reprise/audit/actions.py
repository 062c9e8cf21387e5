"""Who was shown what of somebody, who looked for whom, and under which badge staff act."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from reprise import rows
from reprise.audit.models import Badge, Look, Sought
from reprise.audit.states import Page, Subject
from reprise.kernel.reference import new_reference
from reprise.law.calendars import months_before

# The operator's rule: no statute was found that says a number.  PostgreSQL keeps to it as well.
LOOKS_MONTHS: Final = 60


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
    handed out, which stays known when the looks have left (`audit_hand_out`, decision 0063)."""
    badge_of(viewer_id, now)
    looks = [
        Look(
            viewer_id=viewer_id, page=page.value, subject=subject.value, subject_id=subject_id,
            at=now, day=now.date(), seal=seal,
        )
        for subject_id in subject_ids
    ]  # fmt: skip
    with transaction.atomic():
        rows.insert(looks)
        if seal:
            _hand_out(seal)


def _hand_out(seal: str) -> None:
    """Note the file for good.  PostgreSQL refuses while its clock and ours are an hour apart: the
    file says when it was made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_hand_out(%s)", [seal])


def badge_of(staff_id: UUID, now: datetime) -> str:
    """The badge of a member of staff; who has none gets one, for good."""
    found = Badge.objects.filter(staff_id=staff_id).values_list("badge", flat=True)
    known = found.first()
    if known is None:
        made = Badge(badge=new_reference("S"), staff_id=staff_id, since=now)
        rows.insert([made], known="ignore")
        known = found.get()
    return known


def note_sought(
    viewer_id: UUID,
    page: Page,
    person: bytes,
    subject: Subject,
    subject_ids: Collection[UUID],
    now: datetime,
    *,
    found: int | None = None,
) -> None:
    """Write down that an address was looked for, by its keyed hash (`privacy.people.person`), and
    a look at each thing that was shown: also where that is nothing.  ``found`` is how much it led
    to, where that is not what was shown."""
    number = len(subject_ids) if found is None else found
    made = Sought(person=person, found=number, day=now.date())
    with transaction.atomic():
        rows.insert([made])
        note(viewer_id, page, Subject.PERSON, made.id, now)
        note_each(viewer_id, page, subject, subject_ids, now)


def forget_sought(now: datetime) -> int:
    """Delete the addresses that were looked for long ago; how many.  That somebody looked stays."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_forget_sought(%s)", [now.date()])
        return int(cursor.fetchone()[0])


def forget(now: datetime) -> int:
    """Delete the looks of more than five years ago; how many."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_forget(%s)", [months_before(now, LOOKS_MONTHS)])
        return int(cursor.fetchone()[0])
