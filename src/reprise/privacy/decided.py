"""What is decided of a column: whose data it is and how it is shown, or why it is nobody's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from reprise.privacy.holdings import Holding


class Link(Enum):
    """How a value leads to a person."""

    NAMES = "names"  # by itself
    THROUGH = "through"  # only through another row, or somebody else's records


class Shown(Enum):
    """How a person who asks is shown it."""

    VALUE = "value"
    # That it is there, never its value: who has it could sign in, or try out what was hashed; or
    # nothing finds it by the person.
    SAID = "said"
    # That it is there: ids and amounts that another holding shows as well.
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class Personal:
    """``sealed``: in the database it stands under a key that is not there (decision 0043)."""

    holding: Holding
    link: Link = Link.NAMES
    shown: Shown = Shown.VALUE
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Nobody:
    """``why`` it says nothing about a person, in a word or two."""

    why: str


Decision = Personal | Nobody
Columns = Mapping[str, Decision]


def tables(decided: Mapping[str, tuple[tuple[Decision, str], ...]]) -> Mapping[str, Columns]:
    """Raises ValueError for a column that is decided twice."""
    result: dict[str, Columns] = {}
    for table, lines in decided.items():
        columns: dict[str, Decision] = {}
        for decision, names in lines:
            for name in names.split():
                if name in columns:
                    raise ValueError(f"{table}.{name} is decided twice")
                columns[name] = decision
        result[table] = MappingProxyType(columns)
    return MappingProxyType(result)
