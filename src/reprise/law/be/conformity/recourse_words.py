"""The sentences of recourse (art. 1649sexies)."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

RECOURSE: Final = Sentence(
    en="Whether the seller has recourse up the chain",
    fr="Si le vendeur a un recours en amont de la chaîne",
    nl="Of de verkoper verhaal heeft hogerop in de keten",
    de="Ob der Verkäufer in der Kette Rückgriff nehmen kann",
)

RECOURSE_OPEN: Final = Sentence(
    en="The seller answers to the consumer for what somebody earlier in the chain of contracts is responsible for, and may claim from them under the contract that binds them.",
    fr="Le vendeur répond envers le consommateur d’un fait imputable à une personne située en amont dans la chaîne de contrats, et peut se retourner contre elle sur la base de sa responsabilité contractuelle.",
    nl="De verkoper staat tegenover de consument in voor wat is toe te rekenen aan iemand hogerop in de contractketen, en kan hem op grond van diens contractuele aansprakelijkheid aanspreken.",
    de="Der Verkäufer haftet dem Verbraucher für etwas, das jemandem weiter oben in der Vertragskette zuzurechnen ist, und kann ihn aus dessen vertraglicher Haftung in Anspruch nehmen.",
)
UPDATES_TOO: Final = Sentence(
    en="That holds for updates that were not provided as well.",
    fr="Cela vaut aussi pour les mises à jour qui n’ont pas été fournies.",
    nl="Dat geldt ook voor updates die niet zijn verstrekt.",
    de="Das gilt auch für unterlassene Aktualisierungen.",
)
CLAUSE_FAILS: Final = Sentence(
    en="A clause that limits or excludes that liability cannot be set against the seller.",
    fr="Une clause qui limite ou écarte cette responsabilité ne peut être opposée au vendeur.",
    nl="Een beding dat die aansprakelijkheid beperkt of uitsluit, kan de verkoper niet worden tegengeworpen.",
    de="Eine Klausel, die diese Haftung beschränkt oder ausschließt, kann dem Verkäufer nicht entgegengehalten werden.",
)
NO_RECOURSE: Final = Sentence(
    en="There is no recourse under this article: {why}.",
    fr="Il n’y a pas de recours en vertu de cet article : {why}.",
    nl="Er is geen verhaal op grond van dit artikel: {why}.",
    de="Nach diesem Artikel besteht kein Rückgriff: {why}.",
)
NOT_LIABLE: Final = Sentence(
    en="the seller does not answer to the consumer",
    fr="le vendeur n’est pas tenu envers le consommateur",
    nl="de verkoper is niet gehouden tegenover de consument",
    de="der Verkäufer haftet dem Verbraucher nicht",
)
NOT_UPSTREAM: Final = Sentence(
    en="nobody earlier in the chain of contracts is responsible for it",
    fr="le défaut n’est imputable à personne en amont dans la chaîne de contrats",
    nl="het is aan niemand hogerop in de contractketen toe te rekenen",
    de="niemand weiter oben in der Vertragskette ist dafür verantwortlich",
)
NOT_BOUND: Final = Sentence(
    en="that person bears no contractual liability for the device",
    fr="cette personne n’est tenue d’aucune responsabilité contractuelle relative au bien",
    nl="die persoon draagt geen contractuele aansprakelijkheid voor het goed",
    de="diese Person trifft keine vertragliche Haftung für die Ware",
)
