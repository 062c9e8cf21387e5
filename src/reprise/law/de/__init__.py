"""Germany."""

from reprise.law.de import contract, guarantee, producers

__all__ = ["contract", "guarantee", "producers"]
