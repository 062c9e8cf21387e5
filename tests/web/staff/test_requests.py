"""The staff room's requests: entered, answered, refused, extended, corrected."""

from __future__ import annotations

import html
import json
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from reprise.accounts.models import User
from reprise.audit.actions import badge_of
from reprise.discovery.models import Sale as Counted
from reprise.kernel import evidence
from reprise.kernel.ids import new_id
from reprise.orders.contact import BuyerErased
from reprise.orders.models import Contact
from reprise.privacy import requests
from reprise.privacy.access import Person
from reprise.privacy.actions import asking, closing, exercising
from reprise.privacy.actions.exercising import Asker
from reprise.privacy.models import Duty, Request
from reprise.privacy.objections import INTERESTS
from reprise.privacy.states import Outcome, RequestKind
from tests.cast import CONTACT, an_offer
from tests.moment import now
from tests.orders.sale import Sale, pay, place
from tests.privacy.cases import placed_ago
from tests.web.account.people import fresh
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
HOME = "/staff/privacy/requests/"


def one_of_the_staff(email: str) -> Client:
    client = Client()
    client.force_login(User.objects.create_user(email, "x", is_staff=True))
    return fresh(client)


@pytest.fixture
def staff() -> Client:
    return one_of_the_staff("staff@room.example")


def entered(client: Client, sale: Sale, kind: str = "rectification", days: int = 0) -> Request:
    placed_ago(sale.order)
    received = asking.CALENDAR.day_of(now()) - timedelta(days=days)
    form = {"kind": kind, "order": sale.order.reference.lower(), "received": received.isoformat()}
    answer = client.post(f"{HOME}entry/", form)
    assert answer.status_code == 302, answer.content.decode()
    made = Request.objects.get()
    assert answer["Location"] == f"{HOME}{made.reference}/"
    return made


def confirmed(client: Client, sale: Sale) -> Request:
    """Entered by staff, and confirmed by who reads the mail of the order's own address."""
    made = entered(client, sale)
    asker = Asker(Person(None, CONTACT.email), CONTACT.email, "fr-fr")
    assert exercising.have_corrected(asker, sale.order.id, now()) == made
    made.refresh_from_db()
    return made


def corrected(**more: str) -> dict[str, str]:
    names = ("name", "email", "phone", "street", "extra", "postcode", "town")
    return {**{name: getattr(CONTACT, name) for name in names}, **more}


def test_an_empty_room_says_so(staff: Client) -> None:
    page = staff.get(HOME).content.decode()
    assert "No request waits for an answer." in page
    assert "No request was closed yet." in page


def test_what_came_by_post_runs_from_its_day(staff: Client) -> None:
    made = entered(staff, place((an_offer(stock=1), 1)), "access", days=25)
    page = staff.get(HOME).content.decode()
    assert made.reference in page
    assert "days left" in page
    assert CONTACT.email not in page, "the list names nobody"
    assert CONTACT.email in staff.get(f"{HOME}{made.reference}/").content.decode()
    assert (
        "Requests about personal data to be answered within a week"
        in staff.get("/staff/").content.decode()
    )


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"kind": "access", "order": "R-00000000", "received": "2026-01-05"}, 422),
        ({"kind": "everything", "order": "", "received": "2026-01-05"}, 422),
        ({"kind": "access", "order": "", "received": "yesterday"}, 422),
        ({"kind": "access", "order": "", "received": "0001-01-01"}, 422),
        ({}, 422),
    ],
)
def test_what_is_wrong_is_said(staff: Client, form: dict[str, str], status: int) -> None:
    answer = staff.post(f"{HOME}entry/", form)
    assert answer.status_code == status
    assert 'role="alert"' in answer.content.decode()
    assert not Request.objects.exists()


def test_tomorrow_is_refused(staff: Client) -> None:
    sale = place((an_offer(stock=1), 1))
    tomorrow = (asking.CALENDAR.day_of(now()) + timedelta(days=1)).isoformat()
    form = {"kind": "access", "order": sale.order.reference, "received": tomorrow}
    assert staff.post(f"{HOME}entry/", form).status_code == 422


