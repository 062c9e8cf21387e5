"""What is written twice is refused with its line, wherever it stands; nothing is read as a day."""

from __future__ import annotations

import re

import pytest

from reprise.kernel.yaml_file import NotYaml, load


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3\n", "“a” stands in line 1 and again in line 3"),
        ("{a: 1, a: 1}", "“a” stands in line 1 and again in line 1"),
        ("x:\n  - {k: 1}\n  - k: 1\n    k: 2\n", "“k” stands in line 3 and again in line 4"),
        ("b: &b {k: 1}\nc: {<<: *b, k: 2, k: 3}\n", "“k” stands in line 2 and again in line 2"),
        ("a: [1\nb: 2", "in line 2"),
        ("? [1, 2]\n: x\n? {}\n: y", "unhashable key in line"),
        ("a: !!int x", "invalid literal"),
        ("a: !!python/object:os.system x", "could not determine a constructor"),
        ("a\x00", "not allowed"),
    ],
)
def test_what_cannot_be_taken_is_named_with_its_line(text: str, said: str) -> None:
    with pytest.raises(NotYaml, match=re.escape(said)) as refusal:
        load(text)
    assert "\n" not in str(refusal.value)


def test_what_is_merged_in_may_be_overruled() -> None:
    text = "b: &b {k: 1, n: 1}\nc: &c {<<: *b, k: 2}\nd: {<<: *c, n: 3}\ne: *c\n"
    assert load(text) == {
        "b": {"k": 1, "n": 1}, "c": {"k": 2, "n": 1}, "d": {"k": 2, "n": 3},
        "e": {"k": 2, "n": 1},
    }  # fmt: skip


def test_days_and_norway_are_texts() -> None:
    assert load("{day: 2026-01-10, country: NO, on: true, off: off, n: 3}") == {
        "day": "2026-01-10", "country": "NO", "on": True, "off": "off", "n": 3
    }  # fmt: skip
