"""Who sees what of a buyer, in four languages.  The days are `orders.rules.SELLER_SEES_DAYS`; a test
compares them."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

SELLER: Final = (
    Sentence(en="The seller", fr="Le vendeur", nl="De verkoper", de="Der Verkäufer"),
    Sentence(
        en="Your name and delivery address, or your name and the pick-up point; your phone number, if you gave one; the number of the device. Not your e-mail address",
        fr="Votre nom et votre adresse de livraison, ou votre nom et le point de retrait ; votre numéro de téléphone, si vous l’avez donné ; le numéro de l’appareil. Pas votre adresse e-mail",
        nl="Uw naam en bezorgadres, of uw naam en het afhaalpunt; uw telefoonnummer, als u dat gaf; het nummer van het toestel. Niet uw e-mailadres",
        de="Ihren Namen und die Lieferanschrift, oder Ihren Namen und die Abholstelle; Ihre Telefonnummer, wenn Sie eine angegeben haben; die Nummer des Geräts. Nicht Ihre E-Mail-Adresse",
    ),
    Sentence(
        en="From the final sale until 28 days after the delivery; the number of the device stays",
        fr="De la vente définitive jusqu’à 28 jours après la livraison ; le numéro de l’appareil reste",
        nl="Vanaf de definitieve verkoop tot 28 dagen na de levering; het nummer van het toestel blijft",
        de="Vom endgültigen Verkauf bis 28 Tage nach der Lieferung; die Nummer des Geräts bleibt",
    ),
)
CARRIER: Final = (
    Sentence(en="The carrier", fr="Le transporteur", nl="De vervoerder", de="Der Paketdienst"),
    Sentence(
        en="What stands on the label: your name and address, or your name and the pick-up point; told with it and not printed: your phone number, if you gave one; before that, the postcode near which you look for one",
        fr="Ce que porte l’étiquette : votre nom et votre adresse, ou votre nom et le point de retrait ; et, communiqué sans être imprimé, votre numéro de téléphone, si vous l’avez donné ; avant cela, le code postal près duquel vous en cherchez un",
        nl="Wat op het label staat: uw naam en adres, of uw naam en het afhaalpunt; erbij gemeld en niet gedrukt: uw telefoonnummer, als u dat gaf; daarvoor de postcode waar u er een bij zoekt",
        de="Was auf dem Etikett steht: Ihren Namen und die Anschrift, oder Ihren Namen und die Abholstelle; dazu mitgeteilt und nicht aufgedruckt: Ihre Telefonnummer, wenn Sie eine angegeben haben; davor die Postleitzahl, bei der Sie eine suchen",
    ),
    Sentence(
        en="From the label on; as long as its own rules say",
        fr="Dès l’étiquette ; aussi longtemps que ses propres règles le prévoient",
        nl="Vanaf het label; zolang zijn eigen regels zeggen",
        de="Ab dem Etikett; so lange seine eigenen Regeln es vorsehen",
    ),
)
PROVIDER: Final = (
    Sentence(
        en="The payment provider",
        fr="Le prestataire de paiement",
        nl="De betaaldienst",
        de="Der Zahlungsdienst",
    ),
    Sentence(
        en="From us: the number and amount of the order, and your language. What you type there, we do not see",
        fr="De notre part : le numéro et le montant de la commande, et votre langue. Ce que vous y saisissez, nous ne le voyons pas",
        nl="Van ons: het nummer en bedrag van de bestelling, en uw taal. Wat u daar invult, zien wij niet",
        de="Von uns: Nummer und Betrag der Bestellung und Ihre Sprache. Was Sie dort eingeben, sehen wir nicht",
    ),
    Sentence(
        en="As long as its own rules say",
        fr="Aussi longtemps que ses propres règles le prévoient",
        nl="Zolang zijn eigen regels zeggen",
        de="So lange seine eigenen Regeln es vorsehen",
    ),
)
INSURER: Final = (
    Sentence(
        en="The insurer, where you insure a device",
        fr="L’assureur, si vous assurez un appareil",
        nl="De verzekeraar, als u een toestel verzekert",
        de="Der Versicherer, wenn Sie ein Gerät versichern",
    ),
    Sentence(
        en="Nothing of you from us: it gets the premium, and what you tell it yourself",
        fr="Rien de vous de notre part : il reçoit la prime, et ce que vous lui dites vous-même",
        nl="Niets over u van ons: hij krijgt de premie, en wat u hem zelf vertelt",
        de="Von uns nichts über Sie: Er erhält die Prämie und was Sie ihm selbst sagen",
    ),
    Sentence(
        en="As long as its own rules say",
        fr="Aussi longtemps que ses propres règles le prévoient",
        nl="Zolang zijn eigen regels zeggen",
        de="So lange seine eigenen Regeln es vorsehen",
    ),
)
STAFF: Final = (
    Sentence(
        en="Whoever works for the marketplace: its staff, their supervisors, and those who run its machines",
        fr="Les personnes qui travaillent pour la place de marché : son équipe, ses responsables et ceux qui font tourner ses machines",
        nl="Wie voor de marktplaats werkt: de medewerkers, hun leidinggevenden en wie de machines beheert",
        de="Wer für den Marktplatz arbeitet: die Mitarbeitenden, ihre Aufsicht und wer die Rechner betreibt",
    ),
    Sentence(
        en="All of an order, on its page and, sealed in the archive, there; your e-mail address beside what you have asked for, and in the list of those whom a breach has touched",
        fr="Toute la commande, sur sa page et, scellée dans les archives, dans celles-ci ; votre adresse e-mail à côté de ce que vous avez demandé, et dans la liste des personnes touchées par une violation",
        nl="Alles van een bestelling, op haar pagina en, verzegeld in het archief, daar; uw e-mailadres bij wat u hebt gevraagd, en in de lijst van wie door een inbreuk geraakt is",
        de="Die ganze Bestellung, auf ihrer Seite und, im Archiv versiegelt, dort; Ihre E-Mail-Adresse bei dem, was Sie verlangt haben, und in der Liste derer, die eine Verletzung betrifft",
    ),
    Sentence(
        en="As long as name and address are kept; each look at them is written down",
        fr="Aussi longtemps que le nom et l’adresse sont conservés ; chaque consultation est notée",
        nl="Zolang naam en adres worden bewaard; elke keer bekijken wordt vastgelegd",
        de="So lange Name und Anschrift aufbewahrt werden; jeder Blick darauf wird festgehalten",
    ),
)
