"""The sentences of repair and replacement (art. 1649quinquies, § 1 to § 4)."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

REMEDY: Final = Sentence(
    en="Repair or replacement: what the seller owes first",
    fr="Réparation ou remplacement : ce que le vendeur doit d’abord",
    nl="Herstel of vervanging: wat de verkoper eerst verschuldigd is",
    de="Nachbesserung oder Ersatzlieferung: was der Verkäufer zuerst schuldet",
)
PERFORMANCE: Final = Sentence(
    en="Whether a repair or a replacement was done as it must be",
    fr="Si une réparation ou un remplacement a été effectué comme il se doit",
    nl="Of een herstel of vervanging is uitgevoerd zoals het hoort",
    de="Ob eine Nachbesserung oder Ersatzlieferung ordnungsgemäß war",
)
AGGRAVATION: Final = Sentence(
    en="Damage that grew by use after the defect was known",
    fr="Le dommage aggravé par l’usage après la constatation du défaut",
    nl="Schade die groeide door gebruik nadat het gebrek bekend was",
    de="Schaden, der durch Gebrauch nach Kenntnis des Mangels wuchs",
)

WISHES: Final = {
    "repair": Sentence(
        en="repair", fr="la réparation", nl="herstel", de="die Nachbesserung"
    ),
    "replacement": Sentence(
        en="replacement", fr="le remplacement", nl="vervanging", de="die Ersatzlieferung"
    ),
}  # fmt: skip
CHOICE: Final = Sentence(
    en="The consumer chooses between repair and replacement, free of charge, and asked for {asked}.",
    fr="Le consommateur choisit entre réparation et remplacement, sans frais, et a demandé {asked}.",
    nl="De consument kiest tussen herstel en vervanging, kosteloos, en vroeg {asked}.",
    de="Der Verbraucher wählt zwischen Nachbesserung und Ersatzlieferung, unentgeltlich, und verlangte {asked}.",
)
GRANTED: Final = Sentence(
    en="Nothing justified stands against it: the seller owes {due}.",
    fr="Rien de justifié ne s’y oppose : le vendeur doit {due}.",
    nl="Niets gegronds staat eraan in de weg: de verkoper is {due} verschuldigd.",
    de="Nichts Begründetes steht dem entgegen: Der Verkäufer schuldet {due}.",
)
OTHER_ONE: Final = Sentence(
    en="The seller may decline that one; the seller owes the other: {due}.",
    fr="Le vendeur peut écarter ce recours ; il doit l’autre : {due}.",
    nl="De verkoper mag dat weigeren; hij is het andere verschuldigd: {due}.",
    de="Der Verkäufer darf dies ablehnen; er schuldet das andere: {due}.",
)
BUT_A_BURDEN: Final = Sentence(
    en="It would be a major inconvenience, though, and has to be without one: where that clearly cannot be, the consumer may have a price reduction instead, or end the contract unless the seller proves the defect to be minor.",
    fr="Il causerait toutefois un inconvénient majeur, alors qu’il doit s’en passer : si cela est clairement impossible, le consommateur peut obtenir à la place une réduction du prix ou, sauf si le vendeur prouve que le défaut est mineur, la résolution du contrat.",
    nl="Dat zou echter ernstige overlast geven, terwijl het zonder moet kunnen: is dat duidelijk onmogelijk, dan kan de consument in plaats daarvan prijsvermindering vragen of, tenzij de verkoper bewijst dat het gebrek gering is, ontbinding.",
    de="Dies wäre jedoch eine erhebliche Unannehmlichkeit, und es muss ohne eine solche gehen: Ist das offensichtlich nicht möglich, kann der Verbraucher stattdessen den Preis mindern oder, sofern der Verkäufer den Mangel nicht als geringfügig nachweist, den Vertrag auflösen.",
)
ONLY_BOTH: Final = Sentence(
    en="For its cost in all the circumstances the seller may refuse only both; against the choice alone a comparison with the other counts: {due} stays owed.",
    fr="En raison de coûts disproportionnés dans l’ensemble, le vendeur ne peut refuser que les deux ; contre le seul choix, c’est la comparaison avec l’autre qui compte : le vendeur doit toujours {due}.",
    nl="Wegens kosten die in het geheel onevenredig zijn, mag de verkoper alleen beide weigeren; tegen de keuze alleen telt de vergelijking met het andere: de verkoper blijft {due} verschuldigd.",
    de="Wegen insgesamt unverhältnismäßiger Kosten darf der Verkäufer nur beides verweigern; gegen die Wahl allein zählt der Vergleich mit dem anderen: Der Verkäufer schuldet weiter {due}.",
)
REFUSED: Final = Sentence(
    en="Each of the two is impossible or would cost too much in the circumstances: the seller may refuse both. Once the seller has refused, the consumer may have a price reduction, or end the contract unless the seller proves the defect to be minor.",
    fr="Chacun des deux est impossible ou entraînerait des coûts disproportionnés : le vendeur peut refuser les deux. Une fois le refus opposé, le consommateur peut obtenir une réduction du prix ou, sauf si le vendeur prouve que le défaut est mineur, la résolution.",
    nl="Elk van beide is onmogelijk of zou onevenredige kosten meebrengen: de verkoper mag beide weigeren. Zodra hij heeft geweigerd, kan de consument prijsvermindering vragen of, tenzij de verkoper bewijst dat het gebrek gering is, ontbinding.",
    de="Beides ist unmöglich oder würde unverhältnismäßige Kosten verursachen: Der Verkäufer darf beides verweigern. Hat er es verweigert, kann der Verbraucher Preisminderung verlangen oder, sofern der Verkäufer den Mangel nicht als geringfügig nachweist, Vertragsauflösung.",
)
NEITHER_CAN_BE: Final = Sentence(
    en="Each of the two is impossible: the seller may refuse both, and it is clear from the circumstances that neither will be done. Without awaiting a refusal, the consumer may have a price reduction, or end the contract unless the seller proves the defect to be minor.",
    fr="Chacun des deux est impossible : le vendeur peut refuser les deux, et il résulte clairement des circonstances qu’aucun ne sera effectué. Sans attendre un refus, le consommateur peut obtenir une réduction du prix ou, sauf si le vendeur prouve que le défaut est mineur, la résolution.",
    nl="Elk van beide is onmogelijk: de verkoper mag beide weigeren, en uit de omstandigheden blijkt duidelijk dat geen van beide zal gebeuren. Zonder een weigering af te wachten kan de consument prijsvermindering vragen of, tenzij de verkoper bewijst dat het gebrek gering is, ontbinding.",
    de="Beides ist unmöglich: Der Verkäufer darf beides verweigern, und aus den Umständen ergibt sich klar, dass keines von beiden geschehen wird. Ohne eine Verweigerung abzuwarten, kann der Verbraucher Preisminderung verlangen oder, sofern der Verkäufer den Mangel nicht als geringfügig nachweist, Vertragsauflösung.",
)
NEITHER_WILL_BE: Final = Sentence(
    en="The seller has said of whatever of the two is possible that it will not be done. The consumer need not wait for it, and may have a price reduction instead, or end the contract unless the seller proves the defect to be minor.",
    fr="De ce qui est possible parmi les deux, le vendeur a déclaré qu’il ne l’effectuera pas. Le consommateur n’a pas à l’attendre et peut obtenir à la place une réduction du prix ou, sauf si le vendeur prouve que le défaut est mineur, la résolution.",
    nl="De verkoper heeft van wat van beide mogelijk is, verklaard dat het niet zal gebeuren. De consument hoeft er niet op te wachten en kan in plaats daarvan prijsvermindering vragen of, tenzij de verkoper bewijst dat het gebrek gering is, ontbinding.",
    de="Der Verkäufer hat von dem, was von beidem möglich ist, erklärt, dass es nicht geschehen wird. Der Verbraucher muss nicht darauf warten und kann stattdessen Preisminderung verlangen oder, sofern der Verkäufer den Mangel nicht als geringfügig nachweist, Vertragsauflösung.",
)
DAMAGES: Final = Sentence(
    en="Damages remain possible besides.",
    fr="Des dommages et intérêts restent possibles en outre.",
    nl="Daarnaast blijft schadevergoeding mogelijk.",
    de="Schadenersatz bleibt daneben möglich.",
)
IMPOSSIBLE: Final = Sentence(
    en="For this device {which} is impossible: {why}.",
    fr="Pour cet appareil, {which} est impossible : {why}.",
    nl="Voor dit toestel is {which} onmogelijk: {why}.",
    de="Für dieses Gerät ist {which} unmöglich: {why}.",
)
IMPOSSIBLE_SAID: Final = Sentence(
    en="The seller says that {which} is impossible ({why}); that is not established, and an exception that is only claimed takes nothing from the consumer's choice. Who has to show it, the article leaves open.",
    fr="Selon le vendeur, le recours est impossible ({which} : {why}) ; ce n’est pas établi, et une exception seulement invoquée ne retire rien au choix du consommateur. L’article ne dit pas qui doit le prouver.",
    nl="Volgens de verkoper is {which} onmogelijk ({why}); dat staat niet vast, en een uitzondering die alleen wordt ingeroepen, neemt de consument zijn keuze niet af. Wie het moet aantonen, laat het artikel open.",
    de="Nach Angabe des Verkäufers ist {which} unmöglich ({why}); das steht nicht fest, und eine nur behauptete Ausnahme nimmt dem Verbraucher die Wahl nicht. Wer es zu beweisen hat, lässt der Artikel offen.",
)
DEARER: Final = Sentence(
    en="For the seller {which} would cost {cost} against {other} for the other remedy, out of proportion in these circumstances: {why}.",
    fr="Pour le vendeur, {which} coûterait {cost} contre {other} pour l’autre recours, ce qui est disproportionné en l’espèce : {why}.",
    nl="Voor de verkoper zou {which} {cost} kosten tegen {other} voor het andere, onevenredig in deze omstandigheden: {why}.",
    de="Für den Verkäufer würde {which} {cost} kosten, das andere {other}; das ist unter diesen Umständen unverhältnismäßig: {why}.",
)
TOO_DEAR: Final = Sentence(
    en="For the seller {which} would cost {cost}, out of proportion to the device's value of {value} or to the defect: {why}.",
    fr="Pour le vendeur, {which} coûterait {cost}, ce qui est disproportionné au regard de la valeur de l’appareil ({value}) ou du défaut : {why}.",
    nl="Voor de verkoper zou {which} {cost} kosten, onevenredig met de waarde van het toestel ({value}) of met het gebrek: {why}.",
    de="Für den Verkäufer würde {which} {cost} kosten, unverhältnismäßig zum Wert des Geräts ({value}) oder zum Mangel: {why}.",
)
CONTESTABLE: Final = Sentence(
    en="These are the seller's reasons; the law names no ratio, and they can be contested.",
    fr="Ce sont les raisons du vendeur ; la loi ne fixe aucun seuil, et elles peuvent être contestées.",
    nl="Dit zijn de redenen van de verkoper; de wet noemt geen verhouding, en zij kunnen worden betwist.",
    de="Das sind die Gründe des Verkäufers; das Gesetz nennt kein Verhältnis, und sie können bestritten werden.",
)
NOT_REASONED: Final = Sentence(
    en="A refusal of {which} needs reasons that concern this device; a general statement that it is not offered is none.",
    fr="Refuser {which} exige des raisons propres à cet appareil ; dire en général que ce recours n’est pas proposé n’en est pas une.",
    nl="Wie {which} weigert, heeft redenen nodig die dit toestel betreffen; in het algemeen zeggen dat het niet wordt aangeboden, is er geen.",
    de="Wer {which} ablehnt, braucht Gründe, die dieses Gerät betreffen; die allgemeine Aussage, es werde nicht angeboten, ist keiner.",
)
NOT_WEIGHED: Final = Sentence(
    en="Not shown to be out of proportion ({which}): the value of a sound device, the weight of the defect and the other remedy's inconvenience are all weighed, and the cost must be the higher one.",
    fr="La disproportion n’est pas établie ({which}) : la valeur du bien sans défaut, l’importance du défaut et l’inconvénient de l’autre recours sont tous pris en compte, et le coût doit être le plus élevé.",
    nl="Onevenredigheid is niet aangetoond ({which}): de waarde van een goed zonder gebrek, het belang van het gebrek en het ongemak van het andere middel worden alle gewogen, en de kosten moeten de hogere zijn.",
    de="Unverhältnismäßigkeit ist nicht dargelegt ({which}): der Wert der mangelfreien Ware, die Bedeutung des Mangels und die Unannehmlichkeiten des anderen Wegs werden alle abgewogen, und die Kosten müssen die höheren sein.",
)
COSTS_NOTHING: Final = Sentence(
    en="What costs the seller nothing imposes no costs that could be out of proportion ({which}).",
    fr="Ce qui ne coûte rien au vendeur ne lui impose aucun coût disproportionné ({which}).",
    nl="Wat de verkoper niets kost, legt hem geen onevenredige kosten op ({which}).",
    de="Was den Verkäufer nichts kostet, verursacht ihm keine unverhältnismäßigen Kosten ({which}).",
)
NOT_WEIGHED_AT_ALL: Final = Sentence(
    en="Not shown to be out of proportion ({which}): neither the value of a sound device nor the weight of the defect was weighed.",
    fr="La disproportion n’est pas établie ({which}) : ni la valeur du bien sans défaut ni l’importance du défaut n’ont été prises en compte.",
    nl="Onevenredigheid is niet aangetoond ({which}): noch de waarde van een goed zonder gebrek, noch het belang van het gebrek is gewogen.",
    de="Unverhältnismäßigkeit ist nicht dargelegt ({which}): weder der Wert der mangelfreien Ware noch die Bedeutung des Mangels wurde abgewogen.",
)
BURDEN_NOT_WEIGHED: Final = Sentence(
    en="The other remedy would be a major inconvenience to the consumer, which is to be weighed; the seller does not say why the costs are out of proportion in spite of it.",
    fr="L’autre recours serait un inconvénient majeur pour le consommateur, ce dont il faut tenir compte ; le vendeur ne dit pas pourquoi les coûts seraient malgré cela disproportionnés.",
    nl="Het andere middel zou ernstige overlast voor de consument zijn, waarmee rekening moet worden gehouden; de verkoper zegt niet waarom de kosten desondanks onevenredig zijn.",
    de="Der andere Weg wäre für den Verbraucher eine erhebliche Unannehmlichkeit, die abzuwägen ist; der Verkäufer sagt nicht, warum die Kosten trotzdem unverhältnismäßig sind.",
)
IN_SPITE: Final = Sentence(
    en="The seller weighed that the other remedy would be a major inconvenience, and holds the costs to be out of proportion all the same; whether they can be, is not settled.",
    fr="Le vendeur a tenu compte de ce que l’autre recours serait un inconvénient majeur et estime néanmoins les coûts disproportionnés ; il n’est pas établi qu’ils puissent l’être.",
    nl="De verkoper hield er rekening mee dat het andere middel ernstige overlast zou zijn, en acht de kosten niettemin onevenredig; of dat kan, staat niet vast.",
    de="Der Verkäufer hat abgewogen, dass der andere Weg eine erhebliche Unannehmlichkeit wäre, und hält die Kosten dennoch für unverhältnismäßig; ob sie es dann sein können, ist nicht geklärt.",
)
OTHER_REFUSED: Final = Sentence(
    en="The other remedy is impossible or refused for its cost, so it is nothing to compare with ({which}): the seller may refuse both only where each is impossible or too dear in itself.",
    fr="L’autre recours est impossible ou refusé en raison de son coût : il ne peut servir de comparaison ({which}). Le vendeur ne peut refuser les deux que si chacun est impossible ou disproportionné en lui-même.",
    nl="Het andere middel is onmogelijk of om de kosten geweigerd en kan dus niet als vergelijking dienen ({which}): de verkoper mag beide alleen weigeren als elk op zichzelf onmogelijk of onevenredig duur is.",
    de="Der andere Weg ist unmöglich oder wegen seiner Kosten verweigert und taugt nicht zum Vergleich ({which}): Beide darf der Verkäufer nur verweigern, wenn jeder für sich unmöglich oder unverhältnismäßig teuer ist.",
)

PROPER: Final = Sentence(
    en="The device was put right free of charge, within a reasonable time of {informed} and without major inconvenience.",
    fr="La mise en conformité a été faite sans frais, dans un délai raisonnable à compter du {informed} et sans inconvénient majeur.",
    nl="Het herstel of de vervanging gebeurde kosteloos, binnen een redelijke termijn vanaf {informed} en zonder ernstige overlast.",
    de="Die Abhilfe erfolgte unentgeltlich, innerhalb angemessener Zeit ab {informed} und ohne erhebliche Unannehmlichkeiten.",
)
STILL_TIME: Final = Sentence(
    en="Informed on {informed}, the seller has a reasonable time: until {until}.",
    fr="Informé le {informed}, le vendeur dispose d’un délai raisonnable : jusqu’au {until}.",
    nl="Sinds {informed} op de hoogte, heeft de verkoper een redelijke termijn: tot {until}.",
    de="Seit {informed} informiert, hat der Verkäufer angemessene Zeit: bis {until}.",
)
ESTIMATED: Final = Sentence(
    en="How long a reasonable time is, the law does not say: that it ends on {until} is an estimate, which can be contested.",
    fr="La loi ne dit pas combien dure un délai raisonnable : la date du {until} est une estimation, qui peut être contestée.",
    nl="Hoelang een redelijke termijn is, zegt de wet niet: dat zij op {until} eindigt, is een schatting, die kan worden betwist.",
    de="Wie lange eine angemessene Zeit dauert, sagt das Gesetz nicht: Dass sie am {until} endet, ist eine Schätzung, die bestritten werden kann.",
)
HANDED_OVER_LATE: Final = Sentence(
    en="The reasonable time counts from informing the seller, but the device was at the seller's disposal from {handed_over} only: until {until} a repair or a replacement is not held to be late, which can be contested.",
    fr="Le délai raisonnable court à compter de l’information du vendeur, mais l’appareil n’a été remis que le {handed_over} : jusqu’au {until}, la réparation ou le remplacement n’est pas tenu pour tardif, ce qui peut être contesté.",
    nl="De redelijke termijn loopt vanaf het informeren van de verkoper, maar het toestel stond pas vanaf {handed_over} tot zijn beschikking: tot {until} geldt een herstel of vervanging niet als te laat, wat kan worden betwist.",
    de="Die angemessene Zeit läuft ab der Unterrichtung des Verkäufers, das Gerät stand ihm aber erst ab {handed_over} zur Verfügung: Bis {until} gilt eine Nachbesserung oder Ersatzlieferung nicht als verspätet, was bestritten werden kann.",
)
NOT_HANDED_OVER: Final = Sentence(
    en="The consumer has not put the device at the seller's disposal; until then the seller is not late.",
    fr="Le consommateur n’a pas mis l’appareil à la disposition du vendeur ; jusque-là, le vendeur n’est pas en retard.",
    nl="De consument heeft het toestel niet ter beschikking van de verkoper gesteld; tot dan is de verkoper niet te laat.",
    de="Der Verbraucher hat das Gerät dem Verkäufer nicht zur Verfügung gestellt; bis dahin ist der Verkäufer nicht im Verzug.",
)
ADVANCED: Final = Sentence(
    en="The consumer laid out {amount} and was paid back: in the end it was free of charge. Whether the consumer has to lay out the postage at all, the article does not say.",
    fr="Le consommateur a avancé {amount} et a été remboursé : au bout du compte, rien n’est resté à sa charge. L’article ne dit pas s’il doit avancer les frais d’envoi.",
    nl="De consument schoot {amount} voor en kreeg dat terug: uiteindelijk was het kosteloos. Of hij de verzendkosten überhaupt moet voorschieten, zegt het artikel niet.",
    de="Der Verbraucher hat {amount} ausgelegt und zurückerhalten: Am Ende war es unentgeltlich. Ob er die Versandkosten überhaupt auslegen muss, sagt der Artikel nicht.",
)
LATE_THOUGH_LOCKED: Final = Sentence(
    en="The device was handed over with its activation lock on. Whether it is at the seller's disposal all the same, so that the time runs, the article does not say; it is counted here as if it were.",
    fr="L’appareil a été remis avec son verrouillage d’activation. L’article ne dit pas s’il est néanmoins à la disposition du vendeur, de sorte que le délai court ; il est compté ici comme s’il l’était.",
    nl="Het toestel is overhandigd met het activeringsslot aan. Of het dan toch ter beschikking van de verkoper staat, zodat de termijn loopt, zegt het artikel niet; hier wordt gerekend alsof dat zo is.",
    de="Das Gerät wurde mit aktiver Aktivierungssperre übergeben. Ob es dem Verkäufer dennoch zur Verfügung steht, sodass die Zeit läuft, sagt der Artikel nicht; hier wird so gezählt, als stünde es ihm zur Verfügung.",
)
OLD_ONE_KEPT: Final = Sentence(
    en="The consumer has not put the replaced device at the seller's disposal; until then the seller cannot take it back.",
    fr="Le consommateur n’a pas mis l’appareil remplacé à la disposition du vendeur ; jusque-là, le vendeur ne peut pas le reprendre.",
    nl="De consument heeft het vervangen toestel niet ter beschikking van de verkoper gesteld; tot dan kan de verkoper het niet terugnemen.",
    de="Der Verbraucher hat das ersetzte Gerät dem Verkäufer nicht zur Verfügung gestellt; bis dahin kann der Verkäufer es nicht zurücknehmen.",
)
TO_BE_TAKEN_BACK: Final = Sentence(
    en="The seller still has to take the replaced device back at the seller's own cost. The article gives no time for it; until {until} it is not held to be late, which can be contested.",
    fr="Le vendeur doit encore reprendre l’appareil remplacé à ses frais. L’article ne fixe pas de délai ; jusqu’au {until}, la reprise n’est pas tenue pour tardive, ce qui peut être contesté.",
    nl="De verkoper moet het vervangen toestel nog op zijn kosten terugnemen. Het artikel noemt geen termijn; tot {until} geldt dat niet als te laat, wat kan worden betwist.",
    de="Der Verkäufer muss das ersetzte Gerät noch auf eigene Kosten zurücknehmen. Der Artikel nennt dafür keine Frist; bis {until} gilt das nicht als verspätet, was bestritten werden kann.",
)
TO_BE_FITTED: Final = Sentence(
    en="Taking the device out and installing the repaired or replacement one, or paying for both, is still the seller's to do, by {until}.",
    fr="Le vendeur doit encore enlever l’appareil et installer celui qui a été réparé ou remplacé, ou en prendre les frais en charge, au plus tard le {until}.",
    nl="De verkoper moet het toestel nog verwijderen en het herstelde of vervangende installeren, of de kosten ervan dragen, uiterlijk op {until}.",
    de="Der Verkäufer muss den Ausbau und den Einbau des reparierten oder des Ersatzgeräts noch vornehmen oder deren Kosten tragen, spätestens am {until}.",
)
FAILURES: Final = {
    "charged": Sentence(
        en="The consumer was charged for it: shipping, transport, labour and material are the seller's.",
        fr="Des frais ont été réclamés au consommateur : envoi, transport, main-d’œuvre et matériel sont à la charge du vendeur.",
        nl="Er zijn kosten aangerekend: verzending, vervoer, arbeid en materiaal zijn voor de verkoper.",
        de="Dem Verbraucher wurden Kosten berechnet: Versand, Transport, Arbeit und Material trägt der Verkäufer.",
    ),
    "late": Sentence(
        en="The reasonable time is over.",
        fr="Le délai raisonnable est dépassé.",
        nl="De redelijke termijn is verstreken.",
        de="Die angemessene Zeit ist überschritten.",
    ),
    "inconvenient": Sentence(
        en="Putting the device right was a major inconvenience, given the nature of the device and the use that the consumer sought.",
        fr="La mise en conformité a causé un inconvénient majeur, compte tenu de la nature de l’appareil et de l’usage recherché par le consommateur.",
        nl="Het herstel of de vervanging gaf ernstige overlast, gelet op de aard van het toestel en het gebruik dat de consument beoogde.",
        de="Die Abhilfe war angesichts der Art des Geräts und des angestrebten Gebrauchs eine erhebliche Unannehmlichkeit.",
    ),
    "not_taken_back": Sentence(
        en="The seller takes the device to be replaced back at the seller's own cost, and did not.",
        fr="Le vendeur reprend le bien à remplacer à ses frais, et ne l’a pas fait.",
        nl="De verkoper neemt het te vervangen goed op zijn kosten terug, en deed dat niet.",
        de="Der Verkäufer nimmt die zu ersetzende Ware auf eigene Kosten zurück und tat es nicht.",
    ),
    "not_reinstalled": Sentence(
        en="The device had been installed before the defect appeared; taking it out and installing the repaired or replacement one, or paying for both, is the seller's.",
        fr="L’appareil avait été installé avant l’apparition du défaut ; son enlèvement et l’installation du bien réparé ou du bien de remplacement, ou leurs frais, incombent au vendeur.",
        nl="Het toestel was geïnstalleerd voordat het gebrek bleek; het verwijderen en het installeren van het herstelde of vervangende toestel, of de kosten ervan, zijn voor de verkoper.",
        de="Das Gerät war vor Auftreten des Mangels eingebaut; Ausbau und Einbau des reparierten oder des Ersatzgeräts oder deren Kosten trägt der Verkäufer.",
    ),
    "use_charged": Sentence(
        en="The consumer owes nothing for the normal use of the device before it was replaced.",
        fr="Le consommateur ne doit rien pour l’usage normal du bien avant son remplacement.",
        nl="De consument is niets verschuldigd voor het normale gebruik van het goed vóór de vervanging.",
        de="Für den üblichen Gebrauch vor dem Ersatz schuldet der Verbraucher nichts.",
    ),
}

NOT_FITTED_BEFORE: Final = Sentence(
    en="The device had not been installed before the defect appeared. Whether taking out what is replaced and installing the replacement, or paying for both, is the seller's even so, is not settled; in doubt it is, and it was not done.",
    fr="L’appareil n’avait pas été installé avant l’apparition du défaut. Il n’est pas établi que l’enlèvement du bien remplacé et l’installation du bien de remplacement, ou leurs frais, incombent même alors au vendeur ; dans le doute oui, et cela n’a pas été fait.",
    nl="Het toestel was niet geïnstalleerd voordat het gebrek bleek. Of het verwijderen van wat vervangen wordt en het installeren van het vervangende toestel, of de kosten ervan, ook dan voor de verkoper zijn, staat niet vast; bij twijfel wel, en het is niet gebeurd.",
    de="Das Gerät war vor Auftreten des Mangels nicht eingebaut. Ob Ausbau des ersetzten und Einbau des Ersatzgeräts oder deren Kosten auch dann den Verkäufer treffen, ist nicht geklärt; im Zweifel tun sie es, und es ist nicht geschehen.",
)
AFTER_KNOWING: Final = Sentence(
    en="The consumer noticed the defect, or should have, on {known} and used the device on until {used_until}; the part of the damage that came of that, {amount}, is taken into account.",
    fr="Le consommateur a constaté le défaut, ou aurait dû le constater, le {known} et a utilisé l’appareil jusqu’au {used_until} ; la part du dommage qui en résulte, {amount}, est prise en compte.",
    nl="De consument stelde het gebrek vast, of had dat moeten doen, op {known} en gebruikte het toestel tot {used_until}; met het deel van de schade dat daaruit komt, {amount}, wordt rekening gehouden.",
    de="Der Verbraucher hat den Mangel am {known} bemerkt oder hätte ihn bemerken müssen und das Gerät bis {used_until} weiterbenutzt; der daraus entstandene Teil des Schadens, {amount}, wird berücksichtigt.",
)
NOT_BY_USE: Final = Sentence(
    en="The damage did not grow by use after {known}: nothing is held against the consumer.",
    fr="Le dommage ne s’est pas aggravé par un usage postérieur au {known} : rien n’est opposé au consommateur.",
    nl="De schade groeide niet door gebruik na {known}: de consument wordt niets aangerekend.",
    de="Der Schaden ist nicht durch Gebrauch nach dem {known} gewachsen: Dem Verbraucher wird nichts angelastet.",
)
