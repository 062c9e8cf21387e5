"""Provisions of the Netherlands."""

from reprise.law.nl import contract

__all__ = ["contract"]
