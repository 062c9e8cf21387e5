"""The sentences of an incorrect installation (art. 1649ter, § 8)."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

INSTALLATION: Final = Sentence(
    en="Whether an incorrect installation counts as a lack of conformity",
    fr="Si une installation incorrecte est réputée être un défaut de conformité",
    nl="Of een verkeerde installatie als gebrek aan overeenstemming geldt",
    de="Ob eine unsachgemäße Montage oder Installierung als Vertragswidrigkeit gilt",
)
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
