"""The standard rates of VAT of the Member States, by date.

The rates of today and the changes since 2023 were read in an official-source data set of 23
September 2026.  The older rows are Duty27's (https://duty27.com/vat-rates/history, CC BY 4.0).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from reprise.kernel.rate import Rate
from reprise.law.instruments import VAT
from reprise.law.provision import Basis, Dated, Source

READ: Final = Basis(VAT, "", Source.OFFICIAL)
OLDER: Final = Basis(VAT, "", Source.SECONDARY)

_START: Final = date(2016, 1, 1)


def _rates(*rows: tuple[date, str, Basis]) -> tuple[Dated[Rate], ...]:
    return tuple(Dated(since, Rate.percent(percent), basis) for since, percent, basis in rows)


def _steady(percent: str) -> tuple[Dated[Rate], ...]:
    return _rates((_START, percent, READ))


STANDARD: Final = {
    "AT": _steady("20"),
    "BE": _steady("21"),
    "BG": _steady("20"),
    "CY": _steady("19"),
    "CZ": _steady("21"),
    "DE": _rates(
        (_START, "19", OLDER), (date(2020, 7, 1), "16", OLDER), (date(2021, 1, 1), "19", READ)
    ),
    "DK": _steady("25"),
    "EE": _rates(
        (_START, "20", OLDER), (date(2024, 1, 1), "22", READ), (date(2025, 7, 1), "24", READ)
    ),
    "ES": _steady("21"),
    "FI": _rates((_START, "24", OLDER), (date(2024, 9, 1), "25.5", READ)),
    "FR": _steady("20"),
    "GR": _rates((_START, "23", OLDER), (date(2016, 6, 1), "24", READ)),
    "HR": _steady("25"),
    "HU": _steady("27"),
    "IE": _rates(
        (_START, "23", OLDER), (date(2020, 9, 1), "21", OLDER), (date(2021, 3, 1), "23", READ)
    ),
    "IT": _steady("22"),
    "LT": _steady("21"),
    "LU": _rates(
        (_START, "17", OLDER), (date(2023, 1, 1), "16", OLDER), (date(2024, 1, 1), "17", READ)
    ),
    "LV": _steady("21"),
    "MT": _steady("18"),
    "NL": _steady("21"),
    "PL": _steady("23"),
    "PT": _steady("23"),
    "RO": _rates(
        (_START, "20", OLDER), (date(2017, 1, 1), "19", OLDER), (date(2025, 8, 1), "21", READ)
    ),
    "SE": _steady("25"),
    "SI": _steady("22"),
    "SK": _rates((_START, "20", OLDER), (date(2025, 1, 1), "23", READ)),
}
