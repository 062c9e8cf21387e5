"""The sandbox payment provider has a role of its own, which owns its books and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from reprise.cli import sandbox
from reprise.cli.database import open_database
from reprise.cli.environment import Choices
from reprise.cli.postgres import EmbeddedServer, Endpoints, cluster, roles, running
from reprise.sandbox.payment.schema import set_up

OWNER_OF = "SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = 'sandbox'"
OWNERS = (
    "SELECT array_agg(DISTINCT relowner::regrole::text) FROM pg_class"
    " WHERE relnamespace = 'sandbox'::regnamespace AND relkind IN ('r', 'S', 'i')"
)
FORBIDDEN = (
    "SELECT * FROM public.orders",
    "DROP TABLE public.orders",
    "CREATE TABLE public.mine (id int)",
    "CREATE SCHEMA mine",
    "CREATE ROLE mine",
    "SET ROLE reprise_owner",
    "SET ROLE reprise_app",
)


def ask(url: str, *statements: str) -> object:
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            cursor = connection.execute(statement)  # type: ignore[arg-type]
        return cursor.fetchone()[0] if cursor.description else None  # type: ignore[index]


def owns_its_books_only(url: str, endpoints: Endpoints) -> None:
    ask(endpoints.owner_url, "CREATE TABLE IF NOT EXISTS public.orders (id int)")
    set_up(url)
    set_up(url)
    for statement in FORBIDDEN:
        with (
            psycopg.connect(url) as connection,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            connection.execute(statement)  # type: ignore[arg-type]
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        ask(endpoints.app_url, "SELECT count(*) FROM sandbox.payment")
    role = ask(url, "SELECT current_user")
    assert ask(endpoints.owner_url, OWNER_OF) == role
    assert ask(endpoints.owner_url, OWNERS) == [role]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Endpoints]:
    with EmbeddedServer(tmp_path / "postgres", durable=False) as endpoints:
        yield endpoints


@pytest.fixture
def makes_roles(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Endpoints]:
    """A server of somebody else, whose owner may create roles."""

    def creation(passwords: roles.Passwords) -> list[str]:
        made = [each for each in roles.creation(passwords) if "reprise_sandbox LOGIN" not in each]
        made = [each.replace(", reprise_sandbox", "") for each in made]
        return [*made, "ALTER ROLE reprise_owner CREATEROLE"]

    monkeypatch.setattr(cluster, "creation", creation)
    monkeypatch.setattr(Endpoints, "sandbox_url", Endpoints.owner_url)
    with EmbeddedServer(tmp_path / "postgres", durable=False) as endpoints:
        yield endpoints


def choices(tmp_path: Path, **given: str) -> Choices:
    return Choices.read({"REPRISE_DATA": str(tmp_path / "data"), **given})


def external(tmp_path: Path, endpoints: Endpoints, **given: str) -> Choices:
    (tmp_path / "data").mkdir(exist_ok=True)
    return choices(
        tmp_path,
        DATABASE_URL=endpoints.app_url,
        DATABASE_OWNER_URL=endpoints.owner_url,
        **given,
    )


def test_the_embedded_database_has_the_role(tmp_path: Path) -> None:
    opened = open_database(choices(tmp_path))
    assert opened.server is not None
    try:
        assert "reprise_sandbox" in opened.sandbox_url
        endpoints = running(tmp_path / "data" / "postgres")
        assert endpoints is not None
        owns_its_books_only(opened.sandbox_url, endpoints)
        assert opened.notes == ()
    finally:
        opened.stop()


def test_an_older_folder_gets_the_role_and_hands_its_books_over(tmp_path: Path) -> None:
    """One that was made when the provider still connected as the owner."""
    data = tmp_path / "data" / "postgres"
    with EmbeddedServer(data) as old:
        set_up(old.owner_url)
        ask(
            old.owner_url,
            "INSERT INTO sandbox.entry (payment, reference, kind, amount, currency, at)"
            " VALUES ('p', 'r', 'captured', 1, 'EUR', now())",
        )
        passwords = old.passwords
    kept = {"reprise_owner": passwords.owner, "reprise_app": passwords.app}
    (data / "roles.json").write_text(json.dumps(kept))
    opened = open_database(choices(tmp_path))
    try:
        assert ask(opened.owner_url, OWNER_OF) == "reprise_sandbox"
        assert ask(opened.owner_url, OWNERS) == ["reprise_sandbox"]
        assert ask(opened.sandbox_url, "SELECT amount FROM sandbox.entry") == 1
        set_up(opened.sandbox_url)
        assert ask(opened.url, "SELECT 1") == 1, "the others' passwords are as they were"
    finally:
        opened.stop()


def test_an_owner_who_may_create_roles_makes_it(tmp_path: Path, makes_roles: Endpoints) -> None:
    set_up(makes_roles.owner_url)
    wanted = external(tmp_path, makes_roles)
    for _ in range(2):
        opened = open_database(wanted)
        assert opened.notes == ()
        assert ask(opened.sandbox_url, "SELECT current_user") == "reprise_sandbox"
        owns_its_books_only(opened.sandbox_url, makes_roles)


def test_an_owner_who_may_not_is_told_what_to_do(tmp_path: Path, server: Endpoints) -> None:
    wanted = external(tmp_path, server)
    opened = open_database(wanted)
    assert opened.sandbox_url == server.owner_url
    (note,) = opened.notes
    assert "CREATE ROLE reprise_sandbox" in note
    assert "SANDBOX_DATABASE_URL" in note
    set_up(server.owner_url)
    told = external(tmp_path, server, SANDBOX_DATABASE_URL=server.sandbox_url)
    opened = open_database(told)
    assert (opened.sandbox_url, opened.notes) == (server.sandbox_url, ())
    owns_its_books_only(opened.sandbox_url, server)


def test_without_play_money_nobody_makes_a_role(tmp_path: Path, makes_roles: Endpoints) -> None:
    opened = open_database(external(tmp_path, makes_roles, REPRISE_DEMO="0"))
    assert opened.sandbox_url == ""
    known = "SELECT count(*) FROM pg_roles WHERE rolname = 'reprise_sandbox'"
    assert ask(makes_roles.owner_url, known) == 0


def test_a_server_that_does_not_let_the_new_role_in_is_no_failure(
    tmp_path: Path, makes_roles: Endpoints, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = sandbox._made

    def kept_out(*given: object) -> bool:
        done = made(*given)  # type: ignore[arg-type]
        ask(makes_roles.owner_url, "ALTER ROLE reprise_sandbox NOLOGIN")
        return done

    monkeypatch.setattr(sandbox, "_made", kept_out)
    opened = open_database(external(tmp_path, makes_roles))
    assert opened.sandbox_url == makes_roles.owner_url
    assert len(opened.notes) == 1
