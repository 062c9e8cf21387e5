"""The sentences of the law are set like those of the shop: docs/glossary.md, "How sentences are
written"."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType

import reprise.law
from reprise.law.provision import Sentence
from reprise.law.speech import said

NARROW = "\N{NARROW NO-BREAK SPACE}"


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(reprise.law.__path__, "reprise.law."):
        yield importlib.import_module(found.name)


def sentences() -> dict[int, Sentence]:
    """Every sentence that a module names, alone or in a table; statutory texts that are kept word
    for word are plain texts and not among them."""
    kept: dict[int, Sentence] = {}
    for module in modules():
        for value in vars(module).values():
            each = value.values() if isinstance(value, dict) else (value,)
            kept |= {id(one): one for one in each if isinstance(one, Sentence)}
    return kept


SENTENCES = list(sentences().values())


def test_the_sentences_were_found() -> None:
    assert len(SENTENCES) > 800


def test_the_apostrophe_is_a_typographic_one() -> None:
    for sentence in SENTENCES:
        for text in (sentence.fr, sentence.nl):
            assert not re.search(r"\w'|'\w", text), text


def test_french_signs_stand_behind_a_narrow_space() -> None:
    """Before : ; ! ? and inside « », so that no line begins with a sign or ends with a «."""
    for sentence in SENTENCES:
        text = sentence.fr
        assert not re.search(rf"[^{NARROW}][;!?»]|«[^{NARROW}]|\d %", text), text
        assert not re.search(rf"[^{NARROW}]:(?=\s|$)|{NARROW}:(?=\S)", text), text


def test_a_list_of_french_values_is_set_in_the_same_way() -> None:
    """What speech puts between values follows the sentences."""
    parts = Sentence(
        en="{what}.", fr=NARROW.join(("Il manque", ": {what}.")), nl="{what}.", de="{what}."
    )
    assert said(parts(what=("le nom", "l’adresse")), "fr") == (
        f"Il manque{NARROW}: le nom{NARROW}; l’adresse."
    )


def test_german_working_days_are_named() -> None:
    """A Saturday is a Werktag to a German reader; the days that count here end on Friday."""
    told = [each.de for each in SENTENCES if re.search(r"\{\w+\} Werktage", each.de)]
    assert len(told) >= 3
    assert all("Werktagen (Montag bis Freitag)" in each for each in told), told
