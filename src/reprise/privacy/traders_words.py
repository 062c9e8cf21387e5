"""What is held of sellers and of who acts, for them or for us, in four languages."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

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
