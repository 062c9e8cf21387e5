"""The sentences of the withdrawal function."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

FUNCTION: Final = Sentence(
    en="The withdrawal function of an online shop",
    fr="La fonctionnalité de rétractation d’une boutique en ligne",
    nl="De herroepingsfunctie van een webwinkel",
    de="Die Widerrufsfunktion eines Online-Shops",
)
ACKNOWLEDGEMENT: Final = Sentence(
    en="The acknowledgement of a withdrawal made online",
    fr="L’accusé de réception d’une rétractation en ligne",
    nl="De ontvangstbevestiging van een herroeping online",
    de="Die Eingangsbestätigung eines Online-Widerrufs",
)

LABEL: Final = Sentence(
    en="the first button does not say clearly that the buyer withdraws here",
    fr="le premier bouton n’indique pas clairement que l’on se rétracte ici",
    nl="de eerste knop zegt niet duidelijk dat men hier herroept",
    de="die erste Schaltfläche sagt nicht eindeutig, dass hier widerrufen wird",
)
NOT_PROMINENT: Final = Sentence(
    en="the function is not prominent or not easy to reach",
    fr="la fonctionnalité n’est pas mise en évidence ou pas facile d’accès",
    nl="de functie valt niet op of is niet gemakkelijk bereikbaar",
    de="die Funktion ist nicht hervorgehoben oder nicht leicht zugänglich",
)
NOT_ALWAYS_THERE: Final = Sentence(
    en="the function is not there for the whole period",
    fr="la fonctionnalité n’est pas disponible pendant tout le délai",
    nl="de functie is niet de hele termijn beschikbaar",
    de="die Funktion ist nicht während der ganzen Frist verfügbar",
)
NOT_FREE: Final = Sentence(
    en="the function is not free of charge",
    fr="la fonctionnalité n’est pas gratuite",
    nl="de functie is niet gratis",
    de="die Funktion ist nicht kostenlos",
)
NEEDS_APP: Final = Sentence(
    en="the buyer would have to install an app",
    fr="l’acheteur devrait installer une application",
    nl="de koper zou een app moeten installeren",
    de="der Käufer müsste eine App installieren",
)
NEEDS_LOGIN: Final = Sentence(
    en="a guest would have to open an account",
    fr="un acheteur sans compte devrait en créer un",
    nl="een gast zou een account moeten openen",
    de="ein Gast müsste ein Konto eröffnen",
)
ASKS_MORE: Final = Sentence(
    en="the form requires more than name, contract and an electronic contact",
    fr="le formulaire exige plus que le nom, le contrat et un contact électronique",
    nl="het formulier eist meer dan naam, overeenkomst en een elektronisch contact",
    de="das Formular verlangt mehr als Name, Vertrag und einen elektronischen Kontakt",
)
CONFIRM_LABEL: Final = Sentence(
    en="the second button does not say only that the withdrawal is confirmed",
    fr="le second bouton n’indique pas seulement que l’on confirme la rétractation",
    nl="de tweede knop zegt niet alleen dat de herroeping wordt bevestigd",
    de="die zweite Schaltfläche sagt nicht nur, dass der Widerruf bestätigt wird",
)
NOT_TOLD: Final = Sentence(
    en="the buyer was not told before the contract that there is such a function, and where",
    fr="l’acheteur n’a pas été informé avant le contrat de l’existence de cette fonctionnalité et de son emplacement",
    nl="de koper is niet vóór de overeenkomst verteld dat er zo’n functie is, en waar",
    de="der Käufer wurde vor dem Vertrag nicht darüber informiert, dass und wo es diese Funktion gibt",
)
FINES: Final = Sentence(
    en="In France a fine of up to {person}, or {company} for a company, may follow.",
    fr="En France, une amende peut atteindre {person}, ou {company} pour une personne morale.",
    nl="In Frankrijk kan een boete volgen tot {person}, of {company} voor een rechtspersoon.",
    de="In Frankreich droht ein Bußgeld bis {person}, für eine juristische Person bis {company}.",
)
SENT: Final = Sentence(
    en="an acknowledgement without undue delay",
    fr="un accusé de réception sans retard injustifié",
    nl="een ontvangstbevestiging zonder onnodige vertraging",
    de="eine unverzügliche Eingangsbestätigung",
)
DURABLE: Final = Sentence(
    en="a durable medium, such as an e-mail",
    fr="un support durable, tel qu’un courriel",
    nl="een duurzame gegevensdrager, zoals een e-mail",
    de="ein dauerhafter Datenträger, etwa eine E-Mail",
)
CONTENT: Final = Sentence(
    en="the content of the statement",
    fr="le contenu de la déclaration",
    nl="de inhoud van de verklaring",
    de="der Inhalt der Erklärung",
)
INSTANT: Final = Sentence(
    en="the right date and time of submission",
    fr="la date et l’heure exactes de l’envoi",
    nl="de juiste datum en het juiste tijdstip van indiening",
    de="das richtige Datum und die richtige Uhrzeit der Übermittlung",
)
