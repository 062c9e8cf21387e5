"""check-books finds what contradicts the books: each corruption is planted by the tables' owner."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from reprise.books import steps
from reprise.books.checks import Check
from reprise.books.proof import findings
from reprise.cli import main
from reprise.shipping import actions as shipping
from reprise.shipping.models import Shipment
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import Sale, pay, place
from tests.planted import corrupt, failed
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


def _elsewhere(market: str, currency: str) -> str:
    """The commission stands in a purse of the seller's that the sale was not made in."""
    there = (
        "(SELECT b.id FROM ledger_account a JOIN ledger_account b"
        " ON (b.seller_id, b.kind) = (a.seller_id, a.kind) AND b.id <> a.id WHERE a.id = {})"
    )
    return (
        "INSERT INTO ledger_account (id, seller_id, market, currency, kind, holder)"  # noqa: S608
        f" SELECT gen_random_uuid(), seller_id, {market}, {currency}, kind, holder"
        " FROM ledger_account WHERE kind IN ('clearing', 'commission') AND seller_id ="
        " (SELECT seller_id FROM ledger_account WHERE kind = 'commission');"
        f"UPDATE ledger_transfer SET market = {market}, currency = {currency},"
        f" debit_id = {there.format('debit_id')}, credit_id = {there.format('credit_id')}"
        " WHERE code = 'commission'"
    )


