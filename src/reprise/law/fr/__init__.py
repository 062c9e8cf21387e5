"""Provisions of France."""

from reprise.law.fr import contract, price

__all__ = ["contract", "price"]
