"""Supervisors ask who has looked for an address, or at whoever has it; to ask is a look as well
(decision 0056)."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from reprise.accounts.models import User
from reprise.audit import queries
from reprise.audit.actions import forget_sought
from reprise.audit.models import Badge, Look, Sought
from reprise.audit.states import Page
from reprise.keys import Keys
from reprise.orders.models import Contact
from reprise.privacy.access import Person, answer, owner
from tests.cast import CONTACT, an_offer
from tests.moment import now
from tests.orders.sale import Sale, place
from tests.planted import corrupt
from tests.web.staff.test_accesses import staff
from tests.web.staff.test_breaches import BOSS, supervisor
from tests.web.staff.test_privacy import signed_in
from tests.web.staff.test_searches import enter

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/staff/accesses/person/"
CLERK = "clerk@room.example"


@pytest.fixture
def sale() -> Sale:
    return place((an_offer(stock=1), 1))


def ask(client: Client, email: str = CONTACT.email, **more: str) -> str:
    answer = client.post(PAGE, {"q": email, **more})
    assert answer.status_code == 200
    return str(answer.content.decode())


def rows(text: str) -> int:
    return text.count("<tr>") - 1 if "<table" in text else 0


def test_who_has_looked_for_an_address_and_at_what_it_leads_to(sale: Sale) -> None:
    clerk = staff(CLERK)
    clerk.post("/staff/orders/", {"q": CONTACT.email.upper()})
    clerk.get(f"/staff/orders/{sale.order.reference}/")
    clerk.post("/staff/orders/", {"q": "another@buyer.example"})
    text = ask(supervisor())
    badge = Badge.objects.get(staff_id=User.objects.get(email=CLERK).id).badge
    # The search, the order that it showed, the order's page.
    assert (rows(text), text.count(CLERK), text.count(badge)) == (3, 3, 3)
    assert "Orders found by an e-mail address" in text
    assert sale.order.reference in text
    assert CONTACT.name not in text


def test_to_ask_is_a_look_also_where_there_is_nothing(sale: Sale) -> None:
    boss = supervisor()
    assert "Nobody has looked for this address" in ask(boss)
    look = Look.objects.get()
    assert (look.page, look.subject) == ("staff.lookers", "person")
    assert look.viewer_id == User.objects.get(email=BOSS).id
    assert Sought.objects.get(id=look.subject_id).found == 0
    text = ask(boss)
    assert (rows(text), BOSS in text) == (1, True), "the next one who asks reads it"
    held = answer(Person(None, CONTACT.email)).held
    (read,) = [each.rows["audit_look"] for each in held if "audit_look" in each.rows]
    assert [each["page"] for each in read] == ["staff.lookers"] * 2, "and so does the person"


def test_an_order_that_is_shown_by_it_is_a_look_at_its_buyer(sale: Sale) -> None:
    staff(CLERK).get(f"/staff/orders/{sale.order.reference}/")
    ask(supervisor())
    looks = Look.objects.filter(page="staff.lookers", subject="order")
    assert [each.subject_id for each in looks] == [sale.order.id]


def test_what_an_account_has_is_found_by_its_address_proven_or_not(sale: Sale) -> None:
    ada = User.objects.create_user("ada@buyer.example", None)
    Contact.objects.update(buyer_id=ada.id)
    staff(CLERK).get(f"/staff/orders/{sale.order.reference}/")
    assert owner(ada).email == ""
    assert sale.order.reference in ask(supervisor(), "Ada@buyer.example")
    # An order that somebody's account has is not a guest's.
    assert sale.order.reference not in ask(supervisor(), CONTACT.email)


def test_what_the_person_is_told_nothing_of_a_supervisor_reads(sale: Sale) -> None:
    clerk = signed_in()
    assert enter(clerk, CONTACT.email, kind="authority").status_code == 302
    assert clerk.get(f"/staff/orders/{sale.order.reference}/evidence.json").status_code == 200
    assert told(Page.ORDER_FILE) == told(Page.HOLDING) == 0
    text = ask(supervisor())
    assert (rows(text), text.count("staff@room.example")) == (2, 2)


def test_what_the_person_was_told_stays_and_a_supervisor_reads_the_rest(sale: Sale) -> None:
    """Nobody hides that they took a file by entering a hold after it."""
    clerk, file = signed_in(), f"/staff/orders/{sale.order.reference}/evidence.json"
    assert clerk.get(file).status_code == 200
    assert enter(clerk, sale.order.reference, kind="authority").status_code == 302
    assert clerk.get(file).status_code == 200
    assert told(Page.ORDER_FILE) == 1, "what was there before the authority asked stays"
    text = ask(supervisor())
    assert (rows(text), text.count("File of an order, downloaded")) == (2, 2)
    # It has named what the person is not told of.
    assert Look.objects.filter(page="staff.lookers").count() == 2
    assert told(Page.LOOKERS) == 0
    assert rows(ask(supervisor("another@room.example"))) == 4


def told(page: Page) -> int:
    """How many looks on this page the person's copy has."""
    found = [
        look
        for each in answer(Person(None, CONTACT.email)).held
        for look in each.rows.get("audit_look", [])
    ]
    return sum(look["page"] == page.value for look in found)


