"""What staff see of people's data, and the archive."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from reprise.accounts.models import User
from reprise.audit.models import Look
from reprise.keys import Keys
from reprise.orders import access
from reprise.privacy import overview
from reprise.privacy.actions import contacts
from reprise.privacy.actions.acting import CLOCK, PERSON
from reprise.privacy.actions.nights import run
from reprise.privacy.leaving import on_request
from reprise.privacy.models import Act, Archived, Brake
from reprise.privacy.retention import RUNS
from tests.cast import CONTACT, an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.orders.story import says
from tests.planted import corrupt
from tests.privacy.cases import Bought, bought, delivered_before_placed, later, long_over
from tests.web.account.people import fresh
from tests.web.staff.test_room import staff, text_of

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "privacy/"
WHO = {"email": "staff@room.example", "password": "a long enough word"}


def signed_in() -> Client:
    """Somebody of the staff who has just given the password."""
    staff()
    client = Client()
    assert client.post("/staff/login/", WHO).status_code == 302
    return client


@pytest.fixture
def archived(sandbox: Any) -> Bought:
    made = bought(sandbox)
    contacts.take_out(made.id, on_request, PERSON, later())
    return made


def shown(made: Bought) -> str:
    return f"/staff/privacy/archive/{made.sale.order.reference}/"


class TestOverview:
    def test_before_anything_happened(self) -> None:
        text = text_of(staff(), PAGE)
        for sentence in (
            "Nothing leaves in the next seven nights.", "No night has run yet.",
            "Nothing was archived, erased or opened yet.",
        ):  # fmt: skip
            assert sentence in text
        assert "Nights that wait for you" not in text

    def test_what_the_nights_will_do_and_what_was_done(self, archived: Bought) -> None:
        corrupt("UPDATE privacy_archived SET until = current_date + 2,"
                " key_year = extract(year FROM current_date + 2)")  # fmt: skip
        text = text_of(staff(), PAGE)
        reference = archived.sale.order.reference
        ahead, done = text.split('id="acts"')
        assert f"/staff/orders/{reference}/" in ahead
        assert "Row of the archive" in ahead
        assert "its time is over" in ahead
        assert reference in done
        assert "Archived" in done
        assert "The person" in done
        for secret in (CONTACT.name, CONTACT.email, CONTACT.street):
            assert secret not in text

    def test_it_costs_as_much_for_many(
        self, sandbox: Any, django_assert_max_num_queries: Any
    ) -> None:
        for _ in range(3):
            contacts.take_out(bought(sandbox).id, on_request, PERSON, later())
        corrupt("UPDATE privacy_archived SET until = current_date,"
                " key_year = extract(year FROM current_date)")  # fmt: skip
        client = staff()
        with django_assert_max_num_queries(24):
            assert text_of(client, PAGE).count("Row of the archive") == 3

    def test_orders_whose_dates_contradict_each_other(
        self, sandbox: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        client = staff()
        empty = "No order’s dates contradict each other."
        assert empty in text_of(client, PAGE)
        made = [bought(sandbox) for _ in range(3)]
        for each in made:
            delivered_before_placed(each.id)
        text = text_of(client, PAGE)
        assert "3 orders are passed over by the nights" in text
        for each in made:
            assert f'href="/staff/orders/{each.sale.order.reference}/"' in text
        assert empty not in text
        assert "There is more than is listed here." not in text
        monkeypatch.setattr(overview, "LISTED", 2)
        shorter = text_of(client, PAGE)
        assert "3 orders are passed over by the nights" in shorter
        assert sum(each.sale.order.reference in shorter for each in made) == 2
        assert "There is more than is listed here." in shorter

    def test_the_first_page_says_how_many_the_last_night_passed_over(self, sandbox: Any) -> None:
        client = staff()
        link = '<a href="/staff/privacy/#contradicted"><b>{}</b>'
        made = [bought(sandbox) for _ in range(2)]
        for each in made:
            delivered_before_placed(each.id)
        run(now())
        assert link.format(2) in text_of(client, "")
        for each in made:
            long_over(each.id)
        run(now() + timedelta(days=1))
        assert "#contradicted" not in text_of(client, "")

    def test_older_acts_are_on_the_next_page(self) -> None:
        Act.objects.bulk_create(
            Act(seq=number, holding="contact", subject=PERSON_ID, verb="erased", basis="over",
                actor_kind="clock", at=now())
            for number in range(1, 61)
        )  # fmt: skip
        client = staff()
        assert "?before=11" in text_of(client, PAGE)
        text = text_of(client, f"{PAGE}?before=11")
        assert text.count("Erased") == 10
        for bad in ("x", "-1", "9" * 30):
            assert text_of(client, f"{PAGE}?before={bad}").count("Erased") == 50

    def test_a_missing_key_is_said_at_the_door(
        self, archived: Bought, monkeypatch: Any, tmp_path: Any
    ) -> None:
        client = staff()
        home = text_of(client, "")
        assert "<a" not in home.split("Keys of the archive that are missing")[0].split("<ul")[-1]
        monkeypatch.setenv("REPRISE_KEYS", str(tmp_path))
        Keys.of().begin()
        name = f"archive-{Archived.objects.get().key_year}"
        assert f"The key {name} is missing" in text_of(client, PAGE)
        assert 'href="/staff/privacy/"><b>1</b>' in text_of(client, "")


PERSON_ID = "01a21f9a-0000-7000-8000-000000000000"


class TestBrakes:
    @pytest.fixture
    def brake(self) -> Brake:
        return Brake.objects.create(holding="contact", day=now().date(), number=4711)

    def test_staff_let_a_night_go_on(self, brake: Brake) -> None:
        client = fresh(staff())
        assert "/staff/privacy/#brakes" in text_of(client, "")
        assert "4711 would have left at once" in text_of(client, PAGE)
        path = f"/staff/privacy/brakes/{brake.id}/"
        assert client.post(path, {"decision": "waiting"}).status_code == 404
        assert client.post(path, {"decision": "released"}).status_code == 302
        brake.refresh_from_db()
        user = User.objects.get(email="staff@room.example")
        assert (brake.state, brake.staff_id) == ("released", user.id)
        text = text_of(client, PAGE)
        assert "staff@room.example said so" in text
        assert "Let them leave" not in text
        again = client.post(path, {"decision": "dropped"})
        assert again.status_code == 409
        assert "somebody has decided about it already" in again.content.decode()

    def test_or_leave_everything(self, brake: Brake) -> None:
        client = fresh(staff())
        client.post(f"/staff/privacy/brakes/{brake.id}/", {"decision": "dropped"})
        assert not says(text_of(client, PAGE), "4711")

    @pytest.mark.parametrize(("cause", "late"), [("late", True), ("many", False), ("", False)])
    def test_why_a_night_waits(self, cause: str, late: bool) -> None:
        Brake.objects.create(holding="contact", day=now().date(), number=4711, cause=cause)
        text = text_of(staff(), PAGE)
        assert ("No night had run for days" in text) is late
        assert ("4711 would have left at once" in text) is not late


class TestArchive:
    def test_whoever_was_signed_in_for_long_signs_in_once_more(self, archived: Bought) -> None:
        client = staff()
        for path in ("/staff/privacy/archive/", shown(archived)):
            asked = client.get(path)
            assert asked.status_code == 303
            assert asked.headers["Location"].endswith(f"again/?next={quote(path, safe='')}")
            assert client.post(path, {"why": "access", "q": CONTACT.email}).status_code == 403
        assert Act.objects.count() == 1

    @pytest.mark.parametrize("typed", ["reference", CONTACT.email, f" {CONTACT.email.upper()} "])
    def test_found_by_its_number_or_a_whole_address(self, archived: Bought, typed: str) -> None:
        client = signed_in()
        typed = archived.sale.order.reference.lower() if typed == "reference" else typed
        text = client.post("/staff/privacy/archive/", {"q": typed}).content.decode()
        assert shown(archived) in text
        assert CONTACT.name not in text
        assert Act.objects.count() == 1
        looks = list(Look.objects.filter(subject="order").values_list("page", "subject_id"))
        assert looks == ([("staff.archive", archived.id)] if "@" in typed else [])

    @pytest.mark.parametrize(
        "typed", ["camille", "camille@buyer", "R-00000000", "%", "x@y.example"]
    )
    def test_what_is_not_there_and_what_is_not_whole(self, archived: Bought, typed: str) -> None:
        answer = signed_in().post("/staff/privacy/archive/", {"q": typed})
        assert "Nothing of it is in the archive" in answer.content.decode()

    def test_an_address_is_never_in_the_address_of_a_page(self, archived: Bought) -> None:
        text = signed_in().get(f"/staff/privacy/archive/?q={CONTACT.email}").content.decode()
        assert shown(archived) not in text
        assert 'method="post" action="/staff/privacy/archive/"' in text

    def test_opened_with_a_reason_and_a_note(self, archived: Bought) -> None:
        client = signed_in()
        closed = client.get(shown(archived)).content.decode()
        assert CONTACT.name not in closed
        assert Act.objects.count() == 1
        answer = client.post(shown(archived), {"why": "guarantee"})
        text = answer.content.decode()
        for told in (CONTACT.name, CONTACT.email, "69001"):
            assert told in text
        assert answer.headers["Cache-Control"] == "no-store"
        look = Look.objects.get()
        assert (look.page, look.subject_id) == ("staff.archived", archived.id)
        act = Act.objects.latest("seq")
        user = User.objects.get(email="staff@room.example")
        assert (act.verb, act.reason, act.staff_id) == ("opened", "guarantee", user.id)
        assert "A guarantee is called on" in client.get(shown(archived)).content.decode()

    @pytest.mark.parametrize("nobody", [True, False])
    def test_its_buyer_may_be_able_to_ask_here_alone(self, archived: Bought, nobody: bool) -> None:
        """Then it is found by its number, and opened as any other."""
        if nobody:
            corrupt("UPDATE privacy_archived SET owner = NULL, account = NULL")
        client = signed_in()
        found = client.post("/staff/privacy/archive/", {"q": archived.sale.order.reference})
        assert shown(archived) in found.content.decode()
        text = client.get(shown(archived)).content.decode()
        assert ("No address finds this order" in text) is nobody
        assert "is compared with what is sealed" in text
        opened = client.post(shown(archived), {"why": "guarantee"}).content.decode()
        assert CONTACT.email in opened

    @pytest.mark.parametrize("why", ["", "curiosity"])
    def test_not_without_a_reason(self, archived: Bought, why: str) -> None:
        answer = signed_in().post(shown(archived), {"why": why})
        assert answer.status_code == 422
        assert "Say why the archive is opened" in answer.content.decode()
        assert Act.objects.count() == 1

    def test_a_missing_key_is_said(self, archived: Bought, monkeypatch: Any, tmp_path: Any) -> None:
        client = signed_in()
        monkeypatch.setenv("REPRISE_KEYS", str(tmp_path))
        answer = client.post(shown(archived), {"why": "access"})
        assert answer.status_code == 503
        assert "key brought back" in answer.content.decode()
        found = client.post("/staff/privacy/archive/", {"q": CONTACT.email})
        assert found.status_code == 503

    def test_an_order_that_is_not_in_it(self, sandbox: Any) -> None:
        reference = place((an_offer(stock=1), 1)).order.reference
        assert signed_in().get(f"/staff/privacy/archive/{reference}/").status_code == 404


class TestPagesOfAnOrder:
    def pages(self, made: Bought) -> dict[str, str]:
        order = made.sale.order
        paths = {
            "staff": f"/staff/orders/{order.reference}/",
            "buyer": access.path(order),
            "evidence": f"{access.path(order)}evidence.json",
        }
        client = fresh(staff())
        found = {}
        for name, path in paths.items():
            answer = client.get(path)
            assert answer.status_code == 200, path
            found[name] = b"".join(answer).decode()
        return found

    def test_in_the_archive_is_not_erased(self, archived: Bought) -> None:
        until = Archived.objects.get().until
        pages = self.pages(archived)
        assert "Name and address are in the archive until" in pages["staff"]
        assert "erased" not in pages["staff"].split('id="buyer"')[1].split("</section>")[0]
        told = pages["buyer"].split('aria-labelledby="to"')[1].split("</section>")[0]
        assert str(until.year) in told
        record = json.loads(pages["evidence"])["on_record"]
        assert record["contact"] is None
        assert record["contact_archived_until"] == until.isoformat()

    def test_erased_is_said_as_such(self, archived: Bought) -> None:
        corrupt("UPDATE privacy_archived SET until = '2020-01-01', key_year = 2020")
        assert run(now(), RUNS).done == {"archive": 1}
        pages = self.pages(archived)
        assert "The buyer’s data was erased." in pages["staff"]
        assert "contact_archived_until" not in pages["evidence"]
        told = pages["buyer"].split('aria-labelledby="to"')[1].split("</section>")[0]
        assert "20" not in told, "no date"
        for text in pages.values():
            assert "anonym" not in text.lower()

    def test_before_nothing_of_it_is_said(self, sandbox: Any) -> None:
        made = bought(sandbox)
        pages = self.pages(made)
        assert "contact_archived_until" not in pages["evidence"]
        assert CONTACT.name in pages["buyer"]
        assert contacts.take_out(made.id, on_request, CLOCK, now() + timedelta(days=1)).because
