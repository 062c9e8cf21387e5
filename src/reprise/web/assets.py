"""Our static files, held in memory under addresses that change with their content."""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from django.conf import settings

STATIC: Final = Path(__file__).parent / "static"
TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
}
_COMPRESSED: Final = {".woff2"}
_URL = re.compile(r"url\(\"([\w./-]+)\"\)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent; ``gzipped`` is empty when the format is compressed by itself."""

    address: str
    content_type: str
    body: bytes
    gzipped: bytes


@cache
def asset(name: str) -> Asset:
    """The file ``name`` of the static folder.  Raises FileNotFoundError, KeyError for its kind.

    In a style sheet ``url("name")`` names a file of the same folder and becomes its address, so
    a changed font changes the sheet's address as well.
    """
    path = STATIC / name
    body = path.read_bytes()
    if path.suffix == ".css":
        body = _sheet(body.decode()).encode()
    digest = hashlib.sha256(body).hexdigest()[:10]
    stem = name.removesuffix(path.suffix)
    return Asset(
        address=f"{settings.STATIC_URL}{stem}.{digest}{path.suffix}",
        content_type=TYPES[path.suffix],
        body=body,
        gzipped=b"" if path.suffix in _COMPRESSED else gzip.compress(body, 9, mtime=0),
    )


def _sheet(text: str) -> str:
    text = _SPACE.sub(" ", _COMMENT.sub("", text))
    return _URL.sub(lambda match: f'url("{asset(match[1]).address}")', text)


@cache
def by_address() -> dict[str, Asset]:
    """Every static file under its address."""
    found = [
        asset(path.relative_to(STATIC).as_posix())
        for path in sorted(STATIC.rglob("*"))
        if path.suffix in TYPES
    ]
    return {each.address: each for each in found}
