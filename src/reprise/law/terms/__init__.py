"""Rules that founding terms state, and no statute of a country."""

from reprise.law.terms import dispatch, disputes, parcels, sale

__all__ = ["dispatch", "disputes", "parcels", "sale"]
