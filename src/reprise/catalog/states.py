"""The grades of a refurbished device's condition."""

from __future__ import annotations

from enum import Enum


class Grade(Enum):
    """From the least to the most perfect look; every grade works fully."""

    FAIR = "fair"
    GOOD = "good"
    VERY_GOOD = "very_good"
    PREMIUM = "premium"
