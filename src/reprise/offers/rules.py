"""What a price contains: pure."""

from __future__ import annotations

from datetime import date
from typing import Final

from reprise.law.fr.private_copy import Device, Levy, Medium, levy

# Departments whose devices the tariff of the private copying levy names.
MEDIA: Final = {"smartphones": Medium.PHONE, "tablets": Medium.TABLET}


def levy_on(department: str, storage_gb: int | None, country: str, day: date) -> Levy | None:
    """What the price of a device contains of the levy (S33); None where nothing is owed."""
    medium = MEDIA.get(department)
    if medium is None or not storage_gb:
        return None
    device = Device(medium=medium, storage_gb=storage_gb, country=country, on=day)
    decision = levy(device)
    return decision if decision.amount else None
