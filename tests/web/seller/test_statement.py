"""The account as a bank would print it: in booked order, joined month to month, as a file too."""

from __future__ import annotations

import csv
import re
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from reprise.kernel import clock
from reprise.kernel.ids import new_id
from reprise.kernel.money import Money
from reprise.ledger import actions, queries
from reprise.ledger.states import AccountKind
from reprise.orders.models import Line
from reprise.sellers.models import Seller
from reprise.shipping import actions as shipping
from reprise.shipping.models import Shipment
from tests.cast import OfferCase, a_seller, an_offer
from tests.moment import now
from tests.orders.sale import Sale, pay, place
from tests.web.seller.room import clerk_of, words
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
# Midnight between September and October in Paris, in summer time.
MIDNIGHT = datetime(2026, 9, 30, 22, 0, tzinfo=UTC)


def earn(seller: Seller, minor: int, at: datetime, market: str = "fr") -> None:
    purse = actions.Purse(seller.id, market, "EUR")
    with transaction.atomic():
        payable = actions.account(purse, AccountKind.PAYABLE)
        clearing = actions.account(purse, AccountKind.CLEARING)
        debit, credit = (clearing, payable) if minor > 0 else (payable, clearing)
        step = actions.Step(key=str(new_id()), code="earned", reference=new_id())
        actions.transfer(purse, debit, credit, Money(abs(minor), "EUR"), step, at=at)


@pytest.fixture
def seller(monkeypatch: pytest.MonkeyPatch) -> Seller:
    """Two movements in September, as the market counts days, three in October, none after."""
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 15, 12, tzinfo=UTC))
    seller = a_seller()
    for minor, seconds in ((10_000, -7200), (2_500, -1), (40, 0), (-1_540, 60), (5_000, 86_400)):
        earn(seller, minor, MIDNIGHT + timedelta(seconds=seconds))
    return seller


def told(client: Client, query: str = "") -> str:
    answer = client.get(f"/seller/statement/{query}")
    assert answer.status_code == 200
    return words(answer.content.decode())


def file(client: Client, query: str = "") -> list[list[str]]:
    answer = client.get(f"/seller/statement/bookings.csv{query}")
    assert answer.status_code == 200
    text = answer.content.decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def cents(text: str) -> int:
    return int(text.replace(",", "").replace(".", ""))


def test_a_month_leads_from_its_opening_to_its_closing_balance(seller: Seller) -> None:
    said = told(clerk_of(seller), "?month=2026-10")
    assert (
        "Opening balance 125,00 € Credits 50,40 € Debits 15,40 € Closing balance 160,00 €" in said
    )
    rows = [
        "3 1 Oct 2026, 00:00 Delivered sale, less commission 0,40 € 125,40 €",
        "4 1 Oct 2026, 00:01 Delivered sale, less commission -15,40 € 110,00 €",
        "5 2 Oct 2026, 00:00 Delivered sale, less commission 50,00 € 160,00 €",
    ]
    places = [said.index(row) for row in rows]
    assert places == sorted(places)


def test_the_second_before_midnight_is_the_month_before(seller: Seller) -> None:
    said = told(clerk_of(seller), "?month=2026-09")
    assert "2 30 Sept 2026, 23:59 Delivered sale, less commission 25,00 € 125,00 €" in said
    assert "Closing balance 125,00 €" in said
    assert "3 1 Oct" not in said


def test_a_month_without_movements_says_so_and_carries_the_balance(seller: Seller) -> None:
    said = told(clerk_of(seller))
    assert "November 2026" in said
    assert "No movement in this month." in said
    assert "Opening balance 160,00 €" in said
    assert "Closing balance 160,00 €" in said


@pytest.mark.parametrize("query", ["?month=2026-13", "?month=x", "?account=zz-eur", "?page=99"])
def test_what_the_address_cannot_mean_is_ignored(seller: Seller, query: str) -> None:
    assert "November 2026" in told(clerk_of(seller), query)


def test_months_are_offered_from_the_first_movement_to_now(seller: Seller) -> None:
    text = clerk_of(seller).get("/seller/statement/").content.decode()
    assert re.findall(r'<option value="(\d{4}-\d\d)"', text) == ["2026-11", "2026-10", "2026-09"]


def test_each_market_has_its_own(seller: Seller) -> None:
    earn(seller, 777, MIDNIGHT, market="be")
    client = clerk_of(seller)
    assert "7,77 €" in told(client, "?account=be-eur&month=2026-10")
    said = told(client, "?account=fr-eur&month=2026-10")
    assert "owed to you, France" in said
    assert "Closing balance 160,00 €" in said


