"""Amounts of money: integers in a currency's minor unit, never a float."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Final

from reprise.kernel.rate import Rate

# ISO 4217, minor units.  A currency that is missing here cannot be used by mistake.
MINOR_UNITS: Final[dict[str, int]] = {
    "EUR": 2, "GBP": 2, "USD": 2, "CHF": 2, "SEK": 2, "DKK": 2, "NOK": 2, "PLN": 2, "CZK": 2,
    "HUF": 2, "RON": 2, "BGN": 2, "AUD": 2,
    "JPY": 0, "KRW": 0, "ISK": 0,
    "KWD": 3, "BHD": 3, "JOD": 3, "OMR": 3, "TND": 3,
}  # fmt: skip


_PLAIN: Final = re.compile(r"-?[0-9]{1,12}(?:[.,][0-9]{1,6})?")


class CurrencyMismatch(TypeError):
    """Two amounts of different currencies met in one operation."""


def half_up(value: Fraction | Decimal) -> int:
    """The whole number nearest to ``value``; a half goes away from zero.

    Money is rounded by this, or by `up` or `down` where whoever is to lose nothing is named.
    """
    exact = Fraction(value)
    quotient, rest = divmod(abs(exact.numerator), exact.denominator)
    rounded = quotient + (1 if 2 * rest >= exact.denominator else 0)
    return rounded if exact >= 0 else -rounded


def up(value: Fraction) -> int:
    """The least whole number that is not below ``value``."""
    return ceil(value)


def down(value: Fraction) -> int:
    """The greatest whole number that is not above ``value``."""
    return floor(value)


@dataclass(frozen=True, slots=True)
class Money:
    """``minor`` units of ``currency`` (1234, "EUR" is 12.34 euros).

    Raises ValueError for a currency without known minor units, TypeError for an amount that is
    not an int.
    """

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if type(self.minor) is not int:
            raise TypeError(f"an amount is an int of minor units, not {self.minor!r}")
        if self.currency not in MINOR_UNITS:
            raise ValueError(f"unknown currency {self.currency!r}")

    @classmethod
    def zero(cls, currency: str) -> Money:
        return cls(0, currency)

    @classmethod
    def parse(cls, text: str, currency: str) -> Money:
        """Read a plain decimal ("12.3", "12,30", "-4"); no grouping, no exponent, no rounding.

        Raises ValueError when the text is not such a number, is longer than any price, or has
        more decimals than the currency.
        """
        if currency not in MINOR_UNITS:
            raise ValueError(f"unknown currency {currency!r}")
        if not _PLAIN.fullmatch(text.strip()):
            raise ValueError(f"not an amount: {text[:40]!r}")
        value = Decimal(text.strip().replace(",", "."))
        scaled = value.scaleb(MINOR_UNITS[currency])
        if scaled != scaled.to_integral_value():
            raise ValueError(f"{currency} has {MINOR_UNITS[currency]} decimals: {text!r}")
        return cls(int(scaled), currency)

    @classmethod
    def total(cls, amounts: Iterable[Money], currency: str) -> Money:
        """The sum of ``amounts``; zero of ``currency`` when there are none."""
        result = cls.zero(currency)
        for amount in amounts:
            result += amount
        return result

    @property
    def decimal(self) -> Decimal:
        """The amount in the currency's major unit, with all its decimals."""
        return Decimal(self.minor).scaleb(-MINOR_UNITS[self.currency])

    def _same(self, other: Money) -> int:
        if not isinstance(other, Money):
            raise TypeError(f"money meets money, not {other!r}")
        if other.currency != self.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency}")
        return other.minor

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._same(other), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __mul__(self, times: int) -> Money:
        if type(times) is not int:
            raise TypeError("an amount is multiplied by an int; use share() for a rate")
        return Money(self.minor * times, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: Money) -> bool:
        return self.minor <= self._same(other)

    def __gt__(self, other: Money) -> bool:
        return self.minor > self._same(other)

    def __ge__(self, other: Money) -> bool:
        return self.minor >= self._same(other)

    def __bool__(self) -> bool:
        return self.minor != 0

    def share(self, rate: Rate, rounded: Callable[[Fraction], int] = half_up) -> Money:
        """``rate`` of this amount, rounded to the minor unit."""
        return Money(rounded(self.minor * rate.fraction), self.currency)

    def split(self, weights: Sequence[int]) -> list[Money]:
        """Divide in proportion to ``weights``; the parts add up to the amount exactly.

        Each part is at most one minor unit away from its exact share.  Left-over units go to the
        largest remainders, the earlier part first on a tie.  All weights zero: equal parts.
        Raises ValueError when there is no weight or a negative one.
        """
        if not weights or any(weight < 0 for weight in weights):
            raise ValueError("weights are one or more numbers, none negative")
        shares = list(weights) if any(weights) else [1] * len(weights)
        whole = sum(shares)
        sign = 1 if self.minor >= 0 else -1
        parts, rests = [], []
        for index, weight in enumerate(shares):
            quotient, rest = divmod(abs(self.minor) * weight, whole)
            parts.append(quotient)
            rests.append((-rest, index))
        for _, index in sorted(rests)[: abs(self.minor) - sum(parts)]:
            parts[index] += 1
        return [Money(sign * part, self.currency) for part in parts]

    def __str__(self) -> str:
        return f"{self.decimal} {self.currency}"


def quantized(value: Decimal, decimals: int) -> Decimal:
    """``value`` with ``decimals`` places, half up; for display of scores, never for money."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
