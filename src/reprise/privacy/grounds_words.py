"""When a ground is the one on which something is kept, in four languages."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

RUNS: Final = Sentence(
    en="while the contract and its guarantees run",
    fr="tant que courent le contrat et ses garanties",
    nl="zolang de overeenkomst en haar garanties lopen",
    de="solange der Vertrag und seine Gewährleistung laufen",
)
ACCOUNTS: Final = Sentence(
    en="for the accounts",
    fr="pour la comptabilité",
    nl="voor de boekhouding",
    de="für die Buchhaltung",
)
LARGE: Final = Sentence(
    en="as proof of a contract of 120 euros or more in France",
    fr="comme preuve d’un contrat d’au moins 120 euros en France",
    nl="als bewijs van een overeenkomst van 120 euro of meer in Frankrijk",
    de="als Nachweis eines Vertrags ab 120 Euro in Frankreich",
)
OTHER_PROOF: Final = Sentence(
    en="as proof of any other contract",
    fr="comme preuve de tout autre contrat",
    nl="als bewijs van elke andere overeenkomst",
    de="als Nachweis jedes anderen Vertrags",
)
PROOF: Final = Sentence(
    en="as proof of the contract",
    fr="comme preuve du contrat",
    nl="als bewijs van de overeenkomst",
    de="als Nachweis des Vertrags",
)
DISPUTE: Final = Sentence(
    en="where nothing was collected, while the payment can be disputed",
    fr="si rien n’a été encaissé, tant que le paiement peut être contesté",
    nl="als niets is geïnd, zolang de betaling betwistbaar is",
    de="wenn nichts eingezogen wurde, solange die Zahlung anfechtbar ist",
)
LAW: Final = Sentence(
    en="as long as a law has it kept",
    fr="tant qu’une loi impose de le conserver",
    nl="zolang een wet bewaring oplegt",
    de="solange ein Gesetz die Aufbewahrung verlangt",
)
OWED: Final = Sentence(
    en="afterwards, while money from its sales is owed to the seller",
    fr="ensuite, tant que de l’argent de ses ventes est dû au vendeur",
    nl="daarna, zolang de verkoper nog geld uit zijn verkopen tegoed heeft",
    de="danach, solange dem Verkäufer noch Geld aus seinen Verkäufen zusteht",
)
