"""The form itself: what is refused at import, and what every sentence must hold."""

from __future__ import annotations

import string
import subprocess
import sys
from datetime import date

import pytest

from reprise.law import registry
from reprise.law.provision import (
    LANGUAGES,
    Basis,
    Dated,
    Decision,
    NotInForce,
    Sentence,
    Source,
    in_force,
    provision,
)

_NAME = Sentence.same("Name")
_SEED = Basis(_NAME, "art. 1", Source.TERMS, "S1")
_MEMORY = Basis(_NAME, "art. 2", Source.MEMORY)


def test_a_decision_without_a_basis_or_a_reason_is_none() -> None:
    for given in ({"basis": (), "because": (_NAME(),)}, {"basis": (_SEED,), "because": ()}):
        with pytest.raises(ValueError, match="basis and a reason"):
            Decision(**given)  # type: ignore[arg-type]


def test_one_number_from_memory_makes_the_decision_unverified() -> None:
    assert Decision(basis=(_SEED,), because=(_NAME(),)).verified
    decision = Decision(basis=(_SEED, _MEMORY), because=(_NAME(),))
    assert not decision.verified
    assert decision.unverified == (_MEMORY,)


def test_an_open_question_makes_a_read_text_unverified() -> None:
    assert not Basis(_NAME, "art. 3", Source.OFFICIAL, open="which of two readings").verified


def test_the_row_in_force_is_chosen_by_the_day_asked() -> None:
    old, new = Dated(date(2020, 1, 1), 6, _SEED), Dated(date(2022, 1, 1), 12, _SEED)
    assert in_force((old, new), date(2021, 12, 31)) is old
    assert in_force((old, new), date(2022, 1, 1)) is new
    with pytest.raises(NotInForce):
        in_force((old, new), date(2019, 12, 31))


def test_a_key_is_entered_once_with_a_citation_and_words() -> None:
    def silent(facts: date) -> Decision:
        return Decision(basis=(_SEED,), because=(_NAME(),))

    def speaking(facts: date) -> Decision:
        """Says something."""
        return Decision(basis=(_SEED,), because=(_NAME(),))

    taken = registry.provisions()[0].key
    for key, cites, decide in (
        (taken, (_SEED,), speaking),
        ("eu.test.none", (), speaking),
        ("eu.test.none", (_SEED,), silent),
    ):
        with pytest.raises(ValueError):
            provision(key, _NAME, *cites)(decide)


def test_every_sentence_fills_the_same_names_in_every_language() -> None:
    wrong = []
    for name, sentence in _sentences():
        filled = {
            language: {field for _, field, _, _ in string.Formatter().parse(text) if field}
            for language in LANGUAGES
            if (text := getattr(sentence, language)).strip()
        }
        if len(filled) != len(LANGUAGES) or len({frozenset(each) for each in filled.values()}) > 1:
            wrong.append((name, filled))
    assert not wrong


def _sentences() -> list[tuple[str, Sentence]]:
    return [
        (f"{module}.{name}", sentence)
        for module, loaded in sorted(sys.modules.items())
        if module.startswith("reprise.law")
        for name, value in vars(loaded).items()
        for sentence in (value.values() if isinstance(value, dict) else (value,))
        if isinstance(sentence, Sentence)
    ]


def test_a_table_of_words_holds_nothing_else() -> None:
    for module, loaded in sorted(sys.modules.items()):
        if not (module.startswith("reprise.law") and module.endswith("_words")):
            continue
        for name, words in vars(loaded).items():
            if isinstance(words, dict) and name.isupper() and not name.startswith("_"):
                assert all(isinstance(each, Sentence) for each in words.values()), (module, name)


def test_the_law_needs_no_framework() -> None:
    code = (
        "import reprise.law.registry, sys;"
        "print({'django', 'yaml', 'cattrs', 'babel'} & set(sys.modules))"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert said.stdout.strip() == "set()"
