"""`reprise verify-evidence`: is a file of evidence as it was handed out?  Needs no database."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from reprise.cli import formats
from reprise.cli.errors import Problem
from reprise.cli.formats import Checked
from reprise.kernel import evidence

_ALONE = "Who made the file, it does not show by itself: the marketplace's own database does."


def verify(file: str, beside: str = "", database: Callable[[Any], Checked] | None = None) -> int:
    """Say which format a document has and what is wrong with it: 0 when nothing is, 1 when
    something is, 2 when nothing contradicts it and the database does not know it as its own.

    ``beside`` is another copy: a complete one for a seller's excerpt, an earlier one for what has
    entries.  ``database`` compares it with what the rows say.  Raises Problem for a file that
    cannot be read.
    """
    written, document = _read(file)
    try:
        name, version, form = formats.named(document)
    except ValueError as unknown:
        return _told(Checked([f"{unknown}"]))
    _print(f"     {file}: {form.what} ({name}, version {version})")
    other = _read(beside)[1] if beside else None
    if beside and not isinstance(other, dict):
        raise Problem(f"{beside} is no file of evidence: nothing can be compared with it.")
    checked = formats.check(document, other)
    if not checked.problems and (where := formats.rewritten(written, document)):
        return _told(Checked([where]))
    if checked.problems:
        return _told(checked)
    if database is None:
        return _told(replace(checked, said=[*checked.said, _ALONE]))
    here = database(document)
    return _told(replace(here, said=[*checked.said, *here.said]))


def _told(checked: Checked) -> int:
    """Print the verdict, the worst first, and how it ends."""
    for problem in checked.problems:
        _print(f"BAD  {problem}")
    if checked.problems:
        return 1
    for doubt in checked.doubts:
        _print(f"PART {doubt}")
    verdict = "" if checked.doubts else "ok"
    if checked.unchecked:
        _print(f"ok, but {' and '.join(checked.unchecked)} is not checked")
        verdict = ""
    for number, line in enumerate(checked.said):
        _print(f"{'' if number else verdict:5}{line}")
    return 2 if checked.doubts else 0


def _print(line: str) -> None:
    """A line as text alone: what a file says can neither move the cursor nor begin a line of its
    own that looks like a verdict."""
    print("".join(each if each.isprintable() else _escaped(each) for each in line))


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode()


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
