"""The sentences of hidden defects in France."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

DEFECT: Final = Sentence(
    en="Whether a defect is a hidden one (France)",
    fr="Si un défaut est un vice caché (France)",
    nl="Of een gebrek een verborgen gebrek is (Frankrijk)",
    de="Ob ein Mangel ein verborgener ist (Frankreich)",
)
REMEDY: Final = Sentence(
    en="What the seller owes for a hidden defect (France)",
    fr="Ce que le vendeur doit pour un vice caché (France)",
    nl="Wat de verkoper verschuldigd is voor een verborgen gebrek (Frankrijk)",
    de="Was der Verkäufer für einen verborgenen Mangel schuldet (Frankreich)",
)
TIME: Final = Sentence(
    en="Until when one can sue over a hidden defect (France)",
    fr="Jusqu’à quand agir pour un vice caché (France)",
    nl="Tot wanneer men kan vorderen wegens een verborgen gebrek (Frankrijk)",
    de="Bis wann man wegen eines verborgenen Mangels klagen kann (Frankreich)",
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
FULL: Final = Sentence(
    en="The whole price against the return of the device: {amount}.",
    fr="Remboursement intégral contre restitution de l’appareil : {amount}.",
    nl="De hele prijs tegen teruggave van het toestel: {amount}.",
    de="Der ganze Preis gegen Rückgabe des Geräts: {amount}.",
)
LOWER: Final = Sentence(
    en="A lower price, since the buyer keeps the device: {amount} is given back.",
    fr="Réduction de prix, l’appareil étant conservé : {amount} est rendu.",
    nl="Een lagere prijs, omdat de koper het toestel houdt: {amount} wordt terugbetaald.",
    de="Ein geringerer Preis, da der Käufer das Gerät behält: {amount} wird zurückgezahlt.",
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
IN_TIME: Final = Sentence(
    en="The action must be brought within {months} months of discovering the defect ({discovered}): until {until}. It is in time.",
    fr="L’action doit être intentée dans les {months} mois qui suivent la découverte du vice ({discovered}) : jusqu’au {until}. Elle est intentée à temps.",
    nl="De vordering moet worden ingesteld binnen {months} maanden na de ontdekking van het gebrek ({discovered}): tot {until}. Zij is op tijd.",
    de="Die Klage ist innerhalb von {months} Monaten nach Entdeckung des Mangels ({discovered}) zu erheben: bis {until}. Sie ist rechtzeitig.",
)
TOO_LATE: Final = Sentence(
    en="The action had to be brought within {months} months of discovering the defect ({discovered}): until {until}. It is too late.",
    fr="L’action devait être intentée dans les {months} mois qui suivent la découverte du vice ({discovered}) : jusqu’au {until}. Elle est tardive.",
    nl="De vordering moest worden ingesteld binnen {months} maanden na de ontdekking van het gebrek ({discovered}): tot {until}. Zij komt te laat.",
    de="Die Klage war innerhalb von {months} Monaten nach Entdeckung des Mangels ({discovered}) zu erheben: bis {until}. Sie kommt zu spät.",
)
