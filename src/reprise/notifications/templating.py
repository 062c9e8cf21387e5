"""The e-mails' own Jinja2: HTML is escaped, plain text is not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import translation
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from reprise.kernel.money import Money
from reprise.markets import formats
from reprise.markets.phrases import Translated


@cache
def _environment(language: str) -> Environment:
    return Translated(
        language=language,
        auto_reload=False,
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=lambda name: name is not None and name.endswith(".html"),
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(name: str, facts: dict[str, Any]) -> str:
    """A template with ``facts``, in the language that is active."""
    language, market = facts["language"], facts["market"]

    def money(minor: int, currency: str) -> str:
        return formats.money(Money(minor, currency), language, market)

    def when(value: Any) -> str:
        return formats.instant(value, language, market)

    def day(value: Any) -> str:
        return formats.day(value, language, market)

    return (
        _environment(language)
        .get_template(name)
        .render(
            money=money,
            when=when,
            day=day,
            **_names(language),
            perils=perils,
            **facts,
        )
    )


@cache
def _names(language: str) -> dict[str, dict[str, str]]:
    with translation.override(language):
        return {"grades": grade_names(), "vat": vat_names(), "carriers": carrier_names()}


def subject(template: str, facts: dict[str, Any]) -> str:
    """An e-mail's subject: one line, whose narrow spaces stay."""
    return re.sub(r"[ \t\r\n]+", " ", render(f"{template}/subject.txt", facts)).strip()


def perils(codes: Iterable[str]) -> str:
    """What an insurance covers, in the active language."""
    names = {
        "breakage": translation.gettext("breakage"),
        "theft": translation.gettext("theft"),
    }
    return ", ".join(names.get(code, code) for code in codes)


def vat_names() -> dict[str, str]:
    """What a line says of its VAT, in the active language."""
    return {
        "margin": translation.gettext(
            "VAT on the seller’s margin, included and not shown separately"
        ),
        "standard": translation.gettext("VAT included"),
    }


def carrier_names() -> dict[str, str]:
    """The carriers' names in the active language."""
    return {"sandbox": translation.gettext("Demonstration carrier")}


def provider_names() -> dict[str, str]:
    """The payment providers' names in the active language."""
    return {"sandbox": translation.gettext("Demonstration payment provider")}


def grade_names() -> dict[str, str]:
    """The grades' names in the active language."""
    return {
        "fair": translation.gettext("Fair"),
        "good": translation.gettext("Good"),
        "very_good": translation.gettext("Very good"),
        "premium": translation.gettext("Premium"),
    }
