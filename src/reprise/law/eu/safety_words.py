"""The sentences of product safety."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

OFFER: Final = Sentence(
    en="What an offer shows for the product's safety",
    fr="Ce qu’une offre montre pour la sécurité du produit",
    nl="Wat een aanbod toont voor de veiligheid van het product",
    de="Was ein Angebot zur Sicherheit des Produkts zeigt",
)
CLOCK: Final = Sentence(
    en="Until when a marketplace acts on a dangerous product",
    fr="Jusqu’à quand une place de marché agit face à un produit dangereux",
    nl="Tot wanneer een marktplaats optreedt tegen een gevaarlijk product",
    de="Bis wann ein Marktplatz bei einem gefährlichen Produkt handelt",
)
MANUFACTURER: Final = Sentence(
    en="the manufacturer's name or trade mark",
    fr="le nom ou la marque du fabricant",
    nl="de naam of het merk van de fabrikant",
    de="Name oder Marke des Herstellers",
)
POSTAL_ADDRESS: Final = Sentence(
    en="the manufacturer's postal address",
    fr="l’adresse postale du fabricant",
    nl="het postadres van de fabrikant",
    de="die Postanschrift des Herstellers",
)
ELECTRONIC_ADDRESS: Final = Sentence(
    en="the manufacturer's electronic address",
    fr="l’adresse électronique du fabricant",
    nl="het elektronische adres van de fabrikant",
    de="die elektronische Adresse des Herstellers",
)
RESPONSIBLE_PERSON: Final = Sentence(
    en="the person responsible in the Union",
    fr="la personne responsable dans l’Union",
    nl="de verantwoordelijke persoon in de Unie",
    de="die verantwortliche Person in der Union",
)
PICTURE: Final = Sentence(
    en="a picture of the product",
    fr="une image du produit",
    nl="een afbeelding van het product",
    de="ein Bild des Produkts",
)
TYPE: Final = Sentence(
    en="the type of the product",
    fr="le type du produit",
    nl="het type product",
    de="die Art des Produkts",
)
IDENTIFIER: Final = Sentence(
    en="another identifier of the product",
    fr="un autre identifiant du produit",
    nl="een ander identificatiekenmerk van het product",
    de="ein weiterer Produktidentifikator",
)
WARNINGS: Final = Sentence(
    en="the warnings in the buyers' language",
    fr="les avertissements dans la langue des acheteurs",
    nl="de waarschuwingen in de taal van de kopers",
    de="die Warnhinweise in der Sprache der Käufer",
)
FOR_REPAIR: Final = Sentence(
    en="The product is clearly sold to be repaired before use: these rules do not cover it.",
    fr="Le produit est clairement vendu pour être réparé avant usage : ces règles ne le visent pas.",
    nl="Het product wordt duidelijk verkocht om vóór gebruik te worden hersteld: deze regels gelden er niet voor.",
    de="Das Produkt wird eindeutig zur Reparatur vor der Nutzung verkauft: Diese Regeln gelten dafür nicht.",
)
ACT_BY: Final = Sentence(
    en="The message came on {day}; it is acted on within {days} working days ({calendar}), until the end of {until}.",
    fr="Le message est arrivé le {day} ; il y est donné suite dans les {days} jours ouvrables ({calendar}), jusqu’à la fin du {until}.",
    nl="Het bericht kwam op {day}; er wordt binnen {days} werkdagen ({calendar}) op gehandeld, tot het einde van {until}.",
    de="Die Meldung kam am {day}; ihr wird binnen {days} Arbeitstagen ({calendar}) gefolgt, bis zum Ende des {until}.",
)
MARKETPLACE: Final = Sentence(
    en="What a marketplace has in place for product safety",
    fr="Ce qu’une place de marché met en place pour la sécurité des produits",
    nl="Wat een marktplaats klaar heeft voor productveiligheid",
    de="Was ein Marktplatz für die Produktsicherheit bereithält",
)
CONTACT_FOR_AUTHORITIES: Final = Sentence(
    en="a point of contact for authorities",
    fr="un point de contact pour les autorités",
    nl="een contactpunt voor autoriteiten",
    de="eine Kontaktstelle für Behörden",
)
CONTACT_FOR_CONSUMERS: Final = Sentence(
    en="a point of contact for consumers",
    fr="un point de contact pour les consommateurs",
    nl="een contactpunt voor consumenten",
    de="eine Kontaktstelle für Verbraucher",
)
REGISTERED: Final = Sentence(
    en="the registration with the Safety Gate",
    fr="l’enregistrement auprès du Safety Gate",
    nl="de registratie bij Safety Gate",
    de="die Registrierung beim Safety Gate",
)
CONSULTED: Final = Sentence(
    en="that the warnings of the Safety Gate are consulted",
    fr="la consultation des alertes du Safety Gate",
    nl="dat de waarschuwingen van Safety Gate worden geraadpleegd",
    de="dass die Warnungen des Safety Gate abgefragt werden",
)
OFFENDERS_SUSPENDED: Final = Sentence(
    en="that sellers who frequently offer dangerous products are suspended",
    fr="la suspension des vendeurs qui proposent fréquemment des produits dangereux",
    nl="dat verkopers die vaak gevaarlijke producten aanbieden, worden geschorst",
    de="dass Verkäufer gesperrt werden, die häufig gefährliche Produkte anbieten",
)
