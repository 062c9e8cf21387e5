"""Which countries there are, and where Regulation (EU) 2016/679 holds."""

from __future__ import annotations

from typing import Final

from babel import Locale

# No other basis for a transfer is needed there (art. 44).
EEA: Final = frozenset({
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS",
    "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
})  # fmt: skip
# Two letters that name no country: parts of one, unions, and what nobody is.
_NO_COUNTRY: Final = frozenset({
    "AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ",
})  # fmt: skip
# ISO 3166, and Kosovo as the Union writes it.
COUNTRIES: Final = (
    frozenset(
        code for code in map(str, Locale("en").territories) if len(code) == 2 and code.isalpha()
    )
    - _NO_COUNTRY
)
