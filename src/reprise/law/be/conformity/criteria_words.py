"""The sentences of the criteria of conformity (art. 1649ter, § 2, § 3 and § 1)."""

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

# § 2
ONLY_FREED: Final = Sentence(
    en="For what comes of that update the seller is not liable; whether the device conforms in spite of it, the article does not say.",
    fr="Le vendeur n’est pas responsable de ce qui résulte de cette mise à jour ; l’article ne dit pas si l’appareil est conforme malgré cela.",
    nl="Voor wat uit die update voortkomt, is de verkoper niet aansprakelijk; of het toestel ondanks dat in overeenstemming is, zegt het artikel niet.",
    de="Für das, was aus diesem Update folgt, haftet der Verkäufer nicht; ob das Gerät trotzdem vertragsgemäß ist, sagt der Artikel nicht.",
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

# § 1
CONFORMS_TO_ALL: Final = Sentence(
    en="No criterion is missed for which the seller answers: the device counts as conforming to the contract.",
    fr="Aucun critère dont le vendeur réponde ne fait défaut : l’appareil est réputé conforme au contrat.",
    nl="Er is geen criterium geschonden waarvoor de verkoper instaat: het toestel geldt als in overeenstemming met de overeenkomst.",
    de="Kein Kriterium, für das der Verkäufer einsteht, ist verfehlt: Das Gerät gilt als vertragsgemäß.",
)
ANSWERS_FOR_NOTHING: Final = Sentence(
    en="No criterion is missed for which the seller answers; that the device conforms to the contract is not said by that.",
    fr="Aucun critère dont le vendeur réponde ne fait défaut ; cela ne dit pas que l’appareil est conforme au contrat.",
    nl="Er is geen criterium geschonden waarvoor de verkoper instaat; daarmee is niet gezegd dat het toestel met de overeenkomst overeenstemt.",
    de="Kein Kriterium, für das der Verkäufer einsteht, ist verfehlt; dass das Gerät vertragsgemäß ist, ist damit nicht gesagt.",
)
FAILS_ONE: Final = Sentence(
    en="One criterion that is not met is enough: the device does not conform to the contract.",
    fr="Un seul critère non satisfait suffit : l’appareil n’est pas conforme au contrat.",
    nl="Eén criterium waaraan niet is voldaan, volstaat: het toestel stemt niet overeen met de overeenkomst.",
    de="Ein einziges nicht erfülltes Kriterium genügt: Das Gerät ist nicht vertragsgemäß.",
)
