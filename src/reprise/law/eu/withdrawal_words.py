"""The sentences of the right to withdraw."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

WINDOW: Final = Sentence(
    en="Until when the buyer may withdraw",
    fr="Jusqu’à quand l’acheteur peut se rétracter",
    nl="Tot wanneer de koper kan herroepen",
    de="Bis wann der Käufer widerrufen kann",
)
NOTICE: Final = Sentence(
    en="Whether a withdrawal is in time, and until when the goods go back",
    fr="Si une rétractation est faite à temps, et jusqu’à quand le bien est renvoyé",
    nl="Of een herroeping op tijd is, en tot wanneer het goed teruggaat",
    de="Ob ein Widerruf rechtzeitig ist und bis wann die Ware zurückgeht",
)
REFUND: Final = Sentence(
    en="When the money is back after a withdrawal",
    fr="Quand l’argent est rendu après une rétractation",
    nl="Wanneer het geld terug is na een herroeping",
    de="Wann das Geld nach einem Widerruf zurück ist",
)
SUM: Final = Sentence(
    en="How much is given back after a withdrawal",
    fr="Combien est rendu après une rétractation",
    nl="Hoeveel er wordt terugbetaald na een herroeping",
    de="Wie viel nach einem Widerruf zurückgezahlt wird",
)
LOCK: Final = Sentence(
    en="A device sent back with its activation lock on",
    fr="Un appareil renvoyé avec son verrouillage d’activation",
    nl="Een toestel dat met activeringsslot is teruggestuurd",
    de="Ein Gerät, das mit Aktivierungssperre zurückkommt",
)

FROM_DELIVERY: Final = Sentence(
    en="The buyer may withdraw within {days} days of receiving the last parcel ({event}): until the end of {until}.",
    fr="L’acheteur peut se rétracter dans les {days} jours qui suivent la réception du dernier colis ({event}) : jusqu’à la fin du {until}.",
    nl="De koper kan herroepen binnen {days} dagen na ontvangst van het laatste pakket ({event}): tot het einde van {until}.",
    de="Der Käufer kann binnen {days} Tagen nach Erhalt des letzten Pakets ({event}) widerrufen: bis zum Ende des {until}.",
)
NOT_BEGUN: Final = Sentence(
    en="The last parcel has not come yet: the period does not run, and the buyer may withdraw already.",
    fr="Le dernier colis n’est pas encore arrivé : le délai ne court pas, et l’acheteur peut déjà se rétracter.",
    nl="Het laatste pakket is er nog niet: de termijn loopt niet, en de koper kan al herroepen.",
    de="Das letzte Paket ist noch nicht da: Die Frist läuft nicht, und der Käufer kann bereits widerrufen.",
)
TOLD_LATE: Final = Sentence(
    en="The buyer was informed of the right only on {told}; the {days} days count from then: until the end of {until}.",
    fr="L’acheteur n’a été informé de son droit que le {told} ; les {days} jours courent à partir de là : jusqu’à la fin du {until}.",
    nl="De koper is pas op {told} over het recht geïnformeerd; de {days} dagen tellen vanaf dan: tot het einde van {until}.",
    de="Der Käufer wurde erst am {told} über das Recht informiert; die {days} Tage zählen von da an: bis zum Ende des {until}.",
)
UNTOLD: Final = Sentence(
    en="The buyer was not informed of the right in time; the period is {months} months longer: until the end of {until}.",
    fr="L’acheteur n’a pas été informé de son droit à temps ; le délai est prolongé de {months} mois : jusqu’à la fin du {until}.",
    nl="De koper is niet op tijd over het recht geïnformeerd; de termijn is {months} maanden langer: tot het einde van {until}.",
    de="Der Käufer wurde nicht rechtzeitig über das Recht informiert; die Frist ist {months} Monate länger: bis zum Ende des {until}.",
)
PROMISED: Final = Sentence(
    en="The terms give {days} clear days, of which neither the first nor the last counts: until the end of {until}.",
    fr="Les conditions accordent {days} jours francs, dont ni le premier ni le dernier ne comptent : jusqu’à la fin du {until}.",
    nl="De voorwaarden geven {days} volle dagen, waarvan de eerste en de laatste niet meetellen: tot het einde van {until}.",
    de="Die Bedingungen gewähren {days} volle Tage, von denen weder der erste noch der letzte zählt: bis zum Ende des {until}.",
)
IN_TIME: Final = Sentence(
    en="The notice was sent on {sent}, within the statutory period, which ends on {until}.",
    fr="La notification a été envoyée le {sent}, dans le délai légal, qui se termine le {until}.",
    nl="De kennisgeving is verzonden op {sent}, binnen de wettelijke termijn, die eindigt op {until}.",
    de="Die Mitteilung wurde am {sent} abgesandt, innerhalb der gesetzlichen Frist, die am {until} endet.",
)
IN_PROMISED_TIME: Final = Sentence(
    en="The notice was sent on {sent}: after the statutory period, but within the longer one of the terms, which ends on {until}.",
    fr="La notification a été envoyée le {sent} : après le délai légal, mais dans le délai plus long des conditions, qui se termine le {until}.",
    nl="De kennisgeving is verzonden op {sent}: na de wettelijke termijn, maar binnen de langere termijn van de voorwaarden, die eindigt op {until}.",
    de="Die Mitteilung wurde am {sent} abgesandt: nach der gesetzlichen Frist, aber innerhalb der längeren Frist der Bedingungen, die am {until} endet.",
)
TOO_LATE: Final = Sentence(
    en="The notice was sent on {sent}; the last day was {until}.",
    fr="La notification a été envoyée le {sent} ; le dernier jour était le {until}.",
    nl="De kennisgeving is verzonden op {sent}; de laatste dag was {until}.",
    de="Die Mitteilung wurde am {sent} abgesandt; der letzte Tag war der {until}.",
)
SEND_BACK: Final = Sentence(
    en="The goods are sent back within {days} days of the notice: until the end of {until}. Handing them over by then is enough.",
    fr="Le bien est renvoyé dans les {days} jours qui suivent la notification : jusqu’à la fin du {until}. Il suffit de l’expédier ce jour-là au plus tard.",
    nl="Het goed wordt teruggestuurd binnen {days} dagen na de kennisgeving: tot het einde van {until}. Verzenden op uiterlijk die dag is genoeg.",
    de="Die Ware geht binnen {days} Tagen nach der Mitteilung zurück: bis zum Ende des {until}. Es genügt, sie bis dahin abzusenden.",
)
SEND_BACK_ONCE_THERE: Final = Sentence(
    en="The goods came after the notice, on {event}; they are sent back within {days} days of coming: until the end of {until}.",
    fr="Le bien est arrivé après la notification, le {event} ; il est renvoyé dans les {days} jours qui suivent son arrivée : jusqu’à la fin du {until}.",
    nl="Het goed kwam na de kennisgeving, op {event}; het wordt teruggestuurd binnen {days} dagen na aankomst: tot het einde van {until}.",
    de="Die Ware kam nach der Mitteilung, am {event}; sie geht binnen {days} Tagen nach ihrem Eintreffen zurück: bis zum Ende des {until}.",
)
SEND_BACK_LATER: Final = Sentence(
    en="The goods have not all come; they are sent back within {days} days of coming.",
    fr="Le bien n’est pas encore entièrement arrivé ; il est renvoyé dans les {days} jours qui suivent son arrivée.",
    nl="Het goed is er nog niet helemaal; het wordt teruggestuurd binnen {days} dagen na aankomst.",
    de="Die Ware ist noch nicht vollständig da; sie geht binnen {days} Tagen nach ihrem Eintreffen zurück.",
)
SELLER_COLLECTS: Final = Sentence(
    en="The seller has offered to collect the goods: the buyer does not have to send them back.",
    fr="Le vendeur a proposé de récupérer le bien : l’acheteur n’a pas à le renvoyer.",
    nl="De verkoper heeft aangeboden het goed op te halen: de koper hoeft het niet terug te sturen.",
    de="Der Verkäufer hat angeboten, die Ware abzuholen: Der Käufer muss sie nicht zurücksenden.",
)
SEND_BACK_PROMISED: Final = Sentence(
    en="Under the terms the goods go back within {days} days of the notice and within the period that they give: until the end of {until}.",
    fr="Selon les conditions, le bien est renvoyé dans les {days} jours qui suivent la notification et dans le délai qu’elles accordent : jusqu’à la fin du {until}.",
    nl="Volgens de voorwaarden gaat het goed terug binnen {days} dagen na de kennisgeving en binnen de termijn die zij geven: tot het einde van {until}.",
    de="Nach den Bedingungen geht die Ware binnen {days} Tagen nach der Mitteilung und innerhalb der von ihnen gewährten Frist zurück: bis zum Ende des {until}.",
)
REFUND_DAYS: Final = Sentence(
    en="The money is given back within {days} days of receiving the notice ({received}): by {until}.",
    fr="L’argent est rendu dans les {days} jours qui suivent la réception de la notification ({received}) : au plus tard le {until}.",
    nl="Het geld wordt terugbetaald binnen {days} dagen na ontvangst van de kennisgeving ({received}): uiterlijk op {until}.",
    de="Das Geld wird binnen {days} Tagen nach Erhalt der Mitteilung ({received}) zurückgezahlt: spätestens am {until}.",
)
WAITS: Final = Sentence(
    en="The seller may wait until the goods arrive or the buyer proves to have sent them, whichever comes first.",
    fr="Le vendeur peut attendre que le bien arrive ou que l’acheteur prouve l’avoir expédié, selon ce qui vient en premier.",
    nl="De verkoper mag wachten tot het goed aankomt of de koper bewijst dat hij het heeft verzonden, wat het eerst komt.",
    de="Der Verkäufer darf warten, bis die Ware ankommt oder der Käufer nachweist, dass er sie abgesandt hat, je nachdem, was zuerst eintritt.",
)
NOT_AWAITED: Final = Sentence(
    en="The seller has offered to collect the goods, so the refund does not wait for them: it is due by {until}.",
    fr="Le vendeur a proposé de récupérer le bien, donc le remboursement ne l’attend pas : il est dû au plus tard le {until}.",
    nl="De verkoper heeft aangeboden het goed op te halen, dus de terugbetaling wacht er niet op: ze is uiterlijk op {until} verschuldigd.",
    de="Der Verkäufer hat angeboten, die Ware abzuholen; die Rückzahlung wartet daher nicht auf sie: Sie ist spätestens am {until} fällig.",
)
NEVER_SENT: Final = Sentence(
    en="The goods were never sent, so there is nothing to wait for: the refund is due by {until}.",
    fr="Le bien n’a jamais été expédié, il n’y a donc rien à attendre : le remboursement est dû au plus tard le {until}.",
    nl="Het goed is nooit verzonden, er is dus niets om op te wachten: de terugbetaling is uiterlijk op {until} verschuldigd.",
    de="Die Ware wurde nie versandt, es gibt also nichts abzuwarten: Die Rückzahlung ist spätestens am {until} fällig.",
)
WAITS_FOR_GOODS: Final = Sentence(
    en="Under the terms the refund waits until the goods arrive.",
    fr="Selon les conditions, le remboursement attend l’arrivée du bien.",
    nl="Volgens de voorwaarden wacht de terugbetaling op de aankomst van het goed.",
    de="Nach den Bedingungen wartet die Rückzahlung auf das Eintreffen der Ware.",
)
FREED: Final = Sentence(
    en="The goods, or the proof that they were sent, came on {event}: from then on nothing justifies waiting past {until}.",
    fr="Le bien, ou la preuve de son expédition, est arrivé le {event} : dès lors rien ne justifie d’attendre au-delà du {until}.",
    nl="Het goed, of het bewijs van verzending, kwam op {event}: vanaf dan rechtvaardigt niets een uitstel na {until}.",
    de="Die Ware oder der Nachweis der Absendung kam am {event}: Von da an rechtfertigt nichts ein Warten über den {until} hinaus.",
)
GOODS_CAME: Final = Sentence(
    en="The goods came on {event}: the refund that the terms promise is due by {until}.",
    fr="Le bien est arrivé le {event} : le remboursement promis par les conditions est dû au plus tard le {until}.",
    nl="Het goed kwam op {event}: de terugbetaling die de voorwaarden beloven, is uiterlijk op {until} verschuldigd.",
    de="Die Ware kam am {event}: Die von den Bedingungen zugesagte Rückzahlung ist spätestens am {until} fällig.",
)
TERMS_PAY_SOONER: Final = Sentence(
    en="The goods came as the terms want, and their own {days} days do not wait for a working day: the refund is due by {until} already.",
    fr="Le bien est arrivé comme les conditions le demandent, et leurs propres {days} jours n’attendent pas un jour ouvré : le remboursement est dû dès le {until} au plus tard.",
    nl="Het goed kwam zoals de voorwaarden het vragen, en hun eigen {days} dagen wachten niet op een werkdag: de terugbetaling is al uiterlijk op {until} verschuldigd.",
    de="Die Ware kam, wie die Bedingungen es verlangen, und deren eigene {days} Tage warten nicht auf einen Arbeitstag: Die Rückzahlung ist schon bis zum {until} fällig.",
)
LATE_RETURN_DELAYS: Final = Sentence(
    en="The goods were sent back after {until}; that delays the refund and does not take it away.",
    fr="Le bien a été renvoyé après le {until} ; cela retarde le remboursement, sans le faire perdre.",
    nl="Het goed is na {until} teruggestuurd; dat vertraagt de terugbetaling, maar doet die niet vervallen.",
    de="Die Ware wurde nach dem {until} zurückgesandt; das verzögert die Rückzahlung, lässt sie aber nicht entfallen.",
)
LATE_RETURN_LOSES: Final = Sentence(
    en="The goods were sent back after {until}, the last day that the terms give; the terms then refund nothing.",
    fr="Le bien a été renvoyé après le {until}, dernier jour accordé par les conditions ; elles ne prévoient alors aucun remboursement.",
    nl="Het goed is na {until} teruggestuurd, de laatste dag van de voorwaarden; die betalen dan niets terug.",
    de="Die Ware wurde nach dem {until} zurückgesandt, dem letzten Tag der Bedingungen; sie sehen dann keine Rückzahlung vor.",
)
LEFT_UNKNOWN: Final = Sentence(
    en="The goods came on {event}; when they were sent is not known. Sent by {until}, the last instant that the terms give, they are refunded by {due}; sent later, the terms refund nothing.",
    fr="Le bien est arrivé le {event} ; la date de son expédition n’est pas connue. Expédié au plus tard le {until}, dernier moment accordé par les conditions, il est remboursé au plus tard le {due} ; expédié plus tard, elles ne prévoient aucun remboursement.",
    nl="Het goed kwam op {event}; wanneer het is verzonden, is niet bekend. Verzonden uiterlijk op {until}, het laatste moment van de voorwaarden, wordt het uiterlijk op {due} terugbetaald; later verzonden betalen zij niets terug.",
    de="Die Ware kam am {event}; wann sie abgesandt wurde, ist nicht bekannt. Bei Absendung bis {until}, dem letzten Zeitpunkt der Bedingungen, wird sie bis {due} erstattet; bei späterer Absendung sehen sie keine Rückzahlung vor.",
)
GOODS_BACK: Final = Sentence(
    en="The price of the goods sent back: {amount}.",
    fr="Le prix des biens renvoyés : {amount}.",
    nl="De prijs van de teruggestuurde goederen: {amount}.",
    de="Der Preis der zurückgesandten Waren: {amount}.",
)
OUTBOUND: Final = Sentence(
    en="The delivery, at most what the standard one costs: {amount}.",
    fr="La livraison, au plus le coût de la livraison standard : {amount}.",
    nl="De levering, hoogstens wat de standaardlevering kost: {amount}.",
    de="Die Lieferung, höchstens zum Preis der Standardlieferung: {amount}.",
)
OUTBOUND_KEPT: Final = Sentence(
    en="Of the {standard} for the standard delivery, {kept} belong to goods that are kept or were given back before.",
    fr="Sur les {standard} de la livraison standard, {kept} correspondent à des biens conservés ou ont déjà été rendus.",
    nl="Van de {standard} voor de standaardlevering hoort {kept} bij goederen die worden gehouden of is al terugbetaald.",
    de="Von den {standard} der Standardlieferung entfallen {kept} auf Waren, die behalten werden, oder wurden bereits zurückgezahlt.",
)
SAME_MEANS: Final = Sentence(
    en="It is given back by the means of payment that was used for the order.",
    fr="La somme est rendue par le moyen de paiement utilisé lors de la commande.",
    nl="Het bedrag wordt terugbetaald met het betaalmiddel dat voor de bestelling is gebruikt.",
    de="Der Betrag wird über das Zahlungsmittel zurückgezahlt, das bei der Bestellung verwendet wurde.",
)
NO_RIGHT: Final = Sentence(
    en="The withdrawal came too late: neither the law nor the terms give anything back for it.",
    fr="La rétractation est tardive : ni la loi ni les conditions ne prévoient de remboursement.",
    nl="De herroeping kwam te laat: noch de wet, noch de voorwaarden geven er iets voor terug.",
    de="Der Widerruf kam zu spät: Weder das Gesetz noch die Bedingungen sehen dafür eine Rückzahlung vor.",
)
RETURN_PAID: Final = Sentence(
    en="The return is on the seller, at most what the standard one costs: {amount}.",
    fr="Le retour est à la charge du vendeur, au plus le coût d’un envoi standard : {amount}.",
    nl="De terugzending is voor rekening van de verkoper, hoogstens wat een standaardzending kost: {amount}.",
    de="Die Rücksendung trägt der Verkäufer, höchstens zum Preis einer Standardsendung: {amount}.",
)
RETURN_UNTOLD: Final = Sentence(
    en="The buyer was not informed that the return would be the buyer’s to pay, so it is on the seller, whatever it cost: {amount}.",
    fr="L’acheteur n’a pas été informé que le retour serait à sa charge : le vendeur le paie donc, quel qu’en soit le coût : {amount}.",
    nl="De koper is niet geïnformeerd dat de terugzending voor zijn rekening komt, dus is ze voor de verkoper, wat ze ook kostte: {amount}.",
    de="Der Käufer wurde nicht darüber informiert, dass er die Rücksendung zu tragen hat; daher trägt sie der Verkäufer, was sie auch gekostet hat: {amount}.",
)
RETURN_ON_BUYER: Final = Sentence(
    en="The terms leave the cost of the return with the buyer, who was informed.",
    fr="Les conditions laissent les frais de retour à la charge de l’acheteur, qui en a été informé.",
    nl="De voorwaarden laten de kosten van terugzending bij de koper, die daarover is geïnformeerd.",
    de="Die Bedingungen belassen die Kosten der Rücksendung beim Käufer, der darüber informiert wurde.",
)
VALUE_LOST: Final = Sentence(
    en="Handled beyond what is needed to test it, the device lost {amount} of its value.",
    fr="Manipulé au-delà de ce qu’exige un essai, l’appareil a perdu {amount} de sa valeur.",
    nl="Het toestel is verder gebruikt dan nodig om het te testen en verloor {amount} van zijn waarde.",
    de="Durch einen Umgang, der über das Prüfen hinausging, verlor das Gerät {amount} an Wert.",
)
NO_VALUE_LOSS: Final = Sentence(
    en="The buyer was not informed of the right: no loss of value is deducted.",
    fr="L’acheteur n’a pas été informé de son droit : aucune perte de valeur n’est déduite.",
    nl="De koper is niet over het recht geïnformeerd: er wordt geen waardeverlies afgetrokken.",
    de="Der Käufer wurde nicht über das Recht informiert: Ein Wertverlust wird nicht abgezogen.",
)
TERMS_NAME_NO_LOSS: Final = Sentence(
    en="The notice used the longer period of the terms, and they name no deduction: no loss of value is deducted.",
    fr="La notification a utilisé le délai plus long des conditions, qui ne prévoient aucune déduction : aucune perte de valeur n’est déduite.",
    nl="De kennisgeving gebruikte de langere termijn van de voorwaarden, en die noemen geen aftrek: er wordt geen waardeverlies afgetrokken.",
    de="Die Mitteilung nutzte die längere Frist der Bedingungen, und diese sehen keinen Abzug vor: Ein Wertverlust wird nicht abgezogen.",
)
TERMS_DEDUCT: Final = Sentence(
    en="In the longer period of the terms, which deduct lost value, the device lost {amount} of its value.",
    fr="Dans le délai plus long des conditions, qui déduisent la perte de valeur, l’appareil a perdu {amount} de sa valeur.",
    nl="In de langere termijn van de voorwaarden, die waardeverlies aftrekken, verloor het toestel {amount} van zijn waarde.",
    de="In der längeren Frist der Bedingungen, die einen Wertverlust abziehen, verlor das Gerät {amount} an Wert.",
)
SERVICE_FEE: Final = Sentence(
    en="Nothing of the order is left, so the service fee is given back: {amount}.",
    fr="Il ne reste rien de la commande, donc les frais de service sont rendus : {amount}.",
    nl="Er blijft niets van de bestelling over, dus de servicekosten worden terugbetaald: {amount}.",
    de="Von der Bestellung bleibt nichts übrig, daher wird die Servicegebühr zurückgezahlt: {amount}.",
)
UNLOCK_HELP: Final = Sentence(
    en="The buyer is told how to switch the lock off from afar, and reminded; the refund is not lost.",
    fr="L’acheteur apprend comment désactiver le verrouillage à distance, et reçoit des rappels ; le remboursement n’est pas perdu.",
    nl="De koper krijgt uitleg om het slot op afstand uit te schakelen, en herinneringen; de terugbetaling gaat niet verloren.",
    de="Dem Käufer wird erklärt, wie er die Sperre aus der Ferne aufhebt, und er wird erinnert; die Rückzahlung geht nicht verloren.",
)
UNLOCK_CLOCK: Final = Sentence(
    en="Within the statutory right the lock stops no clock: the refund waits only as the law lets it.",
    fr="Dans le cadre du droit légal, le verrouillage n’arrête aucun délai : le remboursement n’attend que comme la loi le permet.",
    nl="Binnen het wettelijke recht stopt het slot geen termijn: de terugbetaling wacht alleen zoals de wet het toelaat.",
    de="Im Rahmen des gesetzlichen Rechts hält die Sperre keine Frist an: Die Rückzahlung wartet nur, soweit das Gesetz es erlaubt.",
)
LOCKED_PROMISED: Final = Sentence(
    en="Under the terms a device with its lock on is not refunded and goes back to the buyer.",
    fr="Selon les conditions, un appareil verrouillé n’est pas remboursé et repart chez l’acheteur.",
    nl="Volgens de voorwaarden wordt een toestel met slot niet terugbetaald en gaat het terug naar de koper.",
    de="Nach den Bedingungen wird ein gesperrtes Gerät nicht erstattet und geht an den Käufer zurück.",
)
LOCK_NO_RIGHT: Final = Sentence(
    en="The withdrawal came too late: the device is not refunded, whether its lock is on or off.",
    fr="La rétractation est tardive : l’appareil n’est pas remboursé, qu’il soit verrouillé ou non.",
    nl="De herroeping kwam te laat: het toestel wordt niet terugbetaald, of het slot nu aan of uit staat.",
    de="Der Widerruf kam zu spät: Das Gerät wird nicht erstattet, ob die Sperre an ist oder nicht.",
)
UNLOCKED: Final = Sentence(
    en="The lock is off: nothing stands in the way.",
    fr="Le verrouillage est désactivé : rien ne s’y oppose.",
    nl="Het slot is uitgeschakeld: er is geen beletsel.",
    de="Die Sperre ist aufgehoben: Es steht nichts im Weg.",
)
