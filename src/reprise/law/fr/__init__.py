"""France."""

from reprise.law.fr import hidden_defects

__all__ = ["hidden_defects"]
