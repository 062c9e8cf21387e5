"""The sentences of what a refurbished device spares the climate."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

SHOWN: Final = Sentence(
    en="What may be said of a refurbished device's impact",
    fr="Ce qui peut être dit de l’impact d’un appareil reconditionné",
    nl="Wat mag worden gezegd over de impact van een refurbished toestel",
    de="Was über die Wirkung eines aufbereiteten Geräts gesagt werden darf",
)
DEVICE: Final = Sentence(
    en="Producing a new smartphone of {grams} g emits {new}; refurbishing one, {refurbished}; parts replaced in this one, {parts}. Difference: {spared} (production of one device; {source}, {year}).",
    fr="Produire un smartphone neuf de {grams} g émet {new} ; en reconditionner un, {refurbished} ; les pièces remplacées dans celui-ci, {parts}. Différence : {spared} (production d’un appareil ; {source}, {year}).",
    nl="Een nieuwe smartphone van {grams} g maken stoot {new} uit; er een refurbishen {refurbished}; vervangen onderdelen in dit toestel {parts}. Verschil: {spared} (productie van één toestel; {source}, {year}).",
    de="Ein neues Smartphone von {grams} g herzustellen verursacht {new}; eines aufzubereiten {refurbished}; in diesem ersetzte Teile {parts}. Unterschied: {spared} (Herstellung eines Geräts; {source}, {year}).",
)
YEARLY: Final = Sentence(
    en="A refurbished {device} used instead of a new one spares {each} a year. Years of use: {years}; parts replaced: {parts}; spared in all: {spared} ({source}, {year}).",
    fr="Un {device} reconditionné utilisé à la place d’un neuf évite {each} par an. Années d’utilisation : {years} ; pièces remplacées : {parts} ; évité en tout : {spared} ({source}, {year}).",
    nl="Een refurbished {device} in plaats van een nieuw toestel bespaart {each} per jaar. Gebruiksjaren: {years}; vervangen onderdelen: {parts}; in totaal bespaard: {spared} ({source}, {year}).",
    de="Ein aufbereitetes {device} statt eines neuen vermeidet {each} im Jahr. Nutzungsjahre: {years}; ersetzte Teile: {parts}; insgesamt vermieden: {spared} ({source}, {year}).",
)
NO_FIGURE: Final = Sentence(
    en="No published figure was found for this device: nothing is said.",
    fr="Aucun chiffre publié n’a été trouvé pour cet appareil : rien n’est affirmé.",
    nl="Voor dit toestel is geen gepubliceerd cijfer gevonden: er wordt niets beweerd.",
    de="Für dieses Gerät wurde keine veröffentlichte Zahl gefunden: Es wird nichts behauptet.",
)
NOTHING_SPARED: Final = Sentence(
    en="The parts replaced emitted at least as much as is spared: nothing is claimed.",
    fr="Les pièces remplacées ont émis au moins autant que ce qui est évité : rien n’est affirmé.",
    nl="De vervangen onderdelen hebben minstens zoveel uitgestoten als er wordt bespaard: er wordt niets beweerd.",
    de="Die ersetzten Teile haben mindestens so viel verursacht, wie vermieden wird: Es wird nichts behauptet.",
)
SMARTPHONE: Final = Sentence("smartphone", "smartphone", "smartphone", "Smartphone")
LAPTOP: Final = Sentence("laptop", "ordinateur portable", "laptop", "Notebook")
MASS: Final = Sentence("{kg} kg CO₂e", "{kg} kg CO₂e", "{kg} kg CO₂e", "{kg} kg CO₂e")
