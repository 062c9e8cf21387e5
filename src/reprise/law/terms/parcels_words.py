"""The sentences of parcels that went wrong."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

CLAIM: Final = Sentence(
    en="A parcel that came damaged, not as ordered, empty or not at all",
    fr="Un colis arrivé endommagé, non conforme, vide ou pas du tout",
    nl="Een pakket dat beschadigd, niet conform, leeg of helemaal niet aankwam",
    de="Ein Paket, das beschädigt, nicht wie bestellt, leer oder gar nicht ankam",
)
UNCOLLECTED: Final = Sentence(
    en="A parcel that nobody collected",
    fr="Un colis que personne n’a retiré",
    nl="Een pakket dat niemand ophaalde",
    de="Ein Paket, das niemand abgeholt hat",
)

PHOTOS: Final = Sentence(
    en="photographs of the parcel",
    fr="des photos du colis",
    nl="foto’s van het pakket",
    de="Fotos des Pakets",
)
STATEMENT: Final = Sentence(
    en="a signed statement on the buyer's honour",
    fr="une attestation sur l’honneur signée",
    nl="een ondertekende verklaring op erewoord",
    de="eine unterschriebene ehrenwörtliche Erklärung",
)
ORDER_NUMBER: Final = Sentence(
    en="the order number",
    fr="le numéro de commande",
    nl="het bestelnummer",
    de="die Bestellnummer",
)
PARCEL_NUMBER: Final = Sentence(
    en="the parcel number",
    fr="le numéro de colis",
    nl="het pakketnummer",
    de="die Paketnummer",
)
IDENTITY: Final = Sentence(
    en="an identity check online, or valid papers in the name of the order",
    fr="une vérification d’identité en ligne, ou une pièce en cours de validité au nom de la commande",
    nl="een identiteitscontrole online, of een geldig document op naam van de bestelling",
    de="eine Identitätsprüfung online oder gültige Papiere auf den Namen der Bestellung",
)
SELLERS_RISK: Final = Sentence(
    en="Until the buyer has the goods in hand the risk is the seller's: what is missing is asked for, and no claim is rejected by itself.",
    fr="Tant que l’acheteur n’a pas pris possession du bien, le risque est au vendeur : ce qui manque est demandé, et aucune réclamation n’est rejetée d’office.",
    nl="Zolang de koper het goed niet in bezit heeft, draagt de verkoper het risico: wat ontbreekt wordt gevraagd, en geen klacht wordt automatisch afgewezen.",
    de="Solange der Käufer die Ware nicht in Besitz hat, trägt der Verkäufer die Gefahr: Fehlendes wird nachgefordert, und keine Reklamation wird von selbst abgelehnt.",
)
OWN_CARRIER: Final = Sentence(
    en="The buyer commissioned this carrier, so the risk passed on handing over to it; all the same what is missing is asked for, and no claim is rejected by itself.",
    fr="L’acheteur a lui-même chargé ce transporteur : le risque est passé à la remise ; ce qui manque est néanmoins demandé, et aucune réclamation n’est rejetée d’office.",
    nl="De koper heeft deze vervoerder zelf ingeschakeld, dus het risico ging over bij de afgifte aan hem; toch wordt gevraagd wat ontbreekt, en geen klacht wordt automatisch afgewezen.",
    de="Der Käufer hat diesen Beförderer selbst beauftragt, die Gefahr ging also mit der Übergabe an ihn über; dennoch wird Fehlendes nachgefordert, und keine Reklamation wird von selbst abgelehnt.",
)
NO_NUMBER: Final = Sentence(
    en="The parcel has no number that the buyer could know, so nobody asks for it.",
    fr="Le colis n’a pas de numéro que l’acheteur puisse connaître : il n’est donc pas demandé.",
    nl="Het pakket heeft geen nummer dat de koper kan kennen, dus wordt het niet gevraagd.",
    de="Das Paket hat keine Nummer, die der Käufer kennen könnte; sie wird daher nicht verlangt.",
)
NO_RESERVES: Final = Sentence(
    en="No reserves were written on the delivery note; they cannot be written afterwards, so nobody asks for them and the claim is decided without them.",
    fr="Aucune réserve n’a été inscrite sur le bon de livraison ; elles ne peuvent plus l’être, si bien qu’elles ne sont pas demandées et que la réclamation est tranchée sans elles.",
    nl="Er werd geen voorbehoud op de leveringsbon geschreven; dat kan achteraf niet meer, dus wordt het niet gevraagd en wordt over de klacht zonder voorbehoud beslist.",
    de="Auf dem Lieferschein wurden keine Vorbehalte vermerkt; das lässt sich nicht nachholen, sie werden daher nicht verlangt, und über die Reklamation wird ohne sie entschieden.",
)
GUARANTEED: Final = Sentence(
    en="A device that came damaged or not as ordered falls under the guarantee of conformity too: two months from noticing it to tell the seller are enough, and a clause agreed beforehand that wanted reserves as well would be void there.",
    fr="Un appareil arrivé endommagé ou non conforme relève aussi de la garantie de conformité : il suffit d’en informer le vendeur dans les deux mois de la constatation, et une clause convenue auparavant qui exigerait en outre des réserves y serait nulle.",
    nl="Een toestel dat beschadigd of niet conform aankwam, valt ook onder de garantie van overeenstemming: het volstaat de verkoper binnen twee maanden na de vaststelling in te lichten, en een vooraf overeengekomen beding dat daarbij voorbehoud eist, zou daar nietig zijn.",
    de="Ein Gerät, das beschädigt oder nicht wie bestellt ankam, fällt auch unter die Gewähr für Vertragsmäßigkeit: Es genügt, den Verkäufer binnen zwei Monaten nach der Feststellung zu unterrichten, und eine vorher vereinbarte Klausel, die außerdem Vorbehalte verlangte, wäre dort nichtig.",
)
KEEP: Final = Sentence(
    en="The buyer keeps the parcel for {days} days, until {until}, so that the carrier can collect it.",
    fr="L’acheteur conserve le colis {days} jours, jusqu’au {until}, pour que le transporteur puisse l’enlever.",
    nl="De koper bewaart het pakket {days} dagen, tot en met {until}, zodat de vervoerder het kan ophalen.",
    de="Der Käufer bewahrt das Paket {days} Tage auf, bis zum {until}, damit der Beförderer es abholen kann.",
)
DELETE: Final = Sentence(
    en="The copy of the identity papers is deleted when the claim is closed.",
    fr="La copie de la pièce d’identité est supprimée à la clôture de la réclamation.",
    nl="De kopie van het identiteitsdocument wordt verwijderd zodra de klacht is afgesloten.",
    de="Die Kopie der Ausweispapiere wird gelöscht, sobald die Reklamation abgeschlossen ist.",
)
ASK_FIRST: Final = Sentence(
    en="The buyer is asked first: a second parcel for {cost}, or the money back.",
    fr="On demande d’abord à l’acheteur : un second envoi pour {cost}, ou le remboursement.",
    nl="De koper wordt eerst gevraagd: een tweede zending voor {cost}, of het geld terug.",
    de="Zuerst wird der Käufer gefragt: ein zweiter Versand für {cost} oder das Geld zurück.",
)
MONEY_INSTEAD: Final = Sentence(
    en="The buyer would rather have the money: the order is cancelled.",
    fr="L’acheteur préfère être remboursé : la commande est annulée.",
    nl="De koper heeft liever het geld terug: de bestelling wordt geannuleerd.",
    de="Der Käufer möchte lieber das Geld zurück: Die Bestellung wird storniert.",
)
SENT_AGAIN: Final = Sentence(
    en="The parcel was offered and not collected: it is sent again at the buyer's cost, {cost}.",
    fr="Le colis a été présenté et n’a pas été retiré : il est renvoyé aux frais de l’acheteur, {cost}.",
    nl="Het pakket werd aangeboden en niet opgehaald: het wordt opnieuw verzonden op kosten van de koper, {cost}.",
    de="Das Paket wurde angeboten und nicht abgeholt: Es wird auf Kosten des Käufers erneut versandt, {cost}.",
)
REFUSED: Final = Sentence(
    en="The buyer refused the parcel; the terms put a second one on the buyer only where nobody fetched the first: it is sent again at the seller's cost.",
    fr="L’acheteur a refusé le colis ; les conditions ne mettent un second envoi à sa charge que si personne n’a retiré le premier : il est renvoyé aux frais du vendeur.",
    nl="De koper weigerde het pakket; de voorwaarden leggen een tweede zending alleen bij de koper als niemand de eerste ophaalde: het wordt opnieuw verzonden op kosten van de verkoper.",
    de="Der Käufer hat das Paket verweigert; die Bedingungen legen ihm einen zweiten Versand nur auf, wenn niemand das erste abgeholt hat: Es wird auf Kosten des Verkäufers erneut versandt.",
)
WENT_BACK: Final = Sentence(
    en="The parcel did not go back because nobody fetched it; the way to the buyer is the seller's business: it is sent again at the seller's cost.",
    fr="Le colis n’est pas revenu faute d’avoir été retiré ; son acheminement incombe au vendeur : il est renvoyé aux frais du vendeur.",
    nl="Het pakket ging niet terug omdat niemand het ophaalde; de weg naar de koper is zaak van de verkoper: het wordt opnieuw verzonden op kosten van de verkoper.",
    de="Das Paket ging nicht zurück, weil es niemand abgeholt hätte; der Weg zum Käufer ist Sache des Verkäufers: Es wird auf Kosten des Verkäufers erneut versandt.",
)
NEVER_OFFERED: Final = Sentence(
    en="The parcel was never really offered to the buyer: it is sent again at the seller's cost.",
    fr="Le colis n’a jamais été réellement présenté à l’acheteur : il est renvoyé aux frais du vendeur.",
    nl="Het pakket is de koper nooit echt aangeboden: het wordt opnieuw verzonden op kosten van de verkoper.",
    de="Das Paket wurde dem Käufer nie wirklich angeboten: Es wird auf Kosten des Verkäufers erneut versandt.",
)
