"""The Netherlands."""

from reprise.law.nl import contract, guarantee

__all__ = ["contract", "guarantee"]