# What is done to the books of a delivered sale (and an unpaid one), and the check that says so.
CORRUPTIONS = {
    "a unit from nowhere": ("stock", "UPDATE offers_offer SET available = available + 1"),
    "a line that was never reserved": (
        "reservations",
        "DELETE FROM offers_stockmovement WHERE kind = 'reserve'",
    ),
    "a line that changed its state alone": (
        "order log",
        "UPDATE orders_line SET state = 'accepted' WHERE state = 'reserved'",
    ),
    "a price that is not the order's": (
        "orders",
        "UPDATE orders_line SET price = price - 1, commission = 0 WHERE state = 'delivered'",
    ),
    "a commission that was not agreed": (
        "hash chains",
        "UPDATE orders_line SET commission = 0 WHERE state = 'reserved'",
    ),
    "a guarantee that was not agreed": (
        "hash chains",
        "UPDATE orders_line SET warranty_months = 1",
    ),
    "a past step": ("hash chains", "UPDATE orders_step SET reason = 'other' WHERE seq = 2"),
    "a step that is gone": ("order log", "DELETE FROM orders_step WHERE seq = 1"),
    "money that was not captured": (
        "ledger and payments",
        "UPDATE payments_part SET captured = captured - 1 WHERE captured > 1",
    ),
    "a payment that is not its parts": (
        "payments",
        "UPDATE payments_payment SET captured = captured - 1 WHERE captured > 1",
    ),
    "a refund that nobody was told of": (
        "refunds under way",
        "UPDATE payments_part SET refund_asked = 1 WHERE captured > 1",
    ),
    "a hold of a payment that is not held": (
        "holds",
        "UPDATE payments_payment SET state = 'authorised' WHERE state = 'created'",
    ),
    "a deleted earning": (
        "clearing",
        "DELETE FROM ledger_booking; DELETE FROM ledger_transfer WHERE code = 'earned'",
    ),
    "a movement that the statement does not tell": ("statements", "DELETE FROM ledger_booking"),
    "a movement in a month that was closed without it": (
        "statements",
        "INSERT INTO ledger_closing (id, seller_id, market, currency, account_id, until)"
        " SELECT gen_random_uuid(), seller_id, market, currency, account_id,"
        " booked_at + interval '1 second' FROM ledger_booking LIMIT 1",
    ),
    "a seller credited from nowhere": (
        "ledger entries",
        "INSERT INTO ledger_transfer SELECT gen_random_uuid(), t.seller_id, t.market, t.currency,"
        " t.credit_id, t.debit_id, 5000000, 'posted', NULL, NULL, NULL, 'x', 'gift',"
        " gen_random_uuid(), NULL, NULL, NULL, t.booked_on, t.at FROM ledger_transfer t"
        " WHERE code = 'earned' LIMIT 1",
    ),
    "an earning of an unknown line": (
        "earnings",
        "INSERT INTO ledger_transfer SELECT gen_random_uuid(), t.seller_id, t.market, t.currency,"
        " t.debit_id, t.credit_id, 5000000, 'posted', NULL, NULL, NULL, 'x', 'earned',"
        " gen_random_uuid(), gen_random_uuid(), NULL, NULL, t.booked_on, t.at"
        " FROM ledger_transfer t WHERE code = 'earned' LIMIT 1",
    ),
    "commission moved to the seller": (
        "earnings",
        "DELETE FROM ledger_booking;"
        " UPDATE ledger_transfer SET amount = amount + 1 WHERE code = 'earned'",
    ),
    "a premium that was not agreed": (
        "hash chains",
        "UPDATE orders_line SET premium = premium - 1 WHERE premium > 0",
    ),
    "a premium that is not in the order's total": (
        "orders",
        "UPDATE orders_line SET premium = premium - 1 WHERE premium > 0",
    ),
    "another excess than was agreed": (
        "hash chains",
        "UPDATE orders_line SET cover = jsonb_set(cover, '{excess}', '0') WHERE premium > 0",
    ),
    "insurance that nobody bought": (
        "hash chains",
        "UPDATE orders_order SET insurance = 100, total = total + 100 WHERE insurance = 0",
    ),
    "a premium that is no part of the payment": (
        "premiums",
        "DELETE FROM payments_part WHERE amount = 3490",
    ),
    "a premium that is a seller's part": (
        "premiums",
        "UPDATE payments_part SET seller_id = (SELECT seller_id FROM orders_line LIMIT 1)"
        " WHERE amount = 3490",
    ),
    "a premium that is still in clearing": (
        "insurance in flight",
        "DELETE FROM ledger_transfer WHERE code = 'premium'",
    ),
    "a premium that its insurer is not owed": (
        "owed to insurers",
        "DELETE FROM ledger_transfer WHERE code = 'premium'",
    ),
    "an insurer owed too much": (
        "owed to insurers",
        "UPDATE ledger_transfer SET amount = amount + 1 WHERE code = 'premium'",
    ),
    "another insurer owed": (
        "owed to insurers",
        "UPDATE ledger_account SET holder = 'other' WHERE kind = 'insurer'",
    ),
    "a premium paid to a seller": (
        "ledger entries",
        "UPDATE ledger_account SET kind = 'payable', holder = '' WHERE kind = 'insurer'",
    ),
    "a premium booked as the platform's fee": (
        "ledger entries",
        "UPDATE ledger_transfer SET credit_id = (SELECT id FROM ledger_account WHERE kind = 'fee')"
        " WHERE code = 'premium'",
    ),
    "a premium earned for another line": (
        "owed to insurers",
        "UPDATE ledger_transfer SET line_id = (SELECT id FROM orders_line WHERE premium = 0"
        " AND state = 'delivered') WHERE code = 'premium'",
    ),
    "another service fee": (
        "earnings",
        "UPDATE ledger_transfer SET amount = 1 WHERE code = 'service_fee'",
    ),
    "a service fee for no order": (
        "ledger entries",
        "INSERT INTO ledger_transfer SELECT gen_random_uuid(), t.seller_id, t.market, t.currency,"
        " t.debit_id, t.credit_id, 5000000, 'posted', NULL, NULL, NULL, 'x', 'service_fee',"
        " gen_random_uuid(), NULL, NULL, NULL, t.booked_on, t.at"
        " FROM ledger_transfer t WHERE code = 'service_fee' LIMIT 1",
    ),
    "a service fee for a contract": (
        "ledger entries",
        "INSERT INTO ledger_transfer SELECT gen_random_uuid(), t.seller_id, t.market, t.currency,"
        " t.debit_id, t.credit_id, 5000000, 'posted', NULL, NULL, NULL, 'x', 'service_fee',"
        " (SELECT id FROM orders_sellerorder LIMIT 1), NULL, NULL, NULL, t.booked_on, t.at"
        " FROM ledger_transfer t WHERE code = 'service_fee' LIMIT 1",
    ),
    "a service fee given back out of a seller's purse": (
        "ledger entries",
        "INSERT INTO ledger_account SELECT gen_random_uuid(), seller_id, market, currency, 'fee',"
        " '' FROM ledger_account WHERE kind = 'payable';"
        "INSERT INTO ledger_transfer SELECT gen_random_uuid(), f.seller_id, f.market, f.currency,"
        " f.id, c.id, 399, 'posted', NULL, NULL, NULL, 'x', 'fee_returned',"
        " (SELECT id FROM orders_order LIMIT 1), NULL, NULL, NULL, now()::date, now()"
        " FROM ledger_account f JOIN ledger_account c ON c.seller_id = f.seller_id"
        " AND c.kind = 'clearing' JOIN ledger_account p ON p.seller_id = f.seller_id"
        " AND p.kind = 'payable' WHERE f.kind = 'fee'",
    ),
    "a commission of another market": ("ledger entries", _elsewhere("'de'", "currency")),
    "a commission in another currency": ("ledger entries", _elsewhere("market", "'JPY'")),
    "money of another provider": (
        "ledger entries",
        "UPDATE ledger_account SET holder = 'bank' WHERE kind = 'provider'",
    ),
    "a parcel that never was": ("deliveries", "DELETE FROM shipping_item"),
    "a delivered parcel on its way": (
        "deliveries",
        "UPDATE shipping_shipment SET state = 'moving'",
    ),
    "device numbers that are gone": ("deliveries", "DELETE FROM orders_linedevice"),
    "an order that is gone": (
        "orders",
        "DELETE FROM orders_order WHERE id IN (SELECT order_id FROM orders_line"
        " WHERE state = 'reserved')",
    ),
    "an instruction that is not its parts": (
        "decisions",
        "UPDATE payments_instruction SET amount = amount + 1 WHERE verb = 'capture'",
    ),
    "a capture that nobody asked for": (
        "instructions carried out",
        "DELETE FROM payments_instruction WHERE verb = 'capture'",
    ),
    "another capture than was asked for": (
        "instructions carried out",
        "UPDATE payments_instruction SET amount = amount - 1, parts = (SELECT jsonb_object_agg("
        "key, CASE value WHEN '399' THEN 398 ELSE value::int END) FROM jsonb_each_text(parts))"
        " WHERE verb = 'capture'",
    ),
    "a refund that nobody asked for": (
        "instructions carried out",
        "UPDATE payments_part SET refund_asked = 1, refunded = 1 WHERE captured > 1",
    ),
    "a refused refund": (
        "decisions",
        "INSERT INTO payments_instruction SELECT gen_random_uuid(), 'refund', 'r', 1, '{}',"
        " asked_at, 'refused', 1, 'no', '', now(), payment_id FROM payments_instruction LIMIT 1",
    ),
    "an event that nobody had": (
        "events",
        "UPDATE outbox_event SET at = now() - interval '2 hours';"
        " DELETE FROM outbox_delivery WHERE listener LIKE '%make_the_sale_final'",
    ),
    "money that the provider does not have": (
        "provider books",
        "UPDATE payments_payment SET provider_ref = 'pay_x' WHERE state = 'captured'",
    ),
    "a payment in another currency than the provider's": (
        "provider books",
        "UPDATE payments_payment SET currency = 'USD' WHERE state = 'captured'",
    ),
}


