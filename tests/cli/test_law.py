"""`reprise law`, as somebody at a terminal uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reprise.cli import main
from reprise.law import table
from reprise.law.registry import provisions

_FACTS = "{last_parcel: 2026-03-02, told: 2026-02-20, calendar: BE}"
ROOT = Path(__file__).parents[2]


def _told(tmp_path: Path, facts: str, *more: str, key: str = "eu.withdrawal.window") -> int:
    file = tmp_path / "facts.yaml"
    file.write_text(facts, encoding="utf-8")
    return main(["law", "explain", key, "--facts", str(file), *more])


def test_a_decision_is_explained_in_the_language_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _told(tmp_path, _FACTS, "--lang", "de") == 0
    said = capsys.readouterr().out
    assert "bis zum Ende des 16. März 2026" in said
    assert "Noch nicht am amtlichen Text geprüft" in said
    assert "until: 2026-03-16 23:59:59 Europe/Brussels" in said


@pytest.mark.parametrize(
    ("facts", "field", "reason"),
    [
        ("{told: null, calendar: BE}", "facts.last_parcel", "is missing"),
        (_FACTS.replace("BE", "XX"), "facts.calendar", "no calendar for 'XX'"),
        (_FACTS.replace("2026-03-02", "tomorrow"), "facts.last_parcel", "a day is written"),
        (_FACTS.replace("}", ", colour: red}"), "facts", "no such field: colour"),
        ("[1, 2]", "last_parcel", "facts are fields with values"),
        ("{", "", "not YAML"),
        (f"{_FACTS[:-1]}, told: 2026-02-21}}", "told", "stands in line 1 and again in line 1"),
        (_FACTS.replace("2026-03-02", "9999-12-31"), "facts.last_parcel", "from 1800 to 2999"),
    ],
)
def test_wrong_facts_get_the_field_and_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], facts: str, field: str, reason: str
) -> None:
    assert _told(tmp_path, facts) == 1
    said = capsys.readouterr().err
    assert field in said
    assert reason in said
    assert "Traceback" not in said


def test_an_amount_beside_a_threshold_in_euros_gets_the_field_and_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parcel = "{on: 2026-11-02, value: 100.00 USD, sub_headings: 1}"
    assert _told(tmp_path, parcel, key="eu.customs.small") == 1
    said = capsys.readouterr().err
    assert "value: in the currency of the amount that the law fixes (USD and EUR)" in said
    assert "Traceback" not in said


def test_an_unknown_provision_names_its_neighbours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _told(tmp_path, _FACTS, key="eu.withdrawl.window") == 1
    assert "did you mean eu.withdrawal.window" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "explain", "eu.withdrawal.window", "--facts", "/no/such/file"]) == 1
    assert "/no/such/file cannot be read" in capsys.readouterr().err


def test_the_list_marks_what_is_not_verified(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "list"]) == 0
    line = next(x for x in capsys.readouterr().out.splitlines() if "eu.withdrawal.window" in x)
    assert "S50" in line
    assert "NOT VERIFIED" in line


def test_the_reference_holds_the_table_of_the_code() -> None:
    kept = (ROOT / "docs/reference/law.md").read_text(encoding="utf-8")
    assert kept == table.markdown() + "\n", "reprise law table > docs/reference/law.md"


def test_the_table_lists_every_open_question_and_who_meets_it() -> None:
    listed = table.markdown().splitlines()
    for each in provisions():
        for basis in each.cites:
            if basis.open:
                (line,) = [x for x in listed if x.startswith(f"| {basis} | {basis.open} |")]
                assert f"`{each.key}`" in line


def test_what_was_not_read_is_marked_in_its_row() -> None:
    """A citation stands in italics where one use of it was not read, or leaves a question open."""
    listed = table.markdown().splitlines()
    for each in provisions():
        (line,) = [x for x in listed if x.startswith(f"| `{each.key}` | ")]
        assert ("*" in line.split(" | ")[2]) == (not each.verified), each.key


def test_every_row_stands_with_its_country() -> None:
    parts = table.by_country("de")
    assert {country: {each.key for each in rows} for country, rows in parts.items()} == {
        country: {each.key for each in provisions() if each.country == country}
        for country in ("BE", "DE", "ES", "EU", "FR", "IT", "NL", "PT", "TERMS")
    }
