"""The database that `reprise run` uses: the embedded one, or the operator's by its address."""

from __future__ import annotations

from dataclasses import dataclass

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from reprise.cli import sandbox
from reprise.cli.environment import Choices, secret
from reprise.cli.errors import Problem
from reprise.cli.postgres import EmbeddedServer, LaunchError
from reprise.cli.postgres.roles import SANDBOX

RUNNING_ROLE = "reprise_app"
OLDEST = 15


@dataclass(slots=True)
class Database:
    """Addresses for each role (decision 0004); ``notes`` are what the operator should know."""

    url: str
    owner_url: str
    running_role: str
    sandbox_url: str
    server: EmbeddedServer | None = None
    notes: tuple[str, ...] = ()

    def stop(self) -> None:
        if self.server is not None:
            self.server.stop()


def open_database(choices: Choices) -> Database:
    """Start the embedded server, or look at the given one.  Raises Problem with one sentence."""
    if choices.database_url:
        return _given(choices)
    server = EmbeddedServer(choices.data / "postgres")
    try:
        endpoints = server.start()
    except LaunchError as failure:
        raise Problem(str(failure)) from failure
    sandbox.give_books(endpoints.owner_url, SANDBOX)
    return Database(
        endpoints.app_url, endpoints.owner_url, RUNNING_ROLE, endpoints.sandbox_url, server
    )


def _given(choices: Choices) -> Database:
    _look("DATABASE_URL", choices.database_url)
    if choices.owner_url != choices.database_url:
        _look("DATABASE_OWNER_URL", choices.owner_url)
        _may_create(choices.owner_url)
    sandbox_url, notes = _sandbox(choices)
    if choices.owner_url != choices.database_url:
        role = str(conninfo_to_dict(choices.database_url).get("user", ""))
        return Database(
            choices.database_url, choices.owner_url, role, sandbox_url, notes=tuple(notes)
        )
    if _restrict(choices.database_url):
        url = make_conninfo(choices.database_url, options=f"-c role={RUNNING_ROLE}")
        return Database(url, choices.database_url, RUNNING_ROLE, sandbox_url, notes=tuple(notes))
    notes.append(
        "One database role does everything: PostgreSQL does not protect append-only rows."
        " Set DATABASE_OWNER_URL to a role that owns the database, and DATABASE_URL to another."
    )
    return Database(choices.database_url, choices.database_url, "", sandbox_url, notes=tuple(notes))


def _sandbox(choices: Choices) -> tuple[str, list[str]]:
    """How the sandbox payment provider connects, and what is to be said about it."""
    if choices.sandbox_url:
        _look("SANDBOX_DATABASE_URL", choices.sandbox_url)
        sandbox.given_role(choices.owner_url, choices.sandbox_url)
        return choices.sandbox_url, []
    if not choices.sandbox:
        return "", []
    url = sandbox.own_role(choices.owner_url, secret(choices.data, "sandbox_database"))
    if url:
        return url, []
    return choices.owner_url, [
        "The sandbox payment provider uses the role that owns the database, which may not give it"
        " one of its own: as an administrator, CREATE ROLE reprise_sandbox LOGIN PASSWORD '...',"
        " GRANT reprise_sandbox TO the owner, and set SANDBOX_DATABASE_URL to that role's address."
    ]


def _look(name: str, url: str) -> None:
    try:
        conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        # Its words would show the address, and with it the password.
        raise Problem(
            f"{name} is no address of a PostgreSQL database;"
            " one looks like postgresql://role:password@host/database."
        ) from None
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            version = connection.info.server_version // 10000
    except psycopg.Error as failure:
        why = " ".join(str(failure).split())
        raise Problem(f"The database of {name} cannot be reached: {why}") from None
    if version < OLDEST:
        raise Problem(
            f"The database of {name} is PostgreSQL {version}; {OLDEST} or newer is needed."
        )


def _may_create(url: str) -> None:
    with psycopg.connect(url) as connection:
        row = connection.execute(
            "SELECT has_database_privilege(current_database(), 'CREATE')"
            " AND has_schema_privilege('public', 'CREATE')"
        ).fetchone()
    if not row or not row[0]:
        raise Problem(
            "The role of DATABASE_OWNER_URL may not create tables in its database;"
            " are the two addresses the other way round?"
        )


def _restrict(url: str) -> bool:
    """Make the running role beside a role that may; False when it may not."""
    role = sql.Identifier(RUNNING_ROLE)
    with psycopg.connect(url, autocommit=True) as connection:
        row = connection.execute(
            "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
        if not row or not row[0]:
            return False
        known = connection.execute(
            "SELECT 1 FROM pg_roles WHERE rolname = %s", [RUNNING_ROLE]
        ).fetchone()
        try:
            if not known:
                connection.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(role))
            connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(role))
        except psycopg.errors.InsufficientPrivilege:
            return False
    return True
