"""What somebody has typed is not lost when their session ends meanwhile (decision 0056)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.journeys.market import Market
from tests.journeys.test_axe import SIZES, overflows, violations

BREACHES = "/staff/privacy/breaches/"
TYPED = "A drill: a copy of the shop lay open.\nFor an hour."


def sign_in(page: Any, market: Market) -> None:
    page.fill("#email", "staff@reprise.example")
    page.fill("#password", market.password)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def drill(page: Any, market: Market, risk: str, holding: str) -> None:
    """Open the form of a breach and fill it in."""
    page.goto(f"{market.base}/staff/login/?next={BREACHES}entry/")
    sign_in(page, market)
    for name, value in (("drill", "drill"), ("kind", "integrity"), ("holding", holding),
                        ("scope", "stored"), ("risk", risk)):  # fmt: skip
        page.check(f"[name={name}][value={value}]")
    for name in ("aware", "begun", "ended"):
        page.fill(f"#{name}", str(page.get_attribute("#aware", "max")))
    page.fill("#happened", TYPED)
    page.fill("#why", "Nothing has happened.")


def send(page: Any) -> None:
    page.focus("main form button")
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("size", SIZES, ids=["wide", "phone"])
def test_a_form_is_shown_to_its_author_who_has_signed_in_again(
    market: Market, browser: Any, size: Any
) -> None:
    context = browser.new_context(viewport=size)
    page = context.new_page()
    drill(page, market, "likely", "account" if size is SIZES[0] else "letters")
    context.clear_cookies(name="session")
    send(page)
    assert page.locator("h1").inner_text() == "Sign in; nothing is sent yet"
    assert not violations(page)
    assert not overflows(page)
    sign_in(page, market)
    assert TYPED in page.content()
    assert not violations(page)
    assert not overflows(page)
    assert "B-" not in page.url, "what needs a fresh sign-in is sent by nobody but its author"
    context.close()


@pytest.mark.parametrize("size", SIZES, ids=["wide", "phone"])
def test_or_after_signing_in_in_another_tab(market: Market, browser: Any, size: Any) -> None:
    context = browser.new_context(viewport=size)
    page, other = context.new_page(), context.new_page()
    drill(page, market, "unlikely", "sessions" if size is SIZES[0] else "payments")
    context.clear_cookies(name="session")
    other.goto(f"{market.base}/staff/login/")
    sign_in(other, market)
    send(page)
    assert TYPED in page.content()
    assert not violations(page)
    assert not overflows(page)
    assert "B-" not in page.url
    context.close()
