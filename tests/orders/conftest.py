"""The story whose evidence is looked at, and sellers in a hurry."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from reprise.orders.evidence import BUYER
from tests.orders.story import Copies, Story


@pytest.fixture
def story(sandbox: Any) -> Story:
    return Story(sandbox)


@pytest.fixture(scope="module")
def _made() -> list[Copies]:
    return []


@pytest.fixture
def copies(_made: list[Copies], request: pytest.FixtureRequest) -> Copies:
    """The documents of one story, made once: they need no database any more."""
    if not _made:
        story = request.getfixturevalue("story")
        _made.append(
            Copies(story.told(BUYER), story.seller(story.first), story.seller(story.second))
        )
    return copy.deepcopy(_made[0])


@pytest.fixture
def short_answers(settings: Any) -> None:
    """Sellers have three minutes to answer, so that a test sees their silence, and PostgreSQL,
    whose clock nobody moves, sees no log of tomorrow."""
    settings.ACCEPTANCE_HOURS = 0.05
