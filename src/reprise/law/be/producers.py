"""Registered producers in Belgium: of its own registers nothing was read."""

from __future__ import annotations

from typing import Final

from reprise.law.eu.producers import Stream
from reprise.law.producers.questions import Producers, Unread

LAW: Final = Producers(
    country="BE",
    electronics=Unread("Belgium", Stream.ELECTRONICS),
    packaging=Unread("Belgium", Stream.PACKAGING),
    batteries=Unread("Belgium", Stream.BATTERIES),
)
