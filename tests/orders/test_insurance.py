"""The premium of each insured device, from the buyer to the insurer or back."""

from __future__ import annotations

from itertools import count
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from reprise.books.proof import findings
from reprise.checkout import actions as checkout
from reprise.ledger import queries as ledger
from reprise.ledger.models import Account, Transfer
from reprise.ledger.states import AccountKind
from reprise.orders import actions as orders
from reprise.orders import chain, log
from reprise.orders.agreed import facts_of, told_by
from reprise.orders.models import Line, Order, Said, Step
from reprise.payments import actions as payments
from reprise.payments.models import Instruction, Part, Payment
from reprise.sellers.models import PLATFORM, Trader
from reprise.shipping import actions as shipping
from reprise.shipping.models import Shipment
from tests.cast import OfferCase, an_offer
from tests.moment import now, playing
from tests.orders.sale import SELLER, Sale, pay, place, to_the_provider
from tests.sandbox import buyer as cards
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
_event = count(1)


def balance(owner: UUID, kind: AccountKind) -> int:
    return sum(row.amount.minor for row in ledger.balances(owner) if row.kind == kind.value)


def owed() -> int:
    return balance(PLATFORM, AccountKind.INSURER)


def in_flight() -> int:
    return balance(PLATFORM, AccountKind.CLEARING)


def scanned(parcel_id: UUID, kind: str) -> str:
    parcel = Shipment.objects.get(id=parcel_id)
    told = shipping.receive_scan(
        carrier=parcel.carrier,
        event_id=f"insured-{next(_event)}",
        tracking=parcel.tracking,
        kind=kind,
        occurred_at=now(),
        now=now(),
    )
    drain()
    return told


def collected(sale: Sale, sandbox: Any) -> None:
    """Paid by a method that collects at once."""
    buyer = to_the_provider(sale, sandbox)
    buyer.page = buyer.open(buyer.page.read.links[0])
    buyer.go(buyer.page.form("/bank"), answer="approve")
    payments.refresh(sale.payment_id, now())
    drain()


def refunded(sale: Sale) -> dict[UUID, int]:
    """What went back, by the reference of its part."""
    parts = Part.objects.filter(payment_id=sale.payment_id, refunded__gt=0)
    return dict(parts.values_list("reference", "refunded"))


def test_an_insured_device_is_sold_and_every_cent_has_its_place(sandbox: Any) -> None:
    """312.00 and 4.90 to the door, insured for 54.90, with a fee of 3.99."""
    case = an_offer(stock=2, price=31200, shipping=490)
    sale = place((case, 1), insured={case.id: {1}})
    assert (sale.order.insurance, sale.order.total) == (5490, 31200 + 490 + 399 + 5490)
    assert sale.contract(case).total == 31200 + 490, "the seller's contract is without it"
    line = Line.objects.get()
    assert (line.premium, line.commission) == (5490, 3169), "10 % of 316.90 (S7)"
    assert line.cover
    assert (line.cover["insurer"], line.cover["version"]) == ("sandbox", "2026-01")
    assert line.cover["demonstration"] is True
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    assert sale.payment.captured == 31200 + 490 + 399 + 5490
    assert in_flight() == 5490, "the fee is earned, the premium waits"
    assert owed() == 0
    assert not findings()
    parcel = sale.ship(case)
    assert not findings()
    scanned(parcel, "delivered")
    assert owed() == 5490
    assert in_flight() == 0
    assert balance(PLATFORM, AccountKind.FEE) == 399
    assert balance(case.seller.id, AccountKind.COMMISSION) == 3169
    assert balance(case.seller.id, AccountKind.PAYABLE) == 31690 - 3169
    assert balance(case.seller.id, AccountKind.CLEARING) == 0
    assert Account.objects.get(kind="insurer").holder == "sandbox"
    assert not findings()


def test_a_second_scan_and_a_second_event_owe_the_premium_once(sandbox: Any) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1), insured={case.id: {1}})
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    parcel = sale.ship(case)
    assert scanned(parcel, "delivered") == "applied"
    assert scanned(parcel, "delivered") == "nothing_new"
    orders.deliver(parcel, case.seller.id, sale.contract(case).id, now())
    assert Transfer.objects.filter(code="premium").count() == 1
    assert not findings()


def test_a_refused_device_takes_its_premium_with_it_and_no_other(sandbox: Any) -> None:
    """Two of 200.00 with 3.00 of shipping between them, each insured for 34.90."""
    case = an_offer(stock=2, price=20000, shipping=300)
    other = an_offer(stock=1, price=10000)
    sale = place((case, 2), (other, 1), insured={case.id: {1, 2}, other.id: {1}})
    assert sale.order.insurance == 2 * 3490 + 1990
    pay(sale, sandbox)
    sale.answer(case, True, False)
    sale.answer(other)
    drain()
    kept, gone = sale.lines(case)
    (elsewhere,) = sale.lines(other)
    assert sale.payment.captured == 20000 + 150 + 10000 + 399 + 3490 + 1990
    parts = dict(Part.objects.values_list("reference", "captured"))
    assert (parts[kept], parts[gone], parts[elsewhere]) == (3490, 0, 1990)
    assert parts[sale.contract(case).id] == 20150
    assert in_flight() == 3490 + 1990
    assert not findings()


