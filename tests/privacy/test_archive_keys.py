"""The keys of the archive: one for each year, never made again, and over when its rows are."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import ProgrammingError

from reprise.kernel.ids import new_id
from reprise.keys import Keys, MissingKey, WrongKey
from reprise.orders.models import Contact
from reprise.privacy import archive
from reprise.privacy.actions import contacts, keys
from reprise.privacy.actions.acting import CLOCK, Actor
from reprise.privacy.actions.opening import open_archived
from reprise.privacy.leaving import on_request
from reprise.privacy.models import Archived, YearKey
from reprise.privacy.states import By, Why
from tests import database
from tests.moment import now
from tests.planted import corrupt
from tests.privacy.cases import Bought, acts, bought, later
from tests.privacy.sealed import archived, canary

pytestmark = pytest.mark.django_db(transaction=True)

STAFF = Actor(By.STAFF, new_id())


@pytest.fixture
def order(sandbox: Any, monkeypatch: pytest.MonkeyPatch) -> Bought:
    return canary(sandbox, monkeypatch)


class TestKeys:
    def test_a_year_has_one_key(self, sandbox: Any, order: Bought) -> None:
        row = archived(order)
        assert YearKey.objects.get(year=row.key_year).check_value == Keys.of().check(
            archive.key_of(row.key_year)
        )
        archived(bought(sandbox))
        assert YearKey.objects.count() == 1
        assert keys.missing() == []

    @pytest.fixture
    def lost(self, order: Bought, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Bought:
        """The folder of keys was lost, and another one made."""
        archived(order)
        monkeypatch.setenv("REPRISE_KEYS", str(tmp_path / "keys"))
        Keys.of().begin()
        return order

    def test_a_lost_key_is_never_made_again_in_silence(self, sandbox: Any, lost: Bought) -> None:
        other = bought(sandbox)
        year = Archived.objects.get().key_year
        name = archive.key_of(year)
        assert keys.missing() == [name]
        for _ in range(2):
            with pytest.raises(MissingKey):
                contacts.take_out(other.id, on_request, CLOCK, later())
            assert not Keys.of().has(name)
            # The second time somebody has made one by hand.
        Keys.of().make(name)
        with pytest.raises(MissingKey):
            contacts.take_out(other.id, on_request, CLOCK, later())
        assert keys.missing() == [name]
        assert Contact.objects.filter(order_id=other.id).exists(), "the contact stays"
        assert acts() == [("contact", "archived", "contract")]
        with pytest.raises(WrongKey):
            open_archived(lost.id, STAFF, Why.ACCESS, now())


class TestTheEndOfAKey:
    YEAR = 2020

    @pytest.fixture
    def row(self, order: Bought) -> Archived:
        """Sealed for 2020, by that year's key."""
        year = now().year + 1
        known = archived(order)
        keys.ready(self.YEAR, now())
        corrupt(
            "UPDATE privacy_archived SET key_year = %(year)s, until = %(day)s",
            year=self.YEAR, day=f"{self.YEAR}-06-30",
        )  # fmt: skip
        assert known.key_year > year
        return known

    def has(self) -> bool:
        return Keys.of().has(archive.key_of(self.YEAR))

    def test_it_outlives_its_rows_by_as_long_as_backups_are_kept(
        self, row: Archived, settings: Any
    ) -> None:
        assert timedelta(days=35) == settings.BACKUP_HORIZON
        for _ in range(2):
            assert keys.destroy_empty(now()) == 0
        corrupt("DELETE FROM privacy_archived")
        assert keys.destroy_empty(now()) == 0
        assert keys.destroy_empty(later(400)) == 0, "PostgreSQL's clock counts as well"
        self.days_pass(35)
        assert keys.destroy_empty(now()) == 0
        assert self.has()
        self.days_pass(1)
        assert keys.destroy_empty(now()) == 1
        assert not self.has()
        assert keys.destroy_empty(now()) == 0
        assert keys.missing() == [], "a key that was destroyed is not missed"

    def test_shorter_backups_are_no_shorter_life(self, row: Archived, settings: Any) -> None:
        """Whoever has the running role says how long backups are kept."""
        settings.BACKUP_HORIZON = timedelta(days=0)
        corrupt("DELETE FROM privacy_archived")
        keys.destroy_empty(now())
        self.days_pass(35)
        assert keys.destroy_empty(now()) == 0
        settings.BACKUP_HORIZON = timedelta(days=50)
        self.days_pass(15)
        assert keys.destroy_empty(now()) == 0
        self.days_pass(1)
        assert keys.destroy_empty(now()) == 1
        assert not self.has()

    def days_pass(self, days: int) -> None:
        corrupt("UPDATE privacy_yearkey SET empty_since = empty_since - %(days)s", days=days)

    def test_the_running_role_says_nothing_of_it(self, row: Archived) -> None:
        for statement in (
            "UPDATE privacy_yearkey SET destroyed_at = now()",
            "UPDATE privacy_yearkey SET empty_since = '2020-01-01'",
            "INSERT INTO privacy_yearkey (year, check_value, made_at, empty_since)"
            " VALUES (2019, '0123456789abcdef', now(), '2020-01-01')",
            "INSERT INTO privacy_yearkey (year, check_value, made_at, destroyed_at)"
            " VALUES (2019, '0123456789abcdef', now(), now())",
            "DELETE FROM privacy_yearkey",
        ):
            with pytest.raises(ProgrammingError, match="permission denied"):
                database.run(statement)
        assert database.run("SELECT privacy_key_over(2020, '2999-01-01', 0)") == [(False,)]
        assert self.has()

    def test_what_is_said_of_a_key_destroys_nothing_that_it_sealed(self, row: Archived) -> None:
        corrupt("UPDATE privacy_yearkey SET destroyed_at = now()")
        assert keys.destroy_empty(now()) == 0
        assert self.has()
        assert not YearKey.objects.exclude(destroyed_at=None).exists(), "the rows are there"
        corrupt("UPDATE privacy_yearkey SET destroyed_at = now()")
        Keys.of().destroy(archive.key_of(self.YEAR))
        assert keys.missing() == [archive.key_of(self.YEAR)]

    def test_what_is_sealed_after_the_note_keeps_the_key(
        self, row: Archived, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Between the note and the file an order is put away by that year's key."""
        monkeypatch.setattr(keys, "_is_over", lambda year, _: year == self.YEAR)
        assert keys.destroy_empty(now()) == 0
        assert self.has()

    def test_a_row_that_is_there_again_keeps_it(self, row: Archived) -> None:
        """A backup was put back, in which the row still is."""
        corrupt("UPDATE privacy_archived SET key_year = 2021, until = '2021-01-01'")
        assert keys.destroy_empty(now()) == 0
        self.days_pass(100)
        corrupt("UPDATE privacy_archived SET key_year = 2020, until = '2020-01-01'")
        assert keys.destroy_empty(now()) == 0
        assert self.has()
        corrupt("DELETE FROM privacy_archived")
        assert keys.destroy_empty(now()) == 0
        self.days_pass(20)
        assert keys.destroy_empty(now()) == 0, "counted anew"
        assert self.has()

    def test_the_key_of_a_year_that_goes_on_stays(self, row: Archived) -> None:
        year = now().year
        keys.ready(year, now())
        for days in (0, 40):
            at = now().replace(month=1, day=1, hour=12) + timedelta(days=days)
            keys.destroy_empty(at)
        assert Keys.of().has(archive.key_of(year))

    def test_a_kill_between_the_note_and_the_file(
        self, row: Archived, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        corrupt("DELETE FROM privacy_archived")
        keys.destroy_empty(now())
        self.days_pass(36)

        def dies(*_: Any) -> None:
            raise SystemExit

        with monkeypatch.context() as patched, pytest.raises(SystemExit):
            patched.setattr(Keys, "destroy", dies)
            keys.destroy_empty(now())
        assert self.has()
        assert keys.destroy_empty(now()) == 1
        assert not self.has()
