"""`reprise verify-evidence`: is a file of evidence as it was handed out?  Needs no database."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from reprise.cli import formats
from reprise.cli.errors import Problem
from reprise.cli.formats import Checked
from reprise.kernel import evidence

_ALONE = "Who made the file, it does not show by itself: the marketplace's own database does."


def verify(file: str, beside: str = "", database: Callable[[Any], Checked] | None = None) -> int:
    """Say which format a document has and what is wrong with it; 0 when nothing is, 1 otherwise.

    ``beside`` is another copy: a complete one for a seller's excerpt, an earlier one for what has
    entries.  ``database`` compares it with what the rows say.  Raises Problem for a file that
    cannot be read.
    """
    written, document = _read(file)
    try:
        name, version, form = formats.named(document)
    except ValueError as unknown:
        return _told([f"{unknown}"], ())
    print(f"     {file}: {form.what} ({name}, version {version})")
    other = _read(beside)[1] if beside else None
    checked = formats.check(document, other)
    problems, said = list(checked.problems), list(checked.said)
    if not problems and (where := formats.rewritten(written, document)):
        problems.append(where)
    if database is None:
        said.append(_ALONE)
    elif not problems:
        here = database(document)
        problems += here.problems
        said += here.said
    return _told(problems, said)


def _told(problems: Sequence[str], said: Sequence[str]) -> int:
    for problem in problems:
        print(f"BAD  {problem}")
    if problems:
        return 1
    for number, line in enumerate(said):
        print(f"{'     ' if number else 'ok   '}{line}")
    return 0


def _read(name: str) -> tuple[str, Any]:
    """A file as it is written, and what it says."""
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        written = raw.decode()
        return written, evidence.read(written)
    except OSError as failure:
        raise Problem(f"{name} cannot be read: {failure.strerror}") from failure
    except (ValueError, RecursionError) as failure:
        raise Problem(f"{name} is no JSON document: {failure}") from failure
