"""Bringing the database up to date, as the role that owns it."""

from __future__ import annotations

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader

from reprise.cli.errors import Problem
from reprise.config import grants
from reprise.outbox import hearing

# One migration at a time, whoever starts it: an arbitrary, constant number for the lock.
LOCK = 7_361_001


def migrate() -> None:
    """Apply migrations and privileges.  Running it again changes nothing.

    Raises Problem for a database that a newer version has changed: this one does not know how to
    write to it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    try:
        _known_to_us()
        call_command("migrate", verbosity=0, interactive=False)
        hearing.write()
        role = settings.RUNNING_ROLE
        if role and role_exists(role):
            with transaction.atomic():
                grants.apply()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def _known_to_us() -> None:
    loader = MigrationLoader(connection)
    # Of another program's tables in the same database we know nothing, and need not.
    unknown = sorted(
        f"{app} {name}"
        for app, name in set(loader.applied_migrations) - set(loader.disk_migrations)
        if app in loader.migrated_apps
    )
    if unknown:
        raise Problem(
            f"The database belongs to a newer version of Reprise (it has {unknown[-1]}):"
            " start that version, or name another folder or database."
        )


def role_exists(role: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        return cursor.fetchone() is not None
