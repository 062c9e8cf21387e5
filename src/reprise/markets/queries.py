"""The markets of this deployment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Market:
    """A country as a market.

    ``languages`` are the country's own, the first one leading; English is offered in each.
    ``methods`` are payment methods in the order in which they are shown.  ``postcode`` is the
    pattern of the country's postcodes (S49b: delivery in the market's country only).
    """

    code: str
    country: str
    currency: str
    languages: tuple[str, ...]
    time_zone: str
    methods: tuple[str, ...]
    postcode: str

    @property
    def locales(self) -> tuple[str, ...]:
        return tuple(f"{language}-{self.code}" for language in (*self.languages, "en"))


MARKETS: Final[dict[str, Market]] = {
    market.code: market
    for market in (
        Market("fr", "FR", "EUR", ("fr",), "Europe/Paris", ("card",), r"\d{5}"),
        Market(
            "be", "BE", "EUR", ("fr", "nl"), "Europe/Brussels", ("card", "bancontact"),
            r"[1-9]\d{3}",
        ),
        Market(
            "nl", "NL", "EUR", ("nl",), "Europe/Amsterdam", ("ideal", "card"),
            r"[1-9]\d{3} ?[A-Za-z]{2}",
        ),
        Market("de", "DE", "EUR", ("de",), "Europe/Berlin", ("card",), r"\d{5}"),
    )
}  # fmt: skip

LOCALES: Final[dict[str, tuple[str, Market]]] = {
    locale: (locale.split("-")[0], market)
    for market in MARKETS.values()
    for locale in market.locales
}


def market(code: str) -> Market:
    """The market of a two-letter code.  Raises KeyError."""
    return MARKETS[code]
