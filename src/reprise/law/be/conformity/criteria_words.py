"""The sentences of the criteria of conformity (art. 1649ter)."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

CONFORMS: Final = Sentence(
    en="Whether a delivered device conforms to the contract",
    fr="Si un appareil délivré est conforme au contrat",
    nl="Of een geleverd toestel met de overeenkomst overeenstemt",
    de="Ob ein geliefertes Gerät vertragsgemäß ist",
)
SUBJECTIVE: Final = Sentence(
    en="Whether a device is what the contract provides",
    fr="Si un appareil est tel que le prévoit le contrat",
    nl="Of een toestel is zoals de overeenkomst bepaalt",
    de="Ob ein Gerät so ist, wie der Vertrag es vorsieht",
)
OBJECTIVE: Final = Sentence(
    en="Whether a device is what a consumer may reasonably expect",
    fr="Si un appareil est tel qu’un consommateur peut raisonnablement s’y attendre",
    nl="Of een toestel is zoals een consument redelijkerwijs mag verwachten",
    de="Ob ein Gerät so ist, wie ein Verbraucher es vernünftigerweise erwarten kann",
)
STATEMENT: Final = Sentence(
    en="Whether a public statement binds the seller",
    fr="Si une déclaration publique lie le vendeur",
    nl="Of een openbare mededeling de verkoper bindt",
    de="Ob eine öffentliche Äußerung den Verkäufer bindet",
)
DEVIATION: Final = Sentence(
    en="Whether the consumer accepted that a device departs from what is normal",
    fr="Si le consommateur a accepté qu’un appareil s’écarte de ce qui est normal",
    nl="Of de consument heeft aanvaard dat een toestel afwijkt van wat normaal is",
    de="Ob der Verbraucher eine Abweichung vom Üblichen akzeptiert hat",
)
UPDATES: Final = Sentence(
    en="Until when the seller sees to updates",
    fr="Jusqu’à quand le vendeur veille aux mises à jour",
    nl="Tot wanneer de verkoper voor updates zorgt",
    de="Bis wann der Verkäufer für Aktualisierungen sorgt",
)
NOT_INSTALLED: Final = Sentence(
    en="Who answers for an update that was not installed",
    fr="Qui répond d’une mise à jour qui n’a pas été installée",
    nl="Wie instaat voor een update die niet is geïnstalleerd",
    de="Wer für eine nicht installierte Aktualisierung einsteht",
)
INSTALLATION: Final = Sentence(
    en="Whether an incorrect installation counts as a lack of conformity",
    fr="Si une installation incorrecte est réputée être un défaut de conformité",
    nl="Of een verkeerde installatie als gebrek aan overeenstemming geldt",
    de="Ob eine unsachgemäße Montage oder Installierung als Vertragswidrigkeit gilt",
)

# § 2
ONLY_AGREED: Final = Sentence(
    en="Only the contract provides that update. That a consumer who does not install one bears the consequences is said of the updates that the law requires, so it is not held against the consumer.",
    fr="Seul le contrat prévoit cette mise à jour. Que le consommateur supporte les suites d’une mise à jour non installée n’est dit que de celles que la loi impose : cela ne lui est donc pas opposé.",
    nl="Alleen de overeenkomst voorziet in die update. Dat de consument de gevolgen draagt van een niet geïnstalleerde update, is gezegd van de updates die de wet oplegt; het wordt hem dus niet tegengeworpen.",
    de="Nur der Vertrag sieht dieses Update vor. Dass der Verbraucher die Folgen eines nicht installierten Updates trägt, ist von den gesetzlich geschuldeten Updates gesagt; es wird ihm daher nicht entgegengehalten.",
)
AS_AGREED: Final = Sentence(
    en="Nothing that the contract provides is lacking for which the seller answers.",
    fr="Il ne manque rien de ce que prévoit le contrat et dont le vendeur réponde.",
    nl="Er ontbreekt niets van wat de overeenkomst bepaalt en waarvoor de verkoper instaat.",
    de="Es fehlt nichts, was der Vertrag vorsieht und wofür der Verkäufer einsteht.",
)
NOT_AS_AGREED: Final = Sentence(
    en="The device is not as the contract provides: {what}.",
    fr="L’appareil n’est pas tel que le prévoit le contrat : {what}.",
    nl="Het toestel is niet zoals de overeenkomst bepaalt: {what}.",
    de="Das Gerät ist nicht so, wie der Vertrag es vorsieht: {what}.",
)
NEVER_AGREED: Final = Sentence(
    en="The contract says nothing of: {what}; that is measured by what is normal.",
    fr="Le contrat ne dit rien de : {what} ; cela se mesure à ce qui est normal.",
    nl="De overeenkomst zegt niets over: {what}; dat wordt gemeten aan wat normaal is.",
    de="Der Vertrag sagt nichts zu: {what}; das wird am Üblichen gemessen.",
)
PURPOSE_MISSED: Final = Sentence(
    en="The consumer named a particular purpose by the conclusion of the contract and the seller accepted it; the device does not suit it.",
    fr="Le consommateur a fait connaître une finalité particulière au plus tard à la conclusion du contrat et le vendeur l’a acceptée ; l’appareil n’y est pas adapté.",
    nl="De consument noemde uiterlijk bij het sluiten van de overeenkomst een bijzonder doel en de verkoper aanvaardde het; het toestel is er niet geschikt voor.",
    de="Der Verbraucher nannte spätestens bei Vertragsschluss einen besonderen Zweck und der Verkäufer stimmte zu; das Gerät eignet sich nicht dafür.",
)
PURPOSE_MET: Final = Sentence(
    en="The device suits the particular purpose that was named and accepted.",
    fr="L’appareil est adapté à la finalité particulière annoncée et acceptée.",
    nl="Het toestel is geschikt voor het bijzondere doel dat is genoemd en aanvaard.",
    de="Das Gerät eignet sich für den genannten und akzeptierten besonderen Zweck.",
)
PURPOSE_NOT_AGREED: Final = Sentence(
    en="A particular purpose counts only where the consumer named it by the conclusion of the contract and the seller accepted it.",
    fr="Une finalité particulière ne compte que si le consommateur l’a fait connaître au plus tard à la conclusion du contrat et que le vendeur l’a acceptée.",
    nl="Een bijzonder doel telt alleen als de consument het uiterlijk bij het sluiten van de overeenkomst noemde en de verkoper het aanvaardde.",
    de="Ein besonderer Zweck zählt nur, wenn der Verbraucher ihn spätestens bei Vertragsschluss nannte und der Verkäufer zustimmte.",
)

# art. 1649bis, § 1
MEANS: Final = {
    "compatibility": Sentence(
        en="Compatibility means: to work with the hardware or software with which goods of the same type are normally used, without converting the goods, the hardware or the software.",
        fr="La compatibilité est la capacité de fonctionner avec le matériel informatique ou les logiciels avec lesquels des biens de même type sont normalement utilisés, sans avoir à convertir ni le bien, ni le matériel, ni les logiciels.",
        nl="Compatibiliteit betekent: kunnen werken met hardware of software waarmee goederen van hetzelfde type gewoonlijk worden gebruikt, zonder het goed, de hardware of de software om te zetten.",
        de="Kompatibilität heißt: mit der Hardware oder Software zu funktionieren, mit der Waren derselben Art üblicherweise benutzt werden, ohne die Ware, die Hardware oder die Software umzuwandeln.",
    ),
    "functionality": Sentence(
        en="Functionality means: to perform its functions with regard to its purpose.",
        fr="La fonctionnalité est la capacité du bien de remplir ses fonctions eu égard à sa finalité.",
        nl="Functionaliteit betekent: zijn functies kunnen vervullen met het oog op zijn doel.",
        de="Funktionalität heißt: die Funktionen ihrem Zweck entsprechend zu erfüllen.",
    ),
    "interoperability": Sentence(
        en="Interoperability means: to work with hardware or software other than that with which goods of the same type are normally used.",
        fr="L’interopérabilité est la capacité de fonctionner avec du matériel informatique ou des logiciels différents de ceux avec lesquels des biens de même type sont normalement utilisés.",
        nl="Interoperabiliteit betekent: kunnen werken met andere hardware of software dan die waarmee goederen van hetzelfde type gewoonlijk worden gebruikt.",
        de="Interoperabilität heißt: mit anderer Hardware oder Software zu funktionieren als der, mit der Waren derselben Art üblicherweise benutzt werden.",
    ),
    "durability": Sentence(
        en="Durability means: to keep the functions and the performance that are required, in normal use.",
        fr="La durabilité est la capacité de maintenir les fonctions et performances requises dans le cadre d’un usage normal.",
        nl="Duurzaamheid betekent: de vereiste functies en prestaties behouden bij normaal gebruik.",
        de="Haltbarkeit heißt: die erforderlichen Funktionen und die erforderliche Leistung bei normalem Gebrauch zu behalten.",
    ),
}

# § 3
AS_EXPECTED: Final = Sentence(
    en="The device lacks nothing that the consumer may reasonably expect and for which the seller answers.",
    fr="Il ne manque à l’appareil rien de ce à quoi le consommateur peut raisonnablement s’attendre et dont le vendeur réponde.",
    nl="Het toestel mist niets van wat de consument redelijkerwijs mag verwachten en waarvoor de verkoper instaat.",
    de="Dem Gerät fehlt nichts, was der Verbraucher vernünftigerweise erwarten kann und wofür der Verkäufer einsteht.",
)
NOT_AS_EXPECTED: Final = Sentence(
    en="The device falls short of what is normal for its type and can reasonably be expected: {what}.",
    fr="L’appareil n’atteint pas ce qui est normal pour un bien de ce type et que l’on peut raisonnablement attendre : {what}.",
    nl="Het toestel blijft achter bij wat voor zijn type normaal is en redelijkerwijs mag worden verwacht: {what}.",
    de="Das Gerät bleibt hinter dem zurück, was bei Waren dieser Art üblich ist und vernünftigerweise erwartet werden kann: {what}.",
)
NOT_RECEIVED: Final = Sentence(
    en="The consumer could reasonably expect to receive it with the device, and did not: {what}.",
    fr="Le consommateur pouvait raisonnablement s’attendre à le recevoir avec l’appareil et ne l’a pas reçu : {what}.",
    nl="De consument mocht redelijkerwijs verwachten dit bij het toestel te ontvangen en ontving het niet: {what}.",
    de="Der Verbraucher konnte vernünftigerweise erwarten, es mit dem Gerät zu erhalten, und erhielt es nicht: {what}.",
)
UNFIT: Final = Sentence(
    en="The device is not fit for what devices of its type are normally used for.",
    fr="L’appareil n’est pas adapté à l’usage auquel servent normalement les biens de ce type.",
    nl="Het toestel is niet geschikt voor waar toestellen van dit type gewoonlijk voor dienen.",
    de="Das Gerät eignet sich nicht für das, wofür Waren dieser Art üblicherweise dienen.",
)
MEASURED_BY: Final = Sentence(
    en="Fitness is judged with regard to: {measures}.",
    fr="L’aptitude est appréciée compte tenu de : {measures}.",
    nl="De geschiktheid wordt beoordeeld met inachtneming van: {measures}.",
    de="Die Eignung wird beurteilt unter Berücksichtigung von: {measures}.",
)
NO_CODE: Final = Sentence(
    en="There are technical standards, so a code of conduct of the sector is not looked at.",
    fr="Il existe des normes techniques ; un code de conduite du secteur n’est donc pas pris en compte.",
    nl="Er bestaan technische normen, dus een gedragscode van de sector telt niet mee.",
    de="Es gibt technische Normen; ein Verhaltenskodex der Branche bleibt daher außer Betracht.",
)
SAMPLE_MISSED: Final = Sentence(
    en="A sample or model was made available to the consumer before the contract was concluded; the device does not match it.",
    fr="Un échantillon ou un modèle a été mis à la disposition du consommateur avant la conclusion du contrat ; l’appareil n’y correspond pas.",
    nl="Vóór het sluiten van de overeenkomst is de consument een monster of model ter beschikking gesteld; het toestel stemt daar niet mee overeen.",
    de="Vor Vertragsschluss wurde dem Verbraucher eine Probe oder ein Muster zur Verfügung gestellt; das Gerät entspricht dem nicht.",
)
NO_SAMPLE: Final = Sentence(
    en="No sample or model was made available to the consumer before the contract was concluded, so there is none to match.",
    fr="Aucun échantillon ni modèle n’a été mis à la disposition du consommateur avant la conclusion du contrat ; il n’y a donc rien à quoi correspondre.",
    nl="Vóór het sluiten van de overeenkomst is de consument geen monster of model ter beschikking gesteld, dus er is niets om mee overeen te stemmen.",
    de="Vor Vertragsschluss wurde dem Verbraucher weder Probe noch Muster zur Verfügung gestellt; es gibt also nichts, dem das Gerät entsprechen müsste.",
)
NOT_DUE: Final = Sentence(
    en="A consumer could not reasonably expect it: {what}.",
    fr="Un consommateur ne pouvait pas raisonnablement s’y attendre : {what}.",
    nl="Een consument mocht dit redelijkerwijs niet verwachten: {what}.",
    de="Ein Verbraucher konnte es vernünftigerweise nicht erwarten: {what}.",
)
NOT_NORMAL: Final = Sentence(
    en="Devices of its type do not normally have it, and what is owed is both normal and to be expected: {what}.",
    fr="Les biens de ce type ne l’ont normalement pas, et ce qui est dû est à la fois normal et à attendre : {what}.",
    nl="Toestellen van dit type hebben het gewoonlijk niet, en verschuldigd is wat zowel normaal als te verwachten is: {what}.",
    de="Waren dieser Art haben es üblicherweise nicht, und geschuldet ist, was sowohl üblich als auch zu erwarten ist: {what}.",
)
STATED_ALONE: Final = Sentence(
    en="Devices of its type do not normally have it; whether the statement alone makes it due is not settled, and in doubt it counts for the consumer.",
    fr="Les biens de ce type ne l’ont normalement pas ; il n’est pas établi que la déclaration suffise à le rendre dû, et dans le doute elle compte pour le consommateur.",
    nl="Toestellen van dit type hebben het gewoonlijk niet; of de mededeling alleen volstaat om het verschuldigd te maken, staat niet vast, en bij twijfel telt zij voor de consument.",
    de="Waren dieser Art haben es üblicherweise nicht; ob die Äußerung allein genügt, damit es geschuldet ist, ist nicht geklärt, und im Zweifel zählt sie für den Verbraucher.",
)
STATED: Final = Sentence(
    en="A public statement that binds the seller made the consumer expect it: {what}.",
    fr="Une déclaration publique qui lie le vendeur a conduit le consommateur à s’y attendre : {what}.",
    nl="Een openbare mededeling die de verkoper bindt, deed de consument dit verwachten: {what}.",
    de="Eine öffentliche Äußerung, die den Verkäufer bindet, ließ den Verbraucher es erwarten: {what}.",
)
CHARACTERISTICS: Final = {
    "description": Sentence(
        en="the description", fr="la description", nl="de beschrijving", de="die Beschreibung"
    ),
    "type": Sentence(en="the type", fr="le type", nl="het type", de="die Art"),
    "quantity": Sentence(
        en="the quantity", fr="la quantité", nl="de hoeveelheid", de="die Menge"
    ),
    "quality": Sentence(en="the quality", fr="la qualité", nl="de kwaliteit", de="die Qualität"),
    "functionality": Sentence(
        en="the functionality", fr="la fonctionnalité", nl="de functionaliteit", de="die Funktionalität"
    ),
    "compatibility": Sentence(
        en="the compatibility", fr="la compatibilité", nl="de compatibiliteit", de="die Kompatibilität"
    ),
    "interoperability": Sentence(
        en="the interoperability", fr="l’interopérabilité", nl="de interoperabiliteit", de="die Interoperabilität"
    ),
    "other": Sentence(
        en="another characteristic", fr="une autre caractéristique", nl="een ander kenmerk", de="ein anderes Merkmal"
    ),
    "purpose": Sentence(
        en="the particular purpose", fr="la finalité particulière", nl="het bijzondere doel", de="der besondere Zweck"
    ),
    "accessories": Sentence(
        en="the accessories", fr="les accessoires", nl="de accessoires", de="das Zubehör"
    ),
    "packaging": Sentence(
        en="the packaging", fr="l’emballage", nl="de verpakking", de="die Verpackung"
    ),
    "instructions": Sentence(
        en="the instructions", fr="les instructions", nl="de instructies", de="die Anleitungen"
    ),
    "updates": Sentence(
        en="the updates", fr="les mises à jour", nl="de updates", de="die Aktualisierungen"
    ),
    "fitness": Sentence(
        en="fitness for normal use", fr="l’aptitude à l’usage normal", nl="de geschiktheid voor normaal gebruik", de="die Eignung für den üblichen Gebrauch"
    ),
    "sample": Sentence(
        en="the sample or model", fr="l’échantillon ou le modèle", nl="het monster of model", de="die Probe oder das Muster"
    ),
    "durability": Sentence(
        en="the durability", fr="la durabilité", nl="de duurzaamheid", de="die Haltbarkeit"
    ),
    "repairability": Sentence(
        en="the repairability", fr="la réparabilité", nl="de herstelbaarheid", de="die Reparierbarkeit"
    ),
    "security": Sentence(
        en="the safety and security", fr="la sécurité", nl="de veiligheid", de="die Sicherheit"
    ),
}  # fmt: skip
MEASURES: Final = {
    "law": Sentence(
        en="the law of the Union and of Belgium",
        fr="le droit de l’Union et le droit national en vigueur",
        nl="het geldende recht van de Unie en het nationale recht",
        de="dem geltenden Unionsrecht und nationalen Recht",
    ),
    "technical_standard": Sentence(
        en="technical standards",
        fr="les normes techniques",
        nl="technische normen",
        de="technischen Normen",
    ),
    "code_of_conduct": Sentence(
        en="the sector's codes of conduct",
        fr="les codes de conduite du secteur",
        nl="de gedragscodes van de sector",
        de="den Verhaltenskodizes der Branche",
    ),
}

# § 4
BOUND: Final = Sentence(
    en="The seller is bound by the public statement: nothing that the seller proves frees from it.",
    fr="Le vendeur est tenu par la déclaration publique : rien de ce qu’il démontre ne l’en libère.",
    nl="De verkoper is gebonden aan de openbare mededeling: niets van wat hij aantoont, bevrijdt hem daarvan.",
    de="Der Verkäufer ist an die öffentliche Äußerung gebunden: nichts von dem, was er nachweist, befreit ihn davon.",
)
OUTSIDER: Final = Sentence(
    en="The statement comes from somebody outside the chain of contracts who did not speak for anybody in it; the seller does not answer for it.",
    fr="La déclaration émane d’une personne étrangère à la chaîne de contrats, qui ne parlait pour aucun de ses membres ; le vendeur n’en répond pas.",
    nl="De mededeling komt van iemand buiten de contractketen, die voor niemand daarin sprak; de verkoper staat er niet voor in.",
    de="Die Äußerung stammt von jemandem außerhalb der Vertragskette, der für niemanden darin sprach; der Verkäufer steht dafür nicht ein.",
)
UNKNOWN: Final = Sentence(
    en="The seller proves not to have known the statement and not to have been reasonably able to know it.",
    fr="Le vendeur démontre qu’il ne connaissait pas la déclaration et n’était pas raisonnablement en mesure de la connaître.",
    nl="De verkoper toont aan dat hij de mededeling niet kende en redelijkerwijs niet kon kennen.",
    de="Der Verkäufer weist nach, dass er die Äußerung nicht kannte und vernünftigerweise nicht kennen konnte.",
)
CORRECTED: Final = Sentence(
    en="The seller proves that the statement had been corrected by the conclusion of the contract, in the same or a comparable way.",
    fr="Le vendeur démontre que la déclaration avait été rectifiée au moment de la conclusion du contrat, par le même procédé ou un procédé comparable.",
    nl="De verkoper toont aan dat de mededeling bij het sluiten van de overeenkomst was rechtgezet, op dezelfde of een vergelijkbare wijze.",
    de="Der Verkäufer weist nach, dass die Äußerung bei Vertragsschluss in derselben oder vergleichbarer Weise berichtigt war.",
)
NO_INFLUENCE: Final = Sentence(
    en="The seller proves that the statement could not have influenced the decision to buy.",
    fr="Le vendeur démontre que la déclaration n’a pas pu influencer la décision d’acheter.",
    nl="De verkoper toont aan dat de mededeling de beslissing om te kopen niet kon beïnvloeden.",
    de="Der Verkäufer weist nach, dass die Äußerung die Kaufentscheidung nicht beeinflussen konnte.",
)

# § 7
ACCEPTED: Final = Sentence(
    en="When concluding the contract the consumer was specifically informed of this departure, and expressly and separately accepted it: it is no lack of conformity.",
    fr="Lors de la conclusion du contrat, le consommateur a été spécifiquement informé de cet écart et l’a expressément et séparément accepté : ce n’est pas un défaut de conformité.",
    nl="Bij het sluiten van de overeenkomst is de consument specifiek over deze afwijking geïnformeerd en heeft hij die uitdrukkelijk en afzonderlijk aanvaard: het is geen gebrek aan overeenstemming.",
    de="Bei Vertragsschluss wurde der Verbraucher eigens über diese Abweichung informiert und hat ihr ausdrücklich und gesondert zugestimmt: Sie ist keine Vertragswidrigkeit.",
)
NOT_ACCEPTED: Final = Sentence(
    en="The departure is not excused; what is missing: {missing}.",
    fr="L’écart n’est pas excusé ; il manque : {missing}.",
    nl="De afwijking is niet verschoond; er ontbreekt: {missing}.",
    de="Die Abweichung ist nicht entschuldigt; es fehlt: {missing}.",
)
AGREED_STANDS: Final = Sentence(
    en="Such an acceptance concerns what is normal and the updates; what the contract itself provides stays owed.",
    fr="Une telle acceptation porte sur ce qui est normal et sur les mises à jour ; ce que prévoit le contrat lui-même reste dû.",
    nl="Zo’n aanvaarding betreft wat normaal is en de updates; wat de overeenkomst zelf bepaalt, blijft verschuldigd.",
    de="Eine solche Zustimmung betrifft das Übliche und die Aktualisierungen; was der Vertrag selbst vorsieht, bleibt geschuldet.",
)
CONDITIONS: Final = {
    "told_of_this": Sentence(
        en="specific information on this very characteristic",
        fr="une information spécifique sur cette caractéristique particulière",
        nl="specifieke informatie over net dit kenmerk",
        de="eine besondere Information über eben dieses Merkmal",
    ),
    "told_in_time": Sentence(
        en="information when the contract was concluded",
        fr="une information au moment de la conclusion du contrat",
        nl="informatie bij het sluiten van de overeenkomst",
        de="eine Information bei Vertragsschluss",
    ),
    "accepted_expressly": Sentence(
        en="an express acceptance",
        fr="une acceptation expresse",
        nl="een uitdrukkelijke aanvaarding",
        de="eine ausdrückliche Zustimmung",
    ),
    "accepted_separately": Sentence(
        en="an acceptance apart from the rest of the contract",
        fr="une acceptation séparée du reste du contrat",
        nl="een aanvaarding los van de rest van de overeenkomst",
        de="eine vom übrigen Vertrag gesonderte Zustimmung",
    ),
    "accepted_in_time": Sentence(
        en="an acceptance when the contract was concluded",
        fr="une acceptation lors de la conclusion du contrat",
        nl="een aanvaarding bij het sluiten van de overeenkomst",
        de="eine Zustimmung bei Vertragsschluss",
    ),
}

# § 5 and § 6
NO_DIGITAL_ELEMENTS: Final = Sentence(
    en="The device is none with digital elements: it performs its functions without digital content or a digital service. The law owes no updates for it; what the contract provides stays owed.",
    fr="L’appareil ne comporte pas d’éléments numériques : il remplit ses fonctions sans contenu ni service numérique. La loi n’impose aucune mise à jour ; ce que prévoit le contrat reste dû.",
    nl="Het toestel is er geen met digitale elementen: het vervult zijn functies zonder digitale inhoud of dienst. De wet vereist er geen updates voor; wat de overeenkomst bepaalt, blijft verschuldigd.",
    de="Das Gerät ist keines mit digitalen Elementen: Es erfüllt seine Funktionen ohne digitalen Inhalt oder Dienst. Das Gesetz verlangt dafür keine Aktualisierungen; was der Vertrag vorsieht, bleibt geschuldet.",
)
EXPECTED_UNTIL: Final = Sentence(
    en="Content or a service supplied once is kept up as long as the consumer may reasonably expect: until {until}.",
    fr="Un contenu ou service fourni en une seule fois est tenu à jour aussi longtemps que le consommateur peut raisonnablement s’y attendre : jusqu’au {until}.",
    nl="Eenmalig geleverde inhoud of dienst wordt bijgehouden zolang de consument redelijkerwijs mag verwachten: tot {until}.",
    de="Ein einmalig bereitgestellter Inhalt oder Dienst wird so lange aktuell gehalten, wie der Verbraucher es vernünftigerweise erwarten kann: bis {until}.",
)
LIABLE_UNTIL: Final = Sentence(
    en="Content or a service supplied continuously is kept up for the whole time for which the seller answers for it: until {until}.",
    fr="Un contenu ou service fourni en continu est tenu à jour pendant toute la période où le vendeur en répond : jusqu’au {until}.",
    nl="Doorlopend geleverde inhoud of dienst wordt bijgehouden zolang de verkoper ervoor instaat: tot {until}.",
    de="Ein fortlaufend bereitgestellter Inhalt oder Dienst wird während der gesamten Zeit aktuell gehalten, in der der Verkäufer dafür einsteht: bis {until}.",
)
LIABLE_OPEN: Final = Sentence(
    en="Content or a service supplied continuously, without a stated end, is kept up as long as it is supplied: no last day is known.",
    fr="Un contenu ou service fourni en continu, sans fin indiquée, est tenu à jour aussi longtemps qu’il est fourni : aucun dernier jour n’est connu.",
    nl="Doorlopend en zonder vermeld einde geleverde inhoud of dienst wordt bijgehouden zolang hij wordt geleverd: er is geen laatste dag bekend.",
    de="Ein fortlaufend und ohne genanntes Ende bereitgestellter Inhalt oder Dienst wird aktuell gehalten, solange er bereitgestellt wird: Ein letzter Tag ist nicht bekannt.",
)
UPDATES_AGREED: Final = Sentence(
    en="A shorter period was agreed for the digital elements, until {until}; whether it ends the updates too is not settled, and in doubt they are owed on.",
    fr="Un délai plus court a été convenu pour les éléments numériques, jusqu’au {until} ; il n’est pas établi qu’il mette fin aussi aux mises à jour, et dans le doute elles restent dues.",
    nl="Voor de digitale elementen is een kortere termijn afgesproken, tot {until}; of die ook de updates beëindigt, staat niet vast, en bij twijfel blijven ze verschuldigd.",
    de="Für die digitalen Elemente wurde eine kürzere Frist vereinbart, bis {until}; ob damit auch die Aktualisierungen enden, ist nicht geklärt, und im Zweifel werden sie weiter geschuldet.",
)
UPDATE_OVER: Final = Sentence(
    en="On {on} that time was over: no update is owed.",
    fr="Le {on}, cette période était terminée : aucune mise à jour n’est due.",
    nl="Op {on} was die periode voorbij: er is geen update verschuldigd.",
    de="Am {on} war diese Zeit vorbei: Es wird keine Aktualisierung geschuldet.",
)
UPDATE_NOT_NEEDED: Final = Sentence(
    en="The update is not needed to keep the device conforming, not even for its security: it is not owed by law.",
    fr="La mise à jour n’est pas nécessaire au maintien de la conformité, pas même pour la sécurité : la loi ne l’exige pas.",
    nl="De update is niet nodig om het toestel in overeenstemming te houden, ook niet voor de beveiliging: de wet vereist ze niet.",
    de="Die Aktualisierung ist nicht nötig, um das Gerät vertragsgemäß zu halten, auch nicht für die Sicherheit: Das Gesetz verlangt sie nicht.",
)
UPDATE_GIVEN: Final = Sentence(
    en="The consumer was told of the update and received it.",
    fr="Le consommateur a été informé de la mise à jour et l’a reçue.",
    nl="De consument is over de update geïnformeerd en heeft ze ontvangen.",
    de="Der Verbraucher wurde über die Aktualisierung informiert und hat sie erhalten.",
)
UPDATE_MISSING: Final = Sentence(
    en="The seller sees to it that the consumer is told of needed updates and receives them; {lacking}.",
    fr="Le vendeur veille à ce que le consommateur soit informé des mises à jour nécessaires et les reçoive ; {lacking}.",
    nl="De verkoper zorgt ervoor dat de consument over nodige updates wordt geïnformeerd en ze ontvangt; {lacking}.",
    de="Der Verkäufer sorgt dafür, dass der Verbraucher über nötige Aktualisierungen informiert wird und sie erhält; {lacking}.",
)
UPDATE_UNTOLD: Final = Sentence(
    en="here the consumer was not told of it",
    fr="ici, le consommateur n’en a pas été informé",
    nl="hier is de consument er niet over geïnformeerd",
    de="hier wurde der Verbraucher nicht darüber informiert",
)
UPDATE_NOT_RECEIVED: Final = Sentence(
    en="here the consumer did not receive it",
    fr="ici, le consommateur ne l’a pas reçue",
    nl="hier heeft de consument ze niet ontvangen",
    de="hier hat der Verbraucher sie nicht erhalten",
)
UPDATE_NEITHER: Final = Sentence(
    en="here the consumer was neither told of it nor received it",
    fr="ici, le consommateur n’en a pas été informé et ne l’a pas reçue",
    nl="hier is de consument er niet over geïnformeerd en heeft hij ze niet ontvangen",
    de="hier wurde der Verbraucher weder darüber informiert, noch hat er sie erhalten",
)
ON_CONSUMER: Final = Sentence(
    en="The reasonable time for installing the update was over when the defect arose; the seller told the consumer of it and of what follows without it, the instructions are not the cause, and the defect comes from nothing else: the seller does not answer for it.",
    fr="Le délai raisonnable pour installer la mise à jour était écoulé quand le défaut est survenu ; le vendeur a informé le consommateur de sa disponibilité et des conséquences de sa non-installation, les instructions ne sont pas en cause et le défaut n’a pas d’autre origine : le vendeur n’en répond pas.",
    nl="De redelijke termijn om de update te installeren was om toen het gebrek ontstond; de verkoper heeft de consument geïnformeerd over de beschikbaarheid ervan en over de gevolgen van het niet installeren, de instructies zijn niet de oorzaak en het gebrek heeft geen andere oorzaak: de verkoper staat er niet voor in.",
    de="Die angemessene Zeit für die Installation war abgelaufen, als der Mangel eintrat; der Verkäufer hat den Verbraucher über die Aktualisierung und über die Folgen ihres Unterlassens informiert, die Anleitung ist nicht die Ursache, und der Mangel beruht auf nichts anderem: Der Verkäufer steht dafür nicht ein.",
)
STILL_ON_SELLER: Final = Sentence(
    en="The seller keeps answering although the update was not installed: {why}.",
    fr="Le vendeur continue de répondre du défaut bien que la mise à jour n’ait pas été installée : {why}.",
    nl="De verkoper blijft instaan hoewel de update niet is geïnstalleerd: {why}.",
    de="Der Verkäufer steht weiter ein, obwohl die Aktualisierung nicht installiert wurde: {why}.",
)
STILL_THOUGH_WRONGLY: Final = Sentence(
    en="The seller keeps answering although the update was installed wrongly: {why}.",
    fr="Le vendeur continue de répondre du défaut bien que la mise à jour ait été mal installée : {why}.",
    nl="De verkoper blijft instaan hoewel de update verkeerd is geïnstalleerd: {why}.",
    de="Der Verkäufer steht weiter ein, obwohl die Aktualisierung falsch installiert wurde: {why}.",
)
WHY_STILL: Final = {
    "time_left": Sentence(
        en="the reasonable time for installing it is not over",
        fr="le délai raisonnable pour l’installer n’est pas écoulé",
        nl="de redelijke termijn om ze te installeren is niet om",
        de="die angemessene Zeit für die Installation ist nicht abgelaufen",
    ),
    "arose_before": Sentence(
        en="the defect arose while the reasonable time for installing it was running, and whether the consumer bears that too is not settled",
        fr="le défaut est survenu alors que le délai raisonnable pour l’installer courait encore, et il n’est pas établi que le consommateur en supporte aussi les suites",
        nl="het gebrek ontstond terwijl de redelijke termijn om ze te installeren nog liep, en of de consument ook dat draagt, staat niet vast",
        de="der Mangel trat ein, als die angemessene Zeit für die Installation noch lief, und ob der Verbraucher auch das trägt, ist nicht geklärt",
    ),
    "other_cause": Sentence(
        en="the defect does not come from that alone",
        fr="le défaut n’en résulte pas uniquement",
        nl="het gebrek komt niet uitsluitend daardoor",
        de="der Mangel beruht nicht allein darauf",
    ),
    "untold": Sentence(
        en="the consumer was not told that the update was available",
        fr="le consommateur n’a pas été informé de la disponibilité de la mise à jour",
        nl="de consument is niet geïnformeerd dat de update beschikbaar was",
        de="der Verbraucher wurde nicht über die Verfügbarkeit der Aktualisierung informiert",
    ),
    "consequences_untold": Sentence(
        en="the consumer was not told what follows from not installing it",
        fr="le consommateur n’a pas été informé des conséquences de la non-installation",
        nl="de consument is niet geïnformeerd over de gevolgen van het niet installeren",
        de="der Verbraucher wurde nicht über die Folgen der Nichtinstallation informiert",
    ),
    "told_by_another": Sentence(
        en="it was somebody else than the seller who told the consumer, and whether that is enough is not settled",
        fr="c’est une autre personne que le vendeur qui a informé le consommateur, et il n’est pas établi que cela suffise",
        nl="iemand anders dan de verkoper heeft de consument geïnformeerd, en of dat volstaat, staat niet vast",
        de="jemand anderes als der Verkäufer hat den Verbraucher informiert, und ob das genügt, ist nicht geklärt",
    ),
    "poor_instructions": Sentence(
        en="shortcomings in the instructions are the cause",
        fr="des lacunes dans les instructions en sont la cause",
        nl="tekortkomingen in de instructies zijn de oorzaak",
        de="Mängel der Anleitung sind die Ursache",
    ),
    "wrongly": Sentence(
        en="the article frees a seller where an update is not installed, and whether it also does where one was installed wrongly is not settled",
        fr="l’article libère le vendeur d’une mise à jour non installée, et il n’est pas établi qu’il le libère aussi d’une mise à jour mal installée",
        nl="het artikel bevrijdt de verkoper bij een update die niet is geïnstalleerd, en of dat ook geldt bij een update die verkeerd is geïnstalleerd, staat niet vast",
        de="der Artikel befreit den Verkäufer bei einer nicht installierten Aktualisierung, und ob auch bei einer falsch installierten, ist nicht geklärt",
    ),
}

# § 8
SELLER_INSTALLED: Final = Sentence(
    en="Installation was part of the sale and was done by the seller or under the seller's responsibility.",
    fr="L’installation faisait partie du contrat de vente et a été effectuée par le vendeur ou sous sa responsabilité.",
    nl="De installatie maakte deel uit van de koop en is door de verkoper of onder zijn verantwoordelijkheid uitgevoerd.",
    de="Die Montage oder Installierung war Teil des Kaufs und wurde vom Verkäufer oder unter seiner Verantwortung vorgenommen.",
)
POOR_INSTRUCTIONS: Final = Sentence(
    en="The consumer was to install it, did so, and went wrong because of shortcomings in the instructions that came from {from_whom}.",
    fr="L’installation incombait au consommateur, qui l’a effectuée, et elle est incorrecte en raison de lacunes dans les instructions fournies par {from_whom}.",
    nl="De consument moest zelf installeren, deed dat, en het ging fout door tekortkomingen in de instructies van {from_whom}.",
    de="Der Verbraucher sollte selbst installieren, tat es, und der Fehler beruht auf Mängeln der Anleitung von {from_whom}.",
)
NO_INSTRUCTIONS: Final = Sentence(
    en="The consumer was to install it, did so, and went wrong because nobody gave any instructions. The article speaks of shortcomings in instructions that were given; whether it reaches this is not settled, and in doubt it does. Instructions that could be expected are besides owed with the device.",
    fr="L’installation incombait au consommateur, qui l’a effectuée, et elle est incorrecte parce que personne n’a fourni d’instructions. L’article parle de lacunes dans des instructions fournies ; il n’est pas établi qu’il vise ce cas, et dans le doute il le vise. Les instructions auxquelles on peut s’attendre sont en outre dues avec l’appareil.",
    nl="De consument moest zelf installeren, deed dat, en het ging fout doordat niemand instructies gaf. Het artikel spreekt van tekortkomingen in instructies die zijn verstrekt; of het ook dit geval omvat, staat niet vast, en bij twijfel wel. Instructies die men mag verwachten, horen bovendien bij het toestel.",
    de="Der Verbraucher sollte selbst installieren, tat es, und der Fehler beruht darauf, dass niemand eine Anleitung gab. Der Artikel spricht von Mängeln einer mitgelieferten Anleitung; ob er auch diesen Fall erfasst, ist nicht geklärt, und im Zweifel tut er es. Eine Anleitung, die man erwarten kann, wird außerdem mit dem Gerät geschuldet.",
)
BADLY_INSTALLED: Final = Sentence(
    en="What comes of that incorrect installation counts as a lack of conformity.",
    fr="Le défaut qui résulte de cette installation incorrecte est réputé être un défaut de conformité.",
    nl="Het gebrek dat uit die verkeerde installatie voortkomt, geldt als gebrek aan overeenstemming.",
    de="Der Mangel aus dieser unsachgemäßen Montage oder Installierung gilt als Vertragswidrigkeit.",
)
OWN_INSTALLATION: Final = Sentence(
    en="It is neither an installation that the seller owed under the sale nor one that went wrong because of instructions for which the seller answers; it is not held against the device.",
    fr="Ce n’est ni une installation que le vendeur devait en vertu de la vente, ni une installation faussée par des instructions dont le vendeur réponde ; elle n’est pas imputée à l’appareil.",
    nl="Het is geen installatie die de verkoper krachtens de koop verschuldigd was, en geen die fout ging door instructies waarvoor de verkoper instaat; zij wordt het toestel niet aangerekend.",
    de="Es ist weder eine nach dem Kauf vom Verkäufer geschuldete noch eine durch eine Anleitung, für die der Verkäufer einsteht, fehlgeleitete Montage oder Installierung; sie wird dem Gerät nicht angelastet.",
)
GUIDES: Final = {
    "seller": Sentence(
        en="the seller", fr="le vendeur", nl="de verkoper", de="dem Verkäufer"
    ),
    "digital_supplier": Sentence(
        en="the supplier of the digital content or service",
        fr="le fournisseur du contenu ou du service numérique",
        nl="de leverancier van de digitale inhoud of dienst",
        de="dem Anbieter des digitalen Inhalts oder Dienstes",
    ),
    "both": Sentence(
        en="the seller and the supplier of the digital content or service",
        fr="le vendeur et le fournisseur du contenu ou du service numérique",
        nl="de verkoper en de leverancier van de digitale inhoud of dienst",
        de="dem Verkäufer und dem Anbieter des digitalen Inhalts oder Dienstes",
    ),
}  # fmt: skip

# § 1
CONFORMS_TO_ALL: Final = Sentence(
    en="No criterion is missed for which the seller answers: the device counts as conforming to the contract.",
    fr="Aucun critère dont le vendeur réponde ne fait défaut : l’appareil est réputé conforme au contrat.",
    nl="Er is geen criterium geschonden waarvoor de verkoper instaat: het toestel geldt als in overeenstemming met de overeenkomst.",
    de="Kein Kriterium, für das der Verkäufer einsteht, ist verfehlt: Das Gerät gilt als vertragsgemäß.",
)
FAILS_ONE: Final = Sentence(
    en="One criterion that is not met is enough: the device does not conform to the contract.",
    fr="Un seul critère non satisfait suffit : l’appareil n’est pas conforme au contrat.",
    nl="Eén criterium waaraan niet is voldaan, volstaat: het toestel stemt niet overeen met de overeenkomst.",
    de="Ein einziges nicht erfülltes Kriterium genügt: Das Gerät ist nicht vertragsgemäß.",
)
