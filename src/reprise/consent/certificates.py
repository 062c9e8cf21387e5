"""What is given out of a search or an erasure: a document that its row in the database proves."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from reprise.consent import models
from reprise.kernel.evidence import SEAL, seal, sealed

FORM: Final = "reprise-consent-purge-1"
NOTHING_HERE: Final = "Nothing is stored here for a purpose that needs consent."


def document(row: models.Purge) -> dict[str, Any]:
    """The report of a search, or the certificate of an erasure, with its seal (S38)."""
    tables = row.report["collectors"].values()
    found = sum(sum(each["found"].values()) for each in tables)
    erased = sum(each.get("erased", 0) for each in tables)
    facts = {
        "format": FORM,
        "kind": "search" if row.dry else "certificate",
        "id": str(row.id),
        "search": str(row.search_id) if row.search_id else None,
        "scope": {
            "notice": str(row.notice_id) if row.notice_id else None,
            "from": _moment(row.from_at),
            "until": _moment(row.until_at),
        },
        "says": _says(row, found, erased),
        **row.report,
        "digest": row.digest,
        "by": _by(row.staff_id),
        "at": _moment(row.at),
    }
    return sealed(facts)


def proven(facts: dict[str, Any]) -> bool:
    """Whether a document is one that was given out here, word for word."""
    fits = seal(facts)
    named = models.Purge.objects.filter(seal=fits, digest=facts.get("digest"))
    return facts.get(SEAL) == fits and named.exists()


def _says(row: models.Purge, found: int, erased: int) -> str:
    if not row.report["collectors"]:
        return NOTHING_HERE
    if row.dry:
        return f"{found} rows were found that no valid consent covers."
    return f"{erased} of {found} rows that no valid consent covered were erased."


def _moment(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat() if at else None


def _by(staff_id: UUID | None) -> str:
    return f"staff {staff_id}" if staff_id else "operator"
