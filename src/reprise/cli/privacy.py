"""`reprise privacy`: erasures after a backup was put back, before anybody is served."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

from django.db import ProgrammingError
from psycopg.errors import InsufficientPrivilege

from reprise.cli.errors import Problem
from reprise.kernel import clock
from reprise.keys import Keys, MissingKey
from reprise.privacy.actions import ended_again, journal, keys
from reprise.privacy.journal import Journal, Line


def catch_up(ended: Collection[UUID] = (), not_ended: Collection[UUID] = ()) -> str:
    """Do again what the journal knows and the database does not; what is to be said of it and of
    missing keys.  Raises Problem where somebody has to decide, as of the contracts of sellers:
    which of them have ended and which have not."""
    if both := sorted(str(each) for each in {*ended} & {*not_ended}):
        raise Problem(f"Of {', '.join(both)} you say both that its contract has ended and not.")
    with _decided():
        lines = journal.ahead()
        journal.replay(clock.now(), ended, not_ended)
        Journal.of().start(clock.now())
    return _said(lines, "acts were done again")


def look() -> str:
    """What `catch_up` would do and say; nothing is touched."""
    with _decided():
        lines = journal.ahead()
    said = _said(lines, "acts would be done again; nothing was touched")
    return "; ".join([said, *(str(each) for each in ended_again.changes(lines, clock.now()))])


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
    except ended_again.Undecided as undecided:
        changes = "; ".join(str(each) for each in undecided.changes)
        raise Problem(
            "Somebody has to say whether these sellers’ contracts have ended, because everything of"
            f" a seller leaves by the last day: {changes}. Nothing was touched. Ask whoever is said"
            " to have done it, then start `reprise privacy replay` with `--ended ID` or"
            " `--not-ended ID` for each, as it is now; what cannot be is ended by hand, in the"
            " staff room."
        ) from None
    except ended_again.Contrary as contrary:
        what = "Everything else was done again" if contrary.done else "Nothing was touched"
        raise Problem(
            "No act makes these contracts what you say, or too little of the seller is left for it:"
            f" {'; '.join(contrary.contracts)}. {what}. Say of each what it is; then it is ended or"
            " taken back by hand, in the staff room."
        ) from None
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
    today = clock.now().date()
    if left := [str(line.seq) for line in lines if journal.unclear(line, today)]:
        said.append(
            f"{len(left)} of them say what nobody can do again: act {', '.join(left)}. The rest"
            " does not wait for them: ask whoever is said to have done it"
        )
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
