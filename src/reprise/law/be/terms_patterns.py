"""The words that the lint for Belgian terms looks for, in the four languages that terms come in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from reprise.law.be import states


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE | re.DOTALL)


# What stands between "the law of" and a State's name, or makes up a part of that name.
_REALM_FR: Final = (
    r"(?:(?:République(?:\s+(?:populaire|fédérale|islamique))?|Royaume|État|Confédération|"
    r"Principauté|Fédération|Province|Émirat)\s+(?:de\s+(?:la\s+|l['’])?|du\s+|des\s+|d['’])?)?"
)
_REALM_NL: Final = (
    r"(?:(?:(?:Volks|Bonds)?republiek|Koninkrijk|Staat|Vorstendom|Provincie|Emiraat)\s+)?"
)
_REALM_DE: Final = (
    r"(?:(?:(?:Volks|Bundes)?republik|Königreichs?|Staate?s?|Fürstentums?|Provinz|Emirate?s?)\s+)?"
)
_REALM_EN: Final = (
    r"(?:(?:State|(?:People['’]s\s+)?Republic|Kingdom|Commonwealth|Province|Emirate|Principality|"
    r"Bailiwick|Federation)\s+of\s+(?:the\s+)?)?"
)
_LAW: Final = (
    "jurisprudence|droit|lois?|législation|code civil|code des obligations",
    "recht|rechtspraak|wet|wetgeving|burgerlijk wetboek",
    "Recht|Rechtsprechung|Gesetze?|Bürgerliches Gesetzbuch|Obligationenrecht|Kaufrecht",
    "laws?|case law|legislation",
)
_COURTS: Final = ("tribunaux", "rechtbanken", "Gerichte?", "courts")


def _of(codes: Iterable[str], what: states.Words) -> tuple[str, ...]:
    """Where a text names the law, or the courts, of one of these States."""
    known = sorted(codes)
    own = [states.ADJECTIVES[each] for each in known if each in states.ADJECTIVES]
    fr, nl, de, en = ("|".join(each) for each in zip(*own, strict=True))
    named = zip(*(states.names(each) for each in known), strict=True)
    of_fr, of_nl, of_de, of_en = ("|".join(filter(None, each)) for each in named)
    w_fr, w_nl, w_de, w_en = what
    return (
        rf"\b(?:{w_fr})\s+(?:(?:{fr})(?:ne|que|e)?s?|"
        rf"(?:de\s+(?:la\s+|l['’])?|du\s+|des\s+|d['’]){_REALM_FR}(?:{of_fr}))\b",
        rf"\b(?:{nl})e?\s+(?:{w_nl})\b",
        rf"\b(?:{w_nl})\s+van\s+(?:de\s+|het\s+)?{_REALM_NL}(?:{of_nl})\b",
        rf"\b(?:{de})\w{{0,2}}\s+(?:{w_de})\w{{0,2}}\b",
        rf"\b(?:{w_de})\w{{0,2}}\s+"
        rf"(?:(?:von|der|des)\s+{_REALM_DE}(?:{of_de})(?:n|e?s)?|(?:{of_de})e?s)\b",
        rf"\b(?:{en})\s+(?:{w_en})\b",
        rf"\b(?:{w_en})\s+of\s+(?:the\s+)?{_REALM_EN}(?:{of_en})(?!\w)",
    )


@cache
def third_state_law() -> re.Pattern[str]:
    """The law of a State outside the Union, one of the European Economic Area included."""
    return _pattern(*_of(states.others(), _LAW))


@cache
def foreign_law() -> re.Pattern[str]:
    """The law of another Member State or of a part of one; the courts of any other State.  Courts
    are no law that a clause declares applicable (art. 1649octies, al. 2)."""
    members = (states.MEMBERS | states.PARTS) - {"BE"}
    return _pattern(*_of(members, _LAW), *_of(members | states.others(), _COURTS))


# "une société anonyme de droit français": a company's form, not the contract's law.
_FORMS: Final = (
    r"(?:\s+(?:anonyme|simplifiée|commerciale|coopérative|européenne|unipersonnelle|simple|"
    r"par actions|à responsabilité limitée|en commandite|en nom collectif|SAS?U?|S\.A\.|SARL|SRL))*"
)
COMPANY: Final = _pattern(
    rf"\b(?:société|entreprise|filiale|personne morale){_FORMS}\s+(?:de\s+droit\s+\S+|"
    r"(?:constituée|organisée|enregistrée|immatriculée)\s+(?:selon|sous|conformément à|en vertu)"
    r"\s+(?:le|les|la|au|aux|du|des|de\s+la)\s+[\w .’'-]+)$",
    r"(?:vennootschap|onderneming)(?:\s+(?:met beperkte aansprakelijkheid|op aandelen))?"
    r"\s+naar\s+(?:het\s+)?(?:\S+\s+recht|recht\s+van\s+[\w .’'-]+)$",
    r"gesellschaft(?:\s+mit beschränkter Haftung)?\s+"
    r"(?:nach\s+(?:dem\s+)?(?:\S+\s+Recht|Recht\s+[\w .’'-]+)|\S+\s+Rechts)$",
    r"\b(?:company|corporation|partnership)\s+"
    r"(?:(?:incorporated|organi[sz]ed|formed|established)\s+)?under\s+(?:the\s+)?"
    r"(?:\S+\s+laws?|laws?\s+of\s+[\w .’'-]+)$",
)
# "ne sont pas régies par le droit suisse": no choice of it.
DENIED: Final = _pattern(
    r"\b(?:pas|non|not|niet|nicht)\s+(?:(?!mais\b|but\b|maar\b|sondern\b)[\w’']+\s+){0,5}$"
)
# Rules on exports and embargoes, which bind whoever sells by themselves.
EXPORTS: Final = _pattern(
    r"^\s*(?:on|of|relating to|concerning|sur|en matière d|relatives? (?:à|aux)|inzake|over|"
    r"über|zu)\b[^.;]{0,30}?(?:export|sanction|sanctie|Sanktion|embargo|uitvoer|Ausfuhr)"
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
