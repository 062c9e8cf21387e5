"""Where the running server is reached."""

import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from reprise.cli.postgres.account import Account
from reprise.cli.postgres.binaries import world_may_enter
from reprise.cli.postgres.errors import LaunchError
from reprise.cli.postgres.roles import APP, DATABASE, OWNER, SANDBOX, Passwords

SOCKET_PATH_LIMIT = 107
"""Bytes that the operating system allows a socket's path."""


@dataclass(frozen=True)
class Endpoints:
    """Addresses of a running server: `host` is a socket's folder, or a loopback address."""

    host: str
    port: int
    passwords: Passwords
    tcp_port: int | None = None

    @property
    def owner_url(self) -> str:
        """For migrations: the role that owns the tables."""
        return self.url(OWNER, self.passwords.owner)

    @property
    def app_url(self) -> str:
        """For the application: the role that has only what it was granted."""
        return self.url(APP, self.passwords.app)

    @property
    def sandbox_url(self) -> str:
        """For the sandbox payment provider: the role that has its own books and nothing else."""
        return self.url(SANDBOX, self.passwords.sandbox)

    @property
    def socket(self) -> Path:
        """The socket's own path."""
        return Path(self.host, f".s.PGSQL.{self.port}")

    def url(self, role: str, password: str, database: str = DATABASE) -> str:
        """`postgresql://role:password@host:port/database`, a socket's folder percent-encoded."""
        host = quote(self.host, safe="")
        return f"postgresql://{role}:{quote(password, safe='')}@{host}:{self.port}/{database}"

    def over_tcp(self, port: int | None = None) -> "Endpoints":
        """The same server through 127.0.0.1, at its own port or at a proxy's.

        Raises ValueError if the server does not listen there and no `port` is named.
        """
        if port is None:
            port = self.tcp_port
        if port is None:
            raise ValueError("the server was started without tcp=True")
        return replace(self, host="127.0.0.1", port=port)


def socket_folder(data: Path, account: Account) -> Path:
    """A short folder for the socket that only `account` and root enter; the same at each start.

    Raises LaunchError if no runtime or temporary folder allows one.
    """
    name = "reprise-" + hashlib.sha256(os.fsencode(data)).hexdigest()[:12]
    for base in _bases():
        folder = base / f"{name}-{account.uid}"
        too_long = len(os.fsencode(folder / ".s.PGSQL.65535.lock")) > SOCKET_PATH_LIMIT
        if too_long or not base.is_dir() or (account.dropped and not world_may_enter(base)):
            continue
        try:
            folder.mkdir(0o700)
            folder.chmod(0o700)
            account.own(folder)
        except FileExistsError:
            if not _private(folder, account):
                continue
        except OSError:
            continue
        return folder
    raise LaunchError(
        "There is no folder for the database's socket: make /tmp writable,"
        " or set XDG_RUNTIME_DIR or TMPDIR to a short path that is."
    )


def _bases() -> Iterator[Path]:
    if os.geteuid() == 0:
        yield Path("/run")
    elif runtime := os.environ.get("XDG_RUNTIME_DIR"):
        yield Path(runtime)
    yield Path(tempfile.gettempdir())
    yield Path("/tmp")  # noqa: S108 - the folder made there is checked for its owner


def _private(folder: Path, account: Account) -> bool:
    found = os.lstat(folder)
    return (
        stat.S_ISDIR(found.st_mode)
        and found.st_uid == account.uid
        and stat.S_IMODE(found.st_mode) == 0o700
    )
