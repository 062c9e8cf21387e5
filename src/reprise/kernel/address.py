"""E-mail addresses as they are stored and compared."""

from __future__ import annotations


def comparable(address: str) -> bool:
    """False for an address with letters outside ASCII.

    Changing the case folds some of them onto plain ones ("gmaİl" onto "gmail", "ſ" onto "s") while
    the mail goes to another domain: whoever owns that one would pass for somebody else.  A domain
    with such letters has a spelling without them (xn--...).
    """
    return address.isascii()
