"""The sentences of moderation."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

REMOVAL: Final = Sentence(
    en="Whether a review may be refused or taken off",
    fr="Si un avis peut être refusé ou retiré",
    nl="Of een beoordeling mag worden geweigerd of verwijderd",
    de="Ob eine Bewertung abgelehnt oder entfernt werden darf",
)
CONTEST: Final = Sentence(
    en="What an author gives to contest a decision",
    fr="Ce que l’auteur indique pour contester une décision",
    nl="Wat een auteur opgeeft om een beslissing te betwisten",
    de="Was ein Verfasser angibt, um eine Entscheidung anzufechten",
)
BLOCK: Final = Sentence(
    en="Whether an account may be blocked",
    fr="Si un compte peut être bloqué",
    nl="Of een account mag worden geblokkeerd",
    de="Ob ein Konto gesperrt werden darf",
)
STATISTIC: Final = Sentence(
    en="What was taken off, by number of stars",
    fr="Ce qui a été retiré, par nombre d’étoiles",
    nl="Wat is verwijderd, per aantal sterren",
    de="Was entfernt wurde, nach Zahl der Sterne",
)

ADVERTISING: Final = Sentence(en="advertising", fr="publicité", nl="reclame", de="Werbung")
DUPLICATE: Final = Sentence(
    en="published several times or from several accounts",
    fr="publié plusieurs fois ou avec plusieurs comptes",
    nl="meermaals of met meer accounts geplaatst",
    de="mehrfach oder mit mehreren Konten veröffentlicht",
)
OFF_TOPIC: Final = Sentence(en="off topic", fr="hors sujet", nl="niet ter zake", de="themenfremd")
OTHER_PRODUCT: Final = Sentence(
    en="about another product",
    fr="concerne un autre produit",
    nl="over een ander product",
    de="über ein anderes Produkt",
)
COMPETITOR: Final = Sentence(
    en="incites to buy from a competitor",
    fr="incite à acheter chez un concurrent",
    nl="zet aan tot kopen bij een concurrent",
    de="fordert zum Kauf bei einem Mitbewerber auf",
)
OFFENSIVE: Final = Sentence(
    en="political or social, obscene, insulting, sexual, defamatory, or a personal attack",
    fr="politique ou social, obscène, injurieux, sexuel, diffamatoire, ou attaque personnelle",
    nl="politiek of maatschappelijk, obsceen, beledigend, seksueel, lasterlijk, of een persoonlijke aanval",
    de="politisch oder gesellschaftlich, obszön, beleidigend, sexuell, verleumderisch oder ein persönlicher Angriff",
)
FAKE: Final = Sentence(
    en="fake, misleading, or written by the seller",
    fr="faux, trompeur ou rédigé par le vendeur",
    nl="nep, misleidend of door de verkoper geschreven",
    de="gefälscht, irreführend oder vom Verkäufer geschrieben",
)
ILLEGAL: Final = Sentence(
    en="illegal, or leading to something illegal",
    fr="illégal, ou renvoyant vers des contenus illégaux",
    nl="illegaal, of verwijzend naar iets illegaals",
    de="rechtswidrig oder auf Rechtswidriges verweisend",
)
RIGHTS_OF_OTHERS: Final = Sentence(
    en="against the rights of others, such as a face in a photograph",
    fr="contraire aux droits de tiers, par exemple un visage sur une photo",
    nl="in strijd met rechten van anderen, zoals een gezicht op een foto",
    de="gegen Rechte Dritter, etwa ein Gesicht auf einem Foto",
)
IDENTITY_THEFT: Final = Sentence(
    en="published under a stolen identity",
    fr="publié à la suite d’une usurpation d’identité",
    nl="geplaatst onder een gestolen identiteit",
    de="unter gestohlener Identität veröffentlicht",
)
PERSONAL_DATA: Final = Sentence(
    en="holds personal data or confidential information",
    fr="contient des données personnelles ou des informations confidentielles",
    nl="bevat persoonsgegevens of vertrouwelijke informatie",
    de="enthält personenbezogene Daten oder vertrauliche Angaben",
)
HATE: Final = Sentence(
    en="incites to hatred, discrimination or violence",
    fr="incite à la haine, à la discrimination ou à la violence",
    nl="zet aan tot haat, discriminatie of geweld",
    de="stachelt zu Hass, Diskriminierung oder Gewalt an",
)
BREACH_OF_LAW: Final = Sentence(
    en="otherwise against the law",
    fr="autrement contraire aux lois et règlements",
    nl="anderszins in strijd met de wet",
    de="sonst gegen Gesetze verstoßend",
)
GROUND: Final = Sentence(
    en="The ground: {ground}.",
    fr="Le motif : {ground}.",
    nl="De grond: {ground}.",
    de="Der Grund: {ground}.",
)
OWN_WISH: Final = Sentence(
    en="The author wants the review gone: that is enough.",
    fr="L’auteur souhaite la suppression de son avis : cela suffit.",
    nl="De auteur wil de beoordeling weg: dat is genoeg.",
    de="Der Verfasser will die Bewertung entfernt haben: Das genügt.",
)
NO_GROUND: Final = Sentence(
    en="there is no ground of the list",
    fr="aucun motif de la liste n’est donné",
    nl="er is geen grond uit de lijst",
    de="es gibt keinen Grund aus der Liste",
)
BY_AUTHOR: Final = Sentence(
    en="the decision looked at who wrote it",
    fr="la décision a tenu compte de l’identité de l’auteur",
    nl="de beslissing keek naar wie het schreef",
    de="die Entscheidung sah darauf, wer es schrieb",
)
NOT_BY_STAFF: Final = Sentence(
    en="the request of a third party was not handled by staff",
    fr="la demande d’un tiers n’a pas été traitée par le personnel",
    nl="het verzoek van een derde is niet door medewerkers behandeld",
    de="das Ersuchen eines Dritten wurde nicht von Mitarbeitern bearbeitet",
)
NOT_TOLD: Final = Sentence(
    en="the author was not told",
    fr="l’auteur n’a pas été informé",
    nl="de auteur is niet ingelicht",
    de="der Verfasser wurde nicht benachrichtigt",
)
NO_REASON: Final = Sentence(
    en="the author was not told the reason",
    fr="le motif n’a pas été indiqué à l’auteur",
    nl="de reden is niet aan de auteur verteld",
    de="dem Verfasser wurde der Grund nicht genannt",
)
REVIEW_DATE: Final = Sentence(
    en="the date of the review",
    fr="la date de l’avis",
    nl="de datum van de beoordeling",
    de="das Datum der Bewertung",
)
ORDER_NUMBER: Final = Sentence(
    en="the number of the order",
    fr="le numéro de la commande",
    nl="het nummer van de bestelling",
    de="die Nummer der Bestellung",
)
NOT_SERIOUS: Final = Sentence(
    en="there is neither a serious nor a repeated breach",
    fr="il n’y a ni violation grave ni violation répétée",
    nl="er is geen ernstige en geen herhaalde overtreding",
    de="es gibt weder einen schweren noch einen wiederholten Verstoß",
)
NOT_LAST_RESORT: Final = Sentence(
    en="milder means were not tried first",
    fr="des mesures moins fortes n’ont pas été tentées d’abord",
    nl="mildere middelen zijn niet eerst geprobeerd",
    de="mildere Mittel wurden nicht zuerst versucht",
)
BLOCK_NOT_TOLD: Final = Sentence(
    en="the buyer was not told at once",
    fr="l’acheteur n’a pas été informé immédiatement",
    nl="de koper is niet onmiddellijk ingelicht",
    de="der Käufer wurde nicht sofort benachrichtigt",
)
NOT_CONTESTABLE: Final = Sentence(
    en="the buyer has no way to contest it",
    fr="l’acheteur n’a aucun moyen de contester",
    nl="de koper kan het niet betwisten",
    de="der Käufer kann es nicht anfechten",
)
SUPPRESSED: Final = Sentence(
    en="Reviews that went without a ground: {count}.",
    fr="Avis retirés sans motif : {count}.",
    nl="Beoordelingen die zonder grond verdwenen: {count}.",
    de="Ohne Grund entfernte Bewertungen: {count}.",
)
ALL_GROUNDED: Final = Sentence(
    en="No review went without a ground of the list.",
    fr="Aucun avis n’a été retiré sans motif de la liste.",
    nl="Geen beoordeling verdween zonder grond uit de lijst.",
    de="Keine Bewertung wurde ohne Grund aus der Liste entfernt.",
)
