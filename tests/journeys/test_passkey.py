"""A person opens an account with a passkey and signs in with it, in a real browser."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.letters import link_in_mail
from tests.journeys.market import Market

pytestmark = pytest.mark.browser
SIZES = ({"width": 1280, "height": 900}, {"width": 320, "height": 720})


def wrong_with(page: Any) -> list[str]:
    found = Axe().run(page).response["violations"]
    said = [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found]
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        said.append("it overflows")
    return said


def test_sign_up_and_sign_in_with_a_passkey(market: Market, browser: Any) -> None:
    base = f"http://localhost:{market.port}"  # a browser makes no passkey for a number
    context = browser.new_context(viewport=SIZES[1], locale="de-DE")
    page = context.new_page()
    broken: list[str] = []
    page.on("console", lambda said: broken.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: broken.append(str(error)))
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )

    page.goto(f"{base}/en-fr/")
    page.get_by_role("link", name="Your account").click()
    page.get_by_role("link", name="Open an account").click()
    page.get_by_label("E-mail").fill("key@buyer.example")
    with page.expect_navigation():
        page.get_by_role("button", name="Send the link").click()
    assert "key@buyer.example" in page.inner_text("main")
    page.goto(base + link_in_mail(page, base, "key@buyer.example"))
    assert wrong_with(page) == []
    page.get_by_label("Name of this passkey").fill("Test device")
    page.get_by_role("button", name="Make a passkey").click()
    page.wait_for_url(f"{base}/en-fr/account/")
    assert "key@buyer.example" in page.inner_text("main")

    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(f"{base}/en-fr/account/")
    assert "key@buyer.example" in page.inner_text("main")
    page.goto(f"{base}/en-fr/account/security/")
    assert "Test device" in page.inner_text("main")
    assert "last used" in page.inner_text("main")

    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_role("button", name="Make a passkey").click()
    page.get_by_role("alert").wait_for()  # this device has one already
    assert "gave no passkey" in page.inner_text("main")
    assert broken == []
    context.close()


@pytest.mark.parametrize("size", SIZES, ids=["wide", "phone"])
def test_an_account_without_script(market: Market, browser: Any, size: Any) -> None:
    """With a password all works without script, and axe finds nothing on the pages."""
    email = f"plain-{size['width']}@buyer.example"
    plain = browser.new_context(java_script_enabled=False, locale="de-DE")
    page = plain.new_page()
    page.goto(f"{market.base}/de-de/account/sign-up/")
    page.fill("#email", email)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.goto(market.base + link_in_mail(page, market.base, email))
    page.fill("#password", "a long enough word")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert email in page.inner_text("main")
    cookies = plain.cookies()
    plain.close()

    context = browser.new_context(viewport=size)
    context.add_cookies(cookies)
    page = context.new_page()
    wrong = {}
    for path in (
        "", "details/", "email/", "security/", "password/", "passkeys/", "deletion/", "again/",
        "sessions/", "login/", "sign-up/", "password/forgotten/",
    ):  # fmt: skip
        page.goto(f"{market.base}/de-de/account/{path}")
        if found := wrong_with(page):
            wrong[path] = found
    context.close()
    assert not wrong
