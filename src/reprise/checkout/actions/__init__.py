"""Filling a basket and turning it into an order."""

from reprise.checkout.actions.basket import (
    BadQuantity,
    UnknownOffer,
    open_basket,
    put,
    put_in_new,
)
from reprise.checkout.actions.order import (
    AS_QUOTED,
    MOST_AT_ONCE,
    MOST_UNPAID,
    UNINSURED,
    BadDelivery,
    BadMethod,
    Delivery,
    EmptyBasket,
    NoPoint,
    Placed,
    QuoteChanged,
    TooMany,
    TooManyUnpaid,
    pay_again,
    place_order,
)

__all__ = [
    "AS_QUOTED",
    "MOST_AT_ONCE",
    "MOST_UNPAID",
    "UNINSURED",
    "BadDelivery",
    "BadMethod",
    "BadQuantity",
    "Delivery",
    "EmptyBasket",
    "NoPoint",
    "Placed",
    "QuoteChanged",
    "TooMany",
    "TooManyUnpaid",
    "UnknownOffer",
    "open_basket",
    "pay_again",
    "place_order",
    "put",
    "put_in_new",
]
