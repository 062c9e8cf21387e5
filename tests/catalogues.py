"""Texts are tested in all languages, so their catalogues are compiled first."""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import reprise

LOCALE = Path(reprise.__file__).parent / "locale"


def compile_changed() -> None:
    """As `make` does before it runs anything."""
    for source in LOCALE.glob("*/LC_MESSAGES/django.po"):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as read, compiled.open("wb") as write:
            write_mo(write, read_po(read))
