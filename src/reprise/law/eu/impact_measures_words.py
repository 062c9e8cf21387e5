"""The sentences of water, raw material, waste, ranges and sums."""

from __future__ import annotations

from typing import Final

from reprise.law.eu.impact_words import LAPTOP, SMARTPHONE
from reprise.law.provision import Sentence

RESOURCE: Final = Sentence(
    en="What may be said of the water, raw material and waste that a refurbished device spares",
    fr="Ce qui peut être dit de l’eau, des matières premières et des déchets qu’un appareil reconditionné évite",
    nl="Wat mag worden gezegd over water, grondstoffen en afval die een refurbished toestel bespaart",
    de="Was über Wasser, Rohstoffe und Abfall gesagt werden darf, die ein aufbereitetes Gerät vermeidet",
)
DEVICE: Final = Sentence(
    en="{what}, for producing a new smartphone of {grams} g: {new}; for refurbishing one: {refurbished}; for the parts replaced in this one: {parts}. Difference: {spared} (production of one device; {source}, {year}).",
    fr="{what}, pour produire un smartphone neuf de {grams} g : {new} ; pour en reconditionner un : {refurbished} ; pour les pièces remplacées dans celui-ci : {parts}. Différence : {spared} (production d’un appareil ; {source}, {year}).",
    nl="{what}, om een nieuwe smartphone van {grams} g te maken: {new}; om er een te refurbishen: {refurbished}; voor vervangen onderdelen in dit toestel: {parts}. Verschil: {spared} (productie van één toestel; {source}, {year}).",
    de="{what}, um ein neues Smartphone von {grams} g herzustellen: {new}; um eines aufzubereiten: {refurbished}; für die in diesem ersetzten Teile: {parts}. Unterschied: {spared} (Herstellung eines Geräts; {source}, {year}).",
)
AVOIDED: Final = Sentence(
    en="{what} avoided by refurbishing a smartphone of {grams} g: {each}; parts replaced in this one: {parts}. Difference: {spared} (one device; {source}, {year}).",
    fr="{what} évités en reconditionnant un smartphone de {grams} g : {each} ; pièces remplacées dans celui-ci : {parts}. Différence : {spared} (un appareil ; {source}, {year}).",
    nl="{what} vermeden door een smartphone van {grams} g te refurbishen: {each}; vervangen onderdelen in dit toestel: {parts}. Verschil: {spared} (één toestel; {source}, {year}).",
    de="{what}, vermieden durch Aufbereiten eines Smartphones von {grams} g: {each}; in diesem ersetzte Teile: {parts}. Unterschied: {spared} (ein Gerät; {source}, {year}).",
)
YEARLY: Final = Sentence(
    en="{what} that a refurbished {device} used instead of a new one spares in a year: {each}. Years of use: {years}; parts replaced: {parts}; spared in all: {spared} ({source}, {year}).",
    fr="{what} qu’un {device} reconditionné utilisé à la place d’un neuf évite en un an : {each}. Années d’utilisation : {years} ; pièces remplacées : {parts} ; évité en tout : {spared} ({source}, {year}).",
    nl="{what}, in een jaar bespaard door een refurbished {device} in plaats van een nieuw toestel: {each}. Gebruiksjaren: {years}; vervangen onderdelen: {parts}; in totaal bespaard: {spared} ({source}, {year}).",
    de="{what}, die ein aufbereitetes {device} statt eines neuen in einem Jahr vermeidet: {each}. Nutzungsjahre: {years}; ersetzte Teile: {parts}; insgesamt vermieden: {spared} ({source}, {year}).",
)
NO_FIGURE: Final = Sentence(
    en="No published figure was found for this: nothing is said.",
    fr="Aucun chiffre publié n’a été trouvé : rien n’est affirmé.",
    nl="Hiervoor is geen gepubliceerd cijfer gevonden: er wordt niets beweerd.",
    de="Hierfür wurde keine veröffentlichte Zahl gefunden: Es wird nichts behauptet.",
)
NOTHING_SPARED: Final = Sentence(
    en="The parts replaced took or became at least as much as is spared: nothing is claimed.",
    fr="Les pièces remplacées ont demandé ou laissé au moins autant que ce qui est évité : rien n’est affirmé.",
    nl="De vervangen onderdelen hebben minstens zoveel gevergd of achtergelaten als er wordt bespaard: er wordt niets beweerd.",
    de="Die ersetzten Teile haben mindestens so viel gebraucht oder hinterlassen, wie vermieden wird: Es wird nichts behauptet.",
)
RESOURCES: Final = {
    "water": Sentence("Water", "Eau", "Water", "Wasser"),
    "raw_material": Sentence(
        "Raw material", "Matières premières", "Grondstoffen", "Menge an Rohstoffen"
    ),
    "electronic_waste": Sentence(
        "Electronic waste",
        "Déchets électroniques",
        "Elektronisch afval",
        "Menge an Elektronikabfall",
    ),
}
PRODUCTS: Final = {
    "smartphone": SMARTPHONE,
    "tablet": Sentence("tablet", "tablette", "tablet", "Tablet"),
    "laptop": LAPTOP,
    "desktop": Sentence(
        "desktop computer", "ordinateur de bureau", "desktopcomputer", "Tischrechner"
    ),
}
LITRES: Final = Sentence.same("{litres} L")
KILOGRAMS: Final = Sentence.same("{kg} kg")
RANGE: Final = Sentence(
    en="Which share of a year's impact may be said to be avoided",
    fr="Quelle part de l’impact annuel peut être dite évitée",
    nl="Welk deel van de jaarlijkse impact vermeden mag heten",
    de="Welcher Anteil der jährlichen Wirkung vermieden genannt werden darf",
)
RANGE_OF_MOBILE: Final = Sentence(
    en="Refurbished instead of new ({device}): a year of use has {low} to {high} per cent less impact, over a first life of 3 years and a second of {second} ({source}; the date of the page was not noted).",
    fr="Reconditionné plutôt que neuf ({device}) : une année d’utilisation a de {low} à {high} pour cent d’impact en moins, sur une première vie de 3 ans et une seconde de {second} ({source} ; la date de la page n’a pas été relevée).",
    nl="Refurbished in plaats van nieuw ({device}): een gebruiksjaar heeft {low} tot {high} procent minder impact, over een eerste leven van 3 jaar en een tweede van {second} ({source}; de datum van de pagina is niet genoteerd).",
    de="Aufbereitet statt neu ({device}): Ein Nutzungsjahr hat {low} bis {high} Prozent weniger Wirkung, bei einem ersten Leben von 3 Jahren und einem zweiten von {second} ({source}; das Datum der Seite wurde nicht festgehalten).",
)
RANGE_OF_COMPUTER: Final = Sentence(
    en="Refurbished instead of new ({device}): a year of use has {low} to {high} per cent less impact, over a first life of 4 to 5 years and a second of {second} ({source}; the date of the page was not noted).",
    fr="Reconditionné plutôt que neuf ({device}) : une année d’utilisation a de {low} à {high} pour cent d’impact en moins, sur une première vie de 4 à 5 ans et une seconde de {second} ({source} ; la date de la page n’a pas été relevée).",
    nl="Refurbished in plaats van nieuw ({device}): een gebruiksjaar heeft {low} tot {high} procent minder impact, over een eerste leven van 4 tot 5 jaar en een tweede van {second} ({source}; de datum van de pagina is niet genoteerd).",
    de="Aufbereitet statt neu ({device}): Ein Nutzungsjahr hat {low} bis {high} Prozent weniger Wirkung, bei einem ersten Leben von 4 bis 5 Jahren und einem zweiten von {second} ({source}; das Datum der Seite wurde nicht festgehalten).",
)
LESS: Final = Sentence(
    en="Many parts replaced, new accessories or a distant refurbishing make the benefit smaller, by a factor of {least} to {most}: no share is claimed.",
    fr="Beaucoup de pièces remplacées, des accessoires neufs ou un reconditionnement lointain réduisent le bénéfice, d’un facteur {least} à {most} : aucune part n’est affirmée.",
    nl="Veel vervangen onderdelen, nieuwe accessoires of refurbishen ver weg maken het voordeel kleiner, met een factor {least} tot {most}: er wordt geen aandeel beweerd.",
    de="Viele ersetzte Teile, neues Zubehör oder eine weit entfernte Aufbereitung verringern den Nutzen um den Faktor {least} bis {most}: Es wird kein Anteil behauptet.",
)
TOGETHER: Final = Sentence(
    en="What may be said of several devices together",
    fr="Ce qui peut être dit de plusieurs appareils ensemble",
    nl="Wat mag worden gezegd over meerdere toestellen samen",
    de="Was über mehrere Geräte zusammen gesagt werden darf",
)
TWO_SETS: Final = Sentence(
    en="Figures for one device and figures for a year of use say the same twice: they are not added, and nothing is said.",
    fr="Les chiffres par appareil et les chiffres par année d’utilisation disent deux fois la même chose : ils ne s’additionnent pas, et rien n’est affirmé.",
    nl="Cijfers per toestel en cijfers per gebruiksjaar zeggen twee keer hetzelfde: ze worden niet opgeteld, en er wordt niets beweerd.",
    de="Zahlen je Gerät und Zahlen je Nutzungsjahr sagen dasselbe zweimal: Sie werden nicht addiert, und es wird nichts behauptet.",
)
SUM: Final = Sentence(
    en="Devices with a published figure: {count} of {all}. Spared by these in all: {spared} ({source}, {year}).",
    fr="Appareils dont un chiffre est publié : {count} sur {all}. Évité par ceux-ci en tout : {spared} ({source}, {year}).",
    nl="Toestellen met een gepubliceerd cijfer: {count} van {all}. Daardoor in totaal bespaard: {spared} ({source}, {year}).",
    de="Geräte mit einer veröffentlichten Zahl: {count} von {all}. Von diesen insgesamt vermieden: {spared} ({source}, {year}).",
)
