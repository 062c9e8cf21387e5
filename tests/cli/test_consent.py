"""An operator opens pages to others by a command, and by nothing else."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import yaml

from reprise.cli import main
from reprise.consent import models
from tests.consent.asked import asked_now, partner, purpose

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reprise.cli._attach", lambda: None)
    monkeypatch.setattr("reprise.cli._django", lambda: None)


def run(*arguments: str) -> int:
    return main(["consent", *arguments])


def file(folder: Path, facts: dict[str, Any]) -> str:
    path = folder / f"{facts['key']}.yaml"
    path.write_text(yaml.safe_dump(facts))
    return str(path)


def test_from_nothing_to_asked_and_back(tmp_path: Path, capsys: Any) -> None:
    assert run("list") == 0
    assert "Nothing is asked" in capsys.readouterr().out
    for arguments in (
        ("purpose", "add", file(tmp_path, purpose())),
        ("partner", "add", file(tmp_path, partner())),
        ("partner", "activate", "acme"),
        ("purpose", "activate", "audience"),
    ):
        assert run(*arguments) == 0, arguments
    assert asked_now().pairs == {("audience", "acme")}
    assert run("list") == 0
    assert "asked for, by acme" in capsys.readouterr().out
    assert run("partner", "kill", "acme") == 0
    assert not asked_now()
    assert models.Partner.objects.get().killed_by is None
    assert run("purpose", "deactivate", "audience") == 0


def test_what_cannot_be_is_one_sentence(tmp_path: Path, capsys: Any) -> None:
    cases = {
        ("partner", "activate", "nobody"): "There is no partner “nobody”.",
        ("purpose", "activate", "nothing"): "There is no purpose “nothing”.",
        ("partner", "add", str(tmp_path / "none.yaml")): "cannot be read",
        ("partner", "add", file(tmp_path, {"key": "x"})): "The file does not fit",
    }
    for arguments, said in cases.items():
        assert run(*arguments) == 1
        assert said in capsys.readouterr().err


def test_no_name_of_a_partner_stands_for_a_cookie_of_ours(
    tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(yaml.safe_dump(purpose())))
    assert run("purpose", "add", "-") == 0
    facts = partner()
    for name in ("session", "choices", "bask*"):
        facts["trackers"][0]["name"] = name
        assert run("partner", "add", file(tmp_path, facts)) == 1
        assert "cookie of our own" in capsys.readouterr().err
