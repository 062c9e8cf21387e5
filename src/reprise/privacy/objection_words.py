"""What an objection stops, and why the rest goes on, in four languages."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

COUNTS: Final = Sentence(
    en="Your orders count in none of our lists any more.",
    fr="Vos commandes ne comptent plus dans aucune de nos listes.",
    nl="Uw bestellingen tellen in geen van onze lijsten meer mee.",
    de="Ihre Bestellungen zählen in keiner unserer Listen mehr.",
)
LIMITS: Final = Sentence(
    en="It protects you and everybody else: without it anybody could try passwords and flood mailboxes without end.",
    fr="Cela vous protège, vous et les autres : sans cela, n’importe qui pourrait essayer des mots de passe ou inonder des boîtes sans fin.",
    nl="Het beschermt u en alle anderen: zonder dit kon iedereen eindeloos wachtwoorden proberen of mailboxen overspoelen.",
    de="Es schützt Sie und alle anderen: Sonst könnte jeder endlos Passwörter ausprobieren oder Postfächer überfluten.",
)
AUDIENCE: Final = Sentence(
    en="No row of it leads to you, so nothing of yours can be found in it or taken out; the law has us publish how many people use the shop.",
    fr="Aucune ligne ne mène à vous : rien de vous ne peut y être trouvé ni en être retiré ; la loi nous demande de publier combien de personnes utilisent la boutique.",
    nl="Geen regel ervan leidt naar u, dus er is niets van u in te vinden of uit te halen; de wet vraagt ons te publiceren hoeveel mensen de winkel gebruiken.",
    de="Keine Zeile davon führt zu Ihnen, also lässt sich nichts von Ihnen darin finden oder herausnehmen; das Gesetz verlangt, dass wir veröffentlichen, wie viele den Shop nutzen.",
)
WHO_ACTED: Final = Sentence(
    en="It proves who took which step and is needed for claims; it is about those who work for a seller or for the marketplace.",
    fr="Cela prouve qui a fait quelle étape et reste nécessaire en cas de litige ; cela concerne ceux qui travaillent pour un vendeur ou la place de marché.",
    nl="Het bewijst wie welke stap zette en is nodig bij geschillen; het gaat om wie voor een verkoper of de marktplaats werkt.",
    de="Es beweist, wer welchen Schritt tat, und wird bei Streit gebraucht; es betrifft, wer für einen Verkäufer oder den Marktplatz arbeitet.",
)
SEEN: Final = Sentence(
    en="It proves that none of us looks at your data unseen, and is needed where that is disputed.",
    fr="Cela prouve que personne chez nous ne consulte vos données à votre insu, et reste nécessaire en cas de litige à ce sujet.",
    nl="Het bewijst dat niemand van ons ongezien naar uw gegevens kijkt, en is nodig als daar een geschil over is.",
    de="Es beweist, dass niemand von uns unbemerkt Ihre Daten ansieht, und wird gebraucht, wenn darüber gestritten wird.",
)
OF_ORDERS: Final = (
    Sentence(
        en="What is kept of an order after its guarantees: name, address, devices, parcels, payments and the record of its steps",
        fr="Ce qui est gardé d’une commande après ses garanties : nom, adresse, appareils, colis, paiements et relevé de ses étapes",
        nl="Wat na de garanties van een bestelling wordt bewaard: naam, adres, toestellen, pakketten, betalingen en het verloop",
        de="Was nach der Gewährleistung von einer Bestellung bleibt: Name, Adresse, Geräte, Pakete, Zahlungen und ihr Verlauf",
    ),
    Sentence(
        en="Proof of the contract where no law has us keep it; and, where nothing was collected, of a payment that can still be disputed",
        fr="La preuve du contrat lorsqu’aucune loi ne nous la fait garder ; et, si rien n’a été encaissé, celle d’un paiement encore contestable",
        nl="Bewijs van de overeenkomst waar geen wet ons dat laat bewaren; en, als niets is geïnd, van een betaling die nog betwist kan worden",
        de="Nachweis des Vertrags, wo kein Gesetz ihn uns aufbewahren lässt; und, wenn nichts eingezogen wurde, einer Zahlung, die noch angefochten werden kann",
    ),
    Sentence(
        en="Until the day that “Your data” names with each order",
        fr="Jusqu’au jour que « Vos données » indique pour chaque commande",
        nl="Tot de dag die “Uw gegevens” bij elke bestelling noemt",
        de="Bis zu dem Tag, den „Ihre Daten“ bei jeder Bestellung nennt",
    ),
)
CLAIMS: Final = Sentence(
    en="It is needed for claims, yours as much as ours; it leaves when they are over.",
    fr="C’est nécessaire en cas de litige, pour vous comme pour nous ; cela disparaît quand plus rien ne peut être réclamé.",
    nl="Het is nodig bij geschillen, voor u net zo goed als voor ons; het verdwijnt wanneer niets meer kan worden geëist.",
    de="Es wird bei Streit gebraucht, von Ihnen ebenso wie von uns; es geht, wenn nichts mehr verlangt werden kann.",
)
