"""Provisions of France."""

from reprise.law.fr import contract, price, producers, refurbished

__all__ = ["contract", "price", "producers", "refurbished"]
