"""Looks are forgotten five years after they were written down, and not by a wrong clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reprise.audit import actions
from reprise.audit.models import Look
from reprise.audit.states import Page, Subject
from reprise.kernel.ids import new_id

pytestmark = pytest.mark.django_db
TODAY = datetime(2026, 5, 31, 4, 0, tzinfo=UTC)


def looked(at: datetime) -> None:
    actions.note(new_id(), Page.ORDER, Subject.ORDER, new_id(), at)


def test_five_years() -> None:
    kept = TODAY.replace(year=2021)
    looked(kept)
    looked(kept - timedelta(seconds=1))
    assert actions.forget(TODAY) == 1
    assert Look.objects.get().at == kept
    assert actions.forget(TODAY) == 0


def test_postgresql_has_its_own_clock() -> None:
    looked(datetime.now(UTC) - timedelta(days=365))
    assert actions.forget(datetime(2099, 1, 1, tzinfo=UTC)) == 0
    assert Look.objects.count() == 1
