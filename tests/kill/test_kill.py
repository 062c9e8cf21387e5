"""kill -9 at every statement of a sale: afterwards the order is whole or absent, and the books
are right.

Each number n is a fresh sale.  The step under test runs in a process of its own, which is killed
at its n-th statement, before it reaches the server or before its answer comes back.  Then what
happens in life happens: the buyer sends the form again, the worker starts again, the provider sends
its notice again.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from django.conf import settings
from django.core import mail

from reprise.books.proof import findings
from reprise.checkout import actions as checkout
from reprise.checkout import queries as checkout_queries
from reprise.checkout.models import Hold
from reprise.kernel import clock
from reprise.ledger.models import Transfer
from reprise.orders.models import Line, Order, Step
from reprise.payments import actions as payments
from reprise.payments.models import Instruction, Notice, Payment
from reprise.shipping import actions as shipping
from reprise.shipping.models import Shipment
from reprise.wiring import sweeps
from tests import database
from tests.cast import CONTACT, OfferCase, an_offer
from tests.kill.guillotine import Guillotine, Moment
from tests.orders.sale import Sale, pay, place, to_the_provider
from tests.sandbox.buyer import SUCCEEDS, Buyer
from tests.sandbox.running import API_KEY, SECRET, Ear, RunningProvider, eventually
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
MOMENTS = list(Moment)


class Zygote:
    """Steps in processes of their own, through the guillotine or not."""

    def __init__(self, blade: Guillotine) -> None:
        self.blade = blade
        environ = os.environ | {
            "DJANGO_SETTINGS_MODULE": "reprise.config.settings",
            "PYTHONPATH": os.pathsep.join(["src", "."]),
            "REPRISE_LOG": "CRITICAL",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.kill.zygote"],
            env=environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._line() == "ready"

    def _line(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()

    def _say(self, text: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(text + "\n")
        self._process.stdin.flush()

    def do(self, step: str, at: int = 0, moment: Moment = Moment.AFTER, **arguments: Any) -> int:
        """Run a step and kill it at statement ``at``; the number of statements it came to.

        0 is returned when it ended by itself, before that statement.
        """
        self.blade.aim(at, moment)
        self._say(json.dumps({"step": step, "arguments": arguments, "port": self.blade.port}))
        self.blade.victim = int(self._line())
        self._say("go")
        code, said = json.loads(self._line())
        if code == -9:
            assert self.blade.fallen
            return self.blade.count
        assert code == 0, said
        self.answer = json.loads(said)
        return 0

    def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()
        assert self._process.stdout
        self._process.stdout.close()


@pytest.fixture(scope="module")
def zygote(sandbox: RunningProvider) -> Iterator[Zygote]:
    blade = Guillotine(database.endpoints.tcp_port or 0)
    process = Zygote(blade)
    yield process
    process.close()
    blade.close()


# Every statement is the campaign of `make test-all`; `make test` takes some of them.
STRIDES = [pytest.param(1, marks=pytest.mark.slow, id="every"), pytest.param(9, id="some")]
strides = pytest.mark.parametrize("stride", STRIDES)


def every_statement(kill_at: Callable[[int, Moment], int], stride: int) -> int:
    """Call ``kill_at(n, moment)`` for n = 1, 2, ... in strides until the step ends before n."""
    for place_in_row, moment in enumerate(MOMENTS):
        n = 1 + (place_in_row * stride) // 2
        while kill_at(n, moment):
            n += stride
    return n


def start_again() -> None:
    """What a restarted worker does: jobs of the dead one wait again and are done, and sweeps."""
    with psycopg.connect(database.endpoints.owner_url, autocommit=True) as owner:
        # What the dead process had sent is finished or forgotten when its connections are gone;
        # only victims come over TCP.
        eventually(
            lambda: (
                not owner.execute(
                    "SELECT 1 FROM pg_stat_activity WHERE client_addr IS NOT NULL"
                ).fetchone()
            )
        )
        # As `wiring.tasks.give_back_stalled_jobs` does.
        owner.execute(
            "DELETE FROM procrastinate_jobs WHERE status = 'doing' AND queueing_lock IS NOT NULL"
        )
        owner.execute("UPDATE procrastinate_jobs SET status = 'todo' WHERE status = 'doing'")
    drain()
    # What was committed and not told is found by a sweep some minutes later.
    sweeps.undelivered_events(clock.now() + sweeps.PATIENCE + timedelta(seconds=1))
    drain()


def whole(order: Order) -> None:
    """Every row that a placed order has, it has."""
    lines = list(Line.objects.filter(order=order))
    paid_for = sum(line.price + line.shipping + line.premium for line in lines)
    assert paid_for + order.fee == order.total
    assert [line.premium for line in lines] == [5490, 0], "one of the two is insured"
    assert order.contact.email == CONTACT.email
    assert Payment.objects.filter(reference=order.id).exists()
    assert Instruction.objects.filter(payment__reference=order.id, verb="authorize").count() == 1


def right() -> None:
    found = findings()
    assert not found, found


def wiped() -> None:
    database.empty()
    mail.outbox.clear()


@strides
def test_checkout(zygote: Zygote, stride: int) -> None:
    def kill_at(n: int, moment: Moment) -> int:
        wiped()
        case = an_offer(stock=3)
        basket, token = checkout.open_basket("fr", clock.now())
        checkout.put(basket, case.id, 2, clock.now())
        quote = checkout_queries.quote(basket, "fr", clock.now(), insured={case.id: {1}})
        form = {
            "name": CONTACT.name, "email": CONTACT.email, "phone": "", "street": CONTACT.street,
            "extra": "", "postcode": CONTACT.postcode, "town": CONTACT.town, "method": "card",
            "fingerprint": quote.fingerprint, "request_key": str(uuid4()),
            f"insure-{case.id}-1": "yes",
        }  # fmt: skip
        sent = {"method": "post", "path": "/fr-fr/checkout/", "data": form}
        came_to = zygote.do("request", n, moment, **sent, cookies={"basket": token})
        start_again()
        orders = list(Order.objects.all())
        assert len(orders) in {0, 1}
        for order in orders:
            whole(order)
        assert case.available() == (1 if orders else 3)
        assert Hold.objects.count() == len(orders), "what is held is counted for who holds it"
        right()
        # The buyer sends the same form again: one order, whatever happened before.
        assert zygote.do("request", **sent, cookies={"basket": token}) == 0
        assert zygote.answer[0] == 303, zygote.answer
        whole(Order.objects.get())
        assert case.available() == 1
        right()
        return came_to

    assert every_statement(kill_at, stride) > 10


@strides
def test_going_to_pay(zygote: Zygote, sandbox: RunningProvider, stride: int) -> None:
    from reprise.orders import access

    def kill_at(n: int, moment: Moment) -> int:
        wiped()
        sale = place((an_offer(stock=1), 1), now=clock.now())
        page = f"{access.path(sale.order)}payment/"
        came_to = zygote.do("request", n, moment, method="get", path=page)
        start_again()
        right()
        assert zygote.do("request", method="get", path=page) == 0
        assert zygote.answer[0] == 303
        assert len(sandbox.rows("SELECT 1 FROM sandbox.payment")) == 1, "asked twice, opened once"
        Buyer(sandbox, zygote.answer[1]).pay(SUCCEEDS)
        payments.refresh(sale.payment_id, clock.now())
        drain()
        assert sale.states == ["paid"]
        right()
        return came_to

    assert every_statement(kill_at, stride) > 3


@strides
def test_webhook(zygote: Zygote, stride: int) -> None:
    """A notice of the real provider, heard by an ear and brought to the victim."""
    ear = Ear()
    ear.start()
    provider = RunningProvider(database.endpoints.owner_url, ear.url)
    provider.start()
    before = os.environ["SANDBOX_URL"]
    os.environ["SANDBOX_URL"] = provider.url
    from reprise.payments.providers.registry import provider as registered

    registered.cache_clear()

    def kill_at(n: int, moment: Moment) -> int:
        wiped()
        ear.heard.clear()
        case = an_offer(stock=1)
        sale = place((case, 1), insured={case.id: {1}}, now=clock.now())
        to_the_provider(sale, provider).pay(SUCCEEDS)
        eventually(lambda: ear.heard)
        headers, body = ear.heard[0]
        sent = {
            "method": "post",
            "path": "/hooks/payments/sandbox/",
            "data": body.decode(),
            "content_type": "application/json",
            "headers": {"Sandbox-Signature": headers["Sandbox-Signature"]},
        }
        came_to = zygote.do("request", n, moment, **sent)
        start_again()
        assert sale.states in (["reserved"], ["paid"])
        assert zygote.do("request", **sent) == 0
        assert zygote.answer[0] == 200
        start_again()
        assert sale.states == ["paid"]
        assert Notice.objects.count() == 1
        right()
        return came_to

    try:
        assert every_statement(kill_at, stride) > 10
    finally:
        os.environ["SANDBOX_URL"] = before
        registered.cache_clear()
        provider.stop()
        ear.stop()


@strides
def test_acceptance(zygote: Zygote, sandbox: RunningProvider, stride: int) -> None:
    def kill_at(n: int, moment: Moment) -> int:
        wiped()
        case = an_offer(stock=2)
        sale = place((case, 2), insured={case.id: {1, 2}}, now=clock.now())
        pay(sale, sandbox)
        first, second = sale.lines(case)
        asked = {
            "seller": str(case.seller.id),
            "contract": str(sale.contract(case).id),
            "accept": {str(first): True, str(second): False},
        }
        came_to = zygote.do("answer", n, moment, **asked)
        start_again()
        assert sale.states in (["paid", "paid"], ["sold", "refused"])
        right()
        assert zygote.do("answer", **asked) == 0
        start_again()
        sold_for_good(sale, case)
        return came_to

    assert every_statement(kill_at, stride) > 10


def sold_for_good(sale: Sale, case: OfferCase) -> None:
    """The first device and its insurance are sold, neither is of the second."""
    assert sale.states == ["sold", "refused"]
    assert Instruction.objects.filter(verb="capture", state="done").count() == 1
    assert sale.payment.captured == sale.order.total - 31200 - 5490
    assert case.available() == 1
    right()


@strides
def test_capture(zygote: Zygote, sandbox: RunningProvider, stride: int) -> None:
    """The worker's own job: ask the provider, book, tell."""

    def kill_at(n: int, moment: Moment) -> int:
        wiped()
        case = an_offer(stock=2)
        sale = place((case, 2), insured={case.id: {1, 2}}, now=clock.now())
        pay(sale, sandbox)
        sale.answer(case, True, False)
        came_to = zygote.do("work", n, moment)
        start_again()
        sold_for_good(sale, case)
        return came_to

    # A worker takes its time to start and to end: fewer of its many statements by default.
    assert every_statement(kill_at, stride if stride == 1 else 3 * stride) > 10


