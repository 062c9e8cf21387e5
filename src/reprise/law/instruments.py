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
VAT: Final = Sentence(
    en="Directive 2006/112/EC",
    fr="directive 2006/112/CE",
    nl="Richtlijn 2006/112/EG",
    de="Richtlinie 2006/112/EG",
)
REG_2026_382: Final = Sentence(
    en="Regulation (EU) 2026/382",
    fr="règlement (UE) 2026/382",
    nl="Verordening (EU) 2026/382",
    de="Verordnung (EU) 2026/382",
)
