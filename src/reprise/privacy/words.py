"""Why an order's name and address are kept so long, in words."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

BUSY: Final = Sentence(
    en="Something of this order is still under way; nothing is taken out until it is settled.",
    fr="Cette commande n’est pas terminée ; rien n’est retiré tant que tout n’est pas réglé.",
    nl="Er loopt nog iets van deze bestelling; tot alles is afgehandeld, wordt niets verwijderd.",
    de="Zu dieser Bestellung ist noch etwas offen; bis alles erledigt ist, wird nichts entfernt.",
)
GUARANTEED: Final = Sentence(
    en="Until the last guarantee, warranty or insurance of a device in it ends.",
    fr="Jusqu’à la fin de la dernière garantie ou assurance d’un appareil de la commande.",
    nl="Tot de laatste garantie of verzekering van een toestel in de bestelling afloopt.",
    de="Bis die letzte Gewährleistung, Garantie oder Versicherung eines Geräts darin endet.",
)
CONTRACT: Final = Sentence(
    en="A contract of 120 euros or more is then kept as proof until ten years after its delivery.",
    fr="Un contrat d’au moins 120 euros est ensuite conservé comme preuve jusqu’à dix ans après la livraison.",
    nl="Een overeenkomst van 120 euro of meer wordt daarna als bewijs bewaard tot tien jaar na de levering.",
    de="Ein Vertrag ab 120 Euro wird danach als Nachweis bis zehn Jahre nach der Lieferung aufbewahrt.",
)
EVIDENCE: Final = Sentence(
    en="What proves the contract is then kept until five years after it ended.",
    fr="La preuve du contrat est ensuite conservée jusqu’à cinq ans après sa fin.",
    nl="Het bewijs van de overeenkomst wordt daarna bewaard tot vijf jaar na het einde ervan.",
    de="Der Nachweis des Vertrags wird danach bis fünf Jahre nach dessen Ende aufbewahrt.",
)
OWN_RULE: Final = Sentence(
    en="What proves the contract is then kept until five years after it ended: our own rule, after French law.",
    fr="La preuve du contrat est ensuite conservée jusqu’à cinq ans après sa fin : notre propre règle, d’après le droit français.",
    nl="Het bewijs van de overeenkomst wordt daarna bewaard tot vijf jaar na het einde ervan: onze eigen regel, naar Frans recht.",
    de="Der Nachweis des Vertrags wird danach bis fünf Jahre nach dessen Ende aufbewahrt: unsere eigene Regel nach französischem Recht.",
)
REFUNDED: Final = Sentence(
    en="All the money went back; thirty days later it has arrived.",
    fr="Tout a été remboursé ; trente jours plus tard, le remboursement est arrivé.",
    nl="Al het geld is teruggestort; dertig dagen later is het aangekomen.",
    de="Das ganze Geld ging zurück; dreißig Tage später ist es angekommen.",
)
LET_GO: Final = Sentence(
    en="Money was held for it and let go; a payment can be disputed for thirteen months.",
    fr="De l’argent a été bloqué puis libéré ; un paiement peut être contesté treize mois durant.",
    nl="Er was geld gereserveerd en weer vrijgegeven; een betaling is dertien maanden betwistbaar.",
    de="Geld war reserviert und wurde freigegeben; eine Zahlung ist dreizehn Monate anfechtbar.",
)
NEVER_HELD: Final = Sentence(
    en="It was never paid for; thirty days later no late payment can arrive any more.",
    fr="Elle n’a jamais été payée ; trente jours plus tard, aucun paiement tardif n’arrive plus.",
    nl="Er is nooit voor betaald; dertig dagen later kan geen late betaling meer aankomen.",
    de="Sie wurde nie bezahlt; dreißig Tage später kann keine späte Zahlung mehr eintreffen.",
)
HELD: Final = Sentence(
    en="This order stays as it is for now: a law has us keep it, or a claim needs it.",
    fr="Cette commande reste en l’état pour le moment : une loi l’exige, ou un litige en a besoin.",
    nl="Deze bestelling blijft voorlopig zoals ze is: een wet verplicht ons, of een claim heeft ze nodig.",
    de="Diese Bestellung bleibt vorerst, wie sie ist: ein Gesetz verlangt es, oder ein Anspruch braucht sie.",
)
WITHDRAWAL: Final = Sentence(
    en="You can still withdraw from it, and need your name and address there for that.",
    fr="Vous pouvez encore vous rétracter ; pour cela, votre nom et votre adresse restent nécessaires.",
    nl="U kunt er nog van afzien; daarvoor zijn uw naam en adres nog nodig.",
    de="Sie können sie noch widerrufen; dazu werden Name und Anschrift noch gebraucht.",
)
ASKED: Final = Sentence(
    en="Nothing asks for your name and address to be kept.",
    fr="Rien n’impose de conserver votre nom et votre adresse.",
    nl="Niets vereist dat uw naam en adres worden bewaard.",
    de="Nichts verlangt, Name und Anschrift aufzubewahren.",
)
THERE: Final = Sentence(
    en="Your name and address are in the archive already, apart from the shop.",
    fr="Votre nom et votre adresse sont déjà aux archives, à l’écart de la boutique.",
    nl="Uw naam en adres staan al in het archief, buiten de winkel.",
    de="Name und Anschrift sind schon im Archiv, getrennt vom Shop.",
)
GONE: Final = Sentence(
    en="Your name and address were erased already.",
    fr="Votre nom et votre adresse ont déjà été effacés.",
    nl="Uw naam en adres zijn al gewist.",
    de="Name und Anschrift wurden schon gelöscht.",
)
KEY: Final = Sentence(
    en="It cannot be put into the archive at the moment; our people see that, and it is done later.",
    fr="L’archivage est impossible pour le moment ; nos équipes en sont informées, ce sera fait ensuite.",
    nl="Archiveren kan nu niet; onze mensen zien dat, en het gebeurt later.",
    de="Es kann gerade nicht archiviert werden; unsere Leute sehen das, und es wird nachgeholt.",
)