def test_the_last_closing_balance_is_the_ledgers(seller: Seller) -> None:
    rows = file(clerk_of(seller, "fr"))
    (payable,) = (row.amount.minor for row in queries.balances(seller.id) if row.kind == "payable")
    assert cents(rows[-1][7]) == payable == 16_000


def test_the_file_has_every_row_in_booked_order_and_joins_the_next_one(seller: Seller) -> None:
    client = clerk_of(seller, "fr")
    september, october = (file(client, f"?month=2026-{month}") for month in ("09", "10"))
    assert september[0] == [
        "N°", "Date", "Heure", "Quoi", "Commande", "Appareil", "Montant", "Solde", "Devise",
    ]  # fmt: skip
    assert [row[0] for row in october[1:]] == ["", "3", "4", "5", ""]
    assert october[3][1:3] == ["2026-10-01", "00:01:00"]
    assert october[3][6:] == ["-15,40", "110,00", "EUR"]
    assert september[-1][7] == october[1][7] == "125,00"
    running = cents(october[1][7])
    for row in october[2:-1]:
        running += cents(row[6])
        assert cents(row[7]) == running
    assert running == cents(october[-1][7])


def test_english_has_commas_and_points(seller: Seller) -> None:
    answer = clerk_of(seller, "en").get("/seller/statement/bookings.csv?month=2026-10")
    assert ",-15.40,110.00,EUR\r\n" in answer.content.decode()
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="reprise-fr-eur-2026-10.csv"'
    )


def deliver(sale: Sale, case: OfferCase) -> None:
    parcel = Shipment.objects.get(id=sale.ship(case))
    shipping.receive_scan(
        carrier=parcel.carrier, event_id=str(parcel.id), tracking=parcel.tracking,
        kind="delivered", occurred_at=now(), now=now(),
    )  # fmt: skip
    drain()


def test_a_delivered_sale_names_its_order_and_device(sandbox: Any) -> None:
    case = an_offer(stock=1, price=20_000, shipping=300)
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    deliver(sale, case)
    line = Line.objects.get(seller_id=case.seller.id)
    client = clerk_of(case.seller, "fr")
    text = client.get("/seller/statement/").content.decode()
    reference = sale.contract(case).reference
    assert f'href="/seller/orders/{reference}/"' in text
    assert line.title in text
    (row,) = file(client)[2:-1]
    # 203.00 from the buyer, less ten per cent.
    assert row[4:7] == [reference, line.title, "182,70"]


def test_a_rival_sees_nothing_of_it(seller: Seller) -> None:
    rival = clerk_of(a_seller("Rival"))
    assert "No money has moved yet." in told(rival, "?account=fr-eur&month=2026-10")
    answer = rival.get("/seller/statement/bookings.csv?account=fr-eur&month=2026-10")
    assert answer.status_code == 404
    assert "160,00" not in answer.content.decode()


def test_a_long_month_is_paged_by_its_numbers(
    seller: Seller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reprise.web.seller.views.statement.PAGE", 2)
    client = clerk_of(seller)
    first, second = (told(client, f"?month=2026-10&page={page}") for page in (1, 2))
    assert "4 1 Oct 2026" in first
    assert "5 2 Oct 2026" not in first
    assert "5 2 Oct 2026" in second
    assert len(file(clerk_of(seller, "fr"), "?month=2026-10")) == 1 + 5


def test_a_month_that_was_shown_stays_as_it_was_read(seller: Seller) -> None:
    """A slow action carries a clock from before midnight, and money after the seller has looked."""
    client = clerk_of(seller)

    def shown() -> str:
        return told(client, "?month=2026-10").split("Statement: owed to you")[1]

    said = shown()
    assert "closed: nothing is added to this month any more" in said
    october, november = (f"/seller/statement/bookings.csv?month=2026-{each}" for each in (10, 11))
    before = client.get(october).content
    earn(seller, 700, MIDNIGHT + timedelta(days=2))
    assert shown() == said
    assert client.get(october).content == before
    (row,) = client.get(november).content.decode().splitlines()[2:-1]
    assert ",2026-11-01,00:00:00," in row
    assert ",7.00,167.00,EUR" in row


def test_who_looks_at_this_month_has_closed_the_one_before(seller: Seller) -> None:
    client = clerk_of(seller)
    assert "Opening balance 160,00 €" in told(client)
    assert "this month still runs" not in told(client, "?month=2026-09")
    earn(seller, 700, MIDNIGHT + timedelta(days=2))
    assert "Opening balance 160,00 €" in told(client)
