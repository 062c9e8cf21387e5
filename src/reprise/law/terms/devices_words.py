"""The sentences of devices and their papers."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

EVIDENCE: Final = Sentence(
    en="What proves that a device was wiped and tested",
    fr="Ce qui prouve qu’un appareil a été effacé et testé",
    nl="Wat bewijst dat een toestel is gewist en getest",
    de="Was beweist, dass ein Gerät gelöscht und geprüft wurde",
)
PASSPORT: Final = Sentence(
    en="Whether a missing product passport matters",
    fr="Si l’absence de passeport de produit compte",
    nl="Of een ontbrekend productpaspoort ertoe doet",
    de="Ob ein fehlender Produktpass eine Rolle spielt",
)
HINTS: Final = Sentence(
    en="What an owner may be told about repairing or selling",
    fr="Ce qu’on peut dire à un propriétaire sur la réparation ou la revente",
    nl="Wat men een eigenaar kan vertellen over herstellen of verkopen",
    de="Was man einem Besitzer über Reparatur oder Verkauf sagen kann",
)
NOT_WIPED: Final = Sentence(
    en="nothing proves that the data were erased",
    fr="rien ne prouve que les données ont été effacées",
    nl="niets bewijst dat de gegevens zijn gewist",
    de="nichts beweist, dass die Daten gelöscht wurden",
)
WIPED_LATE: Final = Sentence(
    en="the data were erased only after the device was put on sale",
    fr="les données n’ont été effacées qu’après la mise en vente",
    nl="de gegevens zijn pas gewist nadat het toestel te koop stond",
    de="die Daten wurden erst gelöscht, als das Gerät schon angeboten wurde",
)
OTHER_DEVICE: Final = Sentence(
    en="a paper belongs to another serial number",
    fr="un document porte un autre numéro de série",
    nl="een document hoort bij een ander serienummer",
    de="ein Papier gehört zu einer anderen Seriennummer",
)
NOT_DIAGNOSED: Final = Sentence(
    en="there is no report of the complete diagnosis",
    fr="il n’y a pas de rapport du diagnostic complet",
    nl="er is geen verslag van de volledige diagnose",
    de="es gibt keinen Bericht über die vollständige Diagnose",
)
NO_TEST_LIST: Final = Sentence(
    en="the list of tests for this type cannot be had on request",
    fr="la liste des tests de ce type n’est pas disponible sur demande",
    nl="de lijst van tests voor dit type is niet op aanvraag te krijgen",
    de="die Liste der Prüfungen für diesen Typ ist nicht auf Anfrage erhältlich",
)
HAS_PASSPORT: Final = Sentence(
    en="The device has a digital product passport, which is shown.",
    fr="L’appareil a un passeport numérique de produit, qui est affiché.",
    nl="Het toestel heeft een digitaal productpaspoort, dat wordt getoond.",
    de="Das Gerät hat einen digitalen Produktpass, der gezeigt wird.",
)
NO_PASSPORT: Final = Sentence(
    en="The device has no digital product passport, which keeps no device off the platform.",
    fr="L’appareil n’a pas de passeport numérique de produit, ce qui n’empêche aucun référencement.",
    nl="Het toestel heeft geen digitaal productpaspoort, wat geen enkel toestel weert.",
    de="Das Gerät hat keinen digitalen Produktpass, was kein Gerät ausschließt.",
)
REPAIR_DEAR: Final = Sentence(
    en="The repair costs more than {share} of a new device; most people give it up then.",
    fr="La réparation coûte plus de {share} du prix neuf ; la plupart des gens y renoncent alors.",
    nl="De herstelling kost meer dan {share} van een nieuw toestel; de meeste mensen zien er dan van af.",
    de="Die Reparatur kostet mehr als {share} eines neuen Geräts; die meisten verzichten dann darauf.",
)
WORTH_IT: Final = Sentence(
    en="The device is more than {years} years old: it has paid off the footprint of its making, and refurbishing is worth it.",
    fr="L’appareil a plus de {years} ans : il a amorti l’empreinte de sa fabrication, et le reconditionner en vaut la peine.",
    nl="Het toestel is meer dan {years} jaar oud: het heeft de voetafdruk van zijn productie terugverdiend, en refurbishen loont.",
    de="Das Gerät ist mehr als {years} Jahre alt: Es hat den Fußabdruck seiner Herstellung ausgeglichen, und Aufbereiten lohnt sich.",
)
NO_HINT: Final = Sentence(
    en="There is nothing to advise.",
    fr="Il n’y a rien à conseiller.",
    nl="Er is niets aan te raden.",
    de="Es gibt nichts zu raten.",
)
