"""An operator opens pages to others by a command, and by nothing else."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from reprise.cli import main
from reprise.consent import actions, models
from reprise.consent.actions.changing import begin_change
from reprise.consent.configuration import day_of
from reprise.consent.states import StopReason
from tests.consent.asked import ask, asked_now, partner, purpose
from tests.moment import now

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
    assert run("partner", "kill", "acme", "--why", "unused") == 0
    assert not asked_now()
    assert models.Partner.objects.get().killed_by is None
    assert run("list") == 0
    said = capsys.readouterr().out
    assert "purpose audience" in said
    assert "active, but nobody is asked" in said
    assert f"stopped for good on {day_of(now())} (unused)" in said
    assert run("purpose", "deactivate", "audience") == 0
    assert run("list") == 0
    assert "not asked for" in capsys.readouterr().out


def test_the_list_says_how_it_is(tmp_path: Path, capsys: Any) -> None:
    today = day_of(now())
    ask("acme", "gone")
    actions.kill_partner("gone", StopReason.SECURITY, None, now())
    actions.save_purpose(purpose("widget"), now())
    for key, purposes, change in (
        ("draft", "audience", {"contract_on": today + timedelta(days=9)}),
        ("fit", "audience", {}),
        ("idle", "widget", {}),
        ("late", "audience", {}),
    ):
        path = file(tmp_path, partner(key, purposes, **change))
        assert run("partner", "add", path) == 0
    added = capsys.readouterr().out
    assert "cannot be activated yet: its contract is not in force before" in added
    for key in ("idle", "late"):
        actions.activate_partner(key, now())
    over = today - timedelta(days=1)
    models.Partner.objects.filter(key="late").update(next_audit_on=over)
    begin_change()
    assert run("list") == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    stop = today + timedelta(days=300)
    assert lines == [
        "purpose audience version 1, asked for, by acme",
        "purpose widget version 1, not asked for",
        f"partner acme https://acme.example, loaded for whoever accepts it, next audit {stop}",
        "partner idle https://idle.example, not loaded: nobody is asked for its purposes, next"
        f" audit {stop}",
        f"partner late https://late.example, not loaded: its audit is overdue since {over}",
        "partner draft https://draft.example, draft, needs: its contract is not in force before"
        f" {today + timedelta(days=9)}",
        "partner fit https://fit.example, draft, can be activated",
        f"partner gone https://gone.example, stopped for good on {today} (security)",
    ]


def test_a_name_that_stands_twice_is_refused_with_its_line(tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "twice.yaml"
    path.write_text(yaml.safe_dump(purpose()) + "kind: advertising\n")
    assert run("purpose", "add", str(path)) == 1
    assert "“kind” stands in line" in capsys.readouterr().err
    assert not models.Purpose.objects.exists()


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


def test_what_was_collected_is_searched_erased_and_proven(tmp_path: Path, capsys: Any) -> None:
    days = ("--from", "2026-03-01", "--until", "2026-03-10")
    assert run("purge", "list") == 0
    assert "Nothing was searched" in capsys.readouterr().out
    assert run("purge", "search", *days, "--notified", "2026-03-10") == 0
    said = capsys.readouterr().out
    assert "Nothing is stored here for a purpose that needs consent." in said
    assert "The order must be complied with by 2026-05-11T23:59:59+02:00." in said
    search = models.Purge.objects.get()
    # The last day counts, by the clocks of Paris.
    assert search.until_at is not None
    assert search.until_at.isoformat() == "2026-03-10T23:00:00+00:00"
    assert run("purge", "erase", search.digest) == 0
    done = models.Purge.objects.get(dry=False)
    capsys.readouterr()
    assert run("purge", "certificate", str(done.id)) == 0
    document = capsys.readouterr().out
    kept = tmp_path / "certificate.json"
    kept.write_text(document)
    assert run("purge", "check", str(kept)) == 0
    assert "word for word" in capsys.readouterr().out
    kept.write_text(document.replace("2026-05-11", "2026-06-11"))
    assert run("purge", "check", str(kept)) == 1
    assert "something in it was changed" in capsys.readouterr().err
    assert run("purge", "list") == 0
    assert capsys.readouterr().out.count("Nothing is stored here") == 2


def test_a_search_needs_to_know_of_what(capsys: Any) -> None:
    for arguments, said in (
        (("search",), "Name either"),
        (("search", "--from", "2026-03-01"), "Name either"),
        (("search", "--notice", "x"), "is no id"),
        (("search", "--notice", "x", "--from", "2026-03-01"), "Name either"),
        (("search", "--from", "x", "--until", "2026-03-01"), "is no day"),
        (("erase", "0" * 64), "No search has this digest"),
        (("certificate", "0" * 32), "There is no search or erasure"),
    ):
        assert run("purge", *arguments) == 1
        assert said in capsys.readouterr().err


def test_the_files_in_the_guide_work_as_they_are_printed(tmp_path: Path, capsys: Any) -> None:
    guide = (Path(__file__).parents[2] / "docs/operate/README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n# reprise consent (\w+) add .*?\n(.*?)```", guide, re.DOTALL)
    assert [noun for noun, _ in blocks] == ["purpose", "partner"]
    for noun, text in blocks:
        path = tmp_path / f"{noun}.yaml"
        path.write_text(text, encoding="utf-8")
        assert run(noun, "add", str(path)) == 0, capsys.readouterr().err
