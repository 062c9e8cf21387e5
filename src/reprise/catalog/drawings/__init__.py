"""Devices drawn as SVG from a form and a colour: the shop has no photographs.

`draw` is pure and deterministic, so its result can be stored and served as a file for ever.
Only shape and layout are drawn, never a maker's logo or wordmark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from xml.sax.saxutils import escape

from . import (
    appliances,
    audio,
    consoles,
    desktops,
    homecare,
    laptops,
    phones,
    tablets,
    watches,
)
from .canvas import HEIGHT, WIDTH, Form, Ink

__all__ = ["FORMS", "Form", "draw"]

FORMS: Final[Mapping[str, Form]] = MappingProxyType(
    {
        form.name: form
        for family in (
            phones,
            tablets,
            laptops,
            desktops,
            consoles,
            watches,
            audio,
            appliances,
            homecare,
        )
        for form in family.FORMS
    }
)

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def draw(form: str, hex_colour: str, *, title: str = "") -> str:
    """One complete `<svg>` of 420 x 470 units, at most 2.5 KB, plus the title.

    With a title the drawing is an image named by it, without one it is hidden from assistive
    technology.  Ids depend on form and colour only, so different drawings may stand in one
    document.  Raises ValueError for a form not in `FORMS` or a colour that is not #rrggbb.
    """
    known = FORMS.get(form)
    if known is None:
        raise ValueError(f"no drawing is known for the form {form!r}")
    ink = Ink.of(form, hex_colour, known.mood)
    body = known.paint(ink)
    used = (m for letter, m in ink.definitions().items() if f"#{letter}{ink.key}" in body)
    defs = "".join(used)
    name = escape(_NOT_XML.sub("", title).strip())
    access = f' role="img"><title>{name}</title>' if name else ' aria-hidden="true">'
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" xmlns="http://www.w3.org/2000/svg"{access}'
        f"{f'<defs>{defs}</defs>' if defs else ''}{body}</svg>"
    )
