"""Whichever country's law a Belgian contract names, in whichever gender and language."""

from __future__ import annotations

import pytest

from reprise.law.be.terms import Finding, Text, lint


@pytest.mark.parametrize(
    "passage",
    [
        "la loi française",
        "la loi grecque",
        "les lois italiennes",
        "les tribunaux tchèques",
        "la jurisprudence luxembourgeoise",
        "la loi de l’Italie",
        "le droit du Portugal",
        "het Portugese recht",
        "Oostenrijkse wetgeving",
        "het recht van Ierland",
        "nach österreichischem Recht",
        "den polnischen Gesetzen",
        "dem Recht Frankreichs",
        "Irish law",
        "the courts of Spain",
    ],
)
def test_the_law_of_a_member_state_is_found(passage: str) -> None:
    assert lint(Text(text=f"… {passage} …")).findings == (Finding.FOREIGN_LAW,)


@pytest.mark.parametrize(
    "passage",
    [
        "la législation suisse",
        "la loi turque",
        "les lois anglaises",
        "le droit des États-Unis",
        "Zwitsers recht",
        "het recht van het Verenigd Koninkrijk",
        "dem Recht der Schweiz",
        "dem Recht des Vereinigten Königreichs",
        "die Gesetze der Vereinigten Staaten",
        "nach US-amerikanischem Recht",
        "the laws of the State of Delaware",
        "Hong Kong law",
    ],
)
def test_the_law_of_a_third_state_is_found(passage: str) -> None:
    assert lint(Text(text=f"… {passage} …")).findings == (Finding.THIRD_STATE_LAW,)


@pytest.mark.parametrize(
    "passage",
    [
        "le droit belge",
        "le droit de la consommation",
        "le droit de rétractation",
        "les lois de l’Union européenne",
        "Belgisch recht",
        "het recht van de consument",
        "belgischem Recht",
        "das Recht des Verbrauchers",
        "Belgian law",
        "the laws of Belgium",
    ],
)
def test_the_contracts_own_law_and_the_buyers_rights_are_not(passage: str) -> None:
    assert lint(Text(text=f"… {passage} …")).findings == ()
