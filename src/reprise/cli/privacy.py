"""`reprise privacy`: erasures after a backup was put back, before anybody is served."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import ProgrammingError
from psycopg.errors import InsufficientPrivilege

from reprise.cli.errors import Problem
from reprise.kernel import clock
from reprise.keys import Keys, MissingKey
from reprise.privacy.actions import journal, keys
from reprise.privacy.journal import Journal, Line


def catch_up() -> str:
    """Do again what the journal knows and the database does not; what is to be said of it and of
    missing keys.  Raises Problem where somebody has to decide."""
    with _decided():
        lines = journal.ahead()
        journal.replay(clock.now())
        Journal.of().start(clock.now())
    return _said(lines, "acts were done again")


def look() -> str:
    """What `catch_up` would do and say; nothing is touched."""
    with _decided():
        lines = journal.ahead()
    return _said(lines, "acts would be done again; nothing was touched")


@contextmanager
def _decided() -> Iterator[None]:
    if journal.is_lost():
        raise Problem(
            f"The journal of erasures is not in {Journal.of().folder}. If the database was put back"
            " from a backup, people who were erased since are in it again: bring the journal back."
            " If only the journal is lost, begin a new one with `reprise privacy --begin-journal`."
        )
    try:
        yield
    except journal.Diverged as problem:
        raise Problem(
            f"The journal of erasures in {Journal.of().folder} is not this database’s: {problem}"
            " Give each database its own REPRISE_DATA."
        ) from None
    except MissingKey as missing:
        raise Problem(str(missing)) from None
    except ProgrammingError as refused:
        if not isinstance(refused.__cause__, InsufficientPrivilege):
            raise
        raise Problem(
            "PostgreSQL lets nobody but the owner of the tables do again what was done so long ago:"
            " set DATABASE_OWNER_URL."
        ) from None


def _said(lines: Sequence[Line], what: str) -> str:
    said = ["nothing is to be done again: the database knows each act of the journal"]
    if lines:
        kinds = Counter(f"{line.holding} {line.verb}" for line in lines)
        each = ", ".join(f"{kind}: {number}" for kind, number in sorted(kinds.items()))
        said = [f"the database was put back from a backup: {len(lines)} {what} ({each})"]
    if gone := keys.missing():
        said.append(
            f"the archive cannot be read: {', '.join(gone)} is not in {Keys.of().folder}, or is not"
            " the key that sealed it; bring it back from the keys’ own backup"
        )
    return "; ".join(said)


def begin() -> str:
    """Begin a new journal.  Raises Problem where there is one."""
    if Journal.of().exists():
        raise Problem(f"There is a journal in {Journal.of().folder} already.")
    return f"a new journal knows {journal.begin(clock.now())} acts"
