"""The drafts that tell of a breach, and their parts.  ``[.. what]`` is for a person to write."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence
from reprise.privacy.states import BreachKind

KINDS: Final = {
    BreachKind.CONFIDENTIALITY: Sentence(
        en="somebody saw or took it who may not",
        fr="divulgation ou accès non autorisé",
        nl="onbevoegde inzage of openbaarmaking",
        de="unbefugte Offenlegung oder unbefugter Zugang",
    ),
    BreachKind.INTEGRITY: Sentence(
        en="it was changed without right",
        fr="altération non autorisée",
        nl="onbevoegde wijziging",
        de="unbefugte Veränderung",
    ),
    BreachKind.AVAILABILITY: Sentence(
        en="it was lost or out of reach",
        fr="perte ou indisponibilité",
        nl="verlies of onbeschikbaarheid",
        de="Verlust oder Nichtverfügbarkeit",
    ),
}
NOWHERE: Final = Sentence(
    en="country unknown", fr="pays inconnu", nl="land onbekend", de="Land unbekannt"
)
CELL: Final = Sentence(
    en="{what} ({place}): {persons} people, {rows} records",
    fr="{what} ({place}) : {persons} personnes, {rows} enregistrements",
    nl="{what} ({place}): {persons} personen, {rows} records",
    de="{what} ({place}): {persons} Personen, {rows} Datensätze",
)
DRILL: Final = Sentence(
    en="DRILL. NOTHING OF THIS HAPPENED. DO NOT SEND.",
    fr="EXERCICE. RIEN DE CELA N’A EU LIEU. NE PAS ENVOYER.",
    nl="OEFENING. NIETS HIERVAN IS GEBEURD. NIET VERZENDEN.",
    de="ÜBUNG. NICHTS DAVON IST GESCHEHEN. NICHT ABSENDEN.",
)
DRAFT: Final = Sentence(
    en="Draft. What stands in [.. ] is for you to write. The articles are cited from memory, not verified; have them checked before you send this. Delete these lines.",
    fr="Projet. Ce qui est entre [.. ] est à rédiger. Les articles sont cités de mémoire, sans vérification ; faites-les vérifier avant l’envoi. Supprimez ces lignes.",
    nl="Concept. Wat tussen [.. ] staat, vult u zelf in. De artikelen zijn uit het hoofd aangehaald, niet nagekeken; laat ze nakijken voordat u dit verzendt. Verwijder deze regels.",
    de="Entwurf. Was in [.. ] steht, schreiben Sie selbst. Die Artikel sind aus dem Gedächtnis angeführt, nicht geprüft; lassen Sie sie prüfen, bevor Sie dies absenden. Löschen Sie diese Zeilen.",
)
LATE: Final = Sentence(
    en="Reasons for the delay: [.. why this comes later than 72 hours after the breach became known]",
    fr="Motifs du retard : [.. pourquoi cette notification arrive plus de 72 heures après la prise de connaissance]",
    nl="Redenen van de vertraging: [.. waarom dit later komt dan 72 uur na de ontdekking]",
    de="Gründe der Verzögerung: [.. warum dies später als 72 Stunden nach Bekanntwerden kommt]",
)
NOT_LATE: Final = Sentence(
    en="If this is sent later than 72 hours after that: [.. the reasons for the delay, or delete this line]",
    fr="Si l’envoi a lieu plus de 72 heures après : [.. motifs du retard, ou supprimez cette ligne]",
    nl="Wordt dit later dan 72 uur daarna verzonden: [.. de redenen van de vertraging, of verwijder deze regel]",
    de="Falls dies später als 72 Stunden danach abgesandt wird: [.. Gründe der Verzögerung, oder streichen Sie diese Zeile]",
)
# What stands in a draft where nobody has written down what is known.
AUTHORITY_GAPS: Final = {
    "happened": Sentence(
        en="[.. in a few sentences, as far as it is known]",
        fr="[.. en quelques phrases, dans la mesure connue]",
        nl="[.. in een paar zinnen, voor zover bekend]",
        de="[.. in wenigen Sätzen, soweit bekannt]",
    ),
    "consequences": Sentence(
        en="[.. what may follow for the people concerned]",
        fr="[.. ce qui peut en résulter pour les personnes concernées]",
        nl="[.. wat dit voor de betrokkenen kan betekenen]",
        de="[.. was für die Betroffenen daraus folgen kann]",
    ),
    "measures": Sentence(
        en="[.. what was done and is planned, also to reduce the consequences]",
        fr="[.. ce qui a été fait et ce qui est prévu, y compris pour atténuer les conséquences]",
        nl="[.. wat is gedaan en wat is gepland, ook om de gevolgen te beperken]",
        de="[.. was getan wurde und geplant ist, auch um die Folgen zu mildern]",
    ),
    "contact": Sentence(
        en="[.. name, telephone and e-mail of the data protection officer or whoever can be asked]",
        fr="[.. nom, téléphone et adresse électronique du délégué à la protection des données ou d’un autre contact]",
        nl="[.. naam, telefoon en e-mailadres van de functionaris voor gegevensbescherming of een andere contactpersoon]",
        de="[.. Name, Telefon und E-Mail-Adresse der oder des Datenschutzbeauftragten oder einer anderen Anlaufstelle]",
    ),
}
PERSONS_GAPS: Final = {
    "happened": Sentence(
        en="[.. in plain words]",
        fr="[.. en mots simples]",
        nl="[.. in gewone woorden]",
        de="[.. in einfachen Worten]",
    ),
    "consequences": Sentence(
        en="[.. in plain words]",
        fr="[.. en mots simples]",
        nl="[.. in gewone woorden]",
        de="[.. in einfachen Worten]",
    ),
    "measures": Sentence(
        en="[.. measures]",
        fr="[.. mesures]",
        nl="[.. maatregelen]",
        de="[.. Maßnahmen]",
    ),
    "contact": Sentence(
        en="[.. name, telephone and e-mail]",
        fr="[.. nom, téléphone et adresse électronique]",
        nl="[.. naam, telefoon en e-mailadres]",
        de="[.. Name, Telefon und E-Mail-Adresse]",
    ),
}
# After words of staff, which no draft is sent with as they are.
AS_WRITTEN: Final = Sentence(
    en="[.. as we wrote it down for ourselves: check that it is in this language, plain and without names, then delete this note]",
    fr="[.. tel que nous l’avons noté pour nous-mêmes : vérifiez que le texte est dans cette langue, clair et sans nom, puis supprimez cette remarque]",
    nl="[.. zoals wij het voor onszelf hebben opgeschreven: controleer of het in deze taal, begrijpelijk en zonder namen is, en verwijder deze opmerking]",
    de="[.. wie wir es für uns festgehalten haben: prüfen Sie, ob es in dieser Sprache, verständlich und ohne Namen ist, und streichen Sie diesen Hinweis]",
)
TO_THE_AUTHORITY: Final = Sentence(
    en="""
