"""`reprise verify-evidence`: is an order's exported log whole?  Needs no database."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from reprise.cli.errors import Problem
from reprise.orders import proof


def verify(file: str, full: str = "") -> int:
    """Say what is wrong with a document; 0 when nothing is, 1 otherwise.

    ``full`` is a complete copy for a seller's excerpt.  Raises Problem for a file that cannot be
    read.
    """
    document = _read(file)
    report = proof.verify(document, _read(full) if full else None)
    for problem in report.problems:
        print(f"BAD  {problem}")
    if report.problems:
        return 1
    if report.complete:
        print(f"ok   The log is whole: {report.steps} steps, each bound to the one before.")
        print(f"     Its last hash is {document['steps'][-1]['hash']}.")
    elif full:
        print(
            f"ok   The excerpt's {report.steps} steps stand in the complete copy, up to its anchor."
        )
    else:
        print(f"ok   The excerpt was not changed in part: {report.steps} steps.")
        print("     Beside a complete copy its place in the whole log is checked as well: --with")
    if report.forgotten:
        print("     It says that the devices' numbers were erased in time; they are not checked.")
    if report.parted:
        print("     It says that a seller's identity or the order's number was erased in time;")
        print("     what was agreed is not checked against step 1.")
    return 0


def _read(name: str) -> Any:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
        return proof.read(text)
    except OSError as failure:
        raise Problem(f"{name} cannot be read: {failure.strerror}") from failure
    except (ValueError, RecursionError) as failure:
        raise Problem(f"{name} is no JSON document: {failure}") from failure
