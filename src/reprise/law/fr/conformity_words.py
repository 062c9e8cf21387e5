"""The sentences of the French remedies, invoice and box."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

REMEDIES: Final = Sentence(
    en="What the consumer may ask for after a lack of conformity",
    fr="Ce que le consommateur peut demander en cas de défaut de conformité",
    nl="Wat de consument na een gebrek aan overeenstemming kan vragen",
    de="Was der Verbraucher bei einem Mangel verlangen kann",
)
REFUND: Final = Sentence(
    en="When the money is back after the end of the contract",
    fr="Quand l’argent est rendu après la résolution du contrat",
    nl="Wanneer het geld terug is na de ontbinding van de overeenkomst",
    de="Wann das Geld nach dem Ende des Vertrags zurück ist",
)
INVOICE: Final = Sentence(
    en="What the invoice says of the legal guarantee",
    fr="Ce que la facture dit de la garantie légale",
    nl="Wat de factuur over de wettelijke garantie zegt",
    de="Was die Rechnung über die gesetzliche Gewährleistung sagt",
)
BOX: Final = Sentence(
    en="The box on the legal guarantees in terms of sale",
    fr="L’encadré sur les garanties légales dans les conditions de vente",
    nl="Het kader over de wettelijke garanties in de verkoopvoorwaarden",
    de="Der Kasten über die gesetzlichen Gewährleistungen in den Verkaufsbedingungen",
)

CONFORM_BY: Final = Sentence(
    en="Repair or replacement is due within {days} days of the request: by the end of {until}, free and without major inconvenience.",
    fr="La réparation ou le remplacement est dû dans les {days} jours suivant la demande : avant la fin du {until}, sans frais et sans inconvénient majeur.",
    nl="Herstel of vervanging is verschuldigd binnen {days} dagen na het verzoek: vóór het einde van {until}, kosteloos en zonder ernstige overlast.",
    de="Reparatur oder Ersatz ist innerhalb von {days} Tagen nach dem Verlangen geschuldet: bis zum Ende des {until}, kostenlos und ohne erhebliche Unannehmlichkeiten.",
)
REFUSED: Final = Sentence(
    en="The seller refuses to repair or replace.",
    fr="Le vendeur refuse de réparer ou de remplacer.",
    nl="De verkoper weigert te herstellen of te vervangen.",
    de="Der Verkäufer verweigert Reparatur und Ersatz.",
)
LATE: Final = Sentence(
    en="The device was not back in conformity by that day.",
    fr="L’appareil n’a pas été remis en conformité à cette date.",
    nl="Het toestel was op die dag niet weer in orde.",
    de="Das Gerät war bis zu diesem Tag nicht in Ordnung gebracht.",
)
INCONVENIENCE: Final = Sentence(
    en="Repair or replacement causes a major inconvenience.",
    fr="La réparation ou le remplacement cause un inconvénient majeur.",
    nl="Herstel of vervanging veroorzaakt ernstige overlast.",
    de="Reparatur oder Ersatz verursacht erhebliche Unannehmlichkeiten.",
)
COSTS_LEFT: Final = Sentence(
    en="The consumer is left with the cost of taking back, removing or installing a device: a major inconvenience.",
    fr="Le consommateur supporte définitivement des frais de reprise, d’enlèvement ou d’installation : c’est un inconvénient majeur.",
    nl="De kosten van terugname, verwijdering of installatie blijven bij de consument: dat is ernstige overlast.",
    de="Kosten für Rücknahme, Ausbau oder Einbau bleiben beim Verbraucher: eine erhebliche Unannehmlichkeit.",
)
PERSISTS: Final = Sentence(
    en="The defect is still there after the seller's attempt.",
    fr="Le défaut persiste après la tentative du vendeur.",
    nl="Het gebrek is er na de poging van de verkoper nog steeds.",
    de="Der Mangel besteht nach dem Versuch des Verkäufers fort.",
)
SERIOUS: Final = Sentence(
    en="The defect is so serious that the consumer need not ask for repair or replacement first.",
    fr="Le défaut est si grave que le consommateur n’a pas à demander d’abord la réparation ou le remplacement.",
    nl="Het gebrek is zo ernstig dat de consument niet eerst om herstel of vervanging hoeft te vragen.",
    de="Der Mangel ist so schwer, dass der Verbraucher nicht zuerst Reparatur oder Ersatz verlangen muss.",
)
FIRST_REMEDY: Final = Sentence(
    en="For now the consumer may ask for repair or replacement.",
    fr="Pour l’instant, le consommateur peut demander la réparation ou le remplacement.",
    nl="Voorlopig kan de consument om herstel of vervanging vragen.",
    de="Vorerst kann der Verbraucher Reparatur oder Ersatz verlangen.",
)
REDUCTION_ONLY: Final = Sentence(
    en="The consumer may have the price reduced and keep the device; a minor defect does not end the contract.",
    fr="Le consommateur peut obtenir une réduction du prix en conservant l’appareil ; un défaut mineur ne met pas fin au contrat.",
    nl="De consument kan prijsvermindering krijgen en het toestel houden; een gering gebrek beëindigt de overeenkomst niet.",
    de="Der Verbraucher kann den Preis mindern und das Gerät behalten; ein geringfügiger Mangel beendet den Vertrag nicht.",
)
BOTH_OPEN: Final = Sentence(
    en="The consumer may have the price reduced and keep the device, or end the contract and be refunded.",
    fr="Le consommateur peut obtenir une réduction du prix en conservant l’appareil, ou mettre fin au contrat et être remboursé.",
    nl="De consument kan prijsvermindering krijgen en het toestel houden, of de overeenkomst beëindigen en zijn geld terugkrijgen.",
    de="Der Verbraucher kann den Preis mindern und das Gerät behalten oder den Vertrag beenden und sein Geld zurückerhalten.",
)
NOT_BACK: Final = Sentence(
    en="The money follows the device, or the proof that it was sent; neither has come yet.",
    fr="L’argent suit l’appareil, ou la preuve de son expédition ; ni l’un ni l’autre n’est encore arrivé.",
    nl="Het geld volgt het toestel, of het bewijs van verzending; geen van beide is al gekomen.",
    de="Das Geld folgt dem Gerät oder dem Nachweis der Absendung; noch ist beides nicht eingetroffen.",
)
REFUND_BY: Final = Sentence(
    en="The money is given back within {days} days of the device or the proof that it was sent ({event}): by the end of {until}.",
    fr="L’argent est rendu dans les {days} jours suivant la réception de l’appareil ou de la preuve de son expédition ({event}) : avant la fin du {until}.",
    nl="Het geld wordt terugbetaald binnen {days} dagen na ontvangst van het toestel of van het bewijs van verzending ({event}): vóór het einde van {until}.",
    de="Das Geld wird innerhalb von {days} Tagen nach Erhalt des Geräts oder des Nachweises der Absendung ({event}) zurückgezahlt: bis zum Ende des {until}.",
)
ON_INVOICE: Final = Sentence(
    en="The invoice mentions the legal guarantee of {months} months, for a refurbished device as for a new one.",
    fr="La facture mentionne la garantie légale de {months} mois, pour un appareil reconditionné comme pour un neuf.",
    nl="De factuur vermeldt de wettelijke garantie van {months} maanden, voor een refurbished toestel net als voor een nieuw.",
    de="Die Rechnung nennt die gesetzliche Gewährleistung von {months} Monaten, für ein aufbereitetes Gerät wie für ein neues.",
)
NOT_ON_INVOICE: Final = Sentence(
    en="The invoice need not mention the legal guarantee for these goods.",
    fr="La facture n’a pas à mentionner la garantie légale pour ces biens.",
    nl="De factuur hoeft de wettelijke garantie voor deze goederen niet te vermelden.",
    de="Die Rechnung muss die gesetzliche Gewährleistung für diese Waren nicht nennen.",
)
OBSTRUCTION: Final = Sentence(
    en="What a seller risks who obstructs the legal guarantee",
    fr="Ce que risque un vendeur qui fait obstacle à la garantie légale",
    nl="Wat een verkoper riskeert die de wettelijke garantie belemmert",
    de="Was ein Verkäufer riskiert, der die gesetzliche Gewährleistung behindert",
)
NO_FINE: Final = Sentence(
    en="The fine presupposes bad faith; there is none here.",
    fr="L’amende suppose la mauvaise foi ; elle fait ici défaut.",
    nl="De boete veronderstelt kwade trouw; die is er hier niet.",
    de="Die Geldbuße setzt bösen Glauben voraus; er fehlt hier.",
)
FINE: Final = Sentence(
    en="Obstruction in bad faith: a civil fine of at most {fine}, which can be raised to 10 % of the average yearly turnover ({turnover}), so at most {at_most}.",
    fr="Obstacle de mauvaise foi : une amende civile de {fine} au plus, qui peut être portée à 10 % du chiffre d’affaires moyen annuel ({turnover}), soit {at_most} au plus.",
    nl="Belemmering te kwader trouw: een civiele boete van ten hoogste {fine}, die kan worden verhoogd tot 10 % van de gemiddelde jaaromzet ({turnover}), dus ten hoogste {at_most}.",
    de="Behinderung in bösem Glauben: eine zivilrechtliche Geldbuße von höchstens {fine}, die auf 10 % des durchschnittlichen Jahresumsatzes ({turnover}) erhöht werden kann, also höchstens {at_most}.",
)
WORD_FOR_WORD: Final = Sentence(
    en="The terms of sale carry the box word for word as the model gives it, in French.",
    fr="Les conditions de vente portent l’encadré mot pour mot selon le modèle, en français.",
    nl="De verkoopvoorwaarden bevatten het kader woord voor woord volgens het model, in het Frans.",
    de="Die Verkaufsbedingungen enthalten den Kasten Wort für Wort nach dem Muster, auf Französisch.",
)
SIX_MONTHS_DOUBTFUL: Final = Sentence(
    en="The text names six months after a repair; whether it was changed for contracts from 31 July 2026 was not found.",
    fr="Le texte mentionne six mois après une réparation ; il n’a pas été établi s’il a été modifié pour les contrats conclus à partir du 31 juillet 2026.",
    nl="De tekst noemt zes maanden na een herstelling; of hij voor overeenkomsten vanaf 31 juli 2026 is gewijzigd, is niet gevonden.",
    de="Der Text nennt sechs Monate nach einer Reparatur; ob er für Verträge ab dem 31. Juli 2026 geändert wurde, wurde nicht gefunden.",
)
