"""The two database roles and their passwords."""

import json
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from reprise.cli.postgres.errors import LaunchError, launch_error

DATABASE = "reprise"
OWNER = "reprise_owner"
APP = "reprise_app"
EXTENSIONS = ("pg_trgm", "unaccent", "btree_gist")


@dataclass(frozen=True)
class Passwords:
    """One password a role, of characters that need no quoting in SQL or in a URL."""

    owner: str = field(repr=False)
    app: str = field(repr=False)

    @classmethod
    def random(cls) -> "Passwords":
        """Fresh passwords of 192 random bits each."""
        return cls(owner=secrets.token_hex(24), app=secrets.token_hex(24))

    def write(self, path: Path) -> None:
        """Put them into `path` at once or not at all, readable by this user alone."""
        draft = path.with_name(f".{path.name}.new")
        draft.unlink(missing_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            os.fchmod(descriptor, 0o600)
            json.dump({OWNER: self.owner, APP: self.app}, file, indent=2)
            file.write("\n")
            file.flush()
            os.fsync(descriptor)
        draft.rename(path)

    @classmethod
    def read(cls, path: Path) -> "Passwords":
        """Raises FileNotFoundError if there are none, LaunchError if they cannot be read."""
        try:
            roles = json.loads(path.read_text(encoding="utf-8"))
            return cls(owner=roles[OWNER], app=roles[APP])
        except FileNotFoundError:
            raise
        except OSError as cause:
            raise launch_error(path, cause) from cause
        except (ValueError, KeyError, TypeError) as cause:
            raise LaunchError(
                f"{path} does not hold the passwords of the two roles:"
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
        f"GRANT {APP} TO {OWNER}",
        f"CREATE DATABASE {DATABASE} OWNER {OWNER}",
    ]


def renewal(passwords: Passwords) -> list[str]:
    """The statements that give both roles the passwords."""
    return [
        f"ALTER ROLE {OWNER} PASSWORD '{passwords.owner}'",
        f"ALTER ROLE {APP} PASSWORD '{passwords.app}'",
    ]
