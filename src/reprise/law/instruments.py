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
PLATFORM_RULES: Final = Sentence(
    en="the platform's published rules",
    fr="les règles publiées de la plateforme",
    nl="de gepubliceerde regels van het platform",
    de="die veröffentlichten Regeln der Plattform",
)
TRADE: Final = Sentence(
    en="the trade's own account of its practice",
    fr="l'exposé que la profession fait de sa pratique",
    nl="de eigen uitleg van de sector over haar praktijk",
    de="die Darstellung der Branche über ihre Praxis",
)
REG_3228: Final = Sentence(
    en="Regulation (EU) 2024/3228",
    fr="règlement (UE) 2024/3228",
    nl="Verordening (EU) 2024/3228",
    de="Verordnung (EU) 2024/3228",
)
GDPR: Final = Sentence(
    en="Regulation (EU) 2016/679 (GDPR)",
    fr="règlement (UE) 2016/679 (RGPD)",
    nl="Verordening (EU) 2016/679 (AVG)",
    de="Verordnung (EU) 2016/679 (DSGVO)",
)
DSA: Final = Sentence(
    en="Regulation (EU) 2022/2065 (DSA)",
    fr="règlement (UE) 2022/2065 (DSA)",
    nl="Verordening (EU) 2022/2065 (DSA)",
    de="Verordnung (EU) 2022/2065 (DSA)",
)
P2B: Final = Sentence(
    en="Regulation (EU) 2019/1150",
    fr="règlement (UE) 2019/1150",
    nl="Verordening (EU) 2019/1150",
    de="Verordnung (EU) 2019/1150",
)
UCPD: Final = Sentence(
    en="Directive 2005/29/EC",
    fr="directive 2005/29/CE",
    nl="Richtlijn 2005/29/EG",
    de="Richtlinie 2005/29/EG",
)
PRICES: Final = Sentence(
    en="Directive 98/6/EC",
    fr="directive 98/6/CE",
    nl="Richtlijn 98/6/EG",
    de="Richtlinie 98/6/EG",
)
C_330_23: Final = Sentence(
    en="Court of Justice of the EU, case C-330/23",
    fr="Cour de justice de l'UE, affaire C-330/23",
    nl="Hof van Justitie van de EU, zaak C-330/23",
    de="Gerichtshof der EU, Rechtssache C-330/23",
)
EMPCO: Final = Sentence(
    en="Directive (EU) 2024/825",
    fr="directive (UE) 2024/825",
    nl="Richtlijn (EU) 2024/825",
    de="Richtlinie (EU) 2024/825",
)
EMPCO_NOTICE: Final = Sentence(
    en="Implementing Regulation (EU) 2025/1960",
    fr="règlement d'exécution (UE) 2025/1960",
    nl="Uitvoeringsverordening (EU) 2025/1960",
    de="Durchführungsverordnung (EU) 2025/1960",
)
GPSR: Final = Sentence(
    en="Regulation (EU) 2023/988 (GPSR)",
    fr="règlement (UE) 2023/988 (RSGP)",
    nl="Verordening (EU) 2023/988 (GPSR)",
    de="Verordnung (EU) 2023/988 (GPSR)",
)
BATTERIES: Final = Sentence(
    en="Regulation (EU) 2023/1542",
    fr="règlement (UE) 2023/1542",
    nl="Verordening (EU) 2023/1542",
    de="Verordnung (EU) 2023/1542",
)
ESPR: Final = Sentence(
    en="Regulation (EU) 2024/1781",
    fr="règlement (UE) 2024/1781",
    nl="Verordening (EU) 2024/1781",
    de="Verordnung (EU) 2024/1781",
)
CODE_CONSO: Final = Sentence.same("Code de la consommation")
CODE_ENV: Final = Sentence.same("Code de l'environnement")
BGB: Final = Sentence.same("BGB")
BW_6: Final = Sentence.same("Burgerlijk Wetboek Boek 6")
ELEKTROG: Final = Sentence.same("ElektroG")
LUCID: Final = Sentence(
    en="the German packaging register LUCID",
    fr="le registre allemand des emballages LUCID",
    nl="het Duitse verpakkingsregister LUCID",
    de="das Verpackungsregister LUCID",
)
