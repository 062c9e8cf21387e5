"""Each date of the books that is moved by a day is found, and nothing else is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from reprise.books import checks
from reprise.books.dates import CHECKS
from reprise.books.proof import findings
from reprise.orders import chain
from reprise.orders.models import Order
from reprise.payments import actions as payments
from reprise.payments.models import Instruction
from reprise.privacy.actions import contracts
from reprise.privacy.actions.nights import run
from reprise.sellers import actions as sellers
from tests import database
from tests.books.dated import every_story, long_ago
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.planted import corrupt
from tests.privacy.cases import bought
from tests.privacy.test_journal import STAFF
from tests.privacy.test_sold import erased
from tests.privacy.test_traders import ended, staffed

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)
BOTH = (DAY, -DAY)


@dataclass(frozen=True)
class Moved:
    """``columns`` of the rows of ``table`` of which ``where`` is true, which ``check`` finds."""

    check: str
    table: str
    columns: str
    where: str = "true"
    ways: tuple[timedelta, ...] = BOTH
    unguarded: bool = field(default=False)

    def by(self, way: timedelta) -> None:
        names = self.columns.split()
        moved = ", ".join(f"{name} = {name} + %(way)s" for name in names)
        corrupt(f"UPDATE {self.table} SET {moved}"  # noqa: S608
                f" WHERE {names[0]} IS NOT NULL AND {self.where}",
                unguarded=self.table if self.unguarded else "", way=way)  # fmt: skip


ORDER, GIVEN, PARCEL = "order dates", "deadlines given", "parcel dates"
PAYMENT, LEDGER, END = "payment dates", "ledger dates", "ends of contracts"
MOVED = [
    Moved(ORDER, "orders_order", "placed_at"),
    Moved(ORDER, "orders_order", "pay_by"),
    Moved(ORDER, "orders_sellerorder", "placed_at"),
    Moved(ORDER, "payments_payment", "created_at"),
    Moved(ORDER, "payments_payment", "pay_by"),
    *(Moved(ORDER, "orders_line", "state_at", f"state = '{state}'")
      for state in ("reserved", "expired", "paid", "refused", "cancelled", "sold",
                    "shipped", "delivered")),
    Moved(ORDER, "offers_stockmovement", "at", "kind = 'reserve' AND round = 1"),
    Moved(ORDER, "offers_stockmovement", "at", "kind = 'reserve' AND round = 2"),
    Moved(ORDER, "offers_stockmovement", "at", "kind = 'release'"),
    Moved(GIVEN, "orders_sellerorder", "accept_by"),
    Moved(GIVEN, "payments_payment", "authorised_at"),
    Moved(GIVEN, "payments_payment", "capture_by"),
    Moved(GIVEN, "orders_line", "ship_by"),
    Moved(PARCEL, "orders_linedevice", "at", "round = 1"),
    Moved(PARCEL, "orders_linedevice", "at", "round = 2"),
    Moved(PARCEL, "shipping_shipment", "created_at", "state <> 'created'"),
    Moved(PARCEL, "shipping_shipment", "created_at state_at", "state = 'created'"),
    Moved(PARCEL, "shipping_shipment", "since"),
    *(Moved(PARCEL, "shipping_shipment", "state_at", f"state = '{state}'")
      for state in ("created", "moving", "delivered", "returned")),
    Moved(PARCEL, "shipping_shipment", "vouched_at"),
    Moved(PARCEL, "shipping_shipment", "state_at vouched_at", "vouched_at IS NOT NULL"),
    Moved(PARCEL, "shipping_number", "given_up_at"),
    Moved(PARCEL, "shipping_scan", "received_at", "outcome = 'applied' AND kind = 'delivered'"),
    *(Moved(PAYMENT, "payments_payment", "state_at", f"state = '{state}'")
      for state in ("created", "started", "authorised", "captured", "released", "declined")),
    Moved(PAYMENT, "payments_payment", "state_at", "state = 'expired'", (-DAY,)),
    Moved(PAYMENT, "payments_payment", "created_at"),
    Moved(PAYMENT, "payments_payment", "adopted_at"),
    Moved(PAYMENT, "payments_payment", "authorised_at",
          "id::text IN (SELECT reference FROM payments_notice)"),
    *(Moved(PAYMENT, "payments_instruction", "asked_at", f"verb = '{verb}'")
      for verb in ("authorize", "capture", "release", "refund")),
    *(Moved(PAYMENT, "payments_instruction", "answered_at", f"verb = '{verb}' AND state = 'done'")
      for verb in ("capture", "release", "refund")),
    Moved(PAYMENT, "payments_instruction", "answered_at", "state = 'refused' AND verb = 'capture'"),
    Moved(PAYMENT, "payments_instruction", "answered_at", "state = 'refused' AND verb = 'refund'",
          (-DAY,)),
    Moved(PAYMENT, "payments_notice", "received_at"),
    Moved(PAYMENT, "payments_notice", "received_at", "kind = 'payment.declined'"),
    Moved(PAYMENT, "payments_notice", "occurred_at", "kind = 'payment.authorised'"),
    *(Moved(LEDGER, "ledger_transfer", "at booked_on", f"code = '{code}'")
      for code in ("earned", "commission", "premium", "service_fee", "fee_returned")),
    *(Moved(PAYMENT, "ledger_transfer", "at", f"code = '{code}'")
      for code in ("authorised", "collected", "captured", "released", "refunded")),
    Moved(LEDGER, "ledger_transfer", "at booked_on",
          "id IN (SELECT max(id::text)::uuid FROM ledger_transfer WHERE code = 'captured'"
          " GROUP BY payment_id)"),
    Moved(LEDGER, "ledger_transfer", "booked_on"),
    Moved(LEDGER, "ledger_booking", "booked_at since", ways=(-DAY,)),
    Moved(LEDGER, "ledger_booking", "booked_at", "number = (SELECT max(number)"
          " FROM ledger_booking b WHERE b.account_id = ledger_booking.account_id)", (DAY,)),
    Moved(LEDGER, "ledger_closing", "until"),
    Moved(END, "sellers_ending", "ended_on"),
    Moved(END, "privacy_act", "until", "verb = 'ended'", unguarded=True),
    Moved(END, "sellers_seller", "ended_on"),
]  # fmt: skip


def found() -> set[str]:
    return {finding.check for check in CHECKS for finding in checks.run(check)}


def test_an_end_without_an_act_is_found() -> None:
    """Whoever has the running role calls the functions, and writes no act."""
    seller = staffed()
    sellers.end_contract(seller.id, now().date(), now())
    assert found() == {END}
    sellers.take_back_end(seller.id, now())
    assert found() == {END}, "it runs, but nobody says who ended it"
    contracts.end(seller.id, now().date() - DAY, STAFF, now())
    assert found() == set(), "somebody has looked at it"
    contracts.take_back(seller.id, STAFF, now())
    assert found() == set()
    sellers.end_contract(seller.id, now().date() - DAY, now())
    assert found() == {END}, "the act of that day was taken back"


@pytest.mark.parametrize("way", [2 * DAY, -2 * DAY])
def test_nor_does_an_act_of_another_time_say_so(way: timedelta) -> None:
    """Ended and taken back once more, on the day of which acts tell: the seller runs as before."""
    seller = staffed()
    contracts.end(seller.id, now().date(), STAFF, now())
    contracts.take_back(seller.id, STAFF, now())
    assert found() == set()
    corrupt("UPDATE privacy_act SET at = at + %(way)s", unguarded="privacy_act", way=way)
    sellers.end_contract(seller.id, now().date(), now())
    sellers.take_back_end(seller.id, now())
    assert found() == {END}
    corrupt("UPDATE privacy_act SET replayed = true", unguarded="privacy_act")
    assert found() == set(), "what a backup has brought back was ended before it was put back"


def test_what_ended_before_there_were_acts_is_none() -> None:
    ended(staffed(), 3)
    assert found() == set()


def test_a_date_that_was_moved_is_found(sandbox: Any) -> None:
    every_story(sandbox)
    assert findings() == []
    missed = []
    for each in MOVED:
        for way in each.ways:
            each.by(way)
            if each.check not in found():
                missed.append((each, way))
            each.by(-way)
    assert missed == []
    assert findings() == [], "each date is where it was"


def booked(way: timedelta, *codes: str) -> None:
    corrupt("UPDATE ledger_transfer SET at = at + %(way)s, booked_on ="
            " ((at + %(way)s) AT TIME ZONE 'Europe/Paris')::date WHERE code = ANY(%(codes)s)",
            way=way, codes=list(codes))  # fmt: skip


# Whoever moves every place without a hash in which a moment of a payment stands leaves what is said
# before and after it.
@pytest.mark.parametrize("way", [3 * DAY, -3 * DAY])
def test_money_is_held_after_it_was_asked_for_and_before_its_order_is_taken_in(
    sandbox: Any, way: timedelta
) -> None:
    bought(sandbox)
    Moved(PAYMENT, "payments_payment", "adopted_at").by(way)
    booked(way, "authorised")
    assert found() == {PAYMENT}


def test_money_is_collected_before_its_order_says_so(sandbox: Any) -> None:
    bought(sandbox)
    way = 20 * DAY
    Moved(PAYMENT, "payments_payment", "state_at").by(way)
    Moved(PAYMENT, "payments_instruction", "answered_at", "verb = 'capture'").by(way)
    booked(way, "captured", "released")
    assert found() == {PAYMENT}


def test_a_parcel_is_delivered_once(sandbox: Any) -> None:
    """A message that the carrier never sent, as whoever has the running role can insert it."""
    bought(sandbox)
    for kind, days in (("delivered", 20), ("handed_over", 30)):
        database.run(
            "INSERT INTO shipping_scan SELECT (jsonb_populate_record(n, jsonb_build_object("
            " 'id', gen_random_uuid(), 'event_id', %s::text, 'kind', %s::text,"
            " 'received_at', n.received_at - make_interval(days => %s)))).*"
            " FROM shipping_scan n WHERE kind = 'delivered' AND event_id NOT LIKE 'no %%'",
            f"no {kind}", kind, days,
        )  # fmt: skip
        database.run(
            "UPDATE shipping_shipment SET state_at = n.received_at FROM shipping_scan n"
            " WHERE n.event_id = %s", f"no {kind}",
        )  # fmt: skip
        assert found() == {PARCEL}, kind
        corrupt("DELETE FROM shipping_scan WHERE event_id LIKE 'no %'", unguarded="shipping_scan")


@pytest.mark.parametrize("verb", ["authorize", "capture", "refund", "release"])
def test_what_was_answered_was_answered_at_some_time(sandbox: Any, verb: str) -> None:
    every_story(sandbox)
    database.run(
        "UPDATE payments_instruction SET answered_at = NULL WHERE state <> 'open' AND verb = %s",
        verb,
    )
    assert found() == {PAYMENT}


def test_nothing_is_delivered_before_its_parcel(sandbox: Any) -> None:
    bought(sandbox)
    for each in (Moved(PARCEL, "shipping_shipment", "state_at"),
                 Moved(PARCEL, "shipping_scan", "received_at")):  # fmt: skip
        each.by(DAY)
    assert found() == {PARCEL}


def test_a_payment_that_is_started_twice_was_answered_once(sandbox: Any) -> None:
    """Two windows of one buyer, who both saw it before it was started."""
    sale = place((an_offer(stock=1), 1))
    seen = sale.payment
    for minutes in (1, 2):
        payments.start(
            seen, merchant_reference=sale.order.reference, language="fr",
            return_url="http://shop.example/back", now=now() + timedelta(minutes=minutes),
        )  # fmt: skip
    assert Instruction.objects.get().answered_at == now() + timedelta(minutes=1)
    assert findings() == []


def test_since_when_money_is_held_the_provider_says_as_well(sandbox: Any) -> None:
    bought(sandbox)
    moved = Moved(GIVEN, "payments_payment", "authorised_at")
    moved.by(timedelta(minutes=55))
    assert {each.check for each in findings()} == {GIVEN}, "two accounts of one moment"
    moved.by(timedelta(minutes=10))
    assert {each.check for each in findings()} == {GIVEN, "provider books"}


def test_a_log_of_before_commits_to_no_times(sandbox: Any, monkeypatch: Any) -> None:
    """What it does not say is not compared; all else is."""
    monkeypatch.setattr(chain, "times_hash", lambda *_: "")
    bought(sandbox)
    assert findings() == []
    for column in ("accept_by", "ship_by"):
        table = {"accept_by": "orders_sellerorder", "ship_by": "orders_line"}[column]
        Moved(GIVEN, table, column).by(DAY)
    assert found() == set()
    Moved(ORDER, "orders_order", "placed_at").by(DAY)
    assert found() == {ORDER}


def test_a_statement_goes_on_where_a_month_was_closed(sandbox: Any) -> None:
    """A transfer from the last minutes of a month that was shown as closed (decision 0017)."""
    bought(sandbox)
    assert found() == set()
    ahead = "(date_trunc('month', now() AT TIME ZONE 'Europe/Paris') + interval '1 month')" \
            " AT TIME ZONE 'Europe/Paris'"  # fmt: skip
    corrupt(f"UPDATE ledger_booking SET booked_at = {ahead}")  # noqa: S608
    assert found() == {LEDGER}
    corrupt("INSERT INTO ledger_closing (id, seller_id, market, currency, account_id, until)"  # noqa: S608
            f" SELECT gen_random_uuid(), seller_id, market, currency, account_id, {ahead}"
            " FROM ledger_booking")  # fmt: skip
    assert found() == set()


def test_an_order_of_long_ago_and_what_has_left_of_it(sandbox: Any) -> None:
    made = bought(sandbox)
    long_ago(11)
    assert findings() == []
    erased(made.id)
    assert found() == set(), "its devices have left, with who bought them"
    assert run(now()).done == {"sale": 1}
    assert Order.objects.get().is_nameless
    assert findings() == []
    Moved(ORDER, "orders_order", "placed_at").by(DAY)
    assert found() == {ORDER}, "what is left is compared"
