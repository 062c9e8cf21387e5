"""France."""

from reprise.law.fr import guarantee

__all__ = ["guarantee"]
