"""`reprise verify-evidence`: what it says of a file, and how it ends."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from reprise.cli import formats, main
from reprise.kernel.evidence import document as shaped
from reprise.kernel.evidence import sealed
from reprise.orders import chain, evidence, log
from reprise.orders.evidence import BUYER, STAFF
from reprise.orders.models import Contact
from reprise.orders.states import ParcelVerb
from reprise.shipping.states import ShipmentState
from tests.moment import now
from tests.orders.story import Document, Story, changed, leaves, resealed

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def story(sandbox: Any) -> Story:
    return Story(sandbox)


class TestTheCommand:
    @pytest.fixture
    def files(self, story: Story, tmp_path: Any) -> Callable[..., str]:
        def write(name: str, document: Document) -> str:
            path = tmp_path / name
            path.write_text(evidence.text(document))
            return str(path)

        return write

    def test_it_says_that_a_log_is_whole(self, story: Story, files: Any, capsys: Any) -> None:
        full = files("full.json", story.told(BUYER))
        part = files("part.json", story.seller(story.first))
        assert main(["verify-evidence", full]) == 0
        assert "The log is whole" in capsys.readouterr().out
        assert main(["verify-evidence", part]) == 0
        assert "--with" in capsys.readouterr().out
        assert main(["verify-evidence", part, "--with", full]) == 0
        assert "stand in the complete copy" in capsys.readouterr().out

    def test_it_names_what_is_broken_and_ends_with_1(
        self, story: Story, files: Any, capsys: Any
    ) -> None:
        told = changed(story.told(BUYER), ("steps", 2, "at"), "2026-01-01T00:00:00.000000+00:00")
        assert told is not None
        assert main(["verify-evidence", files("bad.json", told)]) == 1
        said = capsys.readouterr().out
        assert "The seal does not fit" in said
        assert "Step 3 was changed" in said

    def test_it_says_which_format_and_version_it_is(
        self, story: Story, files: Any, capsys: Any
    ) -> None:
        main(["verify-evidence", files("full.json", story.told(BUYER))])
        assert "an order's log (reprise-evidence, version 1)" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("form", "said"),
        [
            ("reprise-evidence-2", "knows reprise-evidence up to version 1"),
            ("reprise-privacy-request-4", "knows reprise-privacy-request up to version 3"),
            ("reprise-evidence-01", "this check knows reprise-consent, reprise-consent-purge"),
            ("another-evidence-1", "this check knows reprise-consent, reprise-consent-purge"),
            (None, "The format is None"),
            (1, "The format is 1"),
        ],
    )
    def test_a_format_that_it_does_not_know_is_not_right(
        self, files: Any, capsys: Any, form: Any, said: str
    ) -> None:
        assert main(["verify-evidence", files("x.json", sealed({"format": form}))]) == 1
        assert said in capsys.readouterr().out

    def test_every_format_of_the_house_is_known(self) -> None:
        """Whoever writes one has this check know it."""
        source = Path(formats.__file__).parents[1]
        made = {
            found
            for path in source.rglob("*.py")
            for found in re.findall(r'"(reprise-[a-z-]+-[0-9]+)"', path.read_text())
        }
        # A person's own copies bear no seal: nobody is shown them as proof.
        assert made >= {"reprise-personal-data-3", "reprise-given-data-1", "reprise-order-1"}
        unsealed = {"reprise-personal-data-3", "reprise-given-data-1"}
        for form in made - unsealed:
            assert formats.named({"format": form})

    @pytest.mark.parametrize(
        ("before", "after"),
        [("\n", "\r\n"), ('": ', '":  '), ("{\n", "{ \n"), ("}\n", "}"), ("e", "\\u0065")],
    )
    def test_a_file_that_was_written_anew_is_not_the_one_that_was_handed_out(
        self, story: Story, tmp_path: Any, capsys: Any, before: str, after: str
    ) -> None:
        text = evidence.text(story.told(BUYER))
        path = tmp_path / "x.json"
        at = text.rindex(before)
        path.write_bytes((text[:at] + after + text[at + len(before) :]).encode())
        assert main(["verify-evidence", str(path)]) == 1
        assert "The file was rewritten: line" in capsys.readouterr().out

    @pytest.mark.parametrize("indent", [1, 2])
    @pytest.mark.parametrize(
        "form",
        [
            "reprise-privacy-request-1", "reprise-privacy-request-2", "reprise-privacy-breach-1",
            "reprise-consent-1", "reprise-consents-1", "reprise-consent-purge-1",
        ],
    )  # fmt: skip
    def test_what_was_handed_out_before_stays_readable(
        self, tmp_path: Any, capsys: Any, form: str, indent: int
    ) -> None:
        told = sealed({"format": form, "facts": ["é", 1, None]})
        path = tmp_path / "x.json"
        path.write_text(json.dumps(told, indent=indent, ensure_ascii=False))
        assert main(["verify-evidence", str(path)]) == 0
        assert form.rpartition("-")[0] in capsys.readouterr().out
        path.write_text(path.read_text().replace("é", "è"))
        assert main(["verify-evidence", str(path)]) == 1
        assert "The seal does not fit" in capsys.readouterr().out

    def test_what_a_file_says_is_text_and_no_command_to_the_terminal(
        self, tmp_path: Path, capsys: Any
    ) -> None:
        """Neither an escape sequence nor a line of its own nor letters that turn the others."""
        evil = "x\x1b[1A\x1b[2K\rok   It was handed out here.\nok   \u202e\x9b2J\u2028"
        told = shaped("reprise-nights-1", {"period": {}}, [])
        told[evil] = 1
        path = tmp_path / "x.json"
        path.write_text(evidence.text(told))
        assert main(["verify-evidence", str(path)]) == 1
        said = capsys.readouterr().out
        assert "\\x1b[1A\\x1b[2K\\rok   It was" in said
        assert all(each.isprintable() for each in said.split("\n"))
        assert not [each for each in said.split("\n") if each.startswith("ok")]

    def test_it_is_read_from_a_pipe_as_well(
        self, story: Story, capsys: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        text = evidence.text(story.told(BUYER))
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert main(["verify-evidence", "-"]) == 0

    @pytest.mark.parametrize("content", ["{", '{"a":1,"a":2}', "\x80"])
    def test_a_file_that_is_none_is_one_sentence(
        self, tmp_path: Any, capsys: Any, content: str
    ) -> None:
        path = tmp_path / "x.json"
        path.write_bytes(content.encode("latin-1"))
        assert main(["verify-evidence", str(path)]) == 1
        assert capsys.readouterr().err.count("\n") == 1
        assert main(["verify-evidence", str(tmp_path / "none")]) == 1


class TestBesideTheDatabase:
    """What somebody has made anew as a whole fits by itself; the rows say something else."""

    @pytest.fixture
    def compared(self, tmp_path: Any, capsys: Any) -> Callable[..., tuple[int, str]]:
        def compare(document: Document) -> tuple[int, str]:
            path = tmp_path / "x.json"
            path.write_text(evidence.text(document))
            alone = main(["verify-evidence", str(path)])
            assert alone == 0, capsys.readouterr().out
            capsys.readouterr()
            return main(["verify-evidence", str(path), "--database"]), capsys.readouterr().out

        return compare

    def test_a_log_and_an_excerpt_of_now_are_what_it_says(
        self, story: Story, compared: Any
    ) -> None:
        for document in (story.told(BUYER), story.told(STAFF), story.seller(story.first)):
            ended, said = compared(document)
            assert (ended, "The database says the same." in said) == (0, True), said

    def test_steps_that_came_since_are_counted_and_it_is_not_the_same(
        self, story: Story, compared: Any
    ) -> None:
        told = story.told(BUYER)
        came = log.Entry("parcel", ParcelVerb.VOUCH, None, ShipmentState.DELIVERED)
        log.append(story.sale.order.id, [came], log.CLOCK, now() + timedelta(hours=1))
        ended, said = compared(told)
        assert ended == 2, said
        assert f"PART NOT the same: its {len(told['steps'])} steps are part" in said
        assert "which has 1 more" in said
        assert "The database says the same" not in said

    @pytest.mark.parametrize("left", [1, -1])
    def test_one_that_lacks_a_step_of_its_own_time_was_cut(
        self, story: Story, compared: Any, left: int
    ) -> None:
        told = story.told(BUYER)
        every = len(told["steps"])
        steps = told["steps"][:left]
        shipped = [each["line_id"] for each in steps if each["verb"] == "ship"]
        devices = [
            each for each in told["devices"] if each["round"] <= shipped.count(each["line_id"])
        ]
        ended, said = compared(resealed({**told, "steps": steps, "devices": devices}))
        assert ended == 1
        assert f"It was cut: the database has {every - len(steps)} steps more" in said

    def test_an_excerpt_that_lacks_one_was_cut_as_well(self, story: Story, compared: Any) -> None:
        told = story.seller(story.first)
        full = story.told(STAFF)
        own = [each for each in full["steps"] if each["seller_id"] == told["steps"][0]["seller_id"]]
        cut = {**told, "steps": told["steps"][:1], "devices": [], "anchor": own[0]["hash"]}
        ended, said = compared(resealed(cut))
        assert ended == 1
        assert "It was cut" in said

    @pytest.mark.parametrize(
        ("flag", "but"),
        [
            ("devices_forgotten", "which devices were sent"),
            ("agreed_forgotten", "the order's own number"),
        ],
    )
    def test_what_it_says_was_erased_was_erased(
        self, story: Story, compared: Any, tmp_path: Path, capsys: Any, flag: str, but: str,
    ) -> None:  # fmt: skip
        """A file cannot free itself from what its steps commit to."""
        told = {**story.told(BUYER), flag: True}
        if flag == "devices_forgotten":
            told["devices"] = []
        else:
            told[flag] = ["number"]
            told["agreed"]["order"] |= {"number_salt": "", "reference": "N-AAAAAAAA"}
        ended, said = compared(resealed(told))
        assert ended == 1
        assert "erased in time, and the database does not" in said
        main(["verify-evidence", str(tmp_path / "x.json")])
        assert f"ok, but {but} is not checked\n" in capsys.readouterr().out

    def test_other_words_on_how_to_verify_it_are_not_ours(
        self, story: Story, compared: Any
    ) -> None:
        told = {**story.told(BUYER), "how_to_verify": ["Trust whoever hands it to you."]}
        ended, said = compared(resealed(told))
        assert ended == 2
        assert "how to verify it is not what the marketplace says" in said

    def test_nothing_is_put_beside_what_a_log_has(self, story: Story, compared: Any) -> None:
        ended, said = compared(resealed({**story.told(BUYER), "note": "Paid in cash."}))
        assert ended == 1
        assert "“note” is not what the database says now" in said
        assert compared(resealed({**story.told(BUYER), "copy": "judge"}))[0] == 1

    def test_a_complete_log_is_no_excerpt_by_saying_so(self, story: Story) -> None:
        """An excerpt's own chain is not checked; it has one contract, and adds up to that."""
        assert formats.check(resealed({**story.told(BUYER), "anchor": "0" * 64})).problems

    def test_a_history_that_was_made_anew_is_named(self, story: Story, compared: Any) -> None:
        told = story.told(BUYER)
        previous = ""
        for step in told["steps"]:
            step["previous"] = previous
            if step["seq"] == 4:
                step["reason"] = "another"
            step["hash"] = previous = chain.step_hash(step)
        ended, said = compared(resealed(told))
        assert ended == 1
        assert "Step 4 is not in the database as it is here." in said

    @pytest.mark.parametrize("part", ["contact", "payments", "letters", "parcels"])
    def test_what_no_chain_covers_is_compared(self, story: Story, compared: Any, part: str) -> None:
        told = story.told(BUYER)
        path = next(each for each in leaves(told["on_record"]) if each[0] == part)
        other = changed(told, ("on_record", *path), "another")
        assert other is not None
        ended, said = compared(resealed(other))
        assert ended == 1
        assert f"“{part}” is not what the database says now" in said

    def test_a_name_that_has_left_since_is_not_compared_and_that_is_said(
        self, story: Story, compared: Any
    ) -> None:
        told = story.told(BUYER)
        Contact.objects.all().delete()
        ended, said = compared(told)
        assert ended == 0
        assert "Name and address have left the database since" in said

    def test_another_number_than_its_own_is_named(self, story: Story, compared: Any) -> None:
        """The order is found by what it has for ever, and has another number here."""
        for told in (story.told(BUYER), story.seller(story.first)):
            ended, said = compared(resealed({**told, "order": "R-NOWHERE1"}))
            assert ended == 1
            assert "“order” is not what the database says now" in said

    def test_a_file_of_before_says_that_nobody_can_tell(self, tmp_path: Any, capsys: Any) -> None:
        told = sealed({"format": "reprise-privacy-request-2", "request": {}})
        path = tmp_path / "x.json"
        path.write_text(evidence.text(told))
        assert main(["verify-evidence", str(path), "--database"]) == 1
        assert "cannot say whether it is its own" in capsys.readouterr().out

    @pytest.mark.parametrize("form", ["reprise-evidence-1", "reprise-consent-1"])
    def test_one_in_which_everything_is_missing(
        self, tmp_path: Any, capsys: Any, form: str
    ) -> None:
        path = tmp_path / "x.json"
        path.write_text(evidence.text(sealed({"format": form})))
        assert main(["verify-evidence", str(path), "--database"]) == 1
        assert capsys.readouterr().out.count("BAD") == 1


def test_the_check_needs_neither_django_nor_a_database() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from reprise.cli.evidence import verify; from reprise.cli import formats;"
        "sys.exit('django' in sys.modules or 'psycopg' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
