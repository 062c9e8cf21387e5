"""What somebody took along who was signed in with a stolen session ends with that session."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from reprise.accounts.models import User
from reprise.orders.models import Contact, Order
from reprise.privacy import requests
from reprise.privacy.access import owner
from reprise.privacy.actions import contacts
from reprise.privacy.actions.acting import PERSON
from reprise.privacy.leaving import Fate, on_request
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.privacy.cases import bought, later
from tests.web.account.people import ADA, HOME, last_link, signed_in
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
ANOTHER = "quite another word"


def links(client: Client) -> list[str]:
    """The orders that an account's page leads to."""
    page = client.get(HOME).content.decode()
    return re.findall(r'href="(/fr-fr/orders/R-[^"]+/)"', page)


def in_time(order: Order) -> list[str]:
    """Its links as they are made now: of a letter, and of a page."""
    order.refresh_from_db()
    return [
        f"/fr-fr/orders/{order.reference}/{made}/"
        for made in (requests.links.token(order), requests.links.token(order, now().date()))
    ]


def opens(path: str) -> bool:
    status = Client().get(path).status_code
    assert status in {200, 410}
    return status == 200


@pytest.mark.parametrize("how", ["others", "password", "reset"])
def test_links_from_an_account_end_with_its_sessions(ada: User, how: str) -> None:
    order = place((an_offer(), 1), buyer=ada.id).order
    owner_of_it, thief = signed_in(), signed_in()
    (taken,) = links(thief)
    assert opens(taken)
    if how == "others":
        owner_of_it.post(f"{HOME}sessions/others/removal/")
    elif how == "password":
        owner_of_it.post(f"{HOME}password/", {"password": ANOTHER})
    else:
        owner_of_it.post(f"{HOME}password/forgotten/", {"email": ADA})
        assert owner_of_it.post(last_link(), {"password": ANOTHER}).status_code == 303
    drain()
    assert thief.get(HOME).status_code == 303
    assert not opens(taken)
    (now_there,) = links(owner_of_it)
    assert opens(now_there)
    assert all(opens(each) for each in in_time(order))


def test_so_do_links_to_a_guests_orders_and_to_archived_ones(ada: User, sandbox: Any) -> None:
    """The pages of an account's rights lead to them as well."""
    guests = place((an_offer(), 1)).order
    Contact.objects.filter(order_id=guests.id).update(email=ADA.upper())
    stored = bought(sandbox, buyer=ada.id).sale.order
    assert contacts.take_out(stored.id, on_request, PERSON, later()).fate is Fate.ARCHIVED
    taken = [each.path for each in requests.orders_of(owner(ada), now())]
    assert len(taken) == 2
    assert all(opens(each) for each in taken)
    client = signed_in()
    client.post(f"{HOME}sessions/others/removal/")
    drain()
    assert not any(opens(each) for each in taken)
    assert all(opens(each) for order in (guests, stored) for each in in_time(order))


def test_nobody_elses_links_end(ada: User) -> None:
    other = place((an_offer(), 1)).order
    path = in_time(other)[0]
    signed_in().post(f"{HOME}sessions/others/removal/")
    drain()
    assert opens(path)