@strides
def test_delivery(zygote: Zygote, sandbox: RunningProvider, stride: int) -> None:
    """The seller's money and the insurer's move with the device, all of it or none."""

    def kill_at(n: int, moment: Moment) -> int:
        wiped()
        case = an_offer(stock=1)
        sale = place((case, 1), insured={case.id: {1}}, now=clock.now())
        pay(sale, sandbox)
        sale.answer(case)
        drain()
        parcel = Shipment.objects.get(id=sale.ship(case))
        drain()
        shipping.receive_scan(
            carrier=parcel.carrier, event_id="scan", tracking=parcel.tracking, kind="delivered",
            occurred_at=clock.now(), now=clock.now(),
        )  # fmt: skip
        came_to = zygote.do("work", n, moment)
        start_again()
        assert sale.states == ["delivered"]
        for code, amount in (("earned", 31200 - 3120), ("commission", 3120), ("premium", 5490)):
            assert Transfer.objects.get(code=code).amount == amount
        right()
        return came_to

    assert every_statement(kill_at, stride if stride == 1 else 3 * stride) > 10


@strides
def test_vouching(zygote: Zygote, sandbox: RunningProvider, stride: int) -> None:
    """A doubtful parcel is vouched for, with its step in the log and the news of it, or not."""

    def kill_at(n: int, moment: Moment) -> int:
        wiped()
        case = an_offer(stock=1)
        sale = place((case, 1), now=clock.now())
        pay(sale, sandbox)
        sale.answer(case)
        drain()
        parcel = sale.ship(case, tracking="AB123456")
        shipping.receive_scan(
            carrier="sandbox", event_id="scan", tracking="AB123456", kind="delivered",
            occurred_at=clock.now(), now=clock.now(),
        )  # fmt: skip
        drain()
        step = {"order": str(sale.order.id), "parcel": str(parcel)}
        came_to = zygote.do("vouch", n, moment, **step)
        start_again()
        vouched = Shipment.objects.get(id=parcel).vouched_at is not None
        assert sale.states == ["delivered" if vouched else "shipped"]
        assert Step.objects.filter(verb="vouch").count() == vouched
        right()
        # Whoever got no answer presses the button again.
        assert zygote.do("vouch", **step) == 0
        start_again()
        assert sale.states == ["delivered"]
        assert Step.objects.filter(verb="vouch").count() == 1
        assert Transfer.objects.get(code="earned").amount == 31200 - 3120
        right()
        return came_to

    assert every_statement(kill_at, stride) > 5


def test_the_blade_is_sharp(zygote: Zygote) -> None:
    """The proof proves nothing if nobody is killed."""
    assert settings.DATABASES["default"]["USER"] == "reprise_app"
    assert (
        os.environ["SANDBOX_API_KEY"],
        os.environ["SANDBOX_WEBHOOK_SECRET"],
    ) == (API_KEY, SECRET)
    case = an_offer(stock=3)
    basket, token = checkout.open_basket("fr", clock.now())
    checkout.put(basket, case.id, 1, clock.now())
    seen = {"method": "get", "path": "/fr-fr/basket/", "cookies": {"basket": token}}
    assert zygote.do("request", 2, Moment.AFTER, **seen) == 2
    assert zygote.do("request", 1000, Moment.AFTER, **seen) == 0
