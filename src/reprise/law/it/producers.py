"""Registered producers in Italy: of its own registers nothing was read."""

from __future__ import annotations

from typing import Final

from reprise.law.eu.producers import Stream
from reprise.law.producers.questions import Producers, Unread

LAW: Final = Producers(
    country="IT",
    electronics=Unread("Italy", Stream.ELECTRONICS),
    packaging=Unread("Italy", Stream.PACKAGING),
    batteries=Unread("Italy", Stream.BATTERIES),
)
