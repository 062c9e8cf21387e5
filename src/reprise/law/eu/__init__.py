"""Provisions that the Member States have in common."""

from reprise.law.eu import vat, withdrawal

__all__ = ["vat", "withdrawal"]
