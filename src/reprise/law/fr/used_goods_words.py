"""The sentences of the register of used goods."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

REGISTER: Final = Sentence(
    en="The register of used goods bought from people",
    fr="Le registre des objets mobiliers achetés à des particuliers",
    nl="Het register van tweedehandsgoederen die van particulieren zijn gekocht",
    de="Das Register der von Privatleuten gekauften Gebrauchtwaren",
)
NOT_FROM_PEOPLE: Final = Sentence(
    en="The device was not bought from an individual: this register was read for purchases from people only.",
    fr="L’appareil n’a pas été acheté à un particulier : ce registre n’a été lu que pour les achats à des particuliers.",
    nl="Het toestel is niet van een particulier gekocht: dit register is alleen gelezen voor aankopen van particulieren.",
    de="Das Gerät wurde nicht von einer Privatperson gekauft: Dieses Register wurde nur für Käufe von Privatleuten gelesen.",
)
RISK: Final = Sentence(
    en="Up to {months} months of prison and a fine of up to {fine} may follow.",
    fr="Jusqu’à {months} mois d’emprisonnement et une amende pouvant atteindre {fine} peuvent suivre.",
    nl="Tot {months} maanden gevangenis en een boete tot {fine} kunnen volgen.",
    de="Bis zu {months} Monate Haft und eine Geldstrafe bis {fine} können folgen.",
)
LINES: Final = {
    "declared": Sentence(
        "the declaration at the prefecture",
        "la déclaration à la préfecture",
        "de aangifte bij de prefectuur",
        "die Anmeldung bei der Präfektur",
    ),
    "same_day": Sentence(
        "the entry on the day of the purchase",
        "l’inscription au jour de l’achat",
        "de inschrijving op de dag van de aankoop",
        "der Eintrag am Tag des Kaufs",
    ),
    "name": Sentence(
        "the seller's name",
        "le nom du vendeur",
        "de naam van de verkoper",
        "der Name des Verkäufers",
    ),
    "capacity": Sentence(
        "in which capacity the seller sells",
        "la qualité du vendeur",
        "de hoedanigheid van de verkoper",
        "die Eigenschaft des Verkäufers",
    ),
    "address": Sentence(
        "the seller's address",
        "l’adresse du vendeur",
        "het adres van de verkoper",
        "die Anschrift des Verkäufers",
    ),
    "document_type": Sentence(
        "the kind of document of identity",
        "la nature de la pièce d’identité",
        "het soort identiteitsbewijs",
        "die Art des Ausweises",
    ),
    "document_number": Sentence(
        "the number of the document",
        "le numéro de la pièce",
        "het nummer van het bewijs",
        "die Nummer des Ausweises",
    ),
    "document_date": Sentence(
        "the date of the document",
        "la date de la pièce",
        "de datum van het bewijs",
        "das Datum des Ausweises",
    ),
    "document_authority": Sentence(
        "the authority that issued the document",
        "l’autorité qui a délivré la pièce",
        "de overheid die het bewijs afgaf",
        "die Behörde, die den Ausweis ausgestellt hat",
    ),
    "description": Sentence(
        "the description of the device",
        "la description de l’appareil",
        "de beschrijving van het toestel",
        "die Beschreibung des Geräts",
    ),
    "serial_numbers": Sentence(
        "the serial numbers", "les numéros de série", "de serienummers", "die Seriennummern"
    ),
    "price": Sentence("the price paid", "le prix payé", "de betaalde prijs", "der gezahlte Preis"),
    "payment_method": Sentence(
        "how it was paid", "le mode de règlement", "de betaalwijze", "die Art der Zahlung"
    ),
}
