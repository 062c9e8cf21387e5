"""What the provisions cite, as each language names it."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

TERMS: Final = Sentence(
    en="terms of sale",
    fr="conditions générales de vente",
    nl="algemene verkoopvoorwaarden",
    de="Verkaufsbedingungen",
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
CPI: Final = Sentence.same("Code de la propriété intellectuelle")
COPY_DECISION_23: Final = Sentence(
    en="decision no 23 of 12 January 2023 on private copying",
    fr="décision n° 23 du 12 janvier 2023 relative à la copie privée",
    nl="beslissing nr. 23 van 12 januari 2023 over het kopiëren voor privégebruik",
    de="Entscheidung Nr. 23 vom 12. Januar 2023 zur Privatkopie",
)
DAC: Final = Sentence(
    en="Directive 2011/16/EU, as amended by Directive (EU) 2021/514",
    fr="directive 2011/16/UE, modifiée par la directive (UE) 2021/514",
    nl="Richtlijn 2011/16/EU, gewijzigd bij Richtlijn (EU) 2021/514",
    de="Richtlinie 2011/16/EU, geändert durch die Richtlinie (EU) 2021/514",
)
DSA: Final = Sentence(
    en="Regulation (EU) 2022/2065 (DSA)",
    fr="règlement (UE) 2022/2065 (DSA)",
    nl="Verordening (EU) 2022/2065 (DSA)",
    de="Verordnung (EU) 2022/2065 (DSA)",
)
GDPR: Final = Sentence(
    en="Regulation (EU) 2016/679 (GDPR)",
    fr="règlement (UE) 2016/679 (RGPD)",
    nl="Verordening (EU) 2016/679 (AVG)",
    de="Verordnung (EU) 2016/679 (DSGVO)",
)
LOI_78_17: Final = Sentence(
    en="loi n° 78-17 of 6 January 1978",
    fr="loi n° 78-17 du 6 janvier 1978",
    nl="loi n° 78-17 van 6 januari 1978",
    de="loi n° 78-17 vom 6. Januar 1978",
)
CNIL_PRACTICE: Final = Sentence(
    en="practice of the CNIL",
    fr="pratique de la CNIL",
    nl="praktijk van de CNIL",
    de="Praxis der CNIL",
)
CNIL_EXEMPTION: Final = Sentence(
    en="conditions of the CNIL for audience measurement, 4 July 2025",
    fr="conditions de la CNIL pour la mesure d’audience, 4 juillet 2025",
    nl="voorwaarden van de CNIL voor publieksmeting, 4 juli 2025",
    de="Bedingungen der CNIL für Reichweitenmessung, 4. Juli 2025",
)
CNIL_ORDER: Final = Sentence(
    en="order of the CNIL of 10 March 2026",
    fr="mise en demeure de la CNIL du 10 mars 2026",
    nl="aanmaning van de CNIL van 10 maart 2026",
    de="Anordnung der CNIL vom 10. März 2026",
)
CODE_COMMERCE: Final = Sentence.same("Code de commerce")
CODE_CONSO: Final = Sentence.same("Code de la consommation")
ADEME: Final = Sentence(
    en="ADEME life-cycle study",
    fr="étude de cycle de vie de l’ADEME",
    nl="levenscyclusstudie van ADEME",
    de="Lebenszyklusstudie der ADEME",
)
BE_OLD_CIVIL: Final = Sentence(
    en="old Civil Code (Belgium)",
    fr="ancien Code civil (Belgique)",
    nl="oud Burgerlijk Wetboek (België)",
    de="früheres Zivilgesetzbuch (Belgien)",
)
FR_CIVIL: Final = Sentence(
    en="Civil Code (France)",
    fr="Code civil (France)",
    nl="Burgerlijk Wetboek (Frankrijk)",
    de="Zivilgesetzbuch (Frankreich)",
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
BGB: Final = Sentence.same("BGB")
BW: Final = Sentence(
    en="Dutch Civil Code",
    fr="Code civil néerlandais",
    nl="Burgerlijk Wetboek",
    de="niederländisches Zivilgesetzbuch",
)
LGDCU: Final = Sentence.same("Ley General para la Defensa de los Consumidores y Usuarios")
CODICE_CONSUMO: Final = Sentence.same("Codice del consumo")
DL_84_2021: Final = Sentence.same("Decreto-Lei n.º 84/2021")
PLATFORM_RULES: Final = Sentence(
    en="the platform's published rules",
    fr="les règles publiées de la plateforme",
    nl="de gepubliceerde regels van het platform",
    de="die veröffentlichten Regeln der Plattform",
)
TRADE: Final = Sentence(
    en="the trade's own account of its practice",
    fr="l’exposé que la profession fait de sa pratique",
    nl="de eigen uitleg van de sector over haar praktijk",
    de="die Darstellung der Branche über ihre Praxis",
)
REG_3228: Final = Sentence(
    en="Regulation (EU) 2024/3228",
    fr="règlement (UE) 2024/3228",
    nl="Verordening (EU) 2024/3228",
    de="Verordnung (EU) 2024/3228",
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
    fr="Cour de justice de l’UE, affaire C-330/23",
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
    fr="règlement d’exécution (UE) 2025/1960",
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
CODE_ENV: Final = Sentence.same("Code de l’environnement")
BW_6: Final = Sentence.same("Burgerlijk Wetboek Boek 6")
ELEKTROG: Final = Sentence.same("ElektroG")
LUCID: Final = Sentence(
    en="the German packaging register LUCID",
    fr="le registre allemand des emballages LUCID",
    nl="het Duitse verpakkingsregister LUCID",
    de="das Verpackungsregister LUCID",
)
PPWR: Final = Sentence(
    en="Regulation (EU) 2025/40",
    fr="règlement (UE) 2025/40",
    nl="Verordening (EU) 2025/40",
    de="Verordnung (EU) 2025/40",
)
NATIONAL_WASTE: Final = Sentence(
    en="national law on producers and waste",
    fr="droit national des producteurs et des déchets",
    nl="nationaal recht over producenten en afval",
    de="nationales Recht über Hersteller und Abfälle",
)
CGI_II: Final = Sentence.same("Code général des impôts, annexe II")
USTG: Final = Sentence.same("UStG")
RD_1619: Final = Sentence.same("Real Decreto 1619/2012")
C_624_15: Final = Sentence(
    en="Court of Justice of the EU, case C-624/15",
    fr="Cour de justice de l’UE, affaire C-624/15",
    nl="Hof van Justitie van de EU, zaak C-624/15",
    de="Gerichtshof der EU, Rechtssache C-624/15",
)
REG_2024_2835: Final = Sentence(
    en="Implementing Regulation (EU) 2024/2835",
    fr="règlement d’exécution (UE) 2024/2835",
    nl="Uitvoeringsverordening (EU) 2024/2835",
    de="Durchführungsverordnung (EU) 2024/2835",
)
DPI_SCHEMA: Final = Sentence(
    en="the French schema for reports of sellers, v1.1-fr1",
    fr="le schéma français des déclarations de vendeurs, v1.1-fr1",
    nl="het Franse schema voor meldingen van verkopers, v1.1-fr1",
    de="das französische Schema für Verkäufermeldungen, v1.1-fr1",
)
CODE_PENAL: Final = Sentence.same("Code pénal")
FR_E_INVOICES: Final = Sentence(
    en="the French reform of electronic invoicing",
    fr="réforme française de la facturation électronique",
    nl="de Franse hervorming van de elektronische facturatie",
    de="die französische Reform der elektronischen Rechnung",
)
EAA: Final = Sentence(
    en="the European Accessibility Act",
    fr="acte européen sur l’accessibilité",
    nl="de Europese toegankelijkheidswet",
    de="der europäische Rechtsakt zur Barrierefreiheit",
)
