"""What every file has that staff hand out as evidence (decision 0052)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from reprise.audit.actions import badge_of
from reprise.kernel.evidence import MADE, Document, document


@dataclass(frozen=True, slots=True)
class Told:
    """A file before somebody makes a copy of it: its format, what it is about, and what happened,
    in its order."""

    form: str
    parts: Document
    entries: Sequence[Document]


def handed_out(told: Told, staff_id: UUID, now: datetime) -> Document:
    """Facts as a document that says who of the staff has made this copy, and when.

    Each copy has a random number: without it nobody tries a guess of what stood in a file against
    its seal, which is kept.
    """
    made = {**by_staff(staff_id, badge_of(staff_id, now)), "at": at(now), "copy": uuid4().hex}
    parts = {**told.parts, MADE: made, "how_to_verify": how_to_verify()}
    return document(told.form, parts, told.entries)


def by_staff(staff_id: UUID | None, badge: str | None) -> dict[str, Any]:
    """Who of the staff, by what lasts longer than an account; None: nobody of the staff, or it is
    not known."""
    return {"staff": badge or None, "staff_id": str(staff_id) if staff_id else None}


def at(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat(timespec="microseconds") if moment else None


def how_to_verify() -> list[str]:
    """What an outsider needs to check it without us, in the active language."""
    return [
        _(
            "Canonical JSON means: the names of an object in alphabetical order, no spaces between"
            " values, letters as they are, in UTF-8. A digest is SHA-256 of it, in hexadecimal."
        ),
        _(
            "digests has the digest of each part of this file: of everything but digests, entries,"
            " end and seal."
        ),
        _(
            "The hash of an entry is the digest of the entry without its hash. Its previous is the"
            " hash of the entry before; that of the first is the digest of digests. end says how"
            " many entries there are, and the hash of the last."
        ),
        _(
            "The seal is the digest of everything else in this file. It shows that the file was not"
            " changed in part; who made the file, it does not show."
        ),
        _(
            "staff is the badge of a member of staff, such as S-7K3F9Q2M. The marketplace keeps a"
            " list of who has which."
        ),
        _(
            "The program does all of this: reprise verify-evidence FILE. With --with EARLIER it"
            " finds what an earlier copy had and this one has not; with --database the marketplace"
            " compares it with its own rows."
        ),
    ]
