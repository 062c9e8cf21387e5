"""A correction of one's own orders."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reprise.accounts.models import User
from reprise.privacy.models import Request, Requester
from tests.cast import CONTACT, an_offer
from tests.orders.sale import place
from tests.privacy.cases import bought
from tests.web.account.people import signed_in
from tests.web.account.rights.asking import PAGE

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

    def test_another_order_waits_for_its_turn_and_is_not_taken_for_the_first(
        self, sandbox: Any, ada: User
    ) -> None:
        first, second = (place((an_offer(stock=1), 1), buyer=ada.id).order for _ in range(2))
        client, path = signed_in(), f"{PAGE}correction/"
        assert client.post(path, {"order": first.reference}).status_code == 303
        assert client.post(path, {"order": first.reference}).status_code == 303, "the same again"
        (request,) = Request.objects.all()
        answer = client.post(path, {"order": second.reference})
        assert answer.status_code == 409
        assert request.reference in answer.content.decode()
        assert Request.objects.get().order_id == first.id

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
