"""The embedded database below root: its rights are dropped, and no file of others is touched.

The slow test runs the tests of this folder once more as an unprivileged user.
"""

import os
import pwd
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reprise.cli.postgres import (
    EmbeddedServer,
    LaunchError,
    account,
    binaries,
    cluster,
    endpoints,
    server,
)
from tests.cli.postgres.servers import HOUSE, PACKAGES, SOURCE, as_root, ask, python, refusal


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
    arguments = ["-B", "-m", "pytest", str(Path(__file__).parent), "-q", "-p", "no:cacheprovider"]
    arguments += ["--import-mode=importlib", f"--basetemp={home / 'tests'}"]
    arguments += ["-c", os.devnull, f"--rootdir={HOUSE}"]
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
