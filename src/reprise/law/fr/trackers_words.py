"""The sentences of trackers and consent."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

CONSENT: Final = Sentence(
    en="Whether reading or writing on a device needs consent",
    fr="Si lire ou écrire sur un terminal exige un consentement",
    nl="Of lezen of schrijven op een toestel toestemming vereist",
    de="Ob Lesen oder Schreiben auf einem Gerät eine Einwilligung verlangt",
)
LAYER: Final = Sentence(
    en="Whether a choice of trackers is a fair one",
    fr="Si un choix de traceurs est loyal",
    nl="Of een keuze over trackers eerlijk is",
    de="Ob eine Wahl über Tracker fair ist",
)
MEMORY: Final = Sentence(
    en="How long a choice is remembered before it is asked again",
    fr="Combien de temps un choix est conservé avant d’être redemandé",
    nl="Hoe lang een keuze wordt onthouden voor ze opnieuw wordt gevraagd",
    de="Wie lange eine Wahl gilt, bevor erneut gefragt wird",
)
AUDIENCE: Final = Sentence(
    en="Whether audience measurement is exempt from consent",
    fr="Si une mesure d’audience est exemptée de consentement",
    nl="Of publieksmeting van toestemming is vrijgesteld",
    de="Ob eine Reichweitenmessung von der Einwilligung befreit ist",
)
ORDER: Final = Sentence(
    en="Until when an order to comply must be met or can be appealed",
    fr="Jusqu’à quand se conformer à une mise en demeure ou la contester",
    nl="Tot wanneer aan een aanmaning moet worden voldaan of beroep openstaat",
    de="Bis wann eine Anordnung zu erfüllen ist oder angefochten werden kann",
)
TRANSMISSION: Final = Sentence(
    en="The only purpose is to transmit the communication: no consent is needed.",
    fr="La seule finalité est de permettre la communication : aucun consentement n’est requis.",
    nl="Het enige doel is de communicatie over te brengen: er is geen toestemming nodig.",
    de="Der einzige Zweck ist die Übertragung der Kommunikation: Eine Einwilligung ist nicht nötig.",
)
NECESSARY: Final = Sentence(
    en="It is strictly necessary for a service that the user expressly asked for: no consent is needed.",
    fr="C’est strictement nécessaire à un service expressément demandé par l’utilisateur : aucun consentement n’est requis.",
    nl="Het is strikt noodzakelijk voor een dienst waar de gebruiker uitdrukkelijk om vroeg: er is geen toestemming nodig.",
    de="Es ist unbedingt erforderlich für einen Dienst, den der Nutzer ausdrücklich verlangt hat: Eine Einwilligung ist nicht nötig.",
)
ASK_FIRST: Final = Sentence(
    en="Nothing may be read or written before the user has consented, and been told this purpose clearly and completely.",
    fr="Rien ne peut être lu ou écrit avant que l’utilisateur ait consenti, après une information claire et complète sur cette finalité.",
    nl="Er mag niets worden gelezen of geschreven voordat de gebruiker heeft toegestemd en helder en volledig over dit doel is geïnformeerd.",
    de="Nichts darf gelesen oder geschrieben werden, bevor der Nutzer eingewilligt hat und klar und vollständig über diesen Zweck informiert wurde.",
)
CONSENTED: Final = Sentence(
    en="The user consented to this purpose and has not withdrawn.",
    fr="L’utilisateur a consenti à cette finalité et n’a pas retiré son consentement.",
    nl="De gebruiker stemde in met dit doel en heeft dat niet ingetrokken.",
    de="Der Nutzer hat in diesen Zweck eingewilligt und nicht widerrufen.",
)
FAIR: Final = Sentence(
    en="Refusing is as simple and as visible as accepting, and every purpose is told first.",
    fr="Refuser est aussi simple et aussi visible qu’accepter, et toutes les finalités sont indiquées d’abord.",
    nl="Weigeren is even eenvoudig en zichtbaar als aanvaarden, en elk doel wordt eerst verteld.",
    de="Ablehnen ist so einfach und so sichtbar wie Annehmen, und jeder Zweck wird vorher genannt.",
)
MORE_CLICKS: Final = Sentence(
    en="Refusing takes {refuse} clicks, accepting {accept}.",
    fr="Refuser demande {refuse} clics, accepter {accept}.",
    nl="Weigeren kost {refuse} klikken, aanvaarden {accept}.",
    de="Ablehnen kostet {refuse} Klicks, Annehmen {accept}.",
)
LESS_VISIBLE: Final = Sentence(
    en="Refusing is less visible than accepting by font, size, colour, contrast or layer.",
    fr="Refuser est moins visible qu’accepter par la police, la taille, la couleur, le contraste ou le niveau.",
    nl="Weigeren is minder zichtbaar dan aanvaarden door lettertype, grootte, kleur, contrast of laag.",
    de="Ablehnen ist durch Schrift, Größe, Farbe, Kontrast oder Ebene weniger sichtbar als Annehmen.",
)
PRETICKED: Final = Sentence(
    en="A box is ticked in advance.",
    fr="Une case est cochée d’avance.",
    nl="Een vakje is vooraf aangevinkt.",
    de="Ein Kästchen ist vorab angekreuzt.",
)
UNTOLD_PURPOSES: Final = Sentence(
    en="Not every purpose that needs consent is told.",
    fr="Toutes les finalités soumises au consentement ne sont pas indiquées.",
    nl="Niet elk doel dat toestemming vereist wordt verteld.",
    de="Nicht jeder einwilligungsbedürftige Zweck wird genannt.",
)
NO_WITHDRAWAL: Final = Sentence(
    en="Withdrawing is not reachable from every page, or does not stop every reading and writing.",
    fr="Le retrait n’est pas accessible depuis chaque page, ou n’arrête pas toute lecture et écriture.",
    nl="Intrekken is niet vanaf elke pagina bereikbaar, of stopt niet elk lezen en schrijven.",
    de="Der Widerruf ist nicht von jeder Seite erreichbar oder beendet nicht jedes Lesen und Schreiben.",
)
REMEMBERED: Final = Sentence(
    en="A choice, yes or no, made on {chosen} is kept for {months} months: it is asked again from {again}.",
    fr="Un choix, oui ou non, fait le {chosen} est conservé {months} mois : il est redemandé à partir du {again}.",
    nl="Een keuze, ja of nee, van {chosen} wordt {months} maanden bewaard: vanaf {again} wordt ze opnieuw gevraagd.",
    de="Eine Wahl, Ja oder Nein, vom {chosen} gilt {months} Monate: ab dem {again} wird erneut gefragt.",
)
CHANGED: Final = Sentence(
    en="A purpose or a partner has changed since: the choice is asked again at once.",
    fr="Une finalité ou un partenaire a changé depuis : le choix est redemandé aussitôt.",
    nl="Een doel of een partner is sindsdien veranderd: de keuze wordt meteen opnieuw gevraagd.",
    de="Ein Zweck oder ein Partner hat sich seither geändert: Es wird sofort erneut gefragt.",
)
AUDIENCE_EXEMPT: Final = Sentence(
    en="The measurement serves only the publisher and yields anonymous statistics: it is exempt.",
    fr="La mesure ne sert que l’éditeur et ne produit que des statistiques anonymes : elle est exemptée.",
    nl="De meting dient alleen de uitgever en levert anonieme statistieken: ze is vrijgesteld.",
    de="Die Messung dient nur dem Betreiber und ergibt anonyme Statistiken: Sie ist befreit.",
)
AUDIENCE_NOT_EXEMPT: Final = Sentence(
    en="The measurement follows users elsewhere, is crossed with other data or is not anonymous: consent is needed.",
    fr="La mesure suit les utilisateurs ailleurs, est croisée avec d’autres données ou n’est pas anonyme : il faut un consentement.",
    nl="De meting volgt gebruikers elders, wordt met andere gegevens gekruist of is niet anoniem: toestemming is nodig.",
    de="Die Messung verfolgt Nutzer anderswo, wird mit anderen Daten verknüpft oder ist nicht anonym: Eine Einwilligung ist nötig.",
)
AUDIENCE_LONG: Final = Sentence(
    en="A tracker lives at most {tracker} months without extension, and its data at most {data}.",
    fr="Un traceur vit au plus {tracker} mois sans prolongation, et ses données au plus {data}.",
    nl="Een tracker leeft hoogstens {tracker} maanden zonder verlenging, en zijn gegevens hoogstens {data}.",
    de="Ein Tracker lebt höchstens {tracker} Monate ohne Verlängerung, seine Daten höchstens {data}.",
)
COMPLY: Final = Sentence(
    en="{months} months from {event}: until the end of {until}.",
    fr="{months} mois à partir du {event} : jusqu’à la fin du {until}.",
    nl="{months} maanden vanaf {event}: tot het einde van {until}.",
    de="{months} Monate ab dem {event}: bis zum Ende des {until}.",
)
RECORD: Final = Sentence(
    en="What proves a choice of trackers",
    fr="Ce qui prouve un choix de traceurs",
    nl="Wat een keuze van trackers bewijst",
    de="Was eine Wahl von Trackern beweist",
)
TOO_MUCH: Final = Sentence(
    en="It names the person, where a pseudonym is enough.",
    fr="Il nomme la personne, alors qu’un pseudonyme suffit.",
    nl="Het noemt de persoon, terwijl een pseudoniem volstaat.",
    de="Es nennt die Person, wo ein Pseudonym genügt.",
)
TRACES: Final = {
    "pseudonym": Sentence("a pseudonym", "un pseudonyme", "een pseudoniem", "ein Pseudonym"),
    "instant": Sentence("the instant", "l’instant", "het tijdstip", "der Zeitpunkt"),
    "version": Sentence(
        "the version of what was shown",
        "la version de ce qui était affiché",
        "de versie van wat werd getoond",
        "die Fassung dessen, was gezeigt wurde",
    ),
    "text": Sentence(
        "the text shown", "le texte affiché", "de getoonde tekst", "der gezeigte Text"
    ),
    "purposes": Sentence(
        "the choice for each purpose",
        "le choix pour chaque finalité",
        "de keuze voor elk doel",
        "die Wahl für jeden Zweck",
    ),
    "partners": Sentence(
        "the choice for each partner",
        "le choix pour chaque partenaire",
        "de keuze voor elke partner",
        "die Wahl für jeden Partner",
    ),
    "page": Sentence(
        "the page on which it was made",
        "la page où il a été fait",
        "de pagina waarop ze is gemaakt",
        "die Seite, auf der sie getroffen wurde",
    ),
}
