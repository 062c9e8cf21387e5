"""France."""

from reprise.law.fr import hidden_defects, personal_data, private_copy, trackers

__all__ = ["hidden_defects", "personal_data", "private_copy", "trackers"]
