"""Provisions that the Member States have in common."""

from reprise.law.eu import repair, withdrawal

__all__ = ["repair", "withdrawal"]
