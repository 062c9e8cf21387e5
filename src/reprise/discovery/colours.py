"""The colour family by which buyers filter, from the colour that a variant is drawn in."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

from reprise.catalog.drawings.canvas import to_oklch

FAMILIES: Final = (
    "black", "grey", "silver", "white", "gold", "brown",
    "red", "pink", "orange", "yellow", "green", "blue", "purple",
)  # fmt: skip

# Lightness up to which a colour without chroma is black, grey, silver; above it is white.
_NEUTRALS: Final = ((0.42, "black"), (0.70, "grey"), (0.935, "silver"), (1.01, "white"))
# Chroma below which nobody names a hue.
_GREYISH: Final = 0.023
# Hue in degrees (OKLCH) at which each family ends, for colours with a clear hue.
_HUES: Final = (
    (12, "pink"), (40, "red"), (75, "orange"), (118, "yellow"), (190, "green"),
    (285, "blue"), (328, "purple"), (361, "pink"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def family(hex_colour: str) -> str:
    """One of `FAMILIES` for ``#rrggbb``; empty for an empty colour.

    The borders are judgement: a maker's "midnight" is black to whoever looks for a black phone.
    """
    if not hex_colour:
        return ""
    lightness, chroma, radians = to_oklch(hex_colour)
    hue = math.degrees(radians) % 360
    if chroma < _GREYISH or (lightness < 0.30 and chroma < 0.03):
        return next(name for limit, name in _NEUTRALS if lightness < limit)
    name = next(name for limit, name in _HUES if hue < limit)
    if name == "red" and lightness > 0.68:
        return "pink"
    if name in ("orange", "yellow") and chroma < 0.09:
        return "gold" if lightness > 0.62 else "brown"
    return name
