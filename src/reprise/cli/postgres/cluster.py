"""Make PostgreSQL's data directory, and judge one that is there."""

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from reprise.cli.postgres import process
from reprise.cli.postgres.account import Account
from reprise.cli.postgres.binaries import Binaries
from reprise.cli.postgres.errors import LaunchError, launch_error, no_room
from reprise.cli.postgres.roles import Passwords, addition, creation, renewal

HBA = """\
# Passwords for everyone, over the socket and the loopback interface only.
local  all  all                scram-sha-256
host   all  all  127.0.0.1/32  scram-sha-256
"""

SETTINGS = {
    "shared_buffers": "128MB",
    "max_connections": "100",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # Rows and statements carry personal data: the log names the constraint, not the values.
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
}
"""Where postgresql.conf begins; an operator may change it there."""

ROOM = 100 * 1024 * 1024
"""Bytes that must be free before a database is made."""

DRAFT = ".cluster-"


@dataclass(frozen=True)
class Cluster:
    """A data directory, who runs it and with what."""

    path: Path
    account: Account
    binaries: Binaries

    def check(self) -> None:
        """Raises LaunchError unless it was made by this major version of PostgreSQL."""
        marker = self.path / "PG_VERSION"
        try:
            version = marker.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            version = ""
        if not version.isdigit():
            raise LaunchError(
                f"{self.path} is no complete database (PG_VERSION is missing or damaged):"
                " restore it from a backup, or name another folder."
            )
        if int(version) != self.binaries.major:
            raise LaunchError(
                f"{self.path} was made by PostgreSQL {version}, this is PostgreSQL"
                f" {self.binaries.major}: dump it with the former and load the dump into a new"
                " folder, or name another folder."
            )

    def renew(self, passwords: Passwords) -> None:
        """Give the roles these passwords while no server runs.  Raises LaunchError."""
        self._single_user(self.path, renewal(passwords))

    def add(self, passwords: Passwords) -> None:
        """Give a cluster that is older than it the sandbox's role.  Raises LaunchError."""
        self._single_user(self.path, addition(passwords))

    def create(self, passwords: Passwords, roles_file: Path) -> None:
        """Make the data directory with roles, extensions and database; write `roles_file`.

        It is made beside its place and then renamed, so a kill leaves all of it or nothing.
        Raises LaunchError.
        """
        home = self.path.parent
        self._sweep()
        if shutil.disk_usage(home).free < ROOM:
            raise no_room(home)
        try:
            draft = Path(tempfile.mkdtemp(prefix=DRAFT, dir=home))
            try:
                draft.chmod(0o700)
                self.account.own(draft)
                self._initdb(draft)
                self._write_hba(draft)
                self._single_user(draft, creation(passwords))
                passwords.write(roles_file)
                draft.rename(self.path)
                _sync(home)
            finally:
                self._sweep()
        except OSError as cause:
            raise launch_error(home, cause) from cause

    def _sweep(self) -> None:
        """Remove every draft, those of a killed launcher too.  What a program of its is still
        writing goes the next time."""
        for draft in self.path.parent.glob(f"{DRAFT}*"):
            shutil.rmtree(draft, ignore_errors=True)

    def _initdb(self, draft: Path) -> None:
        command = [
            str(self.binaries.program("initdb")),
            *("-D", process.data_argument(self.account, draft)),
            *("--username=postgres", "--auth=reject", "--data-checksums"),
            *("--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"),
            *(f"--set={name}={value}" for name, value in SETTINGS.items()),
        ]
        made = process.run(command, self.account, draft)
        if made.returncode != 0:
            raise self._failure("initdb", made.stderr)

    def _write_hba(self, draft: Path) -> None:
        """Replace the file rather than write into it: another process of that account could
        have put a link in its place, and root would follow."""
        path = draft / "pg_hba.conf"
        path.unlink()
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            os.fchmod(descriptor, 0o600)
            if self.account.dropped:
                os.fchown(descriptor, self.account.uid, self.account.gid)
            file.write(HBA)
            file.flush()
            os.fsync(descriptor)

    def _single_user(self, path: Path, statements: list[str]) -> None:
        command = [
            str(self.binaries.program("postgres")),
            *("--single", "-j", "-D", process.data_argument(self.account, path)),
            *("-c", "exit_on_error=true", "-c", "log_min_error_statement=panic"),
            "template1",
        ]
        script = "".join(f"{statement};\n\n" for statement in statements)
        done = process.run(command, self.account, path, script)
        if done.returncode != 0:
            raise self._failure("postgres --single", done.stderr)

    def _failure(self, program: str, output: str) -> LaunchError:
        if "No space left on device" in output or "Disk quota exceeded" in output:
            return no_room(self.path.parent)
        if "could not look up effective user ID" in output:
            return LaunchError(
                f"This system has no account for user {self.account.uid}, which initdb demands:"
                " add one to /etc/passwd, start as another user, or set DATABASE_URL."
            )
        last = reason(output)
        return LaunchError(
            f"{program} failed in {self.path.parent} ({last}):"
            " mend that and start again, or set DATABASE_URL."
        )


def reason(output: str) -> str:
    """The line of a PostgreSQL program's messages that says why it stopped."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if "FATAL:" in line or "PANIC:" in line or "error:" in line]
    line = (telling or lines or ["no message"])[-1]
    for mark in ("FATAL:", "PANIC:", "error:"):
        line = line.split(mark, 1)[-1].strip()
    return line


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