Notification of a personal data breach (Regulation (EU) 2016/679, art. 33)
Our reference: {reference}

1. Nature of the breach
Kind: {kinds}
Became known on {aware}. Lasted from {begun} until {ended}.
{late}
What happened: {happened}

Categories of data:
{holdings}

People concerned, approximately: {persons}. Records concerned, approximately: {records}.
Orders whose names we have erased since it began and so cannot count: {gone}.
By category and country (a person may stand in several lines):
{countries}

2. Contact
{contact}

3. Likely consequences
{consequences}

4. Measures
{measures}
""",
    fr="""
Notification d’une violation de données à caractère personnel (règlement (UE) 2016/679, art. 33)
Notre référence : {reference}

1. Nature de la violation
Type : {kinds}
Connue depuis le {aware}. A duré du {begun} au {ended}.
{late}
Ce qui s’est passé : {happened}

Catégories de données :
{holdings}

Personnes concernées, environ : {persons}. Enregistrements concernés, environ : {records}.
Commandes dont les noms ont été effacés depuis le début et que nous ne pouvons donc plus compter : {gone}.
Par catégorie et pays (une personne peut figurer sur plusieurs lignes) :
{countries}

2. Contact
{contact}

3. Conséquences probables
{consequences}

4. Mesures
{measures}
""",
    nl="""
Melding van een inbreuk in verband met persoonsgegevens (Verordening (EU) 2016/679, art. 33)
Onze referentie: {reference}

