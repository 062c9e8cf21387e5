"""Germany."""

from reprise.law.de import guarantee

__all__ = ["guarantee"]
