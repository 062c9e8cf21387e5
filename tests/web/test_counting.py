"""Which requests are counted, as what, and what they cost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reprise.accounts.models import User
from reprise.audience import queries
from reprise.audience.models import Batch as MergedBatch
from reprise.audience.models import Count, ProductViews, Sketch, Word
from reprise.audience.tally import Batch, Tally, estimate
from reprise.discovery.actions import rebuild
from reprise.kernel import clock
from reprise.sellers.models import Member
from reprise.web import counting
from tests.audience.counted import a_key
from tests.cast import an_offer
from tests.moment import now
from tests.web.counted import BROWSER

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def tally() -> Iterator[Tally]:
    """This process's, as new; its clock is the pages'."""
    counting.tally.cache_clear()
    a_key(clock.now())
    counting.report()
    yield counting.tally()
    counting.tally.cache_clear()


def browser(address: str = "203.0.113.7", agent: str = BROWSER, **more: Any) -> Client:
    return Client(REMOTE_ADDR=address, HTTP_USER_AGENT=agent, **more)


def taken(tally: Tally) -> Batch:
    found = tally.batch(clock.now()) or Batch()
    tally.merged()
    return found


def whats(batch: Batch) -> dict[tuple[str, str, str], int]:
    return {(market, language, what): n for (_, market, language, what), n in batch.counts.items()}


def crowds(batch: Batch) -> dict[str, int]:
    return {crowd: estimate(sketch).number for (_, crowd), sketch in batch.crowds.items()}


def test_pages_count_by_kind_market_and_language(tally: Tally) -> None:
    client = browser()
    for path in (
        "/", "/fr-fr/", "/nl-be/", "/nl-be/", "/de-de/terms/", "/de-de/terms/2026-01/",
        "/de-de/basket/",
    ):  # fmt: skip
        assert client.get(path).status_code == 200, path
    assert client.get("/fr-fr/account/login/").status_code == 200
    batch = taken(tally)
    assert whats(batch) == {
        ("", "", "entrance"): 1,
        ("fr", "fr", "home"): 1,
        ("be", "nl", "home"): 2,
        ("de", "de", "about"): 2,
        ("de", "de", "basket"): 1,
        ("fr", "fr", "account"): 1,
    }
    assert crowds(batch) == {"clients": 1, "market:fr": 1, "market:be": 1, "market:de": 1}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/healthz", 200), ("/robots.txt", 200), ("/sitemap.xml", 200), ("/favicon.ico", 200),
        ("/api/v1/markets", 200), ("/fr-fr/nothing/", 404), ("/staff/", 302), ("/seller/", 302),
        ("/staff/login/", 200), ("/fr-fr/checkout/", 302), ("/fr-fr/terms", 301),
    ],
)  # fmt: skip
def test_what_is_no_page_of_the_shop_is_not_counted(tally: Tally, path: str, status: int) -> None:
    assert browser().get(path).status_code == status
    assert taken(tally).counts == {}


def test_a_form_that_is_posted_and_a_head_are_no_views(tally: Tally) -> None:
    assert browser().head("/fr-fr/").status_code == 200
    assert browser().post("/fr-fr/account/login/", {}).status_code == 422
    assert taken(tally).counts == {}


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_USER_AGENT": ""},
        {"HTTP_USER_AGENT": "Mozilla/5.0 (compatible; bingbot/2.0)"},
        {"HTTP_SEC_PURPOSE": "prefetch"},
        {"HTTP_SEC_PURPOSE": "prefetch;prerender"},
        {"HTTP_PURPOSE": "prefetch"},
    ],
)
def test_robots_and_what_is_fetched_ahead_are_left_out(tally: Tally, headers: Any) -> None:
    asked = {"REMOTE_ADDR": "203.0.113.7", "HTTP_USER_AGENT": BROWSER, **headers}
    assert Client(**asked).get("/fr-fr/").status_code == 200
    assert taken(tally).counts == {}


def test_who_has_the_page_already_has_seen_it_again(tally: Tally) -> None:
    rebuild(now())
    client = browser()
    client.get("/fr-fr/")
    etag = client.get("/fr-fr/").headers["ETag"]
    assert client.get("/fr-fr/", headers={"If-None-Match": etag}).status_code == 304
    assert whats(taken(tally)) == {("fr", "fr", "home"): 3}


def test_a_client_is_a_network_and_a_browser(tally: Tally) -> None:
    other = BROWSER.replace("132", "133")
    for address, agent in (
        ("203.0.113.7", BROWSER), ("203.0.113.99", BROWSER), ("203.0.113.7", other),
        ("203.0.114.7", BROWSER), ("2001:db8:1:2::3", BROWSER), ("2001:db8:1:ffff::4", BROWSER),
    ):  # fmt: skip
        browser(address, agent).get("/fr-fr/")
    assert crowds(taken(tally)) == {"clients": 4, "market:fr": 4}


def signed_in(email: str, **more: Any) -> User:
    return User.objects.create_user(email, "a long enough word", **more)


def test_a_person_on_two_devices_is_one_account(tally: Tally) -> None:
    user = signed_in("buyer@room.example")
    for agent in (BROWSER, BROWSER.replace("132", "133")):
        client = browser(agent=agent)
        client.get("/fr-fr/")
        client.force_login(user)
        assert client.get("/fr-fr/account/").status_code == 200
    found = crowds(taken(tally))
    assert found == {"clients": 2, "market:fr": 2, "signed_in": 2, "accounts": 1}


def test_sellers_are_counted_in_their_room_and_apart(tally: Tally) -> None:
    case = an_offer(stock=1)
    user = signed_in("seller@room.example")
    Member.objects.create(seller=case.seller, user_id=user.id)
    client = browser()
    client.force_login(user)
    assert client.get("/seller/offers/").status_code == 200
    batch = taken(tally)
    assert crowds(batch) == {"clients": 1, "signed_in": 1, "accounts": 1, "sellers": 1}
    assert whats(batch) == {("", "", "seller"): 1}


def test_a_buyer_at_the_sellers_door_is_no_seller(tally: Tally) -> None:
    client = browser()
    client.force_login(signed_in("buyer@room.example"))
    assert client.get("/seller/login/").status_code == 200
    assert "sellers" not in crowds(taken(tally))


def test_a_stored_page_costs_no_further_statement(tally: Tally) -> None:
    """It is one look into the store, counted or not."""
    case = an_offer(stock=2)
    rebuild(now())
    path = f"/fr-fr/products/{case.offer.variant.product.slug}/"
    client = browser()
    client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(path).status_code == 200
    assert len(asked) == 1
    batch = taken(tally)
    assert whats(batch) == {("fr", "fr", "product"): 2}
    assert list(batch.products.values()) == [2]


def test_counting_does_not_look_who_is_signed_in(tally: Tally) -> None:
    """A public page never asks, so a session's cookie there changes nothing."""
    client = browser()
    client.force_login(signed_in("buyer@room.example"))
    with CaptureQueriesContext(connection) as asked:
        client.get("/fr-fr/terms/")
    assert len(asked) == 0
    assert crowds(taken(tally)) == {"clients": 1, "market:fr": 1}


