"""How often one client may ask (decision 0013): token buckets that all web processes share.

A bucket holds as many requests as a minute allows and fills up again evenly.  Clients are known by
a keyed hash of their address; the key changes every hour, and all buckets are emptied with it.

An IPv6 client is a /64, which is what one line or one phone has.  Many lines come with a /56 or a
/48, so a /48 has a bucket of its own in which a request weighs less: it holds `CLIENTS_IN_NETWORK`
times as many.
"""

from __future__ import annotations

import fcntl
import hashlib
import hmac
import logging
import math
import mmap
import os
import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from threading import Lock
from typing import Final

from django.conf import settings
from django.http import HttpRequest

from reprise.kernel.network import CLIENTS_IN_NETWORK, network_of

log = logging.getLogger(__name__)

# How many proxies of our own stand before us; each adds the address it saw to X-Forwarded-For.
PROXIES: Final = int(os.environ.get("REPRISE_PROXIES", "0"))

_HOUR: Final = struct.Struct("<Q")
_BUCKET: Final = struct.Struct("<Qdd")  # the client's tag (0: nobody's), requests left, as of
_WAYS: Final = 4
_SETS: Final = 4096
_SIZE: Final = _HOUR.size + _SETS * _WAYS * _BUCKET.size
_WITH_PORT: Final = re.compile(r"\[([^]]+)\](?::[0-9]+)?|([0-9.]+):[0-9]+")


class Buckets:
    """Room for 16,384 clients in 400 kB, never more.

    With a path, processes that open the same file count together; without one, each by itself.
    When a place is taken, the bucket that has most left is given up: who is near the limit stays.
    Raises OSError when the file cannot be had.
    """

    def __init__(self, path: Path | None, secret: str, per_minute: int) -> None:
        self._file = -1
        if path is not None:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
            os.ftruncate(self._file, _SIZE)
        self._map = mmap.mmap(self._file, _SIZE)
        self._secret = secret.encode()
        self._most = per_minute
        self._threads = Lock()

    def take(self, client: str, now: datetime, weight: float = 1) -> int:
        """0 when the request is within the limit, else the seconds after which the next one is.

        ``weight`` is how much of the bucket a request takes; a power of two, so that it adds up.
        """
        at = now.timestamp()
        hour = int(at // 3600)
        key = hmac.digest(self._secret, b"api clients %d" % hour, "sha256")
        digest = hashlib.blake2b(client.encode(), key=key, digest_size=12).digest()
        tag = int.from_bytes(digest[:8]) or 1
        first = _HOUR.size + int.from_bytes(digest[8:]) % _SETS * _WAYS * _BUCKET.size
        with self._alone():
            if _HOUR.unpack_from(self._map)[0] != hour:
                self._map[:] = bytes(_SIZE)
                _HOUR.pack_into(self._map, 0, hour)
            place, left = self._find(first, tag, at)
            taken = left >= weight
            _BUCKET.pack_into(self._map, place, tag, left - weight * taken, at)
        return 0 if taken else math.ceil((weight - left) * 60 / self._most)

    def _find(self, first: int, tag: int, at: float) -> tuple[int, float]:
        """The client's place with what is left, or the place that is given to it, full."""
        spare, most = first, -1.0
        for place in range(first, first + _WAYS * _BUCKET.size, _BUCKET.size):
            owner, left, since = _BUCKET.unpack_from(self._map, place)
            left = min(self._most, left + max(at - since, 0.0) * self._most / 60)
            if owner == tag:
                return place, left
            if not owner:
                left = math.inf
            if left > most:
                spare, most = place, left
        return spare, float(self._most)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """No other thread and no other process.  The system undoes the lock of a dead process."""
        with self._threads:
            if self._file < 0:
                yield
                return
            fcntl.lockf(self._file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.lockf(self._file, fcntl.LOCK_UN)


@dataclass(frozen=True, slots=True)
class Limit:
    """``per_minute`` requests of one kind that one client may make; a kind has its own buckets."""

    kind: str
    per_minute: int


API: Final = Limit("api", int(os.environ.get("REPRISE_API_PER_MINUTE", "300")))
# A page that a person looks at: many of them behind one address stay below it, a program does not.
SEARCH: Final = Limit("search", int(os.environ.get("REPRISE_SEARCHES_PER_MINUTE", "120")))

# Each acceptance is a row that stays for years; a person gives one, an office a few a minute.
CHOICES: Final = Limit("choices", int(os.environ.get("REPRISE_CHOICES_PER_MINUTE", "60")))


@cache
def buckets(limit: Limit) -> Buckets:
    """Those of this installation: in its data folder, if it has one that can be written."""
    folder = os.environ.get("REPRISE_DATA", "")
    if folder:
        try:
            path = Path(folder) / f"{limit.kind}-clients"
            return Buckets(path, settings.SECRET_KEY, limit.per_minute)
        except OSError as failure:
            log.warning("each process counts %s clients by itself: %s", limit.kind, failure)
    return Buckets(None, settings.SECRET_KEY, limit.per_minute)


def wait_of(request: HttpRequest, limit: Limit, now: datetime) -> int:
    """Count a request; 0 when its client and its network may have it, else the seconds to wait."""
    client = client_of(request)
    wait = buckets(limit).take(client, now)
    network = "" if wait else network_of(client)
    return buckets(limit).take(network, now, 1 / CLIENTS_IN_NETWORK) if network else wait


def client_of(request: HttpRequest, proxies: int = PROXIES) -> str:
    """Who asks: the address that the outermost of our own proxies saw, an IPv6 one by its /64.

    What a client itself writes into X-Forwarded-For stands further left and is not believed.
    """
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    seen.append(str(request.META.get("REMOTE_ADDR", "")))
    text = seen[max(-1 - proxies, -len(seen))] if proxies else seen[-1]
    address = _address(text)
    if address is None:
        return str(request.META.get("REMOTE_ADDR", ""))
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or IPv6Address(int(address) >> 64 << 64))
    return str(address)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    """An address as proxies write it, with or without the port that it came from."""
    found = _WITH_PORT.fullmatch(text)
    try:
        return ip_address((found[1] or found[2]) if found else text)
    except ValueError:
        return None
