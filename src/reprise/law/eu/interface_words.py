"""The sentences of interfaces that do not deceive or press."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

CHOICE: Final = Sentence(
    en="How a page asks for a choice",
    fr="Comment une page demande un choix",
    nl="Hoe een pagina om een keuze vraagt",
    de="Wie eine Seite nach einer Entscheidung fragt",
)
UNEQUAL: Final = Sentence(
    en="one option is more prominent than the other",
    fr="une option est plus visible que l’autre",
    nl="één mogelijkheid valt meer op dan de andere",
    de="eine Möglichkeit ist auffälliger als die andere",
)
NAGGING: Final = Sentence(
    en="what was already chosen is asked again and again",
    fr="ce qui a déjà été choisi est demandé encore et encore",
    nl="wat al gekozen is, wordt telkens opnieuw gevraagd",
    de="was schon entschieden ist, wird immer wieder gefragt",
)
HARD_EXIT: Final = Sentence(
    en="leaving takes more steps than entering",
    fr="sortir demande plus d’étapes qu’entrer",
    nl="uitstappen kost meer stappen dan instappen",
    de="aussteigen kostet mehr Schritte als einsteigen",
)
ELSEWHERE: Final = Sentence(
    en="The law of unfair practices or of personal data covers this: that law judges it, not this rule.",
    fr="Le droit des pratiques déloyales ou des données personnelles s’en charge : c’est lui qui en juge, non cette règle.",
    nl="Het recht inzake oneerlijke praktijken of persoonsgegevens regelt dit: dat recht oordeelt erover, niet deze regel.",
    de="Das Recht der unlauteren Praktiken oder der personenbezogenen Daten regelt das: Danach wird es beurteilt, nicht nach dieser Regel.",
)
SPARED: Final = Sentence(
    en="The platform is small: this duty does not apply to it.",
    fr="La plateforme est petite : cette obligation ne la vise pas.",
    nl="Het platform is klein: deze plicht geldt er niet voor.",
    de="Die Plattform ist klein: Diese Pflicht gilt für sie nicht.",
)
