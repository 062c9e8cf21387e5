"""What is said of a defect within the guarantee, in four languages."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

SHOWN: Final = Sentence(
    en="The defect showed itself on {day}, within the guarantee, which lasts until the end of {until}.",
    fr="Le défaut est apparu le {day}, pendant la garantie, qui dure jusqu’à la fin du {until}.",
    nl="Het gebrek toonde zich op {day}, binnen de garantie, die tot het einde van {until} duurt.",
    de="Der Mangel zeigte sich am {day}, innerhalb der Gewährleistung, die bis zum Ende des {until} dauert.",
)
SHOWN_DIGITAL: Final = Sentence(
    en="The defect of the digital elements arose or showed itself on {day}, while the seller answers for them: until the end of {until}. It need not have been there at the delivery.",
    fr="Le défaut des éléments numériques est survenu ou apparu le {day}, pendant la période où le vendeur en répond : jusqu’à la fin du {until}. Il n’est pas nécessaire qu’il ait existé à la livraison.",
    nl="Het gebrek van de digitale elementen ontstond of toonde zich op {day}, terwijl de verkoper ervoor instaat: tot het einde van {until}. Het hoeft er bij de levering niet te zijn geweest.",
    de="Der Mangel der digitalen Elemente trat am {day} ein oder zeigte sich an diesem Tag, solange der Verkäufer für sie einsteht: bis zum Ende des {until}. Er muss bei der Lieferung nicht vorhanden gewesen sein.",
)
SHOWN_DIGITAL_OPEN: Final = Sentence(
    en="The defect of the digital elements arose or showed itself on {day}, while the seller answers for them: they are supplied without a stated end. It need not have been there at the delivery.",
    fr="Le défaut des éléments numériques est survenu ou apparu le {day}, pendant la période où le vendeur en répond : ils sont fournis sans fin indiquée. Il n’est pas nécessaire qu’il ait existé à la livraison.",
    nl="Het gebrek van de digitale elementen ontstond of toonde zich op {day}, terwijl de verkoper ervoor instaat: ze worden zonder vermeld einde geleverd. Het hoeft er bij de levering niet te zijn geweest.",
    de="Der Mangel der digitalen Elemente trat am {day} ein oder zeigte sich an diesem Tag, solange der Verkäufer für sie einsteht: Sie werden ohne genanntes Ende bereitgestellt. Er muss bei der Lieferung nicht vorhanden gewesen sein.",
)
DISPROVED: Final = Sentence(
    en="The seller has proved that the defect was not there at the delivery: the legal guarantee does not reach it.",
    fr="Le vendeur a prouvé que le défaut n’existait pas à la livraison : la garantie légale ne le couvre pas.",
    nl="De verkoper heeft bewezen dat het gebrek er bij de levering niet was: de wettelijke garantie dekt het niet.",
    de="Der Verkäufer hat bewiesen, dass der Mangel bei der Lieferung nicht vorhanden war: Die gesetzliche Gewährleistung erfasst ihn nicht.",
)
ILL_INSTALLED: Final = Sentence(
    en="It results from an incorrect installation for which the seller answers: that is held to be a lack of conformity, even if the device itself was sound at the delivery.",
    fr="Il résulte d’une installation incorrecte dont le vendeur répond : c’est réputé être un défaut de conformité, même si l’appareil lui-même était sans défaut à la livraison.",
    nl="Het komt door een verkeerde installatie waarvoor de verkoper instaat: dat geldt als een gebrek aan overeenstemming, ook als het toestel zelf bij de levering in orde was.",
    de="Er beruht auf einer unsachgemäßen Installation, für die der Verkäufer einsteht: Das gilt als Vertragswidrigkeit, auch wenn das Gerät selbst bei der Lieferung in Ordnung war.",
)
DISPROVED_BEFORE: Final = Sentence(
    en="The seller has proved that the device was sound at the delivery; a defect of an incorrect installation may come after that.",
    fr="Le vendeur a prouvé que l’appareil était sans défaut à la livraison ; un défaut dû à une installation incorrecte peut venir après.",
    nl="De verkoper heeft bewezen dat het toestel bij de levering in orde was; een gebrek door een verkeerde installatie kan daarna komen.",
    de="Der Verkäufer hat bewiesen, dass das Gerät bei der Lieferung in Ordnung war; ein Mangel aus unsachgemäßer Installation kann danach kommen.",
)
ILL_INSTALLED_UNREAD: Final = Sentence(
    en="The defect results from an incorrect installation, and the rule on that was not read here: nothing is refused automatically, a person decides.",
    fr="Le défaut résulte d’une installation incorrecte, et la règle à ce sujet n’a pas été lue ici : rien n’est refusé automatiquement, une personne décide.",
    nl="Het gebrek komt door een verkeerde installatie, en de regel daarover is hier niet gelezen: niets wordt automatisch geweigerd, een mens beslist.",
    de="Der Mangel beruht auf einer unsachgemäßen Installation, und die Regel dazu wurde hier nicht gelesen: Nichts wird automatisch abgelehnt, ein Mensch entscheidet.",
)
OMITTED: Final = Sentence(
    en="It comes of an update that was lacking while updates were owed, until the end of {until}: that is a lack of conformity. Whether the seller answers for it where the guarantee does not cover it otherwise is not settled: nothing is refused automatically, a person decides.",
    fr="Il résulte d’une mise à jour qui a fait défaut alors que les mises à jour étaient dues, jusqu’à la fin du {until} : c’est un défaut de conformité. Si le vendeur en répond là où la garantie ne le couvre pas autrement n’est pas établi : rien n’est refusé automatiquement, une personne décide.",
    nl="Het komt door een update die ontbrak terwijl updates verschuldigd waren, tot het einde van {until}: dat is een gebrek aan overeenstemming. Of de verkoper ervoor instaat waar de garantie het niet anders dekt, staat niet vast: niets wordt automatisch geweigerd, een mens beslist.",
    de="Er beruht auf einer Aktualisierung, die fehlte, solange Aktualisierungen geschuldet waren, bis zum Ende des {until}: Das ist eine Vertragswidrigkeit. Ob der Verkäufer dafür einsteht, wo die Gewährleistung es nicht anders erfasst, ist nicht geklärt: Nichts wird automatisch abgelehnt, ein Mensch entscheidet.",
)
SHOWN_LATE: Final = Sentence(
    en="The defect showed itself on {day}, after the guarantee, which ended on {until}.",
    fr="Le défaut est apparu le {day}, après la garantie, qui s’est terminée le {until}.",
    nl="Het gebrek toonde zich op {day}, na de garantie, die op {until} eindigde.",
    de="Der Mangel zeigte sich am {day}, nach der Gewährleistung, die am {until} endete.",
)
SHOWN_EARLY: Final = Sentence(
    en="The defect showed itself on {day}, while it is presumed to have been there at the delivery.",
    fr="Le défaut est apparu le {day}, alors qu’il est présumé avoir existé à la livraison.",
    nl="Het gebrek toonde zich op {day}, terwijl het wordt vermoed bij de levering te hebben bestaan.",
    de="Der Mangel zeigte sich am {day}, solange vermutet wird, dass er bei der Lieferung vorhanden war.",
)
SHOWN_OPEN: Final = Sentence(
    en="The defect showed itself on {day}. No term is fixed: a person decides whether such a device may be expected to last longer. Nothing is refused automatically.",
    fr="Le défaut est apparu le {day}. Aucune durée n’est fixée : une personne décide si l’on peut attendre d’un tel appareil qu’il dure plus longtemps. Rien n’est refusé automatiquement.",
    nl="Het gebrek toonde zich op {day}. Er is geen vaste termijn: een mens beslist of een dergelijk toestel langer hoort mee te gaan. Niets wordt automatisch geweigerd.",
    de="Der Mangel zeigte sich am {day}. Es gibt keine feste Frist: Ein Mensch entscheidet, ob ein solches Gerät erwartungsgemäß länger hält. Nichts wird automatisch abgelehnt.",
)
IS_PRESUMED: Final = Sentence(
    en="It showed itself by {until}, so the seller has to prove that it was not there at the delivery.",
    fr="Il est apparu au plus tard le {until} : c’est donc au vendeur de prouver qu’il n’existait pas à la livraison.",
    nl="Het toonde zich uiterlijk op {until}, dus moet de verkoper bewijzen dat het er bij de levering niet was.",
    de="Er zeigte sich spätestens am {until}: Der Verkäufer muss also beweisen, dass er bei der Lieferung nicht vorhanden war.",
)
NOT_PRESUMED: Final = Sentence(
    en="It showed itself after {until}, so it is for the consumer to prove that it was there at the delivery; the guarantee itself is no shorter for that.",
    fr="Il est apparu après le {until} : c’est donc au consommateur de prouver qu’il existait à la livraison ; la garantie elle-même n’en est pas plus courte.",
    nl="Het toonde zich na {until}, dus moet de consument bewijzen dat het er bij de levering was; de garantie zelf wordt daar niet korter van.",
    de="Er zeigte sich nach dem {until}: Der Verbraucher muss also beweisen, dass er bei der Lieferung vorhanden war; die Gewährleistung selbst wird dadurch nicht kürzer.",
)
NOT_BY_NATURE: Final = Sentence(
    en="That it was there at the delivery does not fit the nature of the device or of the defect, so it is for the consumer to prove it.",
    fr="Qu’il ait existé à la livraison est incompatible avec la nature de l’appareil ou du défaut : c’est donc au consommateur de le prouver.",
    nl="Dat het er bij de levering was, past niet bij de aard van het toestel of van het gebrek, dus moet de consument het bewijzen.",
    de="Dass er bei der Lieferung vorhanden war, passt nicht zur Art des Geräts oder des Mangels: Der Verbraucher muss es also beweisen.",
)
FREED: Final = Sentence(
    en="The contract frees the consumer of that proof for {given} from the delivery, within the legal guarantee: until the end of {until} it is for the seller to prove that the defect was not there at the delivery.",
    fr="Le contrat dispense le consommateur de cette preuve pendant {given} à compter de la livraison, dans le cadre de la garantie légale : jusqu’à la fin du {until}, c’est au vendeur de prouver que le défaut n’existait pas à la livraison.",
    nl="De overeenkomst ontslaat de consument van dat bewijs gedurende {given} vanaf de levering, binnen de wettelijke garantie: tot het einde van {until} moet de verkoper bewijzen dat het gebrek er bij de levering niet was.",
    de="Der Vertrag befreit den Verbraucher von diesem Beweis für {given} ab der Lieferung, innerhalb der gesetzlichen Gewährleistung: Bis zum Ende des {until} muss der Verkäufer beweisen, dass der Mangel bei der Lieferung nicht vorhanden war.",
)
TO_PROVE: Final = Sentence(
    en="That has not been proved yet: a person looks at what the consumer shows. Nothing is refused automatically.",
    fr="Cette preuve n’est pas encore faite : une personne examine ce que le consommateur apporte. Rien n’est refusé automatiquement.",
    nl="Dat is nog niet bewezen: een mens bekijkt wat de consument aanbrengt. Niets wordt automatisch geweigerd.",
    de="Das ist noch nicht bewiesen: Ein Mensch prüft, was der Verbraucher vorlegt. Nichts wird automatisch abgelehnt.",
)
PROVED: Final = Sentence(
    en="The consumer has proved that the defect was there at the delivery.",
    fr="Le consommateur a prouvé que le défaut existait à la livraison.",
    nl="De consument heeft bewezen dat het gebrek er bij de levering was.",
    de="Der Verbraucher hat bewiesen, dass der Mangel bei der Lieferung vorhanden war.",
)
NO_TELLING: Final = Sentence(
    en="The law sets no time for telling the seller.",
    fr="La loi ne fixe aucun délai pour informer le vendeur.",
    nl="De wet stelt geen termijn om de verkoper te informeren.",
    de="Das Gesetz setzt keine Frist, um den Verkäufer zu informieren.",
)
TOLD: Final = Sentence(
    en="The seller was told on {told}, in time: the last day was {until}.",
    fr="Le vendeur a été informé le {told}, à temps : le dernier jour était le {until}.",
    nl="De verkoper is op {told} geïnformeerd, op tijd: de laatste dag was {until}.",
    de="Der Verkäufer wurde am {told} informiert, rechtzeitig: Der letzte Tag war der {until}.",
)
TOLD_MOVED: Final = Sentence(
    en="The seller was told on {told}. The last day, {until}, was no working day; in doubt for the consumer the next one, {judged}, counts as in time.",
    fr="Le vendeur a été informé le {told}. Le dernier jour, le {until}, n’était pas un jour ouvrable ; dans le doute en faveur du consommateur, le jour ouvrable suivant, le {judged}, est tenu pour être à temps.",
    nl="De verkoper is op {told} geïnformeerd. De laatste dag, {until}, was geen werkdag; bij twijfel in het voordeel van de consument geldt de volgende werkdag, {judged}, als op tijd.",
    de="Der Verkäufer wurde am {told} informiert. Der letzte Tag, der {until}, war kein Werktag; im Zweifel für den Verbraucher gilt der nächste, der {judged}, als rechtzeitig.",
)
TOLD_LATE: Final = Sentence(
    en="The seller was not told by {until}, so too late. What that costs the consumer is not said in the article: nothing is refused automatically.",
    fr="Le vendeur n’a pas été informé au plus tard le {until}, donc trop tard. L’article ne dit pas ce que cela coûte au consommateur : rien n’est refusé automatiquement.",
    nl="De verkoper is niet uiterlijk op {until} geïnformeerd, dus te laat. Het artikel zegt niet wat dat de consument kost: niets wordt automatisch geweigerd.",
    de="Der Verkäufer wurde nicht bis zum {until} informiert, also zu spät. Was das den Verbraucher kostet, sagt der Artikel nicht: Nichts wird automatisch abgelehnt.",
)
TOLD_UNSETTLED: Final = Sentence(
    en="The seller was not told by {until}; whether that was still in time depends on the circumstances, and a person decides.",
    fr="Le vendeur n’a pas été informé au plus tard le {until} ; si c’était encore à temps dépend des circonstances, et une personne décide.",
    nl="De verkoper is niet uiterlijk op {until} geïnformeerd; of het nog op tijd was, hangt van de omstandigheden af, en een mens beslist.",
    de="Der Verkäufer wurde nicht bis zum {until} informiert; ob es noch rechtzeitig war, hängt von den Umständen ab, und ein Mensch entscheidet.",
)
ACTED_LATE: Final = Sentence(
    en="The claim did not go to court by {until}. Whether it is lost is not settled: nothing is refused automatically, a person decides.",
    fr="L’action n’a pas été introduite au plus tard le {until}. Il n’est pas établi qu’elle soit perdue : rien n’est refusé automatiquement, une personne décide.",
    nl="De vordering ging niet uiterlijk op {until} naar de rechter. Of ze verloren is, staat niet vast: niets wordt automatisch geweigerd, een mens beslist.",
    de="Der Anspruch wurde nicht bis zum {until} gerichtlich geltend gemacht. Ob er verloren ist, ist nicht geklärt: Nichts wird automatisch abgelehnt, ein Mensch entscheidet.",
)
BARRED: Final = Sentence(
    en="The claim was to be brought by {until} and is barred now.",
    fr="L’action devait être introduite au plus tard le {until} ; elle est désormais prescrite.",
    nl="De vordering moest uiterlijk op {until} worden ingesteld en is nu verjaard.",
    de="Der Anspruch war bis zum {until} geltend zu machen und ist jetzt verjährt.",
)
PROMISED_TOO: Final = Sentence(
    en="What was promised on top reaches it too, until the end of {until}.",
    fr="Ce qui a été promis en plus le couvre aussi, jusqu’à la fin du {until}.",
    nl="Wat daarbovenop is beloofd, dekt het ook, tot het einde van {until}.",
    de="Das zusätzlich Versprochene erfasst ihn auch, bis zum Ende des {until}.",
)
PROMISED_TOO_FOR_LIFE: Final = Sentence(
    en="What was promised on top, without a stated end, reaches it too.",
    fr="Ce qui a été promis en plus, sans fin indiquée, le couvre aussi.",
    nl="Wat daarbovenop zonder vermeld einde is beloofd, dekt het ook.",
    de="Das zusätzlich ohne genanntes Ende Versprochene erfasst ihn auch.",
)
