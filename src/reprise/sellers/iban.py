"""Reading an account number that a person has typed."""

from __future__ import annotations

from typing import Final

from stdnum import iban
from stdnum.exceptions import ValidationError

from reprise.kernel.refusal import Refusal

# From memory of the European Payments Council's list (EPC409-09), not read again: the states of the
# EEA, Switzerland, the United Kingdom with the Crown's islands and Gibraltar, and the small states.
SEPA: Final = frozenset(
    {
        "AD", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GI",
        "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MT", "NL", "NO", "PL",
        "PT", "RO", "SE", "SI", "SK", "SM", "VA",
    }
)  # fmt: skip
LONGEST: Final = 60


class NoIban(Refusal):
    code = "no_iban"
    message = (
        "This is no IBAN: a letter or digit is missing or wrong. Copy it from your bank’s papers or"
        " its app."
    )
    status = 422


class OutsideSepa(Refusal):
    code = "outside_sepa"
    message = (
        "Accounts in this country are not reached by SEPA transfers. Enter one of a bank in the"
        " SEPA area."
    )
    status = 422


def read(text: str) -> str:
    """The IBAN without spaces.  Raises NoIban, OutsideSepa; neither repeats what was typed."""
    compact = "".join(text[:LONGEST].split()).replace("-", "").upper()
    if not (compact.isascii() and compact.isalnum()):
        raise NoIban
    try:
        # By length, form and check digits.  Whether a country knows the bank is not asked: a list
        # of banks is older than the newest of them.
        iban.validate(compact, check_country=False)
    except ValidationError:
        raise NoIban from None
    if compact[:2] not in SEPA:
        raise OutsideSepa
    return compact
