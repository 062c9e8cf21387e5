"""The sentences that only Portugal needs."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

INVOICE: Final = Sentence(
    en="What the invoice of a device says of its condition",
    fr="Ce que la facture d’un appareil dit de son état",
    nl="Wat de factuur van een toestel over de staat ervan zegt",
    de="Was die Rechnung eines Geräts über seinen Zustand sagt",
)
MENTION: Final = Sentence(
    en="The invoice of a refurbished device carries the word “{mention}”.",
    fr="La facture d’un appareil reconditionné porte le mot « {mention} ».",
    nl="De factuur van een refurbished toestel draagt het woord ‘{mention}’.",
    de="Die Rechnung eines aufbereiteten Geräts trägt das Wort „{mention}“.",
)
NO_MENTION: Final = Sentence(
    en="Only the invoice of a refurbished device carries such a word.",
    fr="Seule la facture d’un appareil reconditionné porte un tel mot.",
    nl="Alleen de factuur van een refurbished toestel draagt zo’n woord.",
    de="Nur die Rechnung eines aufbereiteten Geräts trägt ein solches Wort.",
)
