"""Looks are forgotten five years after they were written down, and not by a wrong clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import ProgrammingError, transaction

from reprise.audit import actions
from reprise.audit.models import Look, Sought
from reprise.audit.states import Page, Subject
from reprise.kernel.ids import new_id
from tests import database

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


class TestWhichAddressesWereLookedFor:
    def sought(self, day: date) -> None:
        Sought.objects.create(person=b"x" * 32, found=0, day=day)

    def test_by_two_clocks(self) -> None:
        self.sought(datetime.now(UTC).date() - timedelta(days=365))
        assert actions.forget_sought(datetime(2099, 1, 1, tzinfo=UTC)) == 0
        assert database.run("SELECT audit_forget_sought('infinity')") == [(0,)]
        assert Sought.objects.count() == 1

    def test_the_last_day_counts(self) -> None:
        """Of the twenty-ninth of February the last day is the twenty-eighth."""
        self.sought(date(2020, 2, 29))
        assert actions.forget_sought(datetime(2025, 2, 28, tzinfo=UTC)) == 0
        assert actions.forget_sought(datetime(2025, 3, 1, tzinfo=UTC)) == 1

    @pytest.mark.parametrize("statement", [
        "DELETE FROM audit_sought", "UPDATE audit_sought SET day = '2000-01-01'",
        "DELETE FROM audit_look", "UPDATE audit_look SET at = '2000-01-01'",
    ])  # fmt: skip
    def test_nobody_has_another_way(self, statement: str) -> None:
        self.sought(date(2020, 1, 1))
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            database.run(statement)
