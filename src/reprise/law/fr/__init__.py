"""France."""

from reprise.law.fr import conformity, guarantee

__all__ = ["conformity", "guarantee"]
