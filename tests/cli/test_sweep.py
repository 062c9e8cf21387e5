"""`reprise sweep`: what each clock has done, and whether one of them has failed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from reprise.cli import main
from reprise.wiring import sweeps

pytestmark = pytest.mark.django_db


def works(now: datetime) -> int:
    return 3


def breaks(now: datetime) -> int:
    raise ZeroDivisionError


@pytest.mark.parametrize(("clocks", "code"), [((works,), 0), ((breaks, works), 1)])
def test_a_clock_that_fails_stops_no_other_and_is_told(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    clocks: tuple[Any, ...],
    code: int,
) -> None:
    monkeypatch.setattr(sweeps, "SWEEPS", clocks)
    monkeypatch.setattr(sweeps, "NIGHTLY", ())
    assert main(["sweep"]) == code
    said = capsys.readouterr().out
    assert "works: 3" in said
    assert ("breaks: failed" in said) is bool(code)