class TestLate:
    """What came more than its month ago is entered with a reason, and is late from then on."""

    def form(self, days: int, **more: str) -> dict[str, str]:
        sale = place((an_offer(stock=1), 1))
        placed_ago(sale.order)
        received = asking.CALENDAR.day_of(now()) - timedelta(days=days)
        form = {"kind": "access", "order": sale.order.reference, "received": received.isoformat()}
        return form | more

    def test_without_a_reason_it_is_not_entered(self, staff: Client) -> None:
        form = self.form(60)
        answer = staff.post(f"{HOME}entry/", form)
        assert answer.status_code == 422
        page = answer.content.decode()
        assert "say why it is entered only now" in page
        assert f'value="{form["received"]}"' in page, "what was typed is not lost"
        assert staff.post(f"{HOME}entry/", form | {"late": "just so"}).status_code == 422
        assert not Request.objects.exists()

    def test_with_one_it_is_shown_as_late_at_once_and_for_good(self, staff: Client) -> None:
        assert staff.post(f"{HOME}entry/", self.form(60, late="passed_on")).status_code == 302
        made = Request.objects.get()
        listed = staff.get(HOME).content.decode()
        assert "late when it was entered" in listed
        assert "time is over" in listed
        page = staff.get(f"{HOME}{made.reference}/").content.decode()
        assert "late when it was entered" in page
        assert "It went to somebody else first" in page
        assert "staff@room.example" in page
        told = json.loads(staff.get(f"{HOME}{made.reference}/evidence.json").content)
        assert evidence.problems(told) == []
        (entry,) = (each for each in told["entries"] if each["what"] == "letter")
        assert (entry["late"], entry["late_why"]) == (True, "passed_on")
        assert entry["staff_id"] == str(User.objects.get(is_staff=True).id)
        asking.answer(made.id, Outcome.GIVEN, now())
        page = staff.get(f"{HOME}{made.reference}/").content.decode()
        assert "answered late" in page
        assert ">late</" in staff.get(HOME).content.decode()

    def test_in_time_it_is_not(self, staff: Client) -> None:
        made = entered(staff, place((an_offer(stock=1), 1)), "access", days=20)
        asking.answer(made.id, Outcome.GIVEN, now())
        for path in (HOME, f"{HOME}{made.reference}/"):
            page = staff.get(path).content.decode()
            assert ">late</" not in page
            assert "late when it was entered" not in page

    def test_no_day_before_there_was_a_shop(self, staff: Client) -> None:
        answer = staff.post(f"{HOME}entry/", self.form(401, late="mislaid"))
        assert answer.status_code == 422
        assert "There was no order here yet on that day" in answer.content.decode()
        assert not Request.objects.exists()


def test_what_ended_is_on_pages(staff: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests, "PAGE", 2)
    made = []
    for number in range(3):
        each = asking.receive(RequestKind.OBJECTION, f"{number}@buyer.example", "fr-fr", now())
        asking.answer(each.id, Outcome.STOPPED, now() + timedelta(seconds=number))
        made.append(each)
    first = staff.get(HOME).content.decode()
    assert [each.reference in first for each in made] == [False, True, True]
    link = f"?before={made[1].id}#ended"
    assert f'href="{link}"' in first
    second = staff.get(HOME + link.removesuffix("#ended")).content.decode()
    assert [each.reference in second for each in made] == [True, False, False]
    assert 'href="?#ended"' in second


def test_answering_refusing_and_extending(staff: Client) -> None:
    made = entered(staff, place((an_offer(stock=1), 1)), "objection")
    path = f"{HOME}{made.reference}/"
    assert staff.post(f"{path}answer/", {"code": "erased"}).status_code == 422
    assert staff.post(f"{path}answer/", {"code": "nothing of ours"}).status_code == 422
    assert staff.post(f"{path}extension/", {"code": "complex"}).status_code == 302
    assert staff.post(f"{path}extension/", {"code": "complex"}).status_code == 409
    assert staff.post(f"{path}refusal/", {"code": "overriding"}).status_code == 302
    assert staff.post(f"{path}answer/", {"code": "stopped"}).status_code == 409
    page = staff.get(path).content.decode()
    assert "our grounds prevail" in page
    assert f"{path}answer/" not in page, "what ended shows no form"


