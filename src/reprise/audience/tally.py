"""What one process has counted since it last reported: counts, sketches, and nobody's name."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import blake2b
from threading import Lock
from typing import Final, NamedTuple, TypeVar
from uuid import UUID

from datasketches import hll_sketch, tgt_hll_type

from reprise.audience.rules import GIVEN_UP, PLACES, Estimate, countable, month_of
from reprise.audience.states import Crowd, What, of_market
from reprise.kernel.ids import new_id

# 2^12 registers of a byte each.  Dense from the beginning: a sparse sketch holds parts of hashes.
LOG_REGISTERS: Final = 12
DEVIATIONS: Final = 2
MOST_NEW_WORDS: Final = 200
_LONGEST_AGENT: Final = 400
K = TypeVar("K")


class Visitor(NamedTuple):
    """Who asks, for as long as it takes to count: ``network`` is a truncated address, ``account``
    an id where somebody is signed in, ``seller`` whether they act for one."""

    network: str
    agent: str
    account: str = ""
    seller: bool = False


@dataclass(slots=True)
class Word:
    """``places`` is a bitmap, one bit a network; ``text`` is only given when it was asked for."""

    places: int = 0
    text: str = ""


@dataclass(slots=True)
class Batch:
    """What was counted since the batch before; it may be merged any number of times."""

    id: UUID = field(default_factory=new_id)
    counts: dict[tuple[date, str, str, str], int] = field(default_factory=dict)
    products: dict[tuple[date, str, str], int] = field(default_factory=dict)
    crowds: dict[tuple[date, str], hll_sketch] = field(default_factory=dict)
    words: dict[tuple[date, bytes], Word] = field(default_factory=dict)
    taken_at: datetime | None = None


class Tally:
    """Filled by all threads of a process.  ``secret`` is the installation's: a month's key alone
    is not enough."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self._lock = Lock()
        self._filling = Batch()
        self._waiting: Batch | None = None
        self._wanted: frozenset[bytes] = frozenset()
        self._keys: dict[date, bytes] = {}
        self.known: Mapping[date, bytes] = {}

    def know(self, keys: Mapping[date, bytes]) -> None:
        """These are the months' keys; any other is forgotten."""
        mixed = {
            month: hmac.digest(self._secret, b"audience %s" % key, "sha256")
            for month, key in keys.items()
        }
        self.known, self._keys = dict(keys), mixed

    def want(self, words: Iterable[bytes]) -> None:
        """Of these words the text may be given: enough have asked for them."""
        self._wanted = frozenset(words)

    def page(
        self,
        now: datetime,
        what: What,
        visitor: Visitor,
        *,
        market: str = "",
        language: str = "",
        product: str = "",
    ) -> None:
        """A page was shown.  Without its month's key only the page is counted."""
        day = now.date()
        month = month_of(now)
        key = self._keys.get(month)
        crowds = _crowds(key, visitor, market) if key else ()
        with self._lock:
            batch = self._filling
            _add(batch.counts, (day, market, language, what.value))
            if product:
                _add(batch.products, (day, market, product))
            for crowd, digest in crowds:
                sketch = batch.crowds.get((month, crowd))
                if sketch is None:
                    sketch = batch.crowds[month, crowd] = empty()
                sketch.update(digest)

    def search(
        self,
        now: datetime,
        found: bool,
        unknown: Iterable[str],
        network: str,
        *,
        market: str = "",
        language: str = "",
    ) -> None:
        """Something was searched for; ``unknown`` are the words that mean nothing here."""
        what = What.FOUND if found else What.NOTHING
        month = month_of(now)
        key = self._keys.get(month)
        with self._lock:
            _add(self._filling.counts, (now.date(), market, language, what.value))
            for word in unknown if key else ():
                if key and countable(word):
                    self._ask(month, key, word, network)

    def _ask(self, month: date, key: bytes, text: str, network: str) -> None:
        words = self._filling.words
        name = blake2b(text.encode(), key=key, digest_size=16, person=b"word").digest()
        word = words.get((month, name))
        if word is None:
            if len(words) >= MOST_NEW_WORDS:
                return
            word = words[month, name] = Word()
        asker = f"{text}\n{network}".encode()
        place = blake2b(asker, key=key, digest_size=2, person=b"asker").digest()
        word.places |= 1 << int.from_bytes(place) % PLACES
        if name in self._wanted:
            word.text = text

    def batch(self, now: datetime) -> Batch | None:
        """The batch to be merged next: the one that waits, else what was counted since; None when
        that is nothing.  One that has waited for too long is given up."""
        with self._lock:
            waiting = self._waiting
            if waiting and waiting.taken_at and now - waiting.taken_at < GIVEN_UP:
                return waiting
            taken, self._filling = self._filling, Batch()
            taken.taken_at = now
            self._waiting = taken if taken.counts else None
            return self._waiting

    def merged(self) -> None:
        """The batch that waited is in the database."""
        self._waiting = None


def _crowds(key: bytes, visitor: Visitor, market: str) -> list[tuple[str, int]]:
    """In which sketches a visitor is noted, and as what."""
    seen = f"{visitor.network}\n{visitor.agent[:_LONGEST_AGENT]}"
    client = _digest(key, b"client", seen)
    crowds = [(Crowd.CLIENTS.value, client)]
    if market:
        crowds.append((of_market(market), client))
    if visitor.account:
        account = _digest(key, b"account", visitor.account)
        crowds += [(Crowd.SIGNED_IN.value, client), (Crowd.ACCOUNTS.value, account)]
        if visitor.seller:
            crowds.append((Crowd.SELLERS.value, account))
    return crowds


def _digest(key: bytes, person: bytes, text: str) -> int:
    digest = blake2b(text.encode("utf-8", "replace"), key=key, digest_size=8, person=person)
    return int.from_bytes(digest.digest(), signed=True)


def _add(counts: dict[K, int], key: K) -> None:
    counts[key] = counts.get(key, 0) + 1


def empty() -> hll_sketch:
    return hll_sketch(LOG_REGISTERS, tgt_hll_type.HLL_8, True)


def estimate(sketch: hll_sketch) -> Estimate:
    return Estimate(
        round(sketch.get_estimate()),
        int(sketch.get_lower_bound(DEVIATIONS)),
        round(sketch.get_upper_bound(DEVIATIONS) + 0.5),
    )
