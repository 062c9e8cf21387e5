"""France."""

from reprise.law.fr import personal_data, private_copy, trackers

__all__ = ["personal_data", "private_copy", "trackers"]
