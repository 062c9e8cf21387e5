"""Tests are shown to fail: each bug of the list is planted in a copy of the house."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.planted_bugs.bug import Bug
from tests.planted_bugs.bugs import BUGS

HOUSE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy to break, without what was compiled from it."""
    copy = tmp_path_factory.mktemp("planted") / "house"
    for folder in ("src", "tests"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(HOUSE / folder, copy / folder, ignore=ignored)
    shutil.copy(HOUSE / "pyproject.toml", copy)
    return copy


def run(house: Path, tests: str, data: Path) -> subprocess.CompletedProcess[str]:
    """The tests in that house, until the first fails, on the database in that folder."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DATABASE_", "REPRISE_", "SANDBOX_", "CARRIER_", "PYTEST_"))
    }
    arguments = ["-q", "-x", "-m", "not slow", "-p", "no:cacheprovider", "--no-header", "--tb=no"]
    paths = [f"tests/{each}" for each in tests.split()]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *arguments, *paths],
        cwd=house,
        env=kept
        | {
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": str(house / "src"),
            "REPRISE_TEST_DATA": str(data),
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_each_bug_has_one_place() -> None:
    """Whoever moves an invariant moves its bug along, long before the campaign is run again."""
    lost = [
        bug.invariant
        for bug in BUGS
        if (HOUSE / "src/reprise" / bug.file).read_text().count(bug.old) != 1
        or not all((HOUSE / "tests" / each).exists() for each in bug.tests.split())
    ]
    assert lost == []


def test_no_bug_is_in_a_function_that_was_replaced_since() -> None:
    """What a later migration makes anew is broken by nothing that is planted in the first one."""
    dead = [
        bug.invariant
        for bug in BUGS
        if "/migrations/" in bug.file
        for name in _functions(HOUSE / "src/reprise" / bug.file, bug.old)
        for later in (HOUSE / "src/reprise" / bug.file).parent.glob("[0-9]*.py")
        if later.name > Path(bug.file).name and f"FUNCTION {name}(" in _made(later)
    ]
    assert dead == []


def _made(migration: Path) -> str:
    return "\n".join(line for line in migration.read_text().splitlines() if "CREATE" in line)


def _functions(migration: Path, text: str) -> list[str]:
    """The function in whose body a text stands, if it stands in one."""
    before, _, _ = migration.read_text().partition(text)
    made = before.rfind("FUNCTION ")
    ended = before.rfind("END $$")
    return [before[made + 9 :].partition("(")[0]] if made > ended else []


@pytest.mark.slow
@pytest.mark.parametrize("bug", BUGS, ids=[bug.invariant for bug in BUGS])
def test_it_is_caught(house: Path, bug: Bug, tmp_path: Path) -> None:
    # The database is made once; a bug in a migration is in none that was made before.
    data = tmp_path if "/migrations/" in bug.file else house / "data"
    place = house / "src/reprise" / bug.file
    whole = place.read_text()
    place.write_text(whole.replace(bug.old, bug.new))
    try:
        done = run(house, bug.tests, data)
    finally:
        place.write_text(whole)
    # 1: tests failed; anything else says that they could not be run.
    assert done.returncode == 1, done.stdout[-2000:] + done.stderr[-2000:]
