"""Provisions of France."""

from reprise.law.fr import contract, price, producers, refurbished, reviews

__all__ = ["contract", "price", "producers", "refurbished", "reviews"]
