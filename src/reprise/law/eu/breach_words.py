"""The sentences of a breach of personal data and of whom it is told to."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

BREACH: Final = Sentence(
    en="Who is told of a breach of personal data, and until when",
    fr="Qui est informé d’une violation de données personnelles, et jusqu’à quand",
    nl="Wie van een inbreuk op persoonsgegevens op de hoogte wordt gesteld, en tot wanneer",
    de="Wem eine Verletzung des Schutzes personenbezogener Daten gemeldet wird, und bis wann",
)
WITHIN: Final = Sentence(
    en="Known since {aware}: the supervisory authority is told without undue delay, within {hours} hours where feasible, so by {until}.",
    fr="Connue depuis le {aware} : l’autorité de contrôle est informée dans les meilleurs délais, si possible sous {hours} heures, donc au plus tard le {until}.",
    nl="Bekend sinds {aware}: de toezichthoudende autoriteit wordt zonder onredelijke vertraging op de hoogte gesteld, zo mogelijk binnen {hours} uur, dus uiterlijk {until}.",
    de="Bekannt seit {aware}: Die Aufsichtsbehörde erfährt es unverzüglich und möglichst binnen {hours} Stunden, also bis {until}.",
)
NO_RISK: Final = Sentence(
    en="A risk to people is unlikely: the authority need not be told.",
    fr="Un risque pour les personnes est peu probable : l’autorité n’a pas à être informée.",
    nl="Een risico voor mensen is onwaarschijnlijk: de autoriteit hoeft niet op de hoogte te worden gesteld.",
    de="Ein Risiko für Menschen ist unwahrscheinlich: Die Behörde muss nicht benachrichtigt werden.",
)
LATE: Final = Sentence(
    en="The authority was told on {told}, after that: the reasons for the delay go with it.",
    fr="L’autorité a été informée le {told}, après ce terme : les motifs du retard accompagnent la notification.",
    nl="De autoriteit is op {told} op de hoogte gesteld, daarna dus: de redenen van de vertraging horen erbij.",
    de="Die Behörde erfuhr es am {told}, also danach: Die Gründe der Verzögerung gehören dazu.",
)
IN_TIME: Final = Sentence(
    en="The authority was told on {told}, in time.",
    fr="L’autorité a été informée le {told}, à temps.",
    nl="De autoriteit is op {told} op de hoogte gesteld, op tijd.",
    de="Die Behörde erfuhr es am {told}, rechtzeitig.",
)
WRITTEN_DOWN: Final = Sentence(
    en="The breach, its effects and what was done are written down, whoever is told.",
    fr="La violation, ses effets et les mesures prises sont consignés, quelles que soient les personnes informées.",
    nl="De inbreuk, de gevolgen en de maatregelen worden vastgelegd, wie er ook op de hoogte wordt gesteld.",
    de="Die Verletzung, ihre Folgen und die Maßnahmen werden festgehalten, wer auch immer davon erfährt.",
)
NOT_HIGH: Final = Sentence(
    en="The risk to people is not high: they need not be told.",
    fr="Le risque pour les personnes n’est pas élevé : elles n’ont pas à être informées.",
    nl="Het risico voor mensen is niet hoog: zij hoeven niet op de hoogte te worden gesteld.",
    de="Das Risiko für die Menschen ist nicht hoch: Sie müssen nicht benachrichtigt werden.",
)
EACH: Final = Sentence(
    en="The risk to people is high: each of them is told without undue delay.",
    fr="Le risque pour les personnes est élevé : chacune est informée dans les meilleurs délais.",
    nl="Het risico voor mensen is hoog: ieder van hen wordt onverwijld op de hoogte gesteld.",
    de="Das Risiko für die Menschen ist hoch: Jeder Einzelne wird unverzüglich benachrichtigt.",
)
UNINTELLIGIBLE: Final = Sentence(
    en="Nobody without the right can read the data (they were encrypted, for example): people need not be told.",
    fr="Personne ne peut lire ces données sans y avoir droit (elles étaient chiffrées, par exemple) : les personnes n’ont pas à être informées.",
    nl="Niemand kan de gegevens onbevoegd lezen (ze waren bijvoorbeeld versleuteld): mensen hoeven niet op de hoogte te worden gesteld.",
    de="Kein Unbefugter kann die Daten lesen (sie waren etwa verschlüsselt): Die Menschen müssen nicht benachrichtigt werden.",
)
AVERTED: Final = Sentence(
    en="What was done since makes a high risk no longer likely: people need not be told.",
    fr="Les mesures prises depuis rendent un risque élevé peu probable : les personnes n’ont pas à être informées.",
    nl="Door wat sindsdien is gedaan, is een hoog risico niet langer waarschijnlijk: mensen hoeven niet op de hoogte te worden gesteld.",
    de="Was seither getan wurde, macht ein hohes Risiko unwahrscheinlich: Die Menschen müssen nicht benachrichtigt werden.",
)
PUBLICLY: Final = Sentence(
    en="Telling each would be a disproportionate effort: people are told publicly instead, as effectively.",
    fr="Informer chacun demanderait des efforts disproportionnés : une communication publique, tout aussi efficace, remplace.",
    nl="Ieder afzonderlijk op de hoogte stellen zou onevenredig veel moeite kosten: er komt een openbare mededeling die even doeltreffend is.",
    de="Jeden einzeln zu benachrichtigen wäre unverhältnismäßig aufwendig: Stattdessen ergeht eine öffentliche Bekanntmachung, die ebenso wirksam ist.",
)
