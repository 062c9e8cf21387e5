"""France."""

from reprise.law.fr import (
    conformity,
    guarantee,
    hidden_defects,
    personal_data,
    private_copy,
    trackers,
)

__all__ = ["conformity", "guarantee", "hidden_defects", "personal_data", "private_copy", "trackers"]
