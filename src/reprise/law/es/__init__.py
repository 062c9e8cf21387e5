"""Spain."""

from reprise.law.es import guarantee, producers

__all__ = ["guarantee", "producers"]
