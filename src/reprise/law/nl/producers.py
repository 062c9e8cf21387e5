"""Registered producers in the Netherlands: of its own registers nothing was read."""

from __future__ import annotations

from typing import Final

from reprise.law.eu.producers import Stream
from reprise.law.producers.questions import Producers, Unread

LAW: Final = Producers(
    country="NL",
    electronics=Unread("Netherlands", Stream.ELECTRONICS),
    packaging=Unread("Netherlands", Stream.PACKAGING),
    batteries=Unread("Netherlands", Stream.BATTERIES),
)
