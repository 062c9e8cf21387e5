"""Provisions that the Member States have in common."""

from reprise.law.eu import withdrawal

__all__ = ["withdrawal"]