def test_searches_count_by_what_came_of_them(tally: Tally) -> None:
    case = an_offer(stock=1)
    rebuild(now())
    name = case.offer.variant.product.name
    client = browser()
    for query in (name, "qqxyzzy", "qqxyzzy"):
        assert client.get("/fr-fr/search/", {"q": query}).status_code == 200
    client.get("/fr-fr/search/")
    client.get("/fr-fr/search/", {"q": name, "price_max": "1"})
    batch = taken(tally)
    assert whats(batch) == {
        ("fr", "fr", "search"): 5, ("fr", "fr", "found"): 1, ("fr", "fr", "nothing"): 2,
    }  # fmt: skip
    assert len(batch.words) == 1


def test_no_cookie_is_set_and_nothing_is_asked_of_the_device(tally: Tally) -> None:
    answer = browser().get("/fr-fr/")
    assert not answer.cookies
    assert "Accept-CH" not in answer.headers
    assert taken(tally).counts


def test_a_page_that_cannot_be_counted_is_shown(
    tally: Tally, monkeypatch: Any, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("203.0.113.7")

    monkeypatch.setattr(Tally, "page", broken)
    assert browser().get("/fr-fr/").status_code == 200
    assert "a page was not counted: ValueError" in caplog.text
    assert "203.0.113.7" not in caplog.text


def test_a_database_that_is_away_loses_nothing(
    tally: Tally, monkeypatch: Any, caplog: pytest.LogCaptureFixture
) -> None:
    browser().get("/fr-fr/")

    def away(*_: object) -> None:
        raise ConnectionError("a row with 203.0.113.7")

    with monkeypatch.context() as patch:
        patch.setattr("reprise.audience.actions.merge", away)
        counting.report()
    assert "waits: ConnectionError" in caplog.text
    assert "203.0.113.7" not in caplog.text
    assert not Count.objects.exists()
    browser().get("/fr-fr/")
    counting.report()
    assert Count.objects.get().number == 2


def test_from_a_request_to_the_rows(tally: Tally) -> None:
    case = an_offer(stock=1)
    rebuild(now())
    slug = case.offer.variant.product.slug
    browser().get(f"/nl-be/products/{slug}/")
    browser().get("/nl-be/search/", {"q": "qqxyzzy"})
    counting.report()
    month = now().date().replace(day=1)
    found = queries.running(month)
    assert found is not None
    assert found.recipients.number == 1
    assert ProductViews.objects.get().product == slug
    assert {row.what: row.number for row in Count.objects.all()} == {
        "product": 1, "search": 1, "nothing": 1,
    }  # fmt: skip
    assert Word.objects.get().text == ""
    before = Sketch.objects.count(), MergedBatch.objects.count()
    counting.report()
    assert (Sketch.objects.count(), MergedBatch.objects.count()) == before