@pytest.fixture
def sold(sandbox: Any) -> Sale:
    case = an_offer(stock=3, price=20000, shipping=300)
    sale = place((case, 2), insured={case.id: {1}})
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    parcel = Shipment.objects.get(id=sale.ship(case))
    shipping.receive_scan(
        carrier=parcel.carrier,
        event_id="one",
        tracking=parcel.tracking,
        kind="delivered",
        occurred_at=now(),
        now=now(),
    )
    drain()
    place((case, 1))
    assert not findings()
    return sale


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_a_corruption_is_found(sold: Sale, name: str) -> None:
    check, statement = CORRUPTIONS[name]
    corrupt(statement)
    assert check in failed()


ROOT = Path(__file__).parents[2]
OPERATE = (ROOT / "docs/operate/README.md").read_text(encoding="utf-8")


def test_the_books_that_are_wrong_say_where_it_is_told_what_to_do(
    sold: Sale, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check-books"]) == 0
    assert "The books are right." in capsys.readouterr().out
    corrupt(
        "UPDATE orders_line SET state_at = state_at - interval '1 day' WHERE state = 'delivered'"
    )
    assert main(["check-books"]) == 1
    out = capsys.readouterr().out
    assert "delivered since" in out
    file, heading = re.findall("see (.+), “(.+)”", out)[0]
    assert f"\n## {heading}\n" in (ROOT / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("check", steps.CHECKS, ids=lambda check: check.name)
def test_what_a_finding_about_a_log_means_is_told(check: Check) -> None:
    texts = [text for text in re.findall("format\\('([^']+)'", check.query) if text[:2] == "%s"]
    assert len(texts) == 5
    for text in texts:
        said = max(text.split("%s"), key=len).strip(" ,")
        assert said in OPERATE, said


def test_two_payments_that_point_at_each_others_money_are_found(sandbox: Any) -> None:
    """Every amount is right, but the next refund would go to the wrong buyer."""
    case = an_offer(stock=2, price=20000)
    first, second = place((case, 1)), place((case, 1))
    for sale in (first, second):
        pay(sale, sandbox)
    assert not findings()
    mine, others = first.payment.provider_ref, second.payment.provider_ref
    point = "UPDATE payments_payment SET provider_ref = %(ref)s WHERE id = %(id)s"
    corrupt(point, ref="x", id=first.payment_id)
    corrupt(point, ref=mine, id=second.payment_id)
    corrupt(point, ref=others, id=first.payment_id)
    assert failed() == {"provider books"}
