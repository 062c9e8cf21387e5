"""Everything that happened, for the buyer and for each seller: page and file say the same."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client

from reprise.accounts.models import User
from reprise.kernel.evidence import read
from reprise.orders import access, proof
from reprise.sellers.models import Member
from tests.cast import CONTACT, a_seller, a_variant, an_offer
from tests.orders.sale import Sale, pay, place
from tests.orders.story import says
from tests.web.shop.conftest import plain
from tests.work import drain, post

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sale(sandbox: Any) -> Sale:
    first = an_offer(seller=a_seller("Atelier Rhône"), variant=a_variant("Pixel 8"), price=31337)
    other = an_offer(seller=a_seller("Werkstatt Elbe"), variant=a_variant("Galaxy"), price=27182)
    made = place((first, 2), (other, 1))
    pay(made, sandbox)
    made.answer(first)
    made.answer(other)
    drain()
    made.ship(first)
    post()
    return made


def room_of(name: str) -> Client:
    from reprise.sellers.models import Seller

    user = User.objects.create_user(f"{name.split()[0]}@room.example", "a long enough word")
    Member.objects.create(seller=Seller.objects.get(name=name), user_id=user.id)
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("locale", "says"),
    [
        ("fr-fr", ("Tout ce qui s’est passé", "Atelier Rhône a accepté.", "confirmation de la")),
        ("en-fr", ("Everything that happened", "Atelier Rhône accepted.", "confirmation of the")),
    ],
)
def test_the_buyer_reads_it_on_a_page(sale: Sale, locale: str, says: tuple[str, ...]) -> None:
    path = access.path(sale.order).replace("/fr-fr/", f"/{locale}/")
    answer = Client().get(f"{path}history/")
    html = plain(answer.content.decode())
    assert answer.status_code == 200
    for each in (*says, "Werkstatt Elbe", "Pixel 8", "Galaxy"):
        assert each in html, each
    # 2 x 313.37 + 271.82 + 3.99 service fee: held, and collected.
    assert len(re.findall(r"902[.,]55", html)) == 2
    document = json.loads(Client().get(f"{path}evidence.json").content)
    assert document["steps"][-1]["hash"] in html
    for explained in document["how_to_verify"]:
        assert plain(explained) in html.replace("&#39;", "'")
    times = [part.split('"')[0] for part in html.split('<time datetime="')[1:]]
    assert times == sorted(times)


def test_the_buyer_gets_the_file(sale: Sale) -> None:
    answer = Client().get(f"{access.path(sale.order)}evidence.json")
    assert answer["Content-Type"] == "application/json; charset=utf-8"
    assert answer["Content-Disposition"] == f'attachment; filename="{sale.order.reference}.json"'
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex"
    document = read(answer.content.decode())
    assert proof.verify(document) == proof.Report((), len(document["steps"]), True)
    assert document["on_record"]["contact"]["email"] == CONTACT.email
    assert {each["kind"] for each in document["on_record"]["letters"]} >= {"order_paid", "shipped"}


def test_a_seller_gets_its_own_part_of_it(sale: Sale) -> None:
    client = room_of("Atelier Rhône")
    contract = sale.order.seller_orders.get(items=62674)
    path = f"/seller/orders/{contract.reference}/"
    assert f'href="{path}history/"' in client.get(path).content.decode()
    for below in ("history/", "evidence.json"):
        answer = client.get(path + below)
        assert answer.status_code == 200
        text = answer.content.decode()
        assert "Pixel 8" in text
        for secret in ("Werkstatt", "Galaxy", "271", CONTACT.email, str(sale.order.total)):
            assert not says(text, secret), secret
    document = read(client.get(f"{path}evidence.json").content.decode())
    full = read(Client().get(f"{access.path(sale.order)}evidence.json").content.decode())
    assert proof.verify(document, full).problems == ()
    html = client.get(f"{path}history/").content.decode()
    assert document["anchor"] in html
    assert "The last one of your own steps is:" in html


def test_another_seller_of_the_same_order_does_not_get_it(sale: Sale) -> None:
    client = room_of("Werkstatt Elbe")
    contract = sale.order.seller_orders.get(items=62674)
    for below in ("history/", "evidence.json"):
        assert client.get(f"/seller/orders/{contract.reference}/{below}").status_code == 404


def test_an_order_that_was_never_paid_has_its_history_too() -> None:
    order = place((an_offer(), 1)).order
    html = Client().get(f"{access.path(order)}history/").content.decode()
    assert "La commande a été passée." in html
