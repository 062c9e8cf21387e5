"""axe finds nothing on our pages, wide and on a phone."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.market import Market

pytestmark = pytest.mark.browser

SHOP = (
    "/", "/de-de/", "/fr-fr/categories/smartphones/", "/nl-be/search/?q=ipone+13", "/en-fr/search/",
    "/fr-fr/products/iphone-13/", "/de-de/basket/", "/de-de/checkout/", "/fr-fr/terms/",
    "/fr-fr/privacy/", "/de-de/how-we-rank/", "/fr-fr/nothing/", "/seller/login/",
    "/dev/mailbox/", "/dev/carrier/",
)  # fmt: skip
ROOM = (
    "/seller/", "/seller/?view=ship", "/seller/?view=moving", "/seller/?view=done",
    "/seller/offers/", "/seller/statement/",
)  # fmt: skip
SIZES = ({"width": 1280, "height": 900}, {"width": 320, "height": 720})


def violations(page: Any) -> list[str]:
    """Rule and element of everything that axe objects to on the page that is open."""
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found]


def overflows(page: Any) -> bool:
    return bool(
        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )


@pytest.mark.parametrize("size", SIZES, ids=["wide", "phone"])
def test_nothing_is_wrong_with_the_shop(market: Market, browser: Any, size: Any) -> None:
    context = browser.new_context(viewport=size)
    page = context.new_page()
    wrong = {}
    for path in SHOP:
        page.goto(market.base + path)
        found = violations(page)
        if overflows(page):
            found.append("it overflows")
        if found:
            wrong[path] = found
    context.close()
    assert not wrong


@pytest.mark.parametrize("size", SIZES, ids=["wide", "phone"])
def test_nothing_is_wrong_with_the_seller_room(market: Market, browser: Any, size: Any) -> None:
    context = browser.new_context(viewport=size)
    page = context.new_page()
    page.goto(f"{market.base}/seller/")
    page.fill("#email", "seller@reprise.example")
    page.fill("#password", market.password)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    wrong = {}
    for path in ROOM:
        page.goto(market.base + path)
        found = violations(page)
        if overflows(page):
            found.append("it overflows")
        if found:
            wrong[path] = found
    context.close()
    assert not wrong
