"""`reprise verify-evidence`: what it says of a file, and how it ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reprise.cli import main
from reprise.orders import evidence
from reprise.orders.evidence import BUYER
from tests.orders.story import Document, Story, changed

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

    @pytest.mark.parametrize("content", ["{", '{"a":1,"a":2}', "\x80"])
    def test_a_file_that_is_none_is_one_sentence(
        self, tmp_path: Any, capsys: Any, content: str
    ) -> None:
        path = tmp_path / "x.json"
        path.write_bytes(content.encode("latin-1"))
        assert main(["verify-evidence", str(path)]) == 1
        assert capsys.readouterr().err.count("\n") == 1
        assert main(["verify-evidence", str(tmp_path / "none")]) == 1


def test_the_check_needs_neither_django_nor_a_database() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from reprise.cli.evidence import verify; from reprise.orders import proof;"
        "sys.exit('django' in sys.modules or 'psycopg' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
