"""Provisions of Germany."""

from reprise.law.de import contract

__all__ = ["contract"]
