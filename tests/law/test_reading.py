"""What a lawyer writes wrongly is named, whatever YAML made of it."""

from __future__ import annotations

import pytest

from reprise.law.provision import Basis, Sentence, Source
from reprise.law.reading import FactsRefused, facts_of, load
from reprise.law.registry import named
from reprise.law.speech import cited


def test_a_field_that_yaml_reads_as_a_word_of_its_own_is_named_all_the_same() -> None:
    """`on:` is a truth value in YAML, not a text."""
    facts = load("{ended: null, day: 2026-03-02, on: 2026-03-02}")
    with pytest.raises(FactsRefused, match="no such field: on"):
        facts_of(named("eu.trader.retention"), facts)


def test_a_german_reader_sees_the_letter_of_a_french_article_as_it_is() -> None:
    basis = Basis(Sentence.same("Code"), "art. L221-14", Source.OFFICIAL)
    assert cited(basis, "de") == "Code, Art. L221-14"
    assert cited(basis, "fr") == "Code, art. L221-14"


@pytest.mark.parametrize(
    ("article", "said"),
    [
        ("annex V", {"en": "annex V", "fr": "annexe V", "nl": "bijlage V", "de": "Anhang V"}),
        (
            "ann. I, 23c",
            {
                "en": "ann. I, 23c",
                "fr": "ann. I, 23c",
                "nl": "bijlage I, 23c",
                "de": "Anhang I, 23c",
            },
        ),
    ],
)
def test_an_annex_has_its_name_in_each_language(article: str, said: dict[str, str]) -> None:
    basis = Basis(Sentence.same("Code"), article, Source.OFFICIAL)
    assert {each: cited(basis, each) for each in said} == {
        each: f"Code, {words}" for each, words in said.items()
    }
