"""Sales at every point where a date is written, each action at an instant of its own."""

from __future__ import annotations

import json
import time
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from unittest.mock import patch
from uuid import UUID
from zoneinfo import ZoneInfo

from reprise.checkout import holding
from reprise.kernel import clock
from reprise.kernel.ids import new_id
from reprise.ledger.models import Account, Closing
from reprise.orders import actions as orders
from reprise.orders import log
from reprise.orders.models import Step
from reprise.payments import actions as payments
from reprise.payments.models import Instruction
from reprise.payments.providers.sandbox.adapter import SandboxProvider
from reprise.privacy.actions import contracts
from reprise.privacy.actions.acting import Actor
from reprise.privacy.states import By
from reprise.sandbox.payment.cards import TRIES
from reprise.sandbox.payment.letters import sign
from reprise.shipping import actions as shipping
from reprise.shipping.carriers.base import Area
from reprise.shipping.models import Shipment
from tests.cast import OfferCase, a_seller, an_offer
from tests.orders.sale import SELLER, Sale, pay, place, to_the_provider
from tests.planted import corrupt
from tests.sandbox import buyer as cards
from tests.sandbox.running import SECRET
from tests.work import drain

STAFF = log.Actor("staff")
ELSEWHERE = Area("FR", "75011")
_event = count(1)


def placed(wanted: tuple[OfferCase, int], **more: Any) -> Sale:
    return place(wanted, now=clock.now(), **more)


def sold(sandbox: Any, case: OfferCase, number: int = 1, card: str = cards.SUCCEEDS) -> Sale:
    sale = placed((case, number), insured={case.id: {1}})
    pay(sale, sandbox, card, now=clock.now())
    sale.answer(case, now=clock.now())
    drain()
    return sale


def shipped(sale: Sale, case: OfferCase, *lines: UUID) -> UUID:
    return orders.ship(
        seller_id=case.seller.id, seller_order_id=sale.contract(case).id,
        devices={line: ("serial", f"SN-{line.hex[-6:]}") for line in lines}, tracking="",
        actor=SELLER, now=clock.now(),
    )  # fmt: skip


def scan(parcel_id: UUID, kind: str, **told: Any) -> None:
    parcel = Shipment.objects.get(id=parcel_id)
    shipping.receive_scan(
        carrier=parcel.carrier, event_id=f"dated-{next(_event)}", tracking=parcel.tracking,
        kind=kind, occurred_at=clock.now(), now=clock.now(), **told,
    )  # fmt: skip
    drain()


def delivered(sandbox: Any) -> None:
    """To the end, in two parcels; the second one is on its way."""
    case = an_offer(stock=2)
    sale = sold(sandbox, case, 2)
    first, second = sale.lines(case)
    for line in (first, second):
        parcel = shipped(sale, case, line)
        scan(parcel, "handed_over")
        if line == first:
            scan(parcel, "delivered")


def called_off(sandbox: Any) -> None:
    """It comes back, is sent again, comes back, and its money goes back."""
    case = an_offer(stock=1)
    sale = sold(sandbox, case)
    for _ in range(2):
        scan(shipped(sale, case, *sale.lines(case)), "returned")
    orders.call_off(
        seller_id=case.seller.id, seller_order_id=sale.contract(case).id, actor=SELLER,
        now=clock.now(),
    )  # fmt: skip
    drain()


def vouched(sandbox: Any) -> None:
    """Its number is corrected, and staff take the carrier's doubtful message for true."""
    case = an_offer(stock=1)
    sale = sold(sandbox, case)
    parcel = sale.ship(case, tracking="AB123456", now=clock.now())
    orders.renumber(
        seller_id=case.seller.id, seller_order_id=sale.contract(case).id, shipment_id=parcel,
        tracking="AB123457", actor=SELLER, now=clock.now(),
    )  # fmt: skip
    scan(parcel, "handed_over", to=ELSEWHERE, accepted_at=clock.now())
    orders.vouch(order_id=sale.order.id, shipment_id=parcel, actor=STAFF, now=clock.now())


def unsent(sandbox: Any) -> None:
    case = an_offer(stock=1)
    sold(sandbox, case).ship(case, now=clock.now())


def noticed(sandbox: Any) -> None:
    """The provider tells of held money by itself; its seller has not answered."""
    sale = placed((an_offer(stock=1), 1))
    to_the_provider(sale, sandbox, clock.now()).pay(cards.SUCCEEDS)
    _tell(sale, sandbox, "payment.authorised")
    drain()


def declined(sandbox: Any) -> None:
    sale = placed((an_offer(stock=1), 1))
    buyer = to_the_provider(sale, sandbox, clock.now())
    for _ in range(TRIES):
        buyer.pay(cards.DECLINED)
    _tell(sale, sandbox, "payment.declined")


