"""The operating system's account under which PostgreSQL runs."""

import os
import pwd
from dataclasses import dataclass
from pathlib import Path

from reprise.cli.postgres.errors import LaunchError

UNPRIVILEGED = ("nobody", "daemon", "bin")
"""Accounts to drop to, the first that exists.  `initdb` refuses a number without an account."""


@dataclass(frozen=True)
class Account:
    """A numeric user and group; `dropped` when they are not the ones of this process."""

    uid: int
    gid: int
    dropped: bool

    def own(self, path: Path) -> None:
        """Give `path`, which this process has just made, to this account.

        Raises LaunchError where root has no such right (a container without capabilities).
        """
        if not self.dropped:
            return
        try:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)
        except OSError as refused:
            raise LaunchError(
                f"PostgreSQL refuses to run as root, and this root may not hand {path} to user"
                f" {self.uid} ({refused.strerror}): start as an ordinary user, or set DATABASE_URL."
            ) from refused


def account_for(cluster: Path) -> Account:
    """Who runs the server: this user or, for root, the owner of `cluster`, or an account of
    UNPRIVILEGED while there is no cluster yet.

    Raises LaunchError if the cluster is another user's, or if root finds no account to drop to.
    """
    try:
        owner = cluster.stat()
    except FileNotFoundError:
        owner = None
    if os.geteuid() != 0:
        if owner and owner.st_uid != os.geteuid():
            raise LaunchError(
                f"{cluster} belongs to user {owner.st_uid}: start as that user or as root,"
                " or name another folder for the database."
            )
        return Account(os.geteuid(), os.getegid(), dropped=False)
    if owner and owner.st_uid == 0:
        raise LaunchError(
            f"{cluster} belongs to root, and PostgreSQL refuses to run as root: give it to an"
            f" unprivileged user (chown -R nobody {cluster})."
        )
    if owner:
        return Account(owner.st_uid, owner.st_gid, dropped=True)
    for name in UNPRIVILEGED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid, dropped=True)
    raise LaunchError(
        "PostgreSQL refuses to run as root, and this system has no unprivileged account:"
        " create one named nobody, start as an ordinary user, or set DATABASE_URL."
    )
