"""The sentences of how long personal data is kept."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

RETENTION: Final = Sentence(
    en="How long a kind of data is kept in France",
    fr="Combien de temps une catégorie de données est conservée en France",
    nl="Hoe lang een soort gegevens in Frankrijk wordt bewaard",
    de="Wie lange eine Art von Daten in Frankreich aufbewahrt wird",
)
KEPT: Final = Sentence(
    en="Kept for {months} months from {event}: until the end of {until}, then deleted.",
    fr="Conservé {months} mois à partir du {event} : jusqu’à la fin du {until}, puis supprimé.",
    nl="{months} maanden bewaard vanaf {event}: tot het einde van {until}, daarna verwijderd.",
    de="{months} Monate ab dem {event} aufbewahrt: bis zum Ende des {until}, dann gelöscht.",
)
KEPT_YEARS: Final = Sentence(
    en="Kept for {years} years from {event}: until the end of {until}, then deleted.",
    fr="Conservé {years} ans à partir du {event} : jusqu’à la fin du {until}, puis supprimé.",
    nl="{years} jaar bewaard vanaf {event}: tot het einde van {until}, daarna verwijderd.",
    de="{years} Jahre ab dem {event} aufbewahrt: bis zum Ende des {until}, dann gelöscht.",
)
FINANCIAL_YEAR: Final = Sentence(
    en="The period runs from the end of the financial year, {event}.",
    fr="Le délai court à partir de la clôture de l’exercice, le {event}.",
    nl="De termijn loopt vanaf het einde van het boekjaar, {event}.",
    de="Die Frist läuft ab dem Ende des Geschäftsjahres, {event}.",
)
SMALL_CONTRACT: Final = Sentence(
    en="The contract is worth less than {limit}: no archive of it is imposed.",
    fr="Le contrat vaut moins de {limit} : son archivage n’est pas imposé.",
    nl="Het contract is minder waard dan {limit}: archivering is niet opgelegd.",
    de="Der Vertrag ist weniger wert als {limit}: Seine Archivierung ist nicht vorgeschrieben.",
)
ARCHIVED: Final = Sentence(
    en="Once it is no longer used day to day, it moves to an archive with access of its own.",
    fr="Dès qu’il ne sert plus au quotidien, il passe dans une archive à accès distinct.",
    nl="Zodra het niet meer dagelijks wordt gebruikt, gaat het naar een archief met eigen toegang.",
    de="Sobald es nicht mehr laufend gebraucht wird, wandert es in ein Archiv mit eigenem Zugang.",
)