1. Aard van de inbreuk
Soort: {kinds}
Bekend sinds {aware}. Duurde van {begun} tot {ended}.
{late}
Wat er is gebeurd: {happened}

Categorieën van gegevens:
{holdings}

Betrokkenen, bij benadering: {persons}. Records, bij benadering: {records}.
Bestellingen waarvan wij de namen sinds het begin hebben gewist en die wij dus niet meer kunnen tellen: {gone}.
Per categorie en land (iemand kan op meerdere regels staan):
{countries}

2. Contact
{contact}

3. Waarschijnlijke gevolgen
{consequences}

4. Maatregelen
{measures}
""",
    de="""
Meldung einer Verletzung des Schutzes personenbezogener Daten (Verordnung (EU) 2016/679, Art. 33)
Unser Zeichen: {reference}

1. Art der Verletzung
Art: {kinds}
Bekannt seit dem {aware}. Dauerte vom {begun} bis zum {ended}.
{late}
Was geschehen ist: {happened}

Kategorien von Daten:
{holdings}

Betroffene Personen, ungefähr: {persons}. Betroffene Datensätze, ungefähr: {records}.
Bestellungen, deren Namen seit dem Beginn gelöscht wurden und die wir deshalb nicht mehr zählen können: {gone}.
Nach Kategorie und Land (eine Person kann in mehreren Zeilen stehen):
{countries}

2. Kontakt
{contact}

3. Wahrscheinliche Folgen
{consequences}

4. Maßnahmen
{measures}
""",
)
TO_PERSONS: Final = Sentence(
    en="""
Subject: Your data with us: what happened, and what you can do

Hello,

From {begun} until {ended}, data that we hold about you may have been affected by an incident ({kinds}). We have known of it since {aware}.

What happened: {happened}

What it may concern of you:
{holdings}

What may follow for you: {consequences}

What we have done: {measures}

What you can do: [.. steps that help, or that nothing is needed]

Whoever can be asked: {contact}. Please name {reference}.

We never ask you for a password or a payment because of this.
""",
    fr="""
Objet : Vos données chez nous : ce qui s’est passé, et ce que vous pouvez faire

Bonjour,

Du {begun} au {ended}, des données que nous conservons à votre sujet ont pu être touchées par un incident ({kinds}). Nous en avons connaissance depuis le {aware}.

Ce qui s’est passé : {happened}

Ce qui peut être concerné :
{holdings}

Ce qui peut en résulter pour vous : {consequences}

Ce que nous avons fait : {measures}

Ce que vous pouvez faire : [.. démarches utiles, ou qu’aucune n’est nécessaire]

Votre contact : {contact}. Merci d’indiquer {reference}.

Nous ne vous demandons jamais de mot de passe ni de paiement à ce sujet.
""",
    nl="""
Onderwerp: Uw gegevens bij ons: wat er is gebeurd, en wat u kunt doen

Goedendag,

Van {begun} tot {ended} zijn gegevens die wij over u bewaren mogelijk geraakt door een incident ({kinds}). Wij weten dit sinds {aware}.

Wat er is gebeurd: {happened}

Wat het van u kan betreffen:
{holdings}

Wat dit voor u kan betekenen: {consequences}

Wat wij hebben gedaan: {measures}

Wat u kunt doen: [.. stappen die helpen, of dat niets nodig is]

Bij wie u terechtkunt: {contact}. Vermeld {reference}.

Wij vragen u hiervoor nooit om een wachtwoord of een betaling.
""",
    de="""
Betreff: Ihre Daten bei uns: was geschehen ist und was Sie tun können

Guten Tag,

vom {begun} bis zum {ended} waren Daten, die wir über Sie gespeichert haben, möglicherweise von einem Vorfall betroffen ({kinds}). Wir wissen davon seit dem {aware}.

Was geschehen ist: {happened}

Was von Ihnen betroffen sein kann:
{holdings}

Was für Sie daraus folgen kann: {consequences}

Was wir getan haben: {measures}

Was Sie tun können: [.. hilfreiche Schritte, oder dass nichts nötig ist]

Ihre Anlaufstelle: {contact}. Bitte nennen Sie {reference}.

Wir fragen Sie deswegen nie nach einem Passwort oder einer Zahlung.
""",
)
