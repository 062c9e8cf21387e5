"""The sentences of what the platform earns."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

COMMISSION: Final = Sentence(
    en="The commission on a confirmed transaction",
    fr="La commission sur une transaction confirmée",
    nl="De commissie op een bevestigde transactie",
    de="Die Provision auf eine bestätigte Transaktion",
)
CREDIT: Final = Sentence(
    en="The commission given back with a refund",
    fr="La commission rendue avec un remboursement",
    nl="De commissie die met een terugbetaling teruggaat",
    de="Die Provision, die mit einer Rückzahlung zurückgeht",
)
SHARE: Final = Sentence(
    en="{rate} of {base}, the price and the delivery with VAT: {commission}.",
    fr="{rate} de {base}, prix et livraison TTC : {commission}.",
    nl="{rate} van {base}, prijs en levering met btw: {commission}.",
    de="{rate} von {base}, Preis und Lieferung mit Umsatzsteuer: {commission}.",
)
GIVEN_BACK: Final = Sentence(
    en="{refunded} of {base} go back to the buyer, so {credit} of the commission of {commission} to the seller.",
    fr="{refunded} sur {base} reviennent à l’acheteur, donc {credit} de la commission de {commission} au vendeur.",
    nl="{refunded} van {base} gaan terug naar de koper, dus {credit} van de commissie van {commission} naar de verkoper.",
    de="{refunded} von {base} gehen an den Käufer zurück, also {credit} der Provision von {commission} an den Verkäufer.",
)
