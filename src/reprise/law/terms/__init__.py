"""What only the founding terms say: no statute asks for it."""

from reprise.law.terms import fees

__all__ = ["fees"]
