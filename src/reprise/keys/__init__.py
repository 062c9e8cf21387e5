"""Keys outside the database: what is sealed with them is unreadable in a dump (decision 0038)."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

INDEX: Final = "index"
FIELD: Final = "field"
_BYTES: Final = 32
_NONCE: Final = 12
_NAME: Final = re.compile(r"[a-z]+(-[1-9][0-9]{0,8})?")


def place(table: str, column: str, row: str) -> str:
    """To what a sealed field is bound: a value of another row or column does not open there."""
    return f"{table}.{column}:{row}"


class MissingKey(Exception):
    """A key that was used before is not in the folder; its message says what to bring back."""


class WrongKey(Exception):
    """A sealed value is damaged, belongs elsewhere, or was sealed by another key."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of an installation: one file each, 32 random bytes, mode 0600."""

    folder: Path

    @classmethod
    def of(cls, environ: Mapping[str, str] = os.environ) -> Keys:
        """Below REPRISE_KEYS, else below `keys` in REPRISE_DATA (default `var`)."""
        given = environ.get("REPRISE_KEYS")
        return cls(Path(given) if given else Path(environ.get("REPRISE_DATA") or "var") / "keys")

    def begin(self) -> None:
        """Make the keys that every installation has; those that are here stay as they are."""
        self.make(INDEX)
        if not self.numbers(FIELD):
            self.make(f"{FIELD}-1")

    def check(self, name: str) -> str:
        """16 characters that tell this key from another, nothing more.  Raises MissingKey."""
        return hmac.new(self._read(name), b"which key is this", hashlib.sha256).hexdigest()[:16]

    def has(self, name: str) -> bool:
        """Whether this key is here."""
        return self._path(name).exists()

    def make(self, name: str) -> None:
        """Make a key that is not here yet; one that is stays as it is.

        It is whole and on the disk before it has its name, so a kill leaves no half of a key, and
        of two processes that make it at once one loses and uses the other's.
        """
        path = self._path(name)
        if path.exists():
            return
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        number, draft = tempfile.mkstemp(dir=self.folder, prefix=".draft-")  # mode 0600
        try:
            with os.fdopen(number, "wb") as file:
                file.write(secrets.token_bytes(_BYTES))
                file.flush()
                os.fsync(file.fileno())
            try:
                os.link(draft, path)
            except FileExistsError:
                return
            sync(self.folder)
        finally:
            Path(draft).unlink(missing_ok=True)

    def destroy(self, name: str) -> None:
        """Remove a key for good: what it sealed is unreadable from now on, in backups too."""
        self._path(name).unlink(missing_ok=True)
        if self.folder.exists():
            sync(self.folder)

    def made_at(self, name: str) -> float:
        """When a key was made, in seconds since 1970.  Raises MissingKey."""
        self._read(name)
        return self._path(name).stat().st_mtime

    def numbers(self, family: str) -> list[int]:
        """The numbers N of the keys `family-N` that are here, ascending."""
        names = [path.name for path in self.folder.glob(f"{family}-*")]
        return sorted(int(name.rpartition("-")[2]) for name in names if _NAME.fullmatch(name))

    def seal(self, name: str, plain: bytes, bound_to: str) -> bytes:
        """Seal bytes with a key, bound to where they stand (nonce, then ciphertext with its tag).

        Raises MissingKey.
        """
        nonce = secrets.token_bytes(_NONCE)
        return nonce + AESGCM(self._read(name)).encrypt(nonce, plain, bound_to.encode())

    def open(self, name: str, sealed: bytes, bound_to: str) -> bytes:
        """What was sealed.  Raises MissingKey, and WrongKey for all that is not exactly it."""
        try:
            cipher = AESGCM(self._read(name))
            return cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], bound_to.encode())
        except (InvalidTag, ValueError):
            raise WrongKey(f"What the key {name} should open was not sealed by it.") from None

    def seal_field(self, plain: str, bound_to: str) -> str:
        """Seal a text for a column: `N:` and the hex of what :meth:`seal` gives.

        The newest field key seals.  Raises MissingKey where there is none.
        """
        number = max(self.numbers(FIELD), default=1)
        return f"{number}:{self.seal(f'{FIELD}-{number}', plain.encode(), bound_to).hex()}"

    def open_field(self, stored: str, bound_to: str) -> str:
        """The text that :meth:`seal_field` sealed.  Raises MissingKey and WrongKey."""
        number, colon, sealed = stored.partition(":")
        if not (colon and number.isdecimal()):
            raise WrongKey("What stands here was never sealed.")
        try:
            return self.open(f"{FIELD}-{int(number)}", bytes.fromhex(sealed), bound_to).decode()
        except ValueError:
            raise WrongKey("What stands here is not whole.") from None

    def index(self, text: str) -> bytes:
        """32 bytes that find this text by equality and do not tell it (HMAC-SHA-256).

        Raises MissingKey.
        """
        return hmac.new(self._read(INDEX), text.encode(), hashlib.sha256).digest()

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no name of a key.")
        return self.folder / name

    def _read(self, name: str) -> bytes:
        try:
            key = self._path(name).read_bytes()
        except FileNotFoundError:
            raise MissingKey(
                f"The key {name} is not in {self.folder}. Bring it back from the keys' own backup;"
                " what it sealed cannot be read without it."
            ) from None
        if len(key) != _BYTES:
            raise MissingKey(f"The key {name} in {self.folder} is damaged: {len(key)} bytes.")
        return key


def sync(folder: Path) -> None:
    """Put a folder's names on the disk."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
