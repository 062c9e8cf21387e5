"""Whoever is put on the table of listeners says what the events of the past are to it."""

from __future__ import annotations

from django.db.migrations.loader import MigrationLoader

from reprise.outbox import actions
from reprise.outbox.listening import known


def test_the_migrations_know_every_listener() -> None:
    """A listener that is new to a kind would be told of every such event there ever was, and one
    that is gone would stand for another: see decision 0003 and `outbox/listening.py`."""
    loader = MigrationLoader(None)
    last = loader.graph.leaf_nodes("outbox")
    operations = [
        operation
        for app, name in loader.graph._generate_plan(last, at_end=True)
        if app == "outbox"
        for operation in loader.get_migration(app, name).operations
    ]
    listed = {(kind, name) for kind, name in actions.hearings() if name.startswith("wiring.")}
    assert listed
    assert known(operations) == listed
