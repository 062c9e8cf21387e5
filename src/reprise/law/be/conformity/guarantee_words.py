"""The sentences of commercial guarantees and of recourse (art. 1649sexies and 1649septies)."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

RECOURSE: Final = Sentence(
    en="Whether the seller has recourse up the chain",
    fr="Si le vendeur a un recours en amont de la chaîne",
    nl="Of de verkoper verhaal heeft hogerop in de keten",
    de="Ob der Verkäufer in der Kette Rückgriff nehmen kann",
)
GUARANTEE: Final = Sentence(
    en="To what a commercial guarantee binds the guarantor",
    fr="À quoi une garantie commerciale engage le garant",
    nl="Waartoe een commerciële garantie de garant verbindt",
    de="Wozu eine gewerbliche Garantie den Garantiegeber verpflichtet",
)
DECLARATION: Final = Sentence(
    en="Whether the statement of a commercial guarantee holds what it must",
    fr="Si la déclaration de garantie commerciale contient ce qu’elle doit",
    nl="Of de verklaring van een commerciële garantie bevat wat moet",
    de="Ob eine gewerbliche Garantieerklärung enthält, was sie muss",
)
DURABILITY: Final = Sentence(
    en="What a producer's guarantee of durability gives",
    fr="Ce que donne une garantie commerciale de durabilité du producteur",
    nl="Wat een commerciële duurzaamheidsgarantie van de producent geeft",
    de="Was eine Haltbarkeitsgarantie des Herstellers gewährt",
)

RECOURSE_OPEN: Final = Sentence(
    en="The seller answers to the consumer for what somebody earlier in the chain of contracts is responsible for, and may claim from them under the contract that binds them.",
    fr="Le vendeur répond envers le consommateur d’un fait imputable à une personne située en amont dans la chaîne de contrats, et peut se retourner contre elle sur la base de sa responsabilité contractuelle.",
    nl="De verkoper staat tegenover de consument in voor wat is toe te rekenen aan iemand hogerop in de contractketen, en kan hem op grond van diens contractuele aansprakelijkheid aanspreken.",
    de="Der Verkäufer haftet dem Verbraucher für etwas, das jemandem weiter oben in der Vertragskette zuzurechnen ist, und kann ihn aus dessen vertraglicher Haftung in Anspruch nehmen.",
)
UPDATES_TOO: Final = Sentence(
    en="That holds for updates that were not provided as well.",
    fr="Cela vaut aussi pour les mises à jour qui n’ont pas été fournies.",
    nl="Dat geldt ook voor updates die niet zijn verstrekt.",
    de="Das gilt auch für unterlassene Aktualisierungen.",
)
CLAUSE_FAILS: Final = Sentence(
    en="A clause that limits or excludes that liability cannot be set against the seller.",
    fr="Une clause qui limite ou écarte cette responsabilité ne peut être opposée au vendeur.",
    nl="Een beding dat die aansprakelijkheid beperkt of uitsluit, kan de verkoper niet worden tegengeworpen.",
    de="Eine Klausel, die diese Haftung beschränkt oder ausschließt, kann dem Verkäufer nicht entgegengehalten werden.",
)
NO_RECOURSE: Final = Sentence(
    en="There is no recourse under this article: {why}.",
    fr="Il n’y a pas de recours en vertu de cet article : {why}.",
    nl="Er is geen verhaal op grond van dit artikel: {why}.",
    de="Nach diesem Artikel besteht kein Rückgriff: {why}.",
)
NOT_LIABLE: Final = Sentence(
    en="the seller does not answer to the consumer",
    fr="le vendeur n’est pas tenu envers le consommateur",
    nl="de verkoper is niet gehouden tegenover de consument",
    de="der Verkäufer haftet dem Verbraucher nicht",
)
NOT_UPSTREAM: Final = Sentence(
    en="nobody earlier in the chain of contracts is responsible for it",
    fr="le défaut n’est imputable à personne en amont dans la chaîne de contrats",
    nl="het is aan niemand hogerop in de contractketen toe te rekenen",
    de="niemand weiter oben in der Vertragskette ist dafür verantwortlich",
)
NOT_BOUND: Final = Sentence(
    en="that person bears no contractual liability for the device",
    fr="cette personne n’est tenue d’aucune responsabilité contractuelle relative au bien",
    nl="die persoon draagt geen contractuele aansprakelijkheid voor het goed",
    de="diese Person trifft keine vertragliche Haftung für die Ware",
)

BINDS: Final = Sentence(
    en="The guarantee binds as declared, and as advertised by the conclusion of the contract: {services}.",
    fr="La garantie lie selon la déclaration et la publicité faite au plus tard à la conclusion du contrat : {services}.",
    nl="De garantie bindt zoals verklaard en zoals uiterlijk bij het sluiten van de overeenkomst geadverteerd: {services}.",
    de="Die Garantie bindet so, wie sie erklärt und bis zum Vertragsschluss beworben wurde: {services}.",
)
SERVICE_FOR: Final = Sentence(
    en="{service} for {months} months",
    fr="{service} pendant {months} mois",
    nl="{service} gedurende {months} maanden",
    de="{service} für {months} Monate",
)
ADVERTISED_BETTER: Final = Sentence(
    en="The advertising promised more than the statement: the advertising binds.",
    fr="La publicité promettait plus que la déclaration : c’est la publicité qui lie.",
    nl="De reclame beloofde meer dan de verklaring: de reclame bindt.",
    de="Die Werbung versprach mehr als die Erklärung: Die Werbung bindet.",
)
ADVERT_CORRECTED: Final = Sentence(
    en="Before the contract was concluded the advertising had been corrected in the same or a comparable way: it does not bind.",
    fr="Avant la conclusion du contrat, la publicité avait été rectifiée d’une manière identique ou comparable : elle ne lie pas.",
    nl="Vóór het sluiten van de overeenkomst was de reclame op dezelfde of een vergelijkbare wijze rechtgezet: zij bindt niet.",
    de="Vor Vertragsschluss war die Werbung in gleicher oder vergleichbarer Weise berichtigt: Sie bindet nicht.",
)
ADVERT_LATER: Final = Sentence(
    en="The advertising came only after the contract was concluded and does not count.",
    fr="La publicité n’a été faite qu’après la conclusion du contrat et ne compte pas.",
    nl="De reclame kwam pas na het sluiten van de overeenkomst en telt niet.",
    de="Die Werbung erfolgte erst nach Vertragsschluss und zählt nicht.",
)
LEGAL_STAYS: Final = Sentence(
    en="It comes on top of the legal guarantee and never replaces it.",
    fr="Elle s’ajoute à la garantie légale et ne la remplace jamais.",
    nl="Zij komt bovenop de wettelijke garantie en vervangt die nooit.",
    de="Sie tritt zur gesetzlichen Gewähr hinzu und ersetzt sie nie.",
)
NOT_COMMERCIAL: Final = Sentence(
    en="It promises nothing beyond the legal guarantee: it is no commercial guarantee.",
    fr="Elle ne promet rien de plus que la garantie légale : ce n’est pas une garantie commerciale.",
    nl="Zij belooft niets bovenop de wettelijke garantie: het is geen commerciële garantie.",
    de="Sie verspricht nichts über die gesetzliche Gewähr hinaus: Sie ist keine gewerbliche Garantie.",
)
NOTHING_BINDS: Final = Sentence(
    en="Nothing was declared and no advertising binds: there is no commercial guarantee.",
    fr="Rien n’a été déclaré et aucune publicité ne lie : il n’y a pas de garantie commerciale.",
    nl="Er is niets verklaard en geen reclame bindt: er is geen commerciële garantie.",
    de="Es wurde nichts erklärt, und keine Werbung bindet: Es gibt keine gewerbliche Garantie.",
)
SERVICES: Final = {
    "refund": Sentence(
        en="refund of the price",
        fr="le remboursement du prix",
        nl="terugbetaling van de prijs",
        de="Erstattung des Preises",
    ),
    "replacement": Sentence(
        en="replacement", fr="le remplacement", nl="vervanging", de="Ersatz"
    ),
    "repair": Sentence(en="repair", fr="la réparation", nl="herstel", de="Reparatur"),
    "other": Sentence(
        en="another service for the device",
        fr="un autre service lié au bien",
        nl="een andere dienst voor het goed",
        de="eine andere Leistung für die Ware",
    ),
}  # fmt: skip

COMPLETE: Final = Sentence(
    en="The statement holds everything that it must.",
    fr="La déclaration contient tout ce qu’elle doit contenir.",
    nl="De verklaring bevat alles wat ze moet bevatten.",
    de="Die Erklärung enthält alles, was sie enthalten muss.",
)
INCOMPLETE: Final = Sentence(
    en="The statement falls short: {missing}.",
    fr="La déclaration est incomplète : {missing}.",
    nl="De verklaring schiet tekort: {missing}.",
    de="Die Erklärung ist mangelhaft: {missing}.",
)
BINDS_ANYWAY: Final = Sentence(
    en="The guarantor is bound all the same.",
    fr="Le garant est lié malgré tout.",
    nl="De garant is niettemin gebonden.",
    de="Der Garantiegeber ist trotzdem gebunden.",
)
ELEMENTS: Final = {
    "durable_medium": Sentence(
        en="not on a durable medium (addressed to the consumer, there to be looked up long enough, reproduced unchanged)",
        fr="pas sur un support durable (adressé personnellement, consultable assez longtemps, reproductible à l’identique)",
        nl="niet op een duurzame gegevensdrager (persoonlijk gericht, lang genoeg te raadplegen, ongewijzigd weer te geven)",
        de="nicht auf einem dauerhaften Datenträger (persönlich gerichtet, lange genug einsehbar, unverändert wiederzugeben)",
    ),
    "in_time": Sentence(
        en="not given by the delivery",
        fr="pas fournie au plus tard à la livraison",
        nl="niet uiterlijk bij de levering verstrekt",
        de="nicht spätestens bei der Lieferung gegeben",
    ),
    "plain": Sentence(
        en="not in plain and intelligible terms",
        fr="pas en termes simples et intelligibles",
        nl="niet in eenvoudige en begrijpelijke bewoordingen",
        de="nicht einfach und verständlich formuliert",
    ),
    "language": Sentence(
        en="not in a language that the consumer understands",
        fr="pas dans une langue que le consommateur comprend",
        nl="niet in een taal die de consument begrijpt",
        de="nicht in einer Sprache, die der Verbraucher versteht",
    ),
    "legal_remedies": Sentence(
        en="no clear statement that the consumer has remedies against the seller by law, free of charge, which the guarantee leaves untouched",
        fr="pas de déclaration claire que le consommateur a légalement droit à des recours contre le vendeur, sans frais, et que la garantie est sans effet sur eux",
        nl="geen duidelijke verklaring dat de consument wettelijk recht heeft op kosteloze middelen tegen de verkoper, die de garantie onverlet laat",
        de="kein klarer Hinweis, dass der Verbraucher gesetzlich unentgeltliche Abhilfe vom Verkäufer verlangen kann und die Garantie dies unberührt lässt",
    ),
    "guarantor": Sentence(
        en="the name or the address of the guarantor is missing",
        fr="le nom ou l’adresse du garant manque",
        nl="de naam of het adres van de garant ontbreekt",
        de="Name oder Anschrift des Garantiegebers fehlt",
    ),
    "procedure": Sentence(
        en="no procedure for using the guarantee",
        fr="pas de procédure à suivre pour la mise en œuvre",
        nl="geen procedure om de garantie in te roepen",
        de="kein Verfahren zur Geltendmachung",
    ),
    "goods": Sentence(
        en="no designation of the goods that it covers",
        fr="pas de désignation du bien couvert",
        nl="geen aanduiding van het goed waarvoor zij geldt",
        de="keine Bezeichnung der erfassten Ware",
    ),
    "terms": Sentence(
        en="no terms of the guarantee",
        fr="pas de conditions de la garantie",
        nl="geen voorwaarden van de garantie",
        de="keine Bedingungen der Garantie",
    ),
}

DIRECT: Final = Sentence(
    en="The producer offered a guarantee of durability until {until} and answers directly to the consumer for repair or replacement, done as the law asks of a seller.",
    fr="Le producteur a offert une garantie de durabilité jusqu’au {until} et répond directement envers le consommateur de la réparation ou du remplacement, dans les conditions imposées au vendeur.",
    nl="De producent bood een duurzaamheidsgarantie tot {until} en staat rechtstreeks tegenover de consument in voor herstel of vervanging, onder de voorwaarden die voor een verkoper gelden.",
    de="Der Hersteller gab eine Haltbarkeitsgarantie bis {until} und haftet dem Verbraucher unmittelbar auf Nachbesserung oder Ersatz, so wie das Gesetz es vom Verkäufer verlangt.",
)
DURABILITY_OVER: Final = Sentence(
    en="The guarantee of durability ended on {until}.",
    fr="La garantie de durabilité a pris fin le {until}.",
    nl="De duurzaamheidsgarantie eindigde op {until}.",
    de="Die Haltbarkeitsgarantie endete am {until}.",
)
NOT_BY_PRODUCER: Final = Sentence(
    en="The guarantee is not one of durability given by a producer; it binds as declared and advertised, no further.",
    fr="Ce n’est pas une garantie de durabilité offerte par un producteur ; elle lie selon la déclaration et la publicité, sans plus.",
    nl="Het is geen duurzaamheidsgarantie van een producent; zij bindt zoals verklaard en geadverteerd, niet verder.",
    de="Es ist keine Haltbarkeitsgarantie eines Herstellers; sie bindet wie erklärt und beworben, nicht weiter.",
)
MORE_PROMISED: Final = Sentence(
    en="The producer's statement gives more, and that holds as well: {services}.",
    fr="La déclaration du producteur offre davantage, et cela vaut aussi : {services}.",
    nl="De verklaring van de producent geeft meer, en dat geldt ook: {services}.",
    de="Die Erklärung des Herstellers gewährt mehr, und auch das gilt: {services}.",
)
