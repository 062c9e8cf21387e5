"""Words as a search compares them: plain ASCII, lower case, no accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

_WORD: Final = re.compile(r"[a-z0-9]+")
_SIZE: Final = re.compile(r"\b(\d{1,4}) ?(gb|go|tb|to)\b")

# Names by which people call what a category or a maker calls otherwise, in four languages: a
# heading with a word left of the bar is found under the words right of it as well.
_SYNONYMS: Final = (
    "smartphone smartphones | telephone telephones telefoon telefoons telefon handy handys gsm"
    " phone phones mobile mobiel smartphone",
    "laptop laptops | notebook notebooks ordinateur portable pc computer laptop",
    "tablet tablets tablette tablettes | tablette tablet",
    "desktop desktops | ordinateur pc computer desktop rechner",
    "console consoles spelconsoles spielkonsolen | konsole konsolen spelcomputer gaming console",
    "smartwatches smartwatch montres | montre watch horloge uhr uhren smartwatch",
    "televiseur televiseurs televisions televisies fernseher | tele teles tv television televisie"
    " televiseur",
    "casques koptelefoons headphones | casque koptelefoon headphone",
    "ecouteurs oordopjes earbuds | ecouteur oortjes earphones",
    "enceintes luidsprekers lautsprecher speakers | enceinte luidspreker speaker soundbar",
    "aspirateurs stofzuigers staubsauger | aspirateur stofzuiger vacuum hoover",
    "cafe koffiemachines kaffeemaschinen coffee | cafetiere espresso koffie kaffee",
)
SYNONYMS: Final = tuple(
    (frozenset(heading.split()), frozenset(meant.split()))
    for heading, meant in (group.split("|") for group in _SYNONYMS)
)
# Words that say nothing about which device is meant.
_SILENT: Final = (
    "l d le la les un une du de des et en pour avec the a an of for and with het een van voor met"
    " der die das ein eine und fur mit von reconditionne reconditionnee refurbished gereviseerd"
    " generaluberholt occasion gebraucht tweedehands used pas cher goedkoop gunstig cheap"
)
SILENT: Final = frozenset(_SILENT.split())


def plain(text: str) -> str:
    """``Téléviseur`` -> ``televiseur``, ``S22+`` -> ``s22 plus``, ``Größe`` -> ``grosse``."""
    text = unicodedata.normalize("NFKD", text.casefold().replace("+", " plus "))
    return text.encode("ascii", "ignore").decode()


def words(text: str) -> tuple[str, ...]:
    """The words of a name, in order, apostrophes and brackets forgotten."""
    return tuple(_WORD.findall(plain(text.replace("'", "").replace("’", ""))))


def size_word(gigabytes: int) -> str:
    """How a storage size is indexed: ``128gb``; a terabyte is 1024."""
    return f"{gigabytes}gb"


def query_words(text: str) -> tuple[str, ...]:
    """At most eight words of what was typed; ``128 Go`` and ``1 TB`` are one word each."""

    def joined(match: re.Match[str]) -> str:
        size = int(match[1]) * (1024 if match[2] in ("tb", "to") else 1)
        return size_word(size)

    found = _WORD.findall(_SIZE.sub(joined, plain(text[:200].replace("'", " ").replace("’", " "))))
    return tuple(word[:40] for word in found if word not in SILENT)[:8]


def synonyms(of: Iterable[str]) -> frozenset[str]:
    """What else people call a thing whose heading has one of these words."""
    given = frozenset(of)
    return frozenset(word for heading, meant in SYNONYMS if heading & given for word in meant)


_SHORT: Final = {"playstation": "ps"}


def spellings(word: str) -> frozenset[str]:
    """A word of a name as it may be written: in full and short."""
    return frozenset(spelt for pair in _SHORT.items() if word in pair for spelt in pair) | {word}


def index(
    name: str, brand: str, categories: Iterable[Mapping[str, str]]
) -> tuple[tuple[str, ...], dict[str, str]]:
    """(the words of the name, word -> field) for a product: A name, B brand, C category.

    Two neighbours in a name are indexed as one word as well (``iphone13``, ``ps5``), because
    people type them so.
    """
    own = words(name)
    fields: dict[str, str] = {}
    headings = {word for names in categories for text in names.values() for word in words(text)}
    for word in headings | synonyms(headings):
        fields[word] = "C"
    for word in words(brand):
        fields[word] = "B"
    called = [spellings(word) for word in own]
    for one, other in pairwise(called):
        fields.update({a + b: "A" for a in one for b in other})
    for several in called:
        fields.update(dict.fromkeys(several, "A"))
    silent = {word for word, field in fields.items() if field == "C" and word in SILENT}
    return own, {word[:40]: field for word, field in fields.items() if word not in silent}


def vector(fields: Mapping[str, str]) -> str:
    """``fields`` as the text of a tsvector; the words are ASCII letters and digits only."""
    return " ".join(f"'{word}':1{field}" for word, field in sorted(fields.items()))
