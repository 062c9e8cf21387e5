"""Each check says what it proves, in the reader's language, under a name of its own."""

from __future__ import annotations

import pytest
from django.utils import translation
from django.utils.translation import gettext

from reprise.books.proof import Outcome, findings, number_of_checks

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["fr", "nl", "de"])
def test_what_is_proved_is_said_in_every_language(language: str) -> None:
    outcomes: list[Outcome] = []
    assert findings(outcomes.append) == []
    assert len({each.name for each in outcomes}) == len(outcomes) == number_of_checks()
    with translation.override(language):
        english = [each.promise for each in outcomes if gettext(each.promise) == each.promise]
    assert english == []
