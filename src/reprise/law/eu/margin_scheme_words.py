"""The sentences of a period's margin and of invoices under the margin scheme."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

GLOBAL: Final = Sentence(
    en="The VAT on the margin of a whole period",
    fr="La TVA sur la marge d’une période entière",
    nl="De btw op de marge van een heel tijdvak",
    de="Die Umsatzsteuer auf die Gesamtdifferenz eines Zeitraums",
)
PERIOD: Final = Sentence(
    en="Sold in the period: {sold}; bought: {bought}; carried over from the period before: {before}.",
    fr="Ventes de la période : {sold} ; achats : {bought} ; report de la période précédente : {before}.",
    nl="Verkocht in het tijdvak: {sold}; gekocht: {bought}; overgebracht uit het vorige tijdvak: {before}.",
    de="Verkauft im Zeitraum: {sold}; gekauft: {bought}; aus dem Zeitraum davor übertragen: {before}.",
)
TAXED: Final = Sentence(
    en="The rest is the margin; it contains VAT at {rate}: {vat}.",
    fr="Le reste est la marge ; elle contient la TVA au taux de {rate} : {vat}.",
    nl="De rest is de marge; die bevat {rate} btw: {vat}.",
    de="Der Rest ist die Differenz; sie enthält {rate} Umsatzsteuer: {vat}.",
)
CARRIED: Final = Sentence(
    en="The purchases are more than the sales: no VAT is due, and {carried} are carried into the next period.",
    fr="Les achats dépassent les ventes : aucune TVA n’est due, et {carried} sont reportés sur la période suivante.",
    nl="Er is meer gekocht dan verkocht: er is geen btw verschuldigd, en {carried} gaat mee naar het volgende tijdvak.",
    de="Die Einkäufe übersteigen die Verkäufe: Es fällt keine Umsatzsteuer an, und {carried} werden in den nächsten Zeitraum übertragen.",
)
INVOICE: Final = Sentence(
    en="What an invoice says of the margin scheme",
    fr="Ce qu’une facture dit du régime de la marge",
    nl="Wat een factuur zegt over de margeregeling",
    de="Was eine Rechnung zur Differenzbesteuerung sagt",
)
WORDS_ARE: Final = Sentence(
    en="The invoice carries the words “{words}”.",
    fr="La facture porte la mention « {words} ».",
    nl="Op de factuur staan de woorden “{words}”.",
    de="Auf der Rechnung steht die Angabe „{words}“.",
)
WORDS_UNKNOWN: Final = Sentence(
    en="Which words an invoice carries in {country} was not read: whether this one is in order is not known.",
    fr="La mention exigée dans ce pays ({country}) n’a pas été lue : on ne sait pas si cette facture est en règle.",
    nl="Welke woorden een factuur in {country} draagt, is niet gelezen: of deze in orde is, is niet bekend.",
    de="Welche Angabe eine Rechnung in {country} trägt, wurde nicht gelesen: Ob diese in Ordnung ist, ist nicht bekannt.",
)
MENTION_MISSING: Final = Sentence(
    en="the words on the margin scheme are missing",
    fr="la mention du régime de la marge manque",
    nl="de vermelding van de margeregeling ontbreekt",
    de="die Angabe zur Differenzbesteuerung fehlt",
)
VAT_SHOWN: Final = Sentence(
    en="VAT is shown by itself",
    fr="la TVA est indiquée séparément",
    nl="de btw staat apart vermeld",
    de="die Umsatzsteuer ist gesondert ausgewiesen",
)
EXEMPTION_BESIDE: Final = Sentence(
    en="the supply is called exempt as well, which is a sign of fraud",
    fr="la livraison est aussi dite exonérée, ce qui est un indice de fraude",
    nl="de levering wordt ook vrijgesteld genoemd, wat op fraude wijst",
    de="die Lieferung wird zugleich steuerfrei genannt, was auf Betrug hindeutet",
)
MENTION_WRONG: Final = Sentence(
    en="the words on the margin scheme stand there although the normal scheme applies",
    fr="la mention du régime de la marge figure alors que le régime normal s’applique",
    nl="de vermelding van de margeregeling staat er terwijl de normale regeling geldt",
    de="die Angabe zur Differenzbesteuerung steht da, obwohl die Regelbesteuerung gilt",
)
