"""Proportions, exact."""

from __future__ import annotations

from dataclasses import dataclass
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
