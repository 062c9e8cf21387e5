"""What every answer says to the browser, of whichever part of the house it is."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from reprise.accounts.models import User
from reprise.sellers.models import Member
from reprise.web.assets import asset
from reprise.web.shop.views import home
from tests.cast import a_seller

pytestmark = pytest.mark.django_db(transaction=True)

# Of each part: an address, who asks, and the status by which the answer that is meant is known.
PARTS: dict[str, tuple[str, str, int]] = {
    "the front door": ("/", "", 200),
    "the shop": ("/de-de/", "", 200),
    "a search": ("/fr-fr/search/?q=iphone", "", 200),
    "a basket": ("/de-de/basket/", "", 200),
    "signing in": ("/fr-fr/account/login/", "", 200),
    "the key to an order": ("/fr-fr/orders/R-00000000/0123456789abcdef0123456789/", "", 404),
    "an account": ("/fr-fr/account/", "clerk", 200),
    "a seller's room": ("/seller/", "seller", 200),
    "the staff room": ("/staff/", "staff", 200),
    "the door of a room": ("/staff/", "", 302),
    "the API": ("/api/v1/markets", "", 200),
    "the API's refusal": ("/api/v1/nothing", "", 404),
    "a static file": (asset("shop.css").address, "", 200),
    "a script": (asset("passkey.js").address, "", 200),
    "a drawing": ("/drawings/iphone-notch-single-000000.svg", "", 200),
    "for machines": ("/robots.txt", "", 200),
    "whom to tell of a hole": ("/.well-known/security.txt", "", 200),
    "health": ("/healthz", "", 200),
    "a development page": ("/dev/mailbox/", "", 200),
    "the sandbox": ("/sandbox/payment/static/page.css", "", 200),
    "the sandbox's refusal": ("/sandbox/payment/none", "", 404),
    "not found": ("/de-de/nothing/", "", 404),
    "not readable": ("/de-de/x%00", "", 400),
    "another method": ("/fr-fr/basket/items/", "", 405),
    "another host": ("/de-de/", "elsewhere", 400),
    "a bug": ("/fr-fr/", "broken", 500),
}
KEPT = ("/fr-fr/account/", "/fr-fr/orders/", "/fr-fr/search/", "/seller/", "/staff/", "/dev/")
DENIED = (
    "accelerometer", "browsing-topics", "camera", "clipboard-read", "display-capture",
    "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer",
    "microphone", "midi", "payment", "serial", "storage-access", "usb", "window-management",
)  # fmt: skip


@pytest.fixture
def people() -> None:
    for name in ("clerk", "seller", "staff"):
        user = User.objects.create_user(
            f"{name}@room.example", "a long enough word", is_staff=name == "staff"
        )
        if name == "seller":
            Member.objects.create(seller=a_seller("Ours"), user_id=user.id)


def answer(part: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    path, who, status = PARTS[part]
    client = Client(headers={"Host": "elsewhere.example"} if who == "elsewhere" else {})
    if who in {"clerk", "seller", "staff"}:
        client.force_login(User.objects.get(email=f"{who}@room.example"))
    with monkeypatch.context() as change:
        if who == "broken":
            client.raise_request_exception = False
            change.setattr(home, "listing", lambda *_, **__: 1 / 0)
        found = client.get(path)
    assert found.status_code == status, part
    return found


@pytest.mark.usefixtures("people", "sandbox")
def test_every_answer_is_strict(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {part: found for part in PARTS if (found := lax(part, answer(part, monkeypatch)))}
    assert not wrong


def lax(part: str, found: Any) -> list[str]:
    """What an answer allows a browser without need."""
    headers, policy = found.headers, found.headers["Content-Security-Policy"]
    # Only the API is for other sites' scripts.
    shared = part.startswith("the API")
    allowed = dict(each.split("=") for each in headers["Permissions-Policy"].split(", "))
    held = {
        "CSP": policy.startswith("default-src 'none'"),
        "CSP: frames": "frame-ancestors 'none'" in policy,
        "CSP: base": "base-uri 'none'" in policy,
        "CSP: inline": "unsafe" not in policy,
        "CSP: others": "http" not in policy,
        "sniffing": headers["X-Content-Type-Options"] == "nosniff",
        # An address that is a key, or holds what was typed, is told to no page at all.
        "referrer": headers["Referrer-Policy"]
        == ("origin" if PARTS[part][0].startswith(KEPT) else "same-origin"),
        "opener": headers["Cross-Origin-Opener-Policy"] == "same-origin",
        "resource": headers["Cross-Origin-Resource-Policy"]
        == ("cross-origin" if shared else "same-origin"),
        "CORS": ("Access-Control-Allow-Origin" in headers) is shared,
        "permissions": all(allowed.get(name) == "()" for name in DENIED),
        # A page may ask for passkeys, itself alone, and for nothing else.
        "permissions: passkeys": {name: who for name, who in allowed.items() if who != "()"}
        == {"publickey-credentials-create": "(self)", "publickey-credentials-get": "(self)"},
        "HSTS over plain HTTP": "Strict-Transport-Security" not in headers,
    }
    return [name for name, holds in held.items() if not holds]


@pytest.mark.usefixtures("people", "sandbox")
def test_over_https_every_answer_binds_the_browser_to_it(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For a year; and for this host alone, because others of the domain are not ours."""
    settings.HTTPS = True
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = "__Host-session", "__Host-csrftoken"
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    for part in PARTS:
        found = answer(part, monkeypatch)
        assert found.headers["Strict-Transport-Security"] == "max-age=31536000", part
        for name, cookie in found.cookies.items():
            assert name.startswith("__Host-"), part
            assert cookie["secure"], part
