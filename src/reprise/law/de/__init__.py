"""Provisions of Germany."""

from reprise.law.de import contract, producers

__all__ = ["contract", "producers"]
