"""How a command finds its marketplace: the one that runs, or the addresses that it is given.

What has to be decided before `reprise run` serves finds the embedded database standing still, and
starts it.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager

from reprise.cli.database import open_database
from reprise.cli.environment import Choices, is_running, running_environment
from reprise.cli.run import settings_of


def attach(environ: MutableMapping[str, str]) -> None:
    """Be told what the running marketplace was told, unless ``environ`` names another database.

    Raises Problem where it names none and no marketplace runs.
    """
    url = environ.get("DATABASE_URL", "")
    if not url:
        environ.update(running_environment(environ))
    elif is_running(environ):
        told = running_environment(environ)
        if url in {told["DATABASE_URL"], told["DATABASE_OWNER_URL"]}:
            environ.update(told)


@contextmanager
def attached(environ: MutableMapping[str, str]) -> Iterator[bool]:
    """As `attach`; where nothing runs and no database is named, over the embedded one, which is
    started and stopped again: `reprise run` waits for what is decided here.  Whether it was; its
    tables may be those of a version before."""
    choices = Choices.read(environ)
    if choices.database_url or is_running(environ) or not (choices.data / "postgres").is_dir():
        attach(environ)
        yield False
        return
    database = open_database(choices)
    try:
        environ.update(settings_of(environ, choices, database))
        yield True
    finally:
        database.stop()
