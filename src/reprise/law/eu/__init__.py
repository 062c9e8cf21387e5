"""Provisions that the Member States have in common."""

from reprise.law.eu import dac7, impact, repair, requests, vat, withdrawal

__all__ = ["dac7", "impact", "repair", "requests", "vat", "withdrawal"]
