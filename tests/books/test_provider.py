"""The provider's books are read while buyers pay: only what stays different is a contradiction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reprise.books import provider
from reprise.payments import actions as payments
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import Sale, books, place, to_the_provider
from tests.sandbox.buyer import SUCCEEDS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def paid(sandbox: Any) -> Sale:
    """Held at the provider; its notice is still on its way."""
    sale = place((an_offer(stock=1, price=20000), 1))
    to_the_provider(sale, sandbox).pay(SUCCEEDS)
    return sale


def meanwhile(monkeypatch: Any, happens: Callable[[int], object]) -> list[float]:
    """``happens`` before each further look, instead of waiting; the pauses."""
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        happens(len(pauses))

    monkeypatch.setattr(provider, "sleep", pause)
    return pauses


def test_news_that_comes_while_we_read_is_no_contradiction(paid: Sale, monkeypatch: Any) -> None:
    pauses = meanwhile(
        monkeypatch, lambda look: look == 2 and payments.refresh(paid.payment_id, now())
    )
    assert books() == []
    assert len(pauses) == 2, "as long as something differs"


def test_news_that_never_comes_is_told_once_after_the_last_look(
    paid: Sale, monkeypatch: Any
) -> None:
    pauses = meanwhile(monkeypatch, lambda _: None)
    assert books() == [
        f"provider books: payment {paid.payment_id}: held 0 here, {paid.order.total} there"
    ]
    assert tuple(pauses) == provider.AGAIN


def test_who_pays_after_the_first_look_is_not_compared_with_it(
    paid: Sale, sandbox: Any, monkeypatch: Any
) -> None:
    """Somebody else's payment, known here before the statement was read on."""

    def buy(look: int) -> None:
        if look == 1:
            other = place((an_offer(stock=1), 1))
            to_the_provider(other, sandbox).pay(SUCCEEDS)
            payments.refresh(other.payment_id, now())

    meanwhile(monkeypatch, buy)
    assert len(books()) == 1
