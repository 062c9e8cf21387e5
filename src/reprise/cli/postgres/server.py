"""A PostgreSQL server that lives and dies with this process.

    with EmbeddedServer(Path("var/postgres")) as endpoints:
        psycopg.connect(endpoints.app_url)

The folder `data` holds `cluster/` (PostgreSQL's own), `roles.json` (passwords), `server.log` and
`server.json` (who runs it, where it answers).  As root, `cluster/` belongs to an unprivileged
account and the rest to root; `process.data_argument` says how that account gets there, and
`binaries.reachable` where it finds the programs.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import IO

import psycopg

from reprise.cli.postgres import process
from reprise.cli.postgres.account import account_for
from reprise.cli.postgres.binaries import installed, reachable
from reprise.cli.postgres.cluster import Cluster, reason
from reprise.cli.postgres.endpoints import Endpoints, socket_folder
from reprise.cli.postgres.errors import LaunchError, launch_error, no_room
from reprise.cli.postgres.lease import ROLES, Lease
from reprise.cli.postgres.roles import Passwords

PORT = 5432
LOG = "server.log"
LOG_LIMIT = 10 * 1024 * 1024
"""Bytes after which a start sets the log aside as `server.log.1`."""

HELD = ("lock file", "pre-existing shared memory block", "is still in use")
"""PostgreSQL's words for a data directory that another server holds."""


