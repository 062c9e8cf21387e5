"""Whether a carrier's message is about the parcel that somebody typed its number for: pure."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from reprise.shipping.carriers.base import Area
from reprise.shipping.states import Doubt

# A carrier may tell the beginning of a postcode only; of less than this many characters it could
# be nearly anywhere.
SHORTEST: Final = 4


def same_area(ours: Area, told: Area) -> bool:
    """The same country, and a postcode that begins as the carrier says."""
    begins = _bare(told.postcode)
    return (
        ours.country.upper() == told.country.upper()
        and len(begins) >= SHORTEST
        and _bare(ours.postcode).startswith(begins)
    )


def doubt(
    ours: Area | None, since: datetime | None, told: Area | None, accepted_at: datetime | None
) -> Doubt | None:
    """Why a scan is not about our parcel, which goes to ``ours`` and could not leave before
    ``since`` (None: not known, so that it is not asked); None when it is."""
    if ours is None or told is None or accepted_at is None:
        return Doubt.UNTOLD
    if not same_area(ours, told):
        return Doubt.ELSEWHERE
    if since is not None and accepted_at < since:
        return Doubt.TOO_EARLY
    return None


def _bare(postcode: str) -> str:
    return "".join(letter for letter in postcode.upper() if letter.isalnum())
