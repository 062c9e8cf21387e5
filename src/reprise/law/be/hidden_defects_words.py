"""The sentences of hidden defects in Belgium."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

DEFECT: Final = Sentence(
    en="Whether a defect is a hidden one (Belgium)",
    fr="Si un défaut est un vice caché (Belgique)",
    nl="Of een gebrek een verborgen gebrek is (België)",
    de="Ob ein Mangel ein verborgener ist (Belgien)",
)
REMEDY: Final = Sentence(
    en="What the seller owes for a hidden defect (Belgium)",
    fr="Ce que le vendeur doit pour un vice caché (Belgique)",
    nl="Wat de verkoper verschuldigd is voor een verborgen gebrek (België)",
    de="Was der Verkäufer für einen verborgenen Mangel schuldet (Belgien)",
)
TIME: Final = Sentence(
    en="Until when one can sue over a hidden defect (Belgium)",
    fr="Jusqu’à quand agir pour un vice caché (Belgique)",
    nl="Tot wanneer men kan vorderen wegens een verborgen gebrek (België)",
    de="Bis wann man wegen eines verborgenen Mangels klagen kann (Belgien)",
)

HIDDEN: Final = Sentence(
    en="The defect was hidden and {effect}: the seller answers for it.",
    fr="Le défaut était caché et {effect} : le vendeur en est tenu.",
    nl="Het gebrek was verborgen en {effect}: de verkoper staat ervoor in.",
    de="Der Mangel war verborgen und {effect}: Der Verkäufer steht dafür ein.",
)
UNFIT: Final = Sentence(
    en="makes the device unfit for the use that it is meant for",
    fr="rend l’appareil impropre à l’usage auquel on le destine",
    nl="maakt het toestel ongeschikt voor het gebruik waartoe men het bestemt",
    de="macht das Gerät für den bestimmten Gebrauch untauglich",
)
NOT_BOUGHT: Final = Sentence(
    en="so impairs that use that the buyer, knowing it, would not have bought",
    fr="diminue tellement cet usage que l’acheteur, s’il l’avait connu, n’aurait pas acquis l’appareil",
    nl="vermindert dat gebruik zozeer dat de koper, had hij het gekend, niet zou hebben gekocht",
    de="mindert diesen Gebrauch so, dass der Käufer bei Kenntnis nicht gekauft hätte",
)
PAID_LESS: Final = Sentence(
    en="so impairs that use that the buyer, knowing it, would have paid less",
    fr="diminue tellement cet usage que l’acheteur, s’il l’avait connu, n’en aurait donné qu’un moindre prix",
    nl="vermindert dat gebruik zozeer dat de koper, had hij het gekend, minder zou hebben betaald",
    de="mindert diesen Gebrauch so, dass der Käufer bei Kenntnis weniger bezahlt hätte",
)
NOT_HIDDEN: Final = Sentence(
    en="The defect was not hidden: this guarantee does not reach it.",
    fr="Le défaut n’était pas caché : cette garantie ne le couvre pas.",
    nl="Het gebrek was niet verborgen: deze garantie dekt het niet.",
    de="Der Mangel war nicht verborgen: Diese Gewähr erfasst ihn nicht.",
)
TOO_SLIGHT: Final = Sentence(
    en="Knowing the defect, the buyer would have bought all the same and at the same price.",
    fr="Même s’il avait connu le défaut, l’acheteur aurait acquis l’appareil, au même prix.",
    nl="Ook als de koper het gebrek had gekend, zou hij hebben gekocht, voor dezelfde prijs.",
    de="Auch bei Kenntnis des Mangels hätte der Käufer gekauft, zum selben Preis.",
)
RETURNS: Final = Sentence(
    en="The buyer chose to give the device back: the whole price, {amount}.",
    fr="L’acheteur a choisi de rendre l’appareil : la totalité du prix, {amount}.",
    nl="De koper koos ervoor het toestel terug te geven: de hele prijs, {amount}.",
    de="Der Käufer hat sich entschieden, das Gerät zurückzugeben: der ganze Preis, {amount}.",
)
KEEPS: Final = Sentence(
    en="The buyer chose to keep the device: a part of the price, {amount}.",
    fr="L’acheteur a choisi de garder l’appareil : une partie du prix, {amount}.",
    nl="De koper koos ervoor het toestel te houden: een deel van de prijs, {amount}.",
    de="Der Käufer behält das Gerät: ein Teil des Preises, {amount}.",
)
KNEW: Final = Sentence(
    en="The seller knew the defect and owes all damages besides: {amount}.",
    fr="Le vendeur connaissait le vice et doit en outre tous les dommages et intérêts : {amount}.",
    nl="De verkoper kende het gebrek en is bovendien alle schadevergoeding verschuldigd: {amount}.",
    de="Der Verkäufer kannte den Mangel und schuldet außerdem allen Schadenersatz: {amount}.",
)
DID_NOT_KNOW: Final = Sentence(
    en="The seller did not know the defect and owes no damages.",
    fr="Le vendeur ignorait le vice et ne doit pas de dommages et intérêts.",
    nl="De verkoper kende het gebrek niet en is geen schadevergoeding verschuldigd.",
    de="Der Verkäufer kannte den Mangel nicht und schuldet keinen Schadenersatz.",
)
SALE_COSTS: Final = Sentence(
    en="The costs that the sale occasioned: {amount}.",
    fr="Les frais occasionnés par la vente : {amount}.",
    nl="De kosten die de verkoop heeft veroorzaakt: {amount}.",
    de="Die durch den Kauf verursachten Kosten: {amount}.",
)
RETURN_COST: Final = Sentence(
    en="Sending the device to the seller is at the seller's cost by the terms: {amount}.",
    fr="L’envoi de l’appareil au vendeur est à la charge de celui-ci selon les conditions : {amount}.",
    nl="De verzending van het toestel naar de verkoper is volgens de voorwaarden voor diens rekening: {amount}.",
    de="Die Einsendung des Geräts trägt nach den Bedingungen der Verkäufer: {amount}.",
)
SHORT: Final = Sentence(
    en="In Belgium the action must be brought within a short period that the law does not number; no date can be named, and lateness is for the judge.",
    fr="En Belgique, l’action doit être intentée dans un bref délai que la loi ne chiffre pas ; aucune date ne peut être donnée, et c’est au juge d’apprécier le retard.",
    nl="In België moet de vordering binnen een korte tijd worden ingesteld die de wet niet becijfert; er is geen datum te noemen, en de rechter oordeelt over laattijdigheid.",
    de="In Belgien ist die Klage innerhalb kurzer Frist zu erheben, die das Gesetz nicht beziffert; ein Datum lässt sich nicht nennen, über Verspätung entscheidet das Gericht.",
)
STATED: Final = Sentence(
    en="The terms themselves state {stated} from the discovery of the defect ({discovered}): until {until} the seller is held to that.",
    fr="Les conditions indiquent elles-mêmes {stated} à compter de la découverte du vice ({discovered}) : jusqu’au {until}, le vendeur y est tenu.",
    nl="De voorwaarden vermelden zelf {stated} vanaf de ontdekking van het gebrek ({discovered}): tot {until} is de verkoper daaraan gehouden.",
    de="Die Bedingungen selbst nennen {stated} ab Entdeckung des Mangels ({discovered}): bis {until} wird der Verkäufer daran festgehalten.",
)
STATED_OVER: Final = Sentence(
    en="The time that the terms state, {stated}, ended on {until}; only the law's own short period is left.",
    fr="Le délai indiqué par les conditions, {stated}, a pris fin le {until} ; il ne reste que le bref délai de la loi.",
    nl="De termijn uit de voorwaarden, {stated}, eindigde op {until}; alleen de korte termijn van de wet blijft over.",
    de="Die Frist der Bedingungen, {stated}, endete am {until}; es bleibt nur die kurze Frist des Gesetzes.",
)
