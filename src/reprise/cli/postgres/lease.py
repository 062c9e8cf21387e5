"""The right to run the server of one folder, and the note where others find that server."""

import fcntl
import json
import os
from pathlib import Path
from typing import Any

import psycopg

from reprise.cli.postgres.endpoints import Endpoints
from reprise.cli.postgres.errors import LaunchError, launch_error
from reprise.cli.postgres.roles import Passwords

NOTE = "server.json"
ROLES = "roles.json"


class Lease:
    """Held by one process at a time; the operating system takes it back when that one dies."""

    def __init__(self, data: Path) -> None:
        """Take it, making the folder `data` if it is missing.

        Raises LaunchError if another process holds it or the folder cannot be used.
        """
        try:
            if not data.is_dir():
                data.mkdir(parents=True)
                data.chmod(0o700)
            self._note = os.open(data / NOTE, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as cause:
            raise launch_error(data, cause) from cause
        try:
            os.fchmod(self._note, 0o600)
            fcntl.flock(self._note, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._write({"process": os.getpid()})
        except BlockingIOError:
            holder = _parse(os.read(self._note, 4096)).get("process", "unknown")
            os.close(self._note)
            raise LaunchError(
                f"Another process ({holder}) already runs the database in {data}:"
                " stop it, or name another folder."
            ) from None
        except OSError as cause:
            os.close(self._note)
            raise launch_error(data, cause) from cause

    def announce(self, endpoints: Endpoints) -> None:
        """Note where the server answers, for `running`."""
        self._write(
            {
                "process": os.getpid(),
                "host": endpoints.host,
                "port": endpoints.port,
                "tcp_port": endpoints.tcp_port,
            }
        )

    def release(self) -> None:
        """Give it back."""
        os.ftruncate(self._note, 0)
        os.close(self._note)

    def _write(self, note: dict[str, object]) -> None:
        os.ftruncate(self._note, 0)
        os.pwrite(self._note, json.dumps(note).encode(), 0)


def running(data: Path) -> Endpoints | None:
    """The server that some process runs in the folder `data`, None if none answers.

    Raises LaunchError if this user may not read the folder.
    """
    try:
        note = _parse((data / NOTE).read_bytes())
        endpoints = Endpoints(
            host=str(note["host"]),
            port=int(note["port"]),
            passwords=Passwords.read(data / ROLES),
            tcp_port=note["tcp_port"],
        )
        psycopg.connect(endpoints.app_url, connect_timeout=5).close()
    except (FileNotFoundError, NotADirectoryError, KeyError, psycopg.OperationalError):
        return None
    except OSError as cause:
        raise launch_error(data, cause) from cause
    return endpoints


def _parse(note: bytes) -> dict[str, Any]:
    try:
        return dict(json.loads(note))
    except (ValueError, TypeError):
        return {}
