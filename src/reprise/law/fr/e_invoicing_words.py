"""The sentences of electronic invoices in France."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

DUTY: Final = Sentence(
    en="Whether a sale is invoiced or reported electronically in France",
    fr="Si une vente est facturée ou déclarée par voie électronique en France",
    nl="Of een verkoop in Frankrijk elektronisch wordt gefactureerd of gemeld",
    de="Ob ein Verkauf in Frankreich elektronisch berechnet oder gemeldet wird",
)
NOT_YET: Final = Sentence(
    en="A business of this size issues electronic invoices and reports from {since}.",
    fr="Une entreprise de cette taille émet des factures et des déclarations électroniques à partir du {since}.",
    nl="Een onderneming van deze omvang maakt elektronische facturen en meldingen vanaf {since}.",
    de="Ein Unternehmen dieser Größe stellt elektronische Rechnungen und Meldungen ab dem {since} aus.",
)
INVOICED: Final = Sentence(
    en="Since {since} a sale to a French business is invoiced electronically, through an approved platform.",
    fr="Depuis le {since}, une vente à une entreprise française est facturée par voie électronique, par une plateforme agréée.",
    nl="Sinds {since} wordt een verkoop aan een Franse onderneming elektronisch gefactureerd, via een erkend platform.",
    de="Seit dem {since} wird ein Verkauf an ein französisches Unternehmen elektronisch berechnet, über eine zugelassene Plattform.",
)
REPORTED: Final = Sentence(
    en="Since {since} a sale to a consumer or abroad is reported electronically, through an approved platform.",
    fr="Depuis le {since}, une vente à un consommateur ou à l’étranger est déclarée par voie électronique, par une plateforme agréée.",
    nl="Sinds {since} wordt een verkoop aan een consument of naar het buitenland elektronisch gemeld, via een erkend platform.",
    de="Seit dem {since} wird ein Verkauf an einen Verbraucher oder ins Ausland elektronisch gemeldet, über eine zugelassene Plattform.",
)
RECEIVES: Final = Sentence(
    en="Since {since} every business receives electronic invoices.",
    fr="Depuis le {since}, toute entreprise reçoit des factures électroniques.",
    nl="Sinds {since} ontvangt elke onderneming elektronische facturen.",
    de="Seit dem {since} empfängt jedes Unternehmen elektronische Rechnungen.",
)
RECEIVES_FROM: Final = Sentence(
    en="From {since} every business receives electronic invoices.",
    fr="À partir du {since}, toute entreprise reçoit des factures électroniques.",
    nl="Vanaf {since} ontvangt elke onderneming elektronische facturen.",
    de="Ab dem {since} empfängt jedes Unternehmen elektronische Rechnungen.",
)
