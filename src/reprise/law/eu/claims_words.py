"""The sentences of environmental claims."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

WORDS: Final = Sentence(
    en="Environmental claims in words",
    fr="Les allégations environnementales en mots",
    nl="Milieuclaims in woorden",
    de="Umweltaussagen in Worten",
)
BADGE: Final = Sentence(
    en="What stands beside a figure on environmental impact",
    fr="Ce qui accompagne un chiffre sur l’impact environnemental",
    nl="Wat er bij een cijfer over milieu-impact staat",
    de="Was neben einer Zahl zur Umweltwirkung steht",
)
NEUTRAL: Final = Sentence(
    en="That a product is neutral because its emissions are offset must not be claimed: {words}.",
    fr="Il est interdit d’affirmer qu’un produit est neutre parce que ses émissions sont compensées : {words}.",
    nl="Men mag niet beweren dat een product neutraal is omdat de uitstoot is gecompenseerd: {words}.",
    de="Es darf nicht behauptet werden, ein Produkt sei neutral, weil seine Emissionen kompensiert sind: {words}.",
)
PART: Final = Sentence(
    en="What is true of a part must not be claimed of the whole product: {words}.",
    fr="Ce qui vaut pour une partie ne peut être affirmé du produit entier : {words}.",
    nl="Wat voor een onderdeel geldt, mag niet van het hele product worden beweerd: {words}.",
    de="Was für einen Teil gilt, darf nicht vom ganzen Produkt behauptet werden: {words}.",
)
GENERIC: Final = Sentence(
    en="A general environmental claim needs recognised excellent environmental performance behind it: {words}.",
    fr="Une allégation environnementale générique suppose une excellente performance environnementale reconnue : {words}.",
    nl="Een generieke milieuclaim vergt erkende uitstekende milieuprestaties: {words}.",
    de="Eine allgemeine Umweltaussage setzt eine anerkannte hervorragende Umweltleistung voraus: {words}.",
)
LOOK: Final = Sentence(
    en="A colour or a claim? A person has to look: {words}.",
    fr="Une couleur ou une allégation ? Une personne doit regarder : {words}.",
    nl="Een kleur of een claim? Een mens moet kijken: {words}.",
    de="Eine Farbe oder eine Aussage? Ein Mensch muss hinsehen: {words}.",
)
FINE: Final = Sentence(
    en="Nothing general is claimed without something behind it.",
    fr="Rien de générique n’est affirmé sans fondement.",
    nl="Er wordt niets algemeens beweerd zonder grond.",
    de="Es wird nichts Allgemeines ohne Grundlage behauptet.",
)
NUMBER: Final = Sentence(en="the number", fr="le nombre", nl="het getal", de="die Zahl")
UNIT: Final = Sentence(en="its unit", fr="son unité", nl="de eenheid", de="ihre Einheit")
BASELINE: Final = Sentence(
    en="what it is compared with",
    fr="ce à quoi il est comparé",
    nl="waarmee wordt vergeleken",
    de="womit verglichen wird",
)
FUNCTIONAL_UNIT: Final = Sentence(
    en="the use for which it holds",
    fr="l’usage pour lequel il vaut",
    nl="het gebruik waarvoor het geldt",
    de="die Nutzung, für die sie gilt",
)
SOURCE: Final = Sentence(en="its source", fr="sa source", nl="de bron", de="ihre Quelle")
DATE: Final = Sentence(en="its date", fr="sa date", nl="de datum", de="ihr Datum")
