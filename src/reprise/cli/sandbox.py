"""The sandbox payment provider's own role in the database (decision 0004)."""

from __future__ import annotations

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

SCHEMA = "sandbox"
# PostgreSQL cuts longer names off.
LONGEST_NAME = 63
# Any constant will do as long as nobody else on this database uses it for a lock.
LOCK = 7_361_002


def own_role(owner_url: str, password: str) -> str:
    """The address by which the provider connects as a role that owns its books and nothing else.

    The role is named after the database and gets ``password``.  Empty when the owner may not
    create roles, or when the server does not let the new one in; then nothing was changed that
    matters to anybody.
    """
    with psycopg.connect(owner_url, autocommit=True) as connection:
        role = f"{connection.info.dbname}_sandbox"
        if len(role.encode()) > LONGEST_NAME or not _made(connection, role, password):
            return ""
    parts = {name: str(value) for name, value in conninfo_to_dict(owner_url).items()}
    parts.pop("options", None)  # what the owner is told to become is not for this role
    url = make_conninfo(**parts | {"user": role, "password": password})
    try:
        psycopg.connect(url, connect_timeout=5).close()
    except psycopg.OperationalError:
        return ""
    give_books(owner_url, role)
    return url


def _made(connection: psycopg.Connection, role: str, password: str) -> bool:
    may = connection.execute(
        "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user"
    ).fetchone()
    if not may or not may[0]:
        return False
    known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
    name = sql.Identifier(role)
    # What is sent is its check value, so that no log of the server holds the password.
    sealed = connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256")
    verb = sql.SQL("ALTER ROLE" if known else "CREATE ROLE")
    try:
        connection.execute(
            sql.SQL("{} {} LOGIN PASSWORD {}").format(verb, name, sql.Literal(sealed.decode()))
        )
        connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(name))
    except psycopg.errors.InsufficientPrivilege:
        return False
    return True


def given_role(owner_url: str, sandbox_url: str) -> None:
    """Give the books to the role of an address that the operator has named, if the owner is a
    member of it; else that role has, or makes, a schema of its own."""
    named = conninfo_to_dict(sandbox_url)
    with psycopg.connect(owner_url) as connection:
        row = connection.execute(
            "SELECT pg_has_role(current_user, rolname, 'MEMBER') FROM pg_roles WHERE rolname = %s",
            [named.get("user")],
        ).fetchone()
        here = connection.info.dbname == named.get("dbname")
    if here and row and row[0]:
        give_books(owner_url, str(named["user"]))


def give_books(owner_url: str, role: str) -> None:
    """Have ``role`` own the provider's schema and all in it; another owner's is handed over.

    Running it again changes nothing.  The owner is a member of the role.
    """
    name, schema = sql.Identifier(role), sql.Identifier(SCHEMA)
    with psycopg.connect(owner_url) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        found = connection.execute(
            "SELECT nspowner::regrole::text = %s FROM pg_namespace WHERE nspname = %s",
            [name.as_string(connection), SCHEMA],
        ).fetchone()
        if found is None:
            connection.execute(sql.SQL("CREATE SCHEMA {} AUTHORIZATION {}").format(schema, name))
            return
        if not found[0]:
            connection.execute(sql.SQL("ALTER SCHEMA {} OWNER TO {}").format(schema, name))
        tables = connection.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = %s::regnamespace AND relkind = 'r'"
            " AND relowner <> %s::regrole",
            [SCHEMA, name.as_string(connection)],
        ).fetchall()
        for (table,) in tables:
            connection.execute(
                sql.SQL("ALTER TABLE {} OWNER TO {}").format(sql.Identifier(SCHEMA, table), name)
            )
