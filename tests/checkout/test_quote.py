"""A quote: its sum, the shares of shipping, and a print that tells every change of the deal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.checkout.rules import Device, Method, Model, Quote, QuoteLine, SellerQuote
from reprise.kernel.money import Money

PHONE = Device(
    UUID(int=7), Model("phone", "Phone", "phone"), "phone-128", 128, None, "midnight", "#000000",
    {}, {},
)  # fmt: skip
cents = st.integers(1, 500_000)


def euros(minor: int) -> Money:
    return Money(minor, "EUR")


def a_line(number: int = 1, price: int = 20_000, quantity: int = 1, **more: Any) -> QuoteLine:
    facts: dict[str, Any] = {
        "offer_id": UUID(int=number), "variant": PHONE, "grade": "good", "title": "Phone",
        "quantity": quantity, "price": euros(price), "seen": euros(price), "available": 9,
        "levy": euros(840), "vat_scheme": "margin", "warranty_months": 24,
        "promise": {"battery_min": 85},
    }  # fmt: skip
    return QuoteLine(**(facts | more))


def a_seller(number: int, shipping: int, *lines: QuoteLine, **more: Any) -> SellerQuote:
    method = Method("home", "sandbox", "home", euros(shipping), 1, 2)
    facts: dict[str, Any] = {
        "seller_id": UUID(int=number), "trader_id": UUID(int=number), "name": "Atelier",
        "slug": "atelier", "town": "Lyon", "country": "FR", "is_operator": False,
        "methods": (method,), "chosen": method, "promised_by": date(2026, 12, 1), "lines": lines,
    }  # fmt: skip
    return SellerQuote(**(facts | more))


def a_quote(*sellers: SellerQuote, **more: Any) -> Quote:
    facts = {"service_fee": euros(399), "terms_version": "2026-01"}
    return Quote("fr", "EUR", sellers, **(facts | more))


SEEN = a_quote(
    a_seller(1, 300, a_line(1, 20_000, quantity=2), a_line(2, 31_000)),
    a_seller(2, 500, a_line(3, 15_000)),
)


@given(st.lists(st.tuples(cents, st.integers(1, 4)), min_size=1, max_size=4), st.integers(0, 2_000))
def test_shipping_is_shared_to_the_last_cent(lines: list[tuple[int, int]], shipping: int) -> None:
    seller = a_seller(1, shipping, *(a_line(n, *line) for n, line in enumerate(lines)))
    shares = seller.shares()
    assert len(shares) == sum(quantity for _, quantity in lines)
    assert sum(share.minor for share in shares) == shipping
    whole = sum(price * quantity for price, quantity in lines)
    prices = [price for price, quantity in lines for _ in range(quantity)]
    for share, price in zip(shares, prices, strict=True):
        assert abs(share.minor * whole - shipping * price) < whole, "more than a cent off"


def test_the_total_is_everything_that_is_paid_and_nothing_twice() -> None:
    assert SEEN.items == euros(20_000 * 2 + 31_000 + 15_000)
    assert SEEN.shipping == euros(800)
    # The levy is contained in the prices.
    assert SEEN.total == euros(86_000 + 800 + 399)
    assert a_quote().total == euros(0), "who buys nothing pays no fee"


def with_line(**changes: Any) -> Quote:
    first, second = SEEN.sellers
    lines = (replace(first.lines[0], **changes), *first.lines[1:])
    return replace(SEEN, sellers=(replace(first, lines=lines), second))


def with_method(**changes: Any) -> Quote:
    first, second = SEEN.sellers
    return replace(SEEN, sellers=(replace(first, chosen=replace(first.chosen, **changes)), second))


# What leaves the total as it is says most: each point must be in the print by itself.
AGREED = {
    "market": replace(SEEN, market="be"),
    "terms": replace(SEEN, terms_version="2026-02"),
    "fee": replace(SEEN, service_fee=euros(400)),
    "seller": replace(
        SEEN, sellers=(replace(SEEN.sellers[0], seller_id=UUID(int=9)), SEEN.sellers[1])
    ),
    "way of delivery": with_method(code="express"),
    "days of delivery": with_method(days_max=5),
    "whose shipping": a_quote(
        a_seller(1, 500, a_line(1, 20_000, quantity=2), a_line(2, 31_000)),
        a_seller(2, 300, a_line(3, 15_000)),
    ),
    "whose price": a_quote(
        a_seller(1, 300, a_line(1, 20_000, quantity=2), a_line(2, 15_000)),
        a_seller(2, 500, a_line(3, 31_000)),
    ),
    "how many": with_line(quantity=1, price=euros(40_000)),
    "offer": with_line(offer_id=UUID(int=9)),
    "price": with_line(price=euros(20_001)),
    "tax": with_line(vat_scheme="standard"),
    "guarantee": with_line(warranty_months=12),
    "promise": with_line(promise={"battery_min": 80}),
}
# What may change under the buyer's hand without another agreement.
OF_NO_MATTER = {
    "stock": with_line(available=3),
    "the price when it was put in": with_line(seen=euros(1)),
    "what could be insured": with_line(premium=euros(5_490)),
}


@pytest.mark.parametrize("what", AGREED)
def test_another_agreement_has_another_print(what: str) -> None:
    assert AGREED[what].fingerprint != SEEN.fingerprint


@pytest.mark.parametrize("what", OF_NO_MATTER)
def test_the_same_agreement_has_the_same_print(what: str) -> None:
    assert OF_NO_MATTER[what].fingerprint == SEEN.fingerprint
