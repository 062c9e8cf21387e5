"""What the web server calls, with what no browser sends."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from urllib.parse import unquote
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client

from reprise.web.door import Door, content_type
from tests.cast import CONTACT, an_offer
from tests.orders.sale import Sale, place
from tests.web.staff.test_room import staff

pytestmark = pytest.mark.django_db(transaction=True)

FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=b"
# Each said of a request by its Content-Type.
ODD = [
    *(
        f"text/plain; charset={each}"
        for each in ("base64", "rot13", "hex", "idna", "undefined", "zlib", "utf-7", "utf-16",
                     "unicode_escape", "utf_8_sig", "latin-1", "../x", "", "a" * 5000)
    ),
    "text/plain; charset*=utf-8''utf-8",
    "text/plain; charset*0=ut; charset*1=f-7",
    "text/plain; CharSet = 'rot13'",
    'text/plain; charset="utf-8"; charset=rot13',
    "text/plain; x*=foo''y",
    "text/plain; x*=undefined''%41",
    f"{PARTS}; charset=rot13",
    f"{FORM}; charset=unicode_escape",
    "multipart/form-data; boundary*=utf-7''b",
]  # fmt: skip


@pytest.fixture(autouse=True)
def one_connection() -> Any:
    """The database's of this process stays open between requests."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def asked(
    method: str, address: str, body: bytes = b"", **environ: str
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of the answer as the web server sees it."""
    path, _, query = address.partition("?")
    sent: dict[str, Any] = {
        "REQUEST_METHOD": method, "PATH_INFO": unquote(path, "latin-1"), "QUERY_STRING": query,
        "HTTP_HOST": "testserver", "CONTENT_LENGTH": str(len(body)), "wsgi.input": BytesIO(body),
        **environ,
    }  # fmt: skip
    setup_testing_defaults(sent)
    told: list[Any] = []
    parts = Door(WSGIHandler())(sent, lambda status, headers: told.extend((status, headers)))
    content = b"".join(parts)
    close = getattr(parts, "close", None)
    if close is not None:
        close()
    return int(told[0].split()[0]), dict(told[1]), content


@pytest.mark.parametrize("said", ODD)
def test_what_is_said_to_be_in_another_encoding_is_refused(
    said: str, caplog: pytest.LogCaptureFixture
) -> None:
    for address in ("/fr-fr/search/?q=%5Cu0000", "/seller/?q=%5Cud800", "/api/v1/markets",
                    "/static/shop.css"):  # fmt: skip
        refused(asked("GET", address, CONTENT_TYPE=said))
    for address in ("/fr-fr/choices/", "/hooks/payments/x/"):
        refused(asked("POST", address, b"answer=none", CONTENT_TYPE=said))
    assert "Traceback" not in caplog.text


def refused(answer: tuple[int, dict[str, str], bytes]) -> None:
    status, headers, content = answer
    assert status == 400
    assert headers["Content-Security-Policy"]
    assert content


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("application/json", "application/json"),
        ("application/json; charset=UTF-8", "application/json"),
        (f'{FORM};charset="utf-8"', FORM),
        (f"{FORM}; a; b=c", FORM),
        (PARTS, 'multipart/form-data; boundary="b"'),
        ("Multipart/Form-Data; Boundary=aB; x=y", 'Multipart/Form-Data; boundary="aB"'),
        ('multipart/form-data; boundary="a (b"', 'multipart/form-data; boundary="a (b"'),
        ('multipart/form-data; boundary="a\\b"', "multipart/form-data"),
        (f"multipart/form-data; boundary={'b' * 71}", "multipart/form-data"),
        ("text/plain; boundary=b", "text/plain"),
        ("; ", ""),
        ("é", "é"),
    ],
)
def test_of_what_a_browser_says_the_type_is_kept_and_the_boundary(said: str, read: str) -> None:
    assert content_type(said) == read


@pytest.mark.parametrize("said", [f"{FORM}; charset=utf-8", FORM, "", "text/plain; charset=utf-8"])
def test_more_fields_than_anybody_asks_by_are_refused(said: str) -> None:
    many = "&".join(f"a{number}=1" for number in range(1001))
    refused(asked("GET", f"/fr-fr/search/?{many}", CONTENT_TYPE=said))
    for page in ("/fr-fr/", "/seller/", "/seller/login/", "/api/v1/markets"):
        status, headers, _ = asked("GET", f"{page}?{many}", CONTENT_TYPE=said)
        assert status < 500, page  # not each of them reads its query
        assert headers["Content-Security-Policy"]
    if said.startswith(FORM):
        refused(asked("POST", "/fr-fr/choices/", many.encode(), CONTENT_TYPE=said))


def test_a_form_is_read_as_before() -> None:
    part = 'Content-Disposition: form-data; name="email"'
    sent = f"--b\r\n{part}\r\n\r\nné@\r\n--b--\r\n".encode()
    for body, said in ((sent, PARTS), (b"email=n%C3%A9@", f"{FORM}; charset=utf-8")):
        status, _, content = asked("POST", "/fr-fr/privacy/request/", body, CONTENT_TYPE=said)
        assert status == 422
        assert 'value="né@"' in content.decode()


def test_a_head_shows_nothing_whatever_the_web_server_does() -> None:
    sale: Sale = place((an_offer(stock=1), 1))
    client: Client = staff()
    cookies = "; ".join(f"{name}={each.value}" for name, each in client.cookies.items())
    page = f"/staff/orders/{sale.order.reference}/"
    status, headers, content = asked("HEAD", page, HTTP_COOKIE=cookies)
    assert (status, content) == (200, b"")
    assert headers["Content-Type"]
    assert CONTACT.name in asked("GET", page, HTTP_COOKIE=cookies)[2].decode()
    for path in ("/", "/healthz", "/api/v1/markets"):
        assert asked("HEAD", path)[2] == b""


def test_it_is_what_the_web_server_is_given() -> None:
    from reprise.config.wsgi import application

    assert isinstance(application, Door)
