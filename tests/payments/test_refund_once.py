"""A refund is sent once, whatever the provider remembers of its key."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from reprise.books.proof import findings
from reprise.payments import actions as payments
from reprise.payments.actions.perform import AnotherAmount
from reprise.payments.models import Instruction
from reprise.payments.providers.base import ProviderRefused, ProviderUnavailable
from reprise.payments.providers.sandbox.adapter import SandboxProvider
from tests import database
from tests.cast import OfferCase, an_offer
from tests.moment import now
from tests.orders.sale import Sale
from tests.orders.test_refused_refunds import collected, no_refunds
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pair() -> OfferCase:
    return an_offer(stock=2, price=20000, market="be")


@pytest.fixture
def sale(sandbox: Any, pair: OfferCase) -> Sale:
    return collected(sandbox, pair, each=2)


def refunds(sale: Sale) -> list[Instruction]:
    return list(sale.payment.instructions.filter(verb="refund").order_by("asked_at", "id"))


def sent_back(sale: Sale) -> int:
    return (
        SandboxProvider.from_environment().look_up(sale.payment.provider_ref or "").refunded.minor
    )


def forget_keys() -> None:
    with psycopg.connect(database.endpoints.owner_url, autocommit=True) as owner:
        owner.execute("DELETE FROM sandbox.answer")


def send_by_hand(sale: Sale, sandbox: Any, amount: int) -> None:
    status, _ = sandbox.api(
        "POST",
        f"/v1/payments/{sale.payment.provider_ref}/refunds",
        {"amount": amount, "currency": "EUR"},
        key="by hand",
    )
    assert status == 200


def lose_the_answer(monkeypatch: pytest.MonkeyPatch, instruction: Instruction) -> None:
    made = SandboxProvider.refund

    def lost(*arguments: Any) -> None:
        made(*arguments)
        raise ProviderUnavailable("the answer was lost")

    with monkeypatch.context() as line:
        line.setattr(SandboxProvider, "refund", lost)
        with pytest.raises(ProviderUnavailable):
            payments.perform(instruction.id, now())


def never_arrives(monkeypatch: pytest.MonkeyPatch, instruction: Instruction) -> None:
    broken = no_refunds(monkeypatch, ProviderUnavailable("no line"))
    with broken, pytest.raises(ProviderUnavailable):
        payments.perform(instruction.id, now())


def test_a_refund_whose_answer_and_key_are_lost_is_not_sent_again(
    sale: Sale, pair: OfferCase, monkeypatch: Any
) -> None:
    sale.answer(pair, True, False)
    (refund,) = refunds(sale)
    lose_the_answer(monkeypatch, refund)
    forget_keys()
    drain()
    assert sent_back(sale) == sale.payment.refunded == 20000
    assert refunds(sale)[0].state == "done"
    assert not findings()


def test_a_refund_that_never_arrived_is_sent(sale: Sale, pair: OfferCase, monkeypatch: Any) -> None:
    sale.answer(pair, True, False)
    (refund,) = refunds(sale)
    never_arrives(monkeypatch, refund)
    forget_keys()
    drain()
    assert sent_back(sale) == sale.payment.refunded == 20000


def test_nothing_is_sent_while_the_provider_has_sent_something_else(
    sale: Sale, sandbox: Any, pair: OfferCase, monkeypatch: Any
) -> None:
    sale.answer(pair, True, False)
    (refund,) = refunds(sale)
    never_arrives(monkeypatch, refund)
    send_by_hand(sale, sandbox, 700)
    with pytest.raises(AnotherAmount):
        payments.perform(refund.id, now())
    assert (sent_back(sale), sale.payment.refunded) == (700, 0)
    assert refunds(sale)[0].state == "open"
    assert findings()


def test_refunds_of_one_payment_are_sent_one_after_the_other(
    sandbox: Any, monkeypatch: Any
) -> None:
    """While one of 100 EUR is in doubt, another of 200 EUR is not sent beside it: the provider's
    total could tell of neither."""
    small, large = (an_offer(stock=1, price=price, market="be") for price in (10000, 20000))
    sale = collected(sandbox, small, large)
    sale.answer(small, False)
    (first,) = refunds(sale)
    lose_the_answer(monkeypatch, first)
    sale.answer(large, False)
    second = next(each for each in refunds(sale) if each.id != first.id)
    monkeypatch.setattr(
        SandboxProvider, "look_up", lambda *_: (_ for _ in ()).throw(ProviderUnavailable("silent"))
    )
    with pytest.raises(ProviderUnavailable):
        payments.perform(second.id, now())
    monkeypatch.undo()
    assert sent_back(sale) == 10000
    forget_keys()
    payments.perform(second.id, now())
    assert {each.state for each in refunds(sale) if each.id in {first.id, second.id}} == {"done"}
    drain()
    assert sent_back(sale) == sale.payment.refunded == sale.payment.captured
    assert not findings()


def test_a_refund_that_was_made_although_it_is_refused_is_believed(
    sale: Sale, sandbox: Any, pair: OfferCase, monkeypatch: Any
) -> None:
    sale.answer(pair, True, False)
    send_by_hand(sale, sandbox, 20000)
    with no_refunds(monkeypatch, ProviderRefused("already_refunded")):
        drain()
    (refund,) = refunds(sale)
    assert (refund.state, refund.answer) == ("done", "already_refunded")
    assert sale.payment.refunded == 20000
    assert not findings()
