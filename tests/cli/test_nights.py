"""`reprise privacy night`: what leaves is told by category; a dry run touches nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from reprise.checkout import actions as checkout
from reprise.checkout.models import Basket
from reprise.cli import main
from reprise.kernel import clock
from reprise.orders import actions as orders
from reprise.orders.models import Contact
from reprise.privacy.actions import brake, contacts
from reprise.privacy.models import Act, Brake, Night
from reprise.wiring import sweeps
from tests.cast import an_offer
from tests.moment import now, playing
from tests.orders.sale import place
from tests.privacy.cases import bought, delivered_before_placed, dump, later

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def forty_days_later(monkeypatch: pytest.MonkeyPatch) -> None:
    at = later(40)
    monkeypatch.setattr(clock, "now", lambda: at)
    monkeypatch.setattr(brake, "_postgresql_now", lambda: at)


def unpaid() -> UUID:
    order_id = place((an_offer(stock=1), 1)).order.id
    assert orders.expire(order_id, now() + timedelta(minutes=15))
    return order_id


def said(capsys: Any, *arguments: str) -> list[str]:
    assert main(["privacy", "night", *arguments]) == 0
    return capsys.readouterr().out.splitlines()


def test_it_says_what_left(capsys: Any, sandbox: Any) -> None:
    unpaid()
    unpaid()
    checkout.open_basket("fr", now())
    dry = said(capsys, "--dry-run")
    before = dump()
    assert dry[0].endswith("would leave; nothing was touched")
    assert "contact: 2 erased" in dry
    assert any(line.startswith("stale_baskets: ") for line in dry)
    assert before == dump()
    assert (Contact.objects.count(), Basket.objects.exists()) == (2, True)
    assert not Night.objects.exists()

    done = said(capsys)
    # Exactly what was shown.
    assert done[0] == dry[0].replace(" would leave; nothing was touched", " left")
    assert done[1:] == dry[1:]
    assert (Contact.objects.count(), Basket.objects.exists()) == (0, False)
    assert Night.objects.count() == 1
    # Twice is once.
    assert [line for line in said(capsys)[1:] if "erased" in line] == []
    assert Act.objects.count() == 2


def test_a_dry_run_touches_nothing(capsys: Any, sandbox: Any) -> None:
    unpaid()
    checkout.open_basket("fr", now())
    before = dump()
    said(capsys, "--dry-run")
    assert dump() == before


def test_too_much_waits_for_staff(capsys: Any, sandbox: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr("reprise.privacy.actions.nights.MANY", 0)
    unpaid()
    for arguments in (["--dry-run"], []):
        lines = said(capsys, *arguments)
        assert any(line.startswith("contact: 1 at once") for line in lines)
        assert Contact.objects.count() == 1
        assert Brake.objects.exists() is (arguments == [])


def test_an_order_whose_dates_contradict_each_other_is_named(
    capsys: Any, sandbox: Any, monkeypatch: Any
) -> None:
    with playing(now()):
        made = [bought(sandbox) for _ in range(3)]
    for each in made:
        delivered_before_placed(each.id)
    monkeypatch.setattr("reprise.cli.nights.LISTED", 2)
    for arguments in (["--dry-run"], []):
        assert main(["privacy", "night", *arguments]) == 1
        lines = capsys.readouterr().out.splitlines()
        named = [line for line in lines if "its dates contradict each other" in line]
        assert len(named) == 2
        assert all(line.startswith("contact R-") for line in named)
        assert "and 1 more order whose dates do" in lines
        assert "3 could not be done, as said above; the next night tries again." in lines


def test_what_fails_is_told_and_stops_nothing(capsys: Any, sandbox: Any, monkeypatch: Any) -> None:
    first, _ = sorted((unpaid(), unpaid()))
    real = contacts.take

    def broken(order_id: UUID, *rest: Any) -> Any:
        if order_id == first:
            raise RuntimeError("broken")
        return real(order_id, *rest)

    def breaks(at: datetime) -> int:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(contacts, "take", broken)
        patched.setattr(sweeps, "FORGETTING", (breaks, sweeps.stale_baskets))
        assert main(["privacy", "night"]) == 1
    out = capsys.readouterr().out
    assert "contact: 1 erased" in out
    assert "2 could not be done" in out
    assert [row.order_id for row in Contact.objects.all()] == [first]
