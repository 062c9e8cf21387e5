"""The sentences of the sale."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

VERSION: Final = Sentence(
    en="Which version of the terms applies",
    fr="Quelle version des conditions s’applique",
    nl="Welke versie van de voorwaarden geldt",
    de="Welche Fassung der Bedingungen gilt",
)
FINAL: Final = Sentence(
    en="When the sale is final",
    fr="Quand la vente est définitive",
    nl="Wanneer de verkoop definitief is",
    de="Wann der Verkauf endgültig ist",
)
SITE: Final = Sentence(
    en="Where a site delivers and how it is paid",
    fr="Où un site livre et comment on le paie",
    nl="Waar een site levert en hoe er wordt betaald",
    de="Wohin eine Seite liefert und wie gezahlt wird",
)
EVIDENCE: Final = Sentence(
    en="What the recorded data prove",
    fr="Ce que prouvent les données enregistrées",
    nl="Wat de vastgelegde gegevens bewijzen",
    de="Was die aufgezeichneten Daten beweisen",
)

IN_FORCE: Final = Sentence(
    en="The order was confirmed on {at}; version {version}, in force since {since}, applies.",
    fr="La commande a été validée le {at} ; la version {version}, en vigueur depuis le {since}, s’applique.",
    nl="De bestelling is bevestigd op {at}; versie {version}, van kracht sinds {since}, is van toepassing.",
    de="Die Bestellung wurde am {at} bestätigt; es gilt die Fassung {version}, in Kraft seit {since}.",
)
NOT_FINAL: Final = Sentence(
    en="The sale is not final: it can still be cancelled.",
    fr="La vente n’est pas définitive : elle peut encore être annulée.",
    nl="De verkoop is niet definitief: hij kan nog worden geannuleerd.",
    de="Der Verkauf ist nicht endgültig: Er kann noch storniert werden.",
)
NOT_ACCEPTED: Final = Sentence(
    en="The acceptance has not been sent to the buyer.",
    fr="L’acceptation n’a pas été envoyée à l’acheteur.",
    nl="De aanvaarding is niet aan de koper gestuurd.",
    de="Die Annahme wurde dem Käufer nicht gesandt.",
)
NOT_COLLECTED: Final = Sentence(
    en="Of the price, {rest} has not been collected.",
    fr="Sur le prix, {rest} n’ont pas été encaissés.",
    nl="Van de prijs is {rest} nog niet geïnd.",
    de="Vom Preis sind {rest} noch nicht eingezogen.",
)
IS_FINAL: Final = Sentence(
    en="The acceptance was sent and the whole price collected: the sale is final since {at}.",
    fr="L’acceptation a été envoyée et la totalité du prix encaissée : la vente est définitive depuis le {at}.",
    nl="De aanvaarding is verstuurd en de hele prijs is geïnd: de verkoop is definitief sinds {at}.",
    de="Die Annahme wurde gesandt und der ganze Preis eingezogen: Der Verkauf ist endgültig seit {at}.",
)
CANCELLED: Final = Sentence(
    en="The sale was cancelled on {at}, before it was final: nothing that comes afterwards makes it final.",
    fr="La vente a été annulée le {at}, avant d’être définitive : rien de ce qui suit ne la rend définitive.",
    nl="De verkoop is geannuleerd op {at}, voordat hij definitief was: niets wat daarna komt maakt hem nog definitief.",
    de="Der Verkauf wurde am {at} storniert, bevor er endgültig war: Nichts, was danach kommt, macht ihn endgültig.",
)
CANCELLED_LATE: Final = Sentence(
    en="A cancellation of {at} does not undo a sale that was final.",
    fr="Une annulation du {at} ne défait pas une vente qui était définitive.",
    nl="Een annulering van {at} maakt een definitieve verkoop niet ongedaan.",
    de="Eine Stornierung vom {at} macht einen endgültigen Verkauf nicht rückgängig.",
)
ZONE: Final = Sentence(
    en="the parcel would go to a country where this site does not deliver",
    fr="le colis irait dans un pays où ce site ne livre pas",
    nl="het pakket zou naar een land gaan waar deze site niet levert",
    de="das Paket ginge in ein Land, in das diese Seite nicht liefert",
)
PLACE: Final = Sentence(
    en="this site does not deliver to such a place",
    fr="ce site ne livre pas dans un tel lieu",
    nl="deze site levert niet op zo’n plaats",
    de="diese Seite liefert nicht an einen solchen Ort",
)
METHOD: Final = Sentence(
    en="this site does not take this method of payment",
    fr="ce site n’accepte pas ce moyen de paiement",
    nl="deze site aanvaardt deze betaalwijze niet",
    de="diese Seite nimmt dieses Zahlungsmittel nicht an",
)
CURRENCY: Final = Sentence(
    en="the price is not in euros",
    fr="le prix n’est pas en euros",
    nl="de prijs is niet in euro",
    de="der Preis ist nicht in Euro",
)
NOT_PAID_WHOLLY: Final = Sentence(
    en="the order is not paid wholly at once",
    fr="la commande n’est pas payée comptant en totalité",
    nl="de bestelling wordt niet in één keer volledig betaald",
    de="die Bestellung wird nicht sofort vollständig bezahlt",
)
PROVES: Final = Sentence(
    en="The records verify and nobody proved the contrary: they prove the transactions.",
    fr="Les enregistrements se vérifient et personne n’a prouvé le contraire : ils prouvent les transactions.",
    nl="De vastgelegde gegevens kloppen en niemand bewees het tegendeel: zij bewijzen de transacties.",
    de="Die Aufzeichnungen sind unversehrt und niemand hat das Gegenteil bewiesen: Sie beweisen die Geschäfte.",
)
WEIGHED: Final = Sentence(
    en="The records verify, but here the law puts the proof on the seller: a clause that let the seller's own records stand for it would be void, so they are weighed like any other evidence.",
    fr="Les enregistrements se vérifient, mais la loi met ici la preuve à la charge du vendeur : une clause qui laisserait ses propres enregistrements en tenir lieu serait nulle, si bien qu’ils sont appréciés comme tout autre élément de preuve.",
    nl="De vastgelegde gegevens kloppen, maar de wet legt hier de bewijslast bij de verkoper: een beding dat zijn eigen gegevens als dat bewijs laat gelden, zou nietig zijn, dus worden zij gewogen zoals elk ander bewijs.",
    de="Die Aufzeichnungen sind unversehrt, aber hier trägt nach dem Gesetz der Verkäufer die Beweislast: Eine Klausel, nach der seine eigenen Aufzeichnungen den Beweis ersetzen, wäre nichtig; sie werden daher wie jedes andere Beweismittel gewürdigt.",
)
DISPROVED: Final = Sentence(
    en="The other side has proved the contrary, which is always allowed.",
    fr="L’autre partie a prouvé le contraire, ce qui est toujours permis.",
    nl="De andere partij heeft het tegendeel bewezen, wat altijd mag.",
    de="Die andere Seite hat das Gegenteil bewiesen, was immer zulässig ist.",
)
BROKEN: Final = Sentence(
    en="The chain of the records does not verify: they prove nothing.",
    fr="La chaîne des enregistrements ne se vérifie pas : ils ne prouvent rien.",
    nl="De keten van de vastgelegde gegevens klopt niet: zij bewijzen niets.",
    de="Die Kette der Aufzeichnungen ist nicht unversehrt: Sie beweisen nichts.",
)
