"""A decision in words: its reasons, then its basis, in any of the four languages."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal

from reprise.kernel.money import Money
from reprise.kernel.rate import Rate
from reprise.law.calendars import Calendar
from reprise.law.durations import Duration, Unit
from reprise.law.provision import Basis, Because, Decision, Sentence

# English as Europe writes it: 2 March 2026.
_LOCALES: Final = {"en": "en_GB", "fr": "fr", "nl": "nl", "de": "de"}
# A French reader never sees one of these marks begin a line.
_FRENCH_MARK: Final = re.compile(r" (?=[:;?!»])")
_BASIS: Final = Sentence(
    en="Basis: {basis}.",
    fr="Fondement : {basis}.",
    nl="Grondslag: {basis}.",
    de="Grundlage: {basis}.",
)
_UNVERIFIED: Final = Sentence(
    en="Not yet checked against the official text: {basis}.",
    fr="Pas encore vérifié sur le texte officiel : {basis}.",
    nl="Nog niet nagekeken in de officiële tekst: {basis}.",
    de="Noch nicht am amtlichen Text geprüft: {basis}.",
)


def explain(decision: Decision, language: str) -> tuple[str, ...]:
    """The sentences that say what was decided and why.

    ``language`` is one of LANGUAGES; raises AttributeError for another.
    """
    lines = [said(each, language) for each in decision.because]
    lines.append(said(_BASIS(basis=decision.basis), language))
    if decision.unverified:
        lines.append(said(_UNVERIFIED(basis=decision.unverified), language))
    return tuple(lines)


def said(because: Because, language: str) -> str:
    """One sentence with its values as they are written in ``language``."""
    text: str = getattr(because.sentence, language)
    filled = text.format(**{k: written(v, language) for k, v in because.values.items()})
    return _FRENCH_MARK.sub("\N{NARROW NO-BREAK SPACE}", filled) if language == "fr" else filled


def written(value: object, language: str) -> str:
    """A value as a reader of ``language`` writes it."""
    match value:
        case datetime():
            clock = format_time(value, "HH:mm", locale=_LOCALES[language])
            return f"{written(value.date(), language)}, {clock}"
        case date():
            day = str(format_date(value, "long", locale=_LOCALES[language]))
            return f"1er{day[1:]}" if language == "fr" and value.day == 1 else day
        case Money():
            return str(format_currency(value.decimal, value.currency, locale=_LOCALES[language]))
        case Duration():
            return _long(value, language)
        case Rate():
            percent = value.fraction * 100
            number = percent.numerator if percent.denominator == 1 else float(percent)
            return f"{format_decimal(number, locale=_LOCALES[language])} %"
        case bool():
            raise TypeError("a sentence says what is so; it does not print a bool")
        case int() | Decimal():
            return str(format_decimal(value, locale=_LOCALES[language]))
        case Sentence():
            return str(getattr(value, language))
        case Because():
            return said(value, language)
        case Basis():
            return cited(value, language)
        case Calendar() | str():
            return str(value)
        case tuple():
            parts = dict.fromkeys(written(each, language) for each in value)
            return (" ; " if language == "fr" else "; ").join(parts)
        case _:
            raise TypeError(f"no way to write {value!r}")


# One of it, and more than one.
_UNITS: Final = {
    Unit.DAY: (
        Sentence(en="{n} day", fr="{n} jour", nl="{n} dag", de="{n} Tag"),
        Sentence(en="{n} days", fr="{n} jours", nl="{n} dagen", de="{n} Tage"),
    ),
    Unit.MONTH: (
        Sentence(en="{n} month", fr="{n} mois", nl="{n} maand", de="{n} Monat"),
        Sentence(en="{n} months", fr="{n} mois", nl="{n} maanden", de="{n} Monate"),
    ),
    Unit.YEAR: (
        Sentence(en="{n} year", fr="{n} an", nl="{n} jaar", de="{n} Jahr"),
        Sentence(en="{n} years", fr="{n} ans", nl="{n} jaar", de="{n} Jahre"),
    ),
}
_ENDLESS: Final = Sentence(
    en="an unlimited time",
    fr="une durée illimitée",
    nl="onbeperkte tijd",
    de="unbegrenzte Zeit",
)


def _long(duration: Duration, language: str) -> str:
    """How long, as it stands after "for", "pendant", "gedurende" and "für"."""
    if duration.endless:
        return said(_ENDLESS(), language)
    one, several = _UNITS[duration.unit]
    return said((one if duration.number == 1 else several)(n=duration.number), language)


_ANNEX: Final = {
    "annex": {"fr": "annexe", "nl": "bijlage", "de": "Anhang"},
    "ann.": {"nl": "bijlage", "de": "Anhang"},
}


def cited(basis: Basis, language: str) -> str:
    """An article as a reader of ``language`` cites it."""
    name, article = written(basis.instrument, language), article_of(basis, language)
    return f"{name}, {article}" if article else name


def begun(text: str) -> str:
    """A text as a sentence begins with it: "règlement (UE) 2016/679" is a name inside of one."""
    return text[:1].upper() + text[1:]


def article_of(basis: Basis, language: str) -> str:
    """The article without its instrument; German writes "Art." with a capital, and an annex of
    the Union's law has a name in each language."""
    article = basis.article
    if language == "de" and article.startswith("art. "):
        return f"A{article[1:]}"
    kind, _, number = article.partition(" ")
    if kind in _ANNEX and language in _ANNEX[kind]:
        return f"{_ANNEX[kind][language]} {number}"
    return article
