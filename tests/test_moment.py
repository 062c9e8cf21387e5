"""No test lives by the time at which its module was imported: a run may take hours."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests import moment

CLOCKS = {"now", "today", "utcnow", "time", "monotonic"}
TESTS = Path(__file__).parent


def at_import(source: ast.AST) -> Iterator[ast.Call]:
    """Calls that are made while the module is imported: not those in the bodies of functions."""
    for node in ast.iter_child_nodes(source):
        if isinstance(node, ast.Call):
            yield node
        if isinstance(node, ast.Lambda):
            continue
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for early in (*node.args.defaults, *node.args.kw_defaults, *node.decorator_list):
                if early:
                    yield from at_import(ast.Expression(early))
        else:
            yield from at_import(node)


def reads_a_clock(call: ast.Call) -> bool:
    return ast.unparse(call.func).rpartition(".")[2] in CLOCKS


def early(source: str) -> list[int]:
    return [each.lineno for each in at_import(ast.parse(source)) if reads_a_clock(each)]


@pytest.mark.parametrize(
    "source",
    [
        "NOW = datetime.now(UTC)",
        "LATER = now() + timedelta(1)",
        "def sell(at: datetime = now()) -> None: ...",
        "def sell(*, at: datetime = clock.now()) -> None: ...",
        "@pytest.mark.parametrize('at', [date.today()])\ndef test(at: date) -> None: ...",
        "class Test:\n    then = time.time()",
    ],
)
def test_a_module_that_reads_a_clock_is_found(source: str) -> None:
    assert early(source)


def test_a_test_may_read_one() -> None:
    assert not early("def test() -> None:\n    assert now()\nlate = lambda: now()")


def test_no_module_reads_a_clock_when_it_is_imported() -> None:
    files = sorted(TESTS.rglob("*.py"))
    assert len(files) > 100
    found = {
        f"{path.relative_to(TESTS)}:{line}" for path in files for line in early(path.read_text())
    }
    assert not found


def test_the_moment_is_when_a_test_begins() -> None:
    before = datetime.now(UTC)
    moment.begin()
    assert before <= moment.now() <= datetime.now(UTC)


moments: list[datetime] = []


@pytest.mark.parametrize("number", [1, 2])
def test_each_test_has_a_moment_of_its_own_that_stands_still(number: int) -> None:
    assert moment.now() is moment.now()
    assert moment.now() not in moments
    moments.append(moment.now())


def test_before_a_test_there_is_no_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moment, "_began", None)
    with pytest.raises(AssertionError, match="at import"):
        moment.now()
