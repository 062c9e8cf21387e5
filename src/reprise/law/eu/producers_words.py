"""The sentences of producers and their registers."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

REGISTRATION: Final = Sentence(
    en="A producer's registration",
    fr="L’enregistrement d’un producteur",
    nl="De registratie van een producent",
    de="Die Registrierung eines Herstellers",
)
BATTERIES: Final = Sentence(
    en="Registration for batteries",
    fr="L’enregistrement pour les batteries",
    nl="Registratie voor batterijen",
    de="Registrierung für Batterien",
)
PACKAGING: Final = Sentence(
    en="Registration for packaging",
    fr="L’enregistrement pour les emballages",
    nl="Registratie voor verpakkingen",
    de="Registrierung für Verpackungen",
)
SELLER: Final = Sentence(
    en="Whether a seller is registered for what becomes waste, by country and stream",
    fr="Si un vendeur est enregistré pour les déchets de ses produits, par pays et par filière",
    nl="Of een verkoper geregistreerd is voor wat afval wordt, per land en per stroom",
    de="Ob ein Verkäufer für das registriert ist, was zu Abfall wird, je Land und Stoffstrom",
)
NOT_KNOWN: Final = Sentence(
    en="Which register issues the number and what a platform has to check here was not read: whether the seller is in order is not known.",
    fr="Ni le registre qui délivre le numéro ni les vérifications dues par la plateforme n’ont été lus pour ce pays : la situation du vendeur n’est pas connue.",
    nl="Welk register het nummer afgeeft en wat een platform hier moet nagaan, is niet gelezen: of de verkoper in orde is, is niet bekend.",
    de="Welches Register die Nummer vergibt und was eine Plattform hier prüfen muss, wurde nicht gelesen: Ob beim Verkäufer alles stimmt, ist nicht bekannt.",
)
NO_ANSWERS: Final = Sentence(
    en="No rule on producers is written here for {country}.",
    fr="Aucune règle sur les producteurs n’est écrite ici pour {country}.",
    nl="Voor {country} is hier geen regel over producenten opgenomen.",
    de="Für {country} ist hier keine Regel über Hersteller niedergelegt.",
)
FRENCH: Final = Sentence(
    en="The French unique identifier (IDU), and who answers without it",
    fr="L’identifiant unique (IDU), et qui répond à défaut",
    nl="Het Franse unieke nummer (IDU), en wie anders aansprakelijk is",
    de="Die französische Kennung (IDU), und wer ohne sie einsteht",
)
GERMAN: Final = Sentence(
    en="Whether an offer may be made in Germany",
    fr="Si une offre peut être faite en Allemagne",
    nl="Of een aanbod in Duitsland mag",
    de="Ob ein Angebot in Deutschland ermöglicht werden darf",
)
NONE_GIVEN: Final = Sentence(
    en="no number was given",
    fr="aucun numéro n’a été donné",
    nl="er is geen nummer opgegeven",
    de="keine Nummer wurde angegeben",
)
FORMAT: Final = Sentence(
    en="the number does not have the form of such a number",
    fr="le numéro n’a pas la forme attendue",
    nl="het nummer heeft niet de juiste vorm",
    de="die Nummer hat nicht die richtige Form",
)
EXPIRED: Final = Sentence(
    en="the registration has run out",
    fr="l’enregistrement a expiré",
    nl="de registratie is verlopen",
    de="die Registrierung ist abgelaufen",
)
NOT_PROVEN: Final = Sentence(
    en="the platform holds no proof of it",
    fr="la plateforme n’en détient pas la preuve",
    nl="het platform heeft er geen bewijs van",
    de="die Plattform hat keinen Nachweis",
)
NOT_SHOWN: Final = Sentence(
    en="the number is not shown in the terms or on the site",
    fr="le numéro ne figure ni dans les conditions ni sur le site",
    nl="het nummer staat niet in de voorwaarden of op de site",
    de="die Nummer steht weder in den Bedingungen noch auf der Seite",
)
SELLER_PAYS: Final = Sentence(
    en="The seller is registered and answers for what is sold.",
    fr="Le vendeur est enregistré et répond de ce qu’il vend.",
    nl="De verkoper is geregistreerd en staat in voor wat hij verkoopt.",
    de="Der Verkäufer ist registriert und steht für das Verkaufte ein.",
)
PLATFORM_PAYS: Final = Sentence(
    en="Without proof of the seller's identifier the platform itself is the producer of what is sold; a fine of up to {fine} may follow.",
    fr="Sans preuve de l’identifiant du vendeur, la plateforme est elle-même le producteur de ce qui est vendu ; une amende peut atteindre {fine}.",
    nl="Zonder bewijs van het nummer van de verkoper is het platform zelf de producent van wat wordt verkocht; een boete kan oplopen tot {fine}.",
    de="Ohne Nachweis der Kennung des Verkäufers ist die Plattform selbst Hersteller des Verkauften; ein Bußgeld bis {fine} kann folgen.",
)
SECOND_HAND: Final = Sentence(
    en="Whoever sells second-hand goods answers for their packaging all the same.",
    fr="Qui vend d’occasion répond tout de même des emballages.",
    nl="Wie tweedehands verkoopt, staat toch in voor de verpakking.",
    de="Wer Gebrauchtes verkauft, steht dennoch für die Verpackung ein.",
)
MAY_OFFER: Final = Sentence(
    en="The offer may be made.",
    fr="L’offre peut être faite.",
    nl="Het aanbod mag.",
    de="Das Angebot darf ermöglicht werden.",
)
MUST_NOT_OFFER: Final = Sentence(
    en="A marketplace must not make offers of unregistered producers possible.",
    fr="Une place de marché ne doit pas permettre les offres de producteurs non enregistrés.",
    nl="Een marktplaats mag geen aanbod van niet-geregistreerde producenten mogelijk maken.",
    de="Ein Marktplatz darf Angebote nicht registrierter Hersteller nicht ermöglichen.",
)
SOURCED_THERE: Final = Sentence(
    en="The used device was on the German market already and needs no registration of the seller's own.",
    fr="L’appareil d’occasion était déjà sur le marché allemand et n’exige pas d’enregistrement propre du vendeur.",
    nl="Het gebruikte toestel was al op de Duitse markt en vergt geen eigen registratie van de verkoper.",
    de="Das gebrauchte Gerät war schon auf dem deutschen Markt und braucht keine eigene Registrierung des Verkäufers.",
)
