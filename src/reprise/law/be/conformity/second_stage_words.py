"""The sentences of price reduction and termination (art. 1649quinquies, § 5 to § 7)."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

SECOND_STAGE: Final = Sentence(
    en="When a price reduction or the end of the contract can be had",
    fr="Quand une réduction du prix ou la résolution du contrat peut être obtenue",
    nl="Wanneer prijsvermindering of ontbinding kan worden gevraagd",
    de="Wann Preisminderung oder Vertragsauflösung verlangt werden kann",
)
REDUCTION: Final = Sentence(
    en="How much a price is reduced",
    fr="De combien un prix est réduit",
    nl="Hoeveel een prijs wordt verminderd",
    de="Um wie viel ein Preis gemindert wird",
)
TERMINATION: Final = Sentence(
    en="What a declared end of the contract covers",
    fr="Ce que couvre une résolution déclarée",
    nl="Wat een verklaarde ontbinding omvat",
    de="Was eine erklärte Vertragsauflösung umfasst",
)
REFUND: Final = Sentence(
    en="When the price is back after the end of the contract",
    fr="Quand le prix est rendu après la résolution",
    nl="Wanneer de prijs terug is na de ontbinding",
    de="Wann der Preis nach der Vertragsauflösung zurück ist",
)
USE: Final = Sentence(
    en="What may be taken off a refund for the use of a device",
    fr="Ce qui peut être déduit d’un remboursement pour l’usage d’un appareil",
    nl="Wat van een terugbetaling mag worden afgetrokken voor het gebruik van een toestel",
    de="Was von einer Rückzahlung für die Nutzung eines Geräts abgezogen werden darf",
)

OPEN: Final = Sentence(
    en="The second stage is open: {grounds}.",
    fr="La seconde étape est ouverte : {grounds}.",
    nl="De tweede stap staat open: {grounds}.",
    de="Die zweite Stufe ist eröffnet: {grounds}.",
)
CLOSED: Final = Sentence(
    en="Repair or replacement comes first; nothing yet opens a price reduction or the end of the contract.",
    fr="La réparation ou le remplacement passe d’abord ; rien n’ouvre encore la réduction du prix ou la résolution.",
    nl="Herstel of vervanging komt eerst; niets opent al de weg naar prijsvermindering of ontbinding.",
    de="Nachbesserung oder Ersatzlieferung geht vor; noch eröffnet nichts eine Preisminderung oder Vertragsauflösung.",
)
GROUNDS: Final = {
    "not_done": Sentence(
        en="the repair or replacement was not carried out",
        fr="la réparation ou le remplacement n’a pas été effectué",
        nl="het herstel of de vervanging is niet uitgevoerd",
        de="Nachbesserung oder Ersatzlieferung blieb aus",
    ),
    "not_done_properly": Sentence(
        en="the seller did not take the device to be replaced back at the seller's own cost, or left removal and installation, and their cost, to the consumer",
        fr="le vendeur n’a pas repris à ses frais le bien à remplacer, ou a laissé l’enlèvement et l’installation, ainsi que leurs frais, au consommateur",
        nl="de verkoper nam het te vervangen goed niet op zijn kosten terug, of liet verwijdering en installatie, en de kosten ervan, aan de consument over",
        de="der Verkäufer nahm die zu ersetzende Ware nicht auf eigene Kosten zurück oder überließ Aus- und Einbau samt Kosten dem Verbraucher",
    ),
    "poorly_done": Sentence(
        en="the repair or replacement, or the use before it, was charged for, or it was late or a major inconvenience, which is read into the article as not carried out",
        fr="la réparation ou le remplacement, ou l’usage antérieur, a été facturé, ou bien il a été tardif ou source d’un inconvénient majeur, ce qui se lit dans l’article comme non effectué",
        nl="het herstel of de vervanging, of het gebruik ervóór, is aangerekend, of kwam te laat of gaf ernstige overlast, wat in het artikel wordt gelezen als niet uitgevoerd",
        de="Nachbesserung oder Ersatzlieferung oder die Nutzung davor wurde berechnet, oder sie kam zu spät oder war eine erhebliche Unannehmlichkeit; das wird in den Artikel als ausgeblieben hineingelesen",
    ),
    "refused": Sentence(
        en="the seller refused both with reason",
        fr="le vendeur a refusé les deux à bon droit",
        nl="de verkoper weigerde beide op goede gronden",
        de="der Verkäufer hat beides zu Recht verweigert",
    ),
    "again": Sentence(
        en="a lack of conformity appears in spite of the seller's attempt",
        fr="un défaut de conformité apparaît malgré la tentative du vendeur",
        nl="er blijkt een gebrek ondanks de poging van de verkoper",
        de="trotz des Versuchs des Verkäufers zeigt sich ein Mangel",
    ),
    "another": Sentence(
        en="the seller put one defect right and another one appears, and whether that is one in spite of the seller's attempt is not settled",
        fr="le vendeur a remédié à un défaut et un autre apparaît, et il n’est pas établi que celui-ci apparaisse malgré la tentative du vendeur",
        nl="de verkoper verhielp één gebrek en er blijkt een ander, en of dat er een is ondanks de poging van de verkoper, staat niet vast",
        de="der Verkäufer hat einen Mangel behoben, und ein anderer zeigt sich, und ob dieser einer trotz des Versuchs des Verkäufers ist, ist nicht geklärt",
    ),
    "serious": Sentence(
        en="the defect is so serious that it justifies an immediate price reduction or end of the contract",
        fr="le défaut est si grave qu’il justifie une réduction immédiate du prix ou la résolution immédiate",
        nl="het gebrek is zo ernstig dat onmiddellijke prijsvermindering of ontbinding gerechtvaardigd is",
        de="der Mangel ist so schwer, dass eine sofortige Preisminderung oder Vertragsauflösung gerechtfertigt ist",
    ),
    "declared": Sentence(
        en="the seller said, or it is clear from the circumstances, that the device will not be made to conform in a reasonable time or without major inconvenience",
        fr="le vendeur a déclaré, ou il résulte clairement des circonstances, que la mise en conformité n’aura pas lieu dans un délai raisonnable ou sans inconvénient majeur",
        nl="de verkoper zei, of uit de omstandigheden blijkt duidelijk, dat het toestel niet binnen een redelijke termijn of niet zonder ernstige overlast in orde wordt gebracht",
        de="der Verkäufer hat erklärt, oder aus den Umständen geht klar hervor, dass das Gerät nicht in angemessener Zeit oder nicht ohne erhebliche Unannehmlichkeiten vertragsgemäß wird",
    ),
}
MINOR: Final = Sentence(
    en="The seller has proved that the defect is minor: the contract cannot be ended, the price reduction remains.",
    fr="Le vendeur a prouvé que le défaut est mineur : pas de résolution, mais la réduction du prix reste possible.",
    nl="De verkoper heeft bewezen dat het gebrek gering is: geen ontbinding, wel prijsvermindering.",
    de="Der Verkäufer hat bewiesen, dass der Mangel geringfügig ist: keine Vertragsauflösung, die Preisminderung bleibt.",
)
NOT_PROVED_MINOR: Final = Sentence(
    en="It is for the seller to prove that the defect is minor; that has not been proved.",
    fr="C’est au vendeur de prouver que le défaut est mineur ; ce n’est pas prouvé.",
    nl="De verkoper moet bewijzen dat het gebrek gering is; dat is niet bewezen.",
    de="Der Verkäufer muss beweisen, dass der Mangel geringfügig ist; das ist nicht bewiesen.",
)
BOTH_OPEN: Final = Sentence(
    en="The consumer chooses between a price reduction and the end of the contract.",
    fr="Le consommateur choisit entre une réduction du prix et la résolution du contrat.",
    nl="De consument kiest tussen prijsvermindering en ontbinding.",
    de="Der Verbraucher wählt zwischen Preisminderung und Vertragsauflösung.",
)

REDUCED: Final = Sentence(
    en="When it was delivered, on {delivered}, the device was worth {received} instead of the {conform} that it would have been worth if it conformed; of the price of {price} the same proportion is given back: {refund}.",
    fr="À sa livraison, le {delivered}, l’appareil valait {received} au lieu des {conform} qu’il aurait valu s’il avait été conforme ; la même proportion du prix de {price} est rendue : {refund}.",
    nl="Bij de levering, op {delivered}, was het toestel {received} waard in plaats van de {conform} die het waard was geweest als het in orde was; van de prijs van {price} wordt dezelfde verhouding terugbetaald: {refund}.",
    de="Bei der Lieferung am {delivered} war das Gerät {received} wert statt der {conform}, die es vertragsgemäß wert gewesen wäre; vom Preis von {price} wird derselbe Anteil zurückgezahlt: {refund}.",
)
REDUCED_UNPAID: Final = Sentence(
    en="When it was delivered, on {delivered}, the device was worth {received} instead of the {conform} that it would have been worth if it conformed; the price of {price} is reduced in the same proportion, by {off}, to {reduced}.",
    fr="À sa livraison, le {delivered}, l’appareil valait {received} au lieu des {conform} qu’il aurait valu s’il avait été conforme ; le prix de {price} est réduit dans la même proportion, de {off}, à {reduced}.",
    nl="Bij de levering, op {delivered}, was het toestel {received} waard in plaats van de {conform} die het waard was geweest als het in orde was; de prijs van {price} wordt in dezelfde verhouding verminderd, met {off}, tot {reduced}.",
    de="Bei der Lieferung am {delivered} war das Gerät {received} wert statt der {conform}, die es vertragsgemäß wert gewesen wäre; der Preis von {price} wird im selben Verhältnis um {off} auf {reduced} gemindert.",
)
PAID_BEYOND: Final = Sentence(
    en="So far {paid} was paid: what goes beyond the reduced price is given back, {refund}, and nothing more is to be paid. How a reduction is set against instalments, the law does not say.",
    fr="Jusqu’ici, {paid} ont été payés : ce qui dépasse le prix réduit est rendu, soit {refund}, et plus rien n’est à payer. La loi ne dit pas comment une réduction s’impute sur des paiements échelonnés.",
    nl="Tot nu toe is {paid} betaald: wat de verminderde prijs te boven gaat, wordt terugbetaald, {refund}, en er is niets meer te betalen. Hoe een vermindering op termijnbetalingen wordt aangerekend, zegt de wet niet.",
    de="Bisher wurden {paid} gezahlt: Was den geminderten Preis übersteigt, wird zurückgezahlt, {refund}, und mehr ist nicht zu zahlen. Wie eine Minderung auf Raten angerechnet wird, sagt das Gesetz nicht.",
)
PAID_WITHIN: Final = Sentence(
    en="So far {paid} was paid, no more than the reduced price: nothing is given back, and {owing} is still to be paid. How a reduction is set against instalments, the law does not say.",
    fr="Jusqu’ici, {paid} ont été payés, pas plus que le prix réduit : rien n’est rendu, et il reste {owing} à payer. La loi ne dit pas comment une réduction s’impute sur des paiements échelonnés.",
    nl="Tot nu toe is {paid} betaald, niet meer dan de verminderde prijs: er wordt niets terugbetaald, en er blijft {owing} te betalen. Hoe een vermindering op termijnbetalingen wordt aangerekend, zegt de wet niet.",
    de="Bisher wurden {paid} gezahlt, nicht mehr als der geminderte Preis: Es wird nichts zurückgezahlt, und {owing} bleiben zu zahlen. Wie eine Minderung auf Raten angerechnet wird, sagt das Gesetz nicht.",
)
NO_LESS_WORTH: Final = Sentence(
    en="When it was delivered, on {delivered}, the device was worth {received}, no less than the {conform} of one that conforms: nothing is given back.",
    fr="À sa livraison, le {delivered}, l’appareil valait {received}, pas moins que les {conform} d’un appareil conforme : rien n’est rendu.",
    nl="Bij de levering, op {delivered}, was het toestel {received} waard, niet minder dan de {conform} van een toestel dat in orde is: er wordt niets terugbetaald.",
    de="Bei der Lieferung am {delivered} war das Gerät {received} wert, nicht weniger als die {conform} eines vertragsgemäßen: Es wird nichts zurückgezahlt.",
)
ROUNDED_UP: Final = Sentence(
    en="The law does not say how to round: a part of a cent comes off the price as a whole one.",
    fr="La loi ne dit pas comment arrondir : une fraction de cent est déduite du prix comme un cent entier.",
    nl="De wet zegt niet hoe wordt afgerond: een deel van een cent gaat als een hele cent van de prijs af.",
    de="Das Gesetz sagt nicht, wie zu runden ist: Ein Bruchteil eines Cents geht als ganzer Cent vom Preis ab.",
)
VALUED: Final = Sentence(
    en="The law names no day for the two values; those of the delivery are taken, and others can be argued for.",
    fr="La loi ne fixe pas le jour des deux valeurs ; celles du jour de la livraison sont retenues, ce qui peut être discuté.",
    nl="De wet noemt geen dag voor de twee waarden; die van de levering worden genomen, wat kan worden betwist.",
    de="Das Gesetz nennt keinen Tag für die beiden Werte; genommen werden die der Lieferung, was bestritten werden kann.",
)

DECLARED: Final = Sentence(
    en="The contract ends by the consumer's unilateral declaration of will, addressed to the seller, who need not consent; the article names no form for it.",
    fr="La résolution s’exerce par une déclaration unilatérale de volonté du consommateur, adressée au vendeur, dont l’accord n’est pas requis ; l’article ne mentionne aucune forme.",
    nl="De ontbinding gebeurt door een eenzijdige wilsverklaring van de consument, gericht aan de verkoper, die niet hoeft in te stemmen; het artikel noemt daarvoor geen vorm.",
    de="Der Vertrag endet durch einseitige Willenserklärung des Verbrauchers an den Verkäufer, der nicht zustimmen muss; der Artikel nennt dafür keine Form.",
)
NOT_DECLARED: Final = Sentence(
    en="No declaration has been addressed to the seller: the contract goes on.",
    fr="Aucune déclaration n’a été adressée au vendeur : le contrat continue.",
    nl="Er is geen verklaring aan de verkoper gericht: de overeenkomst loopt door.",
    de="An den Verkäufer wurde keine Erklärung gerichtet: Der Vertrag besteht fort.",
)
NO_RIGHT: Final = Sentence(
    en="There is no right to end the contract.",
    fr="Il n’y a pas de droit à la résolution.",
    nl="Er is geen recht op ontbinding.",
    de="Es besteht kein Recht auf Vertragsauflösung.",
)
DEFECTIVE_GOES: Final = Sentence(
    en="{name} does not conform and goes back: {price}.",
    fr="{name} n’est pas conforme et est restitué : {price}.",
    nl="{name} is niet in orde en gaat terug: {price}.",
    de="{name} ist nicht vertragsgemäß und geht zurück: {price}.",
)
TOGETHER_GOES: Final = Sentence(
    en="{name} conforms, but was acquired together with it and the consumer cannot reasonably be expected to keep it alone: {price}.",
    fr="{name} est conforme, mais a été acquis en même temps et l’on ne peut raisonnablement attendre du consommateur qu’il le garde seul : {price}.",
    nl="{name} is in orde, maar is tegelijk gekocht en van de consument kan redelijkerwijs niet worden verwacht dat hij het alleen houdt: {price}.",
    de="{name} ist vertragsgemäß, wurde aber zusammen damit erworben, und dem Verbraucher ist nicht zuzumuten, es allein zu behalten: {price}.",
)
MINOR_GOES: Final = Sentence(
    en="{name} has a minor defect of its own, but was acquired together with it, and the consumer cannot reasonably be expected to keep it alone, no more than if it conformed: {price}.",
    fr="{name} n’a qu’un défaut mineur, mais a été acquis en même temps et l’on ne peut raisonnablement attendre du consommateur qu’il le garde seul, pas plus que s’il était conforme : {price}.",
    nl="{name} heeft zelf maar een gering gebrek, maar is tegelijk gekocht en van de consument kan redelijkerwijs niet worden verwacht dat hij het alleen houdt, evenmin als wanneer het in orde was: {price}.",
    de="{name} hat selbst nur einen geringfügigen Mangel, wurde aber zusammen damit erworben, und dem Verbraucher ist nicht zuzumuten, es allein zu behalten, so wenig wie bei vertragsgemäßer Ware: {price}.",
)
STAYS: Final = Sentence(
    en="{name} conforms and stays with the consumer.",
    fr="{name} est conforme et reste chez le consommateur.",
    nl="{name} is in orde en blijft bij de consument.",
    de="{name} ist vertragsgemäß und bleibt beim Verbraucher.",
)
MINOR_STAYS: Final = Sentence(
    en="{name} does not conform, but the seller has proved its defect to be minor: it stays with the consumer, whose price may be reduced.",
    fr="{name} n’est pas conforme, mais le vendeur a prouvé que son défaut est mineur : il reste chez le consommateur, qui peut obtenir une réduction du prix.",
    nl="{name} is niet in orde, maar de verkoper heeft bewezen dat het gebrek gering is: het blijft bij de consument, die prijsvermindering kan krijgen.",
    de="{name} ist nicht vertragsgemäß, der Verkäufer hat aber bewiesen, dass der Mangel geringfügig ist: Es bleibt beim Verbraucher, der eine Preisminderung verlangen kann.",
)
EACH_OR_ALL: Final = Sentence(
    en="Several of the goods do not conform. Whether the ground for ending the contract and the weight of a defect are asked of the contract or of each good is not settled; the ground is taken here as that of the contract, the weight as that of each good.",
    fr="Plusieurs des biens ne sont pas conformes. Il n’est pas établi si le motif de résolution et le poids du défaut s’apprécient pour le contrat ou pour chaque bien ; le motif est pris ici pour le contrat, le poids pour chaque bien.",
    nl="Meerdere van de goederen zijn niet in orde. Of de grond voor ontbinding en het gewicht van een gebrek per overeenkomst of per goed worden beoordeeld, staat niet vast; hier wordt de grond voor de overeenkomst genomen, het gewicht voor elk goed.",
    de="Mehrere der Waren sind nicht vertragsgemäß. Ob der Grund für die Vertragsauflösung und das Gewicht eines Mangels am Vertrag oder an jeder Ware gemessen werden, ist nicht geklärt; hier gilt der Grund für den Vertrag, das Gewicht für jede Ware.",
)
LEFT_OUT: Final = Sentence(
    en="The consumer's declaration leaves {name} out: it stays with the consumer.",
    fr="La déclaration du consommateur ne porte pas sur {name}, qui reste chez lui.",
    nl="De verklaring van de consument laat {name} erbuiten: het blijft bij de consument.",
    de="Die Erklärung des Verbrauchers nimmt {name} aus: Es bleibt beim Verbraucher.",
)

ON_RECEIPT: Final = Sentence(
    en="The goods, or the consumer's proof of having sent them back, reached the seller on {event}: of the price paid, {amount} is due at once.",
    fr="Les biens, ou la preuve de leur renvoi fournie par le consommateur, sont parvenus au vendeur le {event} : sur le prix payé, il doit aussitôt {amount}.",
    nl="De goederen, of het bewijs van terugzending van de consument, bereikten de verkoper op {event}: van de betaalde prijs is {amount} meteen verschuldigd.",
    de="Die Waren oder der vom Verbraucher erbrachte Nachweis der Rücksendung gingen dem Verkäufer am {event} zu: Vom gezahlten Preis schuldet er sofort {amount}.",
)
AT_THE_END: Final = Sentence(
    en="The seller had the goods, or the consumer's proof of having sent them, since {event}, before the contract ended: of the price paid, {amount} is due on that end, {ended}.",
    fr="Le vendeur avait les biens, ou la preuve de leur envoi fournie par le consommateur, depuis le {event}, avant la résolution : sur le prix payé, il doit {amount} dès celle-ci, le {ended}.",
    nl="De verkoper had de goederen, of het bewijs van verzending van de consument, al sinds {event}, vóór de ontbinding: van de betaalde prijs is {amount} verschuldigd vanaf die ontbinding, op {ended}.",
    de="Der Verkäufer hatte die Waren oder den vom Verbraucher erbrachten Nachweis der Absendung seit dem {event}, vor der Vertragsauflösung: Vom gezahlten Preis schuldet er mit dieser, am {ended}, {amount}.",
)
AWAITED: Final = Sentence(
    en="Of the price paid, {amount} is due as soon as the seller receives the goods or the consumer's proof of having sent them back.",
    fr="Sur le prix payé, le vendeur doit {amount} dès qu’il reçoit les biens ou la preuve de leur renvoi fournie par le consommateur.",
    nl="Van de betaalde prijs is {amount} verschuldigd zodra de verkoper de goederen of het bewijs van terugzending van de consument ontvangt.",
    de="Vom gezahlten Preis schuldet der Verkäufer {amount}, sobald er die Waren oder den vom Verbraucher erbrachten Nachweis der Rücksendung erhält.",
)
WITHIN_THE_DAY: Final = Sentence(
    en="The law names the moment and no hour after it: nothing counts as late here before {due} is over.",
    fr="La loi désigne ce moment, sans fixer d’heure : rien n’est ici tenu pour tardif avant la fin du {due}.",
    nl="De wet noemt dat moment en geen uur erna: hier geldt niets als te laat voordat {due} voorbij is.",
    de="Das Gesetz nennt diesen Zeitpunkt und keine Stunde danach: Hier gilt nichts als verspätet, bevor der {due} vorüber ist.",
)
NO_TIME_FOR_RETURN: Final = Sentence(
    en="The law sets the consumer no time for sending them back.",
    fr="La loi ne fixe au consommateur aucun délai pour les renvoyer.",
    nl="De wet stelt de consument geen termijn om ze terug te zenden.",
    de="Das Gesetz setzt dem Verbraucher keine Frist für die Rücksendung.",
)
RETURN_COST: Final = Sentence(
    en="The consumer returns the goods at the seller's cost, which is repaid with the price: {amount}.",
    fr="Le consommateur restitue les biens aux frais du vendeur, qui les rembourse avec le prix : {amount}.",
    nl="De consument geeft de goederen terug op kosten van de verkoper, die deze samen met de prijs terugbetaalt: {amount}.",
    de="Der Verbraucher gibt die Waren auf Kosten des Verkäufers zurück, der sie mit dem Preis erstattet: {amount}.",
)
RETURN_AT_SELLERS: Final = Sentence(
    en="The consumer returns the goods at the seller's cost and had none.",
    fr="Le consommateur restitue les biens aux frais du vendeur et n’en a supporté aucun.",
    nl="De consument geeft de goederen terug op kosten van de verkoper en had er geen.",
    de="Der Verbraucher gibt die Waren auf Kosten des Verkäufers zurück und hatte keine.",
)

USED: Final = Sentence(
    en="Of {expected} months that such a device can be expected to serve, it served as it should for {used}: {refund} × {counted} / {expected} is {deduction}, rounded down to the cent.",
    fr="Sur les {expected} mois de service que l’on peut attendre d’un tel appareil, il a servi normalement {used} mois : {refund} × {counted} / {expected}, soit {deduction}, arrondi au cent inférieur.",
    nl="Van de {expected} maanden die van zo’n toestel mogen worden verwacht, deed het er {used} goed dienst: {refund} × {counted} / {expected} is {deduction}, naar beneden afgerond op de cent.",
    de="Von {expected} Monaten, die ein solches Gerät erwarten lässt, hat es {used} vertragsgemäß gedient: {refund} × {counted} / {expected} ergibt {deduction}, auf den Cent abgerundet.",
)
COUNTED_TO: Final = Sentence(
    en="Use counts from the delivery; until when, the law does not say. Here it ends on {until}, the earlier of two days: that of the consumer's declaration and that on which the device was given back.",
    fr="L’usage compte depuis la livraison ; jusqu’à quand, la loi ne le dit pas. Ici, il s’arrête au {until}, le premier de deux jours : celui de la déclaration du consommateur et celui de la restitution de l’appareil.",
    nl="Gebruik telt vanaf de levering; tot wanneer, zegt de wet niet. Hier eindigt het op {until}, de vroegste van twee dagen: die van de verklaring van de consument en die waarop het toestel is teruggegeven.",
    de="Die Nutzung zählt ab der Lieferung; bis wann, sagt das Gesetz nicht. Hier endet sie am {until}, dem früheren von zwei Tagen: dem der Erklärung des Verbrauchers und dem der Rückgabe des Geräts.",
)
CONTESTABLE: Final = Sentence(
    en="The law allows a deduction and gives no formula; this one, its months and its expected life can each be contested.",
    fr="La loi permet une déduction sans donner de formule ; celle-ci, les mois comptés et la durée attendue peuvent chacun être contestés.",
    nl="De wet laat een aftrek toe en geeft geen formule; deze formule, de getelde maanden en de verwachte duur kunnen elk worden betwist.",
    de="Das Gesetz erlaubt einen Abzug und nennt keine Formel; diese Formel, die gezählten Monate und die erwartete Dauer können jeweils bestritten werden.",
)
SINCE_REPLACED: Final = Sentence(
    en="The use of the first device stays free, since it was replaced; what counts is the use of the second one since its delivery on {replaced}.",
    fr="L’usage du premier appareil reste gratuit, puisqu’il a été remplacé ; seul compte l’usage du second depuis sa livraison, le {replaced}.",
    nl="Het gebruik van het eerste toestel blijft gratis, omdat het is vervangen; alleen het gebruik van het tweede sinds de levering ervan op {replaced} telt.",
    de="Die Nutzung des ersten Geräts bleibt unentgeltlich, da es ersetzt wurde; es zählt die Nutzung des zweiten seit dessen Lieferung am {replaced}.",
)
CAPPED: Final = Sentence(
    en="The device served longer than could be expected; the deduction stops at the refund itself.",
    fr="L’appareil a servi plus longtemps qu’attendu ; la déduction s’arrête au montant du remboursement.",
    nl="Het toestel deed langer dienst dan verwacht; de aftrek stopt bij de terugbetaling zelf.",
    de="Das Gerät hat länger gedient als erwartet; der Abzug endet bei der Rückzahlung selbst.",
)
NOTHING_LEFT: Final = Sentence(
    en="Nothing of the refund is left; whether what the law lets be reduced may be taken off whole, it does not say.",
    fr="Il ne reste rien du remboursement ; la loi permet de le réduire et ne dit pas s’il peut être supprimé.",
    nl="Van de terugbetaling blijft niets over; de wet laat toe ze te verminderen en zegt niet of ze geheel mag wegvallen.",
    de="Von der Rückzahlung bleibt nichts; das Gesetz lässt zu, sie zu kürzen, und sagt nicht, ob sie ganz entfallen darf.",
)
NO_FULL_MONTH: Final = Sentence(
    en="The device did not serve for a full month: nothing is taken off.",
    fr="L’appareil n’a pas servi un mois entier : rien n’est déduit.",
    nl="Het toestel deed geen volle maand dienst: er wordt niets afgetrokken.",
    de="Das Gerät war keinen vollen Monat in Gebrauch: Es wird nichts abgezogen.",
)
NOT_ASKED: Final = Sentence(
    en="The seller asks for no deduction for use. The law says that a refund may be reduced, not by whom: nothing is taken off.",
    fr="Le vendeur ne demande aucune déduction pour l’usage. La loi dit qu’un remboursement peut être réduit, sans dire par qui : rien n’est déduit.",
    nl="De verkoper vraagt geen aftrek voor gebruik. De wet zegt dat een terugbetaling kan worden verminderd, niet door wie: er wordt niets afgetrokken.",
    de="Der Verkäufer verlangt keinen Abzug für die Nutzung. Das Gesetz sagt, dass eine Rückzahlung gekürzt werden kann, nicht von wem: Es wird nichts abgezogen.",
)
NOT_ON_REPLACEMENT: Final = Sentence(
    en="A device is replaced, no price is given back: the consumer owes nothing for its normal use.",
    fr="L’appareil est remplacé, aucun prix n’est rendu : le consommateur ne doit rien pour son usage normal.",
    nl="Het toestel wordt vervangen, er wordt geen prijs terugbetaald: de consument is niets verschuldigd voor normaal gebruik.",
    de="Das Gerät wird ersetzt, kein Preis zurückgezahlt: Für die übliche Nutzung schuldet der Verbraucher nichts.",
)
