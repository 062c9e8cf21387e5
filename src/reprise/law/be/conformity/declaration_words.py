"""What is said of a guarantee's statement, in four languages."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

DECLARATION: Final = Sentence(
    en="Whether the statement of a commercial guarantee holds what it must",
    fr="Si la déclaration de garantie commerciale contient ce qu’elle doit",
    nl="Of de verklaring van een commerciële garantie bevat wat moet",
    de="Ob eine gewerbliche Garantieerklärung enthält, was sie muss",
)

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
