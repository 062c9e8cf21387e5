"""An old link reveals nothing and helps; whoever bought gets in again, and nobody else."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reprise.kernel import clock
from reprise.orders import access
from reprise.orders.actions import correct
from reprise.orders.actions.correct import CORRECTED
from reprise.orders.events import NO_ORDER
from reprise.orders.models import Contact, Line, Order
from reprise.outbox.models import Event
from tests.cast import CONTACT, a_seller, an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.orders.story import says
from tests.work import post

pytestmark = pytest.mark.django_db(transaction=True)

NOBODYS = str(NO_ORDER)
BELOW = ("", "payment/", "history/", "evidence.json")


@pytest.fixture
def order() -> Order:
    return place((an_offer(seller=a_seller("Atelier Rhône")), 1)).order


@pytest.fixture
def path(order: Order) -> str:
    return access.path(order)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> datetime:
    years = now() + timedelta(days=700)
    monkeypatch.setattr(clock, "now", lambda: years)
    return years


def link_in(letter: Any) -> str:
    found = re.search(rf"{re.escape(settings.PUBLIC_URL)}(/\S+/orders/\S+)", letter.body)
    assert found, letter.body
    return found[1]


@pytest.mark.parametrize("below", BELOW)
def test_an_old_link_reveals_nothing_and_says_what_to_do(
    client: Client, order: Order, path: str, later: Any, below: str
) -> None:
    answer = client.get(path + below)
    assert answer.status_code == 410
    html = answer.content.decode()
    for secret in (
        CONTACT.name, CONTACT.email, CONTACT.street, CONTACT.town, "iPhone", "Atelier", "312",
        "camille",
    ):  # fmt: skip
        assert not says(html, secret), secret
    assert "Ce lien est trop ancien" in html
    assert f'action="{path}link/"' in html
    assert answer["Cache-Control"] == "private, no-store"
    assert client.post(f"{path}payment/", {"method": "card"}).status_code == 410


def test_a_new_link_comes_to_the_orders_address_and_opens_it(
    client: Client, order: Order, path: str, later: Any
) -> None:
    answer = client.post(f"{path}link/")
    assert answer.status_code == 200
    assert CONTACT.email not in answer.content.decode()
    post()
    (letter,) = mail.outbox
    assert letter.to == [CONTACT.email]
    assert order.reference in letter.subject
    new = link_in(letter)
    assert new != path
    assert client.get(new).status_code == 200
    assert CONTACT.name in client.get(new).content.decode()
    assert client.get(path).status_code == 410, "the old one stays shut"


def test_pages_of_a_new_link_lead_on_with_it(client: Client, path: str, later: Any) -> None:
    client.post(f"{path}link/")
    post()
    new = link_in(mail.outbox[0])
    html = client.get(new).content.decode()
    assert f'href="{new}history/"' in html
    assert path not in html
    assert f'href="{new}evidence.json"' in client.get(f"{new}history/").content.decode()


def test_no_more_than_three_letters_an_hour_and_nobody_is_told(
    client: Client, path: str, later: Any
) -> None:
    answers = {client.post(f"{path}link/").content for _ in range(5)}
    post()
    assert len(answers) == 1
    assert len(mail.outbox) == 3


def test_an_address_with_many_orders_is_not_flooded(client: Client) -> None:
    """Ten orders of one buyer, some typed in another case; asked from as many places."""
    case = an_offer(stock=12)
    paths = []
    for number in range(10):
        sale = place((case, 1))
        Line.objects.filter(order=sale.order).update(state="delivered")
        if number % 2:
            Contact.objects.filter(order=sale.order).update(email="CAMILLE@buyer.example")
        paths.append(access.path(sale.order))
    other = place((case, 1))
    Contact.objects.filter(order=other.order).update(email="other@buyer.example")
    for number, path in enumerate([*paths, access.path(other.order)]):
        answer = client.post(f"{path}link/", REMOTE_ADDR=f"192.0.2.{number}")
        assert answer.status_code == 200
    asked = Event.objects.filter(kind="orders.OrderLinkAsked")
    orders = [each.payload["order_id"] for each in asked if each.payload["order_id"] != NOBODYS]
    assert len(orders) == 6 + 1
    assert orders.count(str(other.order.id)) == 1


def test_a_place_that_asks_too_often_is_told_when_to_come_back(
    client: Client, path: str, later: Any
) -> None:
    answers = [client.post(f"{path}link/") for _ in range(21)]
    assert [each.status_code for each in answers] == [200] * 20 + [429]
    assert int(answers[-1]["Retry-After"]) > 0
    post()
    assert len(mail.outbox) == 3


def test_after_erasure_the_answer_is_the_same_and_nothing_is_sent(
    client: Client, path: str, later: Any
) -> None:
    before = client.post(f"{path}link/").content
    post()
    mail.outbox.clear()
    Contact.objects.all().delete()
    assert client.post(f"{path}link/").content == before
    post()
    assert not mail.outbox


def test_a_forged_link_sends_nothing(client: Client, path: str, later: Any) -> None:
    wrong = path[:-2] + ("0" if path[-2] != "0" else "1") + "/"
    for each in (wrong, path.replace("/fr-fr/", "/de-de/")):
        answer = client.post(f"{each}link/")
        assert answer.status_code == 404
        assert client.get(each).status_code == 404
    post()
    assert not mail.outbox


@pytest.mark.parametrize("below", BELOW)
def test_after_another_address_the_links_of_the_first_one_reveal_nothing(
    client: Client, order: Order, path: str, below: str
) -> None:
    """Whoever has the mailbox of a mistyped address reads what is right nowhere, and a new link
    goes to the address that is right."""
    dated = access.path(order, now().date())
    right = {name: getattr(CONTACT, name) for name in CORRECTED}
    right |= {"name": "Noor Right", "email": "noor@right.example", "street": "7 rue du Droit"}
    correct(order.id, right)
    for old in (path, dated):
        answer = client.get(old + below)
        assert answer.status_code == 410
        html = answer.content.decode()
        for secret in ("Noor", "noor@", "Droit", CONTACT.email, "iPhone"):
            assert not says(html, secret), secret
    assert client.post(f"{dated}link/").status_code == 200
    post()
    (letter,) = mail.outbox
    assert letter.to == ["noor@right.example"]
    assert client.get(link_in(letter) + below, follow=True).status_code in {200, 503}


def test_a_corrected_street_leaves_the_links_of_who_has_them(
    client: Client, order: Order, path: str
) -> None:
    right = {name: getattr(CONTACT, name) for name in CORRECTED} | {"street": "7 rue du Droit"}
    correct(order.id, right)
    assert says(client.get(path).content.decode(), "Droit")


class TestByNumber:
    def ask(self, client: Client, reference: str, email: str) -> Any:
        data = {"reference": reference, "email": email}
        return client.post("/fr-fr/orders/", data)

    def test_who_lost_every_link_gets_one_to_the_orders_address(
        self, client: Client, order: Order, later: Any
    ) -> None:
        typed = order.reference.lower().replace("-", " ")
        assert self.ask(client, typed, CONTACT.email.upper()).status_code == 200
        post()
        (letter,) = mail.outbox
        assert letter.to == [CONTACT.email]
        assert client.get(link_in(letter)).status_code == 200

    def test_nobody_is_told_whether_number_and_address_belong_together(
        self, client: Client, order: Order
    ) -> None:
        right = self.ask(client, order.reference, CONTACT.email)
        post()
        sent = len(mail.outbox)
        for reference, email in (
            (order.reference, "other@buyer.example"), ("R-00000000", CONTACT.email),
        ):  # fmt: skip
            wrong = self.ask(client, reference, email)
            assert (wrong.status_code, wrong.content) == (right.status_code, right.content)
        post()
        assert len(mail.outbox) == sent == 1

    def test_nor_by_the_time_that_it_takes(self, client: Client, order: Order) -> None:
        """The same statements for what belongs together, what does not, and one letter too many."""

        def statements(reference: str, email: str) -> list[str]:
            with CaptureQueriesContext(connection) as caught:
                assert self.ask(client, reference, email).status_code == 200
            return [" ".join(each["sql"].split()[:3]) for each in caught]

        right = statements(order.reference, CONTACT.email)
        assert len(right) > 3
        for reference, email in (
            (order.reference, "other@buyer.example"), ("R-00000000", CONTACT.email),
        ):  # fmt: skip
            assert statements(reference, email) == right
        sent = [statements(order.reference, CONTACT.email) for _ in range(4)]
        assert sent == [right] * 4
        post()
        assert len(mail.outbox) == 3

    def test_who_guesses_keeps_nobody_from_a_link(self, client: Client, order: Order) -> None:
        for number in range(9):
            self.ask(client, order.reference, f"{number}@buyer.example")
            self.ask(client, f"R-0000000{number}", CONTACT.email)
        self.ask(client, order.reference, CONTACT.email)
        post()
        assert [each.to for each in mail.outbox] == [[CONTACT.email]]

    @pytest.mark.parametrize(
        ("reference", "email", "field"),
        [("", "a@b.example", "reference"), ("R-1", "a@b.example", "reference"),
         ("R-00000000", "nobody", "email")],
    )  # fmt: skip
    def test_what_cannot_be_meant_is_said_beside_the_field(
        self, client: Client, reference: str, email: str, field: str
    ) -> None:
        answer = self.ask(client, reference, email)
        html = answer.content.decode()
        assert answer.status_code == 422
        assert f'id="{field}-error"' in html
        assert f'value="{email}"' in html

    def test_the_way_there_is_on_every_page_and_where_a_link_is_broken(
        self, client: Client
    ) -> None:
        assert 'href="/de-de/orders/"' in client.get("/de-de/").content.decode()
        broken = client.get("/de-de/orders/R-00000000/x/")
        assert broken.status_code == 404
        assert "Unter dieser Adresse gibt es keine Bestellung" in broken.content.decode()


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_the_letter_speaks_the_orders_language(language: str) -> None:
    from reprise.kernel.ids import new_id
    from reprise.notifications.actions import Letter
    from tests.notifications.test_letters import ordered, sent

    order = ordered(an_offer(), language=language)
    (letter,) = sent(Letter("order_link", order.id, subject=new_id()))
    says = {
        "fr": "quiconque l’a peut lire votre adresse", "nl": "wie hem heeft, leest uw adres",
        "de": "Wer ihn hat, kann Ihre Adresse lesen", "en": "whoever has it reads your address",
    }  # fmt: skip
    html = letter.alternatives[0][0]
    for text in (letter.body, html):
        assert says[language] in text
        assert f"/{language}-fr/orders/{order.reference}/" in text
