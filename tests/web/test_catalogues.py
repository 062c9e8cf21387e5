"""Every text is translated into every language, with the same places to fill, by the language's own
rules of typography, and one word stands for one thing (docs/glossary.md)."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from tests.catalogues import LOCALE

ROOT = Path(__file__).parent.parent.parent
PLACE = re.compile(r"%\(\w+\)s|%%|</?a\b")


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """What the code says now."""
    target = tmp_path_factory.mktemp("texts") / "django.pot"
    subprocess.run(
        [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", "-F", "babel.cfg",
         "-k", "gettext_noop", "--no-location", "-o", str(target), "."],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    with target.open("rb") as read:
        return read_po(read)


@pytest.mark.parametrize("language", ["fr", "nl", "de"])
def test_every_text_is_translated(texts: Catalog, language: str) -> None:
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as read:
        catalogue = read_po(read, locale=language)
    for message in texts:
        if not message.id:
            continue
        found = catalogue.get(message.id)
        assert found is not None, message.id
        said = [found.string] if isinstance(found.string, str) else list(found.string)
        assert all(said), message.id
        keys = [message.id] if isinstance(message.id, str) else list(message.id)
        for key, text in zip(keys, said, strict=True):
            places = sorted(set(PLACE.findall(key)) - {"%%"})
            assert sorted(set(PLACE.findall(text)) - {"%%"}) == places, text


def said_in(language: str) -> Iterator[str]:
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as read:
        for message in read_po(read, locale=language):
            if message.id:
                yield from [message.string] if isinstance(message.string, str) else message.string


NARROW = "\N{NARROW NO-BREAK SPACE}"


def test_french_signs_stand_behind_a_narrow_space() -> None:
    """Before : ; ! ? and inside « », so that no line begins with a sign or ends with a «."""
    for text in said_in("fr"):
        assert not re.search(rf"[^{NARROW}][;!?»]|«[^{NARROW}]", text), text
        assert not re.search(rf"[^{NARROW}]:(?=\s|$)|{NARROW}:(?=\S)", text), text


# A name may begin with a vowel (Atelier, Amsterdam, alice@...), an amount or a number does not
# elide.
NAMES = "brand|buyer|carrier|category|country|device|email|insurer|name|operator|seller|town|what"


def test_no_french_sentence_needs_an_elision_that_it_cannot_make() -> None:
    elides = re.compile(
        rf"\b(?:[DdLlJjMmTtSsNn]e|la|que|jusque|lorsque|puisque|si) %\((?:{NAMES})\)s"
    )
    for text in said_in("fr"):
        assert not elides.search(text), text


def test_dutch_and_german_quote_in_one_way() -> None:
    for text in said_in("nl"):
        assert not re.search("[“”„«»]", text), text
    for text in said_in("de"):
        assert text.count("„") == text.count("“"), text
        assert not re.search("[”«»]", text), text


# What was once said in two ways, by language: the word that was dropped (docs/glossary.md).
DROPPED = {
    "de": (
        r"\bVersion", "Abholpunkt", "Sendungsnummer", "reserviert, ", "refurbished", "Mittelwert",
        "zurückgezahlt", "Referenz:", r"\bAnteil",
    ),
    "fr": (
        "facteur de qualité", "service de paiement", "numéro de suivi", r"\bport\b", "retenu",
        "délai de paiement est passé",
    ),
    "nl": (
        "[Aa]anmeld", "[Aa]fmeld", "passkey", "[Aa]anvaard", r"\b[Aa]anbod", "bezorg", "volgnummer",
        "opgeknapt", r"in deze staat", "betaaltijd", "munteenheid",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", DROPPED)
def test_one_word_for_one_thing(language: str) -> None:
    for text in said_in(language):
        for word in DROPPED[language]:
            assert not re.search(word, text), (word, text)
