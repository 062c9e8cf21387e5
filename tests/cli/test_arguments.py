"""A verb takes its own flags: what it would ignore is a usage error, and nothing has run."""

from __future__ import annotations

from typing import Any

import pytest

from reprise.cli import main

STRAYS = (
    "privacy --dry-run",
    "privacy night --begin-journal",
    "privacy --begin-journal night",
    "privacy --begin-journal replay",
    "privacy replay --begin-journal",
    "privacy --dry-run night",
    "privacy night --ended 01975c6e-7d1c-7000-8000-000000000001",
    "privacy --ended 01975c6e-7d1c-7000-8000-000000000001",
    "privacy replay --ended atelier-rhone",
    "privacy replay --dry-run --ended 01975c6e-7d1c-7000-8000-000000000001",
    "privacy replay --dry-run --not-ended 01975c6e-7d1c-7000-8000-000000000001",
    "privacy ends --dry-run",
    "privacy ends --begin-journal",
    "consent purpose add file.yaml --why unused",
    "consent purpose activate audience --why unused",
    "consent partner add file.yaml --why unused",
    "consent partner activate acme --why unused",
    "consent partner kill acme",
    "consent partner kill acme --why because",
    "consent list --why unused",
    "consent purge list --notified 2026-03-01",
    "consent purge erase digest --notified 2026-03-01",
    "consent purge --notified 2026-03-01 search",
    "staff add",
    "staff remove",
    "staff list someone@example.org",
    "staff list --supervisor",
    "staff remove someone@example.org --supervisor",
    "keys list 3",
    "keys rotate 3",
    "keys retire",
    "breach list --lang fr",
    "breach show B-7K3F9Q2M --by boss@example.org",
    "law list --lang fr",
    "sweep --dry-run",
    "check-books --dry-run",
)


@pytest.mark.parametrize("line", STRAYS)
def test_no_flag_is_ignored(line: str, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def runs() -> None:
        raise AssertionError("it ran")

    monkeypatch.setattr("reprise.cli._attach", runs)
    with pytest.raises(SystemExit) as end:
        main(line.split())
    assert end.value.code == 2
    said = capsys.readouterr()
    assert "usage:" in said.err
    assert not said.out
