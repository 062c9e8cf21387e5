"""Readable cases of the law: what is given, what follows, and why, in words.

A file under `<country>/<topic>/` is a list of cases:

    - case: A notice sent in the last second of the fourteenth day is in time
      provision: eu.withdrawal.notice
      facts: {...}                 # as `reprise.law.reading` describes
      expect: {...}                # any fields of the decision; `rests_on` names articles or rules,
                                   # `says` some English words of each reason, in their order
      because: >                   # why, from the article, never from running the code
        ...

`refused: <words>` instead of `expect` says that the provision does not apply (NotInForce).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reprise.law.reading import load

ROOT = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """One situation, as its file tells it."""

    name: str
    provision: str
    facts: dict[str, Any]
    expect: dict[str, Any]
    refused: str
    because: str
    file: str

    @property
    def country(self) -> str:
        return self.file.partition("/")[0]


def cases() -> list[Case]:
    """Every case of every file.  Raises KeyError for a case that is not in the form."""
    found = []
    for path in sorted(ROOT.rglob("*.yaml")):
        file = path.relative_to(ROOT).as_posix()
        for each in load(path.read_text(encoding="utf-8")):
            given = dict(each)
            found.append(
                Case(
                    name=given.pop("case"),
                    provision=given.pop("provision"),
                    facts=given.pop("facts"),
                    expect=given.pop("expect", {}),
                    refused=given.pop("refused", ""),
                    because=given.pop("because"),
                    file=file,
                )
            )
            if given:
                raise KeyError(f"{file}: {found[-1].name}: {', '.join(given)}")
    return found
