"""The sentences of offers and sellers."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

OFFER: Final = Sentence(
    en="Whether an offer may be listed",
    fr="Si une offre peut être référencée",
    nl="Of een aanbod mag worden opgenomen",
    de="Ob ein Angebot aufgenommen werden darf",
)
FLOW: Final = Sentence(
    en="Who sells to whom on the platform",
    fr="Qui vend à qui sur la plateforme",
    nl="Wie aan wie verkoopt op het platform",
    de="Wer auf der Plattform an wen verkauft",
)
MANDATE: Final = Sentence(
    en="The seller's mandate to collect payments",
    fr="Le mandat d’encaissement du vendeur",
    nl="Het mandaat van de verkoper om te innen",
    de="Der Auftrag des Verkäufers zum Zahlungsempfang",
)
ONBOARDING: Final = Sentence(
    en="Where a seller stands between audit and suspension",
    fr="Où en est un vendeur, de l’audit à la suspension",
    nl="Waar een verkoper staat, van audit tot schorsing",
    de="Wo ein Verkäufer steht, vom Audit bis zur Sperre",
)

PLATFORM_SELLS: Final = Sentence(
    en="the platform itself would be the seller",
    fr="la plateforme serait elle-même le vendeur",
    nl="het platform zou zelf de verkoper zijn",
    de="die Plattform wäre selbst der Verkäufer",
)
NOT_PROFESSIONAL: Final = Sentence(
    en="the seller is not a professional",
    fr="le vendeur n’est pas un professionnel",
    nl="de verkoper is geen professional",
    de="der Verkäufer ist kein Unternehmer",
)
NOT_REFURBISHED: Final = Sentence(
    en="the device is not refurbished",
    fr="l’appareil n’est pas reconditionné",
    nl="het toestel is niet refurbished",
    de="das Gerät ist nicht wiederaufbereitet",
)
PROHIBITED: Final = Sentence(
    en="the product is prohibited or unlawful",
    fr="le produit est interdit ou illicite",
    nl="het product is verboden of onwettig",
    de="das Produkt ist verboten oder rechtswidrig",
)
DANGEROUS: Final = Sentence(
    en="the product is a danger to health, safety or the environment",
    fr="le produit présente un danger pour la santé, la sécurité ou l’environnement",
    nl="het product is een gevaar voor gezondheid, veiligheid of milieu",
    de="das Produkt gefährdet Gesundheit, Sicherheit oder Umwelt",
)
SELLER_DELISTED: Final = Sentence(
    en="the seller has been delisted",
    fr="le vendeur est déréférencé",
    nl="de verkoper is van het platform gehaald",
    de="der Verkäufer wurde ausgelistet",
)
SELLER_HIDDEN: Final = Sentence(
    en="the seller is not named on product page, cart, order and invoice",
    fr="le vendeur n’est pas nommé sur la page du produit, le panier, la commande et la facture",
    nl="de verkoper staat niet op productpagina, winkelmandje, bestelling en factuur",
    de="der Verkäufer wird nicht auf Produktseite, im Warenkorb, in der Bestellung und auf der Rechnung genannt",
)
SALE: Final = Sentence(
    en="A consumer buys from a professional, who is the seller.",
    fr="Un consommateur achète à un professionnel, qui est le vendeur.",
    nl="Een consument koopt van een professional, die de verkoper is.",
    de="Ein Verbraucher kauft von einem Unternehmer, der der Verkäufer ist.",
)
BUY_BACK: Final = Sentence(
    en="A consumer sells to a professional: here the consumer is the seller who is reported.",
    fr="Un consommateur vend à un professionnel : le vendeur déclaré est ici le consommateur.",
    nl="Een consument verkoopt aan een professional: hier is de consument de verkoper die wordt gemeld.",
    de="Ein Verbraucher verkauft an einen Unternehmer: Gemeldeter Verkäufer ist hier der Verbraucher.",
)
NO_FLOW: Final = Sentence(
    en="Such a deal has no place on the platform, which itself neither sells nor buys.",
    fr="Une telle opération n’a pas sa place sur la plateforme, qui elle-même ne vend ni n’achète.",
    nl="Zo’n transactie hoort niet op het platform, dat zelf niet verkoopt of koopt.",
    de="Ein solches Geschäft hat auf der Plattform keinen Platz; sie selbst verkauft und kauft nicht.",
)
NONE_GIVEN: Final = Sentence(
    en="the seller has given no mandate",
    fr="le vendeur n’a donné aucun mandat",
    nl="de verkoper heeft geen mandaat gegeven",
    de="der Verkäufer hat keinen Auftrag erteilt",
)
NOT_YET: Final = Sentence(
    en="the money was collected before the mandate was given",
    fr="la somme a été encaissée avant que le mandat soit donné",
    nl="het geld is geïnd voordat het mandaat werd gegeven",
    de="das Geld wurde vor der Erteilung des Auftrags eingezogen",
)
REVOKED: Final = Sentence(
    en="the mandate had been revoked",
    fr="le mandat avait été révoqué",
    nl="het mandaat was ingetrokken",
    de="der Auftrag war widerrufen",
)
OTHER_MARKET: Final = Sentence(
    en="the mandate does not cover this market",
    fr="le mandat ne couvre pas ce marché",
    nl="het mandaat geldt niet voor deze markt",
    de="der Auftrag umfasst diesen Markt nicht",
)
AUDIT: Final = Sentence(
    en="The audits are not passed: the seller does not sell yet.",
    fr="Les audits ne sont pas réussis : le vendeur ne vend pas encore.",
    nl="De audits zijn niet doorstaan: de verkoper verkoopt nog niet.",
    de="Die Audits sind nicht bestanden: Der Verkäufer verkauft noch nicht.",
)
PROBATION: Final = Sentence(
    en="On probation the seller may sell a limited number of devices; left: {left}.",
    fr="En période probatoire, le vendeur peut vendre un nombre limité d’appareils ; il en reste : {left}.",
    nl="In de proefperiode mag de verkoper een beperkt aantal toestellen verkopen; nog over: {left}.",
    de="In der Probezeit darf der Verkäufer eine begrenzte Zahl von Geräten verkaufen; übrig: {left}.",
)
ACTIVE: Final = Sentence(
    en="The feedback was good and few devices fail: the seller has permanent access.",
    fr="Les retours sont bons et le taux de pannes est bas : le vendeur a un accès définitif.",
    nl="De reacties waren goed en weinig toestellen vallen uit: de verkoper heeft vaste toegang.",
    de="Die Rückmeldungen waren gut und wenige Geräte fallen aus: Der Verkäufer hat dauerhaften Zugang.",
)
WATCH: Final = Sentence(
    en="More devices fail than is accepted: the seller is watched.",
    fr="Le taux de pannes dépasse ce qui est accepté : le vendeur est sous surveillance.",
    nl="Er vallen meer toestellen uit dan aanvaard: de verkoper wordt gevolgd.",
    de="Mehr Geräte fallen aus als hingenommen: Der Verkäufer wird beobachtet.",
)
SUSPENDED: Final = Sentence(
    en="The probation failed, or the watch did not help: the seller is suspended.",
    fr="La période probatoire a échoué, ou la surveillance n’a pas suffi : le vendeur est suspendu.",
    nl="De proefperiode mislukte, of het volgen hielp niet: de verkoper is geschorst.",
    de="Die Probezeit ist gescheitert, oder die Beobachtung half nicht: Der Verkäufer ist gesperrt.",
)
STAGES: Final = {
    "audit": AUDIT,
    "probation": PROBATION,
    "active": ACTIVE,
    "watch": WATCH,
    "suspended": SUSPENDED,
}
MYSTERY: Final = Sentence(
    en="The operator's mystery orders",
    fr="Les commandes mystère de l’exploitant",
    nl="De mystery-bestellingen van de uitbater",
    de="Die Testkäufe des Betreibers",
)
RECOGNISABLE: Final = Sentence(
    en="the seller could tell the order from a buyer's",
    fr="le vendeur pouvait distinguer la commande de celle d’un acheteur",
    nl="de verkoper kon de bestelling onderscheiden van die van een koper",
    de="der Verkäufer konnte die Bestellung von der eines Käufers unterscheiden",
)
NOT_INSPECTED: Final = Sentence(
    en="the device did not go to the laboratory",
    fr="l’appareil n’est pas allé au laboratoire",
    nl="het toestel ging niet naar het laboratorium",
    de="das Gerät kam nicht ins Labor",
)
ONLY_TARGETED: Final = Sentence(
    en="no order was placed at random",
    fr="aucune commande n’a été passée au hasard",
    nl="geen bestelling werd willekeurig geplaatst",
    de="keine Bestellung wurde nach dem Zufall aufgegeben",
)
COUNTED: Final = Sentence(
    en="the order counts as a sale in the ranking",
    fr="la commande compte comme une vente dans le classement",
    nl="de bestelling telt als verkoop in de rangschikking",
    de="die Bestellung zählt in der Rangfolge als Verkauf",
)
