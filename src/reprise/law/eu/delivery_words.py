"""The sentences of delivery and of the risk."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

DEADLINE: Final = Sentence(
    en="Until when the goods must be delivered",
    fr="Jusqu’à quand le bien doit être livré",
    nl="Tot wanneer het goed geleverd moet zijn",
    de="Bis wann die Ware geliefert sein muss",
)
LATE: Final = Sentence(
    en="What the buyer can do when the goods do not come",
    fr="Ce que peut faire l’acheteur quand le bien n’arrive pas",
    nl="Wat de koper kan doen als het goed niet komt",
    de="Was der Käufer tun kann, wenn die Ware nicht kommt",
)
RISK: Final = Sentence(
    en="Who bears a loss on the way",
    fr="Qui supporte une perte en chemin",
    nl="Wie een verlies onderweg draagt",
    de="Wer einen Verlust auf dem Weg trägt",
)

THIRTY: Final = Sentence(
    en="The goods are delivered within {days} days of the contract ({event}): until the end of {until}.",
    fr="Le bien est livré dans les {days} jours qui suivent le contrat ({event}) : jusqu’à la fin du {until}.",
    nl="Het goed wordt geleverd binnen {days} dagen na de overeenkomst ({event}): tot het einde van {until}.",
    de="Die Ware wird binnen {days} Tagen nach dem Vertrag ({event}) geliefert: bis zum Ende des {until}.",
)
AGREED: Final = Sentence(
    en="Delivery was agreed for {day} at the latest.",
    fr="La livraison a été convenue pour le {day} au plus tard.",
    nl="Levering is afgesproken voor uiterlijk {day}.",
    de="Die Lieferung wurde spätestens für den {day} vereinbart.",
)
AGREED_OTHERWISE: Final = Sentence(
    en="The parties agreed on delivery by {day}: that takes the place of the {days} days.",
    fr="Les parties ont convenu d’une livraison le {day} au plus tard : cela remplace les {days} jours.",
    nl="De partijen zijn levering uiterlijk op {day} overeengekomen: dat komt in de plaats van de {days} dagen.",
    de="Die Parteien haben die Lieferung spätestens für den {day} vereinbart: Das tritt an die Stelle der {days} Tage.",
)
AGREED_BEYOND: Final = Sentence(
    en="{day} was named for delivery, later than the law allows unless the parties agree on it; whether naming it is agreeing is not settled, and the earlier day counts here.",
    fr="Le {day} a été indiqué pour la livraison, plus tard que la loi ne le permet sauf accord des parties ; il n’est pas établi que cette indication vaille accord, et le jour le plus proche est retenu ici.",
    nl="Voor de levering is {day} opgegeven, later dan de wet zonder overeenstemming tussen de partijen toestaat; of die opgave overeenstemming is, staat niet vast, en hier telt de vroegste dag.",
    de="Für die Lieferung wurde der {day} angegeben, später als das Gesetz ohne Einigung der Parteien zulässt; ob diese Angabe eine Einigung ist, ist nicht geklärt, und hier zählt der frühere Tag.",
)
DELIVERED: Final = Sentence(
    en="The goods were delivered on {at}, in time (last day: {until}).",
    fr="Le bien a été livré le {at}, à temps (dernier jour : {until}).",
    nl="Het goed is geleverd op {at}, op tijd (laatste dag: {until}).",
    de="Die Ware wurde am {at} rechtzeitig geliefert (letzter Tag: {until}).",
)
DELIVERED_LATE: Final = Sentence(
    en="The goods were delivered on {at}, after the last day ({until}); whether the delay alone still lets the buyer end the contract is not settled.",
    fr="Le bien a été livré le {at}, après le dernier jour ({until}) ; il n’est pas établi si le seul retard permet encore de résoudre le contrat.",
    nl="Het goed is geleverd op {at}, na de laatste dag ({until}); of de overeenkomst alleen wegens de vertraging nog kan worden beëindigd, staat niet vast.",
    de="Die Ware wurde am {at} nach dem letzten Tag ({until}) geliefert; ob der Vertrag allein wegen der Verspätung noch beendet werden kann, ist nicht geklärt.",
)
STILL_TIME: Final = Sentence(
    en="The seller still has time until {until}.",
    fr="Le vendeur a encore jusqu’au {until}.",
    nl="De verkoper heeft nog tijd tot {until}.",
    de="Der Verkäufer hat noch Zeit bis zum {until}.",
)
REFUSED: Final = Sentence(
    en="The seller refuses to deliver: the buyer may end the contract at once and gets back all that was paid, without undue delay.",
    fr="Le vendeur refuse de livrer : l’acheteur peut résoudre le contrat immédiatement et récupère tout ce qu’il a payé, sans retard excessif.",
    nl="De verkoper weigert te leveren: de koper mag de overeenkomst meteen beëindigen en krijgt onverwijld alles terug wat hij heeft betaald.",
    de="Der Verkäufer verweigert die Lieferung: Der Käufer kann den Vertrag sofort beenden und erhält unverzüglich alles zurück, was er gezahlt hat.",
)
ESSENTIAL: Final = Sentence(
    en="Delivery in time was essential and the last day ({until}) has passed: the buyer may end the contract at once and gets back all that was paid.",
    fr="La livraison à temps était essentielle et le dernier jour ({until}) est passé : l’acheteur peut résoudre le contrat immédiatement et récupère tout ce qu’il a payé.",
    nl="Levering op tijd was essentieel en de laatste dag ({until}) is voorbij: de koper mag de overeenkomst meteen beëindigen en krijgt alles terug wat hij heeft betaald.",
    de="Die pünktliche Lieferung war wesentlich und der letzte Tag ({until}) ist vorbei: Der Käufer kann den Vertrag sofort beenden und erhält alles zurück, was er gezahlt hat.",
)
MORE_TIME: Final = Sentence(
    en="The last day ({until}) has passed: the buyer gives the seller an additional period that suits the circumstances.",
    fr="Le dernier jour ({until}) est passé : l’acheteur accorde au vendeur un délai supplémentaire adapté aux circonstances.",
    nl="De laatste dag ({until}) is voorbij: de koper geeft de verkoper een aanvullende termijn die past bij de omstandigheden.",
    de="Der letzte Tag ({until}) ist vorbei: Der Käufer setzt dem Verkäufer eine den Umständen angemessene zusätzliche Frist.",
)
WAIT: Final = Sentence(
    en="The additional period that the buyer has given runs until {until}.",
    fr="Le délai supplémentaire accordé par l’acheteur court jusqu’au {until}.",
    nl="De aanvullende termijn die de koper heeft gegeven loopt tot {until}.",
    de="Die zusätzliche Frist, die der Käufer gesetzt hat, läuft bis zum {until}.",
)
TERMINATE: Final = Sentence(
    en="The additional period has passed as well ({until}): the buyer may end the contract and gets back all that was paid, without undue delay.",
    fr="Le délai supplémentaire est lui aussi passé ({until}) : l’acheteur peut résoudre le contrat et récupère tout ce qu’il a payé, sans retard excessif.",
    nl="Ook de aanvullende termijn is voorbij ({until}): de koper mag de overeenkomst beëindigen en krijgt onverwijld alles terug wat hij heeft betaald.",
    de="Auch die zusätzliche Frist ist abgelaufen ({until}): Der Käufer kann den Vertrag beenden und erhält unverzüglich alles zurück, was er gezahlt hat.",
)
OFFERED: Final = Sentence(
    en="The goods were offered to the buyer on {at}, in time, and nobody took them then; whether the seller is late all the same is not settled.",
    fr="Le bien a été présenté à l’acheteur le {at}, à temps, et personne ne l’a alors pris ; il n’est pas établi si le vendeur est malgré tout en retard.",
    nl="Het goed is de koper aangeboden op {at}, op tijd, en niemand nam het toen aan; of de verkoper toch te laat is, staat niet vast.",
    de="Die Ware wurde dem Käufer am {at} rechtzeitig angeboten, und niemand nahm sie da an; ob der Verkäufer dennoch in Verzug ist, ist nicht geklärt.",
)
TOO_SHORT: Final = Sentence(
    en="The additional period until {until} does not suit the circumstances: the buyer gives one that does.",
    fr="Le délai supplémentaire jusqu’au {until} n’est pas adapté aux circonstances : l’acheteur en accorde un qui le soit.",
    nl="De aanvullende termijn tot {until} past niet bij de omstandigheden: de koper geeft er een die wel past.",
    de="Die zusätzliche Frist bis zum {until} ist den Umständen nicht angemessen: Der Käufer setzt eine angemessene.",
)
ENDED: Final = Sentence(
    en="The buyer ended the contract on {at} and gets back all that was paid, without undue delay; what comes afterwards changes nothing.",
    fr="L’acheteur a résolu le contrat le {at} et récupère tout ce qu’il a payé, sans retard excessif ; ce qui arrive ensuite n’y change rien.",
    nl="De koper heeft de overeenkomst beëindigd op {at} en krijgt onverwijld alles terug wat hij heeft betaald; wat daarna komt, verandert niets.",
    de="Der Käufer hat den Vertrag am {at} beendet und erhält unverzüglich alles zurück, was er gezahlt hat; was danach kommt, ändert nichts.",
)
NO_RIGHT_THEN: Final = Sentence(
    en="When the buyer declared the end of the contract, on {at}, the delay did not give that right.",
    fr="Quand l’acheteur a déclaré la résolution du contrat, le {at}, le retard ne lui en donnait pas le droit.",
    nl="Toen de koper de overeenkomst beëindigd verklaarde, op {at}, gaf de vertraging hem dat recht niet.",
    de="Als der Käufer den Vertrag für beendet erklärte, am {at}, gab ihm die Verspätung dieses Recht nicht.",
)
PARTLY: Final = Sentence(
    en="A part of the goods has come; what follows is about the rest.",
    fr="Une partie des biens est arrivée ; ce qui suit concerne le reste.",
    nl="Een deel van de goederen is aangekomen; wat volgt gaat over de rest.",
    de="Ein Teil der Ware ist angekommen; das Folgende betrifft den Rest.",
)
IN_HAND: Final = Sentence(
    en="The risk passed to the buyer on {at}, when the goods were in the buyer's hands.",
    fr="Le risque est passé à l’acheteur le {at}, quand il a pris physiquement possession du bien.",
    nl="Het risico is op {at} op de koper overgegaan, toen hij het goed fysiek in bezit kreeg.",
    de="Die Gefahr ging am {at} auf den Käufer über, als er die Ware in Besitz nahm.",
)
NOT_IN_HAND: Final = Sentence(
    en="The buyer never had the goods in hand, so the risk has not passed.",
    fr="L’acheteur n’a jamais pris possession du bien : le risque n’est pas passé.",
    nl="De koper heeft het goed nooit in bezit gehad, dus het risico is niet overgegaan.",
    de="Der Käufer hatte die Ware nie in Besitz, die Gefahr ist also nicht übergegangen.",
)
IN_NAMED_HAND: Final = Sentence(
    en="The risk passed to the buyer on {at}, when the goods were in the hands of the person whom the buyer had named and who is not the carrier.",
    fr="Le risque est passé à l’acheteur le {at}, quand la personne qu’il avait désignée, autre que le transporteur, a pris physiquement possession du bien.",
    nl="Het risico is op {at} op de koper overgegaan, toen de persoon die hij had aangewezen en die niet de vervoerder is, het goed fysiek in bezit kreeg.",
    de="Die Gefahr ging am {at} auf den Käufer über, als die von ihm benannte Person, die nicht der Beförderer ist, die Ware in Besitz nahm.",
)
AT_THE_POINT: Final = Sentence(
    en="The parcel has been at the pick-up point since {at}; the buyer has it in hand only on fetching it there, so the risk has not passed.",
    fr="Le colis est au point-relais depuis le {at} ; l’acheteur n’en prend possession qu’en l’y retirant : le risque n’est pas passé.",
    nl="Het pakket ligt sinds {at} in het afhaalpunt; de koper krijgt het pas in bezit wanneer hij het daar ophaalt, dus het risico is niet overgegaan.",
    de="Das Paket liegt seit {at} an der Abholstelle; der Käufer nimmt es erst in Besitz, wenn er es dort abholt: Die Gefahr ist also nicht übergegangen.",
)
IN_ANOTHER_HAND: Final = Sentence(
    en="On {at} the goods went to somebody whom the buyer had not named; the buyer does not have them in hand, so the risk has not passed.",
    fr="Le {at}, le bien a été remis à une personne que l’acheteur n’avait pas désignée ; il n’en a pas pris possession : le risque n’est pas passé.",
    nl="Op {at} ging het goed naar iemand die de koper niet had aangewezen; hij heeft het niet in bezit, dus het risico is niet overgegaan.",
    de="Am {at} ging die Ware an jemanden, den der Käufer nicht benannt hatte; er hat sie nicht in Besitz, die Gefahr ist also nicht übergegangen.",
)
OWN_CARRIER: Final = Sentence(
    en="The buyer commissioned a carrier whom the seller had not offered: the risk passed on handing over, {at}.",
    fr="L’acheteur a chargé un transporteur que le vendeur ne proposait pas : le risque est passé à la remise, le {at}.",
    nl="De koper schakelde een vervoerder in die de verkoper niet aanbood: het risico ging over bij de afgifte, op {at}.",
    de="Der Käufer beauftragte einen Beförderer, den der Verkäufer nicht anbot: Die Gefahr ging mit der Übergabe über, am {at}.",
)
SELLERS_LOSS: Final = Sentence(
    en="What happened on {at} is the seller's loss.",
    fr="Ce qui est arrivé le {at} est à la charge du vendeur.",
    nl="Wat er op {at} gebeurde, komt voor rekening van de verkoper.",
    de="Was am {at} geschah, geht zu Lasten des Verkäufers.",
)
BUYERS_LOSS: Final = Sentence(
    en="What happened on {at} is the buyer's loss.",
    fr="Ce qui est arrivé le {at} est à la charge de l’acheteur.",
    nl="Wat er op {at} gebeurde, komt voor rekening van de koper.",
    de="Was am {at} geschah, geht zu Lasten des Käufers.",
)
