"""What is held of visitors and of the partners that they accept, in four languages."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

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
