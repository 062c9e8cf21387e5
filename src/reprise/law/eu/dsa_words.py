"""The sentences of notices, complaints, disputes, misuse and reports."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

SPARED: Final = Sentence(
    en="The platform is small and has no such duty.",
    fr="La plateforme est petite et n’a pas cette obligation.",
    nl="Het platform is klein en heeft die plicht niet.",
    de="Die Plattform ist klein und hat diese Pflicht nicht.",
)
NOTICE: Final = Sentence(
    en="A notice of unlawful content",
    fr="La notification d’un contenu illicite",
    nl="De melding van onwettige inhoud",
    de="Die Meldung eines rechtswidrigen Inhalts",
)
REASONS: Final = Sentence(
    en="why the content is thought unlawful",
    fr="pourquoi le contenu est jugé illicite",
    nl="waarom de inhoud onwettig zou zijn",
    de="warum der Inhalt für rechtswidrig gehalten wird",
)
PLACE: Final = Sentence(
    en="the exact address of the content",
    fr="l’adresse exacte du contenu",
    nl="het precieze adres van de inhoud",
    de="die genaue Adresse des Inhalts",
)
NAME: Final = Sentence(
    en="the name of whoever gives notice",
    fr="le nom de l’auteur de la notification",
    nl="de naam van de melder",
    de="der Name des Meldenden",
)
EMAIL: Final = Sentence(
    en="an e-mail address of whoever gives notice",
    fr="une adresse électronique de l’auteur de la notification",
    nl="een e-mailadres van de melder",
    de="eine E-Mail-Adresse des Meldenden",
)
GOOD_FAITH: Final = Sentence(
    en="the statement that it is given in good faith",
    fr="la déclaration qu’elle est faite de bonne foi",
    nl="de verklaring dat ze te goeder trouw is",
    de="die Erklärung, dass sie in gutem Glauben erfolgt",
)
COMPLAINT: Final = Sentence(
    en="A complaint about a decision of the platform",
    fr="La réclamation contre une décision de la plateforme",
    nl="Een klacht over een beslissing van het platform",
    de="Die Beschwerde über eine Entscheidung der Plattform",
)
OPEN: Final = Sentence(
    en="For {months} months from {told} one may complain: until {until}.",
    fr="On peut réclamer pendant {months} mois à partir du {told} : jusqu’au {until}.",
    nl="Gedurende {months} maanden vanaf {told} kan men klagen: tot {until}.",
    de="{months} Monate ab dem {told} kann man sich beschweren: bis zum {until}.",
)
CHARGED: Final = Sentence(
    en="it costs something",
    fr="elle est payante",
    nl="ze kost iets",
    de="sie kostet etwas",
)
TURNED_AWAY: Final = Sentence(
    en="it came in time and was turned away",
    fr="elle est arrivée à temps et a été écartée",
    nl="ze kwam op tijd en werd afgewezen zonder behandeling",
    de="sie kam rechtzeitig und wurde nicht angenommen",
)
BY_MACHINE: Final = Sentence(
    en="a machine alone decided it",
    fr="une machine seule l’a tranchée",
    nl="alleen een machine besliste erover",
    de="allein eine Maschine hat über sie entschieden",
)
NO_REASONS: Final = Sentence(
    en="the answer gives no reasons",
    fr="la réponse n’est pas motivée",
    nl="het antwoord geeft geen redenen",
    de="die Antwort nennt keine Gründe",
)
BODIES_NOT_NAMED: Final = Sentence(
    en="the answer does not name the certified bodies that settle disputes",
    fr="la réponse ne nomme pas les organismes certifiés de règlement des litiges",
    nl="het antwoord noemt de gecertificeerde geschillenorganen niet",
    de="die Antwort nennt die zertifizierten Streitbeilegungsstellen nicht",
)
DISPUTE: Final = Sentence(
    en="Until when a certified body decides a dispute",
    fr="Jusqu’à quand un organisme certifié tranche un litige",
    nl="Tot wanneer een gecertificeerd orgaan een geschil beslecht",
    de="Bis wann eine zertifizierte Stelle über einen Streit entscheidet",
)
DECIDE_BY: Final = Sentence(
    en="The body decides within {days} days of {received}: until {until}.",
    fr="L’organisme tranche dans les {days} jours suivant le {received} : jusqu’au {until}.",
    nl="Het orgaan beslist binnen {days} dagen na {received}: tot {until}.",
    de="Die Stelle entscheidet binnen {days} Tagen nach dem {received}: bis zum {until}.",
)
MISUSE: Final = Sentence(
    en="A suspension for misuse",
    fr="Une suspension pour utilisation abusive",
    nl="Een schorsing wegens misbruik",
    de="Eine Sperre wegen Missbrauchs",
)
NOT_FREQUENT: Final = Sentence(
    en="it does not happen frequently",
    fr="ce n’est pas fréquent",
    nl="het gebeurt niet vaak",
    de="es geschieht nicht häufig",
)
NOT_WARNED: Final = Sentence(
    en="no warning came before",
    fr="aucun avertissement n’a précédé",
    nl="er ging geen waarschuwing aan vooraf",
    de="es gab vorher keine Warnung",
)
NO_END: Final = Sentence(
    en="it has no end",
    fr="elle n’a pas de terme",
    nl="ze heeft geen einde",
    de="sie hat kein Ende",
)
NOT_WEIGHED: Final = Sentence(
    en="number, share, gravity and intent were not all weighed",
    fr="le nombre, la part, la gravité et l’intention n’ont pas tous été pesés",
    nl="aantal, aandeel, ernst en bedoeling zijn niet allemaal afgewogen",
    de="Anzahl, Anteil, Schwere und Absicht wurden nicht alle abgewogen",
)
NO_POLICY: Final = Sentence(
    en="no policy on it stands in the terms",
    fr="les conditions ne contiennent aucune politique à ce sujet",
    nl="de voorwaarden bevatten er geen beleid over",
    de="die Bedingungen enthalten keine Regel darüber",
)
REPORT: Final = Sentence(
    en="Until when the transparency report of a year is published",
    fr="Jusqu’à quand le rapport de transparence d’une année est publié",
    nl="Tot wanneer het transparantieverslag van een jaar wordt gepubliceerd",
    de="Bis wann der Transparenzbericht eines Jahres veröffentlicht wird",
)
PUBLISH_BY: Final = Sentence(
    en="The report on {year} is published within {months} months of its end: until {until}.",
    fr="Le rapport sur {year} est publié dans les {months} mois suivant la fin de l’année : jusqu’au {until}.",
    nl="Het verslag over {year} verschijnt binnen {months} maanden na het einde van het jaar: tot {until}.",
    de="Der Bericht über {year} erscheint binnen {months} Monaten nach dem Ende des Jahres: bis zum {until}.",
)
AD: Final = Sentence(
    en="An advertisement on the platform",
    fr="Une publicité sur la plateforme",
    nl="Een advertentie op het platform",
    de="Eine Werbung auf der Plattform",
)
NOT_LABELLED: Final = Sentence(
    en="it does not say that it is one",
    fr="elle ne dit pas qu’elle en est une",
    nl="ze zegt niet dat ze er een is",
    de="sie sagt nicht, dass sie Werbung ist",
)
NO_ADVERTISER: Final = Sentence(
    en="it does not say on whose behalf it is shown",
    fr="elle ne dit pas pour le compte de qui elle est affichée",
    nl="ze zegt niet namens wie ze wordt getoond",
    de="sie sagt nicht, in wessen Namen sie gezeigt wird",
)
NO_PAYER: Final = Sentence(
    en="it does not say who paid",
    fr="elle ne dit pas qui a payé",
    nl="ze zegt niet wie heeft betaald",
    de="sie sagt nicht, wer gezahlt hat",
)
NO_PARAMETERS: Final = Sentence(
    en="it does not say why it is shown to this person",
    fr="elle ne dit pas pourquoi elle est montrée à cette personne",
    nl="ze zegt niet waarom ze aan deze persoon wordt getoond",
    de="sie sagt nicht, warum sie dieser Person gezeigt wird",
)
SENSITIVE: Final = Sentence(
    en="it is aimed by a profile made from special categories of data",
    fr="elle vise par un profil fait de catégories particulières de données",
    nl="ze is gericht met een profiel uit bijzondere categorieën van gegevens",
    de="sie zielt mit einem Profil aus besonderen Kategorien von Daten",
)
