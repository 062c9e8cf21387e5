"""Whether a file's bytes were handed out here, to whom it says and when it says (decision 0063)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.utils import translation

from reprise.audit.actions import LOOKS_MONTHS
from reprise.audit.chain import Handing, handing
from reprise.audit.evidence import at, how_to_verify
from reprise.audit.queries import bearer
from reprise.kernel import clock, evidence
from reprise.law.calendars import months_before

# So far apart are two clocks at most, that of the shop and PostgreSQL's.
_APART: Final = timedelta(hours=1)
_MADE: Final = frozenset({"staff", "staff_id", "at", "copy"})
_WORDS: Final = "what it says on how to verify it"


def handing_of(document: Any) -> Handing | None:
    """That its bytes were handed out, and that what it says of this is so; None: nobody was handed
    them here."""
    found = handing(document[evidence.SEAL], looks_since())
    if found is None or found.wrong:
        return found
    made = document[evidence.MADE]
    viewer = bearer(found.badge)
    if made["staff"] != found.badge or (viewer and made["staff_id"] != str(viewer)):
        return replace(found, wrong=f"it was handed to {found.badge}, and names another one")
    if abs(datetime.fromisoformat(made["at"]) - found.at) > _APART:
        return replace(found, wrong=f"it came here at {at(found.at)}, and names another time")
    if not made.keys() <= _MADE:
        return replace(found, wrong="it says more of who made it than we write")
    return found


def said(found: Handing) -> str:
    when = f"{found.at:%Y-%m-%d %H:%M:%S} UTC"
    return f"It was handed out here by {found.badge}, {when} (number {found.no}), byte for byte"


def looks_since() -> datetime:
    """Looks of before have left."""
    return months_before(clock.now(), LOOKS_MONTHS)


def other_words(document: Any) -> list[str]:
    """What is not compared of a file whose words on how to verify it are none of ours, or were
    others when it was made."""
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            if document["how_to_verify"] == how_to_verify():
                return []
    return [_WORDS]
