"""Bringing the database up to date, as the role that owns it."""

from __future__ import annotations

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from reprise.config import grants

# One migration at a time, whoever starts it: an arbitrary, constant number for the lock.
LOCK = 7_361_001


def migrate() -> None:
    """Apply migrations and privileges.  Running it again changes nothing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    try:
        call_command("migrate", verbosity=0, interactive=False)
        role = settings.RUNNING_ROLE
        if role and role_exists(role):
            with transaction.atomic():
                grants.apply()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def role_exists(role: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        return cursor.fetchone() is not None
