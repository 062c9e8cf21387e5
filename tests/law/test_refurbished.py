"""A forbidden word cannot hide, and a number is no claim."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.law.fr.refurbished import Place, Text, words

CLAIMS = ("comme neuf", "état neuf", "remis à neuf", "like new", "wie neu", "als nieuw")
SELLERS = tuple(each for each in Place if each is not Place.REVIEW)
# Soft hyphen, zero width space, word joiner; they are not seen.
INVISIBLE = ("\u00ad", "\u200b", "\u2060")


@settings(deadline=None)
@given(
    st.sampled_from(CLAIMS),
    st.sampled_from(INVISIBLE),
    st.integers(0, 12),
    st.sampled_from((" ", "-", "\u00a0", "  ", "\u2011")),
    st.booleans(),
    st.sampled_from(SELLERS),
)
def test_signs_that_nobody_sees_hide_nothing(
    claim: str, sign: str, at: int, space: str, loud: bool, place: Place
) -> None:
    hidden = (claim[:at] + sign + claim[at:]).replace(" ", space)
    shown = f"iPhone 12 64 Go, {hidden.upper() if loud else hidden} !"
    assert words(Text(text=shown, place=place)).found
    assert not words(Text(text=shown, place=Place.REVIEW)).found


@pytest.mark.parametrize("unit", ["mois", "ans", "heures", "jours", "euros", "fois", "€", "%"])
@pytest.mark.parametrize(
    "before", ["garanti à", "à", "une garantie de", "presque", "compte comme", "remis à"]
)
def test_nine_of_something_is_no_claim(before: str, unit: str) -> None:
    assert not words(Text(text=f"{before} neuf {unit}", place=Place.TITLE)).found


@pytest.mark.parametrize("part", ["batterie neuve", "coque neuve", "chargeur neuf", "neuer Akku"])
def test_a_new_part_is_no_claim_about_the_device(part: str) -> None:
    assert not words(Text(text=f"Reconditionné, {part} incluse", place=Place.TITLE)).found