@pytest.mark.parametrize("how", ["refused", "silent"])
def test_a_collected_device_that_is_not_sold_gives_back_its_premium_and_no_other(
    sandbox: Any, short_answers: None, how: str
) -> None:
    case = an_offer(stock=2, price=20000, shipping=300, market="be")
    other = an_offer(stock=1, price=10000, market="be")
    sale = place(
        (case, 2), (other, 1), method="bancontact", market="be",
        insured={case.id: {2}, other.id: {1}},
    )  # fmt: skip
    collected(sale, sandbox)
    assert not findings()
    sale.answer(other)
    _plain, insured = sale.lines(case)
    contract = sale.contract(case).id
    if how == "refused":
        sale.answer(case, True, False)
        drain()
        assert refunded(sale) == {contract: 20150, insured: 3490}
        asked = Instruction.objects.get(verb="refund")
        assert asked.amount == 20150 + 3490, "one refund for all of the device"
    else:
        deadline = sale.contract(case).accept_by
        assert deadline
        with playing(deadline):
            orders.lapse(sale.order.id, deadline)
            drain()
        assert refunded(sale) == {contract: 40300, insured: 3490}
    assert in_flight() == 1990, "the other device's premium is untouched"
    assert not findings()


def test_an_order_refused_whole_gives_back_every_cent(sandbox: Any) -> None:
    case = an_offer(stock=1, price=20000, shipping=500, market="be")
    sale = place((case, 1), method="bancontact", market="be", insured={case.id: {1}})
    collected(sale, sandbox)
    sale.answer(case, False)
    drain()
    assert sale.payment.refunded == sale.payment.amount == 20000 + 500 + 399 + 3490
    assert (in_flight(), owed()) == (0, 0)
    assert not findings()


def test_a_hold_that_is_released_holds_no_premium(sandbox: Any) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1), insured={case.id: {1}})
    pay(sale, sandbox)
    assert not findings()
    sale.answer(case, False)
    drain()
    assert sale.payment.state == "released"
    assert (in_flight(), owed()) == (0, 0)
    assert not findings()


def test_a_capture_that_is_refused_keeps_no_premium(sandbox: Any) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1), insured={case.id: {1}})
    pay(sale, sandbox, cards.CAPTURE_REFUSED)
    sale.answer(case)
    drain()
    assert sale.states == ["cancelled"]
    assert (in_flight(), owed()) == (0, 0)
    assert not findings()


def test_a_device_that_came_back_gives_back_its_premium_when_it_is_called_off(
    sandbox: Any,
) -> None:
    """Two devices in two parcels: one is delivered, one is called off."""
    case = an_offer(stock=2, price=20000, shipping=300)
    sale = place((case, 2), insured={case.id: {1, 2}})
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    contract = sale.contract(case).id
    parcels = [
        orders.ship(
            seller_id=case.seller.id, seller_order_id=contract,
            devices={line: ("serial", f"SN-{line.hex[-6:]}")}, tracking="", actor=SELLER, now=now(),
        )
        for line in sale.lines(case)
    ]  # fmt: skip
    scanned(parcels[0], "delivered")
    scanned(parcels[1], "returned")
    assert (owed(), in_flight()) == (3490, 3490), "what came back may still be sent again"
    assert not findings()
    orders.call_off(seller_id=case.seller.id, seller_order_id=contract, actor=SELLER, now=now())
    drain()
    assert refunded(sale) == {contract: 20150, sale.lines(case)[1]: 3490}
    assert (owed(), in_flight()) == (3490, 0)
    assert not findings()


def test_money_that_comes_too_late_goes_back_with_its_premium(sandbox: Any) -> None:
    case = an_offer(stock=1, market="be")
    sale = place((case, 1), method="bancontact", market="be", insured={case.id: {1}})
    page = to_the_provider(sale, sandbox)
    assert orders.expire(sale.order.id, sale.order.pay_by)
    place((case, 1), market="be")
    page.page = page.open(page.page.read.links[0])
    page.go(page.page.form("/bank"), answer="approve")
    with playing(sale.order.pay_by) as late:
        payments.refresh(sale.payment_id, late)
        assert not findings()
        drain()
    assert sale.payment.refunded == sale.order.total
    assert (in_flight(), owed()) == (0, 0)
    assert not findings()


def test_a_second_attempt_pays_for_the_insurance_too(sandbox: Any) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1), insured={case.id: {1}})
    first = to_the_provider(sale, sandbox)
    for _ in range(3):
        first.pay(cards.DECLINED)
    payments.refresh(sale.payment_id, now())
    again = Sale(sale.order, checkout.pay_again(sale.order.id, "card", now()))
    assert Payment.objects.get(id=again.payment_id).amount == sale.order.total
    pay(again, sandbox)
    again.answer(case)
    drain()
    scanned(again.ship(case), "delivered")
    assert owed() == 5490
    assert not findings()


