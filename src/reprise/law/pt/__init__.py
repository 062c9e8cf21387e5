"""Portugal."""

from reprise.law.pt import guarantee

__all__ = ["guarantee"]
