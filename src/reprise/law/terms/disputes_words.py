"""The sentences of disputes."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

LADDER: Final = Sentence(
    en="What to do in a dispute",
    fr="Que faire en cas de litige",
    nl="Wat te doen bij een geschil",
    de="Was bei einem Streit zu tun ist",
)
CLAUSES: Final = Sentence(
    en="Clauses on disputes that must not stand in terms",
    fr="Clauses sur les litiges qui n’ont pas leur place dans des conditions",
    nl="Bedingen over geschillen die niet in voorwaarden thuishoren",
    de="Klauseln über Streitigkeiten, die nicht in Bedingungen stehen dürfen",
)

ASK: Final = Sentence(
    en="First the buyer and the trader try to find a solution together.",
    fr="L’acheteur et le professionnel cherchent d’abord une solution amiable.",
    nl="Eerst zoeken koper en handelaar samen een oplossing.",
    de="Zuerst suchen Käufer und Händler gemeinsam eine Lösung.",
)
MEDIATE: Final = Sentence(
    en="The buyer may turn to the consumer mediator: {mediator}, {address}.",
    fr="L’acheteur peut recourir au médiateur de la consommation : {mediator}, {address}.",
    nl="De koper kan terecht bij de consumentenbemiddelaar: {mediator}, {address}.",
    de="Der Käufer kann sich an die Schlichtungsstelle für Verbraucher wenden: {mediator}, {address}.",
)
MEDIATE_FREELY: Final = Sentence(
    en="The buyer may turn to the consumer mediator, free of charge: {mediator}, {address}.",
    fr="L’acheteur peut recourir gratuitement au médiateur de la consommation : {mediator}, {address}.",
    nl="De koper kan kosteloos terecht bij de consumentenbemiddelaar: {mediator}, {address}.",
    de="Der Käufer kann sich kostenlos an die Schlichtungsstelle für Verbraucher wenden: {mediator}, {address}.",
)
NO_NEED: Final = Sentence(
    en="Mediation is voluntary. A court remains open: {courts}.",
    fr="La médiation est facultative. Le tribunal reste ouvert : {courts}.",
    nl="Bemiddeling is vrijwillig. De rechter blijft openstaan: {courts}.",
    de="Die Schlichtung ist freiwillig. Der Rechtsweg bleibt offen: {courts}.",
)
COURT: Final = Sentence(
    en="The buyer may go to court: {courts}.",
    fr="L’acheteur peut saisir le tribunal : {courts}.",
    nl="De koper kan naar de rechter: {courts}.",
    de="Der Käufer kann vor Gericht gehen: {courts}.",
)
COURTS_OF_CHOICE: Final = Sentence(
    en="at the buyer's choice, where the buyer lived when the contract was made or when the harm was done, at the platform's seat, or where the goods were really delivered",
    fr="au choix de l’acheteur, celui du lieu où il demeurait à la conclusion du contrat ou à la survenance du fait dommageable, du siège de la plateforme ou de la livraison effective",
    nl="naar keuze van de koper die van de plaats waar hij woonde bij het sluiten van de overeenkomst of bij het schadefeit, van de zetel van het platform, of van de werkelijke levering",
    de="nach Wahl des Käufers am Ort, an dem er bei Vertragsschluss oder beim schädigenden Ereignis wohnte, am Sitz der Plattform oder am Ort der tatsächlichen Lieferung",
)
BELGIAN_COURTS: Final = Sentence(
    en="the Belgian courts, under Belgian law",
    fr="les tribunaux belges, selon le droit belge",
    nl="de Belgische rechtbanken, naar Belgisch recht",
    de="die belgischen Gerichte, nach belgischem Recht",
)
BELGIAN_MEDIATOR: Final = Sentence(
    en="Service de Médiation pour le Consommateur",
    fr="Service de Médiation pour le Consommateur",
    nl="Consumentenombudsdienst (Service de Médiation pour le Consommateur)",
    de="Service de Médiation pour le Consommateur",
)
CLOSED_PLATFORM: Final = Sentence(
    en="the text names the European platform for online dispute resolution, closed on 20 July 2025",
    fr="le texte cite la plateforme européenne de règlement en ligne des litiges, fermée le 20 juillet 2025",
    nl="de tekst noemt het Europese platform voor onlinegeschillenbeslechting, gesloten op 20 juli 2025",
    de="der Text nennt die europäische Plattform zur Online-Streitbeilegung, die am 20. Juli 2025 geschlossen wurde",
)
FOREIGN_CASE_LAW: Final = Sentence(
    en="the text refers to French case law although another law is chosen",
    fr="le texte renvoie à la jurisprudence française alors qu’une autre loi est choisie",
    nl="de tekst verwijst naar Franse rechtspraak hoewel een ander recht is gekozen",
    de="der Text verweist auf französische Rechtsprechung, obwohl ein anderes Recht gewählt ist",
)
