"""Registered producers in Spain: of its own registers nothing was read."""

from __future__ import annotations

from typing import Final

from reprise.law.eu.producers import Stream
from reprise.law.producers.questions import Producers, Unread

LAW: Final = Producers(
    country="ES",
    electronics=Unread("Spain", Stream.ELECTRONICS),
    packaging=Unread("Spain", Stream.PACKAGING),
    batteries=Unread("Spain", Stream.BATTERIES),
)
