"""What is written on a visitor's device or read from it: declared here, or not done (S34, S36).

A context declares what it adds in a ``trackers.py`` of its own; `reprise.web.trackers` puts them
into one register.  From it come the cookies' lifetimes and flags, the guard that holds every
library to them, and the public page (decision 0033).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum
from fnmatch import fnmatchcase
from typing import Final

from reprise.law.fr.trackers import Access, AccessDecision, Purpose, access

# What makes a browser refuse a cookie of that name from another host, or over plain HTTP.
HOST_ONLY: Final = "__Host-"
_DAY: Final = timedelta(days=1)


class Kind(Enum):
    """Where something is written, or that it is read off the device itself."""

    COOKIE = "cookie"
    LOCAL_STORAGE = "local_storage"
    SESSION_STORAGE = "session_storage"
    INDEXED_DB = "indexed_db"
    CACHE = "cache"
    READING = "reading"


class Kept(Enum):
    """How long, where no number says it."""

    BROWSER = "browser"  # ends with the browser
    HOLDER = "holder"  # until the holder of the device deletes it there
    MOMENT = "moment"  # looked at, and kept by nobody


class Controller(Enum):
    """Who answers for it.  Another party than the operator is a line here before it is anything
    else."""

    OPERATOR = "operator"


class SameSite(Enum):
    """Whether requests that begin on another site carry the cookie."""

    LAX = "Lax"
    STRICT = "Strict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracker:
    """One thing that is written or read, with everything that a visitor is told of it.

    ``name`` is a key of the storage or the name of the browser's interface that reads; ``*`` stands
    for any end.  ``necessity`` is what the law asks: why no consent is needed, or that it is.
    ``aim`` (what for) and ``when`` (by what, on which pages) are keys of translations.
    """

    name: str
    kind: Kind
    necessity: Purpose
    controller: Controller
    kept: timedelta | Kept
    aim: str
    when: str

    def __post_init__(self) -> None:
        if isinstance(self.kept, timedelta) and (self.kept % _DAY or self.kept < _DAY):
            raise ValueError(f"{self.name}: a lifetime is told, so it is given, in whole days")

    @property
    def seconds(self) -> int | None:
        """How long it is kept; None where it ends with the browser or by another hand."""
        return int(self.kept.total_seconds()) if isinstance(self.kept, timedelta) else None

    def access(self, *, consented: bool) -> AccessDecision:
        """Whether the law lets us, and on which article that rests."""
        return access(Access(purpose=self.necessity, consented=consented))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cookie(Tracker):
    """A cookie for our own host and all its paths; Secure wherever the shop is served by HTTPS."""

    kind: Kind = field(default=Kind.COOKIE, init=False)
    same_site: SameSite
    http_only: bool

    def wire_name(self, https: bool) -> str:
        """Its name in the headers."""
        return HOST_ONLY + self.name if https else self.name


class Register:
    """Every tracker that there is.  Raises ValueError for a name that is declared twice."""

    def __init__(self, *declared: Iterable[Tracker]) -> None:
        self._all = tuple(each for group in declared for each in group)
        keys = [(each.kind, each.name) for each in self._all]
        for twice in {key for key in keys if keys.count(key) > 1}:
            raise ValueError(f"the {twice[0].value} {twice[1]!r} is declared twice")

    def __iter__(self) -> Iterator[Tracker]:
        return iter(self._all)

    def find(self, kind: Kind, name: str) -> Tracker | None:
        """What ``name`` is declared as."""
        for each in self._all:
            if each.kind is kind and fnmatchcase(name, each.name):
                return each
        return None

    def cookie(self, wire_name: str, https: bool) -> Cookie | None:
        """What a cookie in a header is declared as: over HTTPS with the host's prefix, else
        without."""
        if wire_name.startswith(HOST_ONLY) is not https:
            return None
        found = self.find(Kind.COOKIE, wire_name.removeprefix(HOST_ONLY))
        return found if isinstance(found, Cookie) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A cookie as an answer is about to set it, without its value.

    ``seconds`` is how long a browser would keep it: None until it is closed, 0 takes it away.
    """

    seconds: int | None
    path: str
    domain: str
    secure: bool
    http_only: bool
    same_site: str


def faults(declared: Cookie | None, sent: Sent, *, https: bool) -> tuple[str, ...]:
    """What is wrong with a cookie beside its declaration; empty when nothing is.

    It may live shorter and be stricter than declared, never the other way.
    """
    if declared is None:
        return ("it is not declared",)
    found = []
    if sent.domain:
        found.append(f"it is for the domain {sent.domain}")
    if sent.path != "/":
        found.append(f"it is for the path {sent.path or 'of the page'}")
    if sent.seconds is not None and sent.seconds <= 0:
        return tuple(found)  # it is taken away: nothing stays that flags could protect
    if not declared.access(consented=False).allowed:
        found.append("it needs consent, and none was given")
    if sent.seconds is not None and sent.seconds > (declared.seconds or 0):
        found.append(f"it lives {sent.seconds} s")
    if declared.http_only and not sent.http_only:
        found.append("scripts can read it")
    if https and not sent.secure:
        found.append("it is not Secure")
    if sent.same_site not in {declared.same_site.value, SameSite.STRICT.value}:
        found.append(f"its SameSite is {sent.same_site or 'missing'}")
    return tuple(found)
