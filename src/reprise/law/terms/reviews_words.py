"""The sentences of reviews."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

SUBMISSION: Final = Sentence(
    en="Whether a review can be taken",
    fr="Si un avis peut être reçu",
    nl="Of een beoordeling kan worden aanvaard",
    de="Ob eine Bewertung angenommen werden kann",
)
INVITATION: Final = Sentence(
    en="When a buyer is asked for a review",
    fr="Quand on demande un avis à l’acheteur",
    nl="Wanneer een koper om een beoordeling wordt gevraagd",
    de="Wann ein Käufer um eine Bewertung gebeten wird",
)
PUBLICATION: Final = Sentence(
    en="Until when a review is published",
    fr="Jusqu’à quand un avis est publié",
    nl="Tot wanneer een beoordeling wordt gepubliceerd",
    de="Bis wann eine Bewertung veröffentlicht wird",
)
EDIT: Final = Sentence(
    en="Until when an author may change a review",
    fr="Jusqu’à quand l’auteur peut modifier un avis",
    nl="Tot wanneer een auteur een beoordeling mag wijzigen",
    de="Bis wann ein Verfasser eine Bewertung ändern darf",
)
RETENTION: Final = Sentence(
    en="How long a review stands",
    fr="Combien de temps un avis reste en ligne",
    nl="Hoe lang een beoordeling blijft staan",
    de="Wie lange eine Bewertung stehen bleibt",
)
DISPLAY: Final = Sentence(
    en="How reviews are ordered and translated",
    fr="Comment les avis sont classés et traduits",
    nl="Hoe beoordelingen worden geordend en vertaald",
    de="Wie Bewertungen geordnet und übersetzt werden",
)
LICENCE: Final = Sentence(
    en="Whether a review may be used elsewhere",
    fr="Si un avis peut être utilisé ailleurs",
    nl="Of een beoordeling elders mag worden gebruikt",
    de="Ob eine Bewertung anderswo verwendet werden darf",
)

NO_ORDER: Final = Sentence(
    en="the author has no order with this product on the platform",
    fr="l’auteur n’a pas commandé ce produit sur la plateforme",
    nl="de auteur heeft dit product niet op het platform besteld",
    de="der Verfasser hat dieses Produkt nicht auf der Plattform bestellt",
)
RATING: Final = Sentence(
    en="there is no rating of one to five",
    fr="il manque une note de 1 à 5",
    nl="er is geen score van één tot vijf",
    de="es fehlt eine Note von eins bis fünf",
)
NO_COMMENT: Final = Sentence(
    en="there is no written comment",
    fr="il manque un commentaire écrit",
    nl="er is geen geschreven commentaar",
    de="es fehlt ein geschriebener Kommentar",
)
SCORE: Final = Sentence(
    en="one of the further scores is not between one and five",
    fr="une des notes complémentaires n’est pas entre 1 et 5",
    nl="een van de extra scores ligt niet tussen één en vijf",
    de="eine der weiteren Noten liegt nicht zwischen eins und fünf",
)
NOT_DECLARED: Final = Sentence(
    en="the author has not declared to have written it or to have the permission",
    fr="l’auteur n’a pas déclaré l’avoir écrit ou en avoir l’autorisation",
    nl="de auteur heeft niet verklaard het zelf te hebben geschreven of toestemming te hebben",
    de="der Verfasser hat nicht erklärt, es selbst verfasst zu haben oder die Erlaubnis zu haben",
)
NO_LICENCE: Final = Sentence(
    en="no licence was granted",
    fr="aucune licence n’a été accordée",
    nl="er is geen licentie verleend",
    de="es wurde keine Lizenz erteilt",
)
INVITE: Final = Sentence(
    en="The product came on {delivered}; the buyer is asked {days} days later, on {day}.",
    fr="Le produit est arrivé le {delivered} ; l’avis est demandé {days} jours plus tard, le {day}.",
    nl="Het product kwam op {delivered}; de koper wordt {days} dagen later gevraagd, op {day}.",
    de="Das Produkt kam am {delivered}; der Käufer wird {days} Tage später gefragt, am {day}.",
)
NO_INVITATION: Final = Sentence(
    en="There is nothing to ask for: the product has not come, or the review is written.",
    fr="Il n’y a rien à demander : le produit n’est pas arrivé, ou l’avis est écrit.",
    nl="Er valt niets te vragen: het product is er niet, of de beoordeling is geschreven.",
    de="Es gibt nichts zu erbitten: Das Produkt ist nicht da, oder die Bewertung ist geschrieben.",
)
NO_REWARD: Final = Sentence(
    en="Nothing is ever given for a review: such an invitation is not sent.",
    fr="Rien n’est jamais donné pour un avis : une telle invitation n’est pas envoyée.",
    nl="Voor een beoordeling wordt nooit iets gegeven: zo’n uitnodiging wordt niet verstuurd.",
    de="Für eine Bewertung wird nie etwas gegeben: Eine solche Einladung wird nicht versandt.",
)
TEXT_BY: Final = Sentence(
    en="The review came on {day}; text and rating are published within {days} working day ({calendar}), until the end of {until}, whatever they say.",
    fr="L’avis est arrivé le {day} ; le texte et la note sont publiés dans un délai de {days} jour ouvré ({calendar}), jusqu’à la fin du {until}, quoi qu’ils disent.",
    nl="De beoordeling kwam op {day}; tekst en score worden binnen {days} werkdag ({calendar}) gepubliceerd, tot het einde van {until}, wat ze ook zeggen.",
    de="Die Bewertung kam am {day}; Text und Note werden binnen {days} Arbeitstag ({calendar}) veröffentlicht, bis zum Ende des {until}, was sie auch sagen.",
)
PHOTOS_BY: Final = Sentence(
    en="Photographs are looked at by a person and follow within {days} working days, until the end of {until}.",
    fr="Les photos sont examinées par une personne et suivent dans un délai de {days} jours ouvrés, jusqu’à la fin du {until}.",
    nl="Foto’s worden door een mens bekeken en volgen binnen {days} werkdagen, tot het einde van {until}.",
    de="Fotos werden von einem Menschen angesehen und folgen binnen {days} Arbeitstagen, bis zum Ende des {until}.",
)
NO_PHOTOS: Final = Sentence(
    en="One photograph breaks a rule, so none is published.",
    fr="Une photo enfreint une règle : aucune n’est publiée.",
    nl="Eén foto overtreedt een regel, dus wordt er geen gepubliceerd.",
    de="Ein Foto verstößt gegen eine Regel, also wird keines veröffentlicht.",
)
MAY_EDIT: Final = Sentence(
    en="The author may change the review within {days} days of receiving the product, until the end of {until}.",
    fr="L’auteur peut modifier l’avis dans les {days} jours qui suivent la réception du produit, jusqu’à la fin du {until}.",
    nl="De auteur mag de beoordeling wijzigen binnen {days} dagen na ontvangst van het product, tot het einde van {until}.",
    de="Der Verfasser darf die Bewertung binnen {days} Tagen nach Erhalt des Produkts ändern, bis zum Ende des {until}.",
)
TOO_LATE: Final = Sentence(
    en="The {days} days to change the review ended on {until}; deleting it is always possible.",
    fr="Les {days} jours pour modifier l’avis ont pris fin le {until} ; le supprimer reste toujours possible.",
    nl="De {days} dagen om de beoordeling te wijzigen eindigden op {until}; verwijderen kan altijd.",
    de="Die {days} Tage zum Ändern der Bewertung endeten am {until}; löschen ist immer möglich.",
)
TEN_YEARS: Final = Sentence(
    en="The review stands for {years} years, until {until}, while the product is offered.",
    fr="L’avis reste en ligne {years} ans, jusqu’au {until}, tant que le produit est proposé.",
    nl="De beoordeling blijft {years} jaar staan, tot en met {until}, zolang het product wordt aangeboden.",
    de="Die Bewertung bleibt {years} Jahre stehen, bis zum {until}, solange das Produkt angeboten wird.",
)
NO_LONGER_OFFERED: Final = Sentence(
    en="The review stands as long as the product is offered: until {until}.",
    fr="L’avis reste en ligne tant que le produit est proposé : jusqu’au {until}.",
    nl="De beoordeling blijft staan zolang het product wordt aangeboden: tot en met {until}.",
    de="Die Bewertung bleibt stehen, solange das Produkt angeboten wird: bis zum {until}.",
)
DEFAULT: Final = Sentence(
    en="the order by default does not look at rating, length and photographs",
    fr="le classement par défaut ne tient pas compte de la note, de la longueur et des photos",
    nl="de standaardvolgorde kijkt niet naar score, lengte en foto’s",
    de="die Standardreihenfolge beachtet nicht Note, Länge und Fotos",
)
SORTS: Final = Sentence(
    en="one cannot sort by time, relevance, highest and lowest rating",
    fr="on ne peut pas trier par date, pertinence, note la plus haute et la plus basse",
    nl="men kan niet sorteren op tijd, relevantie, hoogste en laagste score",
    de="man kann nicht nach Zeit, Relevanz, höchster und niedrigster Note sortieren",
)
NO_ORIGINAL: Final = Sentence(
    en="a translation does not name the first language",
    fr="une traduction n’indique pas la langue originale",
    nl="een vertaling noemt de oorspronkelijke taal niet",
    de="eine Übersetzung nennt die Originalsprache nicht",
)
NO_COUNTRY: Final = Sentence(
    en="a translation does not name the country of purchase",
    fr="une traduction n’indique pas le pays d’achat",
    nl="een vertaling noemt het land van aankoop niet",
    de="eine Übersetzung nennt das Land des Kaufs nicht",
)
GRANTED: Final = Sentence(
    en="The author granted version {version} of the licence.",
    fr="L’auteur a accordé la version {version} de la licence.",
    nl="De auteur verleende versie {version} van de licentie.",
    de="Der Verfasser hat die Fassung {version} der Lizenz erteilt.",
)
NO_GRANT: Final = Sentence(
    en="The author granted no licence.",
    fr="L’auteur n’a accordé aucune licence.",
    nl="De auteur verleende geen licentie.",
    de="Der Verfasser hat keine Lizenz erteilt.",
)
DELETED: Final = Sentence(
    en="The review was deleted on {day}: no new use begins.",
    fr="L’avis a été supprimé le {day} : aucune nouvelle utilisation ne commence.",
    nl="De beoordeling is op {day} verwijderd: er begint geen nieuw gebruik.",
    de="Die Bewertung wurde am {day} gelöscht: Es beginnt keine neue Verwendung.",
)