def test_an_order_without_insurance_has_the_digest_that_it_always_had(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The document that orders committed to before insurance could be had, letter for letter."""
    with monkeypatch.context() as before_parts:
        before_parts.setattr(chain, "FORMAT", 3)
        sale = place((an_offer(stock=2, shipping=300), 2))
    order, lines = sale.order, list(Line.objects.order_by("position"))
    (row,) = order.seller_orders.all()
    before = {
        "order": [
            order.id, order.reference, order.market, order.currency, order.items, order.shipping,
            order.fee, order.total, order.terms_version,
        ],
        "contracts": [[
            row.id, row.seller_id, row.trader_id, row.items, row.shipping, row.method, row.carrier,
            row.days_min, row.days_max, row.dispatch_country, row.currency,
        ]],
        "lines": [
            [
                line.id, line.seller_id, line.offer_id, line.variant_id, line.grade, line.title,
                line.price, line.shipping, line.levy, line.commission, line.vat_scheme,
                line.warranty_months, line.promise, line.currency,
            ]
            for line in lines
        ],
    }  # fmt: skip
    versions = Trader.objects.in_bulk()
    traders = told_by(versions, {})
    assert facts_of(1, order, [row], traders, lines) == log.digest(before)
    (trader,) = versions.values()
    before["contracts"][0] += [row.kind, row.promised_by]
    before["traders"] = [[
        trader.id, trader.version, trader.legal_name, trader.address, trader.email, trader.phone,
        trader.register, trader.register_number, trader.vat_id, trader.certified_on,
    ]]  # fmt: skip
    assert Step.objects.get(order_id=order.id, seq=1).facts_hash == log.digest(before)
    # Nor can insurance be put into it, or be taken out of one that has it.
    assert facts_of(2, order, [row], traders, lines) == log.digest(before)
    order.insurance = 100
    assert facts_of(2, order, [row], traders, lines) != log.digest(before)
    order.insurance = 0
    lines[0].cover = {}
    assert facts_of(2, order, [row], traders, lines) != log.digest(before)


def test_the_first_step_commits_to_the_insurance() -> None:
    case = an_offer()
    sale = place((case, 1), insured={case.id: {1}})
    order, line = Order.objects.get(), Line.objects.get()
    agreed = Step.objects.get(order_id=sale.order.id, seq=1).facts_hash
    contracts = list(order.seller_orders.all())
    traders = told_by(Trader.objects.in_bulk(), Said.objects.in_bulk())

    def facts() -> str:
        return facts_of(chain.FORMAT, order, contracts, traders, [line])

    assert facts() == agreed
    assert line.cover
    for term, value in (("months", 24), ("excess", 0), ("insurer", "other"), ("perils", ["theft"])):
        was, line.cover[term] = line.cover[term], value
        assert facts() != agreed, term
        line.cover[term] = was
    line.premium -= 1
    assert facts() != agreed


def copied(case: OfferCase, **changes: Any) -> None:
    """Write the order's line of this seller once more, changed."""
    line = Line.objects.get(seller_id=case.seller.id, position__lt=9)
    number = 9 + Line.objects.count()
    for name, value in ({"id": UUID(int=number), "position": number} | changes).items():
        setattr(line, name, value)
    with transaction.atomic():
        line.save(force_insert=True)


def refuses(case: OfferCase, **changes: Any) -> None:
    with pytest.raises(IntegrityError, match="orders_line_cover"):
        copied(case, **changes)


def test_postgresql_refuses_a_premium_without_a_cover_and_a_cover_without_a_premium() -> None:
    plain, insured = an_offer(), an_offer()
    place((plain, 1), (insured, 1), insured={insured.id: {1}})
    copied(plain)
    copied(insured)
    refuses(plain, premium=100)
    refuses(plain, cover={"insurer": "sandbox"})
    refuses(insured, premium=0)
    refuses(insured, cover=None)
    refuses(insured, premium=-1)
    order = Order.objects.get()
    order.pk, order.reference, order.request_digest = UUID(int=9), "R-X", "another"
    order.insurance -= 1
    with pytest.raises(IntegrityError, match="orders_order_total"), transaction.atomic():
        order.save(force_insert=True)


@pytest.mark.parametrize(
    ("kind", "holder"), [("insurer", ""), ("clearing", "sandbox"), ("fee", "sandbox")]
)
def test_only_who_keeps_or_is_owed_is_a_holder(kind: str, holder: str) -> None:
    row = Account(seller_id=PLATFORM, market="fr", currency="EUR", kind=kind, holder=holder)
    with pytest.raises(IntegrityError, match="ledger_account_holder"), transaction.atomic():
        row.save(force_insert=True)
