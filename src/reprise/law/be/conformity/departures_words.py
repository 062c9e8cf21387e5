"""The sentences of public statements and of departures from what is normal (art. 1649ter, § 4 and
§ 7)."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

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
