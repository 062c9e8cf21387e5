"""A copy of the log of acts outside the database (decision 0039).

A backup that is put back brings erased people back, and takes the acts away that say so.  Each
line is an act by its ids and codes; it is on the disk before anybody relies on it.  Lines are kept
for longer than backups are.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from reprise.keys import sync


@dataclass(frozen=True, slots=True)
class Line:
    """An act, with the badge of who of the staff did it: no id, no name."""

    seq: int
    id: str
    verb: str
    holding: str
    subject: str
    basis: str
    reason: str
    until: str
    request: str
    at: str
    # Lines of before have none of these.
    by: str = ""
    badge: str = ""
    hold: str = ""

    @property
    def last_day(self) -> date | None:
        return date.fromisoformat(self.until) if self.until else None

    @property
    def of(self) -> UUID:
        return UUID(self.subject)


class Journal:
    """Files of one month each (``YYYY-MM.jsonl``) in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def of(cls, environ: Mapping[str, str] = os.environ) -> Journal:
        """REPRISE_JOURNAL, else ``privacy-journal`` in REPRISE_DATA (default ``var``)."""
        given = environ.get("REPRISE_JOURNAL")
        return cls(Path(given or Path(environ.get("REPRISE_DATA") or "var") / "privacy-journal"))

    def exists(self) -> bool:
        """Whether anything was ever written here."""
        return bool(self._files())

    def start(self, now: datetime) -> None:
        """Make it where there is none, before the first act: from then on none is a lost one."""
        if not self.exists():
            self._write([], now)

    def last(self) -> Line | None:
        """The newest act; None before the first."""
        for path in reversed(self._files()):
            if text := _last(path):
                return _line(text)
        return None

    def after(self, seq: int) -> list[Line]:
        """The acts that came after one, in their order."""
        return [line for path in self._files() for line in _read(path) if line.seq > seq]

    def append(self, lines: Sequence[Line], now: datetime) -> None:
        """Write acts behind those that are here, and see them on the disk.

        What a kill has left of a line is taken away first: it was never relied on.
        """
        if lines:
            self._write(lines, now)

    def _write(self, lines: Sequence[Line], now: datetime) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self.folder / f"{now:%Y-%m}.jsonl"
        new = not path.exists()
        with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
            file.seek(_whole(path.read_bytes()))
            file.truncate()
            file.writelines(json.dumps(asdict(line)).encode() + b"\n" for line in lines)
            file.flush()
            os.fsync(file.fileno())
        if new:
            sync(self.folder)

    def forget(self, now: datetime, horizon: timedelta) -> int:
        """Delete the months whose every backup is gone; never the newest file.  How many."""
        before = (now - horizon).date()
        old = [path for path in self._files()[:-1] if _month_after(path.stem) <= before]
        for path in old:
            path.unlink()
        return len(old)

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob("[0-9][0-9][0-9][0-9]-[0-9][0-9].jsonl"))


# Much longer than any line.
_TAIL: Final = 65_536
_FIELDS: Final = tuple(Line.__dataclass_fields__)


def _read(path: Path) -> Iterator[Line]:
    """The whole lines of a file."""
    data = path.read_bytes()
    for text in data[: _whole(data)].splitlines():
        yield _line(text)


def _line(text: bytes) -> Line:
    told = json.loads(text)
    return Line(**{name: told[name] for name in _FIELDS if name in told})


def _last(path: Path) -> bytes:
    """The last whole line of a file, from its end: it is asked for every few seconds."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL))
        data = file.read()
    return next(iter(data[: _whole(data)].splitlines()[-1:]), b"")


def _whole(data: bytes) -> int:
    """How many bytes end with a line's end."""
    return data.rfind(b"\n") + 1


def _month_after(stem: str) -> date:
    year, month = (int(part) for part in stem.split("-"))
    return date(year + month // 12, month % 12 + 1, 1)
