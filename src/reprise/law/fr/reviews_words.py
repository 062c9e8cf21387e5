"""The sentences of French law on reviews."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

PAGE: Final = Sentence(
    en="What is told about reviews, near each and in their section",
    fr="Ce qui est dit des avis, à proximité et dans leur rubrique",
    nl="Wat over beoordelingen wordt verteld, bij elke en in hun rubriek",
    de="Was über Bewertungen gesagt wird, bei jeder und in ihrem Abschnitt",
)
NEAR: Final = Sentence(
    en="Near each review",
    fr="À proximité de chaque avis",
    nl="Bij elke beoordeling",
    de="In der Nähe jeder Bewertung",
)
SECTION: Final = Sentence(
    en="In the section about reviews",
    fr="Dans la rubrique sur les avis",
    nl="In de rubriek over beoordelingen",
    de="Im Abschnitt über Bewertungen",
)
CHECKS: Final = Sentence(
    en="What whoever publishes and checks reviews owes",
    fr="Ce que doit qui publie et contrôle des avis",
    nl="Wat verschuldigd is wie beoordelingen publiceert en controleert",
    de="Was schuldet, wer Bewertungen veröffentlicht und prüft",
)
CHECKED_OR_NOT: Final = Sentence(
    en="whether reviews are checked",
    fr="l’existence ou non d’un contrôle des avis",
    nl="of beoordelingen worden gecontroleerd",
    de="ob Bewertungen geprüft werden",
)
PUBLISHED: Final = Sentence(
    en="the date of publication",
    fr="la date de publication",
    nl="de datum van publicatie",
    de="das Datum der Veröffentlichung",
)
EXPERIENCED: Final = Sentence(
    en="the date of the consumer's experience",
    fr="la date de l’expérience de consommation",
    nl="de datum van de ervaring van de consument",
    de="das Datum der Erfahrung des Verbrauchers",
)
ORDERED_BY: Final = Sentence(
    en="what orders the reviews, the order of time included",
    fr="les critères de classement des avis, dont le classement chronologique",
    nl="wat de beoordelingen ordent, ook de chronologische volgorde",
    de="wonach Bewertungen geordnet werden, auch die zeitliche Ordnung",
)
REWARDED_OR_NOT: Final = Sentence(
    en="whether anything is given for a review",
    fr="l’existence ou non d’une contrepartie",
    nl="of er iets tegenover een beoordeling staat",
    de="ob für eine Bewertung etwas gegeben wird",
)
PUBLICATION_TIME: Final = Sentence(
    en="the longest time to publication",
    fr="le délai maximum de publication",
    nl="de langste tijd tot publicatie",
    de="die längste Zeit bis zur Veröffentlichung",
)
RETENTION_TIME: Final = Sentence(
    en="how long reviews stand",
    fr="le délai maximum de conservation",
    nl="hoe lang beoordelingen blijven staan",
    de="wie lange Bewertungen stehen bleiben",
)
FEATURES: Final = Sentence(
    en="the main features of the check",
    fr="les caractéristiques principales du contrôle",
    nl="de voornaamste kenmerken van de controle",
    de="die Hauptmerkmale der Prüfung",
)
CONTACT: Final = Sentence(
    en="whether the author can be contacted",
    fr="la possibilité de contacter l’auteur",
    nl="of de auteur kan worden gecontacteerd",
    de="ob der Verfasser kontaktiert werden kann",
)
CHANGE: Final = Sentence(
    en="whether a review can be changed",
    fr="la possibilité de modifier un avis",
    nl="of een beoordeling kan worden gewijzigd",
    de="ob eine Bewertung geändert werden kann",
)
GROUNDS: Final = Sentence(
    en="the grounds of refusal",
    fr="les motifs de refus de publication",
    nl="de weigeringsgronden",
    de="die Ablehnungsgründe",
)
REASONS: Final = Sentence(
    en="that an author is told the reasons of a refusal",
    fr="que l’auteur soit informé des motifs du refus",
    nl="dat een auteur de redenen van een weigering verneemt",
    de="dass ein Verfasser die Gründe der Ablehnung erfährt",
)
DOUBTS: Final = Sentence(
    en="a free function for sellers to report a reasoned doubt",
    fr="une fonctionnalité gratuite pour signaler un doute motivé",
    nl="een gratis functie voor verkopers om gemotiveerde twijfel te melden",
    de="eine kostenlose Funktion, mit der Verkäufer begründete Zweifel melden",
)
