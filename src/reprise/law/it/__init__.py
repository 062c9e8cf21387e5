"""Italy."""

from reprise.law.it import guarantee, producers

__all__ = ["guarantee", "producers"]
