"""What the marketplace runs with is what it is tested with."""

from __future__ import annotations

import re
from pathlib import Path

REQUIREMENTS = Path(__file__).parents[2] / "requirements"


def pins(name: str) -> dict[str, str]:
    text = (REQUIREMENTS / name).read_text()
    return dict(re.findall(r"^([\w.-]+)(?:\[[^\]]*\])?==(\S+)", text, re.MULTILINE))


def test_tests_run_on_the_versions_that_are_shipped() -> None:
    """Installed one after the other, the tests' list would replace what the first one brought."""
    shipped, tested = pins("run.txt"), pins("test.txt")
    assert len(shipped) > 40
    assert {name: tested.get(name) for name in shipped} == shipped
