"""Tiles as HTML.  Most lists show what other lists have just shown: each tile is rendered once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils import translation
from markupsafe import Markup

from reprise.discovery.views import Tile
from reprise.kernel.money import Money
from reprise.web.place import Place, place

# The first row is drawn at once, the others when they come into view.
AT_ONCE = 4


def tiles(found: Sequence[Tile], at: Place, fee: Money) -> Markup:
    """The items of a list of products; ``fee`` comes on top of each price, once an order."""
    items = [_html(tile, fee, at.locale, number >= AT_ONCE) for number, tile in enumerate(found)]
    return Markup("\n".join(items))  # noqa: S704  made of templates of ours


@lru_cache(maxsize=8192)
def _html(tile: Tile, fee: Money, locale: str, lazy: bool) -> str:
    """All that a tile shows is in it, and so in what it is kept by."""
    at = place(locale)
    facts = {"at": at, "lang": at.language, "tile": tile, "fee": fee, "lazy": lazy}
    with translation.override(at.language):
        return render_to_string("components/tile.html", facts, using=at.language)
