"""What a seller is owed, since when and for what."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reprise.kernel.ids import new_id
from reprise.kernel.money import Money
from reprise.ledger.models import Transfer
from reprise.ledger.owed import NAMED, owed, owing, totals
from tests.cast import a_seller
from tests.moment import now
from tests.web.seller.test_statement import earn

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_owed_is_the_balance_of_each_market() -> None:
    seller, other, stranger = a_seller(), a_seller("Werkstatt Elbe"), a_seller("Rival")
    at = now() - timedelta(hours=3)
    earn(seller, 10_000, at)
    earn(seller, 2_500, at + timedelta(minutes=1))
    earn(seller, 700, at, market="be")
    earn(other, 40, at)
    earn(stranger, 1, at)
    found = owed([seller.id, other.id])
    assert {(each.seller_id, each.market, each.amount.minor) for each in found} == {
        (seller.id, "fr", 12_500), (seller.id, "be", 700), (other.id, "fr", 40),
    }  # fmt: skip
    assert totals(found) == [Money(13_240, "EUR")]
    (fr,) = (each for each in found if each.amount.minor == 12_500)
    assert fr.moved == at + timedelta(minutes=1)


def test_nobody_is_owed_what_was_paid_or_less_than_nothing() -> None:
    paid, owes = a_seller(), a_seller("Werkstatt Elbe")
    earn(paid, 500, now())
    earn(paid, -500, now())
    earn(owes, -1, now())
    assert owed([paid.id, owes.id, new_id()]) == owed([]) == []
    assert owing([]) == {}
    assert totals([]) == []


def test_since_when_and_for_what_begins_anew_when_it_was_paid() -> None:
    seller = a_seller()
    at = now() - timedelta(hours=3)
    for minor, minutes in ((500, 0), (-500, 1), (300, 2), (200, 3), (-100, 4)):
        earn(seller, minor, at + timedelta(minutes=minutes))
    (only,) = owed([seller.id])
    assert only.amount == Money(400, "EUR")
    found = owing([only])[only.account_id]
    assert (found.since, found.movements) == (at + timedelta(minutes=2), 3)
    newest = list(Transfer.objects.order_by("-at").values_list("reference", flat=True))
    assert found.references == tuple(newest[:3])


def test_so_many_are_named() -> None:
    seller = a_seller()
    for _ in range(NAMED + 1):
        earn(seller, 1, now())
    (only,) = owed([seller.id])
    found = owing([only])[only.account_id]
    assert (found.movements, len(found.references)) == (NAMED + 1, NAMED)
