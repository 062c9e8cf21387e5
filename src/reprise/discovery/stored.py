"""Candidates as buy boxes and decisions store them."""

from __future__ import annotations

import json
from typing import Any, Final
from uuid import UUID

from reprise.discovery.rules import Candidate

# What of a stored candidate decides, and so is kept with a decision.
DECIDING: Final = ("offer", "seller", "price", "shipping", "tallies", "rates")


def candidate(stored: dict[str, Any]) -> Candidate:
    """A candidate from its JSON: ids, minor units, ppm."""
    first, second, third, fourth, fifth = stored["rates"]
    return Candidate(
        UUID(stored["offer"]),
        UUID(stored["seller"]),
        stored["price"],
        stored["shipping"],
        (first, second, third, fourth, fifth),
    )


def loaded(value: Any) -> Any:
    """A jsonb value of a plain cursor: Django's connections hand it over as text."""
    return json.loads(value) if isinstance(value, str) else value
