"""A bug, and the invariant that it breaks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bug:
    """``old`` occurs once in ``file`` (below ``src/reprise``); with ``new`` in its place,
    ``tests`` (below ``tests``) must fail."""

    invariant: str
    file: str
    old: str
    new: str
    tests: str
