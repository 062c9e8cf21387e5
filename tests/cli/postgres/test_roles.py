"""The embedded database: who may do what, by which address."""

import stat
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg
import pytest

from reprise.cli.postgres import EmbeddedServer, Endpoints, endpoints
from tests.cli.postgres.servers import ask


def test_the_owner_makes_tables_and_the_app_has_what_it_was_granted(shared: Endpoints) -> None:
    ask(shared.owner_url, "CREATE TABLE thing (id int)", "GRANT SELECT ON thing TO reprise_app")

    assert ask(shared.app_url, "SELECT count(*) FROM thing") == 0
    for forbidden in (
        "INSERT INTO thing VALUES (1)",
        "CREATE TABLE public.mine (id int)",
        "CREATE SCHEMA mine",
        "CREATE DATABASE mine",
        "CREATE ROLE mine",
        "SET ROLE reprise_owner",
        "COPY thing TO PROGRAM 'true'",
        "SELECT pg_read_file('postgresql.conf')",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            ask(shared.app_url, forbidden)


def test_the_owner_is_no_superuser(shared: Endpoints) -> None:
    attributes = "SELECT (rolsuper, rolcreaterole, rolreplication, rolbypassrls)::text"
    for role in ("reprise_owner", "reprise_app", "reprise_sandbox"):
        found = ask(shared.owner_url, f"{attributes} FROM pg_roles WHERE rolname = '{role}'")
        assert found == "(f,f,f,f)"


def test_a_database_that_the_owner_makes_has_the_extensions(shared: Endpoints) -> None:
    ask(shared.owner_url, "CREATE DATABASE another")
    elsewhere = shared.url("reprise_owner", shared.passwords.owner, "another")

    for url in (shared.owner_url, elsewhere):
        names = ask(url, "SELECT array_agg(extname::text ORDER BY extname) FROM pg_extension")
        assert names == ["btree_gist", "pg_trgm", "plpgsql", "unaccent"]


@pytest.mark.parametrize(
    "role", ["reprise_owner", "reprise_app", "reprise_sandbox", "postgres", "nobody"]
)
@pytest.mark.parametrize("password", ["", "wrong", "postgres"])
def test_a_wrong_or_no_password_is_refused(shared: Endpoints, role: str, password: str) -> None:
    for door in (shared, shared.over_tcp()):
        with pytest.raises(psycopg.OperationalError, match="password"):
            ask(door.url(role, password, "postgres"), "SELECT 1")


def test_passwords_are_stored_as_scram_and_shown_nowhere(shared: Endpoints) -> None:
    assert ask(shared.owner_url, "SHOW password_encryption") == "scram-sha-256"
    assert shared.passwords.app not in repr(shared)
    assert shared.passwords.owner not in repr(shared)


def test_words_with_accents_are_words(shared: Endpoints) -> None:
    assert ask(shared.app_url, "SHOW server_encoding") == "UTF8"
    assert ask(shared.app_url, "SELECT upper('é') || lower('É')") == "Éé"
    assert (
        ask(shared.app_url, "SELECT to_tsvector('simple', '«Été» – 5€')::text") == "'5':2 'été':1"
    )
    assert ask(shared.app_url, "SELECT cardinality(show_trgm('é'))") == 2


def test_checksums_are_on_and_commits_are_durable_unless_asked(data: Path) -> None:
    def settings(url: str) -> list[object]:
        names = ("data_checksums", "fsync", "full_page_writes", "synchronous_commit")
        return [ask(url, f"SHOW {name}") for name in names]

    with EmbeddedServer(data, durable=False) as addresses:
        assert settings(addresses.app_url) == ["on", "off", "off", "off"]
    with EmbeddedServer(data) as addresses:
        assert settings(addresses.app_url) == ["on", "on", "on", "on"]
        assert ask(addresses.app_url, "SHOW listen_addresses") == ""
        assert addresses.tcp_port is None
        with pytest.raises(ValueError, match="tcp"):
            addresses.over_tcp()


def test_urls_are_taken_by_libpq_and_by_a_url_parser(shared: Endpoints) -> None:
    parsed = psycopg.conninfo.conninfo_to_dict(shared.app_url)
    assert parsed["host"] == shared.host
    assert parsed["dbname"] == "reprise"
    split = urlsplit(shared.app_url)
    assert unquote(split.hostname or "") == shared.host
    assert (split.username, split.port) == ("reprise_app", shared.port)
    assert shared.over_tcp(4711).app_url.endswith("@127.0.0.1:4711/reprise")
    assert ask(shared.over_tcp().app_url, "SELECT 1") == 1


def test_only_the_account_of_the_server_enters_the_folder_of_the_socket(shared: Endpoints) -> None:
    assert stat.S_IMODE(Path(shared.host).stat().st_mode) == 0o700
    assert len(str(shared.socket)) <= endpoints.SOCKET_PATH_LIMIT


def test_a_long_path_is_no_obstacle(tmp_path: Path) -> None:
    with EmbeddedServer(tmp_path / ("a long name " * 8) / ("b" * 100)) as addresses:
        assert ask(addresses.app_url, "SELECT 1") == 1
