"""Belgium."""

from reprise.law.be import conformity, hidden_defects, terms

__all__ = ["conformity", "hidden_defects", "terms"]
