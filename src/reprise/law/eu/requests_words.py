"""The sentences of a person's requests about personal data, and of published figures."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

ANSWER: Final = Sentence(
    en="Until when a request about personal data is answered",
    fr="Jusqu’à quand répondre à une demande sur des données personnelles",
    nl="Tot wanneer een verzoek over persoonsgegevens wordt beantwoord",
    de="Bis wann ein Antrag zu personenbezogenen Daten beantwortet wird",
)
RECIPIENTS: Final = Sentence(
    en="The average monthly active recipients, as published",
    fr="La moyenne mensuelle des destinataires actifs, telle que publiée",
    nl="Het gemiddelde maandelijkse aantal actieve afnemers, zoals gepubliceerd",
    de="Die durchschnittliche monatliche Zahl aktiver Nutzer, wie veröffentlicht",
)
ONE_MONTH: Final = Sentence(
    en="Received on {received}: answered within one month, by the end of {until}.",
    fr="Reçue le {received} : réponse dans un délai d’un mois, au plus tard à la fin du {until}.",
    nl="Ontvangen op {received}: binnen een maand beantwoord, uiterlijk aan het einde van {until}.",
    de="Eingegangen am {received}: binnen eines Monats beantwortet, bis zum Ende des {until}.",
)
EXTENDED: Final = Sentence(
    en="The request is complex and the person was told so within the first month: {months} more months, by the end of {until}.",
    fr="La demande est complexe et la personne en a été informée dans le premier mois : {months} mois de plus, au plus tard à la fin du {until}.",
    nl="Het verzoek is complex en dat is binnen de eerste maand gemeld: {months} maanden extra, uiterlijk aan het einde van {until}.",
    de="Der Antrag ist komplex und dies wurde im ersten Monat mitgeteilt: {months} weitere Monate, bis zum Ende des {until}.",
)
TOLD_TOO_LATE: Final = Sentence(
    en="The extension was not announced within the first month: it does not count.",
    fr="La prolongation n’a pas été annoncée dans le premier mois : elle ne compte pas.",
    nl="De verlenging is niet binnen de eerste maand aangekondigd: ze telt niet.",
    de="Die Verlängerung wurde nicht im ersten Monat angekündigt: Sie zählt nicht.",
)
NOT_COMPLEX: Final = Sentence(
    en="Only a complex request can take longer: the extension does not count.",
    fr="Seule une demande complexe peut prendre plus de temps : la prolongation ne compte pas.",
    nl="Alleen een complex verzoek mag langer duren: de verlenging telt niet.",
    de="Nur ein komplexer Antrag darf länger dauern: Die Verlängerung zählt nicht.",
)
AVERAGE: Final = Sentence(
    en="Over the last {months} months, {average} recipients a month on average in the Union.",
    fr="Sur les {months} derniers mois, {average} destinataires par mois en moyenne dans l’Union.",
    nl="Over de laatste {months} maanden gemiddeld {average} afnemers per maand in de Unie.",
    de="In den letzten {months} Monaten durchschnittlich {average} Nutzer im Monat in der Union.",
)
BELOW: Final = Sentence(
    en="That is below {limit}: the platform is not a very large one.",
    fr="C’est moins que {limit} : la plateforme n’est pas une très grande plateforme.",
    nl="Dat is minder dan {limit}: het platform is geen zeer groot platform.",
    de="Das ist weniger als {limit}: Die Plattform ist keine sehr große.",
)
ABOVE: Final = Sentence(
    en="That is {limit} or more: the platform can be designated as a very large one.",
    fr="C’est {limit} ou plus : la plateforme peut être désignée comme très grande.",
    nl="Dat is {limit} of meer: het platform kan als zeer groot worden aangewezen.",
    de="Das sind {limit} oder mehr: Die Plattform kann als sehr große benannt werden.",
)
NEXT: Final = Sentence(
    en="The figure is published again by {until}.",
    fr="Le chiffre est publié de nouveau au plus tard le {until}.",
    nl="Het cijfer wordt uiterlijk op {until} opnieuw gepubliceerd.",
    de="Die Zahl wird spätestens am {until} erneut veröffentlicht.",
)
