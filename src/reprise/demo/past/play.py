"""Playing the past: each step by the action that a person's click would call, in its own time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from random import Random
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings
from stdnum import luhn

from reprise.catalog.models import Variant
from reprise.checkout import actions as checkout
from reprise.checkout import queries as quotes
from reprise.checkout.actions import Delivery
from reprise.checkout.models import Basket
from reprise.demo.past import till
from reprise.demo.past.story import Fate, Purchase, Step, Verb
from reprise.demo.past.till import Till
from reprise.demo.past.window import Choice, Window
from reprise.demo.past.work import Work
from reprise.markets.queries import MARKETS
from reprise.orders import access, log
from reprise.orders import actions as orders
from reprise.orders.actions.answer import REASONS
from reprise.orders.actions.place import ContactDraft
from reprise.orders.models import Line, Order, SellerOrder
from reprise.orders.queries import parcels_of
from reprise.orders.states import LineState
from reprise.payments import actions as payments
from reprise.payments.queries import latest
from reprise.payments.states import PaymentState
from reprise.sellers.models import Member, ShippingMethod
from reprise.shipping import actions as shipping
from reprise.shipping.points import PickupPoint, points_near
from reprise.wiring import sweeps

# What the past did is known by names that begin so.
KEY: Final = "past-"
# An IMEI that begins so is a test device's and nobody's.
TEST_DEVICE: Final = "00"
PHONES: Final = "smartphones"
_UNPAID = {PaymentState.CREATED.value, PaymentState.STARTED.value}


def basket_of(key: str) -> UUID:
    """The basket of a purchase has the same id whenever the past is played."""
    return uuid5(NAMESPACE_URL, KEY + key)


def request_of(key: str) -> str:
    """By which request the order of a purchase is known."""
    return quotes.request_digest(basket_of(key), KEY + key)


class Player:
    """Takes the steps of a plan; one that was taken before does nothing again.

    After a kill the plan is played again from its beginning: what is there is left alone, what is
    missing is done, not earlier than ``reached``.
    """

    def __init__(
        self,
        till: Till,
        window: Window,
        work: Work,
        favourite: UUID,
        reached: datetime,
        keys: Collection[str],
    ) -> None:
        self._till, self._window, self._work = till, window, work
        self._favourite = favourite
        self._now = reached
        requests = {request_of(key): key for key in keys}
        self._orders: dict[str, Order] = {
            requests[order.request_digest]: order
            for order in Order.objects.filter(request_digest__in=requests)
        }
        self._people = dict(Member.objects.values_list("seller_id", "user_id"))
        to_points = ShippingMethod.objects.filter(kind="point", active=True)
        self._to_points: dict[tuple[UUID, str], tuple[str, str]] = {
            (row.seller_id, row.market): (row.code, row.carrier) for row in to_points
        }
        self._agreed: dict[UUID, list[SellerOrder]] = {}
        self._points: dict[tuple[str, str, str], list[PickupPoint]] = {}
        # Where a parcel goes astray, its devices are named again, by the same number.
        self._phones = set(
            Variant.objects.filter(product__category__parent__slug=PHONES).values_list(
                "id", flat=True
            )
        )

    def play(self, steps: Sequence[Step]) -> None:
        for step in steps:
            self._now = max(self._now, step.at)
            if step.verb in _AT_THE_PROVIDER:
                self._till.tell(self._now)
            _TAKE[step.verb](self, step)
            self._work.do_waiting(self._now)

    def place(self, step: Step) -> None:
        purchase = step.purchase
        if purchase.key in self._orders:
            return
        choices = self._window.choose(purchase)
        if not choices:
            return
        now, market = self._now, MARKETS[purchase.market]
        basket = self._basket(purchase)
        for choice in choices:
            checkout.put(basket, choice.offer_id, choice.quantity, now)
        deliveries = self._deliveries(purchase, choices)
        quote = quotes.quote(
            basket,
            purchase.market,
            now,
            language=purchase.language,
            chosen={seller: delivery.method for seller, delivery in deliveries.items()},
        )
        buyer = purchase.buyer
        placed = checkout.place_order(
            basket_id=basket.id,
            language=purchase.language,
            contact=ContactDraft(
                name=buyer.name,
                email=buyer.email,
                phone="",
                street=buyer.street,
                extra="",
                postcode=buyer.postcode,
                town=buyer.town,
                country=market.country,
            ),
            method=purchase.method,
            fingerprint=quote.fingerprint,
            request_key=KEY + purchase.key,
            now=now,
            deliveries=deliveries,
        )
        self._orders[purchase.key] = placed.order

    def _basket(self, purchase: Purchase) -> Basket:
        """Empty, whatever was in it when the past was cut off."""
        basket_id = basket_of(purchase.key)
        known = Basket.objects.filter(id=basket_id).first()
        if known is None:
            return checkout.open_basket(purchase.market, self._now, basket_id)[0]
        for item in known.items.all():
            checkout.put(known, item.offer_id, 0, self._now)
        return known

    def _deliveries(self, purchase: Purchase, choices: Sequence[Choice]) -> Mapping[UUID, Delivery]:
        """To a point where the buyer wants that and the seller offers it; else to the door."""
        found: dict[UUID, Delivery] = {}
        for choice in choices:
            offered = self._to_points.get((choice.seller_id, purchase.market))
            if purchase.to_point and offered:
                method, carrier = offered
                nearest = self._near(carrier, purchase)[0]
                found[choice.seller_id] = Delivery(method, nearest)
        return found

    def _near(self, carrier: str, purchase: Purchase) -> list[PickupPoint]:
        country, postcode = MARKETS[purchase.market].country, purchase.buyer.postcode
        key = (carrier, country, postcode)
        if key not in self._points:
            self._points[key] = points_near(carrier, country, postcode, limit=1)
        return self._points[key]

    def open_page(self, step: Step) -> None:
        self._page(step)

    def be_declined(self, step: Step) -> None:
        self._pay(step, till.DECLINED)

    def pay(self, step: Step) -> None:
        purchase = step.purchase
        if purchase.fate is Fate.NOT_COLLECTED:
            self._pay(step, till.NOT_COLLECTED)
        else:
            self._pay(step, till.CHALLENGED if purchase.challenged else till.GOOD)

    def pay_again(self, step: Step) -> None:
        order = self._order(step)
        if order is not None and self._is(order, LineState.RESERVED):
            checkout.pay_again(order.id, step.purchase.method, self._now)
            self._pay(step, till.GOOD)

    def _pay(self, step: Step, card: str) -> None:
        found = self._page(step)
        if found is not None:
            payment_id, page = found
            self._till.pay(page, step.purchase.method, card)
            payments.refresh(payment_id, self._now)

    def _page(self, step: Step) -> tuple[UUID, str] | None:
        """The open payment and the address of its page; None when there is nothing to pay."""
        order = self._order(step)
        payment = latest(order.id) if order else None
        if order is None or payment is None or payment.state not in _UNPAID:
            return None
        page = payments.start(
            payment,
            merchant_reference=order.reference,
            language=order.language,
            return_url=f"{settings.PUBLIC_URL}{access.path(order)}?back=1",
            now=self._now,
        )
        return payment.id, page

    def sweep_unpaid(self, step: Step) -> None:
        sweeps.unpaid_orders(self._now)
        sweeps.overdue_payments(self._now)

    def sweep_silent(self, step: Step) -> None:
        sweeps.silent_sellers(self._now)

    def answer(self, step: Step) -> None:
        self._answer(step, accept=True)

    def refuse(self, step: Step) -> None:
        self._answer(step, accept=False)

    def _answer(self, step: Step, *, accept: bool) -> None:
        contract = self._contract(step)
        lines = self._lines(contract, LineState.PAID)
        if contract is None or not lines:
            return
        orders.answer(
            seller_id=contract.seller_id,
            seller_order_id=contract.id,
            accept={line.id: accept for line in lines},
            reason="" if accept else self._chance(step).choice(REASONS),
            actor=self._seller(contract),
            now=self._now,
        )

    def ship(self, step: Step) -> None:
        contract = self._contract(step)
        lines = self._lines(contract, LineState.SOLD, LineState.CAME_BACK)
        if contract is None or not lines:
            return
        orders.ship(
            seller_id=contract.seller_id,
            seller_order_id=contract.id,
            devices={line.id: self._device(step, line) for line in lines},
            tracking="",
            actor=self._seller(contract),
            now=self._now,
        )

    def _device(self, step: Step, line: Line) -> tuple[str, str]:
        random = self._chance(step, line.position)
        if line.variant_id not in self._phones:
            return "serial", f"DEMO{random.randrange(16**8):08X}"
        digits = TEST_DEVICE + "".join(random.choices("0123456789", k=12))
        return "imei", digits + luhn.calc_check_digit(digits)

    def scan(self, step: Step) -> None:
        """The carrier has seen the parcel that is under way."""
        contract = self._contract(step)
        parcel = parcels_of(contract)[-1:] if contract else []
        if contract is None or not parcel:
            return
        if step.verb is Verb.ARRIVE and contract.kind != "point":
            return
        shipping.receive_scan(
            carrier=parcel[0].carrier,
            event_id=f"{KEY}{step.purchase.key}-{step.part}-{step.verb.value}-{step.at.timestamp()}",
            tracking=parcel[0].tracking,
            kind=step.verb.value,
            occurred_at=self._now,
            now=self._now,
        )

    def call_off(self, step: Step) -> None:
        contract = self._contract(step)
        if contract is not None and self._lines(contract, LineState.CAME_BACK):
            orders.call_off(
                seller_id=contract.seller_id,
                seller_order_id=contract.id,
                actor=self._seller(contract),
                now=self._now,
            )

    def _order(self, step: Step) -> Order | None:
        return self._orders.get(step.purchase.key)

    def _contract(self, step: Step) -> SellerOrder | None:
        """The contract that a step is about: the favourite's is the first."""
        order = self._order(step)
        if order is None:
            return None
        if order.id not in self._agreed:
            found = SellerOrder.objects.filter(order_id=order.id).order_by("seller_id")
            rows = sorted(found, key=lambda row: row.seller_id != self._favourite)
            self._agreed[order.id] = rows
        contracts = self._agreed[order.id]
        return contracts[step.part] if step.part < len(contracts) else None

    def _lines(self, contract: SellerOrder | None, *states: LineState) -> list[Line]:
        if contract is None:
            return []
        wanted = [state.value for state in states]
        return list(
            Line.objects.filter(
                seller_id=contract.seller_id, seller_order=contract, state__in=wanted
            ).order_by("position")
        )

    def _is(self, order: Order, state: LineState) -> bool:
        return Line.objects.filter(order=order, state=state.value).exists()

    def _seller(self, contract: SellerOrder) -> log.Actor:
        return log.Actor("seller", self._people.get(contract.seller_id))

    def _chance(self, step: Step, more: object = "") -> Random:
        key = f"{step.verb.value} {step.purchase.key} {step.part} {more}"
        return Random(key)  # noqa: S311  alike every time, not secret


_TAKE: Final[dict[Verb, Callable[[Player, Step], None]]] = {
    Verb.PLACE: Player.place,
    Verb.OPEN_PAGE: Player.open_page,
    Verb.BE_DECLINED: Player.be_declined,
    Verb.PAY: Player.pay,
    Verb.PAY_AGAIN: Player.pay_again,
    Verb.SWEEP_UNPAID: Player.sweep_unpaid,
    Verb.SWEEP_SILENT: Player.sweep_silent,
    Verb.ANSWER: Player.answer,
    Verb.REFUSE: Player.refuse,
    Verb.SHIP: Player.ship,
    Verb.HAND_OVER: Player.scan,
    Verb.ARRIVE: Player.scan,
    Verb.DELIVER: Player.scan,
    Verb.RETURN: Player.scan,
    Verb.CALL_OFF: Player.call_off,
}
_AT_THE_PROVIDER: Final = frozenset(
    {
        Verb.OPEN_PAGE, Verb.BE_DECLINED, Verb.PAY, Verb.PAY_AGAIN, Verb.SWEEP_UNPAID,
        Verb.SWEEP_SILENT, Verb.ANSWER, Verb.REFUSE, Verb.CALL_OFF,
    }
)  # fmt: skip
