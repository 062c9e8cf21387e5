"""Belgium."""

from reprise.law.be import guarantee

__all__ = ["guarantee"]