def _tell(sale: Sale, sandbox: Any, kind: str) -> None:
    _, told = sandbox.api("GET", f"/v1/payments/{sale.payment.provider_ref}")
    notice = {"id": f"evt-dated-{next(_event)}", "type": kind, "amount": told["amount"],
              "payment": told}  # fmt: skip
    body = json.dumps(notice)
    headers = {"Sandbox-Signature": sign(SECRET, int(time.time()), body)}
    assert payments.receive("sandbox", headers, body.encode(), clock.now()) == "applied"


def refunded(sandbox: Any) -> None:
    """Collected at once; one device is refused."""
    case = an_offer(stock=2, market="be")
    sale = placed((case, 2), method="bancontact", market="be")
    buyer = to_the_provider(sale, sandbox, clock.now())
    buyer.page = buyer.open(buyer.page.read.links[0])
    buyer.go(buyer.page.form("/bank"), answer="approve")
    payments.refresh(sale.payment_id, clock.now())
    drain()
    sale.answer(case, True, False, now=clock.now())
    drain()


def not_collected(sandbox: Any) -> None:
    sold(sandbox, an_offer(stock=1), card=cards.CAPTURE_REFUSED)


def let_go(sandbox: Any) -> None:
    """Refused whole: what was held is released."""
    case = an_offer(stock=1)
    sale = placed((case, 1))
    pay(sale, sandbox, now=clock.now())
    sale.answer(case, False, now=clock.now())
    drain()


def late(sandbox: Any) -> None:
    """Paid when its time was over: the device is reserved again."""
    sale = placed((an_offer(stock=1), 1))
    page = to_the_provider(sale, sandbox, clock.now())
    page.pay(cards.SUCCEEDS)
    over = sale.order.pay_by + timedelta(minutes=1)
    with patch.object(clock, "now", lambda: over):
        orders.expire(sale.order.id, over)
        payments.refresh(sale.payment_id, over)
        drain()


def unpaid(sandbox: Any) -> None:
    """Never started; started; and one whose time is over."""
    never, started, over = (placed((an_offer(stock=1), 1)) for _ in range(3))
    assert never.states == ["reserved"]
    to_the_provider(started, sandbox, clock.now())
    orders.expire(over.order.id, over.order.pay_by + timedelta(minutes=1))


def ended_and_closed(sandbox: Any) -> None:
    """A seller whose contract ends; a month that was shown as closed."""
    contracts.end(
        a_seller("Atelier Ended").id, clock.now().date(), Actor(By.STAFF, new_id()), clock.now()
    )
    account = Account.objects.filter(kind="payable").first()
    assert account
    month = datetime(2026, 1, 1, tzinfo=ZoneInfo("Europe/Paris"))
    Closing.objects.create(
        seller_id=account.seller_id, market=account.market, currency=account.currency,
        account_id=account.id, until=month,
    )  # fmt: skip


def refused_refund(sandbox: Any) -> None:
    """The provider refuses a refund, staff ask again, and it is sent."""
    from reprise.payments.providers.base import ProviderRefused

    def refuse(*_: Any) -> None:
        raise ProviderRefused("not_now")

    with patch.object(SandboxProvider, "refund", refuse):
        refunded(sandbox)
    refused = Instruction.objects.get(state="refused", verb="refund")
    orders.ask_refund_again(
        order_id=refused.payment.reference, instruction_id=refused.id, actor=STAFF, now=clock.now()
    )
    drain()


def every_story(sandbox: Any) -> None:
    # All of it is one buyer's, who may leave more unpaid than others.
    with patch.object(holding, "MOST_UNPAID", 9):
        for story in (
            delivered, called_off, vouched, unsent, noticed, declined, refunded, refused_refund,
            not_collected, let_go, late, unpaid, ended_and_closed,
        ):  # fmt: skip
            story(sandbox)


# What is written when something happens; a deadline that a step commits to stays.
WRITTEN = {
    "orders_order": "placed_at pay_by", "orders_sellerorder": "placed_at",
    "orders_line": "state_at", "orders_linedevice": "at", "orders_step": "at",
    "offers_stockmovement": "at", "payments_payment": "created_at pay_by state_at adopted_at",
    "payments_instruction": "asked_at answered_at", "ledger_transfer": "at booked_on",
    "ledger_booking": "booked_at since", "shipping_shipment": "created_at since state_at",
    "shipping_scan": "received_at",
}  # fmt: skip


def long_ago(years: int) -> None:
    """All of it happened so many years ago, and its logs are hashed as they would have been then.

    But for the provider, which lives by its own clock, and so for what it was asked to hold.
    """
    for table, names in WRITTEN.items():
        ago = "make_interval(years => %(by)s)"
        moved = ", ".join(f"{each} = {each} - {ago}" for each in names.split())
        corrupt(f"UPDATE {table} SET {moved}", by=years)  # noqa: S608
    previous: dict[UUID, str] = {}
    for step in Step.objects.order_by("order_id", "seq"):
        step.previous = previous.get(step.order_id, "")
        step.hash = previous[step.order_id] = log.step_hash(step)
        corrupt("UPDATE orders_step SET previous = %(previous)s, hash = %(hash)s WHERE id = %(id)s",
                previous=step.previous, hash=step.hash, id=step.id)  # fmt: skip
