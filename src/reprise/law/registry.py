"""Every provision that there is: one line a country."""

from __future__ import annotations

from reprise.law import be, de, es, eu, fr, it, nl, pt, terms
from reprise.law.be.guarantee import LAW as BELGIUM
from reprise.law.de.guarantee import LAW as GERMANY
from reprise.law.es.guarantee import LAW as SPAIN
from reprise.law.fr.guarantee import LAW as FRANCE
from reprise.law.guarantee.questions import Guarantee
from reprise.law.it.guarantee import LAW as ITALY
from reprise.law.nl.guarantee import LAW as NETHERLANDS
from reprise.law.producers import seller as producers
from reprise.law.provision import BOOK, Provision
from reprise.law.pt.guarantee import LAW as PORTUGAL

COUNTRIES = (be, de, es, eu, fr, it, nl, producers, pt, terms)
_GUARANTEES = {
    law.country: law for law in (BELGIUM, GERMANY, SPAIN, FRANCE, ITALY, NETHERLANDS, PORTUGAL)
}


class UnknownProvision(LookupError):
    """No provision has that key."""


def guarantee_of(country: str) -> Guarantee:
    """What ``country`` (ISO code) answers about the legal guarantee.

    Raises UnknownProvision for a country whose law is not written here.
    """
    try:
        return _GUARANTEES[country]
    except KeyError:
        raise UnknownProvision(f"no law of guarantee for {country!r}") from None


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
