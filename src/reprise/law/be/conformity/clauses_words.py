"""The sentences of clauses that the law sets aside, and of what terms promise."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

CLAUSE: Final = Sentence(
    en="Whether a clause that touches the guarantee of conformity is valid",
    fr="Si une clause qui touche à la garantie de conformité est valable",
    nl="Of een beding dat aan de garantie van overeenstemming raakt, geldig is",
    de="Ob eine Klausel, die die Gewähr berührt, gültig ist",
)
FOREIGN_LAW: Final = Sentence(
    en="Whether a clause that chooses the law of a State outside the Union is valid",
    fr="Si une clause qui choisit la loi d’un État tiers à l’Union est valable",
    nl="Of een beding dat het recht van een staat buiten de Unie kiest, geldig is",
    de="Ob eine Klausel, die das Recht eines Drittstaats wählt, gültig ist",
)
LOCK: Final = Sentence(
    en="A device handed in under guarantee with its activation lock on",
    fr="Un appareil remis en garantie avec son verrouillage d’activation",
    nl="Een toestel dat met activeringsslot onder garantie wordt aangeboden",
    de="Ein Gerät, das mit Aktivierungssperre als Gewährleistungsfall eingeht",
)
PROMISED: Final = Sentence(
    en="What the terms promise for a device that does not conform, and by when",
    fr="Ce que les conditions promettent pour un appareil non conforme, et pour quand",
    nl="Wat de voorwaarden beloven voor een toestel dat niet in orde is, en tegen wanneer",
    de="Was die Bedingungen bei einem nicht vertragsgemäßen Gerät zusagen, und bis wann",
)
ANNOUNCED: Final = Sentence(
    en="What the seller says of repair before putting a device right",
    fr="Ce que le vendeur dit de la réparation avant de mettre un appareil en conformité",
    nl="Wat de verkoper over herstel zegt voordat hij een toestel in orde brengt",
    de="Was der Verkäufer über die Reparatur sagt, bevor er ein Gerät in Ordnung bringt",
)

VOID: Final = Sentence(
    en="The clause was agreed before the consumer brought this defect ({defect}) to the seller's attention, and takes away, departs from or alters the consumer's rights to their detriment: it is void.",
    fr="La clause a été convenue avant que le consommateur ne porte ce défaut ({defect}) à l’attention du vendeur et, à son détriment, exclut ses droits, y déroge ou en modifie les effets : elle est nulle.",
    nl="Het beding is overeengekomen voordat de consument dit gebrek ({defect}) onder de aandacht van de verkoper bracht, en sluit in zijn nadeel zijn rechten uit, wijkt ervan af of wijzigt de gevolgen ervan: het is nietig.",
    de="Die Klausel wurde vereinbart, bevor der Verbraucher dem Verkäufer diesen Mangel ({defect}) mitteilte, und schließt zu seinem Nachteil seine Rechte aus, weicht von ihnen ab oder ändert ihre Wirkungen: Sie ist nichtig.",
)
OTHER_DEFECT: Final = Sentence(
    en="What the seller had been told of by then was another defect, not this one ({defect}).",
    fr="Ce dont le vendeur avait alors été informé était un autre défaut, et non celui-ci ({defect}).",
    nl="Waarover de verkoper toen was ingelicht, was een ander gebrek, niet dit ({defect}).",
    de="Mitgeteilt war dem Verkäufer bis dahin ein anderer Mangel, nicht dieser ({defect}).",
)
SETTLED: Final = Sentence(
    en="The agreement was not made before the consumer brought the defect to the seller's attention ({defect}): this article does not set it aside.",
    fr="L’accord n’a pas été conclu avant que le consommateur ne porte le défaut à l’attention du vendeur ({defect}) : cet article ne l’annule pas.",
    nl="De afspraak is niet gemaakt voordat de consument het gebrek onder de aandacht van de verkoper bracht ({defect}): dit artikel maakt haar niet nietig.",
    de="Die Abrede wurde nicht getroffen, bevor der Verbraucher dem Verkäufer den Mangel mitteilte ({defect}): Dieser Artikel macht sie nicht nichtig.",
)
BEYOND: Final = Sentence(
    en="The clause goes beyond what the law protects: it is valid.",
    fr="La clause va au-delà de la protection légale : elle est valable.",
    nl="Het beding gaat verder dan de wettelijke bescherming: het is geldig.",
    de="Die Klausel geht über den gesetzlichen Schutz hinaus: Sie ist gültig.",
)
NEUTRAL: Final = Sentence(
    en="The clause takes nothing from the consumer's rights under the guarantee.",
    fr="La clause ne retire rien aux droits du consommateur au titre de la garantie.",
    nl="Het beding ontneemt de consument niets van zijn rechten uit de garantie.",
    de="Die Klausel nimmt dem Verbraucher nichts von seinen Rechten aus der Gewähr.",
)
FOREIGN_VOID: Final = Sentence(
    en="Without the clause the law of a Member State would apply, which protects the consumer better in these matters: the choice of a third country's law is void for them.",
    fr="Sans la clause, la loi d’un État membre serait applicable et protège mieux le consommateur en ces matières : le choix de la loi d’un État tiers est nul à leur égard.",
    nl="Zonder het beding zou het recht van een lidstaat gelden, dat de consument in deze aangelegenheden beter beschermt: de keuze voor het recht van een derde land is daarvoor nietig.",
    de="Ohne die Klausel gälte das Recht eines Mitgliedstaats, das den Verbraucher in diesen Fragen besser schützt: Die Wahl des Rechts eines Drittstaats ist insoweit nichtig.",
)
FOREIGN_STANDS: Final = Sentence(
    en="This article does not set the chosen law aside: {why}.",
    fr="Cet article n’écarte pas la loi choisie : {why}.",
    nl="Dit artikel zet het gekozen recht niet opzij: {why}.",
    de="Dieser Artikel verdrängt das gewählte Recht nicht: {why}.",
)
MEMBER_STATE: Final = Sentence(
    en="it is that of a Member State",
    fr="c’est celle d’un État membre",
    nl="het is dat van een lidstaat",
    de="es ist das eines Mitgliedstaats",
)
NOT_OTHERWISE: Final = Sentence(
    en="no Member State's law would apply without it",
    fr="sans elle, aucune loi d’un État membre ne serait applicable",
    nl="zonder het beding zou geen recht van een lidstaat gelden",
    de="ohne sie gälte kein Recht eines Mitgliedstaats",
)
NOT_LESS: Final = Sentence(
    en="the other law protects the consumer no better",
    fr="l’autre loi ne protège pas mieux le consommateur",
    nl="het andere recht beschermt de consument niet beter",
    de="das andere Recht schützt den Verbraucher nicht besser",
)

UNLOCKED: Final = Sentence(
    en="The lock is off: nothing stands in the way.",
    fr="Le verrouillage est désactivé : rien ne s’y oppose.",
    nl="Het slot is uitgeschakeld: er is geen beletsel.",
    de="Die Sperre ist aufgehoben: Es steht nichts im Weg.",
)
LOCK_VOID: Final = Sentence(
    en="Terms that send a locked device back and refuse repair, replacement or refund take away rights that the law gives: as a condition of those rights the clause is void.",
    fr="Des conditions qui renvoient un appareil verrouillé et refusent réparation, remplacement ou remboursement privent de droits que la loi accorde : comme condition de ces droits, la clause est nulle.",
    nl="Voorwaarden die een vergrendeld toestel terugsturen en herstel, vervanging of terugbetaling weigeren, ontnemen rechten die de wet geeft: als voorwaarde voor die rechten is het beding nietig.",
    de="Bedingungen, die ein gesperrtes Gerät zurückschicken und Reparatur, Ersatz oder Erstattung verweigern, nehmen gesetzliche Rechte: als Bedingung dieser Rechte ist die Klausel nichtig.",
)
LOCK_HIDDEN: Final = Sentence(
    en="The claim rests on hidden defects. The article that voids such a clause protects the guarantee of conformity only; what becomes of it here was not read, and until then nothing is refused because of the lock.",
    fr="La demande repose sur un vice caché. L’article qui annule une telle clause ne protège que la garantie de conformité ; ce qu’elle devient ici n’a pas été lu, et d’ici là rien n’est refusé en raison du verrouillage.",
    nl="De aanvraag steunt op een verborgen gebrek. Het artikel dat zo’n beding nietig maakt, beschermt alleen de garantie van overeenstemming; wat er hier van wordt, is niet gelezen, en tot dan wordt niets geweigerd wegens het slot.",
    de="Das Anliegen beruht auf einem verborgenen Mangel. Der Artikel, nach dem eine solche Klausel nichtig ist, schützt nur die Gewähr für Vertragsmäßigkeit; was hier aus ihr wird, wurde nicht gelesen, und bis dahin wird wegen der Sperre nichts verweigert.",
)
LOCK_HELP: Final = Sentence(
    en="The consumer is told how to switch the lock off from afar, and reminded; the claim goes on.",
    fr="Le consommateur apprend comment désactiver le verrouillage à distance, et reçoit des rappels ; sa demande suit son cours.",
    nl="De consument krijgt uitleg om het slot op afstand uit te schakelen, en herinneringen; de aanvraag loopt door.",
    de="Dem Verbraucher wird erklärt, wie er die Sperre aus der Ferne aufhebt, und er wird erinnert; sein Anliegen läuft weiter.",
)
LOCK_TIME: Final = Sentence(
    en="Whether the device is at the seller's disposal while it is locked, so that the time for putting it right runs, the law does not say.",
    fr="La loi ne dit pas si l’appareil verrouillé est à la disposition du vendeur, de sorte que le délai de mise en conformité court.",
    nl="Of het vergrendelde toestel ter beschikking van de verkoper staat, zodat de termijn om het in orde te brengen loopt, zegt de wet niet.",
    de="Ob das gesperrte Gerät dem Verkäufer zur Verfügung steht, sodass die Zeit für die Abhilfe läuft, sagt das Gesetz nicht.",
)
LOCK_PROMISED: Final = Sentence(
    en="The claim rests only on a promise beyond the law, whose terms may ask for an unlocked device: it goes back.",
    fr="La demande ne repose que sur une promesse qui va au-delà de la loi, dont les conditions peuvent exiger un appareil déverrouillé : il repart chez le consommateur.",
    nl="De aanvraag steunt alleen op een belofte bovenop de wet, waarvan de voorwaarden een ontgrendeld toestel mogen vragen: het gaat terug.",
    de="Das Anliegen beruht nur auf einem Versprechen über das Gesetz hinaus, dessen Bedingungen ein entsperrtes Gerät verlangen dürfen: Es geht zurück.",
)

IDENTICAL: Final = Sentence(
    en="The terms promise an identical device.",
    fr="Les conditions promettent un appareil identique.",
    nl="De voorwaarden beloven een identiek toestel.",
    de="Die Bedingungen sagen ein identisches Gerät zu.",
)
EQUIVALENT: Final = Sentence(
    en="The terms promise a device of equivalent quality and price.",
    fr="Les conditions promettent un appareil de qualité et de prix équivalents.",
    nl="De voorwaarden beloven een toestel van gelijkwaardige kwaliteit en prijs.",
    de="Die Bedingungen sagen ein Gerät von gleichwertiger Qualität und gleichwertigem Preis zu.",
)
NOT_THAT_ONE: Final = Sentence(
    en="The device that the consumer chose cannot be had; the terms' other replacement is offered in its place.",
    fr="Le remplacement choisi par le consommateur est impossible ; l’autre remplacement prévu par les conditions est proposé à la place.",
    nl="Het toestel dat de consument koos, is niet te krijgen; de andere vervanging uit de voorwaarden wordt in de plaats aangeboden.",
    de="Das vom Verbraucher gewählte Gerät ist nicht zu beschaffen; der andere Ersatz nach den Bedingungen wird stattdessen angeboten.",
)
MAY_DECLINE: Final = Sentence(
    en="The terms promise the price back where replacement by an identical or equivalent device is impossible. Whether that means the chosen one or both is not settled: in doubt the consumer may decline the other one and have the price back within {days} days of the request, by {until}.",
    fr="Les conditions promettent le remboursement du prix si le remplacement par un appareil identique ou équivalent s’avère impossible. Il n’est pas établi si cela vise celui qui a été choisi ou les deux : dans le doute, le consommateur peut refuser l’autre et obtenir le remboursement du prix dans les {days} jours qui suivent la demande, au plus tard le {until}.",
    nl="De voorwaarden beloven de prijs terug als vervanging door een identiek of gelijkwaardig toestel onmogelijk is. Of dat het gekozen toestel betreft of beide, staat niet vast: bij twijfel mag de consument het andere weigeren en de prijs terugkrijgen binnen {days} dagen na de aanvraag, uiterlijk op {until}.",
    de="Die Bedingungen sagen die Rückzahlung des Preises zu, wenn Ersatz durch ein identisches oder gleichwertiges Gerät unmöglich ist. Ob damit das gewählte oder beide gemeint sind, ist nicht geklärt: Im Zweifel kann der Verbraucher das andere ablehnen und erhält den Preis innerhalb von {days} Tagen nach dem Verlangen zurück, spätestens am {until}.",
)
SHIP_BY: Final = Sentence(
    en="It leaves within {days} working days of the seller receiving the faulty device ({received}), in the calendar of {calendar}: by {until}.",
    fr="Il part dans les {days} jours ouvrés qui suivent la réception de l’appareil défectueux par le vendeur ({received}), selon le calendrier {calendar} : au plus tard le {until}.",
    nl="Het vertrekt binnen {days} werkdagen nadat de verkoper het gebrekkige toestel ontving ({received}), volgens de kalender {calendar}: uiterlijk op {until}.",
    de="Es wird innerhalb von {days} Werktagen (Montag bis Freitag) nach Eingang des mangelhaften Geräts ({received}) abgesandt, nach dem Kalender {calendar}: spätestens am {until}.",
)
SHIP_ON_RECEIPT: Final = Sentence(
    en="It leaves within {days} working days once the seller has the faulty device.",
    fr="Il part dans les {days} jours ouvrés qui suivent la réception de l’appareil défectueux par le vendeur.",
    nl="Het vertrekt binnen {days} werkdagen zodra de verkoper het gebrekkige toestel heeft.",
    de="Es wird innerhalb von {days} Werktagen (Montag bis Freitag) abgesandt, sobald der Verkäufer das mangelhafte Gerät hat.",
)
REFUND_BY: Final = Sentence(
    en="Neither an identical nor an equivalent device can be had: the terms promise the price back within {days} days of the request ({asked}): by {until}.",
    fr="Ni appareil identique ni appareil équivalent : les conditions promettent le remboursement du prix dans les {days} jours qui suivent la demande ({asked}) : au plus tard le {until}.",
    nl="Geen identiek en geen gelijkwaardig toestel te krijgen: de voorwaarden beloven de prijs terug binnen {days} dagen na de aanvraag ({asked}): uiterlijk op {until}.",
    de="Weder ein identisches noch ein gleichwertiges Gerät ist zu beschaffen: Die Bedingungen sagen zu, dass der Preis innerhalb von {days} Tagen nach dem Verlangen ({asked}) zurückgezahlt wird: spätestens am {until}.",
)
COSTS_ON_SELLER: Final = Sentence(
    en="Sending the device back and delivering the new one are at the seller's cost.",
    fr="Le retour de l’appareil et la livraison du nouveau sont aux frais du vendeur.",
    nl="Het terugsturen van het toestel en de levering van het nieuwe zijn op kosten van de verkoper.",
    de="Rücksendung des Geräts und Lieferung des neuen gehen auf Kosten des Verkäufers.",
)
CHOICE_STAYS: Final = Sentence(
    en="The promise does not take away the choice of repair that the law gives.",
    fr="La promesse ne retire pas le choix de la réparation que la loi accorde.",
    nl="De belofte neemt de keuze voor herstel die de wet geeft niet weg.",
    de="Die Zusage nimmt die gesetzliche Wahl der Nachbesserung nicht.",
)

SAID_ALL: Final = Sentence(
    en="For contracts made from {since} the seller says that the consumer chooses between repair and replacement and that repair makes the guarantee {months} months longer, once; that was said.",
    fr="Pour les contrats conclus à partir du {since}, le vendeur indique que le consommateur choisit entre réparation et remplacement et que la réparation prolonge la garantie de {months} mois, une fois ; cela a été dit.",
    nl="Voor overeenkomsten vanaf {since} zegt de verkoper dat de consument kiest tussen herstel en vervanging en dat herstel de garantie eenmalig met {months} maanden verlengt; dat is gezegd.",
    de="Für Verträge ab dem {since} sagt der Verkäufer, dass der Verbraucher zwischen Reparatur und Ersatz wählt und dass die Reparatur die Gewähr einmalig um {months} Monate verlängert; das wurde gesagt.",
)
SAID_TOO_LITTLE: Final = Sentence(
    en="For contracts made from {since} something is missing: {missing}.",
    fr="Pour les contrats conclus à partir du {since}, il manque : {missing}.",
    nl="Voor overeenkomsten vanaf {since} ontbreekt: {missing}.",
    de="Für Verträge ab dem {since} fehlt: {missing}.",
)
ANNOUNCEMENTS: Final = {
    "choice": Sentence(
        en="that the consumer chooses between repair and replacement",
        fr="l’indication que le consommateur choisit entre réparation et remplacement",
        nl="dat de consument kiest tussen herstel en vervanging",
        de="der Hinweis auf die Wahl zwischen Reparatur und Ersatz",
    ),
    "longer": Sentence(
        en="that repair makes the guarantee longer",
        fr="l’indication que la réparation prolonge la garantie",
        nl="dat herstel de garantie verlengt",
        de="der Hinweis, dass die Reparatur die Gewähr verlängert",
    ),
    "express_request": Sentence(
        en="the consumer's express request for a refurbished replacement",
        fr="la demande expresse du consommateur d’un remplacement reconditionné",
        nl="het uitdrukkelijke verzoek van de consument om een refurbished vervanging",
        de="der ausdrückliche Wunsch des Verbrauchers nach einem überholten Ersatzgerät",
    ),
}
