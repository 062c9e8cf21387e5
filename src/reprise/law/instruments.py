"""What the provisions cite, as each language names it."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

TERMS: Final = Sentence(
    en="the terms of sale",
    fr="les conditions générales de vente",
    nl="de algemene verkoopvoorwaarden",
    de="die Verkaufsbedingungen",
)
REG_1182: Final = Sentence(
    en="Regulation (EEC, Euratom) No 1182/71",
    fr="règlement (CEE, Euratom) n° 1182/71",
    nl="Verordening (EEG, Euratom) nr. 1182/71",
    de="Verordnung (EWG, Euratom) Nr. 1182/71",
)
CRD: Final = Sentence(
    en="Directive 2011/83/EU",
    fr="directive 2011/83/UE",
    nl="Richtlijn 2011/83/EU",
    de="Richtlinie 2011/83/EU",
)
BE_OLD_CIVIL: Final = Sentence(
    en="the old Civil Code (Belgium)",
    fr="l'ancien Code civil (Belgique)",
    nl="het oud Burgerlijk Wetboek (België)",
    de="das frühere Zivilgesetzbuch (Belgien)",
)
FR_CIVIL: Final = Sentence(
    en="the Civil Code (France)",
    fr="le Code civil (France)",
    nl="het Burgerlijk Wetboek (Frankrijk)",
    de="das Zivilgesetzbuch (Frankreich)",
)
REPAIR: Final = Sentence(
    en="Directive (EU) 2024/1799",
    fr="directive (UE) 2024/1799",
    nl="Richtlijn (EU) 2024/1799",
    de="Richtlinie (EU) 2024/1799",
)
