"""A correction of one's own orders."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from reprise.accounts.models import User
from reprise.orders import access
from reprise.orders.actions.correct import CORRECTED, correct
from reprise.privacy import requests as asked
from reprise.privacy.access import Person
from reprise.privacy.actions import asking
from reprise.privacy.models import Request, Requester
from reprise.privacy.states import Outcome
from tests.cast import CONTACT, an_offer
from tests.meanwhile import meanwhile
from tests.moment import now
from tests.orders.sale import place
from tests.privacy.cases import bought
from tests.web.account.people import signed_in
from tests.web.account.rights.asking import GUEST, PAGE, guests_link

pytestmark = pytest.mark.django_db(transaction=True)


class TestCorrection:
    def test_a_person_has_only_their_own_orders_corrected(self, sandbox: Any, ada: User) -> None:
        other = place((an_offer(stock=1), 1)).order
        mine = place((an_offer(stock=1), 1), buyer=ada.id).order
        client = signed_in()
        path = f"{PAGE}correction/"
        assert client.post(path, {"order": other.reference}).status_code == 404
        assert not Request.objects.exists()
        assert client.post(path, {"order": mine.reference}).status_code == 303
        request = Request.objects.get()
        assert request.order_id == mine.id
        assert Requester.objects.get().email == CONTACT.email, "the order's own address"
        assert request.reference in client.get(PAGE).content.decode()

    def test_each_order_has_one_of_its_own(self, sandbox: Any, ada: User) -> None:
        first, second = (place((an_offer(stock=1), 1), buyer=ada.id).order for _ in range(2))
        client, path = signed_in(), f"{PAGE}correction/"

        def offered() -> set[str]:
            return set(re.findall(r"<option>([^<]+)", client.get(path).content.decode()))

        assert offered() == {first.reference, second.reference}
        assert client.post(path, {"order": first.reference}).status_code == 303
        assert client.post(path, {"order": first.reference}).status_code == 303, "the same again"
        assert Request.objects.get().order_id == first.id
        assert offered() == {second.reference}
        assert client.post(path, {"order": second.reference}).status_code == 303
        assert set(Request.objects.values_list("order_id", flat=True)) == {first.id, second.id}
        assert offered() == set()
        asking.answer(Request.objects.get(order_id=first.id).id, Outcome.CORRECTED, now())
        assert offered() == {first.reference}, "answered, it may be asked for again"

    def test_nobody_is_kept_from_it_by_an_order_with_their_address(
        self, sandbox: Any, ada: User
    ) -> None:
        theirs = place((an_offer(stock=1), 1), buyer=ada.id).order
        mine = place((an_offer(stock=1), 1)).order
        answer = signed_in().post(f"{PAGE}correction/", {"order": theirs.reference})
        assert answer.status_code == 303
        link = guests_link()
        assert mine.reference in Client().get(f"{link}correction/").content.decode()
        answer = Client().post(f"{link}correction/", {"order": mine.reference})
        assert answer.status_code == 303
        assert set(Requester.objects.values_list("email", flat=True)) == {GUEST}
        proven = dict(Request.objects.values_list("order_id", "proven"))
        assert proven == {theirs.id: True, mine.id: True}, "by its account, by its address"

    def test_what_is_in_the_archive_stays_as_it_was(
        self, sandbox: Any, ada: User, weeks_later: Callable[[], None]
    ) -> None:
        mine = bought(sandbox, buyer=ada.id)
        weeks_later()
        client = signed_in()
        client.post(f"{PAGE}restriction/")
        answer = client.post(f"{PAGE}correction/", {"order": mine.sale.order.reference})
        assert answer.status_code == 409
        assert not Request.objects.filter(kind="rectification").exists()


def test_a_page_that_is_being_made_opens_nothing_to_an_address_that_is_corrected(
    sandbox: Any,
) -> None:
    """Whoever reads the mail of the wrong one may open the page of their data again and again."""
    made = place((an_offer(stock=1), 1)).order

    def corrected() -> None:
        values = {name: getattr(made.contact, name) for name in CORRECTED}
        correct(made.id, values | {"email": "new@buyer.example"})

    with meanwhile(asked, "retention_of", corrected) as done:
        (shown,) = asked.orders_of(Person(None, GUEST), now())
    done.result()
    *_, reference, token, _ = shown.path.split("/")
    with pytest.raises(access.LinkOver):
        access.opened(reference, token, now())
