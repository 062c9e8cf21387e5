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
AUDIENCE: Final = (
    Sentence(
        en="Sums from which a month’s visitors and the words they looked for are estimated",
        fr="Des sommes d’où l’on estime les visiteurs d’un mois et les mots qu’ils ont cherchés",
        nl="Sommen waaruit de bezoekers van een maand en hun zoekwoorden worden geschat",
        de="Summen, aus denen die Besucher eines Monats und ihre Suchwörter geschätzt werden",
    ),
    Sentence(
        en="To publish how many people use the shop, as the law asks, and to see what is missing",
        fr="Pour publier, comme la loi le demande, combien de personnes utilisent la boutique, et voir ce qui manque",
        nl="Om te publiceren hoeveel mensen de winkel gebruiken, zoals de wet vraagt, en te zien wat ontbreekt",
        de="Um, wie das Gesetz verlangt, zu veröffentlichen, wie viele den Shop nutzen, und zu sehen, was fehlt",
    ),
    Sentence(
        en="Until the month is closed, a day after its end",
        fr="Jusqu’à la clôture du mois, un jour après sa fin",
        nl="Tot de maand is afgesloten, een dag na het einde",
        de="Bis zum Abschluss des Monats, einen Tag nach seinem Ende",
    ),
)
BASKET: Final = (
    Sentence(
        en="What a browser has put into its basket, by a digest of the browser’s random number",
        fr="Ce qu’un navigateur a mis au panier, par une empreinte de son nombre aléatoire",
        nl="Wat een browser in de winkelwagen heeft gelegd, per digest van zijn willekeurige getal",
        de="Was ein Browser in den Warenkorb gelegt hat, nach einer Prüfsumme seiner Zufallszahl",
    ),
    Sentence(
        en="To order several devices at once",
        fr="Pour commander plusieurs appareils à la fois",
        nl="Om meerdere toestellen tegelijk te bestellen",
        de="Um mehrere Geräte auf einmal zu bestellen",
    ),
    Sentence(
        en="Until it was not touched for thirty days",
        fr="Trente jours sans modification",
        nl="Tot er dertig dagen niets in is veranderd",
        de="Bis er dreißig Tage nicht geändert wurde",
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
TRADER: Final = (
    Sentence(
        en="A seller’s name, address, e-mail, phone, registers and VAT number, version by version",
        fr="Nom, adresse, e-mail, téléphone, registres et numéro de TVA d’un vendeur, version par version",
        nl="Naam, adres, e-mail, telefoon, registers en btw-nummer van een verkoper, versie per versie",
        de="Name, Anschrift, E-Mail, Telefon, Register und USt-IdNr. eines Verkäufers, Fassung für Fassung",
    ),
    Sentence(
        en="Buyers must know with whom they contract",
        fr="Les acheteurs doivent savoir avec qui ils contractent",
        nl="Kopers moeten weten met wie zij een overeenkomst sluiten",
        de="Käufer müssen wissen, mit wem sie einen Vertrag schließen",
    ),
    Sentence(
        en="Six months after the seller’s contract. As long as it is part of a buyer’s proof, all of it; without e-mail and phone, for the accounts until ten years after the year of the last sale, the newest version also while money is owed to the seller, as long as the accounts of it",
        fr="Six mois après le contrat du vendeur. En totalité tant que cela fait partie de la preuve d’un acheteur ; sans e-mail ni téléphone, pour la comptabilité, jusqu’à dix ans après l’année de la dernière vente, la version la plus récente aussi tant que de l’argent est dû au vendeur, aussi longtemps que sa comptabilité",
        nl="Zes maanden na het contract van de verkoper. Geheel zolang het bij het bewijs van een koper hoort; zonder e-mail en telefoon, voor de boekhouding, tot tien jaar na het jaar van de laatste verkoop, de nieuwste versie ook zolang de verkoper geld tegoed heeft, even lang als de boekhouding daarvan",
        de="Sechs Monate nach dem Vertrag des Verkäufers. Vollständig, solange es zum Nachweis eines Käufers gehört; ohne E-Mail und Telefon für die Buchhaltung bis zehn Jahre nach dem Jahr des letzten Verkaufs, die neueste Fassung auch, solange dem Verkäufer Geld zusteht, so lange wie die Buchhaltung darüber",
    ),
)
PAYMENT_ACCOUNT: Final = (
    Sentence(
        en="The account to which a seller’s money goes (sealed; only its last four characters are shown), when it was entered",
        fr="Le compte qui reçoit l’argent d’un vendeur (chiffré ; seuls ses quatre derniers caractères s’affichent), sa date de saisie",
        nl="De rekening waarop het geld van een verkoper komt (versleuteld; alleen de laatste vier tekens zijn zichtbaar), wanneer die is ingevoerd",
        de="Das Konto, auf das das Geld eines Verkäufers geht (verschlüsselt; gezeigt werden nur die letzten vier Zeichen), wann es eingetragen wurde",
    ),
    Sentence(
        en="To pay the seller; the law has it asked for before anybody sells here",
        fr="Pour payer le vendeur ; la loi impose de le demander avant toute vente ici",
        nl="Om de verkoper te betalen; de wet laat ernaar vragen voordat iemand hier verkoopt",
        de="Um den Verkäufer zu bezahlen; das Gesetz verlangt, danach zu fragen, bevor hier jemand verkauft",
    ),
    Sentence(
        en="Six months after the seller’s contract, and until five years after the last year in which it sold, for the tax report; while money is owed to the seller, as long as the accounts of it, ten years after the year in which that moved last",
        fr="Six mois après le contrat du vendeur, et jusqu’à cinq ans après la dernière année de ventes, pour la déclaration fiscale ; tant que de l’argent est dû au vendeur, aussi longtemps que sa comptabilité, dix ans après l’année de son dernier mouvement",
        nl="Zes maanden na het contract van de verkoper, en tot vijf jaar na het laatste jaar waarin die verkocht, voor de belastingopgave; zolang de verkoper geld tegoed heeft, even lang als de boekhouding daarvan, tien jaar na het jaar van de laatste mutatie",
        de="Sechs Monate nach dem Vertrag des Verkäufers und bis fünf Jahre nach dem letzten Jahr, in dem er verkauft hat, für die Steuermeldung; solange dem Verkäufer Geld zusteht, so lange wie die Buchhaltung darüber, zehn Jahre nach dem Jahr, in dem es sich zuletzt bewegt hat",
    ),
)
MEMBERSHIP: Final = (
    Sentence(
        en="For which seller your account acts",
        fr="Le vendeur pour lequel votre compte agit",
        nl="Voor welke verkoper uw account handelt",
        de="Für welchen Verkäufer Ihr Konto handelt",
    ),
    Sentence(
        en="So that only the seller’s people enter its room",
        fr="Pour que seules les personnes du vendeur entrent dans son espace",
        nl="Opdat alleen mensen van de verkoper zijn ruimte betreden",
        de="Damit nur die Leute des Verkäufers in dessen Bereich kommen",
    ),
    Sentence(
        en="Until six months after the seller’s contract: so long its end can be complained of and taken back",
        fr="Jusqu’à six mois après le contrat du vendeur : sa fin peut être contestée et annulée jusque-là",
        nl="Tot zes maanden na het contract van de verkoper: zo lang kan over het einde worden geklaagd en kan het worden teruggedraaid",
        de="Bis sechs Monate nach dem Vertrag des Verkäufers: so lange kann man sich über das Ende beschweren und es zurücknehmen",
    ),
)
WHO_ACTED: Final = (
    Sentence(
        en="That an account of a seller’s or the marketplace’s people took a step or asked for a check",
        fr="Le compte d’une personne du vendeur ou de la place de marché qui a fait une étape ou demandé un contrôle",
        nl="Welk account van mensen van een verkoper of de marktplaats een stap nam of om een controle vroeg",
        de="Welches Konto von Leuten eines Verkäufers oder des Marktplatzes einen Schritt tat oder eine Prüfung wollte",
    ),
    Sentence(
        en="Proof of who acted",
        fr="La preuve de qui a agi",
        nl="Bewijs van wie handelde",
        de="Nachweis, wer gehandelt hat",
    ),
    Sentence(
        en="For good; it leads to nothing once the account is deleted",
        fr="Sans limite ; cela ne mène à rien une fois le compte supprimé",
        nl="Voorgoed; het leidt nergens heen zodra het account is verwijderd",
        de="Dauerhaft; es führt zu nichts, sobald das Konto gelöscht ist",
    ),
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
CONSENTS: Final = (
    Sentence(
        en="That somebody has accepted or withdrawn something under “My choices”, what, when, in which language and on which kind of page; under a random number that only the browser knows",
        fr="Qu’une acceptation ou un retrait a eu lieu sous « Mes choix », de quoi, quand, en quelle langue et sur quel type de page ; sous un numéro aléatoire que seul le navigateur connaît",
        nl="Dat iemand onder ‘Mijn keuzes’ iets heeft toegestaan of ingetrokken, wat, wanneer, in welke taal en op wat voor pagina; onder een toevallig nummer dat alleen de browser kent",
        de="Dass unter „Meine Auswahl“ etwas angenommen oder widerrufen wurde, was, wann, in welcher Sprache und auf welcher Art von Seite; unter einer Zufallszahl, die nur der Browser kennt",
    ),
    Sentence(
        en="To prove that nothing was kept or read without consent",
        fr="Pour prouver que rien n’a été conservé ni lu sans consentement",
        nl="Om te bewijzen dat er niets zonder toestemming is bewaard of gelezen",
        de="Um zu beweisen, dass ohne Einwilligung nichts gespeichert oder gelesen wurde",
    ),
    Sentence(
        en="Five years after it was withdrawn or had ended by itself, which it does after six months",
        fr="Cinq ans après le retrait ou la fin, qui vient d’elle-même au bout de six mois",
        nl="Tot vijf jaar nadat het is ingetrokken of vanzelf is geëindigd, wat na zes maanden gebeurt",
        de="Bis fünf Jahre nach dem Widerruf oder dem Ende, das nach sechs Monaten von selbst kommt",
    ),
)
PARTNERS: Final = (
    Sentence(
        en="Partners whose scripts are loaded for whoever has accepted them: name, address, contract, audits",
        fr="Les partenaires dont les scripts sont chargés pour qui les a acceptés : nom, adresse, contrat, audits",
        nl="Partners van wie scripts worden geladen voor wie dat heeft toegestaan: naam, adres, contract, controles",
        de="Partner, deren Skripte geladen werden, wenn jemand sie angenommen hat: Name, Anschrift, Vertrag, Prüfungen",
    ),
    Sentence(
        en="To tell visitors before they answer, and to keep watch over the partners",
        fr="Pour informer les visiteurs avant leur réponse, et pour surveiller les partenaires",
        nl="Om bezoekers te informeren voordat zij antwoorden, en om op de partners toe te zien",
        de="Um Besucher vor ihrer Antwort zu informieren, und um die Partner zu überwachen",
    ),
    Sentence(
        en="Five and a half years after the partner is loaded for nobody any more",
        fr="Cinq ans et demi après que le partenaire n’est plus chargé pour personne",
        nl="Tot vijfeneenhalf jaar nadat de partner voor niemand meer wordt geladen",
        de="Bis fünfeinhalb Jahre, nachdem der Partner für niemanden mehr geladen wird",
    ),
)
