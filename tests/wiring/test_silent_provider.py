"""A provider that does not answer about some payments holds up no others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from reprise.kernel.ids import new_id
from reprise.orders.models import Contact
from reprise.payments.models import Payment
from reprise.payments.providers.base import ProviderUnavailable, Snapshot
from reprise.payments.providers.sandbox.adapter import SandboxProvider
from reprise.wiring import sweeps
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import place, to_the_provider

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def a_process_that_has_just_started() -> Iterator[None]:
    sweeps._unanswered.clear()
    yield
    sweeps._unanswered.clear()


def test_orders_expire_beside_payments_that_are_never_answered(
    sandbox: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = an_offer(stock=sweeps.ENOUGH + 1)
    sales = []
    for number in range(sweeps.ENOUGH + 1):
        sale = place((case, 1), now=now() + timedelta(minutes=number))
        Contact.objects.update(email=f"{number}@example.org")
        to_the_provider(sale, sandbox)
        sales.append(sale)
    *unreadable, fine = sales
    refs = {sale.payment.provider_ref for sale in unreadable}
    assert len(refs) == sweeps.ENOUGH
    look_up = SandboxProvider.look_up

    def answer(api: SandboxProvider, provider_ref: str) -> Snapshot:
        if provider_ref in refs:
            raise ProviderUnavailable("an answer that cannot be read")
        return look_up(api, provider_ref)

    monkeypatch.setattr(SandboxProvider, "look_up", answer)
    for minutes in (1, 2):
        sweeps.every(now() + timedelta(hours=2, minutes=minutes))
    assert fine.states == ["expired"]
    assert Payment.objects.get(id=fine.payment_id).state == "expired"
    assert {tuple(sale.states) for sale in unreadable} == {("reserved",)}


def test_a_provider_that_is_away_is_asked_a_few_times_only_and_about_others_each_time() -> None:
    ids = [new_id() for _ in range(3 * sweeps.ENOUGH)]
    asked: list[UUID] = []

    def silent(row: UUID, at: datetime) -> None:
        asked.append(row)
        raise ProviderUnavailable("away")

    for _ in range(3):
        sweeps._each(sweeps._in_turn(ids), now(), silent)
    assert asked == ids
    stubborn = set(ids[: sweeps.ENOUGH])
    handled: list[UUID] = []

    def back(row: UUID, at: datetime) -> bool:
        if row in stubborn:
            raise ProviderUnavailable("unreadable")
        handled.append(row)
        return True

    for _ in range(2):
        sweeps._each(sweeps._in_turn(ids), now(), back)
    assert handled == ids[sweeps.ENOUGH :]
