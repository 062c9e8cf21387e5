"""State machines as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

State = TypeVar("State", bound=Enum)
Verb = TypeVar("Verb", bound=Enum)


class IllegalStep(Exception):
    """A step that the machine's table does not hold.  Nothing is a silent no-op."""

    def __init__(self, machine: str, state: Enum, verb: Enum) -> None:
        self.machine, self.state, self.verb = machine, state, verb
        super().__init__(f"{machine}: {verb.value!r} is not possible from {state.value!r}")


@dataclass(frozen=True)
class Machine(Generic[State, Verb]):
    """``steps[state, verb]`` is the next state; what is missing is illegal."""

    name: str
    initial: State
    steps: Mapping[tuple[State, Verb], State]

    def next(self, state: State, verb: Verb) -> State:
        """The state after ``verb``.  Raises IllegalStep."""
        try:
            return self.steps[state, verb]
        except KeyError:
            raise IllegalStep(self.name, state, verb) from None

    def allows(self, state: State, verb: Verb) -> bool:
        return (state, verb) in self.steps

    def before(self, verb: Verb) -> list[State]:
        """The states from which ``verb`` is possible."""
        return [state for state, possible in self.steps if possible is verb]

    def is_final(self, state: State) -> bool:
        """True when no step leaves ``state``."""
        return all(origin is not state for origin, _ in self.steps)
