"""The sentences of the legal guarantee, the same in every state."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

PERIOD: Final = Sentence(
    en="How long the legal guarantee lasts, and for how long a defect is presumed",
    fr="Combien de temps dure la garantie légale, et pendant combien de temps le défaut est présumé",
    nl="Hoe lang de wettelijke garantie duurt, en hoe lang een gebrek wordt vermoed",
    de="Wie lange die gesetzliche Gewährleistung dauert und wie lange ein Mangel vermutet wird",
)
TIMELINE: Final = Sentence(
    en="What applies to a device until when",
    fr="Ce qui s’applique à un appareil, et jusqu’à quand",
    nl="Wat voor een toestel geldt, en tot wanneer",
    de="Was für ein Gerät gilt, und bis wann",
)
DEFECT: Final = Sentence(
    en="Whether a defect falls under the legal guarantee",
    fr="Si un défaut relève de la garantie légale",
    nl="Of een gebrek onder de wettelijke garantie valt",
    de="Ob ein Mangel unter die gesetzliche Gewährleistung fällt",
)

REPAIR: Final = Sentence(
    en="the repair",
    fr="la réparation",
    nl="de herstelling",
    de="die Reparatur",
)
REPLACEMENT: Final = Sentence(
    en="the replacement",
    fr="le remplacement",
    nl="de vervanging",
    de="die Ersatzlieferung",
)
NEGOTIATION: Final = Sentence(
    en="the negotiation",
    fr="la négociation",
    nl="de onderhandeling",
    de="die Verhandlung",
)

RUNS: Final = Sentence(
    en="The legal guarantee lasts {lasts} from the delivery ({delivered}): until the end of {until}.",
    fr="La garantie légale dure {lasts} à compter de la livraison ({delivered}) : jusqu’à la fin du {until}.",
    nl="De wettelijke garantie duurt {lasts} vanaf de levering ({delivered}): tot het einde van {until}.",
    de="Die gesetzliche Gewährleistung dauert {lasts} ab der Lieferung ({delivered}): bis zum Ende des {until}.",
)
SHORTENED: Final = Sentence(
    en="A shorter guarantee was validly agreed for this used device: {lasts} from the delivery ({delivered}), until the end of {until}.",
    fr="Une garantie plus courte a été valablement convenue pour cet appareil d’occasion : {lasts} à compter de la livraison ({delivered}), jusqu’à la fin du {until}.",
    nl="Voor dit gebruikte toestel is geldig een kortere garantie afgesproken: {lasts} vanaf de levering ({delivered}), tot het einde van {until}.",
    de="Für dieses gebrauchte Gerät wurde wirksam eine kürzere Gewährleistung vereinbart: {lasts} ab der Lieferung ({delivered}), bis zum Ende des {until}.",
)
NOT_SHORTER: Final = Sentence(
    en="The contract gives {lasts}, no less than the legal guarantee, and takes nothing away from it.",
    fr="Le contrat accorde {lasts}, pas moins que la garantie légale, et ne lui retire rien.",
    nl="De overeenkomst geeft {lasts}, niet minder dan de wettelijke garantie, en doet er niets aan af.",
    de="Der Vertrag gibt {lasts}, nicht weniger als die gesetzliche Gewährleistung, und nimmt ihr nichts.",
)
VOID_NEW: Final = Sentence(
    en="The contract says {lasts}, but for a new device nothing below the legal guarantee can be agreed.",
    fr="Le contrat indique {lasts}, mais pour un appareil neuf rien ne peut être convenu en dessous de la garantie légale.",
    nl="De overeenkomst zegt {lasts}, maar voor een nieuw toestel kan niets onder de wettelijke garantie worden afgesproken.",
    de="Der Vertrag nennt {lasts}, aber für ein neues Gerät kann nichts unterhalb der gesetzlichen Gewährleistung vereinbart werden.",
)
VOID_HERE: Final = Sentence(
    en="The contract says {lasts}, but for this device the law lets nothing shorter be agreed.",
    fr="Le contrat indique {lasts}, mais pour cet appareil la loi ne permet de convenir de rien de plus court.",
    nl="De overeenkomst zegt {lasts}, maar voor dit toestel staat de wet geen kortere afspraak toe.",
    de="Der Vertrag nennt {lasts}, aber für dieses Gerät lässt das Gesetz keine kürzere Vereinbarung zu.",
)
VOID_LEAST: Final = Sentence(
    en="The contract says {lasts}, less than the {least} that can be agreed: the agreement is void and the whole legal guarantee applies.",
    fr="Le contrat indique {lasts}, moins que les {least} qui peuvent être convenus : l’accord est nul et la garantie légale s’applique entièrement.",
    nl="De overeenkomst zegt {lasts}, minder dan de {least} die kunnen worden afgesproken: de afspraak is nietig en de volledige wettelijke garantie geldt.",
    de="Der Vertrag nennt {lasts}, weniger als die {least}, die vereinbart werden können: Die Vereinbarung ist nichtig und die volle gesetzliche Gewährleistung gilt.",
)
VOID_UNTOLD: Final = Sentence(
    en="The contract says {lasts}, but the seller cannot prove to have told the consumer of it clearly and unequivocally: the whole legal guarantee applies.",
    fr="Le contrat indique {lasts}, mais le vendeur ne peut prouver en avoir informé le consommateur de manière claire et sans équivoque : la garantie légale s’applique entièrement.",
    nl="De overeenkomst zegt {lasts}, maar de verkoper kan niet bewijzen dat hij de consument daarover duidelijk en ondubbelzinnig heeft geïnformeerd: de volledige wettelijke garantie geldt.",
    de="Der Vertrag nennt {lasts}, aber der Verkäufer kann nicht beweisen, dass er den Verbraucher darüber klar und unmissverständlich informiert hat: Die volle gesetzliche Gewährleistung gilt.",
)
VOID_UNTOLD_SPECIALLY: Final = Sentence(
    en="The contract says {lasts}, but the seller cannot prove to have told the consumer of this in particular: the whole legal guarantee applies.",
    fr="Le contrat indique {lasts}, mais le vendeur ne peut prouver en avoir informé spécifiquement le consommateur : la garantie légale s’applique entièrement.",
    nl="De overeenkomst zegt {lasts}, maar de verkoper kan niet bewijzen dat hij de consument daarover in het bijzonder heeft geïnformeerd: de volledige wettelijke garantie geldt.",
    de="Der Vertrag nennt {lasts}, aber der Verkäufer kann nicht beweisen, dass er den Verbraucher davon eigens in Kenntnis gesetzt hat: Die volle gesetzliche Gewährleistung gilt.",
)
VOID_JOINED: Final = Sentence(
    en="The contract says {lasts}, but the consumer did not agree to that expressly and separately: the whole legal guarantee applies.",
    fr="Le contrat indique {lasts}, mais le consommateur ne l’a pas accepté expressément et séparément : la garantie légale s’applique entièrement.",
    nl="De overeenkomst zegt {lasts}, maar de consument heeft daar niet uitdrukkelijk en afzonderlijk mee ingestemd: de volledige wettelijke garantie geldt.",
    de="Der Vertrag nennt {lasts}, aber der Verbraucher hat dem nicht ausdrücklich und gesondert zugestimmt: Die volle gesetzliche Gewährleistung gilt.",
)
NO_TERM: Final = Sentence(
    en="No term is fixed: the guarantee lasts as long as such a device may be expected to last.",
    fr="Aucune durée n’est fixée : la garantie dure aussi longtemps qu’on peut l’attendre d’un tel appareil.",
    nl="Er is geen vaste termijn: de garantie duurt zolang als een dergelijk toestel naar verwachting meegaat.",
    de="Es gibt keine feste Frist: Die Gewährleistung dauert so lange, wie ein solches Gerät erwartungsgemäß hält.",
)
EXPECTED: Final = Sentence(
    en="Such a device is expected to last {months} months, so until about {until}. That is an estimate and takes no right away.",
    fr="On attend d’un tel appareil qu’il dure {months} mois, donc jusque vers le {until}. C’est une estimation, qui ne retire aucun droit.",
    nl="Van een dergelijk toestel wordt verwacht dat het {months} maanden meegaat, dus tot ongeveer {until}. Dat is een schatting en neemt geen recht weg.",
    de="Von einem solchen Gerät wird erwartet, dass es {months} Monate hält, also bis etwa zum {until}. Das ist eine Schätzung und nimmt kein Recht.",
)
PRESUMED: Final = Sentence(
    en="A defect that shows itself within {months} months of the delivery, and within the guarantee, is presumed to have been there at the delivery: the seller has to prove otherwise.",
    fr="Un défaut qui apparaît dans les {months} mois suivant la livraison, et pendant la garantie, est présumé avoir existé à la livraison : c’est au vendeur de prouver le contraire.",
    nl="Een gebrek dat zich binnen {months} maanden na de levering en binnen de garantie toont, wordt vermoed bij de levering te hebben bestaan: de verkoper moet het tegendeel bewijzen.",
    de="Bei einem Mangel, der sich innerhalb von {months} Monaten nach der Lieferung und innerhalb der Gewährleistung zeigt, wird vermutet, dass er bei der Lieferung vorhanden war: Der Verkäufer muss das Gegenteil beweisen.",
)
PRESUMED_UNLESS: Final = Sentence(
    en="That does not hold where it does not fit the nature of the device or of the defect; whether the device was new or used is among what is taken into account.",
    fr="Cela ne vaut pas si c’est incompatible avec la nature de l’appareil ou du défaut ; il est notamment tenu compte du caractère neuf ou d’occasion de l’appareil.",
    nl="Dat geldt niet als het onverenigbaar is met de aard van het toestel of van het gebrek; daarbij telt onder meer mee of het toestel nieuw of gebruikt was.",
    de="Das gilt nicht, wenn es mit der Art des Geräts oder des Mangels unvereinbar ist; dabei wird unter anderem berücksichtigt, ob das Gerät neu oder gebraucht war.",
)
DIGITAL: Final = Sentence(
    en="Digital elements that the contract supplies continuously have a period of their own: as long as they are supplied, and at least {months} months from the delivery.",
    fr="Les éléments numériques que le contrat fournit de manière continue ont leur propre délai : aussi longtemps qu’ils sont fournis, et au moins {months} mois à compter de la livraison.",
    nl="Digitale elementen die de overeenkomst doorlopend levert, hebben een eigen termijn: zolang ze worden geleverd, en minstens {months} maanden vanaf de levering.",
    de="Digitale Elemente, die der Vertrag fortlaufend bereitstellt, haben eine eigene Frist: so lange sie bereitgestellt werden, und mindestens {months} Monate ab der Lieferung.",
)
DIGITAL_OPEN: Final = Sentence(
    en="Digital elements that the contract supplies continuously, without a stated end, have a period of their own, whose end is open: as long as they are supplied, and at least {months} months from the delivery.",
    fr="Les éléments numériques que le contrat fournit de manière continue, sans fin indiquée, ont leur propre délai, dont la fin reste ouverte : aussi longtemps qu’ils sont fournis, et au moins {months} mois à compter de la livraison.",
    nl="Digitale elementen die de overeenkomst doorlopend en zonder vermeld einde levert, hebben een eigen termijn, waarvan het einde openstaat: zolang ze worden geleverd, en minstens {months} maanden vanaf de levering.",
    de="Digitale Elemente, die der Vertrag fortlaufend und ohne genanntes Ende bereitstellt, haben eine eigene Frist, deren Ende offen ist: so lange sie bereitgestellt werden, und mindestens {months} Monate ab der Lieferung.",
)
DIGITAL_AGREED: Final = Sentence(
    en="A shorter guarantee was validly agreed for the digital elements that the contract supplies continuously: {lasts} from the delivery, however long they are supplied.",
    fr="Une garantie plus courte a été valablement convenue pour les éléments numériques que le contrat fournit de manière continue : {lasts} à compter de la livraison, quelle que soit la durée de leur fourniture.",
    nl="Voor de digitale elementen die de overeenkomst doorlopend levert, is geldig een kortere garantie afgesproken: {lasts} vanaf de levering, hoe lang ze ook worden geleverd.",
    de="Für die digitalen Elemente, die der Vertrag fortlaufend bereitstellt, wurde wirksam eine kürzere Gewährleistung vereinbart: {lasts} ab der Lieferung, gleich wie lange sie bereitgestellt werden.",
)
DIGITAL_NOT_SHORTER: Final = Sentence(
    en="For the digital elements the contract gives {lasts}, no less than their own period, and takes nothing away from it.",
    fr="Pour les éléments numériques, le contrat accorde {lasts}, pas moins que leur propre délai, et ne lui retire rien.",
    nl="Voor de digitale elementen geeft de overeenkomst {lasts}, niet minder dan hun eigen termijn, en doet daar niets aan af.",
    de="Für die digitalen Elemente gibt der Vertrag {lasts}, nicht weniger als deren eigene Frist, und nimmt ihr nichts.",
)
DIGITAL_VOID: Final = Sentence(
    en="A shorter period for the digital elements does not stand. {why}",
    fr="Un délai plus court pour les éléments numériques ne tient pas. {why}",
    nl="Een kortere termijn voor de digitale elementen houdt geen stand. {why}",
    de="Eine kürzere Frist für die digitalen Elemente hat keinen Bestand. {why}",
)

GUARANTEED: Final = Sentence(
    en="The legal guarantee lasts until the end of {until}.",
    fr="La garantie légale dure jusqu’à la fin du {until}.",
    nl="De wettelijke garantie duurt tot het einde van {until}.",
    de="Die gesetzliche Gewährleistung dauert bis zum Ende des {until}.",
)
PRESUMED_UNTIL: Final = Sentence(
    en="Until the end of {until} it is for the seller to prove that a defect was not there at the delivery.",
    fr="Jusqu’à la fin du {until}, c’est au vendeur de prouver qu’un défaut n’existait pas à la livraison.",
    nl="Tot het einde van {until} moet de verkoper bewijzen dat een gebrek er bij de levering niet was.",
    de="Bis zum Ende des {until} muss der Verkäufer beweisen, dass ein Mangel bei der Lieferung nicht vorhanden war.",
)
DIGITAL_UNTIL: Final = Sentence(
    en="Digital elements that the contract supplies continuously are guaranteed until the end of {until}.",
    fr="Les éléments numériques que le contrat fournit de manière continue sont garantis jusqu’à la fin du {until}.",
    nl="Digitale elementen die de overeenkomst doorlopend levert, zijn gegarandeerd tot het einde van {until}.",
    de="Digitale Elemente, die der Vertrag fortlaufend bereitstellt, sind bis zum Ende des {until} von der Gewährleistung erfasst.",
)
SUPPLY_MOVED: Final = Sentence(
    en="The contract supplies them until the end of {supplied}, for more than {months} months from the delivery. Days for which the clock stood still are added to that; whether the law adds them to the end of a supply, which is the contract's, is not settled, and in doubt it does.",
    fr="Le contrat les fournit jusqu’à la fin du {supplied}, pendant plus de {months} mois à compter de la livraison. Les jours de suspension s’y ajoutent ; il n’est pas établi que la loi les ajoute à la fin d’une fourniture, que le contrat fixe, et dans le doute elle le fait.",
    nl="De overeenkomst levert ze tot het einde van {supplied}, langer dan {months} maanden vanaf de levering van het toestel. De dagen waarop de termijn stilstond, komen daarbij; of de wet ze toevoegt aan het einde van een levering van digitale elementen, dat de overeenkomst bepaalt, staat niet vast, en bij twijfel wel.",
    de="Der Vertrag stellt sie bis zum Ende des {supplied} bereit, länger als {months} Monate ab der Lieferung. Die Tage, an denen die Frist gehemmt war, kommen hinzu; ob das Gesetz sie dem Ende einer Bereitstellung hinzufügt, das der Vertrag bestimmt, ist nicht geklärt, und im Zweifel tut es das.",
)
FREED_UNTIL: Final = Sentence(
    en="The contract frees the consumer of the proof for longer than the law: until the end of {until} it is for the seller to prove that a defect was not there at the delivery.",
    fr="Le contrat dispense le consommateur de la preuve plus longtemps que la loi : jusqu’à la fin du {until}, c’est au vendeur de prouver qu’un défaut n’existait pas à la livraison.",
    nl="De overeenkomst ontslaat de consument langer van het bewijs dan de wet: tot het einde van {until} moet de verkoper bewijzen dat een gebrek er bij de levering niet was.",
    de="Der Vertrag befreit den Verbraucher länger vom Beweis als das Gesetz: Bis zum Ende des {until} muss der Verkäufer beweisen, dass ein Mangel bei der Lieferung nicht vorhanden war.",
)
STOPPED: Final = Sentence(
    en="The clock stood still from {first}: {cause}.",
    fr="Le délai a été suspendu à partir du {first} : {cause}.",
    nl="De termijn stond stil vanaf {first}: {cause}.",
    de="Die Frist war ab dem {first} gehemmt: {cause}.",
)
MOVED: Final = Sentence(
    en="Days for which the clock stood still, each counted once: {days}. They are added, which gives {until}.",
    fr="Jours pendant lesquels le délai a été suspendu, chacun compté une fois : {days}. Ils s’ajoutent, ce qui mène au {until}.",
    nl="Dagen waarop de termijn stilstond, elk één keer geteld: {days}. Ze komen erbij; zo loopt de termijn tot {until}.",
    de="Tage, an denen die Frist gehemmt war, jeder einmal gezählt: {days}. Sie kommen hinzu; damit läuft die Frist bis zum {until}.",
)
STILL_LASTS: Final = Sentence(
    en="What began on {first} still lasts: every further day moves the end by one more.",
    fr="Ce qui a commencé le {first} dure encore : chaque jour de plus repousse la fin d’autant.",
    nl="Wat op {first} begon, duurt nog: elke dag meer verschuift het einde met nog een dag.",
    de="Was am {first} begann, dauert noch an: Jeder weitere Tag verschiebt das Ende um einen Tag.",
)
AFTER_THE_END: Final = Sentence(
    en="What began on {first} came after the end of the guarantee ({until}) and does not move it.",
    fr="Ce qui a commencé le {first} est venu après la fin de la garantie ({until}) et ne la déplace pas.",
    nl="Wat op {first} begon, kwam na het einde van de garantie ({until}) en verschuift dat einde niet.",
    de="Was am {first} begann, kam nach dem Ende der Gewährleistung ({until}) und verschiebt es nicht.",
)
RUNS_ON: Final = Sentence(
    en="The clock does not stop here for what began on {first}: {cause}.",
    fr="Ici le délai n’est pas suspendu par ce qui a commencé le {first} : {cause}.",
    nl="De termijn staat hier niet stil voor wat op {first} begon: {cause}.",
    de="Die Frist wird hier nicht gehemmt durch das, was am {first} begann: {cause}.",
)
REPAIRED: Final = Sentence(
    en="Repairs under the guarantee: {repairs}. They add {months} months: until the end of {until}.",
    fr="Réparations dans le cadre de la garantie : {repairs}. Elles ajoutent {months} mois : jusqu’à la fin du {until}.",
    nl="Herstellingen onder de garantie: {repairs}. Ze voegen {months} maanden toe: tot het einde van {until}.",
    de="Reparaturen im Rahmen der Gewährleistung: {repairs}. Sie fügen {months} Monate hinzu: bis zum Ende des {until}.",
)
LONGER_ONLY: Final = Sentence(
    en="The state and the European Union both prolong the guarantee after a repair: the longer of the two applies, not both.",
    fr="L’État et l’Union européenne prolongent tous deux la garantie après une réparation : la plus longue des deux prolongations s’applique, pas les deux.",
    nl="Zowel de staat als de Europese Unie verlengt de garantie na een herstelling: de langste van de twee geldt, niet beide.",
    de="Sowohl der Staat als auch die Europäische Union verlängern die Gewährleistung nach einer Reparatur: Die längere der beiden Verlängerungen gilt, nicht beide.",
)
RENEWED: Final = Sentence(
    en="The consumer had asked for a repair and the seller replaced the device on {replaced}: a new guarantee of {months} months began, until the end of {until}.",
    fr="Le consommateur avait demandé une réparation et le vendeur a remplacé l’appareil le {replaced} : une nouvelle garantie de {months} mois a commencé, jusqu’à la fin du {until}.",
    nl="De consument had om herstel gevraagd en de verkoper heeft het toestel op {replaced} vervangen: een nieuwe garantie van {months} maanden begon, tot het einde van {until}.",
    de="Der Verbraucher hatte eine Reparatur verlangt und der Verkäufer hat das Gerät am {replaced} ersetzt: Eine neue Gewährleistung von {months} Monaten begann, bis zum Ende des {until}.",
)
AGREED_LONGER: Final = Sentence(
    en="The contract itself gives {lasts}, more than the law, and that binds the seller: until the end of {until}. It comes on top of the legal guarantee and replaces nothing.",
    fr="Le contrat lui-même accorde {lasts}, plus que la loi, et cela lie le vendeur : jusqu’à la fin du {until}. Cela s’ajoute à la garantie légale et ne remplace rien.",
    nl="De overeenkomst zelf geeft {lasts}, meer dan de wet, en dat bindt de verkoper: tot het einde van {until}. Het komt boven op de wettelijke garantie en vervangt niets.",
    de="Der Vertrag selbst gibt {lasts}, mehr als das Gesetz, und das bindet den Verkäufer: bis zum Ende des {until}. Es kommt zur gesetzlichen Gewährleistung hinzu und ersetzt nichts.",
)
PROMISE_BETTER: Final = Sentence(
    en="A commercial guarantee was promised, {lasts}, longer than the legal one: until the end of {until}. It comes on top and replaces nothing.",
    fr="Une garantie commerciale a été promise, {lasts}, plus longue que la garantie légale : jusqu’à la fin du {until}. Elle s’y ajoute et ne remplace rien.",
    nl="Er is een commerciële garantie beloofd, {lasts}, langer dan de wettelijke: tot het einde van {until}. Ze komt erbovenop en vervangt niets.",
    de="Es wurde eine gewerbliche Garantie versprochen, {lasts}, länger als die gesetzliche Gewährleistung: bis zum Ende des {until}. Sie kommt hinzu und ersetzt nichts.",
)
AGREED_TOO: Final = Sentence(
    en="The contract itself gives {lasts}: until the end of {until}. The law fixes no term beside it, and loses nothing by it.",
    fr="Le contrat lui-même accorde {lasts} : jusqu’à la fin du {until}. La loi ne fixe pas de durée à côté, et rien ne lui est retiré.",
    nl="De overeenkomst zelf geeft {lasts}: tot het einde van {until}. De wet stelt daarnaast geen vaste termijn, en er gaat niets van af.",
    de="Der Vertrag selbst gibt {lasts}: bis zum Ende des {until}. Das Gesetz setzt daneben keine feste Frist, und ihm wird nichts genommen.",
)
AGREED_FOR_LIFE: Final = Sentence(
    en="The contract itself gives a guarantee for life, without a stated end, and that binds the seller. It comes on top of the legal guarantee and replaces nothing.",
    fr="Le contrat lui-même accorde une garantie à vie, sans fin indiquée, et cela lie le vendeur. Elle s’ajoute à la garantie légale et ne remplace rien.",
    nl="De overeenkomst zelf geeft een levenslange garantie, zonder vermeld einde, en dat bindt de verkoper. Ze komt boven op de wettelijke garantie en vervangt niets.",
    de="Der Vertrag selbst gibt eine lebenslange Garantie ohne genanntes Ende, und das bindet den Verkäufer. Sie kommt zur gesetzlichen Gewährleistung hinzu und ersetzt nichts.",
)
PROMISED_FOR_LIFE: Final = Sentence(
    en="A commercial guarantee for life was promised, without a stated end. It comes on top of the legal one and replaces nothing.",
    fr="Une garantie commerciale à vie a été promise, sans fin indiquée. Elle s’ajoute à la garantie légale et ne remplace rien.",
    nl="Er is een levenslange commerciële garantie beloofd, zonder vermeld einde. Ze komt boven op de wettelijke en vervangt niets.",
    de="Es wurde eine lebenslange gewerbliche Garantie ohne genanntes Ende versprochen. Sie kommt zur gesetzlichen Gewährleistung hinzu und ersetzt nichts.",
)
PROMISE_LESS: Final = Sentence(
    en="What was promised on top ends on {until}, no later than the legal guarantee, and takes nothing away from it.",
    fr="Ce qui a été promis en plus se termine le {until}, pas plus tard que la garantie légale, et ne lui retire rien.",
    nl="Wat daarbovenop is beloofd, eindigt op {until}, niet later dan de wettelijke garantie, en doet er niets aan af.",
    de="Das zusätzlich Versprochene endet am {until}, nicht später als die gesetzliche Gewährleistung, und nimmt ihr nichts.",
)
TELL_BY: Final = Sentence(
    en="The seller is to be told of the defect found on {found} by the end of {until}.",
    fr="Le vendeur doit être informé du défaut constaté le {found} avant la fin du {until}.",
    nl="De verkoper moet vóór het einde van {until} over het op {found} vastgestelde gebrek worden geïnformeerd.",
    de="Der Verkäufer ist über den am {found} entdeckten Mangel bis zum Ende des {until} zu informieren.",
)
TELL_SAFELY: Final = Sentence(
    en="Telling the seller by the end of {until} of the defect found on {found} is in time in any case; later it depends on the circumstances.",
    fr="Informer le vendeur avant la fin du {until} du défaut constaté le {found} est en tout cas à temps ; plus tard, cela dépend des circonstances.",
    nl="Wie de verkoper vóór het einde van {until} over het op {found} ontdekte gebrek informeert, is in elk geval op tijd; later hangt het van de omstandigheden af.",
    de="Wer den Verkäufer bis zum Ende des {until} über den am {found} entdeckten Mangel informiert, ist jedenfalls rechtzeitig; später kommt es auf die Umstände an.",
)
MOVES: Final = Sentence(
    en="{until} is no working day: until the end of {judged} nothing counts as late here, in doubt for the consumer, but nobody should wait for that.",
    fr="Le {until} n’est pas un jour ouvrable : jusqu’à la fin du {judged}, rien n’est ici tenu pour tardif, dans le doute en faveur du consommateur, mais mieux vaut ne pas attendre jusque-là.",
    nl="{until} is geen werkdag: tot het einde van {judged} geldt hier niets als te laat, bij twijfel in het voordeel van de consument, maar wacht daar beter niet op.",
    de="Der {until} ist kein Werktag: Bis zum Ende des {judged} gilt hier nichts als verspätet, im Zweifel für den Verbraucher, doch niemand sollte so lange warten.",
)
ACT_BY_TERMS: Final = Sentence(
    en="The terms give {given} from the delivery for acting against the seller, until the end of {until}; by the law alone a claim goes to court by {limited}.",
    fr="Les conditions donnent {given} à compter de la livraison pour agir contre le vendeur, jusqu’à la fin du {until} ; selon la seule loi, l’action est introduite au plus tard le {limited}.",
    nl="De voorwaarden geven {given} vanaf de levering om tegen de verkoper op te treden, tot het einde van {until}; volgens de wet alleen gaat de vordering uiterlijk op {limited} naar de rechter.",
    de="Die Bedingungen geben {given} ab der Lieferung, um gegen den Verkäufer vorzugehen, bis zum Ende des {until}; nach dem Gesetz allein ist der Anspruch bis zum {limited} gerichtlich geltend zu machen.",
)
ACT_BY: Final = Sentence(
    en="To be safe, a claim for the defect found on {found} goes to court by the end of {until}.",
    fr="Par prudence, l’action pour le défaut constaté le {found} est introduite avant la fin du {until}.",
    nl="Voor de zekerheid gaat de vordering over het op {found} vastgestelde gebrek vóór het einde van {until} naar de rechter.",
    de="Zur Sicherheit wird der Anspruch wegen des am {found} entdeckten Mangels bis zum Ende des {until} gerichtlich geltend gemacht.",
)
