"""Staff correct what is wrong in an order, because its buyer has asked for it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from reprise.accounts.models import User
from reprise.kernel.ids import new_id
from reprise.orders.models import Contact
from reprise.privacy.actions import asking
from reprise.privacy.actions.acting import Actor
from reprise.privacy.actions.holding import Subject, hold
from reprise.privacy.models import Act
from reprise.privacy.people import person
from reprise.privacy.states import By, HoldKind, RequestKind
from tests.cast import CONTACT, an_offer
from tests.moment import now
from tests.orders.sale import pay, place
from tests.privacy.cases import later
from tests.web.account.people import long_ago
from tests.web.staff.test_requests import HOME, confirmed, corrected, entered, one_of_the_staff
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def staff() -> Client:
    return one_of_the_staff("staff@room.example")


class TestCorrection:
    @pytest.mark.parametrize("changed", [{"email": "new@buyer.example"}, {"street": "1 rue X"}])
    def test_nothing_is_corrected_on_nobodys_word(
        self, staff: Client, changed: dict[str, str]
    ) -> None:
        """A clerk would lead anybody's order, its link and its parcel to another mailbox or door;
        the letter to its address says that nothing is done on a call alone."""
        sale = place((an_offer(stock=1), 1))
        path = f"{HOME}{entered(staff, sale).reference}/"
        page = staff.get(path).content.decode()
        assert "correction/" not in page
        assert "nobody has confirmed it" in page
        answer = staff.post(f"{path}correction/", corrected(**changed))
        assert answer.status_code == 409
        assert "Nobody has confirmed this request" in answer.content.decode()
        contact = Contact.objects.get(order_id=sale.order.id)
        assert (contact.email, contact.street) == (CONTACT.email, CONTACT.street)
        told = json.loads(staff.get(f"{path}evidence.json").content)
        assert (told["request"]["proven"], told["request"]["outcome"]) == (False, "")
        assert confirmed(staff, sale).proven
        assert staff.post(f"{path}correction/", corrected(**changed)).status_code == 302

    def test_the_old_address_is_told(self, staff: Client) -> None:
        sale = place((an_offer(stock=1), 1))
        made = confirmed(staff, sale)
        drain()
        mail.outbox.clear()
        form = corrected(email="new@buyer.example", street="2 rue du Vrai")
        answer = staff.post(f"{HOME}{made.reference}/correction/", form)
        assert answer.status_code == 302
        contact = Contact.objects.get(order_id=sale.order.id)
        assert (contact.email, contact.street) == ("new@buyer.example", "2 rue du Vrai")
        drain()
        (told,) = mail.outbox
        assert told.to == [CONTACT.email], "who read the mail before learns of it"
        made.refresh_from_db()
        assert (made.state, made.outcome) == ("answered", "corrected")

    def test_who_read_the_mail_before_has_nothing_more_to_say(self, staff: Client) -> None:
        """Theirs was confirmed in the moment in which the order got another address: one of the
        staff would give it back to them, with a street of theirs."""
        sale = place((an_offer(stock=1), 1))
        made = confirmed(staff, sale)
        staff.post(f"{HOME}{made.reference}/correction/", corrected(email="new@buyer.example"))
        again = asking.receive(
            RequestKind.RECTIFICATION, CONTACT.email, "fr-fr", now(), order_id=sale.order.id
        )
        assert again.proven
        form = corrected(street="2 rue de Celui-ci")
        answer = staff.post(f"{HOME}{again.reference}/correction/", form)
        assert answer.status_code == 409
        assert "is not the order’s any more" in answer.content.decode()
        contact = Contact.objects.get(order_id=sale.order.id)
        assert (contact.email, contact.street) == ("new@buyer.example", CONTACT.street)
        again.refresh_from_db()
        assert again.state == "received"

    def test_which_fields_were_changed_stands_in_the_evidence(self, staff: Client) -> None:
        """Which, and by whom; neither what stood there nor what does."""
        sale = place((an_offer(stock=1), 1))
        made = confirmed(staff, sale)
        form = corrected(email="new@buyer.example", street="2 rue du Vrai")
        staff.post(f"{HOME}{made.reference}/correction/", form)
        told = json.loads(staff.get(f"{HOME}{made.reference}/evidence.json").content)
        me = str(User.objects.get(is_staff=True).id)
        assert [
            (each["verb"], each["reason"], each["subject"], each["staff_id"])
            for each in told["entries"]
            if each["what"] == "act"
        ] == [
            ("amended", "email", sale.order.reference, me),
            ("amended", "street", sale.order.reference, me),
        ]  # fmt: skip
        for value in ("new@buyer.example", CONTACT.email, "rue du Vrai", CONTACT.street):
            assert value not in json.dumps(told, ensure_ascii=False)
        page = staff.get(f"{HOME}{made.reference}/").content.decode()
        rows = [row for row in page.split("<tr>") if "Street and number</div>" in row]
        assert len(rows) == 1, "as on every other page with acts"
        assert ">Corrected</td>" in rows[0]
        assert sale.order.reference in rows[0]

    def test_it_takes_a_password_given_just_now(self, staff: Client) -> None:
        """Whoever finds a room open sends nobody's parcel elsewhere."""
        sale = place((an_offer(stock=1), 1))
        made = confirmed(staff, sale)
        long_ago(staff)
        answer = staff.post(f"{HOME}{made.reference}/correction/", corrected(town="Paris"))
        assert answer.status_code == 403
        assert Contact.objects.get(order_id=sale.order.id).town == CONTACT.town

    @pytest.mark.parametrize("kind", HoldKind)
    def test_what_a_dispute_needs_is_not_corrected_away(
        self, staff: Client, kind: HoldKind
    ) -> None:
        """A hold of whom an address leads to would lose the order with another address in it:
        one of the staff would have lifted what two have to agree on (0050)."""
        sale = place((an_offer(stock=1), 1))
        made = confirmed(staff, sale)
        by = Actor(By.STAFF, new_id())
        hold(Subject(person=person(CONTACT.email)), kind, later(90).date(), by, now())
        form = corrected(email="new@buyer.example")
        answer = staff.post(f"{HOME}{made.reference}/correction/", form)
        needed = kind in {HoldKind.LITIGATION, HoldKind.AUTHORITY}
        assert answer.status_code == (409 if needed else 302)
        stands = CONTACT.email if needed else "new@buyer.example"
        assert Contact.objects.get(order_id=sale.order.id).email == stands
        assert ("needs this order as it is" in answer.content.decode()) is needed

    def test_nothing_is_called_corrected_that_was_not(self, staff: Client) -> None:
        made = confirmed(staff, place((an_offer(stock=1), 1)))
        drain()
        mail.outbox.clear()
        answer = staff.post(f"{HOME}{made.reference}/correction/", corrected())
        assert answer.status_code == 422
        assert "nothing was changed and nobody was written to" in answer.content.decode()
        made.refresh_from_db()
        assert made.state == "received"
        drain()
        assert mail.outbox == []
        assert not Act.objects.exists()

    def test_what_is_wrong_is_said_and_changes_nothing(self, staff: Client) -> None:
        sale = place((an_offer(stock=1), 1))
        made = confirmed(staff, sale)
        form = corrected(postcode="none", name="")
        answer = staff.post(f"{HOME}{made.reference}/correction/", form)
        assert answer.status_code == 422
        assert 'id="postcode-error"' in answer.content.decode()
        assert Contact.objects.get(order_id=sale.order.id).name == CONTACT.name

    def test_not_once_something_was_sent(self, staff: Client, sandbox: Any) -> None:
        case = an_offer(stock=1)
        sale = place((case, 1))
        made = confirmed(staff, sale)
        pay(sale, sandbox)
        sale.answer(case)
        drain()
        sale.ship(case)
        answer = staff.post(f"{HOME}{made.reference}/correction/", corrected(town="Paris"))
        assert answer.status_code == 409
        assert Contact.objects.get(order_id=sale.order.id).town == CONTACT.town
        made.refresh_from_db()
        assert made.state == "received"

    def test_only_what_asks_for_it(self, staff: Client) -> None:
        sale = place((an_offer(stock=1), 1))
        made = asking.receive(RequestKind.OBJECTION, CONTACT.email, "fr-fr", now())
        answer = staff.post(f"{HOME}{made.reference}/correction/", corrected(town="Paris"))
        assert answer.status_code == 404
        assert Contact.objects.get(order_id=sale.order.id).town == CONTACT.town

    def test_an_order_without_a_contact_says_so(self, staff: Client) -> None:
        sale = place((an_offer(stock=1), 1))
        made = confirmed(staff, sale)
        Contact.objects.all().delete()
        page = staff.get(f"{HOME}{made.reference}/")
        assert page.status_code == 200
        assert "no longer in the shop" in page.content.decode()
        answer = staff.post(f"{HOME}{made.reference}/correction/", corrected(town="Paris"))
        assert answer.status_code == 409
