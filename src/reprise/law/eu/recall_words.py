"""The sentences of unlawful and recalled products."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

UNLAWFUL: Final = Sentence(
    en="Who is told that a product which was sold was unlawful",
    fr="Qui est informé qu’un produit vendu était illégal",
    nl="Wie hoort dat een verkocht product onwettig was",
    de="Wer erfährt, dass ein verkauftes Produkt rechtswidrig war",
)
POINTS: Final = Sentence(
    en="What buyers of an unlawful product are told",
    fr="Ce qui est dit aux acheteurs d’un produit illégal",
    nl="Wat kopers van een onwettig product te horen krijgen",
    de="Was Käufer eines rechtswidrigen Produkts erfahren",
)
ILLEGALITY: Final = Sentence(
    en="that the product is unlawful",
    fr="que le produit est illégal",
    nl="dat het product onwettig is",
    de="dass das Produkt rechtswidrig ist",
)
TRADER: Final = Sentence(
    en="who the trader is",
    fr="qui est le professionnel",
    nl="wie de handelaar is",
    de="wer der Unternehmer ist",
)
REDRESS: Final = Sentence(
    en="the means of redress",
    fr="les voies de recours",
    nl="de mogelijkheden van beroep",
    de="die Rechtsbehelfe",
)
TELL: Final = Sentence(
    en="The product was bought in the {months} months before the platform learned of it (since {since}): the buyer is told.",
    fr="Le produit a été acheté dans les {months} mois avant que la plateforme ne l’apprenne (depuis le {since}) : l’acheteur en est informé.",
    nl="Het product is gekocht in de {months} maanden voordat het platform het vernam (sinds {since}): de koper wordt ingelicht.",
    de="Das Produkt wurde in den {months} Monaten gekauft, bevor die Plattform davon erfuhr (seit dem {since}): Der Käufer wird informiert.",
)
PUBLISH: Final = Sentence(
    en="The product was bought in the {months} months before the platform learned of it (since {since}), and the buyer cannot be reached: the information is published.",
    fr="Le produit a été acheté dans les {months} mois avant que la plateforme ne l’apprenne (depuis le {since}), et l’acheteur ne peut être joint : l’information est publiée.",
    nl="Het product is gekocht in de {months} maanden voordat het platform het vernam (sinds {since}), en de koper is niet te bereiken: de informatie wordt gepubliceerd.",
    de="Das Produkt wurde in den {months} Monaten gekauft, bevor die Plattform davon erfuhr (seit dem {since}), und der Käufer ist nicht erreichbar: Die Information wird veröffentlicht.",
)
TOO_LONG_AGO: Final = Sentence(
    en="The product was bought before {since}, more than {months} months before the platform learned of it: nobody has to be told.",
    fr="Le produit a été acheté avant le {since}, plus de {months} mois avant que la plateforme ne l’apprenne : personne ne doit en être informé.",
    nl="Het product is vóór {since} gekocht, meer dan {months} maanden voordat het platform het vernam: niemand hoeft te worden ingelicht.",
    de="Das Produkt wurde vor dem {since} gekauft, mehr als {months} Monate, bevor die Plattform davon erfuhr: Niemand muss informiert werden.",
)
SPARED: Final = Sentence(
    en="The platform is small: this duty does not apply to it.",
    fr="La plateforme est petite : cette obligation ne la vise pas.",
    nl="Het platform is klein: deze plicht geldt er niet voor.",
    de="Die Plattform ist klein: Diese Pflicht gilt für sie nicht.",
)
RECALL: Final = Sentence(
    en="The recall of a dangerous product",
    fr="Le rappel d’un produit dangereux",
    nl="De terugroeping van een gevaarlijk product",
    de="Der Rückruf eines gefährlichen Produkts",
)
NOT_TOLD: Final = Sentence(
    en="the buyers were not told directly",
    fr="les acheteurs n’ont pas été avertis directement",
    nl="de kopers zijn niet rechtstreeks verwittigd",
    de="die Käufer wurden nicht unmittelbar benachrichtigt",
)
NOT_PUBLISHED: Final = Sentence(
    en="the recall was not published",
    fr="le rappel n’a pas été publié",
    nl="de terugroeping is niet bekendgemaakt",
    de="der Rückruf wurde nicht veröffentlicht",
)
TOO_FEW: Final = Sentence(
    en="the buyer cannot choose between two of repair, replacement and refund",
    fr="l’acheteur n’a pas le choix entre deux au moins des trois : réparation, remplacement, remboursement",
    nl="de koper kan niet kiezen uit ten minste twee van de drie: herstel, vervanging, terugbetaling",
    de="der Käufer hat nicht die Wahl zwischen mindestens zweien von Reparatur, Ersatz und Erstattung",
)
