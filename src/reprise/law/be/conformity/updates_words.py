"""The sentences of updates (art. 1649ter, § 5 and § 6)."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

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
EXPECTED_ESTIMATED: Final = Sentence(
    en="How long that is hangs on the type and purpose of the device and of its digital elements, and on the circumstances and nature of the contract. The law gives no number: that it ends on {until} is an estimate, which can be contested.",
    fr="Cela dépend du type et de la finalité de l’appareil et de ses éléments numériques, ainsi que des circonstances et de la nature du contrat. La loi ne donne pas de chiffre : la date du {until} est une estimation, qui peut être contestée.",
    nl="Hoelang dat is, hangt af van het type en het doel van het toestel en van zijn digitale elementen, en van de omstandigheden en de aard van de overeenkomst. De wet geeft geen getal: dat het op {until} eindigt, is een schatting, die kan worden betwist.",
    de="Wie lange das ist, hängt von der Art und dem Zweck des Geräts und seiner digitalen Elemente ab sowie von den Umständen und der Art des Vertrags. Das Gesetz nennt keine Zahl: Dass es am {until} endet, ist eine Schätzung, die bestritten werden kann.",
)
LIABLE_UNTIL: Final = Sentence(
    en="Content or a service supplied continuously is kept up for two years from the delivery of the device or, where that is longer, for as long as it is supplied under the contract: until {until}.",
    fr="Un contenu ou service fourni en continu est tenu à jour pendant deux ans à compter de la livraison de l’appareil ou, si c’est plus long, aussi longtemps qu’il est fourni en vertu du contrat : jusqu’au {until}.",
    nl="Doorlopend geleverde inhoud of dienst wordt bijgehouden gedurende twee jaar vanaf de levering van het toestel of, als dat langer is, zolang hij volgens de overeenkomst wordt geleverd: tot {until}.",
    de="Ein fortlaufend bereitgestellter Inhalt oder Dienst wird zwei Jahre ab der Lieferung des Geräts aktuell gehalten oder, wenn das länger ist, so lange, wie er nach dem Vertrag bereitgestellt wird: bis {until}.",
)
LIABLE_OPEN: Final = Sentence(
    en="Content or a service supplied continuously, without a stated end, is kept up as long as it is supplied: no last day is known.",
    fr="Un contenu ou service fourni en continu, sans fin indiquée, est tenu à jour aussi longtemps qu’il est fourni : aucun dernier jour n’est connu.",
    nl="Doorlopend en zonder vermeld einde geleverde inhoud of dienst wordt bijgehouden zolang hij wordt geleverd: er is geen laatste dag bekend.",
    de="Ein fortlaufend und ohne genanntes Ende bereitgestellter Inhalt oder Dienst wird aktuell gehalten, solange er bereitgestellt wird: Ein letzter Tag ist nicht bekannt.",
)
UPDATES_SUSPENDED: Final = Sentence(
    en="Days of repair, replacement or negotiation are counted in; whether they make the time for updates longer, or that of a supply of more than two years, is not settled, and in doubt they do.",
    fr="Les jours de réparation, de remplacement ou de négociation y sont comptés ; il n’est pas établi qu’ils prolongent la période des mises à jour, ni celle d’une fourniture de plus de deux ans, et dans le doute ils le font.",
    nl="Dagen van herstel, vervanging of onderhandeling zijn meegeteld; of zij de periode voor updates verlengen, of die van een levering van meer dan twee jaar, staat niet vast, en bij twijfel wel.",
    de="Tage der Nachbesserung, der Ersatzlieferung oder von Verhandlungen sind mitgezählt; ob sie die Zeit für Aktualisierungen verlängern oder die einer Bereitstellung von mehr als zwei Jahren, ist nicht geklärt, und im Zweifel tun sie es.",
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
    en="The reasonable time for installing the update was over when the defect arose; the seller had told the consumer of it and of what follows without it, the instructions are not the cause, and the defect comes from nothing else: the seller does not answer for it.",
    fr="Le délai raisonnable pour installer la mise à jour était écoulé quand le défaut est survenu ; le vendeur avait informé le consommateur de sa disponibilité et des conséquences de sa non-installation, les instructions ne sont pas en cause et le défaut n’a pas d’autre origine : le vendeur n’en répond pas.",
    nl="De redelijke termijn om de update te installeren was om toen het gebrek ontstond; de verkoper had de consument geïnformeerd over de beschikbaarheid ervan en over de gevolgen van het niet installeren, de instructies zijn niet de oorzaak en het gebrek heeft geen andere oorzaak: de verkoper staat er niet voor in.",
    de="Die angemessene Zeit für die Installation war abgelaufen, als der Mangel eintrat; der Verkäufer hatte den Verbraucher über die Aktualisierung und über die Folgen der Nichtinstallation informiert, die Anleitung ist nicht die Ursache, und der Mangel beruht auf nichts anderem: Der Verkäufer steht dafür nicht ein.",
)
TIME_ESTIMATED: Final = Sentence(
    en="How long a reasonable time for installing an update is, and from when it runs, the law does not say: that it ends on {until} is an estimate, which can be contested.",
    fr="La loi ne dit ni combien dure un délai raisonnable pour installer une mise à jour, ni quand il commence : la date du {until} est une estimation, qui peut être contestée.",
    nl="Hoelang een redelijke termijn om een update te installeren is en vanaf wanneer hij loopt, zegt de wet niet: dat hij op {until} eindigt, is een schatting, die kan worden betwist.",
    de="Wie lange eine angemessene Zeit für die Installation ist und ab wann sie läuft, sagt das Gesetz nicht: Dass sie am {until} endet, ist eine Schätzung, die bestritten werden kann.",
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
    "beyond": Sentence(
        en="the update is not one that the law has the seller see to, and whether the consumer bears what comes of not installing such a one is not settled",
        fr="la mise à jour n’est pas de celles auxquelles la loi oblige le vendeur à veiller, et il n’est pas établi que le consommateur supporte les suites de la non-installation d’une telle mise à jour",
        nl="de update is er geen waarvoor de wet de verkoper laat zorgen, en of de consument de gevolgen draagt van het niet installeren van zo’n update, staat niet vast",
        de="die Aktualisierung ist keine, für die der Verkäufer nach dem Gesetz zu sorgen hat, und ob der Verbraucher die Folgen trägt, wenn er eine solche nicht installiert, ist nicht geklärt",
    ),
    "told_late": Sentence(
        en="the seller told the consumer of the update, or of what follows without it, only when the defect had arisen, and whether that is enough is not settled",
        fr="le vendeur n’a informé le consommateur de la mise à jour, ou des conséquences de sa non-installation, qu’une fois le défaut survenu, et il n’est pas établi que cela suffise",
        nl="de verkoper heeft de consument pas over de update, of over de gevolgen van het niet installeren, geïnformeerd toen het gebrek al was ontstaan, en of dat volstaat, staat niet vast",
        de="der Verkäufer hat den Verbraucher über die Aktualisierung oder über die Folgen der Nichtinstallation erst informiert, als der Mangel schon eingetreten war, und ob das genügt, ist nicht geklärt",
    ),
    "unguided": Sentence(
        en="that there were no instructions is the cause, and whether that counts like shortcomings in them is not settled",
        fr="l’absence d’instructions en est la cause, et il n’est pas établi qu’elle vaille lacune dans celles-ci",
        nl="dat er geen instructies waren, is de oorzaak, en of dat telt als een tekortkoming daarin, staat niet vast",
        de="dass es keine Anleitung gab, ist die Ursache, und ob das wie ein Mangel der Anleitung zählt, ist nicht geklärt",
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
