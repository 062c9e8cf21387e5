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
MONTH: Final = Sentence(
    en="What a seller owes for a month",
    fr="Ce qu’un vendeur doit pour un mois",
    nl="Wat een verkoper voor een maand verschuldigd is",
    de="Was ein Verkäufer für einen Monat schuldet",
)
FLAT: Final = Sentence(
    en="The flat sum for the month that begins on {month}, whatever was sold: {flat}.",
    fr="La somme forfaitaire du mois qui commence le {month}, quelles que soient les ventes : {flat}.",
    nl="Het vaste bedrag voor de maand die begint op {month}, wat er ook is verkocht: {flat}.",
    de="Der Pauschalbetrag für den Monat, der am {month} beginnt, gleich was verkauft wurde: {flat}.",
)
NO_FLAT_SUM: Final = Sentence(
    en="No flat sum is due for this month.",
    fr="Aucune somme forfaitaire n’est due pour ce mois.",
    nl="Voor deze maand is geen vast bedrag verschuldigd.",
    de="Für diesen Monat ist kein Pauschalbetrag fällig.",
)
SOLD: Final = Sentence(
    en="Confirmed transactions: {count}; commission: {commission}; given back: {credits}; in all: {total}.",
    fr="Transactions confirmées : {count} ; commission : {commission} ; rendu : {credits} ; en tout : {total}.",
    nl="Bevestigde transacties: {count}; commissie: {commission}; teruggegeven: {credits}; in totaal: {total}.",
    de="Bestätigte Transaktionen: {count}; Provision: {commission}; zurückgegeben: {credits}; insgesamt: {total}.",
)
SERVICE: Final = Sentence(
    en="The service fee that a buyer pays the platform",
    fr="Les frais de service que l’acheteur paie à la plateforme",
    nl="De servicekosten die een koper aan het platform betaalt",
    de="Die Servicegebühr, die ein Käufer der Plattform zahlt",
)
NOT_SHOWN: Final = Sentence(
    en="The exact amount was not shown before the order was confirmed: the service fee of {fee} is not owed.",
    fr="Le montant exact n’était pas indiqué avant la confirmation de la commande : les frais de service de {fee} ne sont pas dus.",
    nl="Het precieze bedrag stond er niet voordat de bestelling werd bevestigd: de servicekosten van {fee} zijn niet verschuldigd.",
    de="Der genaue Betrag stand nicht da, bevor die Bestellung bestätigt wurde: Die Servicegebühr von {fee} ist nicht geschuldet.",
)
FEE_OWED: Final = Sentence(
    en="The service fee of {fee} was shown before the order was confirmed and is owed.",
    fr="Les frais de service de {fee} étaient indiqués avant la confirmation de la commande et sont dus.",
    nl="De servicekosten van {fee} stonden er voordat de bestelling werd bevestigd en zijn verschuldigd.",
    de="Die Servicegebühr von {fee} stand da, bevor die Bestellung bestätigt wurde, und ist geschuldet.",
)
FEE_STAYS: Final = Sentence(
    en="Devices ordered: {units}; undone: {undone}. The service fee of {fee} stays owed for the rest.",
    fr="Appareils commandés : {units} ; annulés : {undone}. Les frais de service de {fee} restent dus pour le reste.",
    nl="Bestelde toestellen: {units}; teruggedraaid: {undone}. De servicekosten van {fee} blijven verschuldigd voor de rest.",
    de="Bestellte Geräte: {units}; rückgängig gemacht: {undone}. Die Servicegebühr von {fee} bleibt für den Rest geschuldet.",
)
FEE_BACK: Final = Sentence(
    en="The whole order is undone: the service fee of {fee} is given back.",
    fr="Toute la commande est annulée : les frais de service de {fee} sont rendus.",
    nl="De hele bestelling is teruggedraaid: de servicekosten van {fee} worden terugbetaald.",
    de="Die ganze Bestellung ist rückgängig gemacht: Die Servicegebühr von {fee} wird zurückgezahlt.",
)
