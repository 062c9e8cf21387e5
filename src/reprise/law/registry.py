"""Every provision that there is: one line a country."""

from __future__ import annotations

from reprise.law import de, eu, fr, nl, terms
from reprise.law.provision import BOOK, Provision

COUNTRIES = (eu, de, fr, nl, terms)


class UnknownProvision(LookupError):
    """No provision has that key."""


def provisions() -> tuple[Provision, ...]:
    """All of them, by key."""
    return tuple(BOOK)


def named(key: str) -> Provision:
    """One of them.  Raises UnknownProvision, which names what comes near."""
    from difflib import get_close_matches

    try:
        return BOOK.pages[key]
    except KeyError:
        near = get_close_matches(key, BOOK.pages, 3)
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        raise UnknownProvision(f"no provision is called {key!r}{hint}") from None
