"""What the processes of one marketplace are told, and where that is kept."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from reprise.cli.errors import Problem
from reprise.markets.operator import OperatorUnreadable, read

SECRETS = "secrets.json"
RUNNING = "running.json"
# What a process of ours reads of its environment, and libpq beneath it.
OURS = ("REPRISE_", "DATABASE_", "SANDBOX_", "CARRIER_", "SMTP_", "PG")
OURS_ALONE = frozenset({"DJANGO_SETTINGS_MODULE", "PORT"})
# The provider's own role, as which no command joins.
SANDBOX_ROLE = "SANDBOX_DATABASE_URL"
# What is read as a number: the least and the most that it may be.
NUMBERS: Mapping[str, tuple[int, int]] = {
    "PORT": (1, 65_535),
    "SMTP_PORT": (1, 65_535),
    "REPRISE_DEMO_ORDERS": (0, 100_000),
    "REPRISE_DEMO_OFFERS": (1, 10_000_000),
    "REPRISE_PROXIES": (0, 100),
    "REPRISE_API_PER_MINUTE": (1, 1_000_000),
    "REPRISE_SEARCHES_PER_MINUTE": (1, 1_000_000),
    "REPRISE_CHOICES_PER_MINUTE": (1, 1_000_000),
    "REPRISE_ACCEPTANCE_HOURS": (1, 96),
    "REPRISE_BACKUP_DAYS": (0, 3650),
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What an operator may choose for `reprise run`: port, data folder, database addresses.

    ``sandbox``: payments may be play money, in a demo or because the operator wants them so.
    """

    port: int
    data: Path
    database_url: str
    owner_url: str
    sandbox_url: str
    demo: bool
    sandbox: bool

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> Choices:
        """From PORT, REPRISE_DATA, DATABASE_URL, DATABASE_OWNER_URL, SANDBOX_DATABASE_URL,
        REPRISE_DEMO, REPRISE_ALLOW_SANDBOX; the file of REPRISE_OPERATOR must be readable.

        Raises Problem for a setting that cannot be what it says, whichever process reads it.
        """
        for name, (least, most) in NUMBERS.items():
            text = environ.get(name) or str(least)
            if not text.isdecimal() or not least <= int(text) <= most:
                raise Problem(f"{name} is {text!r}; it must be a number from {least} to {most}.")
        _public_address(environ.get("REPRISE_PUBLIC_URL", ""))
        _operator(environ.get("REPRISE_OPERATOR", ""))
        url = environ.get("DATABASE_URL", "")
        demo = _yes_or_no(environ, "REPRISE_DEMO", default=True)
        return cls(
            port=int(environ.get("PORT") or "8000"),
            data=Path(environ.get("REPRISE_DATA") or "var").absolute(),
            database_url=url,
            owner_url=environ.get("DATABASE_OWNER_URL", "") or url,
            sandbox_url=environ.get("SANDBOX_DATABASE_URL", ""),
            demo=demo,
            sandbox=demo or _yes_or_no(environ, "REPRISE_ALLOW_SANDBOX", default=False),
        )


def _public_address(text: str) -> None:
    """Raises Problem unless links in pages and letters can begin with it."""
    try:
        parts = urlsplit(text)
        whole = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:  # a port or an IPv6 address that is none
        whole = False
    if text and (not whole or text != f"{parts.scheme}://{parts.netloc}"):
        raise Problem(
            f"REPRISE_PUBLIC_URL is {text!r}; it must be an address such as https://shop.example,"
            " with nothing behind the host's name."
        )


def _operator(path: str) -> None:
    """Raises Problem unless the file, where there is one, says who runs the shop."""
    try:
        if path:
            read(Path(path))
    except OperatorUnreadable as failure:
        raise Problem(f"REPRISE_OPERATOR: {failure}") from None


def _yes_or_no(environ: Mapping[str, str], name: str, *, default: bool) -> bool:
    text = environ.get(name, "")
    if text not in {"", "0", "1"}:
        raise Problem(f"{name} is {text!r}; it must be 0 or 1.")
    return default if text == "" else text == "1"


def prepare(data: Path) -> None:
    """Make the data folder.  Raises Problem when that cannot be done."""
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe = data / ".probe"
        probe.write_text("")
        probe.unlink()
    except FileExistsError:
        raise Problem(f"{data} is a file; choose another folder with REPRISE_DATA=/path.") from None
    except OSError as failure:
        raise Problem(
            f"{data} cannot be written ({failure.strerror}); choose another folder with"
            " REPRISE_DATA=/path."
        ) from None


def secret(data: Path, name: str) -> str:
    """A random secret of this installation, made when it is first asked for (file mode 0600)."""
    path = data / SECRETS
    known = _read(path) if path.exists() else {}
    if name not in known:
        known[name] = secrets.token_urlsafe(48)
        draft = path.with_suffix(".draft")
        draft.touch(mode=0o600)
        draft.write_text(json.dumps(known, indent=1))
        draft.replace(path)
    return known[name]


def _read(path: Path) -> dict[str, str]:
    try:
        found = json.loads(path.read_text())
    except (OSError, ValueError) as failure:
        raise Problem(f"{path} cannot be read ({failure}); put it right or remove it.") from None
    if not isinstance(found, dict):
        raise Problem(f"{path} is damaged; put it right or remove it.")
    return found


def note_running(data: Path, settings: Mapping[str, str]) -> None:
    """Keep what the processes were told, so that a second terminal can join them (mode 0600).

    Of the shell that started them nothing else: it may hold anybody's secrets.
    """
    told = {
        name: value
        for name, value in settings.items()
        if (name.startswith(OURS) or name in OURS_ALONE) and name != SANDBOX_ROLE
    }
    path = data / RUNNING
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    path.write_text(json.dumps(told, indent=1))


def running_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """What the marketplace that runs on this data folder was told.  Raises Problem if none does."""
    data = Choices.read(environ).data
    path = data / RUNNING
    if not path.exists():
        raise Problem(
            f"No marketplace runs on {data}; start it with `make run`, or set DATABASE_URL."
        )
    settings = _read(path)
    if not _lives(settings):
        raise Problem(f"The marketplace on {data} is not running; start it with `make run`.")
    return settings


def is_running(environ: Mapping[str, str]) -> bool:
    """Whether a marketplace runs on this data folder.  Raises Problem for a damaged note of it."""
    path = Choices.read(environ).data / RUNNING
    return path.exists() and _lives(_read(path))


def _lives(settings: Mapping[str, str]) -> bool:
    try:
        os.kill(int(settings.get("REPRISE_PID", "0")), 0)
    except OSError:
        return False
    return True
