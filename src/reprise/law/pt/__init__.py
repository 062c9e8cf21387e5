"""Portugal."""

from reprise.law.pt import guarantee, producers

__all__ = ["guarantee", "producers"]
