"""Spain."""

from reprise.law.es import guarantee

__all__ = ["guarantee"]
