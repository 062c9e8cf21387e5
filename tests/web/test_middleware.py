"""What no page has to think of: hosts, NULs, sizes, and pages that are for this machine only."""

from __future__ import annotations

import base64
from http import cookies
from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_another_name_for_this_machine_opens_nothing() -> None:
    for path in ("/", "/dev/mailbox/", "/seller/login/", "/healthz"):
        assert Client(headers={"Host": "evil.example"}).get(path).status_code == 400


@pytest.mark.parametrize("method", ["head", "Head", "get", "pOST"])
@pytest.mark.parametrize("path", ["/", "/staff/", "/api/v1/markets", "/static/x.css"])
def test_a_method_in_small_letters_is_none(path: str, method: str) -> None:
    """A web server sends a body with "head", where Django believes that nobody is shown any."""
    answer = Client().generic(method, path)
    assert answer.status_code == 400
    assert answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-For": "203.0.113.9"},
        {"X-Real-IP": "203.0.113.9"},
        {"Forwarded": "for=203.0.113.9"},
        {"Via": "1.1 proxy"},
    ],
)
def test_demo_pages_are_shut_behind_a_proxy(headers: dict[str, str]) -> None:
    assert Client(headers=headers).get("/dev/mailbox/").status_code == 404


def test_a_public_name_does_not_open_demo_pages(settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["shop.example"]
    assert Client(headers={"Host": "shop.example"}).get("/dev/mailbox/").status_code == 404


@pytest.mark.parametrize("origin", ["http://[", "http://]", "http://[::1", "//[", "null", "", "é"])
def test_an_origin_that_is_no_address_is_not_ours(origin: str) -> None:
    for path in ("/fr-fr/choices/", "/seller/login/", "/fr-fr/basket/items/"):
        answer = Client(headers={"Origin": origin}).post(path, {"answer": "none"})
        assert answer.status_code == 403
        assert answer.headers["Content-Security-Policy"]


READ = (
    "Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Cookie", "If-Match",
    "If-Modified-Since", "If-None-Match", "Range", "Referer", "Sec-Fetch-Dest", "Sec-Fetch-Mode",
    "Sec-Purpose", "User-Agent", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
)  # fmt: skip
ODD = (
    "http://[", "[::1", "é", "\x7f", ";;q=;", "*;q=1.0.0,*;q=nan", 'W/"', '"', "a" * 9000, "%",
    "=;", "bytes=-1--9", "en;q=1e9", "a=%ud800", "[]:99999999",
    "Mon, 99 Foo 0000 00:00:00 GMT", "..",
)  # fmt: skip


@pytest.mark.parametrize("header", READ)
def test_no_header_is_a_server_error(header: str) -> None:
    for value in ODD:
        client = Client(headers={header: value}, raise_request_exception=False)
        for path in ("/", "/fr-fr/", "/fr-fr/search/?q=x", "/fr-fr/account/", "/staff/",
                     "/api/v1/markets", "/fr-fr/choices/", "/healthz"):  # fmt: skip
            assert client.get(path).status_code < 500, (path, value)
        assert client.post("/fr-fr/choices/", {"answer": "none"}).status_code < 500, value


@pytest.mark.parametrize("path", ["/seller/offers/?q=%00", "/seller/orders/%00/", "/x%00"])
def test_a_nul_in_an_address_is_no_server_error(path: str) -> None:
    assert Client().get(path).status_code == 400


@pytest.mark.parametrize("value", ["a\0b"])
def test_a_nul_in_a_form_is_no_server_error(value: str) -> None:
    for path in ("/seller/login/", "/fr-fr/basket/items/"):
        assert Client().post(path, {"email": value, "offer": value}).status_code == 400
        form = f"email={value}".encode()
        answer = Client().post(path, form, "application/x-www-form-urlencoded")
        assert answer.status_code == 400


MULTIPART = "multipart/form-data; boundary=b"
BASE64 = "\r\nContent-Transfer-Encoding: base64"


def part(name: str, value: str, more: str = "") -> bytes:
    """A form of one field."""
    head = f'Content-Disposition: form-data; name="{name}"{more}'
    return f"--b\r\n{head}\r\n\r\n{value}\r\n--b--\r\n".encode()


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (part("offer", base64.b64encode(b"a\0b").decode(), BASE64), MULTIPART),
        (part("offer", "a+AAA-b"), f"{MULTIPART}; charset=utf-7"),
        (part("offer", "a+2AA-b"), f"{MULTIPART}; charset=utf-7"),
        (part("a+2AA-b", "x"), f"{MULTIPART}; charset=utf-7"),
        (b"%00=x", "application/x-www-form-urlencoded"),
    ],
    ids=["base64", "utf-7", "half a letter", "in a name", "in a plain name"],
)
def test_what_nobody_can_type_does_not_hide_in_a_form(body: bytes, content_type: str) -> None:
    for path in ("/fr-fr/basket/items/", "/seller/login/"):
        answer = Client().generic("POST", path, body, content_type)
        assert answer.status_code == 400
        assert answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"x", "multipart/form-data"),
        (
            b"&".join(b"a%d=1" % number for number in range(1001)),
            "application/x-www-form-urlencoded",
        ),
        (b"offer=1", "application/x-www-form-urlencoded; charset=utf-16"),
    ],
    ids=["no boundary", "1001 fields", "utf-16"],
)
def test_a_form_that_cannot_be_read_is_refused_in_words(body: bytes, content_type: str) -> None:
    answer = Client().generic("POST", "/fr-fr/basket/items/", body, content_type)
    assert answer.status_code == 400
    assert answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("cookie", ['"\\000"', '"\\000' + "a" * 31 + '"', "'", "a" * 33, "\xff"])
def test_what_is_no_session_key_opens_no_session(cookie: str) -> None:
    answer = Client(headers={"Cookie": f"session={cookie}"}).get("/fr-fr/account/")
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/fr-fr/account/login/")


def test_a_cookie_with_a_backslash_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading sixty thousand of them holds a process up for longer than anybody waits."""
    read: list[str] = []
    monkeypatch.setattr(cookies, "_unquote", lambda text: read.append(text) or text)
    sent = 'a=b; basket="' + "\\" * 100 + '"; session=' + "c" * 32
    assert Client(headers={"Cookie": sent}).get("/fr-fr/basket/").status_code == 200
    assert Client(headers={"Cookie": sent}).get("/fr-fr/account/").status_code == 303
    assert "c" * 32 in read
    assert not any("\\" in each for each in read)


def test_a_form_larger_than_any_of_ours_is_refused_unread() -> None:
    answer = Client().post("/fr-fr/basket/items/", b"x" * 1_000_001, "text/plain")
    assert answer.status_code == 413


def test_every_answer_has_its_headers() -> None:
    answer = Client().get("/")
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
