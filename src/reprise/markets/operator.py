"""Who runs this marketplace: what every visitor, buyer and authority must be able to read.

An operator writes it once, into a TOML file (`docs/operate`); nothing of it is in the database.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, Final

from cattrs import Converter, transform_error
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError
from stdnum.eu import vat as vat_numbers

from reprise.markets.area import COUNTRIES, EEA
from reprise.markets.queries import MARKETS

_EMAIL: Final = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
_PHONE: Final = re.compile(r"\+[0-9][0-9 ()/.-]{5,24}")
_LANGUAGE: Final = re.compile(r"[a-z]{2}")


class OperatorUnreadable(ValueError):
    """The file cannot be used; the message names each field and what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mediator:
    """A body that settles consumers' disputes with this operator's shop, free of charge."""

    name: str
    address: str
    link: str


class Service(Enum):
    """What somebody does for this operator with personal data."""

    HOSTING = "hosting"
    MAIL = "mail"
    SUPPORT = "support"
    PAYMENT = "payment"
    DELIVERY = "delivery"


class Safeguard(Enum):
    """What protects data that leaves the European Economic Area (Regulation (EU) 2016/679)."""

    ADEQUACY = "adequacy"  # a decision of the Commission, art. 45
    CLAUSES = "clauses"  # its standard clauses, art. 46(2)(c)
    BINDING_RULES = "binding_rules"  # those of a group of businesses, art. 47


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A recipient of personal data outside the European Economic Area (art. 13(1)(f))."""

    name: str
    country: str
    service: Service
    safeguard: Safeguard


@dataclass(frozen=True, slots=True, kw_only=True)
class Supervisor:
    """The data protection authority that leads for this operator (art. 56)."""

    name: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Representative:
    """Who stands for an operator established outside the European Economic Area, where the GDPR has
    it name one (art. 27; told by art. 13(1)(a); both from memory).  ``country`` is its ISO code."""

    name: str
    address: tuple[str, ...]
    country: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A business that runs a marketplace; a field that may be left out is empty then.

    ``privacy`` is the e-mail for questions about personal data; ``authorities`` is the one that
    only authorities write to, in ``authority_languages`` (S29; two-letter codes).  ``publisher``
    and ``host`` are who answers for the content and who hosts it, where the law asks for them.
    ``mediators`` has one for each market (its code) where the operator has joined one (S31).
    ``officer`` is the e-mail of the data protection officer, where there is one, and
    ``representative`` who stands for an operator outside the European Economic Area.
    """

    name: str
    address: tuple[str, ...]
    email: str
    phone: str
    privacy: str
    authorities: str
    authority_languages: tuple[str, ...]
    form: str = ""
    register: str = ""
    vat: str = ""
    publisher: str = ""
    host: tuple[str, ...] = ()
    mediators: dict[str, Mediator] = field(default_factory=dict)
    officer: str = ""
    representative: Representative | None = None
    supervisor: Supervisor | None = None
    transfers: tuple[Transfer, ...] = ()


def read(path: Path) -> Operator:
    """The operator of a file.  Raises OperatorUnreadable."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as failure:
        raise OperatorUnreadable(f"{path} cannot be read ({failure.strerror}).") from None
    except ValueError as failure:
        raise OperatorUnreadable(f"{path} is not TOML: {failure}.") from None
    try:
        operator = _converter.structure(given, Operator)
    except ClassValidationError as failure:
        problems = [_readable(each) for each in transform_error(failure, "", _said)]
    else:
        problems = list(_faults(operator))
    if problems:
        raise OperatorUnreadable(f"{path}: {'; '.join(problems)}.")
    return operator


def _faults(operator: Operator) -> list[str]:
    """What is in a field and cannot be right."""
    emails = {name: getattr(operator, name) for name in ("email", "privacy", "authorities")}
    if operator.officer:
        emails["officer"] = operator.officer
    if operator.representative:
        emails["representative.email"] = operator.representative.email
    found = [
        f"{name} is {value!r}, which is no e-mail address"
        for name, value in emails.items()
        if not _EMAIL.fullmatch(value)
    ]
    found += _untellable(operator)
    if not _PHONE.fullmatch(operator.phone):
        found.append(f"phone is {operator.phone!r}; it begins with + and the country's number")
    if len(operator.address) < 2:
        found.append("address has street and place in lines of their own")
    if not operator.authority_languages or not all(
        map(_LANGUAGE.fullmatch, operator.authority_languages)
    ):
        found.append('authority_languages are two-letter codes, such as ["fr", "en"]')
    found += [
        f"mediators.{code}: there is no such market"
        for code in set(operator.mediators) - set(MARKETS)
    ]
    found += [
        f"mediators.{code}.link is {each.link!r}; it begins with https://"
        for code, each in operator.mediators.items()
        if not each.link.startswith("https://")
    ]
    if operator.vat and not vat_numbers.is_valid(operator.vat):
        found.append(f"vat is {operator.vat!r}, which is no VAT number of the Union")
    return found


def _untellable(operator: Operator) -> list[str]:
    """What the privacy page could not say as it stands."""
    found = _unrepresented(operator.representative) if operator.representative else []
    if operator.supervisor and not operator.supervisor.link.startswith("https://"):
        found.append(f"supervisor.link is {operator.supervisor.link!r}; it begins with https://")
    for place, each in enumerate(operator.transfers):
        where = f"transfers[{place}].country is {each.country!r}"
        if each.country not in COUNTRIES:
            found.append(f"{where}, which is no country's code (ISO 3166, such as US or GB)")
        elif each.country in EEA:
            found.append(
                f"{where}: {each.name} is where the GDPR holds;"
                " only recipients outside the European Economic Area stand there"
            )
    return found


def _unrepresented(stands: Representative) -> list[str]:
    """Why nobody could turn to a representative as it is given."""
    found = []
    if len(stands.address) < 2:
        found.append("representative.address has street and place in lines of their own")
    if stands.country not in EEA:
        found.append(
            f"representative.country is {stands.country!r}; it is the code (ISO 3166, such as FR or"
            " DE) of a country of the European Economic Area"
        )
    return found


def _text(given: Any, _: type) -> str:
    if not isinstance(given, str) or not given.strip():
        raise ValueError("must be a text that is not empty")
    return given.strip()


def _lines(given: Any, _: type) -> tuple[str, ...]:
    if not isinstance(given, list):
        raise ValueError("must be a list of texts")
    return tuple(_text(each, str) for each in given)


def _said(failure: BaseException, _: type | None) -> str:
    match failure:
        case KeyError():
            return "is missing"
        case ForbiddenExtraKeysError():
            return f"{', '.join(sorted(failure.extra_fields))}: no such field"
        case _:
            return str(failure)


def _readable(line: str) -> str:
    """ "is missing @ .name" with the field before what is said of it."""
    what, _, where = line.partition(" @ ")
    return f"{where.lstrip('.')} {what}".strip()


_converter = Converter(forbid_extra_keys=True)
_converter.register_structure_hook(str, _text)
_converter.register_structure_hook_func(lambda kind: kind == tuple[str, ...], _lines)
