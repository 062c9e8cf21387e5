"""A stored page is served while what it shows stands, and never afterwards."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from reprise.discovery import stored_pages
from reprise.offers import actions as offers
from tests.cast import an_offer
from tests.moment import now
from tests.work import drain

pytestmark = pytest.mark.django_db


def later() -> datetime:
    return now() + timedelta(minutes=10)


def kept(subject: str, path: str = "/fr-fr/x/", *, version: int | None = None) -> None:
    if version is None:
        version = stored_pages.look(path, subject, now()).version
    stored_pages.keep(path, subject, version, b"page", "tag", later())


def served(subject: str, path: str = "/fr-fr/x/") -> bool:
    return stored_pages.look(path, subject, now()).body == b"page"


def test_a_page_is_served_until_its_subject_changes() -> None:
    subject = stored_pages.product_subject("fr", "iphone-13")
    assert not served(subject)
    kept(subject)
    assert served(subject)
    stored_pages.change([stored_pages.product_subject("be", "iphone-13")])
    assert served(subject)
    stored_pages.change([subject])
    assert not served(subject)
    kept(subject)
    assert served(subject)


def test_a_page_made_before_a_change_and_kept_after_it_is_never_served() -> None:
    subject = stored_pages.product_subject("fr", "iphone-13")
    seen = stored_pages.look("/fr-fr/x/", subject, now()).version
    stored_pages.change([subject])
    kept(subject, version=seen)
    assert not served(subject)


def test_a_page_ends_with_its_time_and_is_then_forgotten() -> None:
    subject = stored_pages.list_subject("fr", "smartphones")
    kept(subject)
    assert stored_pages.look("/fr-fr/x/", subject, later()).body is None
    assert stored_pages.forget_stale(later()) == 1
    assert not served(subject)


def test_an_address_that_shows_something_else_now_is_made_anew() -> None:
    kept("p:fr:one")
    assert not served("p:fr:two")


def test_a_price_renews_the_products_page_and_the_lists_that_hold_it() -> None:
    case = an_offer(stock=2, price=31200)
    drain()
    product = case.offer.variant.product
    page = stored_pages.product_subject("fr", product.slug)
    shelf = stored_pages.list_subject("fr", product.category.slug)
    home = stored_pages.list_subject("fr")
    other = stored_pages.product_subject("fr", "another")
    for subject in (page, shelf, home, other):
        kept(subject, f"/{subject}")
    offers.set_price(case.seller.id, case.id, "fr", 29900, now())
    drain()
    assert not served(page, f"/{page}")
    assert not served(shelf, f"/{shelf}")
    assert not served(home, f"/{home}")
    assert served(other, f"/{other}")


def test_a_rebuild_renews_everything() -> None:
    kept("p:fr:one")
    stored_pages.everything_changed()
    assert not served("p:fr:one")
