"""The sentences of dispatch."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

SHIP_BY: Final = Sentence(
    en="Until when the parcel must leave",
    fr="Jusqu’à quand le colis doit partir",
    nl="Tot wanneer het pakket moet vertrekken",
    de="Bis wann das Paket abgehen muss",
)
PROMISED: Final = Sentence(
    en="The parcel leaves within {days} working days of receipt of the payment ({paid}), by the calendar of the place of dispatch ({calendar}): until the end of {until}.",
    fr="Le colis part dans les {days} jours ouvrés qui suivent la réception du paiement ({paid}), selon le calendrier du lieu d’expédition ({calendar}) : jusqu’à la fin du {until}.",
    nl="Het pakket vertrekt binnen {days} werkdagen na ontvangst van de betaling ({paid}), volgens de kalender van de plaats van verzending ({calendar}): tot het einde van {until}.",
    de="Das Paket geht binnen {days} Werktagen (Montag bis Freitag) nach Zahlungseingang ({paid}) ab, nach dem Kalender des Versandorts ({calendar}): bis zum Ende des {until}.",
)
STATED: Final = Sentence(
    en="The seller stated a time for dispatch of its own, in working days: {days}. Counted from receipt of the payment ({paid}) by the calendar of the place of dispatch ({calendar}), the parcel leaves until the end of {until}.",
    fr="Le vendeur a indiqué son propre délai d’expédition, en jours ouvrés : {days}. Compté depuis la réception du paiement ({paid}), selon le calendrier du lieu d’expédition ({calendar}), il laisse au colis jusqu’à la fin du {until} pour partir.",
    nl="De verkoper gaf een eigen verzendtermijn op, in werkdagen: {days}. Geteld vanaf de ontvangst van de betaling ({paid}), volgens de kalender van de plaats van verzending ({calendar}), vertrekt het pakket uiterlijk aan het einde van {until}.",
    de="Der Verkäufer hat eine eigene Versandfrist in Werktagen (Montag bis Freitag) angegeben: {days}. Ab Zahlungseingang ({paid}) nach dem Kalender des Versandorts ({calendar}) gezählt, geht das Paket bis zum Ende des {until} ab.",
)
FROM_TO: Final = Sentence(
    en="{first} to {last}",
    fr="du {first} au {last}",
    nl="{first} tot en met {last}",
    de="{first} bis {last}",
)
SUSPENDED: Final = Sentence(
    en="Days on which an event outside the seller's control held dispatch up do not count in the seller's own promise: {stretches}.",
    fr="Les jours où un événement indépendant du vendeur a retardé l’expédition ne comptent pas dans le délai promis : {stretches}.",
    nl="Dagen waarop een gebeurtenis buiten de macht van de verkoper de verzending ophield, tellen niet mee in de toegezegde termijn: {stretches}.",
    de="Tage, an denen ein Ereignis außerhalb des Einflusses des Verkäufers den Versand aufhielt, zählen in der zugesagten Frist nicht mit: {stretches}.",
)
STILL_LASTS: Final = Sentence(
    en="What began on {first} still holds dispatch up: each further working day moves the end of the seller's own promise by one.",
    fr="Ce qui a commencé le {first} retarde encore l’expédition : chaque jour ouvré de plus repousse d’un jour ouvré la fin du délai promis.",
    nl="Wat op {first} begon, houdt de verzending nog op: elke werkdag meer verschuift het einde van de toegezegde termijn met een werkdag.",
    de="Was am {first} begann, hält den Versand noch auf: Jeder weitere Werktag (Montag bis Freitag) verschiebt das Ende der zugesagten Frist um einen.",
)
