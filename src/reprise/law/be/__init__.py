"""Belgium."""

from reprise.law.be import conformity, guarantee, hidden_defects, producers, terms

__all__ = ["conformity", "guarantee", "hidden_defects", "producers", "terms"]
