"""Whoever was given a buyer's name is told that it is to be deleted, also when its contract has
ended meanwhile (Regulation (EU) 2016/679, art. 19)."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.db import connection, transaction

from reprise.kernel.ids import new_id
from reprise.privacy.actions import contracts
from reprise.privacy.actions.acting import Actor
from reprise.privacy.actions.contracts import CopiesOpen
from reprise.privacy.actions.telling import ask_sellers
from reprise.privacy.models import SellerCopy
from reprise.privacy.states import By
from reprise.sellers.models import Seller, Trader
from reprise.wiring import copy_letters
from tests.moment import now
from tests.planted import corrupt
from tests.privacy.cases import asked, bought, erase
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = Actor(By.STAFF, new_id())


def ended(sandbox: Any) -> Any:
    """A sale whose seller has left since."""
    made = bought(sandbox)
    drain()
    contracts.end(made.case.seller.id, now().date(), STAFF, now())
    drain()
    mail.outbox.clear()
    return made


def letters(to: str) -> list[Any]:
    return [each for each in mail.outbox if each.to == [to]]


@pytest.mark.parametrize(("language", "words"), [("en", "A copy to delete"),
                                                 ("de", "Eine Kopie zum Löschen")])  # fmt: skip
def test_whose_contract_has_ended_is_written_to(sandbox: Any, language: str, words: str) -> None:
    made = ended(sandbox)
    Seller.objects.update(language=language)
    erase(asked(), made.id)
    drain()
    said, contract = Trader.objects.get(), made.sale.order.seller_orders.get()
    (letter,) = letters(said.email)
    assert contract.reference in letter.subject
    for text in (letter.body, letter.alternatives[0][0]):
        assert words in text
        assert contract.reference in text
        assert "2016/679" in text
        assert settings.OPERATOR.privacy in text
    # It is there to be confirmed as well, should the end be taken back.
    assert SellerCopy.objects.get().confirmed_at is None
    drain()
    assert len(letters(said.email)) == 1


def test_who_sells_sees_it_in_the_seller_room(sandbox: Any) -> None:
    made = bought(sandbox)
    drain()
    mail.outbox.clear()
    erase(asked(), made.id)
    drain()
    assert SellerCopy.objects.count() == 1
    assert letters(Trader.objects.get().email) == []


def test_nobody_is_asked_twice(sandbox: Any) -> None:
    made = ended(sandbox)
    for _ in range(2):
        with transaction.atomic():
            ask_sellers(made.id, now())
    drain()
    assert len(letters(Trader.objects.get().email)) == 1


def test_whom_nobody_can_reach_is_said(sandbox: Any, caplog: pytest.LogCaptureFixture) -> None:
    made = ended(sandbox)
    corrupt("UPDATE sellers_trader SET email = '', phone = ''")
    with transaction.atomic():
        ask_sellers(made.id, now())
    drain()
    assert mail.outbox == []
    contract = made.sale.order.seller_orders.get()
    assert f"nobody asked it to delete what it has of {contract.reference}" in caplog.text


def test_what_is_deleted_by_now_is_not_asked_for(sandbox: Any) -> None:
    made = ended(sandbox)
    with transaction.atomic():
        ask_sellers(made.id, now())
    copy = SellerCopy.objects.get()
    SellerCopy.objects.update(confirmed_at=now(), confirmed_by=new_id())
    copy_letters.send(copy.id, new_id())
    assert mail.outbox == []


def test_asked_while_the_contract_ends_it_is_either_seen_or_written_to(sandbox: Any) -> None:
    """The end waits for whoever is asking, and then finds a copy that is open."""
    made = bought(sandbox)
    drain()
    refused: list[bool] = []

    def end() -> None:
        try:
            contracts.end(made.case.seller.id, now().date(), STAFF, now())
        except CopiesOpen:
            refused.append(True)
        finally:
            connection.close()

    other = threading.Thread(target=end)
    with transaction.atomic():
        ask_sellers(made.id, now())
        other.start()
        other.join(0.5)
        assert other.is_alive(), "it waits"
    other.join()
    assert refused == [True]
