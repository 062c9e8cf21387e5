"""The evidence of one order with everything in it, and ways to falsify a copy."""

from __future__ import annotations

import copy
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.kernel.evidence import seal
from reprise.notifications.queries import letters_of
from reprise.orders import evidence, proof
from reprise.orders.evidence import as_seller
from reprise.shipping import actions as shipping
from reprise.shipping.models import Shipment
from tests.cast import OfferCase, a_seller, a_variant, an_offer
from tests.moment import now
from tests.orders.sale import SELLER, pay, place
from tests.work import drain

_event = count(1)
Document = dict[str, Any]


def scan(shipment: Any, kind: str) -> None:
    parcel = Shipment.objects.get(id=shipment)
    told = shipping.receive_scan(
        carrier="sandbox", event_id=f"evidence-{next(_event)}", tracking=parcel.tracking,
        kind=kind, occurred_at=now(), now=now(),
    )  # fmt: skip
    assert told == "applied"
    drain()


class Story:
    """Two devices from one seller, one of them insured, one from another; a parcel comes back and
    is sent again."""

    def __init__(self, sandbox: Any) -> None:
        self.first = an_offer(
            seller=a_seller("Atelier Rhône"), variant=a_variant("Pixel 8"), price=31337, stock=5
        )
        self.second = an_offer(
            seller=a_seller("Werkstatt Elbe"), variant=a_variant("Galaxy S22"), price=27182, stock=5
        )
        self.sale = place((self.first, 2), (self.second, 1), insured={self.first.id: {1}})
        pay(self.sale, sandbox)
        self.sale.answer(self.first)
        self.sale.answer(self.second)
        drain()
        parcel = self.sale.ship(self.first)
        scan(parcel, "handed_over")
        scan(parcel, "returned")
        from reprise.orders import actions as orders

        again = orders.ship(
            seller_id=self.first.seller.id,
            seller_order_id=self.sale.contract(self.first).id,
            devices=dict.fromkeys(self.sale.lines(self.first)[:1], ("serial", "SN-AGAIN")),
            tracking="",
            actor=SELLER,
            now=now(),
        )
        scan(again, "delivered")
        self.sale.ship(self.second)
        drain()

    def told(self, viewer: evidence.Viewer) -> Document:
        order_id = self.sale.order.id
        return evidence.document(order_id, viewer, letters_of(order_id))

    def seller(self, case: OfferCase) -> Document:
        return self.told(as_seller(case.seller.id, now()))


@dataclass(frozen=True)
class Copies:
    buyer: Document
    first: Document
    second: Document


def leaves(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(node, dict):
        for name, value in node.items():
            yield from leaves(value, (*path, name))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from leaves(value, (*path, index))
    else:
        yield path


def changed(document: Document, path: tuple[Any, ...], value: Any) -> Document | None:
    """A copy with another leaf; None when it is the one that was there."""
    made = copy.deepcopy(document)
    node: Any = made
    for each in path[:-1]:
        node = node[each]
    if json.dumps(node[path[-1]]) == json.dumps(value):
        return None
    node[path[-1]] = value
    return made


def resealed(document: Document) -> Document:
    return {**document, "seal": seal(document)}


def wrong(document: Any, full: Any = None) -> tuple[str, ...]:
    return proof.verify(document, full).problems


VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 10**12), st.text(max_size=12), st.floats(),
    st.lists(st.integers(), max_size=2), st.dictionaries(st.text(max_size=3), st.integers()),
)  # fmt: skip


def breaks(told: Document, paths: list[tuple[Any, ...]]) -> None:
    """Anything else in any place is found."""

    @settings(max_examples=400, deadline=None)
    @given(st.sampled_from(paths), VALUES)
    def check(path: tuple[Any, ...], value: Any) -> None:
        other = changed(told, path, value)
        if other is not None:
            assert wrong(other), path

    check()


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def says(text: str, secret: str) -> bool:
    """Whether ``text`` tells ``secret``; a number only where it is not part of a longer word, for
    any digits stand in some hash or time."""
    if not secret.isdigit():
        return secret in text
    return re.search(rf"(?<!\w){secret}(?!\w)", text) is not None
