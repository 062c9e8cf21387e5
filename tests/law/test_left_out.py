"""What is left out is told in the reference, each in one line that can be read alone."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from reprise.law import table
from reprise.law.left_out import LEFT_OUT, Omission
from reprise.law.registry import named, provisions

_KEY = re.compile(r"`([a-z0-9_]+(?:\.[a-z0-9_]+)+)`")


@pytest.mark.parametrize("each", LEFT_OUT, ids=lambda each: each.what)
def test_an_omission_is_a_row_of_the_reference(each: Omission) -> None:
    (row,) = [line for line in table.markdown().splitlines() if f"| {each.what} |" in line]
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells == [each.country, each.what, each.why.value, each.meanwhile]
    assert each.meanwhile.endswith(".")
    assert not each.what.endswith(".")


def test_nothing_is_left_out_twice() -> None:
    assert not [
        what for what, count in Counter(each.what for each in LEFT_OUT).items() if count > 1
    ]


def test_what_is_named_meanwhile_exists() -> None:
    """`eu.repair` names a topic, `be.conformity.durability` a provision."""
    topics = {each.key.rpartition(".")[0] for each in provisions()}
    for each in LEFT_OUT:
        for name in _KEY.findall(each.meanwhile):
            assert name in topics or named(name)
