"""What is held because somebody has a right, in four languages."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

ARCHIVE: Final = (
    Sentence(
        en="Name, address and e-mail of an order that is over, sealed, apart from the shop",
        fr="Nom, adresse et e-mail d’une commande terminée, scellés, à l’écart de la boutique",
        nl="Naam, adres en e-mail van een afgesloten bestelling, verzegeld, buiten de winkel",
        de="Name, Anschrift und E-Mail einer abgeschlossenen Bestellung, versiegelt, getrennt vom Shop",
    ),
    Sentence(
        en="Proof of the contract; whoever opens it is noted",
        fr="La preuve du contrat ; toute ouverture est consignée",
        nl="Bewijs van de overeenkomst; wie het opent, wordt genoteerd",
        de="Nachweis des Vertrags; wer öffnet, wird vermerkt",
    ),
    Sentence(
        en="Five years after the contract ended, in France ten for one of 120 euros or more; the date is shown with each order",
        fr="Cinq ans après la fin du contrat, en France dix ans à partir de 120 euros ; la date figure à chaque commande",
        nl="Vijf jaar na het einde van de overeenkomst, in Frankrijk tien vanaf 120 euro; de datum staat bij elke bestelling",
        de="Fünf Jahre nach Ende des Vertrags, in Frankreich zehn ab 120 Euro; das Datum steht bei jeder Bestellung",
    ),
)
REQUESTS: Final = (
    Sentence(
        en="What you asked for about your data, when, from which address, and what became of it",
        fr="Vos demandes sur vos données : objet, date, adresse, et la suite donnée",
        nl="Wat u over uw gegevens hebt gevraagd, wanneer, vanaf welk adres, en wat ermee is gedaan",
        de="Was Sie zu Ihren Daten verlangt haben, wann, von welcher Adresse und was daraus wurde",
    ),
    Sentence(
        en="To answer in time, and to prove that it was answered",
        fr="Répondre dans les délais, et prouver qu’une réponse a été donnée",
        nl="Om op tijd te antwoorden, en te bewijzen dat er is geantwoord",
        de="Um rechtzeitig zu antworten und es nachweisen zu können",
    ),
    Sentence(
        en="Your address 30 days after the answer, what it was recognised by five years after it",
        fr="Votre adresse : 30 jours après la réponse ; ce qui permet de vous reconnaître : cinq ans",
        nl="Uw adres 30 dagen na het antwoord, waaraan het herkend werd vijf jaar erna",
        de="Ihre Adresse 30 Tage nach der Antwort, woran sie erkannt wurde fünf Jahre danach",
    ),
)
HOLDS: Final = (
    Sentence(
        en="That your data is left as it is, because you or a claim, an authority or a guarantee needs it: why, since when, and when that ended",
        fr="Le fait que vos données sont laissées en l’état, parce que vous, un litige, une autorité ou une garantie en avez besoin : motif, début et fin",
        nl="Dat uw gegevens blijven zoals ze zijn, omdat u, een claim, een overheid of een garantie ze nodig heeft: waarom, sinds wanneer, en wanneer dat eindigde",
        de="Dass Ihre Daten belassen werden, weil Sie, ein Rechtsstreit, eine Behörde oder eine Gewährleistung sie brauchen: warum, seit wann und wann das endete",
    ),
    Sentence(
        en="So that nothing of it is archived or erased meanwhile, and to prove why it stayed",
        fr="Pour que rien n’en soit archivé ni effacé entre-temps, et pour prouver pourquoi elles sont restées",
        nl="Opdat er intussen niets van wordt gearchiveerd of gewist, en om te bewijzen waarom het bleef",
        de="Damit inzwischen nichts davon archiviert oder gelöscht wird, und um nachzuweisen, warum es blieb",
    ),
    Sentence(
        en="Until it is lifted, and five years after that",
        fr="Jusqu’à la levée de cette mesure, puis cinq ans",
        nl="Tot het wordt opgeheven, en vijf jaar daarna",
        de="Bis es aufgehoben wird, und fünf Jahre danach",
    ),
)
ACTS: Final = (
    Sentence(
        en="That your data was archived, erased, kept or opened: when, why and by whose decision",
        fr="Le fait que vos données ont été archivées, effacées, conservées ou ouvertes : date, motif, décision",
        nl="Dat uw gegevens zijn gearchiveerd, gewist, bewaard of geopend: wanneer, waarom en door wie besloten",
        de="Dass Ihre Daten archiviert, gelöscht, behalten oder geöffnet wurden: wann, warum, auf wessen Entscheidung",
    ),
    Sentence(
        en="Proof that it was done, and that it is done again if a backup is put back",
        fr="La preuve que c’est fait, et que ce sera refait si une sauvegarde est restaurée",
        nl="Bewijs dat het is gedaan, en dat het opnieuw gebeurt als een back-up wordt teruggezet",
        de="Nachweis, dass es geschah, und dass es nach dem Einspielen einer Sicherung wieder geschieht",
    ),
    Sentence(
        en="For good; it names nobody once the order’s name and address are erased",
        fr="Sans limite ; sans nom dès que le nom et l’adresse de la commande sont effacés",
        nl="Voorgoed; het noemt niemand meer zodra naam en adres van de bestelling zijn gewist",
        de="Dauerhaft; es nennt niemanden mehr, sobald Name und Anschrift der Bestellung gelöscht sind",
    ),
)
