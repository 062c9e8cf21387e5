"""The public pages and files, asked for in every way that HTTP allows."""

from __future__ import annotations

import gzip

import pytest
from django.test import Client, RequestFactory

from reprise.discovery.actions import rebuild
from reprise.web.assets import asset
from reprise.web.http import has_it, reads_gzip
from tests.cast import an_offer
from tests.moment import now

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("accepted", "reads"),
    [
        ("gzip", True), ("GZip", True), ("*", True), ("deflate, gzip;q=1.0", True),
        ("gzip ; q=0.5", True), ("gzip;q=0.001", True), ("*;q=0, gzip", True),
        ("br;q=1.0, gzip;q=0.8, *;q=0.1", True), ("gzip, gzip;q=1", True),
        ("", False), ("br", False), ("gzip;q=0", False), ("gzip;q=0.000, br", False),
        ("gzip;q=0, *", False), ("*;q=0", False), ("identity", False), ("notgzip", False),
        ("x-gzipped", False), ("gzip;q=zz", False), ("gzip;q=", False), ("gzip;level=9", False),
        ("\xff", False), (",,;;,", False),
    ],
)  # fmt: skip
def test_who_reads_gzip(accepted: str, reads: bool) -> None:
    request = RequestFactory().get("/", headers={"Accept-Encoding": accepted})
    assert reads_gzip(request) is reads


@pytest.mark.parametrize("etag", ['"a"', 'W/"a"'])
@pytest.mark.parametrize(
    ("given", "has"),
    [
        ('"a"', True), ('W/"a"', True), ('"b", W/"a"', True), ("*", True),
        ('"b"', False), ("a", False), ("", False), ('"a', False), ('"A"', False),
    ],
)  # fmt: skip
def test_who_has_it(etag: str, given: str, has: bool) -> None:
    request = RequestFactory().get("/", headers={"If-None-Match": given})
    assert has_it(request, etag) is has


@pytest.fixture
def pages() -> list[str]:
    """Every kind of public page and file."""
    case = an_offer(stock=2, price=31200)
    rebuild(now())
    product = case.offer.variant.product
    return [
        "/",
        "/healthz",
        "/fr-fr/",
        f"/fr-fr/categories/{product.category.slug}/",
        f"/fr-fr/products/{product.slug}/",
        f"/fr-fr/products/{product.slug}/{case.offer.variant.slug}/?grade=good",
        "/fr-fr/search/?q=iphone",
        "/fr-fr/how-we-rank/",
        "/fr-fr/terms/",
        "/fr-fr/privacy/",
        asset("base.css").address,
        "/drawings/iphone-dual-diagonal-232a31.svg",
    ]


def test_nobody_gets_gzip_who_refuses_it(pages: list[str]) -> None:
    packed = 0
    for path in pages:
        plain = Client().get(path, headers={"Accept-Encoding": "gzip;q=0"})
        assert plain.status_code == 200, path
        assert "Content-Encoding" not in plain.headers, path
        small = Client().get(path, headers={"Accept-Encoding": "br, gzip"})
        if "Content-Encoding" in small.headers:
            packed += 1
            assert gzip.decompress(small.content) == plain.content, path
            assert plain.headers["Vary"] == small.headers["Vary"] == "Accept-Encoding"
    assert packed >= 9


def test_public_pages_are_for_reading(pages: list[str]) -> None:
    for path in pages:
        for method in ("post", "put", "patch", "delete", "options", "trace"):
            answer = getattr(Client(), method)(path)
            assert answer.status_code == 405, (path, method)
            assert answer.headers["Allow"] == "GET, HEAD"
        got, head = Client().get(path), Client().head(path)
        assert (head.status_code, head.content) == (200, b""), path
        assert head.headers["Content-Type"] == got.headers["Content-Type"]
        assert head.headers.get("ETag") == got.headers.get("ETag")


def test_a_page_that_is_still_the_same_is_not_sent_again(pages: list[str]) -> None:
    tagged = 0
    for path in pages:
        etag = Client().get(path).headers.get("ETag")
        if etag is None:
            continue
        tagged += 1
        for given in (etag, etag.removeprefix("W/"), f'"other", {etag}', "*"):
            again = Client().get(path, headers={"If-None-Match": given})
            assert (again.status_code, again.content) == (304, b""), (path, given)
            assert (again.headers["ETag"], again.headers["Vary"]) == (etag, "Accept-Encoding")
        assert Client().get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    assert tagged == 4


def test_a_range_gets_the_whole(pages: list[str]) -> None:
    for path in pages:
        answer = Client().get(path, headers={"Range": "bytes=0-3"})
        assert (answer.status_code, len(answer.content) > 1) == (200, True)


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-Host": "evil.example"},
        {"Forwarded": "host=evil.example;proto=gopher"},
        {"X-Forwarded-Proto": "gopher", "X-Forwarded-Port": "666"},
        {"X-Original-URL": "/evil.example/", "X-Rewrite-URL": "/evil.example/"},
        {"X-Forwarded-Prefix": "/evil.example", "X-Script-Name": "/evil.example"},
        {"X-HTTP-Method-Override": "DELETE"},
        {"Accept-Language": "de", "Cookie": "django_language=de; basket=evil.example"},
        {
            "Host": "localhost:666",
            "Origin": "http://evil.example",
            "Referer": "http://evil.example",
        },
    ],
)
def test_no_header_is_in_a_page_that_others_get(pages: list[str], headers: dict[str, str]) -> None:
    """What the first visitor sends changes nothing for the second."""
    for path in pages:
        before = Client().get(path)
        poisoned = Client(headers=headers).get(path)
        served = Client().get(path)
        assert served.content == before.content, path
        # The front door alone speaks the browser's language, and says so to whoever keeps it.
        if path != "/" or "Accept-Language" not in headers:
            assert poisoned.content == served.content, path
        for mark in (b"evil.example", b"gopher", b":666"):
            assert mark not in served.content, (path, mark)
        assert not poisoned.cookies
