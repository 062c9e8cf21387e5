"""The sentences of traders and who they are."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

IDENTITY: Final = Sentence(
    en="What a trader gives before trading",
    fr="Ce qu’un professionnel fournit avant de vendre",
    nl="Wat een handelaar geeft voordat hij verkoopt",
    de="Was ein Händler angibt, bevor er verkauft",
)
SHOWN: Final = Sentence(
    en="What the product page shows of the trader",
    fr="Ce que la page du produit montre du professionnel",
    nl="Wat de productpagina van de handelaar toont",
    de="Was die Produktseite vom Händler zeigt",
)
RETENTION: Final = Sentence(
    en="How long a trader's file is kept",
    fr="Combien de temps le dossier d’un professionnel est conservé",
    nl="Hoe lang het dossier van een handelaar bewaard blijft",
    de="Wie lange die Akte eines Händlers aufbewahrt wird",
)
NAME: Final = Sentence(en="the name", fr="le nom", nl="de naam", de="der Name")
ADDRESS: Final = Sentence(en="the address", fr="l’adresse", nl="het adres", de="die Anschrift")
TELEPHONE: Final = Sentence(
    en="the telephone number",
    fr="le numéro de téléphone",
    nl="het telefoonnummer",
    de="die Telefonnummer",
)
EMAIL: Final = Sentence(
    en="the e-mail address",
    fr="l’adresse électronique",
    nl="het e-mailadres",
    de="die E-Mail-Adresse",
)
DOCUMENT: Final = Sentence(
    en="a copy of an identity document or an electronic identification",
    fr="une copie d’un document d’identité ou une identification électronique",
    nl="een kopie van een identiteitsdocument of een elektronische identificatie",
    de="eine Kopie eines Ausweises oder eine elektronische Identifizierung",
)
ACCOUNT: Final = Sentence(
    en="the payment account",
    fr="le compte de paiement",
    nl="de betaalrekening",
    de="das Zahlungskonto",
)
REGISTER: Final = Sentence(
    en="the trade register and the number in it",
    fr="le registre du commerce et le numéro d’inscription",
    nl="het handelsregister en het nummer daarin",
    de="das Handelsregister und die Nummer darin",
)
PROMISE: Final = Sentence(
    en="the trader's promise to offer only goods that comply with the law",
    fr="l’engagement du professionnel à ne proposer que des produits conformes à la loi",
    nl="de belofte van de handelaar alleen producten aan te bieden die aan de wet voldoen",
    de="die Zusage des Händlers, nur rechtmäßige Produkte anzubieten",
)
SPARED: Final = Sentence(
    en="The platform is small: these duties do not apply to it.",
    fr="La plateforme est petite : ces obligations ne s’appliquent pas à elle.",
    nl="Het platform is klein: deze plichten gelden er niet voor.",
    de="Die Plattform ist klein: Diese Pflichten gelten für sie nicht.",
)
TRADE: Final = Sentence(
    en="The trader may trade.",
    fr="Le professionnel peut vendre.",
    nl="De handelaar mag verkopen.",
    de="Der Händler darf verkaufen.",
)
ASK: Final = Sentence(
    en="The trader is asked to put it right and may trade meanwhile.",
    fr="Le professionnel est invité à corriger et peut vendre en attendant.",
    nl="De handelaar wordt gevraagd het recht te zetten en mag ondertussen verkopen.",
    de="Der Händler wird gebeten, es zu berichtigen, und darf inzwischen verkaufen.",
)
WAIT: Final = Sentence(
    en="The trader may not trade before everything is there.",
    fr="Le professionnel ne peut pas vendre tant que tout n’est pas fourni.",
    nl="De handelaar mag niet verkopen voordat alles er is.",
    de="Der Händler darf nicht verkaufen, bevor alles vorliegt.",
)
SUSPEND: Final = Sentence(
    en="The trader is suspended until it is put right, and may complain.",
    fr="Le professionnel est suspendu jusqu’à correction, et peut contester.",
    nl="De handelaar wordt geschorst tot het is rechtgezet, en kan een klacht indienen.",
    de="Der Händler wird gesperrt, bis es berichtigt ist, und kann sich beschweren.",
)
STANDING: Final = {"trade": TRADE, "ask": ASK, "wait": WAIT, "suspend": SUSPEND}
STILL_HERE: Final = Sentence(
    en="The contract with the trader lasts: the file is kept.",
    fr="Le contrat avec le professionnel est en cours : le dossier est conservé.",
    nl="De overeenkomst met de handelaar loopt: het dossier blijft bewaard.",
    de="Der Vertrag mit dem Händler besteht: Die Akte wird aufbewahrt.",
)
KEPT: Final = Sentence(
    en="The contract ended on {ended}; the file is kept for {months} months, until {until}, and then deleted.",
    fr="Le contrat a pris fin le {ended} ; le dossier est conservé {months} mois, jusqu’au {until}, puis supprimé.",
    nl="De overeenkomst eindigde op {ended}; het dossier blijft {months} maanden bewaard, tot en met {until}, en wordt dan gewist.",
    de="Der Vertrag endete am {ended}; die Akte wird {months} Monate aufbewahrt, bis zum {until}, und dann gelöscht.",
)
