"""The sentences of commercial guarantees (art. 1649septies)."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

GUARANTEE: Final = Sentence(
    en="To what a commercial guarantee binds the guarantor",
    fr="À quoi une garantie commerciale engage le garant",
    nl="Waartoe een commerciële garantie de garant verbindt",
    de="Wozu eine gewerbliche Garantie den Garantiegeber verpflichtet",
)

BINDS: Final = Sentence(
    en="The guarantee binds as declared, and as advertised by the conclusion of the contract: {services}.",
    fr="La garantie lie selon la déclaration et la publicité faite au plus tard à la conclusion du contrat : {services}.",
    nl="De garantie bindt zoals verklaard en zoals uiterlijk bij het sluiten van de overeenkomst geadverteerd: {services}.",
    de="Die Garantie bindet so, wie sie erklärt und bis zum Vertragsschluss beworben wurde: {services}.",
)
SERVICE_FOR: Final = Sentence(
    en="{service} for {lasts}",
    fr="{service} pendant {lasts}",
    nl="{service} gedurende {lasts}",
    de="{service} für {lasts}",
)
ADVERTISED_BETTER: Final = Sentence(
    en="The advertising promised more than the statement, and binds in that: {what}; in what it gives less, the statement binds.",
    fr="La publicité promettait plus que la déclaration et lie sur ce point : {what} ; là où elle donne moins, la déclaration lie.",
    nl="De reclame beloofde meer dan de verklaring en bindt daarin: {what}; waar zij minder geeft, bindt de verklaring.",
    de="Die Werbung versprach mehr als die Erklärung und bindet insoweit: {what}; wo sie weniger gewährt, bindet die Erklärung.",
)
EXCESS_UNSAID: Final = Sentence(
    en="The advertising does not mention the {amount} that the statement has the consumer pay each time; whether the statement is less advantageous in that is not settled, and in doubt nothing is to be paid.",
    fr="La publicité ne mentionne pas les {amount} que la déclaration met chaque fois à la charge du consommateur ; il n’est pas établi que la déclaration soit moins avantageuse sur ce point, et dans le doute rien n’est à payer.",
    nl="De reclame vermeldt niet de {amount} die de consument volgens de verklaring telkens betaalt; of de verklaring daarin minder voordelig is, staat niet vast, en bij twijfel is niets te betalen.",
    de="Die Werbung erwähnt die {amount} nicht, die der Verbraucher nach der Erklärung jedes Mal zahlt; ob die Erklärung darin weniger vorteilhaft ist, ist nicht geklärt, und im Zweifel ist nichts zu zahlen.",
)
EXCESS_ASKED: Final = Sentence(
    en="The advertising asks {amount} each time, more than the statement; whether that is to be paid for what only the advertising gives, the law aside, is not settled, and in doubt the less is.",
    fr="La publicité demande {amount} à chaque fois, plus que la déclaration ; il n’est pas établi que ce montant soit à payer pour ce que seule la publicité donne, la loi mise à part, et dans le doute le moindre l’est.",
    nl="De reclame vraagt telkens {amount}, meer dan de verklaring; of dat te betalen is voor wat alleen de reclame geeft, de wet daargelaten, staat niet vast, en bij twijfel is het minste te betalen.",
    de="Die Werbung verlangt jedes Mal {amount}, mehr als die Erklärung; ob das für das zu zahlen ist, was nur die Werbung gewährt, vom Gesetz abgesehen, ist nicht geklärt, und im Zweifel ist das Geringere zu zahlen.",
)
ADVERT_CORRECTED: Final = Sentence(
    en="Before the contract was concluded the advertising had been corrected in the same or a comparable way: it does not bind.",
    fr="Avant la conclusion du contrat, la publicité avait été rectifiée d’une manière identique ou comparable : elle ne lie pas.",
    nl="Vóór het sluiten van de overeenkomst was de reclame op dezelfde of een vergelijkbare wijze rechtgezet: zij bindt niet.",
    de="Vor Vertragsschluss war die Werbung in gleicher oder vergleichbarer Weise berichtigt: Sie bindet nicht.",
)
ADVERT_REPLACED: Final = Sentence(
    en="Before the contract was concluded the advertising had been corrected in the same or a comparable way: it is read as corrected.",
    fr="Avant la conclusion du contrat, la publicité avait été rectifiée d’une manière identique ou comparable : elle se lit telle que rectifiée.",
    nl="Vóór het sluiten van de overeenkomst was de reclame op dezelfde of een vergelijkbare wijze rechtgezet: zij wordt gelezen zoals rechtgezet.",
    de="Vor Vertragsschluss war die Werbung in gleicher oder vergleichbarer Weise berichtigt: Sie wird so gelesen, wie sie berichtigt wurde.",
)
NOT_CORRECTED: Final = Sentence(
    en="Before the contract was concluded the advertising had been corrected in neither the same nor a comparable way: that changes nothing, and it is read as it was made.",
    fr="Avant la conclusion du contrat, la publicité n’avait été rectifiée ni d’une manière identique ni d’une manière comparable : cela n’y change rien, et elle se lit telle qu’elle a été faite.",
    nl="Vóór het sluiten van de overeenkomst was de reclame niet op dezelfde of een vergelijkbare wijze rechtgezet: dat verandert niets, en zij wordt gelezen zoals zij is gemaakt.",
    de="Vor Vertragsschluss war die Werbung weder in gleicher noch in vergleichbarer Weise berichtigt worden: Das ändert nichts, und sie wird so gelesen, wie sie gemacht wurde.",
)
NO_STATEMENT: Final = Sentence(
    en="No guarantee was declared beside it: whether a correction then frees the guarantor of what it took back is not settled.",
    fr="Aucune garantie n’a été déclarée à côté : il n’est pas établi qu’une rectification libère alors le garant de ce qu’elle a repris.",
    nl="Daarnaast is geen garantie verklaard: of een rechtzetting de garant dan bevrijdt van wat zij terugnam, staat niet vast.",
    de="Daneben wurde keine Garantie erklärt: Ob eine Berichtigung den Garantiegeber dann von dem befreit, was sie zurücknahm, ist nicht geklärt.",
)
ADVERTISED_BY_ANOTHER: Final = Sentence(
    en="Advertising by somebody else than the guarantor reads better than what the guarantor itself promised: {what}. Whether it binds the guarantor is not settled, and neither it nor what would follow from it is counted here; what the advertiser owes is a question of its own.",
    fr="La publicité d’une autre personne que le garant semble plus avantageuse que ce que le garant a lui-même promis : {what}. Il n’est pas établi qu’elle lie le garant, et il n’est tenu compte ici ni d’elle ni de ce qui en suivrait ; ce que doit l’annonceur est une autre question.",
    nl="Reclame van iemand anders dan de garant klinkt voordeliger dan wat de garant zelf beloofde: {what}. Of zij de garant bindt, staat niet vast, en zij is hier niet meegeteld, net zomin als wat eruit zou volgen; wat de adverteerder zelf verschuldigd is, is een andere vraag.",
    de="Die Werbung eines anderen als des Garantiegebers klingt vorteilhafter als das, was der Garantiegeber selbst versprach: {what}. Ob sie den Garantiegeber bindet, ist nicht geklärt, und weder sie noch was aus ihr folgte, ist hier mitgezählt; was der Werbende selbst schuldet, ist eine andere Frage.",
)
NOTHING_OF_THEIR_OWN: Final = Sentence(
    en="The guarantor itself promised no service beyond the legal guarantee: whether there is a commercial guarantee hangs on that advertising alone.",
    fr="Le garant lui-même n’a promis aucun service en plus de la garantie légale : l’existence d’une garantie commerciale dépend de cette seule publicité.",
    nl="De garant zelf beloofde geen dienst bovenop de wettelijke garantie: of er een commerciële garantie is, hangt alleen van die reclame af.",
    de="Der Garantiegeber selbst hat keine Leistung über die gesetzliche Gewähr hinaus versprochen: Ob es eine gewerbliche Garantie gibt, hängt allein von dieser Werbung ab.",
)
BINDS_AS_DECLARED: Final = Sentence(
    en="The guarantee binds as the guarantor declared it: {services}.",
    fr="La garantie lie selon la déclaration du garant : {services}.",
    nl="De garantie bindt zoals de garant haar verklaarde: {services}.",
    de="Die Garantie bindet so, wie der Garantiegeber sie erklärt hat: {services}.",
)
ADVERT_LATER: Final = Sentence(
    en="The advertising came only after the contract was concluded and does not count.",
    fr="La publicité n’a été faite qu’après la conclusion du contrat et ne compte pas.",
    nl="De reclame kwam pas na het sluiten van de overeenkomst en telt niet.",
    de="Die Werbung erfolgte erst nach Vertragsschluss und zählt nicht.",
)
NO_GUARANTOR: Final = Sentence(
    en="Whoever promised is neither the seller nor a producer: it is no commercial guarantee, and these articles do not say what is owed; the contract with whoever promised does.",
    fr="Celui qui a promis n’est ni le vendeur ni un producteur : ce n’est pas une garantie commerciale, et ces articles ne disent pas ce qui est dû ; le contrat conclu avec lui le dit.",
    nl="Wie beloofde, is noch de verkoper noch een producent: het is geen commerciële garantie, en deze artikelen zeggen niet wat verschuldigd is; de overeenkomst met die persoon zegt dat.",
    de="Wer versprochen hat, ist weder der Verkäufer noch ein Hersteller: Es ist keine gewerbliche Garantie, und diese Artikel sagen nicht, was geschuldet wird; das sagt der Vertrag mit dem Versprechenden.",
)
BY_SELLER: Final = Sentence(
    en="The seller promised and owes it.",
    fr="C’est le vendeur qui a promis et qui est tenu.",
    nl="De verkoper heeft het beloofd en is eraan gehouden.",
    de="Der Verkäufer hat es versprochen und schuldet es.",
)
BY_AGENT: Final = Sentence(
    en="It was promised in the seller's name or on the seller's behalf: the seller owes it.",
    fr="La promesse a été faite au nom ou pour le compte du vendeur : c’est le vendeur qui est tenu.",
    nl="Het werd beloofd in naam of voor rekening van de verkoper: de verkoper is eraan gehouden.",
    de="Es wurde im Namen oder im Auftrag des Verkäufers versprochen: Der Verkäufer schuldet es.",
)
BY_PRODUCER: Final = Sentence(
    en="A producer promised and owes it; the seller does not owe it, and answers for conformity as before.",
    fr="C’est un producteur qui a promis et qui est tenu ; le vendeur ne l’est pas, et répond toujours de la conformité.",
    nl="Een producent heeft het beloofd en is eraan gehouden; de verkoper niet, en die blijft instaan voor de conformiteit.",
    de="Ein Hersteller hat es versprochen und schuldet es; der Verkäufer nicht, er haftet weiter für die Vertragsmäßigkeit.",
)
BY_PRODUCING_SELLER: Final = Sentence(
    en="The seller, who is a producer as well, promised and owes it.",
    fr="C’est le vendeur, qui est aussi producteur, qui a promis et qui est tenu.",
    nl="De verkoper, die ook producent is, heeft het beloofd en is eraan gehouden.",
    de="Der Verkäufer, der auch Hersteller ist, hat es versprochen und schuldet es.",
)
BY_BOTH: Final = Sentence(
    en="The seller and a producer promised together: each of the two owes what was promised.",
    fr="Le vendeur et un producteur ont promis ensemble : chacun des deux est tenu de ce qui a été promis.",
    nl="De verkoper en een producent hebben het samen beloofd: elk van beiden is gehouden aan wat beloofd is.",
    de="Der Verkäufer und ein Hersteller haben es gemeinsam versprochen: Jeder von beiden schuldet, was versprochen wurde.",
)
ON_TERMS: Final = Sentence(
    en="It comes on these terms: {terms}.",
    fr="Elle s’accompagne de ce qui suit : {terms}.",
    nl="Zij omvat ook: {terms}.",
    de="Dazu gehört: {terms}.",
)
PAYS: Final = Sentence(
    en="The consumer pays {amount} each time.",
    fr="Le consommateur paie {amount} à chaque fois.",
    nl="De consument betaalt telkens {amount}.",
    de="Der Verbraucher zahlt jedes Mal {amount}.",
)
ON_CONDITIONS: Final = Sentence(
    en="It binds on the conditions that it states.",
    fr="Elle lie aux conditions qu’elle énonce.",
    nl="Zij bindt onder de voorwaarden die zij noemt.",
    de="Sie bindet unter den Bedingungen, die sie nennt.",
)
DURABLE: Final = Sentence(
    en="A producer guarantees durability for {lasts}: for all that time the producer answers directly for repair or replacement (the law does not say who chooses), free of charge and sending included, as the law asks of a seller, even if the statement or the advertising gives less.",
    fr="Un producteur garantit la durabilité pendant {lasts} : pendant tout ce temps, il répond directement de la réparation ou du remplacement (la loi ne dit pas qui choisit), sans frais, envoi compris, comme la loi l’exige d’un vendeur, même si la déclaration ou la publicité donne moins.",
    nl="Een producent garandeert duurzaamheid gedurende {lasts}: al die tijd staat hij rechtstreeks in voor herstel of vervanging (de wet zegt niet wie kiest), zonder kosten, verzending inbegrepen, zoals de wet van een verkoper vraagt, ook als de verklaring of de reclame minder geeft.",
    de="Ein Hersteller garantiert Haltbarkeit für {lasts}: Für diese ganze Zeit haftet er unmittelbar auf Reparatur oder Ersatz (das Gesetz sagt nicht, wer wählt), unentgeltlich und einschließlich des Versands, wie das Gesetz es vom Verkäufer verlangt, auch wenn Erklärung oder Werbung weniger gewähren.",
)
CONDITIONS_OF_DURABILITY: Final = Sentence(
    en="Whether conditions of the guarantee, as a registration or a first buyer, may be held against that is not settled; in doubt they may not.",
    fr="Il n’est pas établi que des conditions de la garantie, comme un enregistrement ou un premier acheteur, puissent y être opposées ; dans le doute, elles ne le peuvent pas.",
    nl="Of voorwaarden van de garantie, zoals een registratie of een eerste koper, daartegen mogen worden ingeroepen, staat niet vast; bij twijfel mag dat niet.",
    de="Ob dem Bedingungen der Garantie, wie eine Registrierung oder ein erster Käufer, entgegengehalten werden dürfen, ist nicht geklärt; im Zweifel dürfen sie es nicht.",
)
EXCESS_LIFTED: Final = Sentence(
    en="The {amount} to be paid each time by what was promised is not owed for that.",
    fr="Les {amount} à payer chaque fois selon ce qui a été promis ne sont pas dus pour cela.",
    nl="Het bedrag van {amount} dat volgens wat beloofd is telkens te betalen is, is daarvoor niet verschuldigd.",
    de="Die {amount}, die nach dem Versprochenen jedes Mal zu zahlen sind, werden dafür nicht geschuldet.",
)
EXCESS_OF_TERMS: Final = Sentence(
    en="Whether money may be asked for what comes with such a repair or replacement and the law does not ask for is not settled; in doubt it may not.",
    fr="Il n’est pas établi qu’un paiement puisse être demandé pour ce qui accompagne une telle réparation ou un tel remplacement sans que la loi l’exige ; dans le doute, il ne le peut pas.",
    nl="Of geld mag worden gevraagd voor wat bij zo’n herstel of vervanging komt zonder dat de wet erom vraagt, staat niet vast; bij twijfel mag dat niet.",
    de="Ob Geld für das verlangt werden darf, was zu einer solchen Reparatur oder einem solchen Ersatz dazukommt, ohne dass das Gesetz es verlangt, ist nicht geklärt; im Zweifel darf es das nicht.",
)
PAYS_BEYOND: Final = Sentence(
    en="For what is promised beyond that the consumer pays {amount} each time, and nothing for such a repair or replacement.",
    fr="Pour ce qui est promis au-delà, le consommateur paie {amount} à chaque fois, et rien pour une telle réparation ou un tel remplacement.",
    nl="Voor wat daarbovenop is beloofd, betaalt de consument telkens {amount}, en niets voor zo’n herstel of vervanging.",
    de="Für das darüber hinaus Versprochene zahlt der Verbraucher jedes Mal {amount}, für eine solche Reparatur oder einen solchen Ersatz nichts.",
)
LIFE_CONTESTED: Final = Sentence(
    en="The law speaks of a guarantee of durability for a certain time: that a life is one can be contested.",
    fr="La loi parle d’une garantie de durabilité pendant une certaine période : qu’une vie en soit une peut être contesté.",
    nl="De wet spreekt van een duurzaamheidsgarantie voor een bepaalde periode: dat een leven er een is, kan worden betwist.",
    de="Das Gesetz spricht von einer Haltbarkeitsgarantie für einen bestimmten Zeitraum: Dass ein Leben einer ist, kann bestritten werden.",
)
LIFE_CERTAIN: Final = Sentence(
    en="If it is none, the law may give this for {lasts} alone, the longest time named that has an end; after it what was promised holds as it was promised.",
    fr="Si elle n’en est pas une, la loi ne le donne peut-être que pendant {lasts}, la plus longue durée indiquée qui ait une fin ; ensuite, ce qui a été promis vaut tel quel.",
    nl="Is het dat niet, dan geeft de wet dit misschien enkel gedurende {lasts}, de langste genoemde tijd met een einde; daarna geldt wat beloofd is zoals het beloofd is.",
    de="Ist es keiner, so gewährt das Gesetz dies vielleicht nur für {lasts}, die längste genannte Zeit, die ein Ende hat; danach gilt das Versprochene, wie es versprochen wurde.",
)
LIFE_AS_PROMISED: Final = Sentence(
    en="If it is none, the law adds nothing, and what was promised holds as it was promised.",
    fr="Si elle n’en est pas une, la loi n’ajoute rien, et ce qui a été promis vaut tel quel.",
    nl="Is het dat niet, dan voegt de wet niets toe, en wat beloofd is geldt zoals het beloofd is.",
    de="Ist es keiner, so fügt das Gesetz nichts hinzu, und das Versprochene gilt, wie es versprochen wurde.",
)
UNSAID: Final = Sentence(
    en="How long the device lasts is not said; that durability is guaranteed for {lasts}, as long as anything is given, is not settled.",
    fr="Il n’est pas dit combien de temps l’appareil dure ; que la durabilité soit garantie pendant {lasts}, aussi longtemps que quelque chose est accordé, n’est pas établi.",
    nl="Hoelang het toestel meegaat, is niet gezegd; dat de duurzaamheid gedurende {lasts} is gegarandeerd, zo lang als er iets wordt gegeven, staat niet vast.",
    de="Wie lange das Gerät hält, ist nicht gesagt; dass die Haltbarkeit für {lasts} garantiert ist, so lange wie etwas gewährt wird, ist nicht geklärt.",
)
UNSAID_SO_LONG: Final = Sentence(
    en="That durability is guaranteed for {lasts}, as long as anything is given, and not for {settled}, is not settled.",
    fr="Que la durabilité soit garantie pendant {lasts}, aussi longtemps que quelque chose est accordé, et non pendant {settled}, n’est pas établi.",
    nl="Dat de duurzaamheid gedurende {lasts} is gegarandeerd, zo lang als er iets wordt gegeven, en niet gedurende {settled}, staat niet vast.",
    de="Dass die Haltbarkeit für {lasts} garantiert ist, so lange wie etwas gewährt wird, und nicht für {settled}, ist nicht geklärt.",
)
SELLER_AS_STATED: Final = Sentence(
    en="Whether the seller owes that repair or replacement free of charge as well, where less was promised, is not settled.",
    fr="Il n’est pas établi que le vendeur doive aussi cette réparation ou ce remplacement sans frais, là où moins a été promis.",
    nl="Of de verkoper dat kosteloze herstel of die kosteloze vervanging ook verschuldigd is waar minder is beloofd, staat niet vast.",
    de="Ob der Verkäufer diese unentgeltliche Reparatur oder diesen Ersatz auch schuldet, wo weniger versprochen wurde, ist nicht geklärt.",
)
SAID_TO_LAST: Final = Sentence(
    en="The device is guaranteed to last {lasts}.",
    fr="La durabilité de l’appareil est garantie pendant {lasts}.",
    nl="De duurzaamheid van het toestel is gegarandeerd gedurende {lasts}.",
    de="Die Haltbarkeit des Geräts ist für {lasts} garantiert.",
)
WHICH_SERVICE: Final = Sentence(
    en="The device is guaranteed to last {lasts}, longer than any service was promised: what the seller owes once those services are over is not settled.",
    fr="La durabilité de l’appareil est garantie pendant {lasts}, plus longtemps que tout service promis : ce que le vendeur doit une fois ces services terminés n’est pas établi.",
    nl="De duurzaamheid van het toestel is gegarandeerd gedurende {lasts}, langer dan enige beloofde dienst: wat de verkoper verschuldigd is zodra die diensten zijn afgelopen, staat niet vast.",
    de="Die Haltbarkeit des Geräts ist für {lasts} garantiert, länger als jede versprochene Leistung: Was der Verkäufer nach deren Ablauf schuldet, ist nicht geklärt.",
)
LASTS: Final = Sentence(
    en="durability for {lasts}",
    fr="la durabilité pendant {lasts}",
    nl="duurzaamheid gedurende {lasts}",
    de="Haltbarkeit für {lasts}",
)
LASTS_SO_LONG: Final = Sentence(
    en="durability for {lasts}, as long as anything is given",
    fr="la durabilité pendant {lasts}, aussi longtemps que quelque chose est accordé",
    nl="duurzaamheid gedurende {lasts}, zo lang als er iets wordt gegeven",
    de="Haltbarkeit für {lasts}, so lange wie etwas gewährt wird",
)
SELLER_PAYS: Final = Sentence(
    en="By what was promised the seller asks for {amount} each time.",
    fr="Selon ce qui a été promis, le vendeur demande {amount} à chaque fois.",
    nl="Volgens wat beloofd is, vraagt de verkoper telkens {amount}.",
    de="Nach dem Versprochenen verlangt der Verkäufer jedes Mal {amount}.",
)
EXCESS: Final = Sentence(
    en="less to pay each time",
    fr="moins à payer à chaque fois",
    nl="telkens minder te betalen",
    de="jedes Mal weniger zu zahlen",
)
EXCESS_UNMENTIONED: Final = Sentence(
    en="no mention of what is to be paid each time",
    fr="aucune mention de ce qui est à payer à chaque fois",
    nl="geen vermelding van wat telkens te betalen is",
    de="keine Erwähnung dessen, was jedes Mal zu zahlen ist",
)
QUOTED: Final = Sentence(en="“{words}”", fr="« {words} »", nl="‘{words}’", de="„{words}“")
ADVANTAGES: Final = {
    "accidents": Sentence(
        en="damage that the consumer did is covered",
        fr="les dommages causés par le consommateur sont couverts",
        nl="schade door de consument zelf is gedekt",
        de="selbst verursachte Schäden sind gedeckt",
    ),
    "wear": Sentence(
        en="parts that wear out, such as the battery, are covered",
        fr="les pièces d’usure, comme la batterie, sont couvertes",
        nl="slijtende onderdelen, zoals de batterij, zijn gedekt",
        de="Verschleißteile wie der Akku sind gedeckt",
    ),
    "carriage": Sentence(
        en="travel and sending are paid",
        fr="les frais de déplacement et d’envoi sont pris en charge",
        nl="verplaatsing en verzending worden betaald",
        de="Anfahrt und Versand werden bezahlt",
    ),
    "at_home": Sentence(
        en="the work is done at the consumer's home",
        fr="l’intervention a lieu au domicile du consommateur",
        nl="het werk gebeurt bij de consument thuis",
        de="die Arbeit geschieht beim Verbraucher zu Hause",
    ),
    "loan": Sentence(
        en="a device is lent meanwhile",
        fr="un appareil est prêté entre-temps",
        nl="intussen wordt een toestel uitgeleend",
        de="inzwischen wird ein Leihgerät gestellt",
    ),
    "abroad": Sentence(
        en="it holds in other countries too",
        fr="elle vaut aussi dans d’autres pays",
        nl="zij geldt ook in andere landen",
        de="sie gilt auch in anderen Ländern",
    ),
    "next_owner": Sentence(
        en="it passes to the next owner",
        fr="elle passe au propriétaire suivant",
        nl="zij gaat over op de volgende eigenaar",
        de="sie geht auf den nächsten Eigentümer über",
    ),
    "no_registration": Sentence(
        en="it holds without registration",
        fr="elle vaut sans enregistrement",
        nl="zij geldt zonder registratie",
        de="sie gilt ohne Registrierung",
    ),
}
GONE: Final = {"corrected": ADVERT_CORRECTED, "later": ADVERT_LATER}
LEGAL_STAYS: Final = Sentence(
    en="It comes on top of the legal guarantee and never replaces it.",
    fr="Elle s’ajoute à la garantie légale et ne la remplace jamais.",
    nl="Zij komt bovenop de wettelijke garantie en vervangt die nooit.",
    de="Sie tritt zur gesetzlichen Gewähr hinzu und ersetzt sie nie.",
)
NOT_COMMERCIAL: Final = Sentence(
    en="It promises nothing beyond the legal guarantee: it is no commercial guarantee.",
    fr="Elle ne promet rien de plus que la garantie légale : ce n’est pas une garantie commerciale.",
    nl="Zij belooft niets bovenop de wettelijke garantie: het is geen commerciële garantie.",
    de="Sie verspricht nichts über die gesetzliche Gewähr hinaus: Sie ist keine gewerbliche Garantie.",
)
NO_SERVICE: Final = Sentence(
    en="The device is guaranteed to last {lasts}, and no refund, replacement, repair or other service is promised if it does not: what the seller owes then, and whether it owes anything, is not settled.",
    fr="La durabilité de l’appareil est garantie pendant {lasts}, et ni remboursement, ni remplacement, ni réparation, ni autre service n’est promis pour le cas contraire : ce que le vendeur doit alors, et s’il doit quelque chose, n’est pas établi.",
    nl="De duurzaamheid van het toestel is gegarandeerd gedurende {lasts}, en er is geen terugbetaling, vervanging, herstel of andere dienst beloofd als dat niet zo is: wat de verkoper dan verschuldigd is, en of hij iets verschuldigd is, staat niet vast.",
    de="Die Haltbarkeit des Geräts ist für {lasts} garantiert, und für den anderen Fall ist weder Erstattung noch Ersatz, Reparatur oder eine andere Leistung versprochen: Was der Verkäufer dann schuldet, und ob er etwas schuldet, ist nicht geklärt.",
)
NOTHING_BINDS: Final = Sentence(
    en="Nothing was declared and no advertising binds: there is no commercial guarantee.",
    fr="Rien n’a été déclaré et aucune publicité ne lie : il n’y a pas de garantie commerciale.",
    nl="Er is niets verklaard en geen reclame bindt: er is geen commerciële garantie.",
    de="Es wurde nichts erklärt, und keine Werbung bindet: Es gibt keine gewerbliche Garantie.",
)
SERVICES: Final = {
    "refund": Sentence(
        en="refund of the price",
        fr="le remboursement du prix",
        nl="terugbetaling van de prijs",
        de="Erstattung des Preises",
    ),
    "replacement": Sentence(
        en="replacement", fr="le remplacement", nl="vervanging", de="Ersatz"
    ),
    "repair": Sentence(en="repair", fr="la réparation", nl="herstel", de="Reparatur"),
    "other": Sentence(
        en="another service for the device",
        fr="un autre service lié au bien",
        nl="een andere dienst voor het goed",
        de="eine andere Leistung für die Ware",
    ),
}  # fmt: skip
