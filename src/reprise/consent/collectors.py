"""What the shop itself stores for a purpose that needs consent: declared here, or not stored (S38).

A context that adds such a table registers it when it starts.  Then the table's rows leave with the
consent that they rest on, and whatever was collected without one is found and erased.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reprise.consent.configuration import Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Collector:
    """A table whose rows each name the receipt by which they were collected, and when.

    ``receipt`` and ``at`` are columns that are never empty, ``key`` the one that makes a row one;
    ``partner`` is empty where the operator serves the purpose itself.
    """

    purpose: str
    partner: str = ""
    table: str
    key: str = "id"
    receipt: str
    at: str

    @property
    def pair(self) -> Pair:
        return self.purpose, self.partner


_REGISTERED: Final[dict[str, Collector]] = {}


def register(collector: Collector) -> None:
    """Raises ValueError for a table that is registered otherwise."""
    if _REGISTERED.setdefault(collector.table, collector) != collector:
        raise ValueError(f"the table {collector.table} has a collector already")


def unregister(collector: Collector) -> None:
    """For a table that is dropped."""
    _REGISTERED.pop(collector.table, None)


def collectors() -> tuple[Collector, ...]:
    """All of them, in the order of their tables."""
    return tuple(_REGISTERED[table] for table in sorted(_REGISTERED))
