"""The sentences of reporting sellers to the tax authority."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

REPORTABLE: Final = Sentence(
    en="Whether a seller is reported for a year",
    fr="Si un vendeur est déclaré pour une année",
    nl="Of een verkoper voor een jaar wordt gemeld",
    de="Ob ein Verkäufer für ein Jahr gemeldet wird",
)
CALENDAR: Final = Sentence(
    en="When checks and reports of a year are due",
    fr="Quand les vérifications et déclarations d’une année sont dues",
    nl="Wanneer controles en meldingen van een jaar moeten zijn gedaan",
    de="Wann Prüfungen und Meldungen eines Jahres fällig sind",
)
MISSING: Final = Sentence(
    en="What follows when a seller does not give the data asked for",
    fr="Ce qui suit quand un vendeur ne donne pas les données demandées",
    nl="Wat volgt als een verkoper de gevraagde gegevens niet geeft",
    de="Was folgt, wenn ein Verkäufer die verlangten Daten nicht angibt",
)
CONSIDERATION: Final = Sentence(
    en="What counts as a seller's consideration in a quarter",
    fr="Ce qui compte comme contrepartie d’un vendeur dans un trimestre",
    nl="Wat in een kwartaal als tegenprestatie van een verkoper telt",
    de="Was in einem Quartal als Vergütung eines Verkäufers zählt",
)
FEW: Final = Sentence(
    en="{count} sales for {total} in {year}: fewer than {limit_count} and not above {limit}; the seller is not reported.",
    fr="{count} ventes pour {total} en {year} : moins de {limit_count} et pas plus de {limit} ; le vendeur n’est pas déclaré.",
    nl="{count} verkopen voor {total} in {year}: minder dan {limit_count} en niet boven {limit}; de verkoper wordt niet gemeld.",
    de="{count} Verkäufe für {total} in {year}: weniger als {limit_count} und nicht über {limit}; der Verkäufer wird nicht gemeldet.",
)
MANY: Final = Sentence(
    en="{count} sales for {total} in {year}: at least {limit_count}, or above {limit}; the seller is reported.",
    fr="{count} ventes pour {total} en {year} : au moins {limit_count}, ou plus de {limit} ; le vendeur est déclaré.",
    nl="{count} verkopen voor {total} in {year}: minstens {limit_count}, of boven {limit}; de verkoper wordt gemeld.",
    de="{count} Verkäufe für {total} in {year}: mindestens {limit_count}, oder über {limit}; der Verkäufer wird gemeldet.",
)
EXCLUDED: Final = Sentence(
    en="Public bodies, listed companies and their affiliates are not reported.",
    fr="Les organismes publics, les sociétés cotées et leurs filiales ne sont pas déclarés.",
    nl="Overheden, beursgenoteerde bedrijven en hun dochters worden niet gemeld.",
    de="Öffentliche Stellen, börsennotierte Gesellschaften und ihre Töchter werden nicht gemeldet.",
)
NOT_RESIDENT: Final = Sentence(
    en="The seller is resident in no Member State: nothing is reported.",
    fr="Le vendeur ne réside dans aucun État membre : rien n’est déclaré.",
    nl="De verkoper woont in geen enkele lidstaat: er wordt niets gemeld.",
    de="Der Verkäufer ist in keinem Mitgliedstaat ansässig: Nichts wird gemeldet.",
)
NO_SALES: Final = Sentence(
    en="The seller sold nothing in {year}: there is nothing to report.",
    fr="Le vendeur n’a rien vendu en {year} : il n’y a rien à déclarer.",
    nl="De verkoper verkocht niets in {year}: er is niets te melden.",
    de="Der Verkäufer hat in {year} nichts verkauft: Es gibt nichts zu melden.",
)
DUE: Final = Sentence(
    en="For {year}: the sellers are checked by {checked}, reported and told by {reported}.",
    fr="Pour {year} : les vendeurs sont vérifiés au plus tard le {checked}, déclarés et informés au plus tard le {reported}.",
    nl="Voor {year}: de verkopers zijn gecontroleerd uiterlijk op {checked}, gemeld en ingelicht uiterlijk op {reported}.",
    de="Für {year}: Die Verkäufer sind bis {checked} geprüft, bis {reported} gemeldet und informiert.",
)
WAIT: Final = Sentence(
    en="Reminders sent: {sent} of {needed}; nothing is closed or withheld before both are sent and {until} is over.",
    fr="Rappels envoyés : {sent} sur {needed} ; rien n’est fermé ni retenu avant l’envoi des deux et la fin du {until}.",
    nl="Verstuurde herinneringen: {sent} van {needed}; niets wordt gesloten of ingehouden voordat beide zijn verstuurd en {until} voorbij is.",
    de="Versandte Erinnerungen: {sent} von {needed}; nichts wird geschlossen oder einbehalten, bevor beide versandt sind und der {until} vorüber ist.",
)
ACT: Final = Sentence(
    en="Two reminders were sent and {days} days have passed since {asked}: the account is closed and stays so, or payments are withheld, until the data comes.",
    fr="Deux rappels ont été envoyés et {days} jours ont passé depuis le {asked} : le compte est fermé et le reste, ou les paiements sont retenus, jusqu’à réception des données.",
    nl="Twee herinneringen zijn verstuurd en er zijn {days} dagen verstreken sinds {asked}: het account wordt en blijft gesloten, of betalingen worden ingehouden, tot de gegevens komen.",
    de="Zwei Erinnerungen wurden versandt, und seit dem {asked} sind {days} Tage vergangen: Das Konto wird und bleibt geschlossen, oder Zahlungen werden einbehalten, bis die Daten kommen.",
)
GIVEN: Final = Sentence(
    en="The data was given: nothing follows.",
    fr="Les données ont été fournies : rien ne suit.",
    nl="De gegevens zijn verstrekt: er volgt niets.",
    de="Die Daten liegen vor: Es folgt nichts.",
)
NET: Final = Sentence(
    en="{gross} paid or credited in the quarter, less {fees} of fees and commissions and {taxes} of taxes that the platform withheld: {net}.",
    fr="{gross} versés ou crédités dans le trimestre, moins {fees} de frais et commissions et {taxes} de taxes retenus par la plateforme : {net}.",
    nl="{gross} betaald of gecrediteerd in het kwartaal, min {fees} aan kosten en commissies en {taxes} aan belastingen die het platform inhield: {net}.",
    de="{gross} im Quartal gezahlt oder gutgeschrieben, abzüglich {fees} Gebühren und Provisionen und {taxes} Steuern, die die Plattform einbehielt: {net}.",
)
DATA: Final = Sentence(
    en="What has to be known of a seller who is reported",
    fr="Ce qu’il faut savoir d’un vendeur déclaré",
    nl="Wat van een gemelde verkoper bekend moet zijn",
    de="Was von einem gemeldeten Verkäufer bekannt sein muss",
)
NAME: Final = Sentence("the name", "le nom", "de naam", "der Name")
ADDRESS: Final = Sentence("the address", "l’adresse", "het adres", "die Anschrift")
RESIDENCE: Final = Sentence(
    "the states of residence", "les États de résidence", "de woonstaten", "die Ansässigkeitsstaaten"
)
TAX_NUMBER: Final = Sentence(
    "the tax number and the state that issued it",
    "le numéro fiscal et l’État qui l’a délivré",
    "het fiscaal nummer en de staat die het afgaf",
    "die Steuernummer und der Staat, der sie vergeben hat",
)
BIRTH_DATE: Final = Sentence(
    "the date of birth", "la date de naissance", "de geboortedatum", "das Geburtsdatum"
)
BIRTHPLACE: Final = Sentence(
    "the place of birth", "le lieu de naissance", "de geboorteplaats", "der Geburtsort"
)
VAT_NUMBER: Final = Sentence(
    "the VAT number",
    "le numéro de TVA",
    "het btw-nummer",
    "die Umsatzsteuer-Identifikationsnummer",
)
REGISTER_NUMBER: Final = Sentence(
    "the number in the trade register",
    "le numéro au registre du commerce",
    "het nummer in het handelsregister",
    "die Nummer im Handelsregister",
)
ESTABLISHMENTS: Final = Sentence(
    "the permanent establishments in the Union",
    "les établissements stables dans l’Union",
    "de vaste inrichtingen in de Unie",
    "die Betriebsstätten in der Union",
)
ACCOUNT: Final = Sentence(
    "the account that is paid", "le compte payé", "de betaalde rekening", "das bezahlte Konto"
)
HOLDER: Final = Sentence(
    "the name of the account's holder",
    "le nom du titulaire du compte",
    "de naam van de rekeninghouder",
    "der Name des Kontoinhabers",
)
CONTRADICTS: Final = Sentence(
    en="It is said that there is no tax number, and one is there: only one of the two goes into a report.",
    fr="Il est dit qu’il n’y a pas de numéro fiscal, et il y en a un : un seul des deux figure dans une déclaration.",
    nl="Er staat dat er geen fiscaal nummer is, en er is er een: slechts een van beide komt in een melding.",
    de="Es heißt, dass es keine Steuernummer gibt, und es ist eine da: Nur eines von beiden kommt in eine Meldung.",
)
