"""What a change of the table of listeners means for the events of the past, said in a migration.

An event is untold while it has fewer notes than its kind has listeners, however old it is.  So each
listener is named by one of these operations; a test compares them with the table.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any, TypeAlias

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation

# The kind of an event, and the name of who listens to it.
Hearing: TypeAlias = tuple[str, str]


class Past(Enum):
    TOLD = "told"  # what happened before is news to it: the nightly sweep tells it everything
    HAD = "had"  # it is about what happens from now on


class _Note(Operation):
    """An operation on the notes alone; the state of the models is as before."""

    atomic = True

    def statements(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        raise NotImplementedError

    def change(self, known: set[Hearing]) -> None:
        """Do to ``known`` what this does to the table of listeners."""
        raise NotImplementedError

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        for statement, values in self.statements():
            schema_editor.execute(statement, values)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        """Notes that were made stay: nobody is told twice."""


class Listen(_Note):
    """From now on ``listener`` is told of events of this kind."""

    def __init__(self, kind: str, listener: str, past: Past) -> None:
        self.kind, self.listener, self.past = kind, listener, past

    def statements(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        if self.past is Past.HAD:
            yield (
                "INSERT INTO outbox_delivery (id, event_id, listener, at)"
                " SELECT gen_random_uuid(), e.id, %s, now() FROM outbox_event e WHERE e.kind = %s"
                " ON CONFLICT (event_id, listener) DO NOTHING",
                (self.listener, self.kind),
            )

    def change(self, known: set[Hearing]) -> None:
        known.add((self.kind, self.listener))


class Rename(_Note):
    """``old`` is called ``new`` now, and has had what it had."""

    def __init__(self, kind: str, old: str, new: str) -> None:
        self.kind, self.old, self.new = kind, old, new

    def statements(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        yield (
            "UPDATE outbox_delivery d SET listener = %s FROM outbox_event e"
            " WHERE e.id = d.event_id AND e.kind = %s AND d.listener = %s",
            (self.new, self.kind, self.old),
        )

    def change(self, known: set[Hearing]) -> None:
        known.remove((self.kind, self.old))
        known.add((self.kind, self.new))


class Leave(_Note):
    """``listener`` is told no more.  Its notes go, or they would stand for one that comes later."""

    def __init__(self, kind: str, listener: str) -> None:
        self.kind, self.listener = kind, listener

    def statements(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        yield (
            "DELETE FROM outbox_delivery d USING outbox_event e"
            " WHERE e.id = d.event_id AND e.kind = %s AND d.listener = %s",
            (self.kind, self.listener),
        )

    def change(self, known: set[Hearing]) -> None:
        known.remove((self.kind, self.listener))


def known(operations: Iterable[Operation]) -> set[Hearing]:
    """Who listens after these operations.  Raises KeyError where one is about nobody."""
    found: set[Hearing] = set()
    for each in operations:
        if isinstance(each, _Note):
            each.change(found)
    return found