def test_who_of_the_staff_did_it_stands_in_the_evidence(staff: Client) -> None:
    """A page of our own and a regulator's copy; what closes by itself bears nobody."""
    me = User.objects.get(is_staff=True)
    made = entered(staff, place((an_offer(stock=1), 1)), "objection")
    path = f"{HOME}{made.reference}/"
    staff.post(f"{path}extension/", {"code": "complex"})
    one_of_the_staff("colleague@room.example").post(f"{path}refusal/", {"code": "overriding"})
    told = json.loads(staff.get(f"{path}evidence.json").content)["request"]
    mine = {"staff": badge_of(me.id, now()), "staff_id": str(me.id)}
    colleague = User.objects.exclude(id=me.id).get(is_staff=True)
    assert (told["entered_by"], told["extended_by"]) == (mine, mine)
    assert told["closed_by"] == {
        "staff": badge_of(colleague.id, now()),
        "staff_id": str(colleague.id),
    }
    assert "colleague@" in staff.get(path).content.decode()


def test_what_a_person_does_closes_by_nobody(staff: Client) -> None:
    made = asking.receive(RequestKind.OBJECTION, CONTACT.email, "fr-fr", now())
    asking.answer(made.id, Outcome.STOPPED, now())
    told = json.loads(staff.get(f"{HOME}{made.reference}/evidence.json").content)["request"]
    assert (told["entered_by"], told["closed_by"]) == (None, None)


def test_nobody_who_is_known_is_refused_as_unknown(staff: Client) -> None:
    """Staff may say so of what they have entered, until its person asks for it."""
    made = entered(staff, place((an_offer(stock=1), 1)), "objection")
    path = f"{HOME}{made.reference}/"
    assert 'value="not_proven"' in staff.get(path).content.decode()
    assert "has not confirmed it yet" in staff.get(path).content.decode()
    asking.receive(RequestKind.OBJECTION, CONTACT.email, "fr-fr", now())
    page = staff.get(path).content.decode()
    assert 'value="not_proven"' not in page
    assert "signed in or by our letter" in page
    late = staff.post(f"{path}refusal/", {"code": "not_proven"})
    assert late.status_code == 409
    assert "it is known who asks" in late.content.decode()
    assert Request.objects.get().closed_at is None


def test_who_downloads_has_asked(staff: Client) -> None:
    """Whoever opens the letter and takes the copy proves what staff have entered."""
    made = entered(staff, place((an_offer(stock=1), 1)), "portability")
    asker = Asker(Person(None, CONTACT.email), CONTACT.email, "fr-fr")
    exercising.given(asker, RequestKind.PORTABILITY, now())
    made.refresh_from_db()
    assert (made.proven, made.outcome) == (True, "given")


def test_who_has_bought_it_with_an_account_has_a_mistyped_address_corrected(staff: Client) -> None:
    """An account orders with an address that is not its own, and signs in: nobody else asks."""
    ada = User.objects.create_user("ada@buyer.example", "x", verified_at=now())
    sale = place((an_offer(stock=1), 1))
    made = entered(staff, sale)
    assert not made.proven
    Contact.objects.filter(order_id=sale.order.id).update(buyer_id=ada.id)
    asker = Asker(Person(ada.id, ada.email), ada.email, "fr-fr")
    assert exercising.have_corrected(asker, sale.order.id, now()) == made
    form = corrected(email=ada.email)
    assert staff.post(f"{HOME}{made.reference}/correction/", form).status_code == 302


def test_a_strangers_account_confirms_nothing(staff: Client) -> None:
    eve = User.objects.create_user("eve@buyer.example", "x", verified_at=now())
    sale = place((an_offer(stock=1), 1))
    made = entered(staff, sale)
    asker = Asker(Person(eve.id, eve.email), eve.email, "fr-fr")
    with pytest.raises(BuyerErased):
        exercising.have_corrected(asker, sale.order.id, now())
    made.refresh_from_db()
    assert not made.proven


