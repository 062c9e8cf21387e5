"""The pick-up points: invented for any valid postcode, the same ones each time, named for what
they are."""

from __future__ import annotations

import hashlib
import re
from typing import Any, Final

# The form of a postcode (Universal Postal Union, addressing sheets).  Dutch letters leave SA, SD
# and SS out; German ones run from 01001 to 99998, French ones from 01000 to 98999.
POSTCODES: Final = {
    "FR": re.compile(r"(?:0[1-9]|[1-8]\d|9[0-8])\d{3}"),
    "BE": re.compile(r"[1-9]\d{3}"),
    "NL": re.compile(r"[1-9]\d{3} (?!S[ADS])[A-Z]{2}"),
    "DE": re.compile(r"(?!01000|99999)(?:0[1-9]|[1-9]\d)\d{3}"),
}
# What a point, its street and its town are called there, so that nobody takes them for real.
WORDS: Final = {
    "FR": ("Relais de démonstration {}", "{} rue de l’Exemple", "Ville-Exemple"),
    "BE": ("Demopunt {}", "Voorbeeldstraat {}", "Voorbeeldstad"),
    "NL": ("Demopunt {}", "Voorbeeldstraat {}", "Voorbeeldstad"),
    "DE": ("Vorführ-Paketshop {}", "Musterstraße {}", "Musterstadt"),
}
NUMBER: Final = 8
CODE: Final = re.compile(r"([0-9A-Z]{4,6})-([1-8])")
WEEKDAYS: Final = ("09:00-12:30 14:00-19:00", "08:00-20:00", "10:00-18:30")
SATURDAY: Final = ("09:00-13:00", "10:00-17:00", "")


class BadPostcode(ValueError):
    """Not a postcode of that country, or no country that we serve."""


def postcode_of(country: str, typed: str) -> str:
    """The postcode as its country writes it.  Raises BadPostcode."""
    bare = "".join(typed.upper().split())
    if country == "NL":
        bare = f"{bare[:4]} {bare[4:]}"
    pattern = POSTCODES.get(country)
    if pattern is None or not bare.isascii() or not pattern.fullmatch(bare):
        raise BadPostcode(typed)
    return bare


def near(country: str, typed: str, limit: int) -> list[dict[str, Any]]:
    """The points of a postcode, the nearest first.  Raises BadPostcode."""
    postcode = postcode_of(country, typed)
    return [_point(country, postcode, number) for number in range(1, min(limit, NUMBER) + 1)]


def named(country: str, code: str) -> dict[str, Any] | None:
    """The point with this code; None when there is none."""
    found = CODE.fullmatch(code)
    if found is None:
        return None
    try:
        return _point(country, postcode_of(country, found[1]), int(found[2]))
    except BadPostcode:
        return None


def _point(country: str, postcode: str, number: int) -> dict[str, Any]:
    code = f"{postcode.replace(' ', '')}-{number}"
    chance = hashlib.sha256(f"{country} {code}".encode()).digest()
    hours = [("mo-fr", WEEKDAYS[chance[0] % 3])]
    if times := SATURDAY[chance[1] % 3]:
        hours.append(("sa", times))
    name, street, town = WORDS[country]
    return {
        "code": code,
        "name": name.format(number),
        "street": street.format(1 + chance[2] % 99),
        "postcode": postcode,
        "town": town,
        "country": country,
        "hours": hours,
    }
