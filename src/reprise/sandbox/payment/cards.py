"""The test cards: each number is one documented behaviour, and no other number is taken."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Behaviour(StrEnum):
    SUCCEEDS = "succeeds"
    DECLINED = "declined"
    NO_FUNDS = "no_funds"
    CHALLENGE = "challenge"
    CHALLENGE_DECLINED = "challenge_declined"
    CAPTURE_REFUSED = "capture_refused"
    NOTICE_LATE = "notice_late"
    NOTICE_TWICE = "notice_twice"
    NOTICE_DISORDER = "notice_disorder"
    NOTICE_NEVER = "notice_never"
    ANSWER_LOST = "answer_lost"
    LAPSES = "lapses"


CARDS: Final[dict[str, Behaviour]] = {
    "4242424242424242": Behaviour.SUCCEEDS,
    "4000000000000002": Behaviour.DECLINED,
    "4000000000009995": Behaviour.NO_FUNDS,
    "4000000000003220": Behaviour.CHALLENGE,
    "4000008400001629": Behaviour.CHALLENGE_DECLINED,
    "4000000000000101": Behaviour.CAPTURE_REFUSED,
    "4000000000000200": Behaviour.NOTICE_LATE,
    "4000000000000309": Behaviour.NOTICE_TWICE,
    "4000000000000408": Behaviour.NOTICE_DISORDER,
    "4000000000000507": Behaviour.NOTICE_NEVER,
    "4000000000000606": Behaviour.ANSWER_LOST,
    "4000000000000705": Behaviour.LAPSES,
}

# Which message a buyer sees when the card is turned down at once.
TURNED_DOWN: Final = {
    Behaviour.DECLINED: "card_declined",
    Behaviour.NO_FUNDS: "insufficient_funds",
}
CHALLENGED: Final = frozenset({Behaviour.CHALLENGE, Behaviour.CHALLENGE_DECLINED})
TRIES: Final = 3


@dataclass(frozen=True, slots=True)
class Card:
    """What is left of a card form once it is understood: a behaviour and four digits."""

    behaviour: Behaviour
    last4: str


def grouped(number: str) -> str:
    """The number as it is printed on a card: groups of four."""
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))


def luhn(number: str) -> bool:
    """True when the check digit is right (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def read_card(
    number: str, expiry: str, code: str, *, year: int, month: int
) -> tuple[Card | None, dict[str, str]]:
    """The card, or what is wrong with each field (field name to the code of a text).

    ``year`` and ``month`` are today's.  Nothing that was typed is kept but the last four digits.
    """
    wrong: dict[str, str] = {}
    digits = number.replace(" ", "").replace("-", "")
    behaviour = CARDS.get(digits)
    if not digits:
        wrong["number"] = "number_missing"
    elif not (digits.isascii() and digits.isdecimal() and 12 <= len(digits) <= 19):
        wrong["number"] = "number_shape"
    elif not luhn(digits):
        wrong["number"] = "number_digits"
    elif behaviour is None:
        wrong["number"] = "number_real"
    if problem := _expiry_problem(expiry, year, month):
        wrong["expiry"] = problem
    secret = code.strip()
    if not (secret.isascii() and secret.isdecimal() and len(secret) == 3):
        wrong["code"] = "code_shape"
    if wrong or behaviour is None:
        return None, wrong
    return Card(behaviour, digits[-4:]), {}


def _expiry_problem(expiry: str, year: int, month: int) -> str:
    parts = expiry.replace(" ", "").replace("-", "/").replace(".", "/").split("/")
    if len(parts) == 1 and len(parts[0]) == 4:
        parts = [parts[0][:2], parts[0][2:]]
    if len(parts) != 2 or not all(part.isascii() and part.isdecimal() for part in parts):
        return "expiry_shape"
    if len(parts[0]) > 2 or len(parts[1]) not in (2, 4) or not 1 <= int(parts[0]) <= 12:
        return "expiry_shape"
    ends = int(parts[1]) + (2000 if len(parts[1]) == 2 else 0)
    return "expiry_past" if (ends, int(parts[0])) < (year, month) else ""
