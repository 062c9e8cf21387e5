"""The label of a parcel: read strictly, printed by Typst on A6."""

from __future__ import annotations

import json
import re
import threading
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst
from barcode.codex import Code128

from reprise.sandbox.carrier import points

# A compiler is for one thread at a time; a label takes it about two milliseconds.
ONE_AT_A_TIME: Final = threading.Lock()
HERE: Final = Path(__file__).parent
NUMBER: Final = re.compile(r"SB\d{14}")
# Upper ends of the weight classes in grams, and how they are printed.
CLASSES: Final = (
    (250, "up to 250 g"),
    (500, "up to 500 g"),
    (1_000, "up to 1 kg"),
    (2_000, "up to 2 kg"),
    (5_000, "up to 5 kg"),
    (10_000, "up to 10 kg"),
    (30_000, "up to 30 kg"),
)
# What a barcode reader needs: 0.25 mm or more a module (ISO/IEC 15417), ten modules of quiet zone.
MODULE_MM: Final = 0.5
HEIGHT_MM: Final = 30
COUNTRIES: Final = {"FR": "FRANCE", "BE": "BELGIUM", "NL": "NETHERLANDS", "DE": "GERMANY"}


class BadOrder(ValueError):
    """The code says what is wrong."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is printed; names and lines are free text, everything else has been checked."""

    number: str
    reference: str
    weight: str
    shipped_on: date
    sender: tuple[str, ...]
    recipient: tuple[str, ...]
    point: str


def check_digit(digits: str) -> int:
    """GS1's check digit: weights 3 and 1 from the right, to the next ten."""
    total = sum(int(d) * (3, 1)[place % 2] for place, d in enumerate(reversed(digits)))
    return -total % 10


def read_order(body: bytes) -> Order:
    """The label that a request asks for.  Raises BadOrder."""
    try:
        given = json.loads(body)
        number, weight = given["number"], given["weight_g"]
        order = Order(
            number=_text(number, 16),
            reference=_text(given["reference"], 20),
            weight=_class(weight),
            shipped_on=date.fromisoformat(given["shipped_on"]),
            sender=_party(given["sender"]),
            recipient=_party(given["recipient"]),
            point=_text(given["point"], 20),
        )
        # For whoever drives; it is on no paper.
        _text(given.get("phone", ""), 30)
        country = given["country"]
    except (ValueError, KeyError, TypeError):
        raise BadOrder("invalid_order") from None
    if not NUMBER.fullmatch(order.number) or check_digit(number[2:-1]) != int(number[-1]):
        raise BadOrder("not_our_number")
    if country not in COUNTRIES:
        raise BadOrder("country_not_served")
    if not order.weight:
        raise BadOrder("too_heavy")
    recipient = order.recipient
    if order.point:
        found = points.named(country, order.point)
        if found is None:
            raise BadOrder("no_such_point")
        recipient = (
            recipient[0], found["name"], found["street"],
            f"{found['postcode']} {found['town']}",
        )  # fmt: skip
    elif len(recipient) < 3:
        raise BadOrder("no_address")
    return Order(
        order.number, order.reference, order.weight, order.shipped_on, order.sender,
        (*recipient, COUNTRIES[country]), order.point,
    )  # fmt: skip


def _class(weight: Any) -> str:
    """The weight class of so many grams, empty above the heaviest one."""
    if weight is None:
        return "not stated"
    if type(weight) is not int or weight <= 0:
        raise ValueError("not a weight")
    return next((name for end, name in CLASSES if weight <= end), "")


def _text(value: Any, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest or not (value.isprintable() or not value):
        raise ValueError("not a printable text of that length")
    return value


def _party(given: Any) -> tuple[str, ...]:
    lines = given["lines"]
    if not isinstance(lines, list) or len(lines) > 6 or not given["name"]:
        raise ValueError("not a name and lines")
    return (_text(given["name"], 120), *(_text(line, 200) for line in lines if line))


def modules(number: str) -> str:
    """The barcode of a number: 1 for a bar and 0 for a space of one module's width (Code 128)."""
    return str(Code128(number).build()[0])


def barcode_svg(number: str) -> str:
    """The barcode as a picture whose width is its modules times MODULE_MM."""
    pattern = modules(number)
    bars = "".join(
        f'<rect x="{bar.start()}" y="0" width="{bar.end() - bar.start()}" height="10"/>'
        for bar in re.finditer("1+", pattern)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {len(pattern)} 10"'
        f' preserveAspectRatio="none">{bars}</svg>'
    )


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(
        str(HERE / "label.typ"), font_paths=[str(HERE / "fonts")], ignore_system_fonts=True
    )


def pdf(order: Order) -> bytes:
    """The label, one page of A6."""
    facts = {
        "number": " ".join(re.findall(".{1,4}", order.number)),
        "plain": order.number,
        "reference": order.reference,
        "weight": order.weight,
        "date": order.shipped_on.isoformat(),
        "service": "PICK-UP POINT" if order.point else "HOME",
        "point": order.point,
        "sender": order.sender,
        "recipient": order.recipient,
        "barcode": barcode_svg(order.number),
        "width": len(modules(order.number)) * MODULE_MM,
        "height": HEIGHT_MM,
    }
    with ONE_AT_A_TIME:
        made = _compiler().compile(format="pdf", sys_inputs={"label": json.dumps(facts)})
    if not isinstance(made, bytes):
        raise TypeError("one document makes one file")
    return made
