"""The database roles and their passwords: the owner's, the application's, the sandbox's."""

import json
import os
import secrets
from dataclasses import dataclass, field, replace
from pathlib import Path

from reprise.cli.postgres.errors import LaunchError, launch_error

DATABASE = "reprise"
OWNER = "reprise_owner"
APP = "reprise_app"
SANDBOX = "reprise_sandbox"
EXTENSIONS = ("pg_trgm", "unaccent", "btree_gist")


@dataclass(frozen=True)
class Passwords:
    """One password a role, of characters that need no quoting in SQL or in a URL.

    That of the sandbox is empty when the cluster is older than its role.
    """

    owner: str = field(repr=False)
    app: str = field(repr=False)
    sandbox: str = field(repr=False)

    @classmethod
    def random(cls) -> "Passwords":
        """Fresh passwords of 192 random bits each."""
        return cls(*(secrets.token_hex(24) for _ in range(3)))

    def complete(self) -> "Passwords":
        """The same with a password for the sandbox's role."""
        return replace(self, sandbox=self.sandbox or secrets.token_hex(24))

    def write(self, path: Path) -> None:
        """Put them into `path` at once or not at all, readable by this user alone."""
        draft = path.with_name(f".{path.name}.new")
        draft.unlink(missing_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            os.fchmod(descriptor, 0o600)
            roles = {OWNER: self.owner, APP: self.app, SANDBOX: self.sandbox}
            json.dump(roles, file, indent=2)
            file.write("\n")
            file.flush()
            os.fsync(descriptor)
        draft.rename(path)

    @classmethod
    def read(cls, path: Path) -> "Passwords":
        """Raises FileNotFoundError if there are none, LaunchError if they cannot be read."""
        try:
            roles = json.loads(path.read_text(encoding="utf-8"))
            return cls(owner=roles[OWNER], app=roles[APP], sandbox=roles.get(SANDBOX, ""))
        except FileNotFoundError:
            raise
        except OSError as cause:
            raise launch_error(path, cause) from cause
        except (AttributeError, ValueError, KeyError, TypeError) as cause:
            raise LaunchError(
                f"{path} does not hold the passwords of the roles:"
                " remove it, and the next start gives the roles new ones."
            ) from cause


def creation(passwords: Passwords) -> list[str]:
    """The statements that furnish a new cluster, for single-user mode in `template1`.

    The extensions go into the template, so databases that the owner makes have them too.
    The bootstrap superuser stays without a password: nobody can log in as it.
    """
    return [
        *(f"CREATE EXTENSION {name}" for name in EXTENSIONS),
        f"CREATE ROLE {OWNER} LOGIN CREATEDB PASSWORD '{passwords.owner}'",
        f"CREATE ROLE {APP} LOGIN PASSWORD '{passwords.app}'",
        f"CREATE ROLE {SANDBOX} LOGIN PASSWORD '{passwords.sandbox}'",
        f"GRANT {APP}, {SANDBOX} TO {OWNER}",
        f"CREATE DATABASE {DATABASE} OWNER {OWNER}",
    ]


def renewal(passwords: Passwords) -> list[str]:
    """The statements that give the roles the passwords."""
    return [
        f"ALTER ROLE {OWNER} PASSWORD '{passwords.owner}'",
        f"ALTER ROLE {APP} PASSWORD '{passwords.app}'",
        *addition(passwords),
    ]


def addition(passwords: Passwords) -> list[str]:
    """The statements that give a cluster which is older than it the sandbox's role."""
    return [
        f"DO $$BEGIN IF to_regrole('{SANDBOX}') IS NULL THEN CREATE ROLE {SANDBOX} LOGIN; END IF;"
        " END$$",
        f"ALTER ROLE {SANDBOX} PASSWORD '{passwords.sandbox}'",
        f"GRANT {SANDBOX} TO {OWNER}",
    ]
