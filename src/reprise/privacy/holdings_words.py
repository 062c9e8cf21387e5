"""What is held, why and until when, in four languages."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

ACCOUNT: Final = (
    Sentence(
        en="E-mail address, name, language, password (in a form that cannot be read back), when the account was opened and last used",
        fr="Adresse e-mail, nom, langue, mot de passe (sous une forme illisible), dates d’ouverture et de dernière utilisation du compte",
        nl="E-mailadres, naam, taal, wachtwoord (in een onleesbare vorm), wanneer het account is geopend en laatst is gebruikt",
        de="E-Mail-Adresse, Name, Sprache, Passwort (in nicht lesbarer Form), wann das Konto eröffnet und zuletzt benutzt wurde",
    ),
    Sentence(
        en="To sign in, and to write to whoever the account belongs to",
        fr="Pour vous connecter et pour écrire au titulaire du compte",
        nl="Om in te loggen, en om te schrijven aan wie het account toebehoort",
        de="Zum Anmelden, und um der Inhaberin oder dem Inhaber des Kontos zu schreiben",
    ),
    Sentence(
        en="Until you delete the account, or have not used it for two years; you are written to a month before",
        fr="Jusqu’à la suppression du compte par vos soins, ou deux ans sans utilisation ; nous vous écrivons un mois avant",
        nl="Tot u het account verwijdert, of het twee jaar niet hebt gebruikt; een maand eerder schrijven wij u",
        de="Bis Sie das Konto löschen oder es zwei Jahre nicht benutzt haben; einen Monat vorher schreiben wir Ihnen",
    ),
)
PASSKEYS: Final = (
    Sentence(
        en="The public keys of your passkeys, the names that you gave them, when they were used",
        fr="Les clés publiques de vos clés d’accès, les noms que vous leur avez donnés, leurs dates d’utilisation",
        nl="De openbare sleutels van uw toegangssleutels, de namen die u ze gaf, wanneer ze zijn gebruikt",
        de="Die öffentlichen Schlüssel Ihrer Passkeys, deren Namen, wann sie benutzt wurden",
    ),
    Sentence(
        en="To sign in without a password",
        fr="Pour vous connecter sans mot de passe",
        nl="Om zonder wachtwoord in te loggen",
        de="Zum Anmelden ohne Passwort",
    ),
    Sentence(
        en="Until you remove the passkey or delete the account",
        fr="Jusqu’au retrait de la clé d’accès ou à la suppression du compte",
        nl="Tot u de toegangssleutel of het account verwijdert",
        de="Bis Sie den Passkey entfernen oder das Konto löschen",
    ),
)
LETTERS: Final = (
    Sentence(
        en="Links that were sent to you: to which address, for what, when, and whether they were used",
        fr="Les liens qui vous ont été envoyés : adresse, objet, date, et s’ils ont servi",
        nl="Links die u zijn gestuurd: naar welk adres, waarvoor, wanneer, en of ze zijn gebruikt",
        de="Links, die Ihnen gesendet wurden: an welche Adresse, wofür, wann und ob sie benutzt wurden",
    ),
    Sentence(
        en="So that a link works once, and only for whom it was sent",
        fr="Pour qu’un lien ne serve qu’une fois, et seulement à son destinataire",
        nl="Opdat een link één keer werkt, en alleen voor wie hij is bedoeld",
        de="Damit ein Link einmal gilt, und nur für die Person, an die er ging",
    ),
    Sentence(
        en="Until a day after the link has ended",
        fr="Un jour après l’expiration du lien",
        nl="Tot een dag nadat de link is verlopen",
        de="Bis einen Tag nach Ablauf des Links",
    ),
)
SESSIONS: Final = (
    Sentence(
        en="Which account a browser is signed in to, since when, the last day of its use, and a word for its device",
        fr="Le compte auquel un navigateur est connecté, depuis quand, le dernier jour d’utilisation, et un mot pour l’appareil",
        nl="Bij welk account een browser is ingelogd, sinds wanneer, de laatste dag van gebruik, en een woord voor het toestel",
        de="Bei welchem Konto ein Browser angemeldet ist, seit wann, der letzte Tag der Nutzung, und ein Wort für das Gerät",
    ),
    Sentence(
        en="To stay signed in, and to show you where you are",
        fr="Pour rester connecté, et vous montrer où vous l’êtes",
        nl="Om ingelogd te blijven, en u te tonen waar u dat bent",
        de="Um angemeldet zu bleiben und Ihnen zu zeigen, wo Sie es sind",
    ),
    Sentence(
        en="Until you sign out, or fourteen days",
        fr="Jusqu’à la déconnexion, ou quatorze jours",
        nl="Tot u uitlogt, of veertien dagen",
        de="Bis Sie sich abmelden, oder vierzehn Tage",
    ),
)
LIMITS: Final = (
    Sentence(
        en="Counts of what was tried, by a code made from an address or a connection",
        fr="Le nombre d’essais, par un code calculé à partir d’une adresse ou d’une connexion",
        nl="Aantallen pogingen, per code die van een adres of verbinding is gemaakt",
        de="Anzahl von Versuchen, nach einem Code aus einer Adresse oder Verbindung",
    ),
    Sentence(
        en="So that nobody guesses passwords, floods a mailbox or holds all the stock",
        fr="Pour que personne ne devine un mot de passe, n’inonde une boîte ni ne bloque tout le stock",
        nl="Opdat niemand wachtwoorden raadt, een mailbox overspoelt of alle voorraad vasthoudt",
        de="Damit niemand Passwörter errät, ein Postfach überflutet oder den ganzen Bestand blockiert",
    ),
    Sentence(
        en="A day; for unpaid orders the time to pay",
        fr="Un jour ; pour une commande impayée, le délai de paiement",
        nl="Een dag; voor onbetaalde bestellingen de betaaltermijn",
        de="Ein Tag; bei unbezahlten Bestellungen die Zahlungsfrist",
    ),
)
CONTACT: Final = (
    Sentence(
        en="Name, address, e-mail and phone of an order, and the account it belongs to",
        fr="Nom, adresse, e-mail et téléphone d’une commande, et le compte auquel elle appartient",
        nl="Naam, adres, e-mail en telefoon van een bestelling, en bij welk account zij hoort",
        de="Name, Anschrift, E-Mail und Telefon einer Bestellung, und zu welchem Konto sie gehört",
    ),
    Sentence(
        en="To deliver, to write about the order, and while a guarantee runs to repair or replace",
        fr="Pour livrer, écrire au sujet de la commande et, tant qu’une garantie court, réparer ou remplacer",
        nl="Om te leveren, over de bestelling te schrijven en zolang een garantie loopt te herstellen of te vervangen",
        de="Zum Liefern, um zur Bestellung zu schreiben und um während der Gewährleistung zu reparieren oder zu ersetzen",
    ),
    Sentence(
        en="Until the day that is named with each order",
        fr="Jusqu’au jour indiqué pour chaque commande",
        nl="Tot de dag die bij elke bestelling staat",
        de="Bis zu dem Tag, der bei jeder Bestellung steht",
    ),
)
DESTINATIONS: Final = (
    Sentence(
        en="The pick-up point of an order, and postcode and country of each parcel",
        fr="Le point de retrait d’une commande, le code postal et le pays de chaque colis",
        nl="Het afhaalpunt van een bestelling, en postcode en land van elk pakket",
        de="Die Abholstelle einer Bestellung, Postleitzahl und Land jedes Pakets",
    ),
    Sentence(
        en="To deliver, and to know a stranger’s parcel from yours",
        fr="Pour livrer, et pour distinguer votre colis de celui d’un inconnu",
        nl="Om te leveren, en om uw pakket van dat van een vreemde te onderscheiden",
        de="Zum Liefern, und um Ihr Paket von einem fremden zu unterscheiden",
    ),
    Sentence(
        en="As long as name and address of the order",
        fr="Aussi longtemps que le nom et l’adresse de la commande",
        nl="Zo lang als naam en adres van de bestelling",
        de="So lange wie Name und Anschrift der Bestellung",
    ),
)
DEVICES: Final = (
    Sentence(
        en="The IMEI or serial number of each device that was sent to you",
        fr="L’IMEI ou le numéro de série de chaque appareil qui vous a été envoyé",
        nl="De IMEI of het serienummer van elk toestel dat u is gestuurd",
        de="IMEI oder Seriennummer jedes Geräts, das Ihnen geschickt wurde",
    ),
    Sentence(
        en="To tell which device a guarantee, an insurance or a recall is about",
        fr="Pour savoir sur quel appareil porte une garantie, une assurance ou un rappel",
        nl="Om te weten over welk toestel een garantie, verzekering of terugroeping gaat",
        de="Um zu wissen, welches Gerät eine Gewährleistung, Versicherung oder einen Rückruf betrifft",
    ),
    Sentence(
        en="As long as name and address are needed, as proof too",
        fr="Aussi longtemps que le nom et l’adresse sont nécessaires, y compris comme preuve",
        nl="Zo lang als naam en adres nodig zijn, ook als bewijs",
        de="So lange Name und Anschrift benötigt werden, auch als Nachweis",
    ),
)
_IN_ACCOUNTS: Final = Sentence(
    en="Ten years after the year in which its money last moved, thirteen months where nothing was collected; then its numbers leave, ours and the payment provider’s, and what stays leads to nobody",
    fr="Dix ans après l’année du dernier mouvement d’argent, treize mois si rien n’a été encaissé ; ensuite ses numéros, le nôtre et ceux du prestataire de paiement, sont effacés et ce qui reste ne mène à personne",
    nl="Tien jaar na het jaar waarin het geld ervan voor het laatst bewoog, dertien maanden als niets is geïnd; dan gaan de nummers weg, het onze en die van de betaaldienst, en wat blijft leidt naar niemand",
    de="Zehn Jahre nach dem Jahr, in dem sich ihr Geld zuletzt bewegte, dreizehn Monate, wenn nichts eingezogen wurde; dann gehen ihre Nummern, unsere und die des Zahlungsdienstes, und was bleibt, führt zu niemandem",
)
SALE: Final = (
    Sentence(
        en="What was ordered from whom, at which price, under which terms, and what became of it",
        fr="Ce qui a été commandé, à qui, à quel prix, à quelles conditions, et ce qu’il en est advenu",
        nl="Wat bij wie is besteld, tegen welke prijs en voorwaarden, en wat ervan is geworden",
        de="Was bei wem zu welchem Preis und welchen Bedingungen bestellt wurde, und was daraus wurde",
    ),
    Sentence(
        en="The contract and its proof; the accounts rest on it",
        fr="Le contrat et sa preuve ; la comptabilité repose dessus",
        nl="De overeenkomst en het bewijs ervan; de boekhouding rust erop",
        de="Der Vertrag und sein Nachweis; die Buchhaltung beruht darauf",
    ),
    _IN_ACCOUNTS,
)
LOG: Final = (
    Sentence(
        en="Each step of an order, when, and by what kind of person",
        fr="Chaque étape d’une commande, sa date et la qualité de qui l’a faite",
        nl="Elke stap van een bestelling, wanneer, en door wat voor iemand",
        de="Jeder Schritt einer Bestellung, wann, und von welcher Seite",
    ),
    Sentence(
        en="Proof of the contract; a step that was taken out would break every later one",
        fr="La preuve du contrat ; retirer une étape romprait toutes les suivantes",
        nl="Bewijs van de overeenkomst; een stap weghalen zou elke latere verbreken",
        de="Nachweis des Vertrags; ein entfernter Schritt bräche jeden späteren",
    ),
    _IN_ACCOUNTS,
)
PAYMENTS: Final = (
    Sentence(
        en="Each attempt to pay: method, amounts, times, the payment provider’s number for it",
        fr="Chaque essai de paiement : moyen, montants, dates, numéro chez le prestataire de paiement",
        nl="Elke betaalpoging: methode, bedragen, tijden, het nummer bij de betaaldienst",
        de="Jeder Zahlungsversuch: Methode, Beträge, Zeiten, die Nummer beim Zahlungsdienst",
    ),
    Sentence(
        en="To collect and to pay back; the provider knows who paid",
        fr="Pour encaisser et rembourser ; le prestataire sait qui a payé",
        nl="Om te innen en terug te betalen; de betaaldienst weet wie betaalde",
        de="Zum Einziehen und Erstatten; der Zahlungsdienst weiß, wer bezahlt hat",
    ),
    _IN_ACCOUNTS,
)
LEDGER: Final = (
    Sentence(
        en="Transfers of money by the numbers of order and payment",
        fr="Les mouvements d’argent, par numéro de commande et de paiement",
        nl="Overboekingen, per nummer van bestelling en betaling",
        de="Buchungen nach den Nummern von Bestellung und Zahlung",
    ),
    Sentence(
        en="The accounts, which the law has kept",
        fr="La comptabilité, que la loi impose de conserver",
        nl="De boekhouding, die de wet laat bewaren",
        de="Die Buchhaltung, die das Gesetz aufzubewahren verlangt",
    ),
    _IN_ACCOUNTS,
)
PARCELS: Final = (
    Sentence(
        en="Each parcel’s number and what its carrier said of it",
        fr="Le numéro de chaque colis et ce qu’en a dit son transporteur",
        nl="Het nummer van elk pakket en wat de vervoerder ervan zei",
        de="Die Nummer jedes Pakets und was der Paketdienst davon gemeldet hat",
    ),
    Sentence(
        en="To deliver, and to know a number that was used before; the carrier knows who received it",
        fr="Pour livrer, et pour reconnaître un numéro déjà utilisé ; le transporteur sait qui a reçu le colis",
        nl="Om te leveren, en een eerder gebruikt nummer te herkennen; de vervoerder weet wie het ontving",
        de="Zum Liefern, und um eine benutzte Nummer zu erkennen; der Paketdienst kennt den Empfänger",
    ),
    Sentence(
        en="The numbers as long as name and address are needed, as proof too; then states and days stay, and lead to nobody",
        fr="Les numéros aussi longtemps que le nom et l’adresse sont nécessaires, y compris comme preuve ; ensuite restent des états et des dates, qui ne mènent à personne",
        nl="De nummers zo lang als naam en adres nodig zijn, ook als bewijs; daarna blijven toestanden en dagen, die naar niemand leiden",
        de="Die Nummern so lange, wie Name und Anschrift benötigt werden, auch als Nachweis; dann bleiben Zustände und Tage, die zu niemandem führen",
    ),
)
POST: Final = (
    Sentence(
        en="Which e-mails were written about an order and when; neither address nor text",
        fr="Les e-mails écrits au sujet d’une commande et leur date ; ni adresse ni texte",
        nl="Welke e-mails over een bestelling zijn geschreven en wanneer; geen adres, geen tekst",
        de="Welche E-Mails zu einer Bestellung geschrieben wurden und wann; weder Adresse noch Text",
    ),
    Sentence(
        en="So that each is sent once, and as proof that it was",
        fr="Pour que chacun parte une seule fois, et pour le prouver",
        nl="Opdat elke één keer wordt verzonden, en als bewijs daarvan",
        de="Damit jede einmal gesendet wird, und als Nachweis dafür",
    ),
    Sentence(
        en="As long as name and address are needed, as proof too",
        fr="Aussi longtemps que le nom et l’adresse sont nécessaires, y compris comme preuve",
        nl="Zo lang als naam en adres nodig zijn, ook als bewijs",
        de="So lange, wie Name und Anschrift benötigt werden, auch als Nachweis",
    ),
)
EVENTS: Final = (
    Sentence(
        en="What happened, as numbers of orders, parcels, payments, letters and accounts",
        fr="Ce qui s’est passé, par numéros de commandes, colis, paiements, liens et comptes",
        nl="Wat er gebeurde, als nummers van bestellingen, pakketten, betalingen, links en accounts",
        de="Was geschah, als Nummern von Bestellungen, Paketen, Zahlungen, Links und Konten",
    ),
    Sentence(
        en="So that everything that must follow from it does, once",
        fr="Pour que tout ce qui doit s’ensuivre se fasse, une seule fois",
        nl="Opdat alles wat eruit moet volgen, één keer gebeurt",
        de="Damit alles, was daraus folgen muss, einmal geschieht",
    ),
    Sentence(
        en="Thirteen months, once everything that follows was done; the tasks made of it thirty days",
        fr="Treize mois, une fois fait tout ce qui devait s’ensuivre ; trente jours pour les tâches qui en sont nées",
        nl="Dertien maanden, zodra alles wat eruit volgt is gedaan; de taken die eruit ontstonden dertig dagen",
        de="Dreizehn Monate, sobald alles geschehen ist, was daraus folgt; die Aufgaben daraus dreißig Tage",
    ),
)
COUNTS: Final = (
    Sentence(
        en="That an order counts for a product in the list of the last thirty days",
        fr="Qu’une commande compte pour un produit dans la liste des trente derniers jours",
        nl="Dat een bestelling meetelt voor een product in de lijst van de laatste dertig dagen",
        de="Dass eine Bestellung für ein Produkt in der Liste der letzten dreißig Tage zählt",
    ),
    Sentence(
        en="The order of our lists",
        fr="Le classement de nos listes",
        nl="De volgorde van onze lijsten",
        de="Die Reihenfolge unserer Listen",
    ),
    Sentence(
        en="Thirty-one days",
        fr="Trente et un jours",
        nl="Eenendertig dagen",
        de="Einunddreißig Tage",
    ),
)
# A look and the address that it was for: `audit.actions.LOOKS_MONTHS`, and evidence.
_FIVE_YEARS: Final = Sentence(
    en="Five years",
    fr="Cinq ans",
    nl="Vijf jaar",
    de="Fünf Jahre",
)
LOOKS: Final = (
    Sentence(
        en="On which days somebody who works for the marketplace was shown the page of an order, of a seller or of a request; not who",
        fr="Les jours où une personne de la place de marché a consulté la page d’une commande, d’un vendeur ou d’une demande ; sans dire qui",
        nl="Op welke dagen iemand die voor de marktplaats werkt de pagina van een bestelling, verkoper of aanvraag heeft gezien; niet wie",
        de="An welchen Tagen jemand vom Marktplatz die Seite einer Bestellung, eines Verkäufers oder einer Anfrage gesehen hat; nicht wer",
    ),
    Sentence(
        en="They look to help with an order or a seller; that each look is written down keeps them to it",
        fr="Elles la consultent pour aider au sujet d’une commande ou d’un vendeur ; noter chaque consultation les y tient",
        nl="Zij kijken om bij een bestelling of verkoper te helpen; dat elke keer wordt vastgelegd, houdt hen daaraan",
        de="Sie sehen nach, um bei einer Bestellung oder einem Verkäufer zu helfen; dass jeder Blick festgehalten wird, hält sie dazu an",
    ),
    _FIVE_YEARS,
)
SEARCHES: Final = (
    Sentence(
        en="On which days somebody who works for the marketplace looked for your e-mail address; the address itself is not kept with it, only a code made from it",
        fr="Les jours où une personne de la place de marché a cherché votre adresse e-mail ; l’adresse n’y est pas conservée, seulement un code calculé à partir d’elle",
        nl="Op welke dagen iemand die voor de marktplaats werkt naar uw e-mailadres heeft gezocht; het adres wordt er niet bij bewaard, alleen een code die ervan is gemaakt",
        de="An welchen Tagen jemand vom Marktplatz nach Ihrer E-Mail-Adresse gesucht hat; die Adresse selbst steht nicht dabei, nur ein Code, der daraus gebildet ist",
    ),
    Sentence(
        en="So that nobody is looked up without it being known, even where nothing is found",
        fr="Pour que personne ne soit recherché sans que cela se sache, même si rien n’est trouvé",
        nl="Opdat niemand wordt opgezocht zonder dat het bekend is, ook als er niets wordt gevonden",
        de="Damit niemand unbemerkt gesucht wird, auch wenn nichts gefunden wird",
    ),
    _FIVE_YEARS,
)
AT_THE_SANDBOX: Final = (
    Sentence(
        en="What the sandbox payment provider, an outside party, keeps of a payment",
        fr="Ce que le prestataire de paiement d’essai, un tiers, conserve d’un paiement",
        nl="Wat de test-betaaldienst, een derde, van een betaling bewaart",
        de="Was der Test-Zahlungsdienst, ein Dritter, von einer Zahlung aufbewahrt",
    ),
    Sentence(
        en="To take play money; a real provider keeps its own records",
        fr="Pour prendre de l’argent fictif ; un vrai prestataire tient ses propres registres",
        nl="Om speelgeld aan te nemen; een echte betaaldienst houdt eigen gegevens bij",
        de="Um Spielgeld anzunehmen; ein echter Zahlungsdienst führt eigene Unterlagen",
    ),
    Sentence(
        en="Until the demonstration is thrown away",
        fr="Jusqu’à la fin de la démonstration",
        nl="Tot de demonstratie wordt weggegooid",
        de="Bis die Vorführung gelöscht wird",
    ),
)
