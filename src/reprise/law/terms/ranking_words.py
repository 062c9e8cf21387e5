"""The sentences of the ranking."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

RANKING: Final = Sentence(
    en="What a ranking may and may not do",
    fr="Ce qu’un classement peut et ne peut pas faire",
    nl="Wat een rangschikking wel en niet mag",
    de="Was eine Reihung darf und was nicht",
)
OTHER_WINDOW: Final = Sentence(
    en="popularity is not counted over the last thirty days",
    fr="la popularité n’est pas comptée sur les trente derniers jours",
    nl="populariteit wordt niet over de laatste dertig dagen geteld",
    de="die Beliebtheit wird nicht über die letzten dreißig Tage gezählt",
)
OTHER_LABEL: Final = Sentence(
    en="the label “top seller” comes from another count",
    fr="le libellé « Top Vente » vient d’un autre décompte",
    nl="het label “topverkoper” komt uit een andere telling",
    de="das Etikett „Topseller“ stammt aus einer anderen Zählung",
)
COUNTS_TOO_MUCH: Final = Sentence(
    en="cancelled or mystery orders are counted",
    fr="des commandes annulées ou mystères sont comptées",
    nl="geannuleerde of anonieme testbestellingen tellen mee",
    de="stornierte oder verdeckte Testbestellungen werden gezählt",
)
NO_SORT: Final = Sentence(
    en="one cannot sort by price both ways",
    fr="on ne peut pas trier par prix dans les deux sens",
    nl="men kan niet in beide richtingen op prijs sorteren",
    de="man kann nicht in beide Richtungen nach Preis sortieren",
)
SORT_FAR_AWAY: Final = Sentence(
    en="the choice of order is not beside the results",
    fr="le choix du tri n’est pas à côté des résultats",
    nl="de keuze van volgorde staat niet bij de resultaten",
    de="die Wahl der Reihenfolge steht nicht bei den Ergebnissen",
)
NOT_ONE_WINNER: Final = Sentence(
    en="not exactly one seller is shown for a product and condition",
    fr="il n’y a pas un seul vendeur affiché par produit et par état",
    nl="er wordt niet precies één verkoper per product en staat getoond",
    de="je Produkt und Zustand wird nicht genau ein Verkäufer gezeigt",
)
OTHERS_HIDDEN: Final = Sentence(
    en="the other sellers cannot be reached",
    fr="les autres vendeurs sont inaccessibles",
    nl="de andere verkopers zijn niet bereikbaar",
    de="die anderen Verkäufer sind nicht erreichbar",
)
PRICE_IGNORED: Final = Sentence(
    en="the price does not count",
    fr="le prix ne compte pas",
    nl="de prijs telt niet mee",
    de="der Preis zählt nicht",
)
WEIGHTS: Final = Sentence(
    en="the five quality criteria do not weigh less and less, each more than nothing",
    fr="les cinq critères de qualité ne pèsent pas de moins en moins, chacun plus que rien",
    nl="de vijf kwaliteitscriteria wegen niet steeds minder, elk meer dan niets",
    de="die fünf Qualitätskriterien wiegen nicht immer weniger, jedes mehr als nichts",
)
TEXT_DIFFERS: Final = Sentence(
    en="the published text is not made from the numbers that rank",
    fr="le texte publié ne vient pas des nombres qui classent",
    nl="de gepubliceerde tekst komt niet uit de getallen die rangschikken",
    de="der veröffentlichte Text stammt nicht aus den Zahlen, die reihen",
)
SELLERS_NOT_TOLD: Final = Sentence(
    en="the terms for sellers do not tell the main parameters",
    fr="les conditions des vendeurs ne donnent pas les principaux paramètres",
    nl="de voorwaarden voor verkopers noemen de belangrijkste parameters niet",
    de="die Bedingungen für Verkäufer nennen die Hauptparameter nicht",
)
USERS_NOT_TOLD: Final = Sentence(
    en="the terms of use do not tell the main parameters and their weight",
    fr="les conditions d’utilisation ne donnent pas les principaux paramètres et leur poids",
    nl="de gebruiksvoorwaarden noemen de belangrijkste parameters en hun gewicht niet",
    de="die Nutzungsbedingungen nennen die Hauptparameter und ihr Gewicht nicht",
)
BUYERS_NOT_TOLD: Final = Sentence(
    en="the results do not tell buyers what ranks them",
    fr="les résultats ne disent pas à l’acheteur ce qui les classe",
    nl="de resultaten vertellen kopers niet wat hen rangschikt",
    de="die Ergebnisse sagen Käufern nicht, was sie reiht",
)
PAID: Final = Sentence(
    en="money changes a place",
    fr="l’argent change le classement",
    nl="geld verandert een plaats",
    de="Geld verändert einen Platz",
)
PAID_UNDISCLOSED: Final = Sentence(
    en="a paid place is not disclosed",
    fr="un classement payé n’est pas signalé",
    nl="een betaalde plaats wordt niet gemeld",
    de="ein bezahlter Platz wird nicht offengelegt",
)
