"""Codes of the trade in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Final

from babel import Locale
from django.utils.translation import gettext_noop

from reprise.catalog.models import Variant
from reprise.catalog.states import Grade
from reprise.catalog.words import attribute
from reprise.checkout.rules import Device as QuotedDevice
from reprise.discovery.views import VariantView
from reprise.markets.phrases import gettext
from reprise.markets.queries import MARKETS

Device = Variant | VariantView | QuotedDevice


@dataclass(frozen=True, slots=True)
class Condition:
    """What a grade means, as published: texts are keys of translations, ``battery`` is per cent,
    ``without_battery`` is the brief of a device that has none, where that differs."""

    grade: Grade
    name: str
    brief: str
    screen: str
    body: str
    battery: int
    without_battery: str = ""


CONDITIONS: Final[dict[str, Condition]] = {
    condition.grade.value: condition
    for condition in (
        Condition(
            Grade.FAIR,
            gettext_noop("Fair"),
            gettext_noop("Visible marks, works fully"),
            gettext_noop("Scratches that show when it is off, hardly when it is on. No cracks."),
            gettext_noop("Visible scratches or small dents."),
            80,
        ),
        Condition(
            Grade.GOOD,
            gettext_noop("Good"),
            gettext_noop("Light marks, seen up close"),
            gettext_noop("Fine scratches that disappear when it is on."),
            gettext_noop("Light marks that can be seen from 20 cm."),
            80,
        ),
        Condition(
            Grade.VERY_GOOD,
            gettext_noop("Very good"),
            gettext_noop("No marks seen from 20 cm"),
            gettext_noop("No marks that can be seen from 20 cm."),
            gettext_noop("Micro-scratches that cannot be seen from 20 cm."),
            85,
        ),
        Condition(
            Grade.PREMIUM,
            gettext_noop("Premium"),
            gettext_noop("No visible marks, stronger battery"),
            gettext_noop("No visible marks."),
            gettext_noop("No visible marks."),
            90,
            gettext_noop("No visible marks"),
        ),
    )
}

ACCESSORIES: Final = {
    "box": gettext_noop("Box"),
    "cable": gettext_noop("Charging cable"),
    "case": gettext_noop("Charging case"),
    "charger": gettext_noop("Power adapter"),
    "controller": gettext_noop("Controller"),
    "dock": gettext_noop("Docking station"),
    "ear-tips": gettext_noop("New ear tips"),
    "hdmi-cable": gettext_noop("HDMI cable"),
    "keyboard": gettext_noop("Keyboard"),
    "pen": gettext_noop("Pen"),
    "power-cord": gettext_noop("Power cord"),
    "sim-tool": gettext_noop("SIM tool"),
    "strap": gettext_noop("Strap"),
}
CARRIERS: Final = {
    "sandbox": gettext_noop("Demonstration carrier"),
}
PROVIDERS: Final = {
    "sandbox": gettext_noop("Demonstration payment provider"),
}
# Payment providers and insurers, where staff read who holds what.
PARTIES: Final = {
    "sandbox": gettext_noop("Demonstration"),
}
METHODS: Final = {
    "card": gettext_noop("Bank card"),
    "bancontact": gettext_noop("Bancontact"),
    "ideal": gettext_noop("iDEAL"),
}
DELIVERY: Final = {
    "home": gettext_noop("Home delivery"),
    "point": gettext_noop("Pick-up point"),
}
_DAYS: Final = ("mo", "tu", "we", "th", "fr", "sa", "su")
MARKET_CODES: Final = tuple(MARKETS)
VAT: Final = {
    "margin": gettext_noop("VAT on the seller’s margin, included and not shown separately"),
    "standard": gettext_noop("VAT included"),
}
KINDS: Final = {
    "cookie": gettext_noop("Cookie"),
    "local_storage": gettext_noop("Stored in the browser"),
    "session_storage": gettext_noop("Stored in the tab"),
    "indexed_db": gettext_noop("Database in the browser"),
    "cache": gettext_noop("Files kept by the browser"),
    "reading": gettext_noop("Asked of the device"),
}
KEPT: Final = {
    "browser": gettext_noop("until you close your browser"),
    "holder": gettext_noop("until you delete it on your device"),
    "moment": gettext_noop("looked at, not kept"),
}
CONTROLLERS: Final = {"operator": gettext_noop("this shop")}
# What a partner is under the GDPR.
ROLES: Final = {
    "controller": gettext_noop("decides by itself what is done with it"),
    "joint": gettext_noop("decides together with us what is done with it"),
    "processor": gettext_noop("works for us alone"),
}
# What a recipient outside the European Economic Area does, and what protects the data there.
SERVICES: Final = {
    "hosting": gettext_noop("hosting"),
    "mail": gettext_noop("sending e-mail"),
    "support": gettext_noop("answering customers"),
    "payment": gettext_noop("payments"),
    "delivery": gettext_noop("deliveries"),
}
SAFEGUARDS: Final = {
    "adequacy": gettext_noop(
        "the European Commission has decided that the country protects data well enough (art. 45)"
    ),
    "clauses": gettext_noop(
        "standard data protection clauses of the European Commission (art. 46(2)(c))"
    ),
    "binding_rules": gettext_noop("binding rules of its group of businesses (art. 47)"),
}
# What a person asks for about their data, why it takes longer, and how it ends.
REQUESTS: Final = {
    "access": gettext_noop("Your data"),
    "portability": gettext_noop("Data for another service"),
    "rectification": gettext_noop("Correction"),
    "erasure": gettext_noop("Erasure"),
    "restriction": gettext_noop("Leave it alone"),
    "objection": gettext_noop("Objection"),
}
EXTENSIONS: Final = {
    "complex": gettext_noop("It is complex"),
    "numerous": gettext_noop("There are many requests"),
}
REQUEST_OUTCOMES: Final = {
    "given": gettext_noop("downloaded"),
    "corrected": gettext_noop("corrected"),
    "erased": gettext_noop("carried out"),
    "rest_kept": gettext_noop("answered; the rest follows by itself"),
    "restricted": gettext_noop("carried out"),
    "stopped": gettext_noop("agreed to"),
    "nothing_held": gettext_noop("nothing is held"),
    "not_proven": gettext_noop("refused: nobody confirmed it by our letter"),
    "excessive": gettext_noop("refused: excessive"),
    "duty": gettext_noop("refused: the law has us keep it"),
    "overriding": gettext_noop("refused: our grounds prevail"),
    "correct": gettext_noop("refused: it is correct"),
    "too_late": gettext_noop("refused: too late to change it"),
}
PERILS: Final = {
    "breakage": gettext_noop("breakage"),
    "theft": gettext_noop("theft"),
}
AXES: Final = {
    "processor": gettext_noop("Processor"),
    "memory_gb": gettext_noop("Memory"),
    "storage_gb": gettext_noop("Storage"),
    "case_mm": gettext_noop("Case size"),
    "case_material": gettext_noop("Case material"),
    "connectivity": gettext_noop("Connection"),
    "keyboard": gettext_noop("Keyboard layout"),
    "sim": gettext_noop("SIM"),
    "colour": gettext_noop("Colour"),
}
FACETS: Final = {
    "line": gettext_noop("Range"),
    "brand": gettext_noop("Brand"),
    "model": gettext_noop("Model"),
    "storage": gettext_noop("Storage"),
    "colour": gettext_noop("Colour"),
    "grade": gettext_noop("Condition"),
}
SORTS: Final = {
    "popular": gettext_noop("Most ordered"),
    "price_asc": gettext_noop("Lowest price"),
    "price_desc": gettext_noop("Highest price"),
    "match": gettext_noop("Best match"),
}
CRITERIA: Final = {
    "aesthetic_defect": gettext_noop("Looks worse than its grade"),
    "wrong_product": gettext_noop("Wrong product"),
    "defective_product": gettext_noop("Defective product"),
    "wrong_accessories": gettext_noop("Wrong accessories"),
    "late_delivery": gettext_noop("Late delivery"),
}
# Why money moved on a seller's account.
BOOKINGS: Final = {
    "earned": gettext_noop("Delivered sale, less commission"),
}

# The ranking's codes as sentences, in the order in which the page says them.
TIES: Final = {
    "landed_price": gettext_noop("the lower price with delivery"),
    "late_delivery_rate": gettext_noop("the lower rate of late deliveries"),
    "listed_longer": gettext_noop("the offer that was listed first"),
    "words_found": gettext_noop("how many of your words were found"),
    "closeness_of_words": gettext_noop(
        "how closely they match: whole words before beginnings of words, beginnings before words "
        "with typing errors; in the name and brand before elsewhere"
    ),
    "whole_name": gettext_noop("whether you typed the whole name of the model"),
    "orders": gettext_noop("more orders in the same period"),
    "released_later": gettext_noop("the newer model"),
    "address": gettext_noop("the address of its page, in alphabetical order"),
}


@dataclass(frozen=True, slots=True)
class Colour:
    """A family of colours, and the colour of its swatch."""

    name: str
    hex: str


COLOURS: Final = {
    "black": Colour(gettext_noop("Black"), "#232a31"),
    "grey": Colour(gettext_noop("Grey"), "#6e7278"),
    "silver": Colour(gettext_noop("Silver"), "#c9ccd1"),
    "white": Colour(gettext_noop("White"), "#fbfaf7"),
    "gold": Colour(gettext_noop("Gold"), "#d9c29c"),
    "brown": Colour(gettext_noop("Brown"), "#6b4f3a"),
    "red": Colour(gettext_noop("Red"), "#b3262f"),
    "pink": Colour(gettext_noop("Pink"), "#e6b8bf"),
    "orange": Colour(gettext_noop("Orange"), "#d9722e"),
    "yellow": Colour(gettext_noop("Yellow"), "#e9d66b"),
    "green": Colour(gettext_noop("Green"), "#5d7a63"),
    "blue": Colour(gettext_noop("Blue"), "#3c5f8a"),
    "purple": Colour(gettext_noop("Purple"), "#8f7fb0"),
}
# What tells one variant from another at a glance; the rest is said on the product's page.
_IN_TITLE: Final = ("processor", "memory_gb", "storage_gb", "case_mm", "connectivity", "keyboard")


def said(table: Mapping[str, str], code: str) -> str:
    """The word for a code; a code without a word stands for itself."""
    return gettext(table[code]) if code in table else code


def all_said(table: Mapping[str, str]) -> dict[str, str]:
    """A whole table of codes in the active language."""
    return {code: gettext(text) for code, text in table.items()}


def grade(code: str) -> str:
    return gettext(CONDITIONS[code].name) if code in CONDITIONS else code


def accessory(code: str) -> str:
    return said(ACCESSORIES, code)


def method(code: str) -> str:
    return said(METHODS, code)


def delivery(kind: str) -> str:
    return said(DELIVERY, kind)


def provider(code: str) -> str:
    """A payment provider's name, never its code where it has one."""
    return said(PROVIDERS, code)


