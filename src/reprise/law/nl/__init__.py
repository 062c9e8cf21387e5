"""The Netherlands."""

from reprise.law.nl import guarantee

__all__ = ["guarantee"]
