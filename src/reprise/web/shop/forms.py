"""Reading the checkout form: what was typed is kept, what is wrong is said beside its field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from reprise.kernel.address import comparable
from reprise.markets.queries import Market
from reprise.orders.actions.place import ContactDraft
from reprise.web.account.forms import MOST_READ

LONGEST = {
    "name": 120,
    "email": 254,
    "phone": 30,
    "street": 160,
    "extra": 160,
    "postcode": 12,
    "town": 80,
}
_OPTIONAL = frozenset({"phone", "extra"})
_PHONE = re.compile(r"\+?[0-9 ()./-]{6,29}")
POSTCODES = {"FR": "69001", "BE": "1000", "NL": "1012 AB", "DE": "10115"}


@dataclass(frozen=True, slots=True)
class ContactForm:
    """``values`` as typed, ``errors`` by field; ``method`` is the way to pay that was chosen."""

    values: Mapping[str, str] = field(default_factory=lambda: dict.fromkeys(LONGEST, ""))
    method: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)

    def error(self, name: str) -> str:
        """What is wrong with a field; empty when nothing is."""
        return self.errors.get(name, "")


def read(data: Mapping[str, str], market: Market) -> ContactForm:
    """The form as posted."""
    values = {name: _clean(data.get(name, "")) for name in LONGEST}
    method = data.get("method", "")
    errors = {name: error for name in LONGEST if (error := _error(name, values[name], market))}
    if method not in market.methods:
        errors["method"] = _("Choose how you want to pay.")
    return ContactForm(values, method, errors)


def draft(form: ContactForm, market: Market, buyer_id: UUID | None = None) -> ContactDraft:
    """The contact of a form without errors; the country is the market's (S49b)."""
    typed = form.values
    return ContactDraft(
        name=typed["name"],
        email=typed["email"],
        phone=typed["phone"],
        street=typed["street"],
        extra=typed["extra"],
        postcode=typed["postcode"].upper(),
        town=typed["town"],
        country=market.country,
        buyer_id=buyer_id,
    )


def _clean(text: str) -> str:
    """One line, without what cannot be seen, its letters composed; of what is longer than any
    field, enough to see that it is."""
    seen = "".join(
        " " if letter in "\r\n\t" else letter
        for letter in unicodedata.normalize("NFC", text[:MOST_READ])
        if letter in "\r\n\t" or unicodedata.category(letter) not in {"Cc", "Cs", "Cf"}
    )
    return " ".join(seen.split())


def _error(name: str, value: str, market: Market) -> str:
    if not value:
        return "" if name in _OPTIONAL else _missing(name)
    if len(value) > LONGEST[name]:
        return _("Shorten this to %(most)s characters at most.") % {"most": LONGEST[name]}
    if name == "email":
        return _email_error(value)
    if name == "phone" and not _PHONE.fullmatch(value):
        return _("Use digits and spaces, such as +33 6 12 34 56 78, or leave it empty.")
    if name == "postcode" and not re.fullmatch(market.postcode, value):
        return _("Use a postcode of the country you are shopping in, such as %(example)s.") % {
            "example": POSTCODES[market.country]
        }
    return ""


def _missing(name: str) -> str:
    return {
        "name": _("Enter the first and last name for the parcel."),
        "email": _("Enter your e-mail address; the order confirmation goes there."),
        "street": _("Enter the street and house number."),
        "postcode": _("Enter the postcode."),
        "town": _("Enter the town."),
    }[name]


def _email_error(value: str) -> str:
    try:
        validate_email(value)
    except ValidationError:
        return _("Enter an address with an @ and a domain, such as camille@example.org.")
    if not comparable(value):
        return _("Enter the address in plain letters: no accents, no letters of another alphabet.")
    return ""