def carrier(code: str) -> str:
    """A carrier's name, never its code where it has one."""
    return said(CARRIERS, code)


def party(code: str) -> str:
    return said(PARTIES, code)


def perils(codes: Iterable[str]) -> str:
    """What an insurance covers: ``breakage, theft``."""
    return ", ".join(said(PERILS, code) for code in codes)


def days(code: str, language: str) -> str:
    """``mo-fr`` is ``Mo.–Fr.`` in German."""
    names = Locale(language).days["format"]["abbreviated"]
    return "–".join(names[_DAYS.index(day)] for day in code.split("-") if day in _DAYS)


def left(until: datetime, now: datetime) -> str:
    """How long until an instant: ``2 d 4 h``, ``3 h 20 min``; empty when it has passed."""
    minutes = int((until - now).total_seconds()) // 60
    if minutes < 0:
        return ""
    hours, minutes = divmod(minutes, 60)
    if hours >= 48:
        return gettext("%(days)s d %(hours)s h") % {"days": hours // 24, "hours": hours % 24}
    return gettext("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": minutes}


def size(gigabytes: int) -> str:
    """128 GB, 1 TB; octets in French."""
    if gigabytes >= 1024 and gigabytes % 1024 == 0:
        return gettext("%(number)s TB") % {"number": gigabytes // 1024}
    return gettext("%(number)s GB") % {"number": gigabytes}


def named(names: Mapping[str, str], language: str) -> str:
    """A name in ``language``, else in English, else in any language; empty without one."""
    return str(names.get(language) or names.get("en") or next(iter(names.values()), ""))


def colour(variant: Device, language: str) -> str:
    """The maker's name of a variant's colour, in ``language`` where it has one."""
    return named(variant.colour_names, language)


def axis_value(variant: Device, axis: str) -> object:
    """What a variant is on an axis; None when the axis does not apply to it."""
    if axis in {"memory_gb", "storage_gb"}:
        return getattr(variant, axis)
    if axis == "colour":
        return variant.colour or None
    return variant.attributes.get(axis)


def axis_text(variant: Device, axis: str, language: str) -> str:
    value = axis_value(variant, axis)
    if value is None:
        return ""
    if axis == "colour":
        return colour(variant, language)
    if axis in {"memory_gb", "storage_gb"}:
        return size(int(str(value)))
    if axis == "case_mm":
        return f"{value} mm"
    return attribute(str(value))


def configuration(variant: Device, language: str) -> str:
    """What a variant is, in a line: ``128 Go, minuit``."""
    parts = [axis_text(variant, axis, language) for axis in (*_IN_TITLE, "colour")]
    return ", ".join(part for part in parts if part)


def languages(codes: tuple[str, ...], language: str) -> str:
    """``("fr", "en")`` is ``Französisch, Englisch`` in German."""
    names = Locale(language).languages
    return ", ".join(str(names.get(code, code)) for code in codes)


@lru_cache(maxsize=256)
def country(code: str, language: str) -> str:
    """``FR`` is ``Frankreich`` in German."""
    return str(Locale(language).territories.get(code, code))


def countries(codes: Iterable[str], language: str) -> str:
    """``("GB", "CH")`` is ``Schweiz, Vereinigtes Königreich`` in German."""
    return ", ".join(sorted(country(code, language) for code in codes))
