"""The chain of files that were handed out, and what does not fit in it (decision 0063)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reprise.audit.evidence import at
from reprise.audit.models import HandedOut, Look
from reprise.audit.queries import bearer
from reprise.kernel.evidence import digest


@dataclass(frozen=True, slots=True)
class Handing:
    """That a file was handed out, under which badge, and when by PostgreSQL's clock.

    ``wrong`` says why it is not to be believed; "": nothing speaks against it.
    """

    no: int
    badge: str
    at: datetime
    wrong: str


def handing(seal: str, looks_since: datetime) -> Handing | None:
    """Of the file with this seal; None: nobody was handed one here.

    ``looks_since``: a look of before has left, one of after has to be there.
    """
    row = HandedOut.objects.filter(seal=seal).first()
    if row is None:
        return None
    wrong = broken(HandedOut.objects.order_by("no").iterator())
    if not wrong and row.at > looks_since and not _looked(row):
        wrong = f"no look of {row.badge} at it is there"
    return Handing(row.no, row.badge, row.at, wrong)


def broken(chain: Iterable[HandedOut]) -> str:
    """What does not fit first, in a chain from its beginning; "": all of it does."""
    previous = ""
    for number, row in enumerate(chain, 1):
        if (row.no, row.previous) != (number, previous):
            return f"number {number} is missing, or does not follow the one before"
        if row.hash != link(row):
            return f"number {number} was changed"
        previous = row.hash
    return ""


def link(row: HandedOut) -> str:
    """The hash of a row, as `audit_link` makes it: a digest of canonical JSON."""
    return digest(
        {
            "at": at(row.at), "badge": row.badge, "no": row.no, "previous": row.previous,
            "seal": row.seal,
        }
    )  # fmt: skip


def _looked(row: HandedOut) -> bool:
    viewer = bearer(row.badge)
    return viewer is not None and Look.objects.filter(seal=row.seal, viewer_id=viewer).exists()
