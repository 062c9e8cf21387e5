"""Whichever country's law a Belgian contract names, in whichever gender and language."""

from __future__ import annotations

from typing import Final

import pytest
from babel import Locale

from reprise.law.be import states
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


NAMED: Final = {
    "fr": "la loi de {}",
    "nl": "het recht van {}",
    "de": "das Recht von {}",
    "en": "the laws of {}",
}
# Called like a person: "la loi de Maurice".
TOLD_APART: Final = {"DM": "la Dominique", "MU": "l’île Maurice", "SV": "El Salvador"}


def _named(code: str, language: str) -> str | None:
    known = Locale(language).territories.get(code)
    name = TOLD_APART.get(code, known) if language == "fr" else known
    return None if name is None else NAMED[language].format(name)


@pytest.mark.parametrize("language", NAMED)
def test_every_place_of_the_world_is_a_member_state_a_part_of_one_or_a_third_state(
    language: str,
) -> None:
    """By the names of the Unicode locale data, whatever State joins or leaves their list."""
    codes = {str(each) for each in Locale("en").territories if len(str(each)) == 2}
    for code in sorted(codes - states.NO_STATES - {"BE"}):
        passage = _named(code, language)
        if passage is None:
            continue
        within = code in states.MEMBERS | states.PARTS
        expected = Finding.FOREIGN_LAW if within else Finding.THIRD_STATE_LAW
        assert lint(Text(text=f"… {passage} …")).findings == (expected,), passage


def test_adjectives_are_those_of_states() -> None:
    assert states.ADJECTIVES.keys() - states.others() == states.MEMBERS - {"BE"}
    assert states.ALSO.keys() <= states.others() | states.MEMBERS


@pytest.mark.parametrize(
    "passage",
    [
        "le droit de la République populaire de Chine",
        "le droit des Émirats arabes unis",
        "le droit québécois",
        "le Code des obligations suisse",
        "het recht van de Volksrepubliek China",
        "Marokkaans recht",
        "dem Recht der Vereinigten Arabischen Emirate",
        "dem Recht der Republik Korea",
        "schweizerischem Obligationenrecht",
        "den Gesetzen Großbritanniens",
        "the laws of the Russian Federation",
        "the laws of the Commonwealth of Virginia",
        "the laws of the British Virgin Islands",
        "U.S. law",
        "Kenyan law",
        "not Belgian law but Swiss law",
    ],
)
def test_the_law_of_a_third_state_is_found_by_its_other_names(passage: str) -> None:
    assert lint(Text(text=f"… {passage} …")).findings == (Finding.THIRD_STATE_LAW,)


@pytest.mark.parametrize(
    "passage",
    [
        "the courts of Switzerland",
        "les tribunaux turcs",
        "la loi de la Polynésie française",
        "Hollands recht",
    ],
)
def test_foreign_courts_and_parts_of_member_states_are_no_law_of_a_third_state(
    passage: str,
) -> None:
    assert lint(Text(text=f"… {passage} …")).findings == (Finding.FOREIGN_LAW,)


@pytest.mark.parametrize(
    "passage",
    [
        "the law of the land",
        "it gives us laws and courts",
        "the law of the country in which the consumer lives",
        "la loi du pays de résidence du consommateur",
        "la loi de finances",
        "le droit d’auteur",
        "le droit de Dominique et de Maurice",
        "das Recht des Staates, in dem der Verbraucher wohnt",
        "das Recht, Island zu besuchen",
        "het recht van het land van verblijf",
        "international law",
        "the contract is not governed by Swiss law",
        "le contrat n’est pas soumis au droit suisse",
        "de overeenkomst valt niet onder Zwitsers recht",
        "der Vertrag unterliegt nicht schweizerischem Recht",
        "US law on export controls",
        "la loi américaine sur les exportations",
        "a corporation organized under the laws of the State of California",
        "une société constituée selon les lois de l’Angleterre",
        "een vennootschap naar het recht van Zwitserland",
        "eine Gesellschaft nach dem Recht der Schweiz",
    ],
)
def test_what_only_sounds_like_a_choice_of_law_is_not_found(passage: str) -> None:
    assert lint(Text(text=f"… {passage} …")).findings == ()
