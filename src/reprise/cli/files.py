"""What a command is given to read."""

from __future__ import annotations

import sys
from pathlib import Path

from reprise.cli.errors import Problem


def text_of(name: str) -> str:
    """The text of a file; - reads what is piped in.  Raises Problem."""
    try:
        return sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise Problem(f"{name} cannot be read: {problem}") from None