class EmbeddedServer:
    """One server on the folder `data`, which is made if it is missing.

    `tcp` lets it listen on a free port of 127.0.0.1 as well; `durable=False` (tests only) trades
    the safety of committed rows for speed.
    """

    start_patience = 300.0
    """Seconds for recovery after a crash."""

    hand_over_patience = 10.0
    """Seconds for a server whose launcher was killed to be gone."""

    stop_patience = 30.0
    """Seconds for a fast shutdown."""

    def __init__(self, data: Path, *, tcp: bool = False, durable: bool = True) -> None:
        self.data = data.absolute()
        self.tcp = tcp
        self.durable = durable
        self._lease: Lease | None = None
        self._server: subprocess.Popen[bytes] | None = None
        self._sockets: Path | None = None

    def __enter__(self) -> Endpoints:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def pid(self) -> int | None:
        """The server's process, None while it does not run."""
        if self._server is None or self._server.poll() is not None:
            return None
        return self._server.pid

    def start(self) -> Endpoints:
        """Start the server, on the first call after making the database; return once it answers.

        Call it from the main thread: Linux ends the server with the thread that started it.
        Raises LaunchError, and leaves nothing running then.
        """
        if threading.current_thread() is not threading.main_thread():
            raise LaunchError(
                "The database was started from a side thread and would end with it:"
                " start it from the main thread."
            )
        if self.pid is not None:
            raise LaunchError(f"The database in {self.data} already runs in this process.")
        self.stop()
        try:
            self._lease = Lease(self.data)
            endpoints = self._start()
            self._lease.announce(endpoints)
            return endpoints
        except OSError as cause:
            self.stop()
            raise launch_error(self.data, cause) from cause
        except BaseException:
            self.stop()
            raise

    def wait(self, timeout: float | None = None) -> int | None:
        """Wait `timeout` seconds for the server to end by itself; its exit status, or None."""
        if self._server is None:
            return None
        try:
            return self._server.wait(timeout)
        except subprocess.TimeoutExpired:
            return None

    def stop(self) -> None:
        """Stop the server if it runs, and wait until it is gone.  May be called twice."""
        killed = False
        if self._server is not None:
            killed = process.stop(self._server, self.stop_patience) < 0
            self._server = None
        if self._sockets is not None:
            if killed:  # by whatever signal: it could not remove its socket itself
                shutil.rmtree(self._sockets, ignore_errors=True)
            with contextlib.suppress(OSError):
                self._sockets.rmdir()
            self._sockets = None
        if self._lease is not None:
            self._lease.release()
            self._lease = None

    def _start(self) -> Endpoints:
        path = self.data / "cluster"
        if (self.data / "PG_VERSION").exists():
            raise LaunchError(
                f"{self.data} is itself a data directory of PostgreSQL: name another folder,"
                " in which Reprise makes its own, or set DATABASE_URL."
            )
        account = account_for(path)
        shelves = (Path("/var/cache"), Path(tempfile.gettempdir()))
        cluster = Cluster(path, account, reachable(installed(), account, shelves))
        passwords = self._prepare(cluster)
        self._sockets = socket_folder(self.data.resolve(), account)
        deadline = time.monotonic() + self.hand_over_patience
        while True:
            port = _free_port() if self.tcp else PORT
            endpoints = Endpoints(str(self._sockets), port, passwords, port if self.tcp else None)
            failure = self._attempt(cluster, endpoints)
            if failure is None:
                return endpoints
            if "No space left on device" in failure:
                raise no_room(self.data)
            held = any(words in failure for words in HELD)
            taken = self.tcp and "could not create any TCP/IP sockets" in failure
            if not (held or taken) or time.monotonic() > deadline:
                raise self._refusal(failure, held)
            time.sleep(0.1)

    def _prepare(self, cluster: Cluster) -> Passwords:
        roles_file = self.data / ROLES
        if not os.path.lexists(cluster.path):
            passwords = Passwords.random()
            cluster.create(passwords, roles_file)
            return passwords
        cluster.check()
        try:
            passwords = Passwords.read(roles_file)
            if passwords.sandbox:
                return passwords
            passwords = passwords.complete()
            cluster.add(passwords)
        except FileNotFoundError:
            passwords = Passwords.random()
            cluster.renew(passwords)
        passwords.write(roles_file)
        return passwords

    def _attempt(self, cluster: Cluster, endpoints: Endpoints) -> str | None:
        """Start the server once.  None when it answers, its last words when it ended instead."""
        safety = "on" if self.durable else "off"
        settings = {
            "listen_addresses": "127.0.0.1" if self.tcp else "",
            "port": str(endpoints.port),
            "unix_socket_directories": f'"{endpoints.host}"',
            "unix_socket_permissions": "0700",
            "cluster_name": "reprise",
            "fsync": safety,
            "full_page_writes": safety,
            "synchronous_commit": safety,
        }
        command = [str(cluster.binaries.program("postgres"))]
        command += ["-D", process.data_argument(cluster.account, cluster.path)]
        command += [f"--{name}={value}" for name, value in settings.items()]
        with self._open_log() as log:
            begin = log.seek(0, os.SEEK_END)
            self._server = process.spawn(command, cluster.account, cluster.path, log)
        deadline = time.monotonic() + self.start_patience
        while self._server.poll() is None:
            if self._ready(cluster.path):
                self._admits(endpoints)
                return None
            if time.monotonic() > deadline:
                raise LaunchError(
                    f"The database in {self.data} was not ready within"
                    f" {self.start_patience:.0f} seconds: read {self.data / LOG}."
                )
            time.sleep(0.01)
        with (self.data / LOG).open("rb") as log:
            log.seek(begin)
            return log.read().decode(errors="replace")

    def _ready(self, cluster: Path) -> bool:
        """Whether our server, not one that is just going, says so in its lock file: its process
        is on line 1, its state on line 8."""
        try:
            lines = (cluster / "postmaster.pid").read_bytes().splitlines()
        except FileNotFoundError:
            return False
        return (
            len(lines) > 7 and lines[0] == str(self.pid).encode() and lines[7].strip() == b"ready"
        )

    def _admits(self, endpoints: Endpoints) -> None:
        """Raises LaunchError unless each role can log in."""
        try:
            for url in (endpoints.owner_url, endpoints.app_url, endpoints.sandbox_url):
                psycopg.connect(url, connect_timeout=10).close()
        except psycopg.OperationalError as refused:
            if "password authentication failed" in str(refused):
                raise LaunchError(
                    f"{self.data / ROLES} does not fit the database beside it: remove that file,"
                    " and the next start gives the roles new passwords."
                ) from refused
            raise LaunchError(
                f"The database in {self.data} runs and does not admit Reprise"
                f" ({reason(str(refused))}): mend that, or restore it from a backup."
            ) from refused

    def _open_log(self) -> IO[bytes]:
        path = self.data / LOG
        if path.exists() and path.stat().st_size > LOG_LIMIT:
            path.rename(path.with_name("server.log.1"))
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.fchmod(descriptor, 0o600)
        return os.fdopen(descriptor, "ab")

    def _refusal(self, failure: str, held: bool) -> LaunchError:
        if held:
            return LaunchError(
                f"Another PostgreSQL server holds {self.data / 'cluster'} ({reason(failure)}):"
                " stop it, or name another folder (REPRISE_DATA); if there is no such server,"
                " remove postmaster.pid there."
            )
        return LaunchError(
            f"PostgreSQL ended at once in {self.data} ({reason(failure)}):"
            f" mend that and start again; {self.data / LOG} says more."
        )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
