"""Invariants of the house, and for each a bug that breaks it: the tests named beside it must fail.

A bug is a change of a few words where the invariant is kept.  Whoever moves that place moves the
bug.  Each area has a module here, and whatever module is here counts: a new one is one more file
with its own ``BUGS``.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from tests.planted_bugs.bug import Bug

AREAS = sorted(each.stem for each in Path(__file__).parent.glob("[a-z]*.py"))
BUGS: tuple[Bug, ...] = tuple(
    bug for area in AREAS for bug in import_module(f"{__name__}.{area}").BUGS
)
