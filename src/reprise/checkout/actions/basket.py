"""Opening a basket and filling it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from reprise import rows
from reprise.checkout import queries
from reprise.checkout.models import KEPT_FOR, MOST_OF_ONE, MOST_OFFERS, Basket, BasketItem
from reprise.kernel.ids import new_id
from reprise.kernel.refusal import Refusal
from reprise.outbox.flush import LATER


class UnknownOffer(Refusal):
    code = "unknown_offer"
    message = "This device is not offered here any more. Please choose another one."
    status = 404


class BadQuantity(Refusal):
    code = "bad_quantity"
    message = "You can put 1 to %(most)s of the same device in the basket."
    status = 422


class BasketFull(Refusal):
    code = "basket_full"
    message = (
        "Your basket holds %(most)s different devices, and no more fit in. Nothing was added;"
        " please take one out first."
    )
    status = 422


def _new_token() -> str:
    return secrets.token_urlsafe(24)


def open_basket(market: str, now: datetime, basket_id: UUID | None = None) -> tuple[Basket, str]:
    """A new basket and the token that opens it; its id where the caller has one for it."""
    token = _new_token()
    basket = Basket(
        id=basket_id or new_id(),
        token_digest=queries.token_digest(token),
        market=market,
        updated_at=now,
    )
    rows.insert([basket])
    return basket, token


# A basket promises nothing, so it does not wait for the disk.
_OFFERED = """
SELECT m.offer_id, m.seller_id, m.price_minor
  FROM offers_marketoffer m
  JOIN offers_offer o ON o.id = m.offer_id AND o.active
  JOIN sellers_seller s ON s.id = m.seller_id AND s.active
 WHERE m.offer_id = %(offer)s AND m.market = %(market)s AND m.active
"""
_PUT = f"""
WITH offered AS ({_OFFERED})
INSERT INTO checkout_basketitem (id, basket_id, offer_id, seller_id, quantity, seen_minor)
SELECT %(item)s, %(basket)s, offer_id, seller_id, %(quantity)s, price_minor FROM offered, {LATER}
 WHERE (SELECT count(*) FROM checkout_basketitem
         WHERE basket_id = %(basket)s AND offer_id <> %(offer)s) < %(most)s
ON CONFLICT (basket_id, offer_id) DO UPDATE SET quantity = EXCLUDED.quantity
"""  # noqa: S608
_PUT_IN_NEW = f"""
WITH offered AS ({_OFFERED}), opened AS (
    INSERT INTO checkout_basket (id, token_digest, market, updated_at)
    SELECT %(basket)s, %(digest)s, %(market)s, %(now)s FROM offered)
INSERT INTO checkout_basketitem (id, basket_id, offer_id, seller_id, quantity, seen_minor)
SELECT %(item)s, %(basket)s, offer_id, seller_id, %(quantity)s, price_minor FROM offered, {LATER}
"""  # noqa: S608


def put_in_new(market: str, offer_id: UUID, quantity: int, now: datetime) -> str:
    """Open a basket with ``quantity`` of an offer in it; the token that opens it.

    Raises UnknownOffer, BadQuantity, and then there is no basket.
    """
    if not 1 <= quantity <= MOST_OF_ONE:
        raise BadQuantity(most=MOST_OF_ONE)
    token = _new_token()
    _write_item(
        _PUT_IN_NEW,
        {
            "basket": new_id(), "digest": queries.token_digest(token), "now": now, "item": new_id(),
            "offer": offer_id, "market": market, "quantity": quantity,
        },
    )  # fmt: skip
    return token


def put(basket: Basket, offer_id: UUID, quantity: int, now: datetime) -> None:
    """Have ``quantity`` of an offer in the basket; 0 takes it out.

    Raises UnknownOffer when the offer is not sold in the basket's market, BadQuantity, BasketFull.
    """
    if not 0 <= quantity <= MOST_OF_ONE:
        raise BadQuantity(most=MOST_OF_ONE)
    if quantity == 0:
        rows.delete(BasketItem, basket_id=basket.id, offer_id=offer_id)
        return
    _write_item(
        _PUT,
        {
            "basket": basket.id, "item": new_id(), "most": MOST_OFFERS,
            "offer": offer_id, "market": basket.market, "quantity": quantity,
        },
    )  # fmt: skip


@transaction.atomic
def forget_stale(now: datetime) -> int:
    """Delete the baskets that no browser can open any more; how many."""
    old = Basket.objects.filter(updated_at__lt=now - KEPT_FOR - timedelta(days=1))
    BasketItem.objects.filter(basket__in=old).delete()
    return old.delete()[0]


def _write_item(statement: str, values: Mapping[str, Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        if cursor.rowcount:
            return
        cursor.execute(_OFFERED, values)
        if cursor.rowcount:
            raise BasketFull(most=MOST_OFFERS)
    raise UnknownOffer
