"""The sentences of the notice on the legal guarantee and of the label."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

TITLE: Final = Sentence(
    en="Which notice and which label on guarantees stand with an offer",
    fr="Quel avis et quel label de garantie accompagnent une offre",
    nl="Welke kennisgeving en welk label over garanties bij een aanbod staan",
    de="Welche Mitteilung und welches Label zu Garantien bei einem Angebot stehen",
)
NOT_YET: Final = Sentence(
    en="Notice and label are shown from {since} on.",
    fr="L’avis et le label sont à afficher à partir du {since}.",
    nl="Kennisgeving en label worden vanaf {since} getoond.",
    de="Mitteilung und Label werden ab dem {since} gezeigt.",
)
NOTICE_DUE: Final = Sentence(
    en="Since {since} the harmonised notice on the legal guarantee stands with every offer, in colour where it is online.",
    fr="Depuis le {since}, l’avis harmonisé sur la garantie légale accompagne chaque offre, en couleurs lorsqu’elle est en ligne.",
    nl="Sinds {since} staat de geharmoniseerde kennisgeving over de wettelijke garantie bij elk aanbod, in kleur als het online is.",
    de="Seit dem {since} steht die harmonisierte Mitteilung zur gesetzlichen Gewährleistung bei jedem Angebot, online in Farbe.",
)
NO_NOTICE_FILE: Final = Sentence(
    en="Its official file is not at hand, and no version of one's own may stand in for it: a person supplies the file.",
    fr="Son fichier officiel n’est pas disponible, et aucune version maison ne peut le remplacer : une personne doit le fournir.",
    nl="Het officiële bestand is niet voorhanden, en geen eigen versie mag het vervangen: een mens levert het bestand.",
    de="Die amtliche Datei liegt nicht vor, und keine eigene Fassung darf sie ersetzen: Ein Mensch liefert die Datei.",
)
LABEL_DUE: Final = Sentence(
    en="The producer guarantees the durability of the whole device for {lasts}, free of charge: the label says so.",
    fr="Le producteur garantit gratuitement la durabilité de tout l’appareil pendant {lasts} : le label l’indique.",
    nl="De producent waarborgt de duurzaamheid van het hele toestel gedurende {lasts}, kosteloos: het label vermeldt dat.",
    de="Der Hersteller garantiert die Haltbarkeit des ganzen Geräts für {lasts} unentgeltlich: Das Label sagt es.",
)
NO_LABEL: Final = Sentence(
    en="The label is for a producer's guarantee of durability only: free of charge, for the whole device, for more than {lasts}.",
    fr="Le label est réservé à la garantie de durabilité du producteur : gratuite, pour tout l’appareil, de plus de {lasts}.",
    nl="Het label is alleen voor een duurzaamheidsgarantie van de producent: kosteloos, voor het hele toestel, langer dan {lasts}.",
    de="Das Label ist nur für eine Haltbarkeitsgarantie des Herstellers: unentgeltlich, für das ganze Gerät, für mehr als {lasts}.",
)
NO_LABEL_FILE: Final = Sentence(
    en="The official file of the label is not at hand, and no version of one's own may stand in for it.",
    fr="Le fichier officiel du label n’est pas disponible, et aucune version maison ne peut le remplacer.",
    nl="Het officiële bestand van het label is niet voorhanden, en geen eigen versie mag het vervangen.",
    de="Die amtliche Datei des Labels liegt nicht vor, und keine eigene Fassung darf sie ersetzen.",
)