def test_what_is_being_carried_out_is_neither_done_nor_refused(staff: Client) -> None:
    made = entered(staff, place((an_offer(stock=1), 1)), "erasure")
    duty = Duty.objects.create(
        request_id=made.id, holding="account", subject=new_id(), by="person", asked_at=now()
    )
    path = f"{HOME}{made.reference}/"
    for below, code in (("answer", "erased"), ("answer", "nothing_held"), ("refusal", "duty")):
        answer = staff.post(f"{path}{below}/", {"code": code})
        assert answer.status_code == 409
        assert "has still to be carried out" in answer.content.decode()
    made.refresh_from_db()
    assert made.closed_at is None
    closing.close_erasure(made.id, now())
    made.refresh_from_db()
    assert made.closed_at is None, "told too early"
    duty.delete()
    closing.close_erasure(made.id, now())
    made.refresh_from_db()
    assert made.outcome == "erased"


def test_the_rest_may_wait_when_its_month_ends(staff: Client) -> None:
    made = entered(staff, place((an_offer(stock=1), 1)), "erasure")
    Duty.objects.create(
        request_id=made.id, holding="account", subject=new_id(), by="person", asked_at=now()
    )
    page = staff.get(f"{HOME}{made.reference}/").content.decode()
    assert "/refusal/" not in page
    assert page.count('<option value="rest_kept">') == 1
    assert '<option value="erased">' not in page
    assert staff.post(f"{HOME}{made.reference}/answer/", {"code": "rest_kept"}).status_code == 302


def test_the_evidence_is_a_file_with_a_seal(staff: Client) -> None:
    made = entered(staff, place((an_offer(stock=1), 1)), "objection")
    answer = staff.get(f"{HOME}{made.reference}/evidence.json")
    assert answer["Content-Disposition"] == f'attachment; filename="{made.reference}.json"'
    assert answer["Cache-Control"] == "no-store"
    told = json.loads(answer.content)
    assert told["seal"] == evidence.seal(told)


def test_nothing_is_answered_by_a_button_alone(staff: Client) -> None:
    """An answer ends the request and writes to the person: no list chooses for whoever answers."""
    made = entered(staff, place((an_offer(stock=1), 1)), "erasure")
    page = staff.get(f"{HOME}{made.reference}/").content.decode()
    assert page.count('<option value="">') == page.count('name="code"') == 2
    for path in ("answer/", "refusal/", "extension/"):
        assert staff.post(f"{HOME}{made.reference}/{path}", {"code": ""}).status_code == 422
    made.refresh_from_db()
    assert (made.closed_at, made.told_extension_on) == (None, None)


def test_what_agreeing_to_an_objection_stops_is_shown_before(staff: Client, sandbox: Any) -> None:
    case = an_offer(stock=2)
    first, second = place((case, 1)), place((case, 1))
    made = entered(staff, first, "objection")
    pay(first, sandbox)
    first.answer(case)
    drain()
    path = f"{HOME}{made.reference}/"
    page = staff.get(path).content.decode()
    assert f"Taken out: {first.order.reference}." in page
    assert second.order.reference not in page, "it counts in no list yet"
    for each in INTERESTS:
        assert each.what.en in html.unescape(page)
        assert each.said.en in html.unescape(page)
    assert '<option value="stopped">' in page
    assert '<option value="nothing_held">' not in page
    assert staff.post(f"{path}answer/", {"code": "stopped"}).status_code == 302
    assert not Counted.objects.exists()
    after = html.unescape(staff.get(path).content.decode())
    assert after.count(first.order.reference) >= 1, "what counted of it leads to its order"
    assert "left out of the lists from now on" in after


def test_nothing_is_held_is_not_said_of_an_order_on_the_screen(staff: Client) -> None:
    made = entered(staff, place((an_offer(stock=1), 1)), "access")
    path = f"{HOME}{made.reference}/"
    assert '<option value="nothing_held">' not in staff.get(path).content.decode()
    for code, why in (
        ("nothing_held", "it is not true that nothing is held"),
        ("given", "not done"),
    ):
        answer = staff.post(f"{path}answer/", {"code": code})
        assert answer.status_code == 409
        assert why in answer.content.decode()
    drain()
    assert not any("beantwortet" in each.subject for each in mail.outbox)
    made.refresh_from_db()
    assert made.closed_at is None
