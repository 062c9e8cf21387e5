"""The embedded database with real servers: what survives which death, and the command."""

import os
import signal
import stat
from pathlib import Path

import psycopg
import pytest

from reprise.cli.postgres import EmbeddedServer, running
from tests.cli.postgres.servers import LAUNCH, as_root, ask, eventually, gone, python


def test_a_second_start_finds_the_same_database(data: Path) -> None:
    with EmbeddedServer(data) as first:
        ask(first.owner_url, "CREATE TABLE kept AS SELECT 42 AS id")
    with EmbeddedServer(data) as second:
        assert ask(second.owner_url, "SELECT id FROM kept") == 42
    assert first == second
    assert stat.S_IMODE((data / "roles.json").stat().st_mode) == 0o600


def test_a_committed_row_survives_sigkill_of_the_server(data: Path) -> None:
    launcher = EmbeddedServer(data)
    addresses = launcher.start()
    ask(addresses.owner_url, "CREATE TABLE kept (id int)", "INSERT INTO kept VALUES (42)")
    assert launcher.pid
    os.kill(launcher.pid, signal.SIGKILL)
    assert launcher.wait(60) == -signal.SIGKILL
    assert running(data) is None

    with launcher as again:
        assert ask(again.owner_url, "SELECT id FROM kept") == 42


def test_the_server_dies_with_its_killed_parent(data: Path) -> None:
    with python("-c", LAUNCH, str(data)) as parent:
        assert parent.stdout
        pid = int(parent.stdout.readline())
        addresses = running(data)
        assert addresses
        ask(addresses.owner_url, "CREATE TABLE kept AS SELECT 42 AS id")
        with psycopg.connect(addresses.app_url):
            parent.kill()
            eventually(lambda: gone(pid))

    with EmbeddedServer(data) as again:
        assert ask(again.owner_url, "SELECT id FROM kept") == 42


def test_a_start_right_after_the_launcher_was_killed_waits_for_the_old_server(data: Path) -> None:
    with python("-c", LAUNCH, str(data)) as parent:
        assert parent.stdout
        parent.stdout.readline()
        parent.kill()
    with EmbeddedServer(data) as addresses:
        assert ask(addresses.app_url, "SELECT 1") == 1


@pytest.mark.parametrize("sign", ["PG_VERSION", "pg_hba.conf", "base/5"])
def test_a_kill_while_the_database_is_made_leaves_no_half(data: Path, sign: str) -> None:
    with python("-c", LAUNCH, str(data)) as parent:
        eventually(lambda: any(data.glob(f".cluster-*/{sign}")))
        parent.kill()
    assert not (data / "cluster").exists()

    with EmbeddedServer(data) as addresses:
        assert ask(addresses.app_url, "SELECT 1") == 1
    assert sorted(path.name for path in data.iterdir()) == [
        "cluster",
        "roles.json",
        "server.json",
        "server.log",
    ]


def test_stop_ends_even_a_server_that_does_not_listen(data: Path) -> None:
    launcher = EmbeddedServer(data)
    addresses = launcher.start()
    pid = launcher.pid
    assert pid
    launcher.stop_patience = 0.2
    os.kill(pid, signal.SIGSTOP)
    launcher.stop()
    assert gone(pid)
    assert not Path(addresses.host).exists()
    launcher.stop()


def test_a_crashed_backend_does_not_take_the_server_along(data: Path) -> None:
    def answers() -> bool:
        try:
            return ask(addresses.app_url, "SELECT 1") == 1
        except psycopg.OperationalError:
            return False

    launcher = EmbeddedServer(data)
    with launcher as addresses:
        before = launcher.pid
        with psycopg.connect(addresses.app_url) as connection:
            os.kill(connection.info.backend_pid, signal.SIGKILL)
            # The others are ended with it; the server starts them anew.
            eventually(lambda: gone(connection.info.backend_pid))
        eventually(answers)
        assert launcher.pid == before


def test_another_process_finds_the_running_server(data: Path) -> None:
    assert running(data) is None
    with EmbeddedServer(data) as addresses:
        assert running(data) == addresses
    assert running(data) is None


@pytest.mark.parametrize("umask", [0o077, 0o000, pytest.param(0o777, marks=as_root)])
def test_the_umask_does_not_matter(data: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        with EmbeddedServer(data) as addresses:
            assert ask(addresses.app_url, "SELECT 1") == 1
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in data.iterdir()}
    finally:
        os.umask(before)
    files = dict.fromkeys(("roles.json", "server.json", "server.log"), 0o600)
    assert modes == {"cluster": 0o700, **files}
    assert stat.S_IMODE(data.stat().st_mode) == 0o700


# The command


def test_in_the_foreground_it_says_one_line_and_stops_on_request(data: Path) -> None:
    for request in (signal.SIGTERM, signal.SIGINT):
        with python("-m", "reprise.cli.postgres", "--data", str(data)) as command:
            assert command.stdout
            line = command.stdout.readline()
            addresses = running(data)
            assert addresses
            assert line == f"PostgreSQL listens on {addresses.socket}\n"
            command.send_signal(request)
            try:
                assert command.communicate(timeout=60) == ("", "")
            finally:
                command.kill()
            assert command.returncode == 0
        assert running(data) is None


def test_in_the_foreground_a_failure_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with python("-m", "reprise.cli.postgres", "--data", str(tmp_path / "file")) as command:
        output, errors = command.communicate(timeout=60)
    assert (command.returncode, output) == (1, "")
    assert "is, or lies below, a file" in errors
    assert errors.count("\n") == 1


def test_in_the_foreground_the_end_of_the_server_is_told(data: Path) -> None:
    with python("-m", "reprise.cli.postgres", "--data", str(data)) as command:
        assert command.stdout
        command.stdout.readline()
        pid = int((data / "cluster" / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)
        output, errors = command.communicate(timeout=60)
    assert (command.returncode, output) == (1, "")
    assert "ended by itself (status -9)" in errors
