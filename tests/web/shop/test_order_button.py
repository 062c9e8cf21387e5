"""The shop's order button, held against the law of each language's country."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reprise.law.de import contract as de
from reprise.law.eu import button as eu
from reprise.law.eu.button import Button, ButtonCheck, Verdict
from reprise.law.fr import contract as fr
from reprise.law.nl import contract as nl
from reprise.web.shop.views.checkout import ORDER_BUTTON


@pytest.mark.parametrize(
    ("language", "law"),
    [
        ("fr", fr.button),
        ("de", de.button),
        ("nl", nl.button),
        *((x, eu.button) for x in ORDER_BUTTON),
    ],
)
def test_the_words_are_those_of_the_law(
    language: str, law: Callable[[Button], ButtonCheck]
) -> None:
    assert law(Button(words=ORDER_BUTTON[language])).verdict is Verdict.GOOD
