"""Registered producers in Portugal: of its own registers nothing was read."""

from __future__ import annotations

from typing import Final

from reprise.law.eu.producers import Stream
from reprise.law.producers.questions import Producers, Unread

LAW: Final = Producers(
    country="PT",
    electronics=Unread("Portugal", Stream.ELECTRONICS),
    packaging=Unread("Portugal", Stream.PACKAGING),
    batteries=Unread("Portugal", Stream.BATTERIES),
)
