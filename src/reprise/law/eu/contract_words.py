"""The sentences of what comes before the contract."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

INFORMATION: Final = Sentence(
    en="What the buyer is told before the contract",
    fr="Ce qui est dit à l’acheteur avant le contrat",
    nl="Wat de koper vóór de overeenkomst te horen krijgt",
    de="Worüber der Käufer vor dem Vertrag informiert wird",
)
QUOTE: Final = Sentence(
    en="How the whole price is shown",
    fr="Comment le prix total est indiqué",
    nl="Hoe de totale prijs wordt getoond",
    de="Wie der Gesamtpreis angegeben wird",
)
BUTTON: Final = Sentence(
    en="The words on the order button",
    fr="Les mots du bouton de commande",
    nl="De woorden op de bestelknop",
    de="Die Wörter auf der Bestellschaltfläche",
)

CHARACTERISTICS: Final = Sentence(
    en="the main characteristics of the goods",
    fr="les caractéristiques essentielles du bien",
    nl="de voornaamste kenmerken van het goed",
    de="die wesentlichen Eigenschaften der Ware",
)
SELLER: Final = Sentence(
    en="who the seller is, with address, telephone and e-mail",
    fr="l’identité du vendeur, avec adresse, téléphone et courriel",
    nl="wie de verkoper is, met adres, telefoon en e-mail",
    de="wer der Verkäufer ist, mit Anschrift, Telefon und E-Mail",
)
PRICE: Final = Sentence(
    en="the total price with all taxes",
    fr="le prix total, toutes taxes comprises",
    nl="de totale prijs met alle belastingen",
    de="der Gesamtpreis einschließlich aller Steuern",
)
DELIVERY_COST: Final = Sentence(
    en="the cost of delivery",
    fr="les frais de livraison",
    nl="de leveringskosten",
    de="die Lieferkosten",
)
SERVICE_FEE: Final = Sentence(
    en="the platform's service fee",
    fr="les frais de service de la plateforme",
    nl="de servicekosten van het platform",
    de="die Servicegebühr der Plattform",
)
LEVY: Final = Sentence(
    en="the amount of the private copying levy",
    fr="le montant de la redevance pour copie privée",
    nl="het bedrag van de thuiskopieheffing",
    de="der Betrag der Privatkopieabgabe",
)
PAYMENT_AND_DELIVERY: Final = Sentence(
    en="how payment and delivery work, and until when",
    fr="les modalités de paiement et de livraison, et la date limite",
    nl="hoe betaling en levering verlopen, en tot wanneer",
    de="wie Zahlung und Lieferung ablaufen und bis wann",
)
WITHDRAWAL: Final = Sentence(
    en="the right of withdrawal, its period and how to use it",
    fr="le droit de rétractation, son délai et la façon de l’exercer",
    nl="het herroepingsrecht, de termijn en hoe het te gebruiken",
    de="das Widerrufsrecht, seine Frist und wie es ausgeübt wird",
)
MODEL_FORM: Final = Sentence(
    en="the model withdrawal form",
    fr="le modèle de formulaire de rétractation",
    nl="het modelformulier voor herroeping",
    de="das Muster-Widerrufsformular",
)
RETURN_COST: Final = Sentence(
    en="that the buyer pays for sending the goods back",
    fr="que l’acheteur paie le renvoi du bien",
    nl="dat de koper het terugsturen betaalt",
    de="dass der Käufer die Rücksendung bezahlt",
)
FUNCTION: Final = Sentence(
    en="that there is a withdrawal function online, and where",
    fr="l’existence d’une fonctionnalité de rétractation en ligne, et son emplacement",
    nl="dat er online een herroepingsfunctie is, en waar",
    de="dass es online eine Widerrufsfunktion gibt und wo",
)
LEGAL_GUARANTEE: Final = Sentence(
    en="the legal guarantee of conformity",
    fr="la garantie légale de conformité",
    nl="de wettelijke garantie van conformiteit",
    de="das gesetzliche Gewährleistungsrecht",
)
NOTICE: Final = Sentence(
    en="the harmonised notice on the legal guarantee",
    fr="la notice harmonisée sur la garantie légale",
    nl="de geharmoniseerde kennisgeving over de wettelijke garantie",
    de="die harmonisierte Mitteilung über das Gewährleistungsrecht",
)
COMMERCIAL_GUARANTEE: Final = Sentence(
    en="the commercial guarantee and its conditions",
    fr="la garantie commerciale et ses conditions",
    nl="de commerciële garantie en haar voorwaarden",
    de="die gewerbliche Garantie und ihre Bedingungen",
)
MEDIATOR: Final = Sentence(
    en="the consumer mediator, with address and link",
    fr="le médiateur de la consommation, avec adresse et lien",
    nl="de consumentenbemiddelaar, met adres en link",
    de="die Schlichtungsstelle, mit Anschrift und Link",
)
RANKING: Final = Sentence(
    en="the main parameters that rank the offers",
    fr="les principaux paramètres de classement des offres",
    nl="de belangrijkste parameters die het aanbod rangschikken",
    de="die Hauptparameter, nach denen die Angebote gereiht werden",
)
TRADER: Final = Sentence(
    en="whether the other side has declared to be a trader",
    fr="si l’autre partie a déclaré être un professionnel",
    nl="of de andere partij heeft verklaard handelaar te zijn",
    de="ob die andere Seite erklärt hat, Unternehmer zu sein",
)
NO_CONSUMER_LAW: Final = Sentence(
    en="that consumer law does not apply to this contract",
    fr="que le droit de la consommation ne s’applique pas à ce contrat",
    nl="dat het consumentenrecht niet geldt voor deze overeenkomst",
    de="dass das Verbraucherrecht für diesen Vertrag nicht gilt",
)
DUTIES: Final = Sentence(
    en="who of platform and seller owes what",
    fr="qui, de la plateforme et du vendeur, doit quoi",
    nl="wie van platform en verkoper wat verschuldigd is",
    de="wer von Plattform und Verkäufer was schuldet",
)

TAXES_LEFT_OUT: Final = Sentence(
    en="the price does not hold all taxes",
    fr="le prix n’est pas toutes taxes comprises",
    nl="de prijs bevat niet alle belastingen",
    de="der Preis enthält nicht alle Steuern",
)
DELIVERY_NOT_SHOWN: Final = Sentence(
    en="the cost of delivery was not shown before the order",
    fr="les frais de livraison n’ont pas été indiqués avant la commande",
    nl="de leveringskosten zijn niet vóór de bestelling getoond",
    de="die Lieferkosten wurden nicht vor der Bestellung gezeigt",
)
FEE_NOT_SHOWN: Final = Sentence(
    en="the service fee was not shown by itself before the order",
    fr="les frais de service n’ont pas été indiqués séparément avant la commande",
    nl="de servicekosten zijn niet apart vóór de bestelling getoond",
    de="die Servicegebühr wurde nicht einzeln vor der Bestellung gezeigt",
)
PRE_TICKED: Final = Sentence(
    en="the insurance was ticked beforehand",
    fr="l’assurance était cochée d’avance",
    nl="de verzekering was vooraf aangevinkt",
    de="die Versicherung war vorab angekreuzt",
)
TOTAL_DIFFERS: Final = Sentence(
    en="the total shown is not the sum of its parts",
    fr="le total indiqué n’est pas la somme de ses parties",
    nl="het getoonde totaal is niet de som van de delen",
    de="die gezeigte Summe entspricht nicht ihren Teilen",
)
CHARGED_MORE: Final = Sentence(
    en="more was charged than was shown",
    fr="le montant débité dépasse le montant indiqué",
    nl="er is meer aangerekend dan getoond",
    de="es wurde mehr abgebucht als gezeigt",
)
PARTS: Final = Sentence(
    en="Goods, delivery, service fee, levies and what the buyer chose come to {total}.",
    fr="Bien, livraison, frais de service, redevances et options choisies font {total}.",
    nl="Goed, levering, servicekosten, heffingen en wat de koper koos maken samen {total}.",
    de="Ware, Lieferung, Servicegebühr, Abgaben und vom Käufer Gewähltes ergeben {total}.",
)
GIVE_BACK: Final = Sentence(
    en="What was charged for the extra that the buyer did not choose is given back: {amount}.",
    fr="Ce qui a été prélevé pour l’option que l’acheteur n’a pas choisie est rendu : {amount}.",
    nl="Wat is aangerekend voor de optie die de koper niet koos, wordt terugbetaald: {amount}.",
    de="Was für die nicht gewählte Zusatzleistung berechnet wurde, wird zurückgezahlt: {amount}.",
)

THE_WORDS: Final = Sentence(
    en="The button carries the words that the text itself gives: “{words}”.",
    fr="Le bouton porte la mention que le texte donne lui-même : « {words} ».",
    nl="De knop draagt de woorden die de tekst zelf geeft: “{words}”.",
    de="Die Schaltfläche trägt die Wörter, die der Text selbst nennt: „{words}“.",
)
OTHER_WORDS: Final = Sentence(
    en="The button says “{words}”: whether that says as clearly that the order must be paid, a person decides.",
    fr="Le bouton indique « {words} » : une personne décide si cela dit aussi clairement que la commande oblige à payer.",
    nl="De knop zegt “{words}”: of dat even duidelijk zegt dat de bestelling betaald moet worden, beslist een mens.",
    de="Die Schaltfläche sagt „{words}“: Ob das ebenso eindeutig die Zahlungspflicht ausdrückt, entscheidet ein Mensch.",
)
CLEAR: Final = Sentence(
    en="The button says “{words}”, which was judged to say as clearly that the order must be paid.",
    fr="Le bouton indique « {words} », ce qui a été jugé dire aussi clairement que la commande oblige à payer.",
    nl="De knop zegt “{words}”, wat volgens het oordeel even duidelijk zegt dat de bestelling betaald moet worden.",
    de="Die Schaltfläche sagt „{words}“, was nach Beurteilung ebenso eindeutig die Zahlungspflicht ausdrückt.",
)
NOT_CLEAR: Final = Sentence(
    en="The button says “{words}” or cannot be read easily: it does not make clear that the order must be paid.",
    fr="Le bouton indique « {words} » ou ne se lit pas facilement : il ne dit pas clairement que la commande oblige à payer.",
    nl="De knop zegt “{words}” of is niet goed leesbaar: hij maakt niet duidelijk dat de bestelling betaald moet worden.",
    de="Die Schaltfläche sagt „{words}“ oder ist nicht gut lesbar: Die Zahlungspflicht wird nicht deutlich.",
)
NOT_BOUND: Final = Sentence(
    en="The buyer is not bound by the contract or the order.",
    fr="L’acheteur n’est pas lié par le contrat ou la commande.",
    nl="De koper is niet gebonden door de overeenkomst of de bestelling.",
    de="Der Käufer ist durch den Vertrag oder die Bestellung nicht gebunden.",
)
NO_CONTRACT: Final = Sentence(
    en="No contract has come about.",
    fr="Aucun contrat ne s’est formé.",
    nl="Er is geen overeenkomst tot stand gekomen.",
    de="Es ist kein Vertrag zustande gekommen.",
)
VOIDABLE: Final = Sentence(
    en="The buyer may have the contract annulled.",
    fr="L’acheteur peut faire annuler le contrat.",
    nl="De koper kan de overeenkomst vernietigen.",
    de="Der Käufer kann den Vertrag für nichtig erklären lassen.",
)
ORDER_PAGE: Final = Sentence(
    en="What is recalled just before the order",
    fr="Ce qui est rappelé juste avant la commande",
    nl="Wat vlak vóór de bestelling wordt herhaald",
    de="Was unmittelbar vor der Bestellung wiederholt wird",
)
DURATION: Final = Sentence(
    en="the length of the contract and of its shortest obligations",
    fr="la durée du contrat et la durée minimale de ses obligations",
    nl="de duur van de overeenkomst en de minimumduur van de verplichtingen",
    de="die Laufzeit des Vertrags und die Mindestdauer der Pflichten",
)
PAYMENT_MEANS: Final = Sentence(
    en="the accepted means of payment, at the latest when ordering begins",
    fr="les moyens de paiement acceptés, au plus tard au début du processus de commande",
    nl="de aanvaarde betaalmiddelen, uiterlijk bij het begin van het bestellen",
    de="die akzeptierten Zahlungsmittel, spätestens bei Beginn des Bestellvorgangs",
)
DELIVERY_LIMITS: Final = Sentence(
    en="restrictions of delivery, at the latest when ordering begins",
    fr="les restrictions de livraison, au plus tard au début du processus de commande",
    nl="beperkingen van de levering, uiterlijk bij het begin van het bestellen",
    de="Lieferbeschränkungen, spätestens bei Beginn des Bestellvorgangs",
)
