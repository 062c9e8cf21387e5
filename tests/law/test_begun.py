"""A law’s name begins a sentence with a capital; inside of one it is as its language has it."""

from __future__ import annotations

import pytest

from reprise.law.instruments import GDPR
from reprise.law.provision import Basis, Source
from reprise.law.speech import begun, cited


@pytest.mark.parametrize(
    ("language", "inside", "first"),
    [
        ("fr", "règlement (UE) 2016/679", "Règlement (UE) 2016/679"),
        ("en", "Regulation (EU) 2016/679", "Regulation (EU) 2016/679"),
    ],
)
def test_begun(language: str, inside: str, first: str) -> None:
    text = cited(Basis(GDPR, "art. 17(1)", Source.MEMORY), language)
    assert text.startswith(inside)
    assert begun(text) == first + text[len(inside) :]
    assert begun("") == ""
