"""The Netherlands."""

from reprise.law.nl import contract, guarantee, producers

__all__ = ["contract", "guarantee", "producers"]
