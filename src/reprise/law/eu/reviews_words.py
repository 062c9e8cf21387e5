"""The sentences of real reviews."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

GENUINE: Final = Sentence(
    en="That reviews are real",
    fr="Que les avis sont vrais",
    nl="Dat beoordelingen echt zijn",
    de="Dass Bewertungen echt sind",
)
HOW_NOT_TOLD: Final = Sentence(
    en="it is not said whether and how it is ensured that reviews come from buyers",
    fr="il n’est pas dit si et comment on s’assure que les avis émanent d’acheteurs",
    nl="er staat niet of en hoe wordt gewaarborgd dat beoordelingen van kopers komen",
    de="es wird nicht gesagt, ob und wie sichergestellt wird, dass Bewertungen von Käufern stammen",
)
CLAIMED_UNCHECKED: Final = Sentence(
    en="reviews are said to be of buyers and nobody checks it",
    fr="les avis sont dits d’acheteurs et personne ne le vérifie",
    nl="beoordelingen zouden van kopers zijn en niemand controleert het",
    de="Bewertungen sollen von Käufern sein, und niemand prüft es",
)
FALSE_REVIEWS: Final = Sentence(
    en="there are false reviews",
    fr="il y a de faux avis",
    nl="er zijn valse beoordelingen",
    de="es gibt gefälschte Bewertungen",
)
SUPPRESSED: Final = Sentence(
    en="bad reviews are suppressed",
    fr="des avis négatifs sont supprimés",
    nl="slechte beoordelingen worden onderdrukt",
    de="schlechte Bewertungen werden unterdrückt",
)
