"""Every text is translated into every language, with the same places to fill."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from tests.catalogues import LOCALE

ROOT = Path(__file__).parent.parent.parent
PLACE = re.compile(r"%\(\w+\)s|%%|</?a\b")


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """What the code says now."""
    target = tmp_path_factory.mktemp("texts") / "django.pot"
    subprocess.run(
        [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", "-F", "babel.cfg",
         "-k", "gettext_noop", "--no-location", "-o", str(target), "."],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    with target.open("rb") as read:
        return read_po(read)


@pytest.mark.parametrize("language", ["fr", "nl", "de"])
def test_every_text_is_translated(texts: Catalog, language: str) -> None:
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as read:
        catalogue = read_po(read, locale=language)
    for message in texts:
        if not message.id:
            continue
        found = catalogue.get(message.id)
        assert found is not None, message.id
        said = [found.string] if isinstance(found.string, str) else list(found.string)
        assert all(said), message.id
        keys = [message.id] if isinstance(message.id, str) else list(message.id)
        for key, text in zip(keys, said, strict=True):
            places = sorted(set(PLACE.findall(key)) - {"%%"})
            assert sorted(set(PLACE.findall(text)) - {"%%"}) == places, text
