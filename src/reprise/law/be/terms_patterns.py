"""The words that the lint for Belgian terms looks for, in the four languages that terms come in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from reprise.law.eu import vat_rates

_Words = tuple[str, str, str, str]
# What a State calls its law, without an ending, and the State itself or a part of it that has a law
# of its own, in French, Dutch, German and English.  Every Member State, Belgium apart, is here; of
# those outside the Union the ones whose law terms choose, and that list is not closed.  The German
# names stand after an article in the genitive or after "von".
_STATES: Final[Mapping[str, tuple[_Words, _Words]]] = {
    "AT": (
        ("autrichien", "Oostenrijks", "österreichisch", "Austrian"),
        ("Autriche", "Oostenrijk", "Österreich", "Austria"),
    ),
    "BG": (
        ("bulgare", "Bulgaars", "bulgarisch", "Bulgarian"),
        ("Bulgarie", "Bulgarije", "Bulgarien", "Bulgaria"),
    ),
    "CY": (
        ("chypriote", "Cypriotisch", "zyprisch", "Cypriot"),
        ("Chypre", "Cyprus", "Zypern", "Cyprus"),
    ),
    "CZ": (
        ("tchèque", "Tsjechisch", "tschechisch", "Czech"),
        (
            "Tchéquie|République tchèque",
            "Tsjechië|Tsjechische Republiek",
            "Tschechien|Tschechischen Republik",
            "Czechia|Czech Republic",
        ),
    ),
    "DE": (
        ("allemand", "Duits", "deutsch", "German"),
        ("Allemagne", "Duitsland", "Deutschland", "Germany"),
    ),
    "DK": (
        ("danois", "Deens", "dänisch", "Danish"),
        ("Danemark", "Denemarken", "Dänemark", "Denmark"),
    ),
    "EE": (
        ("estonien", "Est(?:land)?s", "estnisch", "Estonian"),
        ("Estonie", "Estland", "Estland", "Estonia"),
    ),
    "ES": (
        ("espagnol", "Spaans", "spanisch", "Spanish"),
        ("Espagne", "Spanje", "Spanien", "Spain"),
    ),
    "FI": (
        ("finlandais", "Fins", "finnisch", "Finnish"),
        ("Finlande", "Finland", "Finnland", "Finland"),
    ),
    "FR": (
        ("fran[cç]ais", "Frans", "französisch", "French"),
        ("France", "Frankrijk", "Frankreich", "France"),
    ),
    "GR": (
        ("grec", "Grieks", "griechisch", "Greek"),
        ("Grèce", "Griekenland", "Griechenland", "Greece"),
    ),
    "HR": (
        ("croate", "Kroatisch", "kroatisch", "Croatian"),
        ("Croatie", "Kroatië", "Kroatien", "Croatia"),
    ),
    "HU": (
        ("hongrois", "Hongaars", "ungarisch", "Hungarian"),
        ("Hongrie", "Hongarije", "Ungarn", "Hungary"),
    ),
    "IE": (
        ("irlandais", "Iers", "irisch", "Irish"),
        ("Irlande", "Ierland", "Irland", "Ireland"),
    ),
    "IT": (
        ("italien", "Italiaans", "italienisch", "Italian"),
        ("Italie", "Italië", "Italien", "Italy"),
    ),
    "LT": (
        ("lituanien", "Litouws", "litauisch", "Lithuanian"),
        ("Lituanie", "Litouwen", "Litauen", "Lithuania"),
    ),
    "LU": (
        ("luxembourgeois", "Luxemburgs", "luxemburg(?:isch|er)", "Luxembourg(?:ish)?"),
        ("Luxembourg", "Luxemburg", "Luxemburg", "Luxembourg"),
    ),
    "LV": (
        ("letton", "Lets", "lettisch", "Latvian"),
        ("Lettonie", "Letland", "Lettland", "Latvia"),
    ),
    "MT": (
        ("maltais", "Maltee?s", "maltesisch", "Maltese"),
        ("Malte", "Malta", "Malta", "Malta"),
    ),
    "NL": (
        ("néerlandais", "Nederlands", "niederländisch", "Dutch"),
        ("Pays-Bas", "Nederland", "Niederlande", "Netherlands"),
    ),
    "PL": (
        ("polonais", "Pools", "polnisch", "Polish"),
        ("Pologne", "Polen", "Polen", "Poland"),
    ),
    "PT": (
        ("portugais", "Portugee?s", "portugiesisch", "Portuguese"),
        ("Portugal", "Portugal", "Portugal", "Portugal"),
    ),
    "RO": (
        ("roumain", "Roemeens", "rumänisch", "Romanian"),
        ("Roumanie", "Roemenië", "Rumänien", "Romania"),
    ),
    "SE": (
        ("suédois", "Zweeds", "schwedisch", "Swedish"),
        ("Suède", "Zweden", "Schweden", "Sweden"),
    ),
    "SI": (
        ("slovène", "Sloveens", "slowenisch", "Sloven(?:ian|e)"),
        ("Slovénie", "Slovenië", "Slowenien", "Slovenia"),
    ),
    "SK": (
        ("slovaque", "Slowaaks", "slowakisch", "Slovak(?:ian)?"),
        ("Slovaquie", "Slowakije", "Slowakei", "Slovakia"),
    ),
    "AU": (
        ("australien", "Australisch", "australisch", "Australian"),
        ("Australie", "Australië", "Australien", "Australia"),
    ),
    "CA": (
        ("canadien", "Canadee?s", "kanadisch", "Canadian"),
        ("Canada", "Canada", "Kanada", "Canada"),
    ),
    "CH": (
        ("suisse", "Zwitsers", "Schweizer(?:isch)?", "Swiss"),
        ("Suisse", "Zwitserland", "Schweiz", "Switzerland"),
    ),
    "CN": (
        ("chinois", "Chinee?s", "chinesisch", "Chinese"),
        ("Chine", "China", "China", "China"),
    ),
    "GB": (
        (
            "anglais|britannique|écossais",
            "Engels|Brits|Schots",
            "englisch|britisch|schottisch",
            "English|British|UK|Scots|Scottish",
        ),
        (
            "Royaume-Uni|Angleterre|Écosse",
            "Verenigd Koninkrijk|Engeland|Schotland",
            "Vereinigten Königreich|England|Schottland",
            "United Kingdom|England|Scotland",
        ),
    ),
    "HK": (
        ("hongkongais", "Hongkongs", "Hongkonger", "Hong Kong"),
        ("Hong Kong", "Hongkong", "Hongkong", "Hong Kong"),
    ),
    "IL": (
        ("israélien", "Israëlisch", "israelisch", "Israeli"),
        ("Israël", "Israël", "Israel", "Israel"),
    ),
    "IN": (
        ("indien", "Indiaas", "indisch", "Indian"),
        ("Inde", "India", "Indien", "India"),
    ),
    "IS": (
        ("islandais", "IJslands", "isländisch", "Icelandic"),
        ("Islande", "IJsland", "Island", "Iceland"),
    ),
    "JP": (
        ("japonais", "Japans", "japanisch", "Japanese"),
        ("Japon", "Japan", "Japan", "Japan"),
    ),
    "KR": (
        ("coréen", "(?:Zuid-)?Koreaans", "(?:süd)?koreanisch", "(?:South )?Korean"),
        ("Corée du Sud", "Zuid-Korea", "Südkorea", "South Korea"),
    ),
    "LI": (
        ("liechtensteinois", "Liechtensteins", "liechtensteinisch", "Liechtenstein"),
        ("Liechtenstein", "Liechtenstein", "Liechtenstein", "Liechtenstein"),
    ),
    "MA": (
        ("marocain", "Marokkaans", "marokkanisch", "Moroccan"),
        ("Maroc", "Marokko", "Marokko", "Morocco"),
    ),
    "MC": (
        ("monégasque", "Monegaskisch", "monegassisch", "Monegasque"),
        ("Monaco", "Monaco", "Monaco", "Monaco"),
    ),
    "NO": (
        ("norvégien", "Noors", "norwegisch", "Norwegian"),
        ("Norvège", "Noorwegen", "Norwegen", "Norway"),
    ),
    "RS": (
        ("serbe", "Servisch", "serbisch", "Serbian"),
        ("Serbie", "Servië", "Serbien", "Serbia"),
    ),
    "RU": (
        ("russe", "Russisch", "russisch", "Russian"),
        ("Russie", "Rusland", "Russland", "Russia"),
    ),
    "SG": (
        ("singapourien", "Singaporee?s", "singapurisch", "Singapore(?:an)?"),
        ("Singapour", "Singapore", "Singapur", "Singapore"),
    ),
    "TN": (
        ("tunisien", "Tunesisch", "tunesisch", "Tunisian"),
        ("Tunisie", "Tunesië", "Tunesien", "Tunisia"),
    ),
    "TR": (
        ("tur(?:c|que)", "Turks", "türkisch", "Turkish"),
        ("Turquie", "Turkije", "Türkei", "Türkiye"),
    ),
    "UA": (
        ("ukrainien", "Oekraïens", "ukrainisch", "Ukrainian"),
        ("Ukraine", "Oekraïne", "Ukraine", "Ukraine"),
    ),
    "US": (
        (
            "américain|états-unien|new-yorkais|californien",
            "Amerikaans|Californisch",
            "(?:US-)?amerikanisch|kalifornisch",
            "American|US|U\\.S\\.|New York|Californian?|Delaware",
        ),
        (
            "États-Unis|New York|Californie|Delaware",
            "Verenigde Staten|New York|Californië|Delaware",
            "Vereinigten Staaten|New York|Kalifornien|Delaware",
            "United States|New York|California|Delaware",
        ),
    ),
}


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE | re.DOTALL)


def _law_of(states: Iterable[str]) -> re.Pattern[str]:
    """Where a text names the law, case law or courts of one of them."""
    own, named = zip(*(_STATES[each] for each in states), strict=True)
    fr, nl, de, en = ("|".join(each) for each in zip(*own, strict=True))
    of = ["|".join(each) for each in zip(*named, strict=True)]
    return _pattern(
        rf"\b(?:jurisprudence|droit|lois?|législation|code civil|tribunaux)\s+"
        rf"(?:(?:{fr})(?:ne|que|e)?s?"
        rf"|(?:de\s+(?:la\s+|l['’](?:État\s+de\s+)?)?|du\s+|des\s+|d['’])(?:{of[0]}))\b",
        rf"\b(?:{nl})e?\s+(?:recht|rechtspraak|wet|wetgeving|rechtbanken)\b",
        rf"\b(?:recht|rechtspraak|wet|wetgeving|rechtbanken)\s+van\s+(?:de\s+|het\s+)?(?:{of[1]})\b",
        rf"\b(?:{de})\w{{0,2}}\s+(?:Recht|Rechtsprechung|Gesetze?|Gerichte?)\w{{0,2}}\b",
        rf"\b(?:Recht|Rechtsprechung|Gesetze?|Gerichte?)\w{{0,2}}\s+"
        rf"(?:von\s+|der\s+|des\s+)?(?:{of[2]})s?\b",
        rf"\b(?:{en})\s+(?:laws?|case law|legislation|courts)\b",
        rf"\b(?:laws?|case law|legislation|courts)\s+of\s+"
        rf"(?:the\s+)?(?:State\s+of\s+)?(?:{of[3]})\b",
    )


# Each of them has a standard rate.
_MEMBERS: Final = vat_rates.STANDARD.keys()
FOREIGN_LAW: Final = _law_of(each for each in _MEMBERS if each != "BE")
THIRD_STATE_LAW: Final = _law_of(each for each in _STATES if each not in _MEMBERS)

# "une société anonyme de droit français": a company's form, not the contract's law.
_FORMS: Final = (
    r"(?:\s+(?:anonyme|simplifiée|commerciale|coopérative|européenne|unipersonnelle|simple|"
    r"par actions|à responsabilité limitée|en commandite|en nom collectif|SAS?U?|S\.A\.|SARL|SRL))*"
)
COMPANY: Final = _pattern(
    rf"\b(?:société|entreprise|filiale|personne morale){_FORMS}\s+de\s+droit\s+\S+$",
    r"(?:vennootschap|onderneming)(?:\s+(?:met beperkte aansprakelijkheid|op aandelen))?"
    r"\s+naar\s+(?:het\s+)?\S+\s+recht$",
    r"gesellschaft(?:\s+mit beschränkter Haftung)?\s+(?:nach\s+\S+\s+Recht|\S+\s+Rechts)$",
    r"\b(?:company|corporation|partnership)\s+"
    r"(?:(?:incorporated|organi[sz]ed|formed|established)\s+)?under\s+(?:the\s+)?"
    r"(?:\S+\s+laws?|laws?\s+of\s+[\w ]+)$",
)

FRENCH_PERIOD: Final = _pattern(
    r"\b1648\b.{0,200}?\b(?:deux ans|twee jaar|zwei Jahren?|two years)\b"
)

_REPARATION: Final = r"\bréparations?\b[^.;]{0,80}?"
_HERSTEL: Final = r"(?:herstel\w*|reparaties?)\b"
_REPARATUR: Final = r"(?:Reparatur(?:en)?|Nachbesserung)\b"
_DONE: Final = r"(?:possible|offered|available|provided|carried out)\b"
NO_REPAIR: Final = _pattern(
    _REPARATION + r"\bn['’](?:est|sont) pas (?:réalisable|possible|proposée|offerte)",
    _REPARATION + r"\bne (?:peut|peuvent|pourra|pourront|sera|seront|saurait)\b[^.;]{0,20}?"
    r"\b(?:réalisée|proposée|offerte|effectuée)",
    _REPARATION + r"\b(?:est|sont|reste|demeure) (?:(?!pas\b)\w+ )?(?:exclue|impossible)",
    r"\baucune réparation\b[^.;]{0,60}?\b(?:possible|proposée|offerte|effectuée|réalisée)",
    r"\bne (?:propose|offre|effectue)\w*\s+(?:pas de|aucune)\s+réparation",
    rf"\b{_HERSTEL}[^.;]{{0,80}}?\bniet (?:mogelijk|(?:worden )?(?:aangeboden|uitgevoerd))",
    rf"\b{_HERSTEL}[^.;]{{0,80}}?\b(?:is|zijn|wordt|worden) (?:(?!niet\b)\w+ )?"
    r"(?:uitgesloten|onmogelijk)\b",
    rf"\bgeen {_HERSTEL}[^.;]{{0,60}}?\b(?:mogelijk|aangeboden|uitgevoerd)",
    rf"\b{_REPARATUR}[^.;]{{0,80}}?\bnicht (?:möglich|angeboten)",
    rf"\b{_REPARATUR}[^.;]{{0,80}}?\b(?:ist|sind|wird|werden) (?:(?!nicht\b)\w+ )?"
    r"(?:ausgeschlossen|unmöglich)\b",
    rf"\bkeine {_REPARATUR}[^.;]{{0,60}}?\b(?:möglich|angeboten|durchgeführt)",
    rf"\bbiete\w* keine {_REPARATUR}",
    rf"\brepairs?\b[^.;]{{0,80}}?\b(?:not|cannot|can['’]t|never)(?: be)? {_DONE}",
    r"\brepairs?\b[^.;]{0,80}?\b(?:is|are|will be|shall be) (?:(?!not\b)\w+ )?"
    r"(?:excluded|impossible|ruled out|unavailable)\b",
    rf"\bno repairs?\b[^.;]{{0,60}}?\b{_DONE}",
    r"\b(?:do|does|will) not (?:offer|provide|carry out) (?:any )?repairs?\b",
)
# "Si la réparation est impossible, ..." is what the law itself says (art. 1649quinquies, § 2).
CONDITION: Final = _pattern(
    r"\b(?:si|lorsque|moins que|indien|als|wanneer|tenzij|wenn|falls|sofern|if|where|when|unless)"
    r"\s+(?:\w+\s+){0,3}$"
)


def _lock(lock: str, refused: str) -> str:
    return rf"{lock}[^.]{{0,120}}?{refused}|{refused}[^.]{{0,80}}?{lock}"


LOCK_FORFEITS: Final = _pattern(
    _lock(
        r"\b(?:localiser mon|verrouillage (?:de réactivation|d['’]activation))\b",
        r"(?:\bne (?:pourra|peut|sera)\b[^.]{0,40}?\b(?:remplacé|remboursé)"
        r"|\b(?:aucun|ni|pas de) (?:remplacement|remboursement)\b)",
    ),
    _lock(
        r"\b(?:activeringsslot|activeringsvergrendeling|zoek mijn)\b",
        r"\b(?:niet|noch|geen)\b[^.]{0,60}?\b(?:vervangen|vervanging|terugbeta\w+)",
    ),
    _lock(
        r"\b(?:Aktivierungssperre\b|Wo ist\?)",
        r"\b(?:nicht|weder|keine?[nr]?)\b[^.]{0,60}?\b(?:ersetzt|Ersatz|erstattet|Erstattung)",
    ),
    _lock(
        r"\b(?:(?:re)?activation lock|find my)\b",
        r"\b(?:not|cannot|can['’]t|neither|no|never)\b[^.]{0,60}?\b(?:replace|refund)\w*",
    ),
)
