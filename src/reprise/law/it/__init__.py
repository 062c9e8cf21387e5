"""Italy."""

from reprise.law.it import guarantee

__all__ = ["guarantee"]