def test_a_search_of_more_than_five_years_ago_leads_to_nobody(sale: Sale) -> None:
    staff(CLERK).post("/staff/orders/", {"q": "gone@buyer.example"})
    corrupt("UPDATE audit_sought SET day = day - 6 * 366")
    assert forget_sought(now()) == 1
    assert Look.objects.count() == 1, "that somebody was looked for stays as long as its look"
    assert "Nobody has looked for this address" in ask(supervisor(), "gone@buyer.example")


def test_older_looks_are_on_the_next_page_without_the_address_in_it(
    sale: Sale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "PAGE", 2)
    clerk = staff(CLERK)
    for _ in range(3):
        clerk.get(f"/staff/orders/{sale.order.reference}/")
    boss = supervisor()
    first = ask(boss)
    oldest = Look.objects.order_by("id").first()
    assert oldest is not None
    assert rows(first) == 2
    assert f"?q={CONTACT.email}" not in first
    second = Look.objects.order_by("id")[1]
    assert f'name="before" value="{second.id}"' in first
    assert rows(ask(boss, before=str(second.id))) == 1


class TestWhoMayAsk:
    def test_nobody_but_a_supervisor(self, sale: Sale) -> None:
        clerk = staff(CLERK)
        for refused in (clerk.get(PAGE), clerk.post(PAGE, {"q": CONTACT.email})):
            assert refused.status_code == 403
            assert "for supervisors" in refused.content.decode()
        assert not Look.objects.exists()

    def test_one_who_has_just_signed_in(self, sale: Sale) -> None:
        boss = supervisor(fresh=False)
        assert boss.get(PAGE).status_code == 200
        answer = boss.post(PAGE, {"q": CONTACT.email})
        assert answer.status_code == 403
        assert 'name="kept-q"' in answer.content.decode()
        assert not Look.objects.exists()

    @pytest.mark.parametrize("typed", ["", "R-7K3F9Q2M", "Camille"])
    def test_by_a_whole_address(self, typed: str) -> None:
        answer = supervisor().post(PAGE, {"q": typed})
        assert answer.status_code == 422
        assert "no whole e-mail address" in answer.content.decode()
        assert not Look.objects.exists()

    def test_an_address_is_in_no_link(self, sale: Sale) -> None:
        text = supervisor().get(PAGE, {"q": CONTACT.email}).content.decode()
        assert CONTACT.email not in text
        assert not Look.objects.exists()

    def test_a_missing_key_is_said(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Any, sale: Sale
    ) -> None:
        boss = supervisor()
        monkeypatch.setenv("REPRISE_KEYS", str(tmp_path))
        assert not list(Keys.of().folder.iterdir())
        answer = boss.post(PAGE, {"q": CONTACT.email})
        assert answer.status_code == 503
        assert "A key that is kept apart" in answer.content.decode()
