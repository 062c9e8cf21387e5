"""The privileges that PostgreSQL has granted are the ones that the house has decided."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from reprise.config import grants

pytestmark = pytest.mark.django_db


def granted() -> dict[str, set[tuple[str, str]]]:
    """Table to (privilege, column) of the running role; '' is the whole table."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT table_name, privilege_type, '' FROM information_schema.table_privileges
             WHERE grantee = current_user AND table_schema = 'public'
            UNION
            SELECT table_name, privilege_type, column_name
              FROM information_schema.column_privileges c
             WHERE grantee = current_user AND table_schema = 'public'
               AND NOT EXISTS (
                   SELECT 1 FROM information_schema.table_privileges t
                    WHERE t.grantee = c.grantee AND t.table_schema = c.table_schema
                      AND t.table_name = c.table_name AND t.privilege_type = c.privilege_type)
            """
        )
        result: dict[str, set[tuple[str, str]]] = {}
        for table, privilege, column in cursor.fetchall():
            result.setdefault(table, set()).add((privilege, column))
        return result


def test_every_table_has_exactly_its_privileges() -> None:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    found = granted()
    for table in tables:
        wanted = {
            (privilege, column)
            for privilege, columns in grants.privileges(table).items()
            for column in (columns or ("",))
        }
        assert found.get(table, set()) == wanted, table


def test_names_in_the_list_exist() -> None:
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
    assert tables >= grants.ADD | grants.READ
    assert set(grants.COLUMNS) | set(grants.SEALED) <= tables
    assert not grants.ADD & (set(grants.COLUMNS) | set(grants.SEALED))
    assert not set(grants.SEALED) & set(grants.COLUMNS)


def test_the_running_role_owns_nothing() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole"
            " OR pg_has_role(current_user, 'reprise_owner', 'MEMBER')"
        )
        assert cursor.fetchone()[0] == 0


def test_the_reference_names_whatever_can_leave() -> None:
    """Each function with the owner's rights, each table from which the running role deletes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT proname FROM pg_proc WHERE prosecdef"
                       " AND pronamespace = 'public'::regnamespace")  # fmt: skip
        wanted = {name for (name,) in cursor.fetchall()}
        tables = connection.introspection.table_names(cursor)
    wanted |= {table for table in tables if "DELETE" in grants.privileges(table)}
    text = (Path(__file__).parents[2] / "docs/reference/running-role.md").read_text()
    assert {name for name in wanted if f"`{name}`" not in text} == set()
