"""Proportions, exact."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True, order=True)
class Rate:
    """A proportion as an exact fraction: 1 is the whole, 1/5 is twenty per cent."""

    fraction: Fraction

    @classmethod
    def percent(cls, text: str) -> Rate:
        """``Rate.percent("8.5")`` is 8.5 %.  Raises ValueError for anything but a number."""
        return cls(Fraction(text) / 100)

    @classmethod
    def of(cls, part: int, whole: int) -> Rate:
        """``part`` in ``whole``.  Raises ZeroDivisionError when the whole is zero."""
        return cls(Fraction(part, whole))

    @classmethod
    def ppm(cls, millionths: int) -> Rate:
        """A rate stored as an integer number of millionths."""
        return cls(Fraction(millionths, 1_000_000))

    @property
    def in_percent(self) -> Decimal:
        """The rate in per cent, to six decimals."""
        value = self.fraction * 100
        return round(Decimal(value.numerator) / Decimal(value.denominator), 6).normalize()
