"""Whoever of the staff looks for an address is written down, whether it leads anywhere or not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client

from reprise.accounts.models import User
from reprise.audit import actions
from reprise.audit.actions import forget_sought
from reprise.audit.models import Look, Sought
from reprise.kernel.ids import new_id
from reprise.privacy.access import Person, answer, owner
from reprise.privacy.actions.acting import Actor
from reprise.privacy.actions.holding import Subject, hold
from reprise.privacy.models import Hold
from reprise.privacy.people import person
from reprise.privacy.states import By, HoldKind
from reprise.wiring import sweeps
from tests.cast import CONTACT
from tests.moment import now
from tests.privacy.cases import Bought, bought, dump, later
from tests.web.staff.test_accesses import staff as one_of_the_staff
from tests.web.staff.test_privacy import signed_in
from tests.web.staff.test_room import staff

pytestmark = pytest.mark.django_db(transaction=True)
HOLDS = "/staff/privacy/holds/"
NOBODY = "nobody@at-all.example"


@pytest.fixture
def made(sandbox: Any) -> Bought:
    return bought(sandbox)


def held(email: str = CONTACT.email, user_id: Any = None) -> Hold:
    subject = Subject(person=person(email), user_id=user_id)
    by = Actor(By.STAFF, new_id())
    return hold(subject, HoldKind.LITIGATION, later(90).date(), by, now())


def looks() -> list[tuple[str, str, Any]]:
    return list(Look.objects.order_by("id").values_list("page", "subject", "subject_id"))


def enter(client: Client, of: str, **other: str) -> Any:
    review = (now().date() + timedelta(days=30)).isoformat()
    form = {"of": of, "kind": "litigation", "review_on": review} | other
    return client.post(f"{HOLDS}entry/", form)


class TestHolds:
    def test_what_was_shown_is_a_look_at_each(self, made: Bought) -> None:
        known = held()
        held("other@buyer.example")
        client = signed_in()
        text = client.post(HOLDS, {"q": f" {CONTACT.email.upper()} "}).content.decode()
        assert f"{HOLDS}{known.id}/" in text
        (sought,) = Sought.objects.all()
        assert looks() == [
            ("staff.holds", "person", sought.id), ("staff.holds", "hold", known.id),
        ]  # fmt: skip
        assert (bytes(sought.person), sought.found) == (person(CONTACT.email), 1)
        me = User.objects.get(email="staff@room.example").id
        assert {each.viewer_id for each in Look.objects.all()} == {me}

    @pytest.mark.parametrize("email", [CONTACT.email, NOBODY])
    def test_so_is_that_nothing_was_found(self, made: Bought, email: str) -> None:
        found = signed_in().post(HOLDS, {"q": email})
        assert found.status_code == (200 if email == CONTACT.email else 422)
        (sought,) = Sought.objects.all()
        assert (bytes(sought.person), sought.found) == (person(email), 0)
        assert looks() == [("staff.holds", "person", sought.id)]

    def test_a_number_is_a_look_at_its_order_and_at_what_holds_it(self, made: Bought) -> None:
        """Which may be all of its buyer."""
        known = held()
        client = signed_in()
        text = client.post(HOLDS, {"q": made.sale.order.reference}).content.decode()
        assert str(known.id) in text
        assert looks() == [("staff.holds", "order", made.id), ("staff.holds", "hold", known.id)]
        client.post(HOLDS, {"q": "R-00000000"})
        client.get(HOLDS)
        assert len(looks()) == 2
        assert not Sought.objects.exists()

    def test_it_asks_to_sign_in_once_more(self, made: Bought) -> None:
        """Seeing the list does not."""
        known = held()
        client = staff()
        assert client.get(HOLDS).status_code == 200
        for typed in (CONTACT.email, made.sale.order.reference):
            asked = client.post(HOLDS, {"q": typed})
            assert asked.status_code == 403
            assert str(known.id) not in asked.content.decode()
        assert looks() == []

    def test_entering_one_is_a_look_whatever_becomes_of_it(self, made: Bought) -> None:
        client = signed_in()
        assert enter(client, CONTACT.email).status_code == 302
        assert enter(client, NOBODY).status_code == 422
        # Refused before anybody was looked for.
        assert enter(client, CONTACT.email, kind="").status_code == 422
        assert enter(client, CONTACT.email, review_on="x").status_code == 422
        assert enter(client, made.sale.order.reference).status_code == 302
        found = Sought.objects.order_by("id").values_list("person", "found")
        assert [(bytes(who), number) for who, number in found] == [
            (person(CONTACT.email), 1), (person(NOBODY), 0),
        ]  # fmt: skip
        assert {page for page, *_ in looks()} == {"staff.holding"}

    def test_that_look_is_not_older_than_the_hold(self, made: Bought) -> None:
        """Who may not be told of the hold would learn of it from what was looked for before."""
        assert enter(signed_in(), CONTACT.email, kind="authority").status_code == 302
        assert Look.objects.get().at == Hold.objects.get().since
        told = answer(Person(None, CONTACT.email)).held
        assert not {"audit_look", "audit_sought"} & {table for each in told for table in each.rows}

    def test_nobody_sees_it_when_the_look_cannot_be_written(
        self, made: Bought, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        known = held()

        def full(*given: Any, **named: Any) -> None:
            raise DatabaseError("the disk is full")

        client = signed_in()
        monkeypatch.setattr(actions, "note_sought", full)
        client.raise_request_exception = False
        for failed in (
            client.post(HOLDS, {"q": CONTACT.email}), client.post(HOLDS, {"q": NOBODY}),
            enter(client, CONTACT.email),
        ):  # fmt: skip
            assert failed.status_code == 500
            assert str(known.id) not in failed.content.decode()
        assert Hold.objects.count() == 1


class TestElsewhere:
    @pytest.mark.parametrize(
        ("path", "page"),
        [("/staff/orders/", "staff.orders"), ("/staff/privacy/archive/", "staff.archive")],
    )
    def test_that_nothing_was_found_is_a_look_there_too(self, path: str, page: str) -> None:
        assert signed_in().post(path, {"q": NOBODY}).status_code == 200
        (sought,) = Sought.objects.all()
        assert (bytes(sought.person), sought.found) == (person(NOBODY), 0)
        assert looks() == [(page, "person", sought.id)]


class TestWhatIsKept:
    def test_the_address_stands_nowhere(self, made: Bought) -> None:
        signed_in().post(HOLDS, {"q": NOBODY})
        signed_in().post("/staff/orders/", {"q": NOBODY})
        assert Sought.objects.count() == 2
        assert "at-all.example" not in dump()

    def test_nobody_changes_it(self) -> None:
        signed_in().post(HOLDS, {"q": NOBODY})
        with pytest.raises(DatabaseError, match="permission denied"):
            Sought.objects.update(found=7)

    def test_it_leaves_after_five_years_and_the_look_stays(self) -> None:
        for lived in (date(2021, 11, 27), date(2021, 11, 28), date(2021, 11, 29)):
            Sought.objects.create(person=b"x" * 32, found=0, day=lived)
        at = now().replace(year=2026, month=11, day=28, hour=12)
        assert forget_sought(at) == 1
        assert Sought.objects.count() == 2
        assert "stale_searches" in {each.__name__ for each in sweeps.NIGHTLY}

    def test_it_is_said_to_supervisors_without_the_address(self, made: Bought) -> None:
        known = held()
        client = signed_in()
        client.post(HOLDS, {"q": CONTACT.email})
        client.post(HOLDS, {"q": NOBODY})
        boss = one_of_the_staff("boss@room.example", supervisor=True)
        text = boss.get("/staff/accesses/").content.decode()
        assert text.count("Holds searched by an e-mail address") == 3
        assert "of an e-mail address that leads to nothing" in text
        assert "of an e-mail address that leads to 1 thing" in text
        assert f"{HOLDS}{known.id}/" in text
        assert CONTACT.email not in text
        assert NOBODY not in text

    def test_its_person_is_told_the_days(self, made: Bought) -> None:
        """A guest whose address it is, and an account; nobody else."""
        ada = User.objects.create_user("ada@buyer.example", "x", verified_at=now())
        held("ada@buyer.example", ada.id)
        client = signed_in()
        for email in (CONTACT.email, "ada@buyer.example"):
            client.post(HOLDS, {"q": email})
        for who, number in ((Person(None, CONTACT.email), 1), (owner(ada), 2)):
            rows = {table: found for each in answer(who).held for table, found in each.rows.items()}
            assert len(rows["audit_look"]) == number
            (sought,) = rows["audit_sought"]
            assert sought["day"] == now().date().isoformat()
        other = {table for each in answer(Person(None, NOBODY)).held for table in each.rows}
        assert not {"audit_look", "audit_sought"} & other
