"""The sentences of how long a platform keeps its records."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

RETENTION: Final = Sentence(
    en="How long a platform keeps its records",
    fr="Combien de temps une plateforme conserve ses registres",
    nl="Hoe lang een platform zijn gegevens bewaart",
    de="Wie lange eine Plattform ihre Aufzeichnungen aufbewahrt",
)
AT_LEAST: Final = Sentence(
    en="Kept for at least {years} years from {event}: not deleted before the end of {until}.",
    fr="Conservé au moins {years} ans à partir du {event} : pas supprimé avant la fin du {until}.",
    nl="Minstens {years} jaar bewaard vanaf {event}: niet verwijderd voor het einde van {until}.",
    de="Mindestens {years} Jahre ab dem {event} aufbewahrt: nicht vor dem Ende des {until} gelöscht.",
)
AT_MOST: Final = Sentence(
    en="For {years} years at most: deleted after {until}.",
    fr="Au plus {years} ans : supprimé après le {until}.",
    nl="Hoogstens {years} jaar: verwijderd na {until}.",
    de="Höchstens {years} Jahre: nach dem {until} gelöscht.",
)
NO_END: Final = Sentence(
    en="No end is set; what names a person still goes as soon as it is no longer needed.",
    fr="Aucun terme n’est fixé ; ce qui désigne une personne part néanmoins dès que ce n’est plus nécessaire.",
    nl="Er is geen einde bepaald; wat een persoon aanduidt, gaat toch weg zodra het niet meer nodig is.",
    de="Ein Ende ist nicht bestimmt; was eine Person nennt, geht dennoch, sobald es nicht mehr gebraucht wird.",
)
PUBLIC: Final = Sentence(
    en="It stays public all that time, in every version.",
    fr="Il reste public pendant tout ce temps, dans chaque version.",
    nl="Het blijft al die tijd openbaar, in elke versie.",
    de="Er bleibt die ganze Zeit öffentlich, in jeder Fassung.",
)
