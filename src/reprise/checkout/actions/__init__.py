"""Filling a basket and turning it into an order."""

from reprise.checkout.actions.basket import (
    BadQuantity,
    BasketFull,
    UnknownOffer,
    forget_stale,
    open_basket,
    put,
    put_in_new,
)
from reprise.checkout.actions.order import (
    AS_QUOTED,
    MOST_AT_ONCE,
    UNINSURED,
    BadDelivery,
    BadMethod,
    Delivery,
    EmptyBasket,
    NoPoint,
    Placed,
    PriceTooLow,
    QuoteChanged,
    TooMany,
    pay_again,
    place_order,
)
from reprise.checkout.holding import MOST_UNPAID, TooManyUnpaid

__all__ = [
    "AS_QUOTED",
    "MOST_AT_ONCE",
    "MOST_UNPAID",
    "UNINSURED",
    "BadDelivery",
    "BadMethod",
    "BadQuantity",
    "BasketFull",
    "Delivery",
    "EmptyBasket",
    "NoPoint",
    "Placed",
    "PriceTooLow",
    "QuoteChanged",
    "TooMany",
    "TooManyUnpaid",
    "UnknownOffer",
    "forget_stale",
    "open_basket",
    "pay_again",
    "place_order",
    "put",
    "put_in_new",
]
