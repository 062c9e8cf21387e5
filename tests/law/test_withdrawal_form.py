"""The model withdrawal form is the law's own text: nobody words, shortens or translates it."""

from __future__ import annotations

import hashlib

import pytest

from reprise.law.eu.withdrawal_form import model_form


@pytest.mark.parametrize(
    ("language", "paragraphs", "digest"),
    [
        # Code de la consommation, annexe à l'article R221-1.
        ("fr", 10, "1060502438171f3c9e16e1be5ba363c2d0db048b9c119017b2c06f81e72bff8d"),
        # EGBGB, Anlage 2.
        ("de", 10, "2265cfee21c73fe535a0f5904e5b01ddffc695fed86b487574cb408c61a4f913"),
    ],
)
def test_the_form_is_word_for_word(language: str, paragraphs: int, digest: str) -> None:
    """Digests of the statutory texts, with one word for the trader in the bracket's place."""
    form = model_form(language, "TRADER")
    assert len(form.split("\n\n")) == paragraphs
    assert hashlib.sha256(form.encode()).hexdigest() == digest


def test_a_form_whose_text_was_not_found_is_not_given_out() -> None:
    for language in ("nl", "en", "es"):
        assert model_form(language, "TRADER") == ""
