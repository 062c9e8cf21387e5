"""Tiles as HTML.  Most lists show what other lists have just shown: each tile is rendered once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from markupsafe import Markup

from reprise.discovery.views import Tile
from reprise.web import words
from reprise.web.place import Place

# The first row is drawn at once, the others when they come into view.
AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class _Shown:
    """``text`` is everything that a tile says, and alone what makes two tiles the same."""

    text: tuple[Any, ...]
    tile: Tile = field(compare=False)
    at: Place = field(compare=False)
    lazy: bool


def tiles(found: Sequence[Tile], at: Place) -> Markup:
    """The items of a list of products."""
    return Markup("\n").join(
        _html(_Shown(_text(tile, at), tile, at, lazy=place >= AT_ONCE))
        for place, tile in enumerate(found)
    )


def _text(tile: Tile, at: Place) -> tuple[Any, ...]:
    return (
        at.locale,
        tile.slug,
        tile.variant_slug,
        tile.name,
        tile.form,
        tile.colour_hex,
        tile.storage_gb,
        words.named(tile.colour_names, at.language),
        tile.grade,
        tile.total.minor,
        tile.top_seller,
    )


@lru_cache(maxsize=8192)
def _html(shown: _Shown) -> Markup:
    facts = {"at": shown.at, "lang": shown.at.language, "tile": shown.tile, "lazy": shown.lazy}
    with translation.override(shown.at.language):
        text = render_to_string("components/tile.html", facts, using=shown.at.language)
    return Markup(text)  # noqa: S704  a template of ours, which escapes what it is given
