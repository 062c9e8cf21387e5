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
SALES: Final = Sentence(
    en="Directive (EU) 2019/771",
    fr="directive (UE) 2019/771",
    nl="Richtlijn (EU) 2019/771",
    de="Richtlinie (EU) 2019/771",
)
REPAIR: Final = Sentence(
    en="Directive (EU) 2024/1799",
    fr="directive (UE) 2024/1799",
    nl="Richtlijn (EU) 2024/1799",
    de="Richtlinie (EU) 2024/1799",
)
OLD_CIVIL_CODE: Final = Sentence(
    en="the Belgian Old Civil Code",
    fr="l'Ancien Code civil belge",
    nl="het Belgische Oud Burgerlijk Wetboek",
    de="das belgische Alte Zivilgesetzbuch",
)
CODE_CONSO: Final = Sentence.same("Code de la consommation")
BGB: Final = Sentence.same("BGB")
BW: Final = Sentence(
    en="the Dutch Civil Code",
    fr="le Code civil néerlandais",
    nl="het Burgerlijk Wetboek",
    de="das niederländische Zivilgesetzbuch",
)
LGDCU: Final = Sentence.same("Ley General para la Defensa de los Consumidores y Usuarios")
CODICE_CONSUMO: Final = Sentence.same("Codice del consumo")
DL_84_2021: Final = Sentence.same("Decreto-Lei n.º 84/2021")
