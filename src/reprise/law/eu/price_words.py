"""The sentences of reduced prices."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

REDUCTION: Final = Sentence(
    en="A price announced as reduced",
    fr="Un prix annoncé comme réduit",
    nl="Een prijs die als verlaagd wordt aangekondigd",
    de="Ein als ermäßigt angekündigter Preis",
)
SUCCESSIVE: Final = Sentence(
    en="A price reduced step by step",
    fr="Un prix réduit par étapes",
    nl="Een stapsgewijs verlaagde prijs",
    de="Ein schrittweise ermäßigter Preis",
)

PRIOR: Final = Sentence(
    en="The prior price is the lowest of the thirty days before the reduction: {price}.",
    fr="Le prix antérieur est le plus bas des trente jours qui précèdent la réduction : {price}.",
    nl="De vorige prijs is de laagste van de dertig dagen vóór de verlaging: {price}.",
    de="Der vorherige Preis ist der niedrigste der dreißig Tage vor der Ermäßigung: {price}.",
)
PERCENT: Final = Sentence(
    en="Worked out on that price, the reduction is at most {percent} % in whole numbers.",
    fr="Calculée sur ce prix, la réduction est au plus de {percent} % en nombre entier.",
    nl="Berekend op die prijs is de verlaging hoogstens {percent} % in hele getallen.",
    de="Auf diesen Preis berechnet beträgt die Ermäßigung höchstens {percent} % in ganzen Zahlen.",
)
FIRST: Final = Sentence(
    en="The price has only gone down since {first}: the price before that first reduction may stay the prior price.",
    fr="Le prix n’a fait que baisser depuis le {first} : le prix d’avant cette première réduction peut rester le prix antérieur.",
    nl="De prijs is sinds {first} alleen gedaald: de prijs van vóór die eerste verlaging mag de vorige prijs blijven.",
    de="Der Preis ist seit dem {first} nur gesunken: Der Preis vor dieser ersten Ermäßigung darf der vorherige Preis bleiben.",
)
INTERRUPTED: Final = Sentence(
    en="The price went up again since {first}: the exception for successive reductions does not apply.",
    fr="Le prix a remonté depuis le {first} : l’exception des réductions successives ne s’applique pas.",
    nl="De prijs is sinds {first} weer gestegen: de uitzondering voor opeenvolgende verlagingen geldt niet.",
    de="Der Preis ist seit dem {first} wieder gestiegen: Die Ausnahme für aufeinanderfolgende Ermäßigungen gilt nicht.",
)
NO_PRIOR: Final = Sentence(
    en="no prior price is shown, or there is none",
    fr="aucun prix antérieur n’est indiqué, ou il n’y en a pas",
    nl="er is geen vorige prijs vermeld, of er is geen",
    de="kein vorheriger Preis ist angegeben, oder es gibt keinen",
)
PRIOR_TOO_HIGH: Final = Sentence(
    en="the prior price shown is higher than the one that counts",
    fr="le prix antérieur indiqué est plus élevé que celui qui compte",
    nl="de vermelde vorige prijs is hoger dan die welke telt",
    de="der angegebene vorherige Preis ist höher als der maßgebliche",
)
PERCENT_TOO_HIGH: Final = Sentence(
    en="the percentage shown is higher than the real reduction",
    fr="le pourcentage indiqué dépasse la réduction réelle",
    nl="het vermelde percentage is hoger dan de echte verlaging",
    de="der angegebene Prozentsatz ist höher als die tatsächliche Ermäßigung",
)
NO_REDUCTION: Final = Sentence(
    en="the price is not lower than the prior price",
    fr="le prix n’est pas inférieur au prix antérieur",
    nl="de prijs is niet lager dan de vorige prijs",
    de="der Preis ist nicht niedriger als der vorherige",
)
