"""Who downloads files for an authority, and who checks them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from reprise.cli import main
from reprise.kernel.evidence import text
from reprise.privacy.actions import telling
from tests.moment import now
from tests.privacy.cases import Bought, asked, bought, erase
from tests.web.staff.evidence.files import (
    Document,
)
from tests.web.staff.test_room import staff


@pytest.fixture
def client() -> Client:
    return staff()


@pytest.fixture
def verify(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """`reprise verify-evidence` of a document, or of bytes: how it ended, and what it said."""

    def run(what: Document | bytes, *more: str, beside: Document | None = None) -> tuple[int, str]:
        file = tmp_path / "file.json"
        file.write_bytes(what if isinstance(what, bytes) else text(what).encode())
        arguments = ["verify-evidence", str(file), *more]
        if beside is not None:
            (tmp_path / "other.json").write_text(text(beside))
            arguments += ["--with", str(tmp_path / "other.json")]
        ended = main(arguments)
        return ended, capsys.readouterr().out

    return run


@pytest.fixture
def erased(sandbox: Any) -> Bought:
    """An order whose buyer has had everything erased, and a seller who was told."""
    made = bought(sandbox)
    erase(asked(), made.id)
    with transaction.atomic():
        telling.ask_sellers(made.id, now())
    return made
