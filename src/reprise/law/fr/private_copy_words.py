"""The sentences of the levy for private copying."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

LEVY: Final = Sentence(
    en="The levy for private copying on a refurbished device",
    fr="La rémunération pour copie privée sur un appareil reconditionné",
    nl="De vergoeding voor kopiëren voor privégebruik op een refurbished toestel",
    de="Die Vergütung für Privatkopien auf ein aufbereitetes Gerät",
)
OWED: Final = Sentence(
    en="A refurbished device with {storage} GB, delivered in France: {amount} without VAT.",
    fr="Un appareil reconditionné de {storage} Go, livré en France : {amount} hors taxe.",
    nl="Een refurbished toestel met {storage} GB, geleverd in Frankrijk: {amount} zonder btw.",
    de="Ein aufbereitetes Gerät mit {storage} GB, nach Frankreich geliefert: {amount} ohne Umsatzsteuer.",
)
ELSEWHERE: Final = Sentence(
    en="The device is delivered in another country than France: nothing is owed there.",
    fr="L’appareil est livré dans un autre pays que la France : rien n’y est dû.",
    nl="Het toestel wordt in een ander land dan Frankrijk geleverd: daar is niets verschuldigd.",
    de="Das Gerät wird in ein anderes Land als Frankreich geliefert: dort ist nichts geschuldet.",
)
PROFESSIONAL: Final = Sentence(
    en="The device is bought for professional use, which is exempt or refunded.",
    fr="L’appareil est acheté pour un usage professionnel, exonéré ou remboursé.",
    nl="Het toestel wordt voor beroepsgebruik gekocht, wat is vrijgesteld of wordt terugbetaald.",
    de="Das Gerät wird für berufliche Zwecke gekauft, was befreit ist oder erstattet wird.",
)
