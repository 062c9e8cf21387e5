"""What is counted, by kind."""

from __future__ import annotations

from enum import Enum


class What(Enum):
    """Pages by their kind, then searches by what came of them."""

    ENTRANCE = "entrance"
    HOME = "home"
    CATEGORY = "category"
    SEARCH = "search"
    PRODUCT = "product"
    BASKET = "basket"
    CHECKOUT = "checkout"
    ORDER = "order"
    ACCOUNT = "account"
    ABOUT = "about"
    SELLER = "seller"
    OTHER = "other"
    FOUND = "found"
    NOTHING = "nothing"


SEARCHES = (What.FOUND, What.NOTHING)
PAGES = tuple(each for each in What if each not in SEARCHES)


class Crowd(Enum):
    """Whom a sketch counts in a month.

    A market's clients have one of their own: `of_market`.
    """

    CLIENTS = "clients"
    SIGNED_IN = "signed_in"
    ACCOUNTS = "accounts"
    SELLERS = "sellers"


def of_market(market: str) -> str:
    """The name of the crowd that was seen in a market."""
    return f"market:{market}"
