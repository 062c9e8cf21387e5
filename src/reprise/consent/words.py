"""The words of the question, in four languages: all that is shown stands in the notice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reprise.law.provision import Sentence

HEADING: Final = Sentence(
    en="May others keep data on your device and read it?",
    fr="D’autres peuvent-ils conserver et lire des données sur votre appareil ?",
    nl="Mogen anderen gegevens op uw apparaat bewaren en lezen?",
    de="Dürfen andere Daten auf Ihrem Gerät speichern und lesen?",
)
LEAD: Final = Sentence(
    en="Only if you agree. Everything in the shop works without it, and you can change your mind at any time under “My choices”, at the foot of every page.",
    fr="Seulement si vous l’acceptez. Toute la boutique fonctionne sans cela, et vous pouvez changer d’avis à tout moment sous « Mes choix », en bas de chaque page.",
    nl="Alleen als u dat goedvindt. Alles in de winkel werkt ook zonder, en u kunt zich altijd bedenken onder ‘Mijn keuzes’, onderaan elke pagina.",
    de="Nur wenn Sie zustimmen. Alles im Shop geht auch ohne, und Sie können es sich jederzeit anders überlegen: unter „Meine Auswahl“, unten auf jeder Seite.",
)
PARTNERS: Final = Sentence(en="By:", fr="Par :", nl="Door:", de="Durch:")
DETAILS: Final = Sentence(
    en="What each of them keeps and reads, and for how long",
    fr="Ce que chacun conserve et lit, et combien de temps",
    nl="Wat elk van hen bewaart en leest, en hoelang",
    de="Was sie jeweils speichern und lesen, und wie lange",
)
ACCEPT: Final = Sentence(
    en="Accept all", fr="Tout accepter", nl="Alles accepteren", de="Alles annehmen"
)
REFUSE: Final = Sentence(
    en="Refuse all", fr="Tout refuser", nl="Alles weigeren", de="Alles ablehnen"
)
CHOOSE: Final = Sentence(en="Choose", fr="Choisir", nl="Kiezen", de="Auswählen")
# Everything of the question that is not about one purpose or partner.
NOTICE: Final[Mapping[str, Sentence]] = {
    "heading": HEADING,
    "lead": LEAD,
    "partners": PARTNERS,
    "details": DETAILS,
    "accept": ACCEPT,
    "refuse": REFUSE,
    "choose": CHOOSE,
}
