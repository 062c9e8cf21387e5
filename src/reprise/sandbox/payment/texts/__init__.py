"""The page's words in four languages, one file each; a missing one fails at start."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from babel import Locale, UnknownLocaleError

LANGUAGES: Final = ("fr", "nl", "de", "en")


def _read(language: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text("utf-8"))


TEXTS: Final[dict[str, dict[str, Any]]] = {language: _read(language) for language in LANGUAGES}


@lru_cache
def locale_of(language: str) -> Locale:
    """The locale of "fr" or "fr-BE"; the plain language when babel does not know the pair."""
    code, _, country = language.partition("-")
    try:
        return Locale(code, country.upper() or None)
    except UnknownLocaleError:
        return Locale(code)
