"""The sentences of « reconditionné »."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

GATE: Final = Sentence(
    en="What may be called « reconditionné »",
    fr="Ce qui peut être dit « reconditionné »",
    nl="Wat « reconditionné » mag heten",
    de="Was « reconditionné » heißen darf",
)
WORDS: Final = Sentence(
    en="Words that must not be used of a refurbished device",
    fr="Mots interdits à propos d’un appareil reconditionné",
    nl="Woorden die niet mogen over een refurbished toestel",
    de="Wörter, die über ein wiederaufbereitetes Gerät nicht fallen dürfen",
)
IN_FRANCE: Final = Sentence(
    en="Whether one may say « reconditionné en France »",
    fr="Si l’on peut dire « reconditionné en France »",
    nl="Of men « reconditionné en France » mag zeggen",
    de="Ob man « reconditionné en France » sagen darf",
)
USED: Final = Sentence(
    en="that the product is a used one",
    fr="que le produit soit d’occasion",
    nl="dat het product tweedehands is",
    de="dass das Produkt gebraucht ist",
)
BY_A_PROFESSIONAL: Final = Sentence(
    en="that a professional did the work",
    fr="qu’un professionnel ait fait le travail",
    nl="dat een professional het werk deed",
    de="dass ein Fachbetrieb die Arbeit tat",
)
TESTED: Final = Sentence(
    en="tests of all functions",
    fr="des tests sur toutes les fonctionnalités",
    nl="tests van alle functies",
    de="Prüfungen aller Funktionen",
)
REPAIRED: Final = Sentence(
    en="the interventions that the tests showed to be needed",
    fr="les interventions que les tests ont révélées nécessaires",
    nl="de ingrepen die volgens de tests nodig waren",
    de="die Eingriffe, die nach den Prüfungen nötig waren",
)
ERASED: Final = Sentence(
    en="the erasure of all data before the change of owner",
    fr="l’effacement de toutes les données avant le changement de propriétaire",
    nl="het wissen van alle gegevens vóór de eigenaarswissel",
    de="die Löschung aller Daten vor dem Eigentümerwechsel",
)
A_REVIEW_MAY: Final = Sentence(
    en="A buyer's own review may say so, and is not removed for it.",
    fr="L’avis d’un acheteur peut le dire, et n’est pas supprimé pour cela.",
    nl="De eigen beoordeling van een koper mag het zeggen en wordt er niet om verwijderd.",
    de="Die eigene Bewertung eines Käufers darf das sagen und wird deshalb nicht entfernt.",
)
FORBIDDEN: Final = Sentence(
    en="These words liken a refurbished device to a new one, which is forbidden: {words}.",
    fr="Ces mots assimilent un appareil reconditionné à un appareil neuf, ce qui est interdit : {words}.",
    nl="Deze woorden stellen een refurbished toestel gelijk aan een nieuw, wat verboden is: {words}.",
    de="Diese Wörter stellen ein wiederaufbereitetes Gerät einem neuen gleich, was verboten ist: {words}.",
)
ALLOWED: Final = Sentence(
    en="No word likens the device to a new one.",
    fr="Aucun mot n’assimile l’appareil à un appareil neuf.",
    nl="Geen woord stelt het toestel gelijk aan een nieuw.",
    de="Kein Wort stellt das Gerät einem neuen gleich.",
)
ALL_IN_FRANCE: Final = Sentence(
    en="All operations were done in France.",
    fr="Toutes les opérations ont été faites en France.",
    nl="Alle bewerkingen zijn in Frankrijk gedaan.",
    de="Alle Arbeiten wurden in Frankreich ausgeführt.",
)
ELSEWHERE: Final = Sentence(
    en="Not all operations were done in France; elsewhere: {what}.",
    fr="Toutes les opérations n’ont pas été faites en France ; ailleurs : {what}.",
    nl="Niet alle bewerkingen zijn in Frankrijk gedaan; elders: {what}.",
    de="Nicht alle Arbeiten wurden in Frankreich ausgeführt; anderswo: {what}.",
)
NOTHING_KNOWN: Final = Sentence(
    en="Where the operations were done is not known.",
    fr="On ne sait pas où les opérations ont été faites.",
    nl="Waar de bewerkingen zijn gedaan is niet bekend.",
    de="Wo die Arbeiten ausgeführt wurden, ist nicht bekannt.",
)
