"""Belgium."""

from reprise.law.be import conformity, guarantee, hidden_defects, terms

__all__ = ["conformity", "guarantee", "hidden_defects", "terms"]
